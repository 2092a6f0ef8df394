"""`validate`: read parks and scenarios, say what is wrong, or what they hold and what their plans lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.cli.command import Command
from sim.cli.options import add_language, add_out, add_quiet_or_json
from sim.cli.output import make_console, print_json, printing
from sim.cli.parser import Parser, program
from sim.errors import InputError, Problems, cause
from sim.message import Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.lint import Conflict
    from sim.load.held import Held
    from sim.park import Park
    from sim.record.table import Cell
    from sim.scenario import Scenario

    Found = tuple[Conflict, ...]

PARTS = ("tiers", "storages", "links", "catchments", "plants", "sensors", "crews", "sheets", "sites")
"""Of a park, in the order in which they are counted."""
ALWAYS = ("inflows", "actions")
"""Of a scenario, counted even when there are none."""
MOST_PICKS = 24
"""Picks named in a line before the rest is only counted."""
RECONCILIATION = ("park", "total", "sum of", "published", "found", "difference", "agrees", "source")
"""Figures are numbers of objects, or in the SI unit of what is added up."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A response plan with what is wrong with it, and what each pick adds to that."""

    park: Park
    scenario: Scenario
    found: Found
    more: Mapping[str, tuple[Park, Found]]


def _carry_out(given: Namespace) -> int:
    """Read the files that the words name; returns the exit status."""
    if not given.files:
        raise InputError(Message("name parks or scenarios, such as: {program} validate configs/changshou-yanjia",
                                 program=program()))  # fmt: skip

    held = _read(given)
    if held is None:
        return Problems.exit_status
    parks = _different(each.park for each in held)
    if given.out is not None:
        _write(parks, Path(given.out))
    plans = _judged(held)
    if not given.quiet:
        with printing():
            if given.json:
                print_json(_as_json(held, parks, plans, given.lang))
            else:
                _show(held, parks, plans, given.lang)
    return int(given.fail_on_conflict and any(plan.found or plan.more for plan in plans))


def _read(given: Namespace) -> list[Held] | None:
    """What the files hold; None when they have problems that a program was told of.

    Raises:
        Problems: they have problems, and somebody is there to read them.
    """
    from sim.load.loading import held_by

    try:
        return held_by(given.files)
    except Problems as problems:
        if not given.json:
            raise
        from sim.words.say import said

        texts = [said(each, given.lang) for each in problems.shown]
        with printing():
            print_json({"files": [], "conflicts": [], "totals": [], "problems": texts})
        return None


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
    from sim.called import Called

    shown: set[str] = set()
    for each in held:
        print(f"ok  {each.path}: {holds(each, language)}")
        notes = _notes(each, language)
        print(*(f"    {line}\n" for line in notes if line not in shown), sep="", end="")
        shown.update(notes)
    if plans:
        from sim.report.conflicts import conflict_lines, more_lines

        for plan in plans:
            print("", *conflict_lines(Called(plan.park, plan.scenario, language), plan.found), sep="\n")
            for pick, (park, found) in plan.more.items():
                print(*more_lines(Called(park, language=language), pick, found), sep="\n")
    _show_counted(parks, language)
    published = [park for park in parks if park.published]
    if published:
        from sim.report.reconciliation import print_reconciliation

        for park in published:
            print(f"\n{park.name.in_language(language)}")
            print_reconciliation(make_console(), Called(park, language=language))


def _show_counted(parks: list[Park], language: str) -> None:
    """Print what parks count as emergency space although they must not."""
    from sim.called import Called
    from sim.report.treatment import counted_lines

    for line in dict.fromkeys(line for park in parks for line in counted_lines(Called(park, language=language))):
        print(f"\n{line}")


def _notes(held: Held, language: str) -> list[str]:
    """What there is to know of a file, and of what it holds as it stands and when something is picked, each once."""
    from sim.called import Called
    from sim.report.doubts import noted_lines
    from sim.words import text

    found: dict[str, None] = dict.fromkeys(text("note", language, note=each) for each in held.notes)
    for park, scenario in ((held.park, held.scenario), *held.picked.values()):
        found |= dict.fromkeys(noted_lines(Called(park, scenario, language)))
    return list(found)


