"""How much of a card's page words take, so that a card stays on one page in the largest letters that do."""

from __future__ import annotations

from collections.abc import Sequence

from sim.office.look import lines_of_text
from sim.park.names import in_chinese

PT_A_CM = 72 / 2.54
LETTER, LINE = 0.48, 1.25
"""Width of a Latin letter and height of a line, in sizes of the font."""
CHINESE_LETTER, CHINESE_LINE = 0.55, 1.45
"""The same of Chinese texts, whose letters take two; between them and figures stands a little blank."""
BETWEEN_PT = 4.0
"""Above and below the words of a row, and below a paragraph."""
PADDING_CM = 0.4
"""Left and right of the words of a cell."""


def height_pt(text: str, size_pt: float, width_cm: float) -> float:
    """How high a text of a size is, broken to a width.

    >>> height_pt("Shut the outfall", 10, 10), height_pt("Shut the outfall", 10, 2)
    (16.5, 29.0)
    """
    letter, line = (CHINESE_LETTER, CHINESE_LINE) if in_chinese(text) else (LETTER, LINE)
    letters = width_cm * PT_A_CM / (letter * size_pt)
    return lines_of_text(text, letters) * line * size_pt + BETWEEN_PT


def table_pt(rows: Sequence[Sequence[str]], widths_cm: Sequence[float], size_pt: float) -> float:
    """How high a table is."""
    return sum(max(height_pt(cell, size_pt, width - PADDING_CM) for cell, width in zip(row, widths_cm, strict=True))
               for row in rows)  # fmt: skip


def fitting(
    rows: Sequence[Sequence[str]], widths_cm: Sequence[float], room_pt: float, sizes_pt: Sequence[float]
) -> tuple[int, float]:
    """How many rows fit and in which size: all in the largest that has room, else as many as the smallest has room for.

    The first row is the head and always stands.

    >>> rows = [["Do"], ["Shut the outfall"], ["Start the pump"]]
    >>> fitting(rows, [10], 100, (20, 10)), fitting(rows, [10], 60, (20, 10)), fitting(rows, [10], 40, (20, 10))
    ((3, 20), (3, 10), (2, 10))
    """
    for size_pt in sizes_pt:
        if table_pt(rows, widths_cm, size_pt) <= room_pt:
            return len(rows), size_pt
    least = sizes_pt[-1]
    count = len(rows)
    while count > 1 and table_pt(rows[:count], widths_cm, least) > room_pt:
        count -= 1
    return count, least
