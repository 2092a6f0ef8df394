"""DataFrames, for those who have pandas."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from sim.errors import InputError
from sim.message import Message
from sim.record.table import Table

if TYPE_CHECKING:
    import pandas as pd

EXTRA = "pip install three-tier-containment[tables]"


def need_pandas() -> None:
    """Say what to install when there is no pandas; importing it takes a second, so it comes late.

    Raises:
        InputError: pandas is not installed.
    """
    if find_spec("pandas") is None:
        raise InputError(Message("tables in Python need pandas, which is not installed; {extra}", extra=EXTRA))


def frame(table: Table) -> pd.DataFrame:
    """A table as a DataFrame, with its first column as index.

    Raises:
        InputError: pandas is not installed.
    """
    need_pandas()
    import pandas as pd

    whole = pd.DataFrame.from_records([tuple(row) for row in table.rows], columns=list(table.header))
    return whole.set_index(table.header[0])
