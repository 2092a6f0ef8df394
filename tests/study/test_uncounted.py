"""What a tier holds in space that counts, and what it would hold were a treatment plant counted."""

from math import nan

import pytest

from sim.called import Called
from sim.load import load_case
from sim.report.limits import limit_notes
from sim.report.story import story
from sim.result import run
from sim.result.summary import summary
from sim.study import Load, limits, spaces
from sim.study.tables import LIMITS

PARK = """\
id: kinds
name: kinds
basis: assumed
tiers:
  plant: {name: {en: Plant, zh: 企业}, promise: nothing leaves}
  public: {name: {en: Public, zh: 公共}, promise: nothing leaves}
  boundary: {name: {en: Boundary, zh: 边界}, promise: nothing leaves}
storages:
  bund: {tier: plant, kind: bund, capacity: 1000 m3, overflows_to: pool}
  pool: {tier: plant, kind: accident-pool, capacity: 500 m3, overflows_to: works}
  works: {tier: public, kind: treatment-plant, capacity: 5000 m3, overflows_to: river}
  river: {tier: boundary, kind: river-section, capacity: 20000 m3, initial: {river: 4000 m3}, overflows_to: out}
"""
SCENARIO = """\
name: t
park: .
horizon: 24 h
basis: assumed
product: {name: p, behaviour: mixes}
releases: {r: {into: bund, at: 0 min, volume: 3000 m3, over: 1 h}}
river: {b: {into: river, rate: 0.1 m3/s}}
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """The case chinese-kinds/english, without what a run does not need."""
    folder = tmp_path_factory.mktemp("kinds")
    (folder / "park.yaml").write_text(PARK, encoding="utf-8")
    (folder / "s.yaml").write_text(SCENARIO, encoding="utf-8")
    return load_case(folder / "s.yaml")


def test_the_verdict_says_that_only_a_treatment_plant_held_it(case):
    """
    Case chinese-kinds/english: of 3,000 m3 1,500 fit into bund and pool, 1,500 stand in the plant's 5,000.
    """
    result = run(case.park, case.scenario)
    public = result.verdict.tiers[1]

    assert public.word == "held_uncounted"
    assert (public.usable_m3, public.peak_m3) == (0, 0)
    assert public.margin_m3 == pytest.approx(-1500)
    assert story(Called(case.park), public) == (
        "none\nheld only with 1,500 m3 in space that does not count: works\nwere that counted: 3,500 m3 left in works"
    )
    assert story(Called(case.park, language="zh"), public) == (
        "无\n仅靠不计入应急容积的空间守住：works，1,500 m3\n若计入该空间：works余3,500 m3"
    )
    frame = result.tiers
    assert frame["verdict"].tolist() == ["breached", "held_uncounted", "untouched"]
    assert frame["uncounted [m3]"].tolist() == pytest.approx([0, 1500, 0])
    assert frame["margin were all counted [m3]"].tolist() == pytest.approx([-1500, 3500, nan], nan_ok=True)
    (of_public,) = [each for each in summary(result)["tiers"] if each["tier"] == "public"]
    assert (of_public["verdict"], of_public["only_uncounted"]) == ("held_uncounted", True)


def test_limits_are_of_room_that_counts(case):
    """
    Plant and public hold 1,000 + 500 m3. The river section has 16,000 m3 less a day's base flow of 8,640 m3 for
    what would run over without the plant: 1,500 + 7,360 = 8,860. Were the plant counted: 6,500 and 13,860.
    """
    found = {each.tier: each for each in limits(case.park, case.scenario) if each.load is Load.SPILL}

    assert found["plant"].largest == pytest.approx(1500, rel=2e-3)
    assert found["public"].largest == pytest.approx(1500, rel=2e-3)
    assert found["boundary"].largest == pytest.approx(8860, rel=2e-3)
    assert not found["plant"].hangs_on_uncounted
    assert found["public"].of_all == pytest.approx(6500, rel=2e-3)
    assert found["boundary"].of_all == pytest.approx(13_860, rel=2e-3)
    assert LIMITS.table([found["public"]]).rows[0][-1] == found["public"].of_all
    notes = limit_notes(Called(case.park), list(found.values()))["public"]
    assert [each.partition(" m3")[2] for each in notes] == ["", " were space counted that does not count"]


def test_more_room_in_a_treatment_plant_is_no_advice(case):
    """
    1,500 m3 more in bund or pool, by 1 m3 at the most; more in the plant, which does not count, is not offered.
    """
    found = [each for each in spaces(case.park, case.scenario) if each.tier == "public"]

    assert {each.storage for each in found} == {"bund", "pool"}
    assert [each.extra_m3 for each in found] == pytest.approx([1500, 1500], abs=1)
