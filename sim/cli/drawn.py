"""What commands have in common that play runs with numbers and lots drawn anew."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sim.cli import values
from sim.cli.onlooker import onlooker
from sim.cli.parser import Parser
from sim.cli.scenario import only
from sim.errors import InputError, cause
from sim.message import Listed, Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.ensemble import Sampling, Start
    from sim.ensemble.workers import Asked
    from sim.record.table import Table

Told = TypeVar("Told")


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
    parser.add("--dask", "help_cluster_dask", metavar="ADDRESS", type=values.address)
    parser.add("--seed", "help_ensemble_seed", metavar="N", type=values.whole, default=SEED)


def workers(given: Namespace) -> Asked:
    """Who plays: the workers of a cluster, or so many processes, one a core if nobody says.

    Raises:
        InputError: both are named.
    """
    if given.dask and given.workers:
        raise InputError(Message("--workers counts processes of this machine, and --dask has a cluster play; leave one "
                                 "of the two out"))  # fmt: skip
    return given.dask or given.workers or os.cpu_count() or 1


def start_of(given: Namespace, command: str, runs: int = 0) -> Start:
    """What is read, and how numbers are drawn; where that is not for the words to say, each by itself.

    Raises:
        InputError: an age is named, and no levels that could have it.
    """
    from sim.ensemble import Sampling

    sampling = Sampling(given.sampling) if "sampling" in given else Sampling.MC
    return start_at(only(given.scenario, command), given, given.seed, sampling, runs)


def start_at(scenario: str, given: Namespace, seed: int, sampling: Sampling, runs: int) -> Start:
    """The same of a scenario with the changes that the words ask for, drawn in some way.

    Raises:
        InputError: an age is named, and no levels that could have it.
    """
    from sim.ensemble import Sampling, Start

    if given.levels is None and given.max_age is not None:
        raise InputError(Message("--max-age says how old measured levels may be; write --levels FILE too, or leave it "
                                 "out"))  # fmt: skip
    age = {} if given.max_age is None else {"max_age_s": given.max_age}
    return Start(scenario, seed, sampling, 0 if sampling is Sampling.MC else runs, given.pick, tuple(given.set),
                 given.levels, **age)  # fmt: skip


def of_one_accident(start: Start, study: str) -> Start:
    """A start of which every run is of one accident.

    Raises:
        InputError: each would be of one of several incidents, and such a study has no use for that.
    """
    from sim.ensemble import prepare

    incidents = [each.id for each in prepare(start).incidents]
    if incidents:
        raise InputError(Message("{scenario} has {count} incidents, and {study} asks about one accident; name one with "
                                 "--pick: {incidents}", scenario=start.scenario, count=len(incidents), study=study,
                                 incidents=Listed(incidents, " or ")))  # fmt: skip
    return start


def folder_name(start: Start, inputs_hash: str, study: str, design: str) -> str:
    """The name of the folder that a study goes into: the same for the same inputs, seed and design."""
    from sim.result.folder import HASH_LETTERS

    parts = (Path(start.scenario).stem, start.pick, study, f"seed{start.seed}", design, inputs_hash[:HASH_LETTERS])
    return "-".join(filter(None, parts))


def write_tables(folder: Path, tables: Mapping[str, Table], bom: bool) -> None:
    """Put tables into a folder, which is made if it is not there.

    Raises:
        InputError: it cannot be written.
    """
    from sim.record.table import table_bytes

    write_files(folder, {name: table_bytes(table, bom) for name, table in tables.items()})


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files into a folder, which is made if it is not there.

    Raises:
        InputError: it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        raise InputError(about(folder, Message("the results cannot be written: {reason}",
                                               reason=cause(error)))) from error  # fmt: skip


@contextmanager
def pace(
    line_of: Callable[[], Callable[[Told], str]], study: str = "", share: Callable[[Told], float] | None = None
) -> Iterator[Callable[[Told], None]]:
    """A line for somebody who looks on; `line_of` begins to look, and then says the line of what it is told. Whoever
    looks on from elsewhere is told which `share` of the study is done, where that is known."""
    if share and (told := onlooker()):
        yield lambda each: told(study, share(each))
        return
    if not sys.stderr.isatty():
        yield lambda told: None
        return
    from rich.console import Console
    from rich.live import Live

    line = line_of()
    with Live("", console=Console(stderr=True), transient=True, auto_refresh=False) as live:
        yield lambda told: live.update(line(told), refresh=True)
