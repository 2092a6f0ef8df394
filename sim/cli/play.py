"""`play`: an exercise held against the clock, in the terminal or with entries from a pipe."""

from __future__ import annotations

import sys
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

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.drill import MasterList
    from sim.drill.conductor import Conductor, Said

WAIT_S = 0.1
"""How long to wait for an entry before the clock is looked at again [s]."""
LIST = "-list"
"""How the name of the file ends that holds the list of an exercise."""


def _carry_out(given: Namespace) -> int:
    """Hold the exercise that the words name; returns the exit status."""
    name = only(given.scenario, "play")
    master, name = _from_list(name) if name.endswith(".json") else _from_scenario(name, given)
    desk = _begun(master, name, given)
    from sim.words import text as say

    journal = desk.conductor.journal.path
    with printing():
        try:
            _hold(desk)
        except KeyboardInterrupt:
            print(say("cut_off", given.lang, where=journal), file=sys.stderr)
            raise
        log = Path(given.out) / f"{name}-log.csv"
        desk.conductor.write_log(log, given.lang)
        noted = desk.conductor.write_notes(notes := Path(given.out) / f"{name}-notes.csv")
        if not given.quiet:
            print(say("log_at", given.lang, where=log))
            if noted:
                print(say("notes_at", given.lang, where=notes))
            print(say("journal_at", given.lang, where=journal))
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
class Desk:
    """Where exercise control sits: who conducts, and what was told and is not shown yet."""

    conductor: Conductor
    language: str
    quiet: bool
    told: list[str] = field(default_factory=list)

    def tell(self, said: Iterable[Said]) -> None:
        """Put what the conductor says into words."""
        for each in said:
            self.told += self._words(each)

    def _words(self, said: Said) -> list[str]:
        from sim.report.play_reply import reply
        from sim.report.play_screen import plain_lines

        if said.key == "show":
            return plain_lines(self.conductor.play, self.conductor.exercise_s, self.language)
        return reply(said.key, self.language, said.values).splitlines()


def _begun(master: MasterList, name: str, given: Namespace) -> Desk:
    """The exercise at its beginning, or where its journal leaves it; its list lies where its log will.

    Raises:
        InputError: there is a journal already, or none to go on from, or a file cannot be written.
    """
    from sim.drill.conductor import Conductor
    from sim.drill.journal import Journal
    from sim.drill.listed import put_list
    from sim.drill.play import Play

    journal = Journal(Path(given.journal or Path(given.out) / f"{name}-journal.jsonl"))
    held = Conductor(Play(master.lines, master.incidents, master.starts), journal, speed=given.speed)
    desk = Desk(held, given.lang, given.quiet)
    if given.resume:
        desk.tell(held.resume())
    else:
        held.begin()
        put_list(master, Path(given.out) / f"{name}{LIST}.json", (*given.scenario, given.list))
    return desk


def _hold(desk: Desk) -> None:
    """Hold the exercise until somebody ends it, or nobody types any more."""
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty() and Typed.possible():
        _on_screen(desk)
    else:
        with Piped() as source:
            _run(desk, source, lambda: _print_new(desk))


def _run(desk: Desk, source: Source, show: Callable[[], None]) -> None:
    """Let the clock run, take entries, show."""
    held = desk.conductor
    while not held.play.ended:
        show()
        entry = source.next(WAIT_S)
        desk.tell(held.run_on())
        if entry is not None:
            desk.tell(held.take("quit" if entry == source.END else entry))
            desk.tell(held.run_on())
    show()


def _print_new(desk: Desk) -> None:
    """Print what was told since."""
    if not desk.quiet:
        for each in desk.told:
            print(each, flush=True)
    desk.told.clear()


def _on_screen(desk: Desk) -> None:
    """Hold it in a terminal that shows how things stand."""
    from rich.live import Live

    from sim.report.play_screen import screen

    console, held = make_console(), desk.conductor
    with Typed() as source, Live(console=console, auto_refresh=False, screen=True) as live:

        def show() -> None:
            drawn = screen(held.play, held.exercise_s, desk.language, desk.told, source.typed, console.height)
            live.update(drawn, refresh=True)

        _run(desk, source, show)


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
