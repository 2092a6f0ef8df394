"""How much a verdict hangs on each gap, worked out by hand."""

import pytest

from sim.study.gaps import Hangs, ranked

PARK = """\
id: small
basis: assumed
source: made up
tiers:
  plant: {promise: nothing leaves the plant}
  public: {promise: nothing leaves the public space}
storages:
  bund: {tier: plant, kind: bund, capacity: 600 m3, overflows_to: pool}
  pool: {tier: public, kind: accident-pool, capacity: 1000 m3, overflows_to: out}
  far: {tier: plant, kind: accident-pool, capacity: 800 m3, overflows_to: pool}
"""
SPILL = """\
park: .
horizon: 1 h
basis: assumed
releases:
  spill: {into: bund, at: 0 min, volume: 700 m3, over: 10 min}
"""


@pytest.fixture
def found(tmp_path):
    """
    700 m3 -> bund (600 m3) -> pool (1,000 m3) -> out: 100 m3 leave the plant over the crest, which is a breach.
    """
    (tmp_path / "park.yaml").write_text(PARK, encoding="utf-8")
    (tmp_path / "spill.yaml").write_text(SPILL, encoding="utf-8")
    return ranked([str(tmp_path / "spill.yaml")])


def of(found, id):
    """What came of one gap."""
    return next(each for each in found if each.gap.id == id)


def test_a_bund_a_fifth_larger_turns_the_verdict(found):
    """
    720 m3 hold 700: from 100 m3 lost to 20 m3 left, 120 m3. It is the first of all.
    """
    first = found[0]

    assert (first.gap.id, first.hangs, first.worst.value) == ("capacity/bund", Hangs.VERDICT, "720 m3")
    assert (first.worst.tier, first.worst.before, first.worst.after) == ("plant", "breached", "held")
    assert first.worst.moved_m3 == pytest.approx(120)


def test_water_in_the_bund_moves_cubic_metres_only(found):
    """
    60 m3 in it before the spill are 60 m3 more that leave it: breached as before.
    """
    level = of(found, "level/bund")

    assert (level.hangs, level.worst.value) == (Hangs.VOLUME, "60 m3")
    assert level.worst.moved_m3 == pytest.approx(60)


def test_the_pool_gives_way_to_nothing(found):
    """
    100 m3 come into a pool that holds 800 to 1,200 m3: its margin moves by 200 m3, no verdict does.
    """
    pool = of(found, "capacity/pool")

    assert (pool.hangs, pool.worst.tier) == (Hangs.VOLUME, "public")
    assert pool.worst.moved_m3 == pytest.approx(200)


def test_what_no_water_came_to_is_not_tried_and_says_so(found):
    assert {of(found, id).hangs for id in ("capacity/far", "level/far")} == {Hangs.NOT_THERE}
    assert of(found, "shape/bund").hangs is Hangs.NOT_TRIED


def test_nothing_is_dropped_and_the_order_is_that_of_weight(found):
    assert [each.hangs for each in found] == sorted(each.hangs for each in found)
    assert len({each.gap.id for each in found}) == len(found)


def test_a_value_that_does_not_go_with_the_rest_is_told(tmp_path):
    """
    An action waits for 580 m3 in the bund; at 480 m3 it never can, which the loader refuses.
    """
    (tmp_path / "park.yaml").write_text(PARK + "links:\n  drain: {kind: valve, from: bund, to: far, capacity: 1 L/s, "
                                        "opening: shut}\n", encoding="utf-8")  # fmt: skip
    wait = "actions:\n  drain: {when: {storage: bund, above: 580 m3}, open: drain}\n"
    (tmp_path / "spill.yaml").write_text(SPILL + wait, encoding="utf-8")

    bund = of(ranked([str(tmp_path / "spill.yaml")]), "capacity/bund")

    assert "580 m3 is more than the storage can hold" in bund.refused
    assert bund.hangs is Hangs.VERDICT  # the other end was tried
