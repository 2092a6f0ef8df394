"""Outcomes in short say what the judgement says."""

import pytest
from hypothesis import given, settings

from sim.check.judge import judge
from sim.check.outcome import Outcome, outcomes
from sim.check.tier_verdict import Verdict
from sim.engine import play
from tests.water.networks import cases


@settings(max_examples=25, deadline=None, derandomize=True)
@given(cases())
def test_both_say_the_same_of_every_tier(case):
    """
    On networks at random: verdict, what escaped, when first.
    """
    park, scenario = case
    record = play(park, scenario, trace=False)

    for tier, outcome in zip(judge(park, scenario, record).tiers, outcomes(park, scenario, record), strict=True):
        assert (outcome.tier, outcome.verdict) == (tier.tier, tier.verdict)
        assert outcome.escaped_m3 == pytest.approx(tier.escaped_m3)
        assert tier.first_escape is None or outcome.first_s == tier.first_escape.first_s


@pytest.mark.parametrize(
    ("outcome", "held"),
    [(Outcome("t", Verdict.HELD), True), (Outcome("t", Verdict.UNTOUCHED), True),
     (Outcome("t", Verdict.BREACHED), False),
     (Outcome("t", Verdict.HELD, uncounted_m3=5.0), False)],
    ids=["held", "untouched", "breached", "held by what does not count"],
)  # fmt: skip
def test_a_tier_is_held_by_space_that_counts(outcome, held):
    assert outcome.held is held
