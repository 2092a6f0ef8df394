"""Where along a slider verdicts turn, against sums by hand and against the answers at the places told."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from sim.board import State
from sim.board.board import Prepared
from sim.board.limits import limits_data
from sim.board.newest import Overtaken
from sim.board.turns import turns
from sim.ensemble.player import TierOutcome
from sim.errors import InputError, Problems

HERE = Path(__file__).parent
BUND = str(HERE / "bund.yaml")
TANK_FIRE = str(HERE.parents[1] / "scenarios/changshou-tank-fire.yaml")
SPILL = "releases.spill.volume"
AT_ONCE = (("actions.shut-drain.at", "0 min"), ("actions.shut-drain.after", "0 min"))


@pytest.fixture(scope="module")
def bund():
    return Prepared(BUND)


def of(found, tier=0):
    return [(each.word, each.first, each.last) for each in found.of(tier)]


def test_a_bund_holds_what_it_holds(bund):
    """
    Its drain shut at once: nothing comes of no spill, up to 120 m3 stay, of the next step of 1 m3 some runs over. With
    the drain as the file has it some of any spill goes out.
    """
    assert of(turns(bund, State(BUND, "", AT_ONCE), SPILL)) == [
        ("untouched", 0, 0), ("held", 1, 120), ("breached", 121, 300)]  # fmt: skip
    assert of(turns(bund, State(BUND), SPILL)) == [("untouched", 0, 0), ("breached", 1, 300)]


def test_where_the_slider_itself_is_does_not_matter(bund):
    """
    A spill of 120 m3 is told to be held wherever the slider of the spill is, one out of its range included.
    """
    for spill in ("0 m3", "120.5 m3", "5000 m3"):
        found = turns(bund, State(BUND, "", (*AT_ONCE, (SPILL, spill))), SPILL)
        assert of(found)[1:] == [("held", 1, 120), ("breached", 121, 300)]


def test_what_turns_back_is_told(bund):
    """
    Something that is breached from 100 to 140 m3 only, and held on either side: every one of four ends to a step. What
    turns and turns back beside where the slider is is seen, too.
    """
    def outcome(state):
        spill = bund.knobs[SPILL].read(dict(state.sets)[SPILL])
        return (TierOutcome("breached" if 100 <= spill <= 140 or spill == 11 else "held", False, 0.0, 0.0, 0.0),)

    odd = SimpleNamespace(knob=bund.knob, tiers=("plant",), outcome=outcome)
    wide = [("breached", 100, 140), ("held", 141, 300)]
    assert of(turns(odd, State(BUND), SPILL)) == [("held", 0, 99), *wide]
    assert of(turns(odd, State(BUND, "", ((SPILL, "11 m3"),)), SPILL)) == [
        ("held", 0, 10), ("breached", 11, 11), ("held", 12, 99), *wide]  # fmt: skip


def test_it_is_what_the_answer_says_there():
    """
    Of the tank fire's spill with more fire water, on both sides of every turn of every tier.
    """
    prepared, path = Prepared(TANK_FIRE), "releases.rupture.volume"
    sets = (("fires.monitors.water", "250 L/s"),)
    found = turns(prepared, State(TANK_FIRE, "", sets), path)
    ends = {value: None for k in range(3) for each in found.of(k) for value in (each.first, each.last)}

    assert len(ends) >= 4
    for value in ends:
        told = prepared.answer(State(TANK_FIRE, "", (*sets, (path, found.knob.written(value))))).result.verdict.tiers
        assert [each.word for each in told] == [
            next(each.word for each in found.of(k) if each.first <= value <= each.last) for k in range(3)]  # fmt: skip


def test_it_is_said_in_words(bund):
    """
    Of a bund of 120 m3, in both languages.
    """
    tier, = limits_data(bund, turns(bund, State(BUND, "", AT_ONCE), SPILL))["tiers"]

    assert tier["said"] == {"en": "untouched up to 0 m³, held from 1 m³ to 120 m³, breached from 121 m³ on",
                            "zh": "0 m³ 及以下未触及，1 m³ 至 120 m³ 守住，121 m³ 及以上失守"}  # fmt: skip
    assert tier["stretches"][1] == {"verdict": "held", "first": 1.0, "last": 120.0}


def test_a_path_without_slider_and_what_cannot_be_played_are_told(bund):
    with pytest.raises(InputError, match="no slider"):
        turns(bund, State(BUND), "horizon")
    with pytest.raises(Problems):
        turns(bund, State(BUND, "", (("actions.shut-drain.at", "3 m3"),)), SPILL)


def test_it_is_given_up_between_two_runs(bund):
    """
    Somebody moves something while the third run is played: there is no fourth.
    """
    told = []

    def tell():
        told.append(len(told))
        if len(told) > 3:
            raise Overtaken

    with pytest.raises(Overtaken):
        turns(bund, State(BUND), SPILL, tell)
    assert len(told) == 4
