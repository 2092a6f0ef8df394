"""`replay`: an exercise played with its real times, and the after-action report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_list, add_played
from sim.cli.output import make_console, print_json, printing
from sim.cli.parser import Parser
from sim.cli.scenario import only, read, warn_if_cold
from sim.cli.study import progress
from sim.errors import InputError, cause
from sim.message import Message, about

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from sim.drill.after_action import AfterAction
    from sim.drill.list_of_log import Listed
    from sim.drill.log_reading import Known
    from sim.drill.run_of import RunOf
    from sim.load import Case
    from sim.report.paper import Paper


def _carry_out(given: Namespace) -> int:
    """Replay the exercise that the words name; returns the exit status."""
    if not given.log:
        raise InputError(Message("say where the exercise's times are: --log FILE, a CSV file or a workbook"))
    case = read(only(given.scenario, "replay"), given)
    warn_if_cold(given.lang)
    found = _hold_against(case, given)
    from sim.report.after_action import AfterPaper

    paper = AfterPaper(found, given.lang).paper()
    folder = _save(found, paper, case, given)
    if not given.quiet:
        with printing():
            _show(found, paper, folder, given)
    return 0


def _hold_against(case: Case, given: Namespace) -> AfterAction:
    """Read the log, and play the plan and the exercise."""
    from sim.drill.after_action import after_action
    from sim.drill.log_reading import read_log
    from sim.drill.replay import NotMentioned, replay

    of = planned_run(case)
    listed = _listed(of, case, given)
    known = _known(of, listed)
    log = read_log(given.log[0], known, *given.log[1:])
    with progress("replay") as tell:
        found = replay(of, log, NotMentioned(given.not_mentioned))
        return after_action(found, listed.master, tell, case.inputs_hash, listed.path.name if listed.path else "")


def _known(of: RunOf, listed: Listed) -> Known:
    """What the log can be about, by its list."""
    from sim.drill.exercise_clock import ExerciseClock
    from sim.drill.log_reading import Known
    from sim.drill.replay import planned_times

    incident = of.scenario.id
    lines = {line.number: line for line in listed.master.lines if line.incident in ("", incident)}
    clock = ExerciseClock.of(listed.master, incident)
    return Known(of.park, of.scenario, tuple(planned_times(of)), lines, clock, listed.mark, listed.is_sure)


def planned_run(case: Case) -> RunOf:
    """The run behind an exercise, with its deadlines."""
    from sim.drill.run_of import RunOf
    from sim.study import deadlines

    with progress("deadlines") as tell:
        return RunOf.of(case.park, case.scenario, tuple(deadlines(case.park, case.scenario, tell)))


def _listed(of: RunOf, case: Case, given: Namespace) -> Listed:
    """The list that the exercise was held by: the one that is named, or that the log says."""
    from pathlib import Path

    from sim.drill import master_list
    from sim.drill.list_of_log import Lists, mark_of_logs
    from sim.result.folder import DRILL

    drills = sorted(Path(given.out).glob(f"*/{DRILL}"))
    folders = (*(Path(each).parent for each in given.log), Path(given.out), *drills)
    lists = Lists(of.park, of.scenario.id, lambda: master_list([of], hashes=[case.inputs_hash]), folders)
    return lists.of_log(mark_of_logs(given.log, of.scenario.id), given.list)


def _save(found: AfterAction, paper: Paper, case: Case, given: Namespace) -> Path:
    """Write the report into its folder; the folder.

    Raises:
        InputError: the folder cannot be written, or a library is missing.
    """
    from pathlib import Path

    from sim.record.table import write_table
    from sim.report.after_tables import after_tables
    from sim.result.replace import replaced

    texts = _texts(found, paper, given.formats)
    target = Path(given.out) / _folder_name(case, given)
    try:
        with replaced(target) as folder:
            for name, text in texts.items():
                (folder / name).write_text(text, encoding="utf-8", newline="\n")
            for name, table in after_tables(found).items() if "csv" in given.formats else ():
                write_table(folder / name, table, given.bom)
    except OSError as error:
        raise InputError(about(given.out, Message("the report cannot be written: {reason}",
                                                  reason=cause(error)))) from error  # fmt: skip
    return target


def _texts(found: AfterAction, paper: Paper, formats: Sequence[str]) -> Mapping[str, str]:
    """Every file of the report but the tables."""
    from sim.report.after_tables import after_json
    from sim.report.paper import html, markdown
    from sim.result.summary import json_text

    texts = {}
    if "json" in formats:
        texts["after-action.json"] = json_text(after_json(found))
    if "md" in formats:
        texts["after-action.md"] = markdown(paper)
    if "html" in formats:
        texts["after-action.html"] = html(paper)
    return texts


def _folder_name(case: Case, given: Namespace) -> str:
    """Named for the scenario and its variant, and by the hash of all that the report hangs on."""
    from hashlib import sha256
    from pathlib import Path

    from sim.result.folder import HASH_LETTERS

    files = [Path(each).read_bytes() for each in (*given.log, given.list) if each]
    whole = b"\0".join([case.inputs_hash.encode(), given.not_mentioned.encode(), *files])
    digest = sha256(whole).hexdigest()[:HASH_LETTERS]
    return "-".join(filter(None, (case.scenario.id, case.pick, "after", digest)))


def _show(found: AfterAction, paper: Paper, folder: Path, given: Namespace) -> None:
    """Print what was asked for."""
    from sim.report.after_tables import after_json
    from sim.report.paper_terminal import print_paper
    from sim.words import text as say

    if given.json:
        print_json(after_json(found))
        return
    print_paper(make_console(), paper)
    print(f"\n{say('files', given.lang, where=folder)}")


def _options(parser: Parser) -> None:
    add_played(parser, "help_replay_json")
    parser.add("--log", "help_replay_log", metavar="FILE", type=values.file, action="append", default=[])
    add_list(parser)
    parser.add("--not-mentioned", "help_replay_not_mentioned", metavar="done|missed", type=values.not_mentioned,
               default=values.NOT_MENTIONED[0])  # fmt: skip
    parser.add("--formats", "help_replay_formats", *values.AFTER_FORMATS, metavar="FORMAT,...",
               type=values.after_formats, default=values.AFTER_FORMATS)  # fmt: skip


COMMAND = Command(
    "replay", "SCENARIO", "help_replay", "help_replay_more",
    {
        "replay docs/first-park/plan.yaml --log docs/first-park/exercise.csv": "",
        "replay docs/first-park/plan.yaml --log docs/first-park/exercise.csv --not-mentioned missed --lang zh": "",
        "replay scenarios/changshou-night-shift.yaml --log night.xlsx --list master-list.json": "help_replay_by_list",
    },
    _options, _carry_out,
)  # fmt: skip
