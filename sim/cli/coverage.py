"""`coverage`: which operation sheets drills exercise, the smallest set of drills for all of them, and a year of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, cast

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_printing
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser, program
from sim.cli.scenario import warn_if_cold
from sim.cli.study import progress, tables_as_json
from sim.errors import InputError, cause
from sim.message import Listed, Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.drill.cover.holidays import Holiday
    from sim.drill.cover.study import Study
    from sim.drill.cover.year import Year
    from sim.load.held import Held
    from sim.park import Park
    from sim.record.table import Table

ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class Asked:
    """What the words name."""

    park: Park
    park_path: str
    scenarios: Sequence[Held]
    elsewhere: Sequence[str]
    """Files of named folders that play in another park."""


@dataclass(frozen=True)
class Calendar:
    """A year of drills, and the days off that it was made with."""

    year: Year
    holidays: Sequence[Holiday]
    zone: tzinfo
    """Of the clock on the park's wall."""


def _carry_out(given: Namespace) -> int:
    """Find what the words ask for; returns the exit status."""
    _refuse_without_calendar(given)
    started_s = perf_counter()
    asked = _asked(given.paths)
    holidays = _holidays(given)
    zone = _zone(asked, given)
    warn_if_cold(given.lang)
    with progress("coverage") as tell:
        found = _study(asked, given, tell)
    calendar = None if zone is None else _calendar(found, given.calendar, holidays, zone)
    tables = _tables(found, calendar)
    folder = _write(found, calendar, tables, given)
    written = [] if given.write is None else _write_scenarios(found, asked, given.write)
    if not given.quiet:
        with printing():
            _show(found, calendar, tables, asked, folder, written, perf_counter() - started_s, given)
    return 0


def _refuse_without_calendar(given: Namespace) -> None:
    """Refuse what says something of a calendar that is not asked for.

    Raises:
        InputError: there is such an option.
    """
    if given.calendar is None and given.holidays is not None:
        raise InputError(Message("--holidays are for a calendar; write --calendar YEAR too, or leave it out"))
    if given.calendar is None and given.zone is not None:
        raise InputError(Message("--zone is for a calendar; write --calendar YEAR too, or leave it out"))


def _asked(paths: Sequence[str]) -> Asked:
    """The park and the scenarios that are named.

    Raises:
        InputError: nothing is named, two parks are, or a scenario plays in another park.
    """
    from sim.load.loading import held_by

    if not paths:
        raise InputError(Message("name a park or scenarios, such as: {program} coverage configs/changshou-yanjia "
                                 "scenarios", program=program()))  # fmt: skip
    files, from_folders = _files(paths)
    held = held_by(files)
    parks = [each for each in held if each.scenario is None]
    if len(parks) > 1:
        raise InputError(Message("one park at a time; found {parks}", parks=Listed(each.path for each in parks)))
    scenarios = [each for each in held if each.scenario is not None]
    park = parks[0].park if parks else scenarios[0].park
    away = [each.path for each in scenarios if each.park.id != park.id]
    if wrong := [path for path in away if path not in from_folders]:
        raise InputError(Message("{wrong} does not play in {id}; name scenarios of one park", wrong=wrong[0],
                                 id=park.id))  # fmt: skip
    here = [each for each in scenarios if each.path not in away]
    return Asked(park, parks[0].path if parks else _park_of(here[0].path), here, away)


def _files(paths: Sequence[str]) -> tuple[list[str], set[str]]:
    """The files that are named, and those of them that stand in named folders.

    Raises:
        InputError: a folder has neither a park nor a scenario in it.
    """
    from sim.load.file_sort import FileSort, sort_of_path
    from sim.load.files import PARK_FILE

    files: list[str] = []
    from_folders: set[str] = set()
    for path in map(os.path.normpath, paths):
        if not os.path.isdir(path) or os.path.exists(os.path.join(path, PARK_FILE)):
            files.append(path)
            continue
        inside = sorted(os.path.join(path, name) for name in os.listdir(path) if name.endswith(ENDINGS))
        found = [each for each in inside if sort_of_path(each) is FileSort.SCENARIO]
        if not found:
            raise InputError(Message("{path} has no park and no scenario in it; a park is a folder with {file}",
                                     path=path, file=PARK_FILE))  # fmt: skip
        files += found
        from_folders.update(found)
    return list(dict.fromkeys(files)), from_folders


