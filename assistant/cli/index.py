"""The ``ara index`` commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from corpus import Corpus
    from index import IndexPlace

__all__ = ["index_app"]

index_app = typer.Typer(help="The search index.", no_args_is_help=True, rich_markup_mode=None)


@index_app.command("build")
def build(
    force: Annotated[bool, typer.Option("--force", help="Build again even where a good index is there.")] = False,
) -> None:
    """Build the index for the corpus, unless a good one is there.

    Example: ara index build
    """
    from assistant.cli import console
    from index import build_index

    place, corpus = _place()
    with console.progress_bar("Building the index") as progress:
        folder = build_index(place, corpus, progress, force=force)
    typer.echo(f"The index is ready: {folder}")


@index_app.command("tune")
def tune(
    passes: Annotated[int | None, typer.Option(min=1, help="How often the examples are gone through.")] = None,
    hearing: Annotated[
        bool, typer.Option("--hearing", help="Train on the labelled statements, to hear what a typed case says.")
    ] = False,
    further: Annotated[
        bool,
        typer.Option("--further", help="Go on from what was learnt before, with fewer passes."),
    ] = False,
    since: Annotated[
        int, typer.Option(min=0, help="With --further: so many were learnt before; of them only as many as are new.")
    ] = 0,
    share: Annotated[
        float,
        typer.Option(
            min=0.0,
            max=1.0,
            help="With --hearing --further: so much of the later network, the rest of the earlier one.",
        ),
    ] = 1.0,
) -> None:
    """Train the encoder on the labelled examples again, after many were added; takes a quarter of an hour to an hour.

    Writes index/adapter.safetensors, which the next index is built with; with --hearing the
    two files in index/hearing/, in more than an hour.

    Example: ara index tune
    """
    from dataclasses import replace

    since = since if further else 0
    if hearing:
        _tune_hearing(passes, further=further, since=since, share=share)
        return

    from index.adapter import Adapter
    from index.lessons import DEFAULT_PLAN, FURTHER_PLAN
    from index.tuning import tune

    _, corpus = _place()
    plan = FURTHER_PLAN if further else DEFAULT_PLAN
    earlier = Adapter.load() if further else None
    tune(corpus, replace(plan, passes=passes or plan.passes), typer.echo, earlier, since).save()
    typer.echo("The tuned encoder is in index/adapter.safetensors; build the index and measure: python -m evals gate")


def _tune_hearing(passes: int | None, *, further: bool, since: int, share: float) -> None:
    from dataclasses import replace

    from assistant.reader.dated import dated
    from corpus import CORPUS_DIR
    from corpus.statements import STATEMENTS_FILE, read_statements
    from index.hearing import Learnt
    from index.hearing.learning import learn
    from index.hearing.lessons import DEFAULT_PLAN, FURTHER_PLAN, lesson_of
    from index.hearing.mean import mean
    from index.lessons import refreshed

    statements = read_statements(CORPUS_DIR / STATEMENTS_FILE)
    lessons = [lesson_of(one, dated(one.text, one.today).text) for one in statements]
    plan = FURTHER_PLAN if further else DEFAULT_PLAN
    if since:
        lessons = refreshed(lessons, [at >= since for at in range(len(lessons))], plan.seed)
    before = Learnt.load() if further else None
    learnt = learn(lessons, replace(plan, passes=passes or plan.passes), typer.echo, before)
    (mean(before, learnt, share) if before and share < 1.0 else learnt).save()
    typer.echo("The trained network is in index/hearing; build the index and measure: python -m evals gate")


@index_app.command("status")
def status() -> None:
    """Say whether the index matches the corpus and what it was built with.

    Example: ara index status
    """
    from corpus.errors import SearchIndexError
    from index import Manifest, index_folder

    place, corpus = _place()
    folder = index_folder(place, corpus)
    typer.echo(f"folder: {folder}")
    typer.echo(f"corpus: {corpus.hash} (Rules of {corpus.rules.version})")
    try:
        manifest = Manifest.read(folder)
    except SearchIndexError as error:
        typer.echo(f"state: to be built; {error}" if folder.exists() else "state: not built; run “ara index build”")
        return
    typer.echo("state: ready")
    typer.echo(f"model: {manifest.model} (sha256 {manifest.model_sha256[:16]}…)")
    typer.echo(f"records: {manifest.records} of {manifest.dimension} dimensions")
    typer.echo("built with: " + ", ".join(f"{name} {version}" for name, version in manifest.versions.items()))


def _place() -> tuple[IndexPlace, Corpus]:
    from assistant.settings import load_settings
    from corpus import load_corpus
    from index import IndexPlace

    chosen = load_settings()
    corpus = load_corpus(chosen.corpus_dir, chosen.rules_version)
    return IndexPlace(chosen.data_dir, chosen.embedding_model, chosen.chroma_url), corpus
