"""A case typed into the chat: the facts as understood, changed in place, and taken to the interview."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.web.conftest import start

pytestmark = [pytest.mark.web, pytest.mark.xdist_group("web-cases")]
ELIGIBLE = (
    "I am a full-time lecturer at an accredited university in Accra, where I live, 36 years old. This is my only "
    "proposal in this call. None of the exclusions in section I applies to me."
)
SHORT = "I'm a full-time lecturer at an accredited university in Accra. Am I eligible?"
YES, NO, OPEN = "Eligible, on these facts.", "Not eligible, on these facts.", "Not settled yet."
WIDTHS = [(320, 640), (320, 256), (390, 844), (768, 1024), (1280, 800)]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The app with typed cases judged at once."""
    site = start(tmp_path_factory.mktemp("cases"), ARA_READ_CASES="true")
    yield site
    site.process.terminate()
    site.process.wait(20)


def row(page, name):
    """The row of a fact in the list that can be changed."""
    return page.locator(".case").last.locator(".fact").filter(has=page.locator("dt", has_text=name)).first


def result(page):
    """The result of the last case."""
    return page.locator(".answer-verdict .short").last


def press(page, action, name):
    """Press an action of a row and wait for what comes of it."""
    button = row(page, name).get_by_role("button", name=f"{action} {name}")
    button.evaluate("element => element.closest('.case').dataset.pressed = 'yes'")
    button.click()
    settled(page)


def settled(page):
    """Wait until the step that was sent has come back."""
    page.wait_for_function("!document.querySelector('.case[data-pressed], .case[aria-busy]')")


def change(page, name, reply):
    """Open the form of a row and press one of its buttons."""
    press(page, "Change", name)
    form = row(page, name).locator("form")
    expect(form.locator("[data-start]")).to_be_focused()
    form.get_by_role("button", name=reply, exact=True).click()
    expect(page.locator(".answer .notice")).to_be_focused()


def tab_to(page, locator, key="Tab", most=80):
    """Press a key until the element has the focus."""
    for _ in range(most):
        if locator.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    pytest.fail(f"{locator} was not reached with {key}")


def test_from_a_typed_case_to_a_receipt(visit, ask, run_ara, tmp_path):
    """Verdict, a fact changed, another verdict that says what changed, the interview filled in, a receipt that holds."""
    page = visit()
    ask(page, ELIGIBLE)
    expect(result(page)).to_have_text(YES)
    expect(row(page, "Full-time").locator(".given")).to_contain_text("Yes")
    expect(row(page, "Full-time").locator("q")).to_have_text("full-time")
    expect(row(page, "Full-time").locator(".cite")).to_have_text("§ I ¶ 1")
    change(page, "Full-time", "No")
    expect(result(page)).to_have_text(NO)
    expect(page.locator(".answer .notice")).to_have_text(
        "Changed: Full-time, from “Yes” to “No”. The result was “Eligible, on these facts” and is now "
        "“Not eligible, on these facts”."
    )
    expect(page.locator("#announcer")).to_contain_text("is now “Not eligible, on these facts”")
    expect(page.locator(".reasons")).to_contain_text("The post is not full-time.")
    expect(row(page, "Full-time")).to_contain_text("set by you in this list")
    facts = page.locator(".case .fact").count()

    page.get_by_role("button", name="Open “Check eligibility” with these facts").click()
    expect(page.locator("#check-result")).to_have_text(NO)
    expect(page.locator("#check .notice")).to_contain_text("These are the facts from the chat.")
    expect(page.locator("#check dl > div")).to_have_count(facts)
    page.get_by_role("button", name="Change Full-time").click()
    page.locator("#check").get_by_role("button", name="Yes", exact=True).click()
    expect(page.locator("#check-result")).to_have_text(YES)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download receipt (JSON)").click()
    download.value.save_as(tmp_path / "receipt.json")
    checked = run_ara("check", "--verify", str(tmp_path / "receipt.json"))
    assert (checked.returncode, checked.stdout.splitlines()[0]) == (0, "The receipt holds.")
    # The interview is apart: the chat's facts are as they were.
    page.locator(".views").get_by_role("link", name="Ask").click()
    expect(result(page)).to_have_text(NO)


