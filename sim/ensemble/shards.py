"""Runs of an ensemble on disk: Parquet files of a thousand runs each, which stay when a study is killed and goes on."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.ensemble.player import Run
from sim.errors import InputError, cause
from sim.message import Message, about
from sim.park import Uncertain
from sim.units import Dimension

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

RUNS = "runs"
"""The folder of the files."""
SHARD = 1000
"""Runs in a file; the last may have fewer."""
FAILED = "failed"
VERDICT, ESCAPED, FIRST, MARGIN, CAUSE = OF_TIER = (
    "verdict", "escaped [m3]", "first escape at [s]", "margin [m3]", "cause")  # fmt: skip


def unit_of(uncertain: Uncertain) -> str:
    """The unit of its column; `-` for a bare number."""
    return Dimension(uncertain.measures).si if uncertain.measures else "-"


def head_of(uncertain: Uncertain) -> str:
    """The name of its column."""
    return uncertain.path if uncertain.names else f"{uncertain.path} [{unit_of(uncertain)}]"


@dataclass(frozen=True, slots=True)
class Shards:
    """The files of one ensemble."""

    folder: Path
    tiers: tuple[str, ...]
    uncertain: tuple[Uncertain, ...]

    def __post_init__(self) -> None:
        if not find_spec("pyarrow"):
            raise InputError(Message("runs are kept as Parquet, which needs pyarrow; install the extra `tables`"))

    @property
    def heads(self) -> list[str]:
        """The names of the columns."""
        of_tiers = [f"{tier}: {each}" for tier in self.tiers for each in OF_TIER]
        return ["run", "lots", FAILED, *of_tiers, *map(head_of, self.uncertain)]

    def path(self, shard: int) -> Path:
        """The file of a shard."""
        return self.folder / RUNS / f"{shard:06}.parquet"

    def held(self, shard: int) -> int:
        """How many runs a shard has on disk; none when its file is damaged."""
        from pyarrow import ArrowException, parquet

        try:
            with parquet.ParquetFile(self.path(shard)) as file:
                return int(file.metadata.num_rows) if file.schema_arrow.names == self.heads else 0
        except (OSError, ArrowException):
            return 0

    def runs(self) -> int:
        """How many runs are on disk from the first on, none left out."""
        found, shard = 0, 0
        while held := self.held(shard):
            found, shard = found + held, shard + 1
            if held < SHARD:
                break
        return found

    def write(self, shard: int, runs: Sequence[Run]) -> None:
        """Put a shard on disk, whole or not at all; the same runs give the same bytes.

        Raises:
            InputError: the folder cannot be written.
        """
        import pyarrow as pa
        from pyarrow import parquet

        path = self.path(shard)
        making = path.with_suffix(".making")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            table = pa.Table.from_arrays(self._columns(runs), names=self.heads)
            parquet.write_table(table, making, compression="zstd", compression_level=3, version="2.6",
                                store_schema=False)  # fmt: skip
            os.replace(making, path)
        except OSError as error:
            raise InputError(about(self.folder, Message("the results cannot be written: {reason}",
                                                        reason=cause(error)))) from error  # fmt: skip

    def _columns(self, runs: Sequence[Run]) -> list[Any]:
        import pyarrow as pa

        def numbers(values: list[Any], kind: Any = None) -> Any:
            return pa.array(values, kind or pa.float64())

        columns = [
            numbers([run.index for run in runs], pa.int64()),
            numbers([run.lots for run in runs], pa.int64()),
            numbers([run.failed for run in runs], pa.string()),
        ]
        for k in range(len(self.tiers)):
            told = [run.tiers[k] if run.tiers else None for run in runs]
            columns.append(numbers([each and each.word for each in told], pa.string()))
            columns += [numbers([each and getattr(each, name) for each in told])
                        for name in ("escaped_m3", "first_s", "margin_m3")]  # fmt: skip
            columns.append(numbers([each and each.cause for each in told], pa.string()))
        return columns + [self._drawn(k, runs) for k in range(len(self.uncertain))]

    def _drawn(self, place: int, runs: Sequence[Run]) -> Any:
        """What was drawn of an uncertain number; what it stands for where it is a name."""
        import pyarrow as pa

        drawn, names = [run.numbers[place] for run in runs], self.uncertain[place].names
        return pa.array([names[int(each)] for each in drawn], pa.string()) if names else pa.array(drawn, pa.float64())

    def counts(self, head: str, count: int) -> Counter[str]:
        """How often each text stands in a column of the first `count` runs, of those that could be played."""
        from pyarrow import parquet

        found: Counter[str] = Counter()
        for shard in range(-(-count // SHARD)):
            column = parquet.read_table(self.path(shard), columns=[head]).column(0).slice(0, count - shard * SHARD)
            counted = ((each["values"], each["counts"]) for each in column.value_counts().to_pylist())
            found.update({text: times for text, times in counted if text is not None})
        return found

    def column(self, head: str, count: int, shard: int | None = None) -> Any:
        """One column of the first `count` runs, or of those of a shard; NaN or None where a run failed.

        Of equal texts there is one, so that a million of them take no more than a million numbers.
        """
        shards = range(-(-count // SHARD)) if shard is None else (shard,)
        texts: dict[str, str] = {}
        whole, first = None, 0
        for each in shards:
            part = self._part(head, each)[: count - first]
            if part.dtype == object:
                part = [text and texts.setdefault(text, text) for text in part]
            if whole is None:
                whole = np.empty(count, object if isinstance(part, list) else part.dtype)
            whole[first : first + len(part)] = part
            first += len(part)
        return whole

    def lots(self, index: int) -> int:
        """What the lots of a run were drawn with."""
        return int(self._part("lots", index // SHARD)[index % SHARD])

    def _part(self, head: str, shard: int) -> Any:
        """One column of a shard."""
        from pyarrow import parquet

        with parquet.ParquetFile(self.path(shard)) as file:
            return file.read(columns=[head], use_threads=False).column(0).to_numpy()
