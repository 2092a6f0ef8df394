"""Quantities over time, one DataFrame each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sim.errors import InputError
from sim.load.suggest import hint
from sim.message import Message
from sim.park import Park
from sim.record.course import Course
from sim.record.record import Floats, Record
from sim.result.frame import need_pandas

if TYPE_CHECKING:
    import pandas as pd

TIME = "time [s]"


class Frames(ABC):
    """Quantities of storages or of links by name, as in `frames["volume"]`.

    Each is a DataFrame indexed by seconds since the start, one column a storage or link.
    """

    quantities: tuple[str, ...]
    of_what: str

    def __init__(self, park: Park, record: Record) -> None:
        self._park = park
        self._record = record

    def __getitem__(self, quantity: str) -> pd.DataFrame:
        """One quantity over time.

        Raises:
            InputError: there is no such quantity, the run kept no trace, or pandas is missing.
        """
        if quantity not in self.quantities:
            raise InputError(Message("{what} have no quantity '{quantity}'; {hint}", what=self.of_what,
                                     quantity=quantity, hint=hint(str(quantity), self.quantities)))  # fmt: skip
        if self._record.trace is None:
            raise InputError(Message("the run of {scenario} kept no trace, so how its {what} went is not known; run "
                                     "it again with a trace", scenario=self._record.scenario,
                                     what=self.of_what))  # fmt: skip
        need_pandas()
        return self._frame(quantity, Course(self._record))

    @abstractmethod
    def _frame(self, quantity: str, course: Course) -> pd.DataFrame: ...

    @property
    @abstractmethod
    def summary(self) -> pd.DataFrame:
        """A row for every storage or link."""

    def keys(self) -> tuple[str, ...]:
        """The quantities there are."""
        return self.quantities

    def __iter__(self) -> Iterator[str]:
        return iter(self.quantities)

    def __len__(self) -> int:
        return len(self.quantities)

    def __contains__(self, quantity: object) -> bool:
        return quantity in self.quantities

    def _ipython_key_completions_(self) -> list[str]:
        return list(self.quantities)

    def __repr__(self) -> str:
        return f"<{self.of_what.capitalize()} over time: {', '.join(self.quantities)}>"


def over_time(times_s: Floats, ids: Sequence[str], columns: Sequence[Floats]) -> pd.DataFrame:
    """Columns over time."""
    import numpy as np
    import pandas as pd

    values = np.column_stack(columns) if columns else np.empty((len(times_s), 0))
    return pd.DataFrame(values, index=pd.Index(times_s, name=TIME), columns=list(ids))
