"""Text of a CSV file to cells: commas, semicolons or tabs, each cell with its line and column."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from sim.load.grid import ABOVE, MOST_CELLS, Grid, Knows, Rows, headed, known_in, trimmed
from sim.load.node import Scalar
from sim.load.place import Faults, Place
from sim.message import Message

SEPARATORS = (",", ";", "\t")
_LINE_END = re.compile(r"\r\n|[\r\n]")


def read_csv(text: str, file: str, knows: Knows, faults: Faults) -> Grid | None:
    """The cells of a CSV text; None when it cannot be read, which is noted."""
    rows = read_rows(text, file, faults, separator_of(text, knows))
    if rows is None:
        return None
    head = headed(rows, knows)
    return Grid(rows[head:], rows[:head])


def read_rows(text: str, file: str, faults: Faults, separator: str = ",") -> Rows | None:
    """The cells of a CSV text, row by row, blank rows and empty ends left out; None when it cannot be read.

    >>> [cell.text for cell in read_rows('a;"b;c";;', "x.csv", Faults(), ";")[0]]
    ['a', 'b;c']
    """
    cell_at, blank_at = _patterns(separator)
    rows: Rows = [[]]
    line, begin, at, count, end_of_blank = 1, 0, 0, 0, 0
    while at < len(text):
        if at >= end_of_blank and text[at] == separator:  # a run of separators is looked at once, however long it is
            end_of_blank = blank_at.match(text, at).end()  # type: ignore[union-attr]  # it matches anything
        if end_of_blank > at and (end_of_blank == len(text) or text[end_of_blank] in "\r\n"):
            at = end_of_blank
        else:
            match = cell_at.match(text, at)
            if match is None:
                text_of_it = Message('a quote that is never closed, or text after one; write "" for a quote in a cell')
                faults.add(Place(file, line, at - begin + 1), "", text_of_it)
                return None
            value = (match[2] or "").strip() if match[1] is None else match[1].replace('""', '"')
            rows[-1].append(Scalar(value, Place(file, line, at - begin + 1)))
            count += 1
            if "\n" in match.group():
                line += match.group().count("\n")
                begin = match.start() + match.group().rfind("\n") + 1
            at = match.end()
        if count > MOST_CELLS:
            faults.add(Place(file, line, 1), "", Message("more than {most} cells; delete empty rows and columns",
                                                         most=f"{MOST_CELLS:,}"))  # fmt: skip
            return None
        if at < len(text) and text[at] == separator:
            at += 1
        elif at < len(text):
            at += 2 if text.startswith("\r\n", at) else 1
            line, begin = line + 1, at
            rows.append([])
    return [short for row in rows if (short := trimmed(row))]


@cache
def _patterns(separator: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A cell, in quotes or not; and a run of separators and blanks."""
    end = rf"(?=[{separator}\r\n]|\Z)"
    cell = re.compile(rf'"([^"]*(?:""[^"]*)*)"{end}|([^{separator}"\r\n][^{separator}\r\n]*)?{end}')
    return cell, re.compile(rf"[ {separator}]*")


def separator_of(text: str, knows: Knows) -> str:
    """What stands between the cells: that by which a line of the first ones has the most known heads."""
    lines = _LINE_END.split(text[: 64 * 1024], ABOVE)[:ABOVE]
    found, most = SEPARATORS[0], 0
    for separator, line in product(SEPARATORS, lines):
        known = known_in(_roughly(line, separator), knows) if line.count(separator) >= most else 0
        found, most = (separator, known) if known > most else (found, most)
    return found


def _roughly(line: str, separator: str) -> list[Scalar]:
    """The cells of a line, but for what quotes mean."""
    return [Scalar(each.strip().strip('"').strip(), Place("")) for each in line.split(separator)]
