"""Causes, boxes and curves of ensembles held against answers that are known by hand."""

from collections import Counter

import numpy as np
import pytest

from sim.ensemble import Sampling, Start
from sim.ensemble.discovery import FEWEST, boxes_table, peeling_table
from sim.ensemble.exceedance import MOST, exceedance
from sim.ensemble.fan import SHARES, fans_of
from sim.ensemble.findings import causes_table
from sim.ensemble.interval import interval
from sim.ensemble.player import Player
from tests.ensemble.why.runs import CORNER, SMALL, WAYS, answer, played


@pytest.fixture(scope="module")
def corner(tmp_path_factory):
    return answer(CORNER, tmp_path_factory.mktemp("corner"), 1000, seed=1)


def test_the_way_of_the_first_breach_is_told():
    """
    Of 140 m3 20 run over the tank's wall by T+10 min, before anything comes to the drain. 100 m3 fit, so it is the
    drain or nothing, by lots.
    """
    player = Player(Start(WAYS, 1))

    assert {player.outcome((140.0,), lots)[0].cause for lots in range(20)} == {"tank>ground"}
    outcomes = [player.outcome((100.0,), lots)[0] for lots in range(20)]
    assert {(each.breached, each.cause) for each in outcomes} == {(True, "drain"), (False, "")}


def test_the_chance_of_each_way_is_the_one_by_hand(tmp_path):
    """
    Over the wall in 30 of 100 runs; of the others the drain fails in 30 of 100, which is 21. So 51 are breached, 30/51
    of them over the wall.
    """
    found = answer(WAYS, tmp_path, 2000, seed=2, sampling=Sampling.LHS, runs=2000).found
    wall, drain = found.tiers[0].ways

    assert (wall.link, drain.link) == ("tank>ground", "drain")
    assert wall.chance.share == pytest.approx(0.3, abs=0.001)
    assert drain.chance.low <= 0.21 <= drain.chance.high
    assert wall.share.low <= 30 / 51 <= wall.share.high
    assert wall.share.count + drain.share.count == found.tiers[0].breach.count
    head, (row, *_) = causes_table(found).header, causes_table(found).rows
    assert dict(zip(head, row, strict=True))["share of breaches [-]"] == wall.share.share
    assert [way.link for way in found.tiers[1].ways] == ["tank>ground", "drain"]


def test_the_box_is_the_one_by_hand(corner):
    """
    More than 100 m3, and shut after T+30 min and up to a minute for what fits: of ranges of 100 m3 and 60 min within
    two per cent. The four numbers of the pond are not named. What leaves the plant leaves the park, so both tiers are
    told at once.
    """
    tier, = corner.boxes.tiers
    box, = tier.boxes
    limits = {each.uncertain.path: each.limit for each in corner.boxes.limits(box)}

    assert tier.tiers == ("plant", "public")
    assert limits.keys() == {"releases.spill.volume", "actions.shut.at"}
    assert limits["releases.spill.volume"].low == pytest.approx(100, abs=2)
    assert limits["actions.shut.at"].low == pytest.approx(1800, abs=72)
    assert box.density > 0.95
    assert tier.coverage(box) > 0.95


def test_tables_of_boxes_say_the_same(corner):
    tier, = corner.boxes.tiers
    box, = tier.boxes
    table = boxes_table(corner.boxes)
    rows = [dict(zip(table.header, row, strict=True)) for row in table.rows]
    volume = next(row for row in rows if row["number"] == "releases.spill.volume")

    assert [row["tier"] for row in rows] == ["plant", "plant", "public", "public"]
    assert (volume["unit"], volume["from"]) == ("m3", pytest.approx(100, abs=2))
    assert np.isnan(volume["to"])
    assert volume["p of from [-]"] < 1e-6
    assert volume["density [-]"] == box.density
    peeled = peeling_table(corner.boxes)
    first, *_, last = [dict(zip(peeled.header, row, strict=True)) for row in peeled.rows if row[0] == "plant"]
    assert (first["coverage [-]"], first["mass [-]"]) == (1.0, 1.0)
    assert first["density [-]"] == tier.breaches / 1000
    assert last["mass [-]"] < 0.3
    assert sum(row[-1] for row in peeled.rows) == 2


def test_too_few_breaches_have_no_box(tmp_path):
    """
    Of 40 runs some 10 are breached.
    """
    tier, = answer(CORNER, tmp_path, 40, seed=1).boxes.tiers

    assert 0 < tier.breaches < FEWEST
    assert not tier.enough
    assert tier.boxes == ()


