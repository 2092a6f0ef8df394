"""What a run made of a plant's spaces, beside what the sizing standards add up, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import isnan
from typing import TYPE_CHECKING

from sim.called import Called
from sim.hydrology.sizing import Sizing
from sim.record.column import Sort, placed
from sim.report.numbers import NOTHING, after_start, at_minute, figure
from sim.report.printing import put
from sim.report.sized import ADDED, FAMILIES, TAKEN_OFF, Sized, heaviest, run_terms, sheet_terms
from sim.report.table import terminal_table

if TYPE_CHECKING:
    from rich.console import Console

    from sim.check import Balance, Beside


def print_played(console: Console, called: Called, changes: Sequence[str], not_sized: Sequence[str]) -> None:
    """Print which scenario was played, what was changed in it, and which plants nobody can compare."""
    from sim.report.terminal import heading

    put(console, heading(called), style="bold")
    put(console, *(called.says("changed", change=change) for change in changes))
    if not_sized:
        put(console, called.says("not_sized", plants=called.listed(not_sized)))
    put(console, "")


def print_run(console: Console, called: Called, sized: Sized, run: Beside) -> None:
    """Print the terms of both families beside those of the run, and what each makes of the plant's spaces."""
    put(console, called.says("beside_run"), "", style="bold")
    term, *numbers = placed("term", *((head, Sort.FIGURE) for head in _heads(called, run)))
    shown = (term, *(replace(each, title=each.head) for each in numbers))
    table = terminal_table(called.language, shown, _rows(called, sized, run))
    table.rows[-2].end_section = True
    put(console, table, "", *run_lines(called, sized, run))


def _heads(called: Called, run: Beside) -> tuple[str, ...]:
    families = (called.says(f"sheet_{family}") for family in FAMILIES)
    fullest = called.says("until_fullest", when=at_minute(run.fullest.at_s))
    return (*families, fullest, called.says("until_end"))


def _rows(called: Called, sized: Sized, run: Beside) -> Iterator[tuple[str, ...]]:
    """A row for every term that somebody has; the last is what they come to."""
    sizings = [sized.family(family) for family in FAMILIES]
    sheets = [sheet_terms(each) if each else {} for each in sizings]
    runs = [run_terms(each) for each in (run.fullest, run.whole)]
    for term in (*ADDED, *TAKEN_OFF):
        sign = 1 if term in ADDED else -1
        values = [sign * terms[term] if term in terms else None for terms in (*sheets, *runs)]
        if term not in ("came", "left") or any(values):
            yield called.says(f"term_{term}"), *(NOTHING if each is None else figure(each) for each in values)
    required = [each.result if each else float("nan") for each in sizings]
    balances = [each.in_spaces_m3 for each in (run.fullest, run.whole)]
    name = called.says("term_in_spaces", spaces=_spaces(called, run))
    yield name, *map(figure, (*required, *balances))


def run_lines(called: Called, sized: Sized, run: Beside) -> Iterator[str]:
    """How full the spaces got, what escaped, and a sentence for each family."""
    if not run.spaces:
        yield called.says("no_spaces")
    else:
        yield called.says("run_spaces", spaces=_spaces(called, run), peak=figure(run.peak_m3),
                   when=at_minute(run.fullest.at_s), stood=figure(run.stood_m3), room=figure(run.room_m3),
                   left=_left(called, run))  # fmt: skip
    escaped = called.says("none_escaped")
    if run.escapes:
        first = after_start(run.escapes[0].first_s)
        escaped = called.says("first_escaped", volume=figure(run.escaped_m3), when=first)
    yield called.says("run_plant", escaped=escaped, tier=called.tier(run.tier), verdict=called.says(run.word))
    for family in FAMILIES:
        sizing = sized.family(family)
        if sizing is not None and not isnan(sizing.available_m3):
            yield sentence(called, sizing, run)


def _left(called: Called, run: Beside) -> str:
    """Room that was left, or how much was missing."""
    key = "room_left" if run.margin_m3 >= 0 else "room_missing" if run.over_m3 > 0 else "freeboard_used"
    return called.says(key, margin=figure(abs(run.margin_m3)))


def sentence(called: Called, sizing: Sizing, run: Beside) -> str:
    """What a family says of the room there is, what the run says, and why they differ, as far as the record tells."""
    key = "to_spare" if sizing.difference_m3 >= 0 else "too_small"
    sheet = called.says(key, margin=figure(abs(sizing.difference_m3)))
    said = {"family": called.says(f"sheet_{sizing.standard}"), "sheet": sheet, "run": _outcome(called, run)}
    why = called.says("semicolon").join(_reasons(called, sizing, run))
    return called.says("sentence" if why else "sentence_bare", why=why, **said)


def _outcome(called: Called, run: Beside) -> str:
    """What became of the spaces, in a few words."""
    if run.escapes:
        return called.says("run_escaped", volume=figure(run.escaped_m3))
    key = "run_left" if run.margin_m3 >= 0 else "run_over" if run.over_m3 > 0 else "run_freeboard"
    return called.says(key, margin=figure(abs(run.margin_m3)))


def _reasons(called: Called, sizing: Sizing, run: Beside) -> Iterator[str]:
    """Water that never came to the spaces; else that they were full, and the term that differs most.

    Where the standard says that there is too little room, and there was, no term needs to say why.
    """
    if run.escapes and run.free_m3 > run.room_m3 * NEARLY_FULL:
        yield _elsewhere(called, run)
        return
    lacking = run.margin_m3 < 0 or bool(run.escapes)
    if lacking and run.full_first:
        name = called.place(run.full_first)
        yield called.says("why_full", space=name, when=at_minute(run.full_at_s))
    fuller = run.fullest.in_spaces_m3 > sizing.result
    if (not lacking or (fuller and sizing.difference_m3 >= 0)) and (term := heaviest(sizing, run.fullest)):
        yield _reason(called, term, sizing, run.fullest)


def _elsewhere(called: Called, run: Beside) -> str:
    """By which way it first escaped, how long, and how much room there still was in the spaces."""
    first = run.escapes[0]
    since, until = map(at_minute, (first.first_s, first.last_s))
    return called.says("why_elsewhere", way=called.way(first.link), since=since, until=until, free=figure(run.free_m3),
                       spaces=_spaces(called, run))  # fmt: skip


NEARLY_FULL = 0.01
"""Share of their room below which spaces count as full [-]."""


def _reason(called: Called, term: str, sizing: Sizing, balance: Balance) -> str:
    """How a term of the run differs from that of the family."""
    values = {"run": run_terms(balance)[term], "sheet": sheet_terms(sizing).get(term, 0.0)}
    shown = {key: figure(value) for key, value in values.items()}
    family = called.says(f"sheet_{sizing.standard}")
    return called.says(f"why_{term}", when=at_minute(balance.at_s), family=family, **shown)


def _spaces(called: Called, run: Beside) -> str:
    """The names of the spaces."""
    return called.listed(called.place(id) for id in run.spaces)