def _park_of(scenario: str) -> str:
    """The path of the park that a scenario names."""
    from sim.load.file_sort import park_named_in

    return park_named_in(scenario)


def _study(asked: Asked, given: Namespace, tell: object) -> Study:
    """Play everything and choose.

    Raises:
        InputError: no operation sheet has the tag, or there is none at all.
    """
    from sim.drill.cover.study import LONGEST_S, Weigh, study
    from sim.load.suggest import hint

    tags = sorted({tag for sheet in asked.park.sheets.values() for tag in sheet.tags})
    if not asked.park.sheets:
        raise InputError(Message("park {id} has no operation sheets; write sheets: into its park file",
                                 id=asked.park.id))  # fmt: skip
    if given.tag is not None and given.tag not in tags:
        known = hint(given.tag, tags) if tags else Message("none has any")
        raise InputError(about("--tag", Message("no operation sheet has the tag '{tag}'; {known}", tag=given.tag,
                                                known=known)))  # fmt: skip
    longest_s = LONGEST_S if given.longest is None else given.longest
    return study(asked.park, _candidates(asked.scenarios), Weigh(given.weigh), longest_s, given.tag or "",
                 not given.given_only, given.solve_for, tell)  # type: ignore[arg-type]  # fmt: skip


def _candidates(scenarios: Sequence[Held]) -> list:  # type: ignore[type-arg]
    from sim.drill.cover import Candidate, Sort

    found = []
    for held in scenarios:
        assert held.scenario is not None  # only scenarios come here
        id = held.scenario.id
        found.append(Candidate(id, held.scenario.name, Sort.GIVEN, held.scenario, held.park))
        found += [Candidate(f"{id}:{pick}", scenario.name, Sort.GIVEN, scenario, park)
                  for pick, (park, scenario) in held.picked.items()]  # fmt: skip
    return found


def _holidays(given: Namespace) -> list[Holiday]:
    """The public holidays of the year, if a calendar is asked for."""
    from sim.drill.cover.holidays import SHIPPED, load_holidays

    if given.calendar is None:
        return []
    return load_holidays(SHIPPED if given.holidays is None else Path(given.holidays), given.calendar)


def _zone(asked: Asked, given: Namespace) -> tzinfo | None:
    """The zone of the park's clock, as it is given or as the scenarios' starts have it; None without a calendar.

    Raises:
        InputError: nobody says which it is, or the scenarios disagree.
    """
    if given.calendar is None or given.zone is not None:
        return cast("tzinfo | None", given.zone)
    starts = [each.scenario.starts for each in asked.scenarios if each.scenario is not None and each.scenario.starts]
    zones = {at.tzinfo for at in map(datetime.fromisoformat, starts) if at.tzinfo is not None}
    if len(zones) != 1:
        found = Listed(sorted(map(str, zones))) or Message("none")
        raise InputError(about("--calendar", Message(
            "entries need the time zone of the park's clock, and the scenarios have {found}; write --zone +08:00 or "
            "--zone Asia/Shanghai", found=found
        )))  # fmt: skip
    return zones.pop()


def _calendar(found: Study, year: int, holidays: list[Holiday], zone: tzinfo) -> Calendar:
    from sim.drill.cover.holidays import working_days
    from sim.drill.cover.year import plan_year

    days = working_days(year, holidays)
    return Calendar(plan_year(found.park, found.chosen, found.of_plants, found.sheets, year, days), holidays, zone)


def _tables(found: Study, calendar: Calendar | None) -> dict[str, Table]:
    from sim.drill.cover.tables import calendar_tables, tables

    return tables(found) | ({} if calendar is None else calendar_tables(calendar.year))


