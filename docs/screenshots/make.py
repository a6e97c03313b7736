"""Make the pictures of this folder from the running app.

    .venv/bin/python docs/screenshots/make.py [http://127.0.0.1:7860/]

Start the app first with ``make run``. Chromium must be installed (``apt-get install chromium``).
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
QUESTION = "Can the university take its overhead out of the cash?"
PICTURES = (("answer-1280.png", 1280, 800), ("answer-390.png", 390, 844))


def main() -> None:
    """Ask the question at each width; on the wide screen the first clause is opened beside the answer."""
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:7860/"
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        sys.exit("Chromium is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-background-networking"]
        )
        for name, width, height in PICTURES:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="light",
                reduced_motion="reduce",
                device_scale_factor=1.5,
            )
            page.goto(address)
            picture(page, opens_clause=width >= 1024).screenshot(path=HERE / name)
            sys.stdout.write(f"{HERE / name}\n")
        browser.close()


def picture(page: Page, *, opens_clause: bool) -> Page:
    """The page with the answer to the question."""
    box = page.get_by_label("Your question")
    box.fill(QUESTION)
    box.press("Enter")
    page.locator(".answer .foot").wait_for()
    if opens_clause:
        page.locator(".answer .cite").first.click()
        page.locator("#rules mark").wait_for()
        page.mouse.move(0, 0)
        page.evaluate("document.activeElement.blur()")
    return page


if __name__ == "__main__":
    main()
