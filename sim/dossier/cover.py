"""The cover sheet: what lies in the package, how its numbers are known, and what nobody has said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sim.dossier.dossier import Dossier
from sim.dossier.page import Page, versions
from sim.dossier.question import questions
from sim.office.document import Document
from sim.park import Basis, Provenance
from sim.record.column import Sort, placed
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
    document.facts(versions(dossier, called), 4.5, size_pt=9.5)
    page.heading("pack_cover_verdicts", level=2, numbered=False)
    rows = [(called.name(each.scenario), each.case.inputs_hash[:8],
             *(called.says(tier.word) for tier in each.run.result.verdict.tiers))
            for each in dossier.played]  # fmt: skip
    tiers = [called.tier(id) for id in dossier.park.tiers]
    shown = placed(("pack_scenario", 6), ("pack_inputs", 2.4), *((tier, 3) for tier in tiers))
    document.table([*shown[:2], *(replace(each, title=each.head) for each in shown[2:])], rows)
    page.heading("pack_cover_papers", level=2, numbered=False)
    document.facts(papers, 8.0, size_pt=9.5)
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
    page.table(placed(("pack_part_of_file", 5), *((f"pack_basis_{basis}", Sort.COUNT, 3) for basis in Basis)),
               [*rows, total])  # fmt: skip


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
    page.table(placed(("pack_source", 7), ("pack_basis", 2), ("pack_number_of", 8)), rows, size_pt=8)


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
    page.table(placed(("number", Sort.COUNT, 1), ("pack_open_what", 11.5), ("pack_open_whom", 4.5)), rows)