def _write(found: Study, calendar: Calendar | None, tables: dict[str, Table], given: Namespace) -> Path:
    """Write the folder, whole; returns it.

    Raises:
        InputError: it cannot be written.
    """
    from sim.record.table import write_table
    from sim.result.replace import replaced

    folder = Path(given.out) / f"coverage-{found.park.id}"
    try:
        with replaced(folder) as new:
            for name, table in tables.items():
                write_table(new / name, table, given.bom)
            if calendar is not None:
                _write_calendar(new, found.park, calendar, given.lang)
    except OSError as error:
        raise InputError(about(folder, Message("results cannot be written: {reason}", reason=cause(error)))) from error
    return folder


def _write_calendar(folder: Path, park: Park, calendar: Calendar, language: str) -> None:
    from sim.called import Called
    from sim.drill.cover.calendar_file import write_calendar
    from sim.drill.cover.year import distributed
    from sim.drill.cover.year_book import write_book

    called = Called(park, language=language)
    for end, year in (("", distributed(calendar.year)), ("-control", calendar.year)):
        write_book(folder / f"drill-calendar{end}.xlsx", called, year, calendar.holidays, control=bool(end))
        write_calendar(folder / f"drill-calendar{end}.ics", called, year, calendar.zone)


def _write_scenarios(found: Study, asked: Asked, folder: str) -> list[Path]:
    """Write the generated scenarios of the set.

    Raises:
        InputError: the folder cannot be written.
    """
    from sim.drill.cover.scenario_file import write_scenario

    place = Path(folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
        return [write_scenario(each.candidate, Path(asked.park_path), place)
                for each in found.chosen if each.candidate.sort.generated]  # fmt: skip
    except OSError as error:
        raise InputError(about(folder, Message("scenarios cannot be written: {reason}",
                                               reason=cause(error)))) from error  # fmt: skip


def _show(
    found: Study, calendar: Calendar | None, tables: dict[str, Table], asked: Asked, folder: Path,
    written: Sequence[Path], took_s: float, given: Namespace,
) -> None:  # fmt: skip
    if given.json:
        print(tables_as_json(tables), end="")
        return
    from sim.report.coverage import Printed, print_coverage

    guessed = calendar is not None and any(each.basis == "assumed" for each in calendar.holidays)
    print_coverage(make_console(), Printed(
        found, None if calendar is None else calendar.year, guessed, len(asked.scenarios), asked.elsewhere, str(folder),
        str(given.write) if written else "", len(written), took_s,
    ), given.lang)  # fmt: skip


def _options(parser: Parser) -> None:
    parser.add("paths", "help_coverage_paths", metavar="FILE", nargs="*")
    parser.add("--tag", "help_coverage_tag", metavar="TAG")
    parser.add("--weigh", "help_coverage_weigh", *values.WEIGHTS, metavar="WHAT", default="drills", type=values.weight)
    parser.add("--longest", "help_coverage_longest", metavar="TIME", type=values.longest_s)
    parser.add("--solve-for", "help_coverage_solve_for", metavar="TIME", default=10.0, type=values.time_s)
    parser.add("--given-only", "help_coverage_given_only", action="store_true")
    parser.add("--calendar", "help_coverage_calendar", metavar="YEAR", type=values.year)
    parser.add("--holidays", "help_coverage_holidays", metavar="FILE", type=values.file)
    parser.add("--zone", "help_coverage_zone", metavar="ZONE", type=values.zone)
    parser.add("--write", "help_coverage_write", metavar="DIR", type=values.folder)
    add_printing(parser, "help_option_json")


COMMAND = Command(
    "coverage", "[PARK] [SCENARIO|FOLDER...]", "help_coverage", "help_coverage_more",
    {
        "coverage configs/changshou-yanjia scenarios": "",
        "coverage configs/changshou-yanjia scenarios --tag facility-sheet --weigh hours --longest 8h": "",
        "coverage configs/changshou-yanjia scenarios --calendar 2027 --lang zh": "help_coverage_year",
        "coverage configs/changshou-yanjia --write my-drills": "help_coverage_as_files",
        "coverage scenarios/changshou-night-shift.yaml --given-only": "help_coverage_one",
    },
    _options, _carry_out,
)  # fmt: skip