def test_what_was_changed_is_in_the_downloaded_conversation(visit, ask, run_ara, tmp_path):
    """Facts, edits and the verdict after them; `ara verify` derives it again, and a forged fact is found."""
    page = visit()
    ask(page, ELIGIBLE)
    change(page, "Full-time", "No")
    saved = {}
    for name in ("Markdown", "JSON"):
        with page.expect_download() as download:
            page.get_by_role("button", name=name, exact=True).click()
        saved[name] = tmp_path / name
        download.value.save_as(saved[name])
    text = saved["Markdown"].read_text(encoding="utf-8")
    assert "**Not eligible, on these facts.**" in text
    assert "- Full-time: “Yes” → “No”. Before: Eligible, on these facts; now: Not eligible, on these facts." in text
    data = json.loads(saved["JSON"].read_text(encoding="utf-8"))
    case = data["turns"][0]["case"]
    assert case["receipt"]["facts"]["full_time"] is False
    assert case["receipt"]["verdict"]["status"] == "not_eligible"
    assert [(edit["fact"], edit["before"], edit["after"]) for edit in case["edits"]] == [("full_time", "Yes", "No")]
    done = run_ara("verify", str(saved["JSON"]))
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "The conversation holds.")
    assert "The verdict follows again from the facts: Not eligible, on these facts." in done.stdout
    case["receipt"]["facts"]["full_time"] = True
    (tmp_path / "forged").write_text(json.dumps(data), encoding="utf-8")
    assert run_ara("verify", str(tmp_path / "forged")).returncode == 1
    with page.expect_download() as download:
        page.locator(".case").get_by_role("button", name="Download receipt (JSON)").click()
    download.value.save_as(tmp_path / "receipt")
    assert run_ara("verify", str(tmp_path / "receipt")).returncode == 0


def test_the_question_that_settles_most_is_answered_in_the_chat(visit, ask):
    """An undetermined case asks on with the interview's own forms, until it is settled; a place is typed."""
    page = visit()
    ask(page, SHORT)
    expect(result(page)).to_have_text(OPEN)
    for _ in range(12):
        if not page.locator(".case .next").count():
            break
        form = page.locator(".case .next form")
        fact, kind = form.locator("[name=fact]").input_value(), form.get_attribute("data-kind")
        if kind == "choice":
            form.get_by_role("radio", name="Nothing, ever").check()
            form.get_by_role("button", name="Continue").click()
        elif kind in {"place", "number"}:
            form.locator(".field").fill("Ghana" if kind == "place" else "36")
            form.get_by_role("button", name="Continue").click()
        else:
            good = "Yes" if fact in {"one_proposal", "of_age"} else "No"
            form.get_by_role("button", name=good, exact=True).click()
        page.wait_for_function("fact => document.querySelector('.case .next [name=fact]')?.value !== fact", arg=fact)
        expect(page.locator(".answer .notice")).to_contain_text("Added: ")
    expect(result(page)).to_have_text(YES)
    assert page.locator(".said").count() == 1


def test_not_true_and_not_known_leave_the_clause_open(visit, ask):
    """Neither becomes a no: a fact that is taken out is asked for again, and one that is not known stays in the list."""
    page = visit()
    ask(page, ELIGIBLE)
    press(page, "Not true", "Full-time")
    expect(result(page)).to_have_text(OPEN)
    expect(page.locator(".answer .notice")).to_contain_text("Taken out: Full-time, which was “Yes”.")
    expect(page.locator(".case dt", has_text="Full-time")).to_have_count(0)
    expect(page.locator(".case .next h3")).to_contain_text("full-time")
    page.locator(".case .next").get_by_role("button", name="Yes", exact=True).click()
    expect(result(page)).to_have_text(YES)
    press(page, "Don’t know", "Accredited institution")
    expect(result(page)).to_have_text(OPEN)
    expect(row(page, "Accredited institution").locator("strong")).to_have_text("Not sure")
    expect(page.get_by_role("button", name="Don’t know Accredited institution")).to_have_count(0)
    press(page, "Not true", "Exclusions")
    expect(result(page)).to_have_text(OPEN)


