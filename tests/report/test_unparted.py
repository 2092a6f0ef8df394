"""Lines on a terminal: whatever its width, no number is parted from its unit."""

import re

import pytest
from rich.console import Console

from sim.record.column import Column
from sim.report.printing import put
from sim.report.table import terminal_table

CHINESE = "公共设施失守概率在 6,422 m3 及以下不超过 20 %（置信度95 %的区间 6,359 m3 起），历时4 h 28 min。"
ENGLISH = "P(breach of Plant) stays under 5 % up to 3,420 m3 (3,300 m3 or more with 95 % confidence), for 4 h 28 min."


def printed(said, width):
    console = Console(width=width)
    with console.capture() as caught:
        put(console, said)
    return caught.get()


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_no_line_begins_with_a_unit(words):
    """
    All widths from 24 to 120 cells, as a line and as a cell of a table; not a letter but blanks is lost.
    """
    cell = Column("", lambda row: row, title="says")
    for width in range(24, 121):
        for text in (printed(words, width), printed(terminal_table("zh", [cell], [words]), width)):
            assert not re.search(r"\n *(%|m3|h|min)\b|\n *%", text), (width, text)
            assert re.sub(r"\s", "", words) in re.sub(r"\s", "", text)
