"""Where every cubic metre came from and went."""

import numpy as np
import pytest

from sim.report.figures.frame import Look
from sim.report.figures.sankey import draw_sankey, sankey_table
from sim.report.figures.style import Sheet
from sim.report.figures.whereabouts import AWAY, CLEAN, TRAVELLING, gathered, whereabouts
from sim.words import LANGUAGES
from tests.report.figures.looks import check_legible, kept


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheet", Sheet)
def test_every_scenario_can_be_read(results, language, sheet):
    for result in results.values():
        check_legible(draw_sankey(result, Look(language=language, sheet=sheet)))


def added(ribbons, side, kinds):
    parts = [volume for key, volume in ribbons.items() if key[side][0] in kinds]
    return np.sum(parts, axis=0) if parts else np.zeros(5)


def test_both_sides_add_up_to_the_ledger(results):
    """
    By origin: inflows and first volumes, with those not shown, are the ledger's; and every node but sources and ends
    gives what it gets, so both sides are as wide.
    """
    for result in results.values():
        found, ledger = whereabouts(result), result.ledger
        came = added(found.ribbons, 0, ("inflow", "stood"))
        left = added(found.ribbons, 0, ("inflow", "stood", "clean"))
        right = added(found.ribbons, 1, ("stored", "travelling", "end", "away"))

        assert np.allclose(came + found.beside, ledger.sources + ledger.initial, rtol=0, atol=1e-6)
        assert np.allclose(left, right, rtol=0, atol=1e-6)


def test_ends_add_up_to_the_ledger(results):
    """
    What ends outside, with what storages beside the picture hold or sent there, is the ledger's: shown and beside
    on the right are `beside - from others + to others` more than what came.
    """
    for result in results.values():
        found, ledger = whereabouts(result), result.ledger
        gone = ledger.stored + ledger.travelling + ledger.treated + ledger.recovered + ledger.out
        right = added(found.ribbons, 1, ("stored", "travelling", "end"))
        others = found.beside - added(found.ribbons, 0, CLEAN[:1]) + added(found.ribbons, 1, AWAY[:1])

        assert np.allclose(right + others, gone, rtol=0, atol=1e-6)


def test_a_tank_fire_stays_in_the_plant(results):
    """
    3000 of product, 4320 and 2160 of fire water and 360 m3 of process water come to 240 m3 that stood there: 10080 m3
    stored.
    """
    rows = {(row[0], row[1]): row[-1] for row in sankey_table(results["tank-fire"]).rows}

    assert rows["inflow:rupture", "tier:plant"] == pytest.approx(3000)
    assert rows["stood", "tier:plant"] == pytest.approx(240)
    assert rows["tier:plant", "stored:plant"] == pytest.approx(3000 + 4320 + 2160 + 360 + 240)


def test_gathering_loses_nothing(results):
    found = whereabouts(results["late-wall"])
    ribbons = gathered(found, 1000.0, 3)

    assert sum(ribbons.values()) == pytest.approx(sum(found.ribbons.values()))
    assert len({start for start, _ in ribbons if start[0] != "tier"}) <= 3 + 1
    assert TRAVELLING not in ribbons


@kept("sankey-en")
def test_sankey_looks_as_before_en(results):
    return draw_sankey(results["boundary-breach"])


@kept("sankey-zh")
def test_sankey_looks_as_before_zh(results):
    return draw_sankey(results["storm-relief"], Look(language="zh", sheet=Sheet.SCREEN))
