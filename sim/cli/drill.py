"""`drill`: an exercise out of scenarios, as documents that people edit and hand back."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_changes, add_levels, add_printing
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser
from sim.cli.scenario import only, read, warn_if_cold
from sim.cli.study import Tell, progress
from sim.errors import InputError
from sim.message import Listed, Message, about
from sim.office.kept import edited, put

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.drill import Exercise, MasterList
    from sim.drill.earlier import Earlier
    from sim.drill.run_of import RunOf
    from sim.drill.texts import Texts
    from sim.load import Case
    from sim.park import Name

PLAY = "--play"
LONGEST = 120
"""Letters that the name of a folder of several incidents may have."""


def _carry_out(given: Namespace) -> int:
    """Make the exercise that the words name; returns the exit status."""
    cases = _cases(given)
    from sim.drill.texts import Texts

    earlier = _earlier(given, cases)
    texts = Texts(_own_texts(given.texts))
    warn_if_cold(given.lang)
    with progress("drill") as tell:
        runs = [_run(case, place, len(cases), tell) for place, case in enumerate(cases)]
    master = _master(given, cases, runs, texts, earlier)
    remarks = _remarks(master, runs, texts, earlier)
    files = _save(given, cases, runs, master)
    if not given.quiet:
        with printing():
            _show(master, remarks, files, given)
    return 0


def _cases(given: Namespace) -> list[Case]:
    """The scenarios, each with its park.

    Raises:
        InputError: there is none, one is named twice, changes are meant for several, or their parks differ.
    """
    paths = [only([each], "drill") for each in given.scenario] or [only([], "drill")]
    if len(paths) > 1 and (given.pick or given.set or given.levels):
        raise InputError(Message("--pick, --set and --levels change one scenario; of several incidents none can be "
                                 "meant"))  # fmt: skip
    cases = [read(path, given) for path in paths]
    ids = [case.scenario.id for case in cases]
    for each in ids:
        if ids.count(each) > 1:
            raise InputError(Message("{each} is played twice; copy the scenario under another id to play it again",
                                     each=each))  # fmt: skip
    for path, case in zip(paths, cases, strict=True):
        if case.resolved["park.yaml"] != cases[0].resolved["park.yaml"]:
            raise InputError(Message("{path} plays in another park than {paths}; incidents of one exercise share "
                                     "theirs", path=path, paths=paths[0]))  # fmt: skip
    if given.at is not None and len(given.at) != len(cases):
        count = len(given.at)
        raise InputError(about("--at", Message("{cases} scenarios begin at {cases} times, found {count}; such as "
                                               "0min,3h", cases=len(cases), count=count)))  # fmt: skip
    return cases


def _earlier(given: Namespace, cases: Sequence[Case]) -> Earlier | None:
    """The list that is handed back, if one is.

    Raises:
        InputError: it is of other scenarios.
    """
    if given.earlier is None:
        return None
    from sim.drill.paper.back import read_earlier

    earlier = read_earlier(Path(given.earlier), cases[0].park)
    theirs, ours = [each.id for each in earlier.incidents], [case.scenario.id for case in cases]
    if not set(theirs) & set(ours):
        raise InputError(Message("{earlier} is a list of {theirs}, and {ours} is to be played", earlier=given.earlier,
                                 theirs=Listed(theirs), ours=Listed(ours)))  # fmt: skip
    return earlier


def _own_texts(path: str | None) -> dict[str, Name]:
    """A designer's own templates, if there are any."""
    if path is None:
        return {}
    from sim.drill.texts import TEMPLATES, placeholders
    from sim.load.texts_form import load_texts

    return load_texts(path, TEMPLATES, placeholders)


def _run(case: Case, place: int, count: int, tell: Tell) -> RunOf:
    """A scenario's run with its deadlines."""
    from sim.drill.run_of import RunOf
    from sim.study import deadlines

    found = deadlines(case.park, case.scenario, lambda done: tell((place + done) / count))
    return RunOf.of(case.park, case.scenario, tuple(found))


def _master(
    given: Namespace, cases: Sequence[Case], runs: Sequence[RunOf], texts: Texts, earlier: Earlier | None
) -> MasterList:
    from sim.drill import master_list

    return master_list(
        runs,
        _exercise(given, earlier),
        texts,
        given.at or _begins(cases, earlier),
        earlier.given if earlier else None,
        [case.inputs_hash for case in cases],
        earlier.edits if earlier else None,
    )


def _exercise(given: Namespace, earlier: Earlier | None) -> Exercise:
    """How it is held: as the words say, else as the earlier list was, else as usual."""
    from sim.drill import Exercise, ExerciseType

    usual = earlier.exercise if earlier else Exercise()
    return Exercise(
        usual.type if given.type is None else ExerciseType(given.type),
        usual.starts if given.starts is None else given.starts,
        usual.lasts_s if given.lasts is None else given.lasts,
        usual.most_an_hour if given.most_an_hour is None else given.most_an_hour,
    )


def _begins(cases: Sequence[Case], earlier: Earlier | None) -> list[float]:
    """When each incident begins, if the earlier list was given times for all of them [s]."""
    known = {each.id: each.begins_s for each in earlier.incidents} if earlier and earlier.timed else {}
    return [known[case.scenario.id] for case in cases] if known.keys() >= {case.scenario.id for case in cases} else []


