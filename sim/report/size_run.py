"""What a run made of a plant's spaces, beside what the sizing standards add up, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isnan
from typing import TYPE_CHECKING

from sim.hydrology.sizing import Sizing
from sim.park import Park
from sim.report.naming import link_name, place_name, tier_name
from sim.report.numbers import NOTHING, after_start, at_minute, figure
from sim.report.sized import ADDED, FAMILIES, TAKEN_OFF, Sized, heaviest, run_terms, sheet_terms
from sim.scenario import Scenario
from sim.words import text

if TYPE_CHECKING:
    from rich.console import Console

    from sim.check import Balance, Beside


def print_played(
    console: Console, park: Park, scenario: Scenario, changes: Sequence[str], not_sized: Sequence[str], language: str
) -> None:
    """Print which scenario was played, what was changed in it, and which plants nobody can compare."""
    from rich.text import Text

    from sim.report.terminal import heading

    console.print(Text(heading(park, scenario, language), "bold"))
    for change in changes:
        console.print(Text(text("changed", language, change=change)))
    if not_sized:
        console.print(Text(text("not_sized", language, plants=text("listed", language).join(not_sized))))
    console.print()


def print_run(console: Console, park: Park, sized: Sized, run: Beside, language: str = "en") -> None:
    """Print the terms of both families beside those of the run, and what each makes of the plant's spaces."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console.print(Text(text("beside_run", language), "bold"))
    console.print()
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(text("term", language), overflow="fold")
    for head in _heads(run, language):
        table.add_column(head, justify="right", no_wrap=True, overflow="fold")
    *rows, last = _rows(park, sized, run, language)
    for row in rows:
        table.add_row(*map(Text, row))
    table.add_section()
    table.add_row(*map(Text, last))
    console.print(table)
    console.print()
    for line in run_lines(park, sized, run, language):
        console.print(Text(line))


def _heads(run: Beside, language: str) -> tuple[str, ...]:
    families = (text(f"sheet_{family}", language) for family in FAMILIES)
    fullest = text("until_fullest", language, when=at_minute(run.fullest.at_s))
    return (*families, fullest, text("until_end", language))


def _rows(park: Park, sized: Sized, run: Beside, language: str) -> Iterator[tuple[str, ...]]:
    """A row for every term that somebody has; the last is what they come to."""
    sizings = [sized.family(family) for family in FAMILIES]
    sheets = [sheet_terms(each) if each else {} for each in sizings]
    runs = [run_terms(each) for each in (run.fullest, run.whole)]
    for term in (*ADDED, *TAKEN_OFF):
        sign = 1 if term in ADDED else -1
        values = [sign * terms[term] if term in terms else None for terms in (*sheets, *runs)]
        if term not in ("came", "left") or any(values):
            yield text(f"term_{term}", language), *(NOTHING if each is None else figure(each) for each in values)
    required = [each.result if each else float("nan") for each in sizings]
    balances = [each.in_spaces_m3 for each in (run.fullest, run.whole)]
    name = text("term_in_spaces", language, spaces=_spaces(park, run, language))
    yield name, *map(figure, (*required, *balances))


def run_lines(park: Park, sized: Sized, run: Beside, language: str) -> Iterator[str]:
    """How full the spaces got, what escaped, and a sentence for each family."""
    if not run.spaces:
        yield text("no_spaces", language)
    else:
        yield text("run_spaces", language, spaces=_spaces(park, run, language), peak=figure(run.peak_m3),
                   when=at_minute(run.fullest.at_s), stood=figure(run.stood_m3), room=figure(run.room_m3),
                   left=_left(run, language))  # fmt: skip
    escaped = text("none_escaped", language)
    if run.escapes:
        first = after_start(run.escapes[0].first_s)
        escaped = text("first_escaped", language, volume=figure(run.escaped_m3), when=first)
    yield text("run_plant", language, escaped=escaped, tier=tier_name(park, run.tier, language),
               verdict=text(run.word, language))  # fmt: skip
    for family in FAMILIES:
        sizing = sized.family(family)
        if sizing is not None and not isnan(sizing.available_m3):
            yield sentence(park, sizing, run, language)


def _left(run: Beside, language: str) -> str:
    """Room that was left, or how much was missing."""
    key = "room_left" if run.margin_m3 >= 0 else "room_missing" if run.over_m3 > 0 else "freeboard_used"
    return text(key, language, margin=figure(abs(run.margin_m3)))


def sentence(park: Park, sizing: Sizing, run: Beside, language: str = "en") -> str:
    """What a family says of the room there is, what the run says, and why they differ, as far as the record tells."""
    key = "to_spare" if sizing.difference_m3 >= 0 else "too_small"
    sheet = text(key, language, margin=figure(abs(sizing.difference_m3)))
    said = {"family": text(f"sheet_{sizing.standard}", language), "sheet": sheet, "run": _outcome(run, language)}
    why = text("semicolon", language).join(_reasons(park, sizing, run, language))
    return text("sentence" if why else "sentence_bare", language, why=why, **said)


def _outcome(run: Beside, language: str) -> str:
    """What became of the spaces, in a few words."""
    if run.escapes:
        return text("run_escaped", language, volume=figure(run.escaped_m3))
    key = "run_left" if run.margin_m3 >= 0 else "run_over" if run.over_m3 > 0 else "run_freeboard"
    return text(key, language, margin=figure(abs(run.margin_m3)))


def _reasons(park: Park, sizing: Sizing, run: Beside, language: str) -> Iterator[str]:
    """Water that never came to the spaces; else that they were full, and the term that differs most.

    Where the standard says that there is too little room, and there was, no term needs to say why.
    """
    if run.escapes and run.free_m3 > run.room_m3 * NEARLY_FULL:
        yield _elsewhere(park, run, language)
        return
    lacking = run.margin_m3 < 0 or bool(run.escapes)
    if lacking and run.full_first:
        name = place_name(park, run.full_first, language)
        yield text("why_full", language, space=name, when=at_minute(run.full_at_s))
    fuller = run.fullest.in_spaces_m3 > sizing.result
    if (not lacking or (fuller and sizing.difference_m3 >= 0)) and (term := heaviest(sizing, run.fullest)):
        yield _reason(term, sizing, run.fullest, language)


def _elsewhere(park: Park, run: Beside, language: str) -> str:
    """By which way it first escaped, how long, and how much room there still was in the spaces."""
    first = run.escapes[0]
    way = text("size_way", language, link=link_name(park, first.link, language),
               source=place_name(park, first.source, language))  # fmt: skip
    return text("why_elsewhere", language, way=way, since=at_minute(first.first_s), until=at_minute(first.last_s),
                free=figure(run.free_m3), spaces=_spaces(park, run, language))  # fmt: skip


NEARLY_FULL = 0.01
"""Share of their room below which spaces count as full [-]."""


def _reason(term: str, sizing: Sizing, balance: Balance, language: str) -> str:
    """How a term of the run differs from that of the family."""
    values = {"run": run_terms(balance)[term], "sheet": sheet_terms(sizing).get(term, 0.0)}
    shown = {key: figure(value) for key, value in values.items()}
    family = text(f"sheet_{sizing.standard}", language)
    return text(f"why_{term}", language, when=at_minute(balance.at_s), family=family, **shown)


def _spaces(park: Park, run: Beside, language: str) -> str:
    """The names of the spaces."""
    return text("listed", language).join(place_name(park, id, language) for id in run.spaces)
