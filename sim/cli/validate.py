"""`validate`: read parks and scenarios, say what is wrong, or what they hold and what their plans lack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.output import make_console, printing
from sim.cli.parser import program, validate_parser
from sim.errors import InputError

if TYPE_CHECKING:
    from sim.lint import Conflict
    from sim.load.held import Held
    from sim.park import Park
    from sim.scenario import Scenario

    Found = tuple[Conflict, ...]

RECONCILIATION = ("park", "total", "sum of", "published", "found", "difference", "agrees", "source")
"""Figures are numbers of objects, or in the SI unit of what is added up."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A response plan with what is wrong with it, and what each pick adds to that."""

    park: Park
    scenario: Scenario
    found: Found
    more: Mapping[str, tuple[Park, Found]]


def main(words: Sequence[str]) -> int:
    """Read the files that the words name; returns the exit status."""
    parser = validate_parser()
    given = parser.understand(words)
    if given.help:
        with printing():
            print(parser.format_help(), end="")
        return 0
    if not given.files:
        raise InputError(f"name parks or scenarios, such as: {program()} validate configs/changshou-yanjia")

    from sim.load.loading import held_by

    held = held_by(given.files)
    parks = _different(each.park for each in held)
    if given.out is not None:
        _write(parks, Path(given.out))
    plans = _judged(held)
    if not given.quiet:
        with printing():
            _show(held, parks, plans, given.lang)
    return int(given.fail_on_conflict and any(plan.found or plan.more for plan in plans))


def _different(parks: Iterable[Park]) -> list[Park]:
    """Each park once."""
    found: list[Park] = []
    for park in parks:
        if park not in found:
            found.append(park)
    return found


def _judged(held: list[Held]) -> list[Plan]:
    """The scenarios that have a response plan, as they stand or when something is picked, each with what is wrong."""
    return [_plan(each, each.scenario) for each in held if each.scenario is not None and _is_planned(each)]


def _is_planned(held: Held) -> bool:
    scenarios = (held.scenario, *(made for _, made in held.picked.values()))
    return any(each is not None and each.rules for each in scenarios)


def _plan(held: Held, scenario: Scenario) -> Plan:
    """A response plan with what is wrong with it, and what each pick adds to that."""
    from sim.lint import find_conflicts, more_than

    base = find_conflicts(held.park, scenario)
    picked = ((pick, park, find_conflicts(park, made)) for pick, (park, made) in held.picked.items())
    more = {pick: (park, more_than(base, found)) for pick, park, found in picked}
    return Plan(held.park, scenario, base, {pick: made for pick, made in more.items() if made[1]})


def _show(held: list[Held], parks: list[Park], plans: list[Plan], language: str) -> None:
    """Print what each file holds, the conflicts of each response plan, and the published totals of each park."""
    for each in held:
        print(f"ok  {each.path}: {holds(each)}")
        _show_notes(each, language)
    if plans:
        from sim.report.conflicts import conflict_lines, more_lines

        for plan in plans:
            print("", *conflict_lines(plan.park, plan.scenario, plan.found, language), sep="\n")
            for pick, (park, found) in plan.more.items():
                print(*more_lines(park, pick, found, language), sep="\n")
    _show_counted(parks, language)
    published = [park for park in parks if park.published]
    if published:
        from sim.report.reconciliation import print_reconciliation

        for park in published:
            print(f"\n{park.name.in_language(language)}")
            print_reconciliation(make_console(), park, language)


def _show_counted(parks: list[Park], language: str) -> None:
    """Print what parks count as emergency space although they must not."""
    from sim.report.treatment import counted_lines

    for line in dict.fromkeys(line for park in parks for line in counted_lines(park, language)):
        print(f"\n{line}")


def _show_notes(held: Held, language: str) -> None:
    """Print what there is to know of a scenario, as it stands and when something is picked, each once."""
    from sim.report.notes import note_lines

    scenarios = [held.scenario, *(made for _, made in held.picked.values())]
    lines = (line for each in scenarios if each is not None for line in note_lines(each, language))
    for line in dict.fromkeys(lines):
        print(f"    {line}")


def holds(held: Held) -> str:
    """What a file holds, in one line."""
    park, scenario = held.park, held.scenario
    if scenario is None:
        parts = ("tiers", "storages", "links", "catchments", "plants", "sensors", "crews", "sheets")
        numbers = ((len(getattr(park, part)), part) for part in parts)
        return f"park {park.id}: " + ", ".join(_count(number, part) for number, part in numbers if number)

    from sim.units import time_text

    counts = f"{_count(len(scenario.inflows), 'inflows')}, {_count(len(scenario.actions), 'actions')}"
    counts += f", {_count(len(scenario.rules), 'rules')}" if scenario.rules else ""
    picks = f"; --pick {', '.join(held.picked)}" if held.picked else ""
    return f"scenario {scenario.id} in park {park.id}: {counts}, {time_text(scenario.horizon_s)}{picks}"


def _count(count: int, what: str) -> str:
    return f"{count} {what.removesuffix('s') if count == 1 else what}"


def _write(parks: list[Park], out: Path) -> None:
    """Write the published totals beside what was found.

    Raises:
        InputError: the folder cannot be written.
    """
    from sim.record.table import Cell, Table, write_table

    rows: list[list[Cell]] = [
        [park.id, found.published.id, f"{found.published.field} of {found.published.of}", float(found.published.value),
         float(found.found), float(found.difference), found.agrees, found.published.source]
        for park in parks for found in park.reconcile()
    ]  # fmt: skip
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_table(out / "reconciliation.csv", Table(RECONCILIATION, rows))
    except OSError as error:
        raise InputError(f"{out}: reconciliation.csv cannot be written: {error.strerror or error}") from error