def test_nothing_uncertain_has_no_boxes(tmp_path):
    found = answer(WAYS, tmp_path, 50, seed=1, sets=("releases.spill.volume=100 m3",))

    assert found.boxes.tiers == ()
    assert [way.link for way in found.found.tiers[0].ways] == ["drain"]


def test_the_curve_is_the_one_by_hand(tmp_path):
    """
    50 to 150 m3 evenly into 120 m3: more than 10 m3 escape in 20 of 100 runs, more than 25 in 5. A thousand strata are
    0.1 m3 wide each.
    """
    curve, = answer(SMALL, tmp_path, 1000, seed=3, sampling=Sampling.LHS, runs=1000).curves

    for volume_m3, chance in ((0.0, 0.3), (10.0, 0.2), (25.0, 0.05)):
        place = int(np.searchsorted(curve.volume_m3, volume_m3, side="right")) - 1
        counted = interval(curve.more[place], 1000)
        assert curve.chance[place] == pytest.approx(chance, abs=0.003)
        assert (curve.low[place], curve.high[place]) == (counted.low, counted.high)
    assert curve.chance[-1] == 0
    assert curve.high[-1] == interval(0, 1000).high


def test_a_curve_of_many_runs_has_few_points_each_of_which_is_right():
    """
    Of 5,000 volumes at most 200 are told, the least and the most among them, each with how many are more.
    """
    escaped = np.maximum(np.random.default_rng(1).normal(0, 100, 5000), 0)
    curve = exceedance("plant", escaped)

    assert len(curve.more) <= MOST
    assert (curve.volume_m3[0], curve.volume_m3[-1]) == (0, escaped.max())
    assert list(curve.more) == [(escaped > each).sum() for each in curve.volume_m3]
    assert np.diff(curve.chance).max() < 0
    assert set(range(10)) <= set(curve.more)


def test_the_fan_is_the_one_by_hand(tmp_path):
    """
    50 to 150 m3 evenly in 10 min into 120 m3. After 4.5 min less than 120 - 0.45 x 100 = 75 m3 are left in half of the
    runs, less than 120 - 0.45 x 145 = 54.8 in 1 of 20, though that is breached later. After 9 min 0.9 x 145 - 120 =
    10.5 m3 have escaped in 1 of 20, and 120 - 0.9 x 55 = 70.5 are left in as many. At the end it is the margin. 200
    strata are 0.5 m3 wide each.
    """
    ensemble = played(SMALL, tmp_path, 200, seed=3, sampling=Sampling.LHS, runs=200)
    fan, = fans_of(ensemble)
    times_s = fan.at_s.tolist()
    left = {share: dict(zip(times_s, row, strict=True)) for share, row in zip(SHARES, fan.left_m3, strict=True)}

    assert (fan.runs, fan.reached) == (200, 200)
    assert left[0.5][270.0] == pytest.approx(75, abs=0.6)
    assert left[0.05][270.0] == pytest.approx(54.8, abs=0.6)
    assert left[0.05][540.0] == pytest.approx(-10.5, abs=0.6)
    assert left[0.95][540.0] == pytest.approx(70.5, abs=0.6)
    margins = [run.tiers[0].margin_m3 for run in ensemble.player.play(0, 200)]
    at_end = np.quantile(margins, SHARES, method="lower")
    assert [left[share][3600.0] for share in SHARES] == pytest.approx(at_end.tolist())


def test_what_water_does_not_come_to_has_room_without_bounds(tmp_path):
    """
    50 m3 leave the pit from T+20 to T+30 min in 3 of 10 runs, and go past the pool: in those it comes to the second
    tier, and of 1 in 20 half of it has escaped by T+25 min. In the others that has room without bounds.
    """
    ensemble = played(WAYS, tmp_path, 100, seed=1, sets=("releases.spill.volume=100 m3",))
    _, public = fans_of(ensemble)
    worst = dict(zip(public.at_s.tolist(), public.left_m3[0], strict=True))

    assert public.reached == sum(run.tiers[0].breached for run in ensemble.player.play(0, 100))
    assert 15 < public.reached < 45
    assert worst[1503.0] == pytest.approx(-50 * 303 / 600, abs=0.1)
    assert worst[3600.0] == pytest.approx(-50)
    assert np.isinf(public.left_m3[2:]).all()


def test_who_plays_changes_no_cause(tmp_path):
    """
    Causes are kept with the runs: what is read from disk is what was played.
    """
    ensemble = played(WAYS, tmp_path, 100, seed=4)
    kept = ensemble.shards.column("plant: cause", 100).tolist()

    assert kept == [run.tiers[0].cause for run in ensemble.player.play(0, 100)]
    assert ensemble.shards.counts("plant: cause", 100) == Counter(kept)
    assert ensemble.shards.counts("plant: cause", 60) == Counter(kept[:60])
