"""The cover sheet: what lies in the package, how its numbers are known, and what nobody has said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sim.dossier.dossier import Dossier
from sim.dossier.page import Page, versions
from sim.dossier.question import questions
from sim.office.document import Document
from sim.park import Basis, Provenance
from sim.words import WORDS

MOST_NUMBERS = 40
"""Numbers that are better than assumed and are named; the workbook has all."""


def write_cover(dossier: Dossier, language: str, papers: Sequence[tuple[str, str]]) -> Document:
    """The cover sheet; `papers` are names of files, and what they are."""
    called = dossier.called(language)
    title = called.says("pack_of", park=called.name(dossier.park))
    document = Document(title, language, cover=False)
    page = Page(document, dossier, called)
    document.heading(title, numbered=False)
    document.table([], versions(dossier, called), [4.5, document.width_cm - 4.5], size_pt=9.5)
    page.heading("pack_cover_verdicts", level=2, numbered=False)
    rows = [(called.name(each.scenario), each.case.inputs_hash[:8],
             *(called.says(tier.word) for tier in each.run.result.verdict.tiers))
            for each in dossier.played]  # fmt: skip
    tiers = [called.tier(id) for id in dossier.park.tiers]
    scale = document.width_cm / (6 + 2.4 + 3 * len(tiers))
    document.table([called.says("pack_scenario"), called.says("pack_inputs"), *tiers], rows,
                   [scale * each for each in (6, 2.4, *[3] * len(tiers))])  # fmt: skip
    page.heading("pack_cover_papers", level=2, numbered=False)
    document.table([], papers, [8.0, document.width_cm - 8.0], size_pt=9.5)
    _bases(page)
    _open(page)
    _better(page)
    return document


def _bases(page: Page) -> None:
    """How many numbers are measured, published, designed, assumed."""
    page.heading("pack_cover_bases", level=2, numbered=False)
    numbers = every_number(page.dossier)
    counts = Counter((each.collection, each.basis) for _, each in numbers)
    parts = dict.fromkeys(each.collection for _, each in numbers)
    rows = [(_part(page, part), *(f"{counts[part, basis]:,}" for basis in Basis)) for part in parts]
    total = (page.say("pack_all"), *(f"{sum(each.basis is basis for _, each in numbers):,}" for basis in Basis))
    head = ("pack_part_of_file", *(f"pack_basis_{basis}" for basis in Basis))
    page.table(head, [*rows, total], (5, 3, 3, 3, 3))


def _better(page: Page) -> None:
    """The numbers that are not assumed, source by source."""
    page.heading("pack_cover_better", level=2, numbered=False)
    better = [each for _, each in every_number(page.dossier) if each.basis is not Basis.ASSUMED]
    if not better:
        page.text("pack_cover_no_better")
        return
    page.text("pack_cover_better_text", leads=True)
    by_source: dict[tuple[str, str], list[str]] = {}
    for each in better[:MOST_NUMBERS]:
        key = each.source or page.not_known, page.say(f"pack_basis_{each.basis}")
        by_source.setdefault(key, []).append(page.say("pack_equals", path=each.path, value=each.text))
    rows = [(source, basis, "\n".join(numbers)) for (source, basis), numbers in by_source.items()]
    page.table(("pack_source", "pack_basis", "pack_number_of"), rows, (7, 2, 8), size_pt=8)


def _part(page: Page, part: str) -> str:
    """What a part of a file is called."""
    key = f"pack_part_{part}"
    return page.say(key) if key in WORDS else part


def every_number(dossier: Dossier) -> Sequence[tuple[str, Provenance]]:
    """Every written number of the park, then of each scenario, with the file that it stands in."""
    park = [("park", each) for each in dossier.park.provenance]
    return park + [(played.scenario.id, each) for played in dossier.played for each in played.scenario.provenance]


def _open(page: Page) -> None:
    """What the park does not know, and whom to ask."""
    page.heading("pack_cover_open", level=2, numbered=False)
    page.text("pack_open_text", leads=True)
    rows = [(str(number), each.text, each.whom)
            for number, each in enumerate(questions(page.dossier, page.language), start=1)]  # fmt: skip
    page.table(("number", "pack_open_what", "pack_open_whom"), rows, (1, 11.5, 4.5))
