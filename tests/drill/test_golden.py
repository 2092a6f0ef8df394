"""Whole timelines of the first park: `*.timeline.txt` is the table as CSV, in both languages.

When a change is meant, `python -m tests.drill.test_golden` writes them anew; read the difference.
"""

from pathlib import Path

import pytest

from sim.drill import Exercise, ExerciseType, master_list
from sim.drill.paper.csv import list_table
from sim.record.table import cell_text
from tests.drill.runs import run_of

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
HELD = {
    "night-shift": ("en", Exercise(lasts_s=7200)),
    "storm-relief": ("zh", Exercise(ExerciseType.TABLE_TOP, "2026-06-10T09:00:00+08:00", 5400, 12)),
    "outfall-open": ("en", Exercise(ExerciseType.FUNCTIONAL)),
}


def timeline(name):
    """The table, a row a line of the text."""
    language, exercise = HELD[name]
    master = master_list([run_of(name)], exercise)
    table = list_table(master, language)
    rows = [table.header, *table.rows]
    return "".join(" | ".join(cell_text(each).replace("\n", " ") for each in row).rstrip() + "\n" for row in rows)


@pytest.mark.parametrize("name", HELD)
def test_timeline_is_as_before(name):
    assert timeline(name) == (HERE / f"{name}.timeline.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in HELD:
        (HERE / f"{each}.timeline.txt").write_text(timeline(each), encoding="utf-8", newline="\n")
