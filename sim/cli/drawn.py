"""What commands have in common that play runs with numbers and lots drawn anew."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.parser import Parser
from sim.cli.scenario import only
from sim.errors import InputError
from sim.message import Message

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.ensemble import Start
    from sim.ensemble.ensemble import Tell


SEED, SAMPLING = 1, "mc"
"""What draws begin with, and how they lie, unless somebody says otherwise."""


def add_drawn(parser: Parser) -> None:
    """How numbers are drawn, and who plays."""
    add_players(parser)
    parser.add("--sampling", "help_ensemble_sampling", metavar="|".join(values.SAMPLINGS), default=SAMPLING,
               type=values.sampling)  # fmt: skip


def add_players(parser: Parser) -> None:
    """Who plays, and what all draws begin with."""
    parser.add("--workers", "help_ensemble_workers", metavar="N", type=values.count)
    parser.add("--seed", "help_ensemble_seed", metavar="N", type=values.whole, default=SEED)


def workers(given: Namespace) -> int:
    """On how many processes runs are played: on all cores, if nobody says."""
    return given.workers or os.cpu_count() or 1


def start_of(given: Namespace, command: str, runs: int = 0) -> Start:
    """What is read, and how numbers are drawn; where that is not for the words to say, each by itself.

    Raises:
        InputError: an age is named, and no levels that could have it.
    """
    from sim.ensemble import Sampling, Start

    if given.levels is None and given.max_age is not None:
        raise InputError(Message("--max-age says how old measured levels may be; write --levels FILE too, or leave it "
                                 "out"))  # fmt: skip
    age = {} if given.max_age is None else {"max_age_s": given.max_age}
    sampling = Sampling(given.sampling) if "sampling" in given else Sampling.MC
    return Start(only(given.scenario, command), given.seed, sampling, 0 if sampling is Sampling.MC else runs,
                 given.pick, tuple(given.set), given.levels, **age)  # fmt: skip


@contextmanager
def pace(language: str) -> Iterator[Tell]:
    """A line for somebody who looks on: how far, how fast, how long still, and the estimate so far."""
    if not sys.stderr.isatty():
        yield lambda tally: None
        return
    from rich.console import Console
    from rich.live import Live

    from sim.report.ensemble import Pace

    told = Pace(language)
    with Live("", console=Console(stderr=True), transient=True, auto_refresh=False) as live:
        yield lambda tally: live.update(told.line(tally), refresh=True)