def test_a_form_can_be_left_and_says_what_is_wrong(visit, ask):
    """Escape keeps the answer; a place that cannot be read is explained at the field, which keeps what was typed."""
    page = visit()
    ask(page, ELIGIBLE)
    press(page, "Change", "Where you live")
    page.keyboard.press("Escape")
    expect(page.locator(".case .editor")).to_have_count(0)
    expect(page.get_by_role("button", name="Change Where you live")).to_be_focused()
    press(page, "Change", "Where you live")
    field = page.locator(".case .editor .field")
    field.fill("Atlantis")
    field.press("Enter")
    expect(page.locator(".case .problem")).to_contain_text("Atlantis")
    field = page.locator(".case .editor .field")
    expect(field).to_be_focused()
    expect(field).to_have_value("Atlantis")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("Iran")
    field.press("Enter")
    expect(result(page)).to_have_text(NO)
    expect(page.locator(".reasons")).to_contain_text("§ I ¶ 3")


def test_a_case_builds_up_over_turns_and_a_supposition_keeps_the_facts(visit, ask):
    """An edit counts in the next turn, a question between is only a question, “what if” is judged and said to be supposed."""
    page = visit()
    ask(page, f"{ELIGIBLE} My dad drives for Amazon.")
    expect(result(page)).to_have_text(NO)
    press(page, "Not true", "Family or household at Amazon")
    expect(result(page)).to_have_text(YES)
    ask(page, "Who pays the taxes on an award?")
    expect(page.locator(".answer").last).to_contain_text("axes")
    ask(page, "What if I lived in Tehran?")
    expect(result(page)).to_have_text(NO)
    expect(page.locator(".case").last.locator(".supposed")).to_contain_text("as if it were true")
    expect(row(page, "Where you live")).to_contain_text("only supposed; you stated: Accra")
    expect(page.locator(".said").last).to_be_in_viewport()
    expect(result(page)).to_be_in_viewport()
    # Only the last case can be changed.
    expect(page.locator(".case").first.get_by_role("button", name="Change Full-time")).to_have_count(0)
    page.get_by_role("button", name="Back to my own facts").click()
    expect(result(page)).to_have_text(YES)
    expect(row(page, "Where you live").locator("strong")).to_have_text("Accra")
    ask(page, "And what if I lived in Tehran?")
    page.get_by_role("button", name="It is so: make it my case").click()
    expect(page.locator(".case").last.locator(".supposed")).to_have_count(0)
    expect(result(page)).to_have_text(NO)


def test_with_the_keyboard_alone(visit):
    """Typed, changed, settled and taken to the interview with Tab, Space, Enter and letters."""
    page = visit()
    box = page.get_by_label("Your question")
    tab_to(page, box)
    page.keyboard.type(ELIGIBLE)
    page.keyboard.press("Enter")
    page.locator(".answer .foot").wait_for()
    tab_to(page, page.get_by_role("button", name="Change Full-time"), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".case .editor [data-start]")).to_be_focused()
    tab_to(page, page.locator(".case .editor").get_by_role("button", name="No", exact=True))
    page.keyboard.press("Space")
    expect(page.locator(".answer .notice")).to_be_focused()
    expect(result(page)).to_have_text(NO)
    tab_to(page, page.get_by_role("button", name="Don’t know Full-time"))
    page.keyboard.press("Enter")
    expect(result(page)).to_have_text(OPEN)
    tab_to(page, page.get_by_role("button", name="Open “Check eligibility” with these facts"))
    page.keyboard.press("Enter")
    expect(page.locator("#check [data-start]")).to_be_focused()


def test_two_people_never_see_each_others_facts(visit, ask):
    """Each session has a case of its own, whatever is pressed; a new page and a new chat have none."""
    first, second = visit(), visit()
    ask(first, ELIGIBLE)
    ask(second, ELIGIBLE.replace("Accra", "Lima").replace("36", "52"))
    change(first, "Full-time", "No")
    press(second, "Don’t know", "Accredited institution")
    expect(result(first)).to_have_text(NO)
    expect(result(second)).to_have_text(OPEN)
    expect(row(first, "Where you live").locator("strong")).to_have_text("Accra")
    expect(row(second, "Where you live").locator("strong")).to_have_text("Lima")
    for page, other in ((first, "Lima"), (second, "Accra")):
        assert other not in page.content().split('id="rules"')[0]
    expect(visit().locator(".case")).to_have_count(0)
    first.get_by_role("button", name="New chat").click()
    expect(first.locator(".case")).to_have_count(0)
    ask(first, "What if I worked full-time?")
    expect(first.locator(".case dt", has_text="Where you live")).to_have_count(0)