def _remarks(master: MasterList, runs: Sequence[RunOf], texts: Texts, earlier: Earlier | None) -> list[Name]:
    """What a designer must know of it."""
    from sim.drill.conflicts import conflicts, cut_short, in_one_language, missing, too_long

    found = [*too_long(master), *cut_short(master)]
    if earlier is not None:
        found += [*earlier.notes, *conflicts(master, runs, texts), *missing(earlier, master), *in_one_language(master)]
    return found


def _save(given: Namespace, cases: Sequence[Case], runs: Sequence[RunOf], master: MasterList) -> list[Path]:
    """Write the results of the runs and the documents; returns the latter.

    Raises:
        InputError: the folder cannot be written, or holds documents that were edited since they were written.
    """
    from sim.result import save
    from sim.result.folder import DRILL, folder_name
    from sim.result.replace import tidy
    from sim.study.tables import DEADLINES

    tidy(Path(given.out))  # an edited exercise that a kill left out of sight comes back before it is looked at
    names = [folder_name(case) for case in cases]
    folder = Path(given.out) / (names[0] if len(names) == 1 else _name(cases)) / DRILL
    with TemporaryDirectory() as place:
        files = _written(given, master, Path(place))
        _refuse_edited(folder, [each.name for each in files], given.earlier)
        for case, of in zip(cases, runs, strict=True):
            save(of.result, case, given.out, given.bom, {"deadlines.csv": DEADLINES.table(of.deadlines)})
        return put(files, folder)


def _name(cases: Sequence[Case]) -> str:
    """The folder of several incidents, by their names and the hash of all their inputs."""
    from sim.result.folder import HASH_LETTERS

    digest = hashlib.sha256("".join(case.inputs_hash for case in cases).encode()).hexdigest()
    return f"{'+'.join(case.scenario.id for case in cases)[:LONGEST]}-{digest[:HASH_LETTERS]}"


def _written(given: Namespace, master: MasterList, place: Path) -> list[Path]:
    from sim.drill.paper import possible, write_papers

    calendar = Path(given.calendar) if given.calendar else None
    return write_papers(master, place, given.lang, given.formats or possible(master), given.bom, calendar)


def _refuse_edited(folder: Path, names: Sequence[str], read_from: str | None) -> None:
    """Never write over what a designer has edited, but for what has just been read.

    Raises:
        InputError: a document is no longer what was written.
    """
    for path in edited(folder, names):
        if not _is(path, read_from):
            raise InputError(Message("{path} was edited since it was written; hand it back with --from {path}, move it "
                                     "away, or write elsewhere with --out DIR", path=path))  # fmt: skip


def _is(path: Path, other: str | None) -> bool:
    return other is not None and os.path.exists(other) and os.path.samefile(path, other)


def _show(master: MasterList, remarks: Sequence[Name], files: Sequence[Path], given: Namespace) -> None:
    """Print what was made, in short."""
    from sim.report.drill import drill_data, print_drill

    if given.json:
        data = drill_data(master, remarks, files, given.lang)
        print(json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False))
        return
    print_drill(make_console(), master, remarks, files, given.lang)


def _options(parser: Parser) -> None:
    parser.add("scenario", "help_drill_scenario", metavar="SCENARIO", nargs="*")
    parser.add(PLAY, "help_drill_play", action="store_true")
    parser.add("--type", "help_drill_type", *values.EXERCISE_TYPES, metavar="TYPE", type=values.exercise_type)
    parser.add("--starts", "help_drill_starts", metavar="CLOCK", type=values.clock)
    parser.add("--lasts", "help_drill_lasts", metavar="TIME", type=values.length_s)
    parser.add("--most-an-hour", "help_drill_most_an_hour", metavar="N", type=values.positive)
    parser.add("--at", "help_drill_at", metavar="TIME,...", type=values.times_s)
    parser.add("--from", "help_drill_from", metavar="FILE", dest="earlier", type=values.file)
    parser.add("--calendar", "help_drill_calendar", metavar="FILE", type=values.file)
    parser.add("--texts", "help_drill_texts", metavar="FILE", type=values.file)
    parser.add("--formats", "help_drill_formats", metavar="FORMAT,...", type=values.formats)
    add_changes(parser)
    add_levels(parser)
    add_printing(parser, "help_drill_json")


class _Drill(Command):
    """Makes an exercise, or holds it by the words of `play`."""

    def obey(self, words: Sequence[str]) -> int:
        """Do what the words say; returns the exit status."""
        if PLAY not in words:
            return super().obey(words)
        from sim.cli import play

        return play.COMMAND.obey([word for word in words if word != PLAY])


COMMAND = _Drill(
    "drill", "SCENARIO...", "help_drill", "help_drill_more",
    {
        "drill scenarios/changshou-night-shift.yaml --lasts 2h": "",
        "drill scenarios/changshou-storm-relief.yaml --type table-top --lasts 90min --lang zh": "",
        "drill scenarios/changshou-night-shift.yaml scenarios/changshou-storm-relief.yaml --at 0min,3h \\\n"
        '      --starts "2026-06-10 09:00 +08:00"': "help_drill_two",
        "drill scenarios/changshou-night-shift.yaml --from edited.xlsx": "help_drill_edited",
        "drill --play scenarios/changshou-night-shift.yaml --speed 10": "help_drill_held",
    },
    _options, _carry_out,
)  # fmt: skip