def holds(held: Held, language: str = "en") -> str:
    """What a file holds, in one line."""
    from sim.words import text

    park, scenario = held.park, held.scenario
    if scenario is None:
        numbers = {part: len(getattr(park, part)) for part in PARTS}
        return text("command_holds_park", language, park=park.id, counts=_counts(numbers, language))

    from sim.units import time_text

    numbers = {part: len(getattr(scenario, part)) for part in ("inflows", "actions", "rules")}
    picks = text("command_picks", language, picks=_picks(list(held.picked), language)) if held.picked else ""
    return text("command_holds_scenario", language, scenario=scenario.id, park=park.id, picks=picks,
                counts=_counts(numbers, language), horizon=time_text(scenario.horizon_s))  # fmt: skip


def _picks(names: Sequence[str], language: str) -> str:
    """What can be picked; of very much the first ones."""
    from sim.words import text

    shown = ", ".join(names[:MOST_PICKS])
    more = len(names) - MOST_PICKS
    return shown if more <= 0 else text("command_more", language, names=shown, count=more)


def _counts(numbers: Mapping[str, int], language: str) -> str:
    """How many there are of each sort; what there are none of goes without saying, but for a scenario's main parts."""
    from sim.words import text

    said = {part: text(f"command_count_{part}", language, count=number) for part, number in numbers.items()}
    one = (each.removesuffix("s") if numbers[part] == 1 else each for part, each in said.items()
           if numbers[part] or part in ALWAYS)  # fmt: skip
    return text("comma", language).join(one)


def _as_json(held: Sequence[Held], parks: Sequence[Park], plans: Sequence[Plan], language: str) -> dict[str, Any]:
    """The same for a program: what each file holds, the conflicts of each plan, the published totals of each park."""
    return {
        "files": [_file_as_json(each, language) for each in held],
        "conflicts": [each for plan in plans for each in _conflicts_as_json(plan, language)],
        "totals": [dict(zip(RECONCILIATION, row, strict=True)) for row in _totals(parks)],
        "problems": [],
    }


def _conflicts_as_json(plan: Plan, language: str) -> Iterator[dict[str, Any]]:
    """Conflicts of a plan as it stands, whose pick is None, and what each pick adds."""
    from sim.called import Called
    from sim.report.conflicts import conflict_texts

    for pick, (park, found) in ((None, (plan.park, plan.found)), *plan.more.items()):
        about = {"scenario": plan.scenario.id, "pick": pick}
        for each, said in zip(found, conflict_texts(Called(park, language=language), found), strict=True):
            yield {**about, "kind": str(each.kind), "rules": each.rules, "text": said}


def _file_as_json(held: Held, language: str) -> dict[str, Any]:
    scenario = held.scenario
    parts = PARTS if scenario is None else ("inflows", "actions", "rules")
    return {
        "file": str(held.path),
        "park": held.park.id,
        "scenario": scenario and scenario.id,
        "picks": list(held.picked),
        "counts": {part: len(getattr(scenario or held.park, part)) for part in parts},
        "text": holds(held, language),
        "notes": _notes(held, language),
    }


def _totals(parks: Iterable[Park]) -> list[list[Cell]]:
    """A row for each published total."""
    return [
        [park.id, found.published.id, f"{found.published.field} of {found.published.of}", float(found.published.value),
         float(found.found), float(found.difference), found.agrees, found.published.source]
        for park in parks for found in park.reconcile()
    ]  # fmt: skip


def _write(parks: list[Park], out: Path) -> None:
    """Write the published totals beside what was found.

    Raises:
        InputError: the folder cannot be written.
    """
    from sim.record.table import Table, write_table

    try:
        out.mkdir(parents=True, exist_ok=True)
        write_table(out / "reconciliation.csv", Table(RECONCILIATION, _totals(parks)))
    except OSError as error:
        raise InputError(about(out, Message("reconciliation.csv cannot be written: {reason}",
                                            reason=cause(error)))) from error  # fmt: skip


def _options(parser: Parser) -> None:
    parser.add("files", "help_validate_files", metavar="FILE", nargs="*")
    add_out(parser, "help_validate_out")
    add_language(parser)
    add_quiet_or_json(parser, "help_validate_json")
    parser.add("--fail-on-conflict", "help_validate_fail_on_conflict", action="store_true")


COMMAND = Command(
    "validate", "FILE...", "help_validate", "help_validate_more",
    {
        "validate configs/changshou-yanjia": "",
        "validate scenarios/*.yaml": "",
    },
    _options, _carry_out,
)  # fmt: skip