def test_nothing_of_a_case_is_stored_or_logged(visit, ask, site):
    """Not in the browser's stores and not in the server's output; loading the page again forgets it."""
    page = visit()
    ask(page, ELIGIBLE.replace("Accra", "Ouagadougou"))
    change(page, "Full-time", "No")
    stores = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])")
    assert "Ouagadougou" not in stores
    assert "Ouagadougou" not in "".join(site.output)
    page.reload()
    page.locator("#box textarea").wait_for()
    expect(page.locator(".case")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_it_fits_and_can_be_touched(visit, ask, width, height):
    """At every width nothing scrolls sideways, and everything to press is at least 24 pixels high and wide."""
    page = visit(width=width, height=height)
    ask(page, f"{ELIGIBLE} My dad drives for Amazon, and so does {'Llanfairpwllgwyngyll' * 4} my brother.")
    assert fits(page)
    press(page, "Change", "Post")
    assert fits(page)
    press(page, "Change", "Where you live")
    assert fits(page)
    page.keyboard.press("Escape")
    press(page, "Don’t know", "Accredited institution")
    assert fits(page)


def fits(page):
    """Whether nothing scrolls sideways and every target is large enough."""
    small = page.evaluate(
        """[...document.querySelectorAll(".case :is(button, a, summary, .choice, .field)")].filter(e => e.checkVisibility())
        .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()]).filter(([, r]) => r.height < 24 || r.width < 24).map(([h]) => h)"""
    )
    assert small == []
    return (
        page.evaluate(
            """Math.max(document.scrollingElement.scrollWidth - innerWidth,
        ...["#ask", "#rules"].map(q => document.querySelector(q)).map(e => e.scrollWidth - e.clientWidth))"""
        )
        <= 0
    )


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing(visit, ask, width, scheme):
    """Each verdict, an open form of each kind, an error, a change, a supposition, a closed case: no violation."""
    page = visit(width=width, scheme=scheme)
    found = {}

    def look(view):
        violations = Axe().run(page).response["violations"]
        found[view] = [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in violations]

    ask(page, ELIGIBLE)
    look("eligible")
    press(page, "Change", "Full-time")
    look("yes or no")
    press(page, "Change", "Post")
    look("choice")
    press(page, "Change", "Where you live")
    page.locator(".case .editor .field").fill("Atlantis")
    page.locator(".case .editor .field").press("Enter")
    expect(page.locator(".case .problem")).to_be_visible()
    look("error")
    page.keyboard.press("Escape")
    press(page, "Don’t know", "Accredited institution")
    look("open")
    change(page, "Full-time", "No")
    look("not eligible")
    ask(page, "What if I lived in Tehran?")
    page.locator(".others summary").first.click()
    look("supposed")
    assert {view: rules for view, rules in found.items() if rules} == {}


@pytest.mark.parametrize(
    ("language", "understood", "not_true"),
    [("es-ES", "Lo que he entendido", "No es cierto"), ("hi-IN", "मैंने क्या समझा", "सही नहीं")],
)
def test_the_list_speaks_the_language_of_the_interface(visit, language, understood, not_true):
    """Headings and actions follow; what was typed and the facts stay as they are."""
    page = visit(locale=language)
    page.locator("#box textarea").fill(ELIGIBLE)
    page.locator("#box textarea").press("Enter")
    page.locator(".answer .foot").wait_for()
    expect(page.get_by_role("heading", name=understood)).to_be_visible()
    page.get_by_role("button", name=f"{not_true} Full-time").click()
    expect(page.locator(".answer .notice")).not_to_contain_text("Taken out")
    assert Axe().run(page).response["violations"] == []


def test_a_hostile_case_is_text(visit, ask):
    """Markup, a script and a link in what was typed are shown as typed, also after a change."""
    page = visit()
    ask(page, f'{ELIGIBLE} My <img src=x onerror="alert(1)">dad works for Amazon "><script>alert(2)</script>')
    change(page, "Full-time", "No")
    assert page.locator(".case img, .case script").count() == 0


def test_print_has_the_facts_and_nothing_to_press(visit, ask):
    """On paper the list stands without its actions."""
    page = visit(width=390)
    ask(page, SHORT)
    page.emulate_media(media="print")
    expect(page.locator(".case .facts")).to_be_visible()
    for button in page.get_by_role("button").all():
        expect(button).to_be_hidden()
