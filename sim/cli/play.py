"""`play`: an exercise held against the clock, in the terminal or with entries from a pipe."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.keys import Piped, Source, Typed
from sim.cli.options import add_changes, add_language, add_levels, add_list, add_out
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser
from sim.cli.scenario import only, read, warn_if_cold
from sim.errors import InputError

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.drill import MasterList
    from sim.drill.journal import Journal
    from sim.drill.play import Move, Play

TICK_S = 5.0
"""Real time between two entries in the journal of how far the clock has come [s]."""
WAIT_S = 0.1
"""How long to wait for an entry before the clock is looked at again [s]."""
LIST = "-list"
"""How the name of the file ends that holds the list of an exercise."""


def _carry_out(given: Namespace) -> int:
    """Hold the exercise that the words name; returns the exit status."""
    name = only(given.scenario, "play")
    master, name = _from_list(name) if name.endswith(".json") else _from_scenario(name, given)
    held = _begun(master, name, given)
    from sim.words import text as say

    with printing():
        try:
            _hold(held)
        except KeyboardInterrupt:
            print(say("cut_off", given.lang, where=held.journal.path), file=sys.stderr)
            raise
        _finish(held, Path(given.out) / f"{name}-log.csv")
    return 0


def _from_list(path: str) -> tuple[MasterList, str]:
    """A master list that holds all it needs, and what the exercise is called."""
    from sim.drill.listed import read_list

    return read_list(path), Path(path).stem.removesuffix(LIST)


def _from_scenario(scenario: str, given: Namespace) -> tuple[MasterList, str]:
    """The list that was made of a scenario, or the one it gives."""
    from sim.cli.replay import planned_run
    from sim.drill import Exercise, master_list
    from sim.drill.listed import read_list

    case = read(scenario, given)
    name = "-".join(filter(None, [case.scenario.id, case.pick]))
    if given.list is not None:
        return read_list(given.list, case.park, case.scenario.id), name
    warn_if_cold(given.lang)
    lasts = {} if given.lasts is None else {"lasts_s": given.lasts}
    return master_list([planned_run(case)], Exercise(**lasts), hashes=[case.inputs_hash]), name


@dataclass
class Held:
    """An exercise that is being held: its state, its journal, and where its clock stands."""

    play: Play
    journal: Journal
    language: str
    speed: float
    quiet: bool
    exercise_s: float = 0.0
    replies: list[str] = field(default_factory=list)
    told: set[int] = field(default_factory=set)
    """Lines that have been said to be due."""
    kept_at: float = 0.0
    """Real time of the last entry in the journal [s]."""

    def make(self, *moves: Move) -> None:
        """Make moves: on the disk first."""
        for move in moves:
            self.journal.add(move)
            self.play = self.play.after(move)
            self.kept_at = time.monotonic()

    def run_on(self, real_s: float) -> None:
        """Let the clock run on by a stretch of real time, and do what comes due by itself."""
        from sim.drill.play import Do, Move

        if not self.play.paused:
            self.exercise_s += real_s * self.speed
        while own := self.play.own_moves(self.exercise_s):
            self.make(*own)
            for move in own:
                self._tell_of(move)
        self._tell_due()
        if time.monotonic() - self.kept_at >= TICK_S and not self.play.paused:
            self.make(Move(self.exercise_s, Do.TICK))

    def take(self, text: str) -> list[str]:
        """Take an entry; what to show besides the reply."""
        from sim.drill.entry import take
        from sim.report.play_reply import reply
        from sim.report.play_screen import plain_lines

        taken = take(self.play, self.exercise_s, text)
        self.make(*taken.moves)
        if taken.reply == "show":
            return plain_lines(self.play, self.exercise_s, self.language)
        if taken.reply:
            self.replies += reply(taken.reply, self.language, taken.values).splitlines()
        return []

    def _tell_of(self, move: Move) -> None:
        from sim.drill.play import Do
        from sim.units import time_text
        from sim.words import text as say

        if move.do is Do.RELEASE:
            text = self.play.by_number[move.number].text.in_language(self.language)
            self.replies.append(say("released", self.language, number=move.number, text=text))
            self.told.add(move.number)
        else:
            self.replies.append(say("jumped", self.language, time=time_text(move.time_s)))

    def _tell_due(self) -> None:
        """Say once of each line that its time has come, and of each contingency that it is not needed."""
        from sim.drill.play import Standing
        from sim.words import text as say

        for line in self.play.lines:
            if line.number in self.told:
                continue
            how = self.play.standing(line, self.exercise_s)
            if how is Standing.WITHHELD:
                self.replies.append(say("withheld", self.language, number=line.number))
            elif how not in (Standing.TO_COME, Standing.ENDED):
                text = line.text.in_language(self.language)
                self.replies.append(say("play_due", self.language, number=line.number, text=text))
            if how is not Standing.TO_COME:
                self.told.add(line.number)


def _begun(master: MasterList, name: str, given: Namespace) -> Held:
    """The exercise at its beginning, or where its journal leaves it; its list lies where its log will.

    Raises:
        InputError: there is a journal already, or none to go on from, or a file cannot be written.
    """
    from sim.drill.journal import Journal
    from sim.drill.play import Play
    from sim.units import time_text
    from sim.words import text as say

    play = Play(master.lines, master.incidents, master.starts)
    journal = Journal(Path(given.journal or Path(given.out) / f"{name}-journal.jsonl"))
    held = Held(play, journal, given.lang, given.speed, given.quiet, kept_at=time.monotonic())
    if not given.resume:
        journal.begin(play.lines)
        _put_list(master, Path(given.out) / f"{name}{LIST}.json", (*given.scenario, given.list))
        return held
    moves, torn = journal.resume(play.lines)
    moves = [move for move in moves if move.do != "quit"]
    held.play = play.after(*moves)
    held.exercise_s = held.play.now_s
    entries = sum(not move.own and move.do != "tick" for move in moves)
    if torn:
        held.replies.append(say("torn", given.lang))
    held.replies.append(say("resumed", given.lang, time=time_text(held.exercise_s), entries=entries))
    return held


def _put_list(master: MasterList, path: Path, sources: Iterable[str | None]) -> None:
    """Write the list, by which `replay` reads the log, unless it was read from there.

    Raises:
        InputError: it cannot be written.
    """
    from sim.drill.paper.json import write_to

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not any(each and path.exists() and path.samefile(each) for each in sources):
            write_to(path, master)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from error


def _hold(held: Held) -> None:
    """Hold the exercise until somebody ends it, or nobody types any more."""
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty() and Typed.possible():
        _on_screen(held)
    else:
        with Piped() as source:
            _run(held, source, lambda: _print_new(held))


def _run(held: Held, source: Source, show: Callable[[], None]) -> None:
    """Let the clock run, take entries, show."""
    before = time.monotonic()
    while not held.play.ended:
        show()
        entry = source.next(WAIT_S)
        now = time.monotonic()
        held.run_on(now - before)
        before = now
        if entry is None:
            continue
        if entry == source.END:
            held.take("quit")
        elif shown := held.take(entry):
            held.replies += shown
        held.run_on(0.0)
    show()


def _print_new(held: Held) -> None:
    """Print what was said since."""
    if not held.quiet:
        for each in held.replies:
            print(each, flush=True)
    held.replies.clear()


def _on_screen(held: Held) -> None:
    """Hold it in a terminal that shows how things stand."""
    from rich.live import Live

    from sim.report.play_screen import screen

    console = make_console()
    with Typed() as source, Live(console=console, auto_refresh=False, screen=True) as live:

        def show() -> None:
            drawn = screen(held.play, held.exercise_s, held.language, held.replies, source.typed, console.height)
            live.update(drawn, refresh=True)

        _run(held, source, show)


def _finish(held: Held, path: Path) -> None:
    """Write the log that `replay` reads.

    Raises:
        InputError: it cannot be written.
    """
    from sim.drill.log import COLUMNS, log_table
    from sim.record.table import Table, write_table
    from sim.words import text as say

    tables = [log_table(held.play.log(each.id, held.language), each.id) for each in held.play.incidents]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_table(path, Table(COLUMNS, [row for table in tables for row in table.rows]))
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from error
    if not held.quiet:
        print(say("log_at", held.language, where=path))
        print(say("journal_at", held.language, where=held.journal.path))


def _options(parser: Parser) -> None:
    parser.add("scenario", "help_play_scenario", metavar="SCENARIO", nargs="*")
    add_list(parser)
    add_changes(parser)
    add_levels(parser)
    parser.add("--lasts", "help_play_lasts", metavar="TIME", type=values.time_s)
    parser.add("--speed", "help_play_speed", metavar="N", type=values.speed, default=1.0)
    parser.add("--journal", "help_play_journal", metavar="FILE", type=values.file)
    parser.add("--resume", "help_play_resume", action="store_true")
    add_out(parser, "help_play_out", "results")
    add_language(parser)
    parser.add("--quiet", "help_option_quiet", action="store_true")


COMMAND = Command(
    "play", "SCENARIO|LIST.json", "help_play", "help_play_more",
    {
        "play docs/first-park/plan.yaml --speed 10": "",
        "play scenarios/changshou-night-shift.yaml --list edited.xlsx --lang zh": "",
        "play master-list.json --journal night.jsonl": "",
        "play master-list.json --journal night.jsonl --resume": "",
    },
    _options, _carry_out,
)  # fmt: skip
