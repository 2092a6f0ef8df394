"""Columns that are said once: what their heads find in a row, and in which unit programs read it."""

from dataclasses import dataclass
from math import isnan

import pytest

from sim.record.column import Column, Sort, columns, placed
from sim.record.table import table_bytes


@dataclass(frozen=True)
class Basin:
    """A row."""

    storage: str
    full_s: float
    room_m3: float
    left_share: float
    limit_kg_m3: float
    over: "Basin | None" = None
    ids: tuple[str, ...] = ("a", "b")


FULL = Basin("pool", 90, 7, 0.25, 0.002)


def test_a_head_finds_what_its_unit_says():
    """
    90 s, 7 m3 and a quarter stay as they are, as numbers; 0.002 kg/m3 are 2 mg/L.
    """
    found = columns(Basin, "storage", "full at [s]", "room [m3]", "left [-]", "limit [mg/L]", "ids")

    assert table_bytes(found.table([FULL])) == (
        b"storage,full at [s],room [m3],left [-],limit [mg/L],ids\npool,90.0,7.0,0.25,2.0,a;b\n"
    )


def test_what_is_not_there_is_an_empty_cell():
    """
    Nothing is over the pool: an id is none, and a number is no number, so that frames of it hold numbers.
    """
    found = columns(Basin, ("over", "over.storage"), ("room over [m3]", "over.room_m3"))
    over, room = found.table([FULL]).rows[0]

    assert over is None
    assert isnan(room)
    assert found.table([Basin("lake", 0, 1, 0, 0, FULL)]).rows == [["pool", 7.0]]


def test_a_head_that_finds_nothing_is_said_when_the_columns_are_made():
    with pytest.raises(AttributeError, match="Basin has no depth_m"):
        columns(Basin, "storage", "depth [m]")


def test_a_place_in_a_tuple_is_found():
    assert columns(None, ("inner", "0.storage"), ("factor", "1")).table([(FULL, 3)]).rows == [["pool", 3]]


def test_sorts_follow_from_heads():
    """
    What ends with `at` or `from` is a time, other seconds are a stretch; ids are known by their names.
    """
    found = columns(None, "tier", "from", "full at [s]", "above limit from [s]", "open [s]", "rate [m3/s]", "because")

    assert [each.sort for each in found] == [
        Sort.TIER, Sort.STORAGE, Sort.ELAPSED, Sort.ELAPSED, Sort.SPAN, Sort.FLOW, Sort.TEXT,
    ]  # fmt: skip
    assert [each.sort.numeric for each in found] == [False, False, True, True, True, True, False]


def test_people_are_shown_some_in_their_own_order():
    found = columns(Basin, "storage", "room [m3]", "left [-]").named("left_share", "storage")

    assert found.header == ("left [-]", "storage")


def test_columns_of_sequences_go_by_place():
    found = placed("what", ("count", Sort.COUNT), ("room", Sort.AMOUNT, 9))

    assert [each.of(("pool", 2, "7 m3")) for each in found] == ["pool", 2, "7 m3"]
    assert [(each.sort, each.least) for each in found] == [(Sort.TEXT, 0), (Sort.COUNT, 0), (Sort.AMOUNT, 9)]
    assert found[0] == Column("what", found[0].of, mark=found[0].mark)
