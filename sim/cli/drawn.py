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
    from sim.ensemble.workers import Asked


def add_drawn(parser: Parser) -> None:
    """How numbers are drawn, and who plays."""
    parser.add("--workers", "help_ensemble_workers", metavar="N", type=values.count)
    parser.add("--dask", "help_cluster_dask", metavar="ADDRESS", type=values.address)
    parser.add("--seed", "help_ensemble_seed", metavar="N", type=values.whole, default=1)
    parser.add("--sampling", "help_ensemble_sampling", metavar="|".join(values.SAMPLINGS), default="mc",
               type=values.sampling)  # fmt: skip


def workers(given: Namespace) -> Asked:
    """Who plays: the workers of a cluster, or so many processes, one a core if nobody says.

    Raises:
        InputError: both are named.
    """
    if given.dask and given.workers:
        raise InputError(Message("--workers counts processes of this machine, and --dask has a cluster play; leave one "
                                 "of the two out"))  # fmt: skip
    return given.dask or given.workers or os.cpu_count() or 1


def start_of(given: Namespace, command: str, runs: int) -> Start:
    """What is read, and how numbers are drawn.

    Raises:
        InputError: an age is named, and no levels that could have it.
    """
    from sim.ensemble import Sampling, Start

    if given.levels is None and given.max_age is not None:
        raise InputError(Message("--max-age says how old measured levels may be; write --levels FILE too, or leave it "
                                 "out"))  # fmt: skip
    age = {} if given.max_age is None else {"max_age_s": given.max_age}
    sampling = Sampling(given.sampling)
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
