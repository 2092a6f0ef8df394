"""Inventories read: every row of every sheet, and what became of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sim.errors import Problems
from sim.exchange.inventory.heads import Columns, columns_of
from sim.exchange.inventory.line import Line, lines_of
from sim.exchange.inventory.row import Became, Row, Space, Told
from sim.exchange.inventory.sheet import Sheet, sheets_of
from sim.exchange.inventory.space import Reader
from sim.exchange.inventory.tiers import TierWords
from sim.load.files import Files
from sim.load.kinds.words import nearly
from sim.load.place import Place
from sim.message import Message
from sim.park import Name
from sim.park.park import RESERVED_RECEIVERS

AGREES = 0.005
"""A total agrees that is so near to the sum of its rows; lists round to three or four figures."""
UNNAMED = "space"


@dataclass(frozen=True, slots=True)
class Heading:
    """How a sheet was taken."""

    file: str
    line: int
    """The row of its heads."""
    title: str
    """What stands above; empty for nothing."""
    unread: tuple[str, ...]
    """Heads of columns that are not read."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """What stands in one or several lists."""

    headings: tuple[Heading, ...]
    left: tuple[str, ...]
    """Sheets of workbooks that are no inventory, as `file:sheet`."""
    rows: tuple[Row, ...]
    notes: tuple[Name, ...]
    """What there is to know of how the files were read."""

    def of(self, became: Became) -> list[Row]:
        """The rows that became such a thing."""
        return [row for row in self.rows if row.became is became]

    @property
    def spaces(self) -> list[Space]:
        """What the park will hold, storages and sites, in the order of the lists."""
        return [row.space for row in self.rows if row.space is not None and row.became is not Became.TWICE]

    def counted_m3(self, tier: str | None = None) -> float:
        """The volume that counts as emergency space, of one tier or of all [m3]."""
        return sum(each.capacity_m3 or 0.0 for each in self.spaces if each.counts and tier in (None, each.tier))


def read_inventory(
    paths: Sequence[str], tiers: TierWords, default_tier: str | None = None, files: Files | None = None
) -> Inventory:
    """The inventories in some files; rows that say no tier belong to the default one, where there is one. What is in
    `files` need not be on disk.

    Raises:
        Problems: a file or a cell cannot be read; all of it at once.
    """
    files = files or Files()
    rows: list[Row] = []
    headings, left = [], []
    for path in paths:
        found = sheets_of(path, files)
        left += [f"{path}:{title}" for title in found.left]
        for sheet in found.read:
            earlier = [row for row in rows if row.became in (Became.STORAGE, Became.SITE)]
            columns = columns_of(sheet.header)
            headings.append(_heading(sheet, columns))
            own = _rows(sheet, columns, Reader(tiers, columns, default_tier, _runs(sheet, columns), files.faults))
            rows += _once(own, earlier)
    files.faults.raise_any()
    if not any(row.became is Became.STORAGE for row in rows):
        raise Problems([Message("{files}: no row has a volume, so nothing would hold water; write the volumes under a "
                                "head such as 有效容积（m3）", files=", ".join(paths))])  # fmt: skip
    return Inventory(tuple(headings), tuple(left), tuple(_with_ids(_told_of_names(rows))), tuple(files.notes))


def _heading(sheet: Sheet, columns: Columns) -> Heading:
    title = next((cell.text for row in sheet.above for cell in row if cell.text), "")
    unread = tuple(sheet.header[place].text for place in columns.unread)
    return Heading(sheet.file, sheet.header[0].place.line, title, unread)


def _runs(sheet: Sheet, columns: Columns) -> bool:
    """Whether the reference numbers of a sheet only count its rows: 1, 2, 3."""
    place = columns.by_key.get("label", -1)
    texts = [row[place].text for row in sheet.rows if 0 <= place < len(row) and row[place].text]
    return all(each.isdecimal() for each in texts) and all(int(b) == int(a) + 1 for a, b in pairwise(texts[:-1]))


def _rows(sheet: Sheet, columns: Columns, reader: Reader) -> Iterator[Row]:
    """What became of each line of a sheet."""
    since: list[float] = []
    all_of_it: list[float] = []
    for line in lines_of(sheet, columns, lambda word: reader.tiers.meant(word) is not None):
        if line.remark and not line.total:
            key = "read_section" if reader.tiers.meant(line.remark) else "open_remark"
            key = "read_heads" if line.is_head else key
            yield Row(line.place, Became.REMARK, None, (Told(key, {"text": line.remark}),), line.remark)
            continue
        if line.total:
            yield _total(line, reader, since, all_of_it)
            since = []
            continue
        row = reader.row(line)
        if row is None:
            continue
        if row.space is not None and row.space.capacity_m3 is not None:
            since.append(row.space.capacity_m3)
            all_of_it.append(row.space.capacity_m3)
        yield row


def _total(line: Line, reader: Reader, since: Sequence[float], all_of_it: Sequence[float]) -> Row:
    """A row that adds others up: all above it, or those since the last such row, whichever is nearer."""
    written_m3 = reader.total_m3(line)
    if written_m3 is None:
        return Row(line.place, Became.TOTAL, None, (Told("open_no_total"),), line.total)
    nearest_m3 = min(sum(since), sum(all_of_it), key=lambda each: abs(each - written_m3))
    agrees = abs(nearest_m3 - written_m3) <= AGREES * written_m3
    values = {"written_m3": written_m3, "sum_m3": nearest_m3, "off_m3": abs(nearest_m3 - written_m3)}
    told = Told("read_total_agrees" if agrees else "open_total", values)
    return Row(line.place, Became.TOTAL, None, (told,), line.total)


def _once(own: Iterable[Row], earlier: Sequence[Row]) -> Iterator[Row]:
    """The rows of a sheet; one that names the same space as a row of an earlier one is not taken again."""
    known = {_same(row.space): row for row in reversed(earlier) if row.space is not None}
    for row in own:
        first = None if row.space is None else known.get(_same(row.space))
        if first is None or row.space is None or first.space is None:
            yield row
            continue
        differing = tuple(key for key in ("kind", "tier", "capacity_m3", "degrees")
                          if getattr(row.space, key) != getattr(first.space, key))  # fmt: skip
        key = "open_twice" if differing else "read_twice"
        yield replace(row, became=Became.TWICE, told=(Told(key, {"place": first.place, "keys": differing}),))


def _same(space: Space) -> tuple[str, str]:
    """What two rows of one space share: name and owner."""
    return space.called, space.listed.get("owner", "")


def _told_of_names(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows; one whose name and owner another row before it has, too, says so."""
    seen: dict[tuple[str, str], Place] = {}
    for row in rows:
        if row.space is None or row.became is Became.TWICE:
            yield row
            continue
        first = seen.setdefault(_same(row.space), row.place)
        more = () if first == row.place else (Told("open_same_name", {"place": first}),)
        yield replace(row, told=(*row.told, *more))


def numbered(wanted: str, taken: Collection[str]) -> str:
    """An id that is not taken, numbered where the wanted one is.

    >>> numbered("pool", {"pool", "pool-2"}), numbered("pond", {"pool"})
    ('pool-3', 'pond')
    """
    id, count = wanted, 1
    while id in taken:
        count += 1
        id = f"{wanted[:76]}-{count}"
    return id


def _with_ids(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with ids of their own: of the reference number, else of the name, numbered where two are the same."""
    taken = set(RESERVED_RECEIVERS)
    for row in rows:
        if row.space is None or row.became is Became.TWICE:
            yield row
            continue
        wanted = nearly(row.space.listed.get("label", "")) or nearly(row.space.called) or UNNAMED
        id = numbered(wanted, taken)
        taken.add(id)
        yield replace(row, space=replace(row.space, id=id))
