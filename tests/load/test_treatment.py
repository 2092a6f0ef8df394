"""Treatment plants as they are written: capacity, load, pattern, inlet, and what of theirs counts."""

import shutil
from pathlib import Path

import pytest

from sim.errors import Problems
from sim.hydrology.load_patterns import LOAD_PATTERNS
from sim.load import load_case
from sim.park import HOURS, Basis, Inlet, Name, Treatment
from sim.result import load_result, run, save

PLANT = (
    "park.links.tp={kind: pump, from: drain, to: treated, opening: running, "
    "treatment: {capacity: 360 m3/h, load: 180 m3/h%s}%s}"
)
NO_START = "starts: 2025-07-14 14:20 +08:00\n"


def case(small, pattern="", more="", *sets):
    return load_case(small / "fire.yaml", sets=[PLANT % (pattern and f", pattern: {pattern}", more), *sets])


def test_headroom_is_capacity_less_load(small):
    """
    360 - 180 m3/h = 0.1 - 0.05 m3/s.
    """
    link = case(small).park.links["tp"]

    assert link.treatment == Treatment(pytest.approx(0.1), pytest.approx(0.05))
    assert link.capacity_m3_s == link.headroom_m3_s == pytest.approx(0.05)


def test_a_pattern_of_twenty_four_factors(small):
    """
    Half the load until noon, 1.5 of it from then on: 0.075 m3/s, then 0.025; 0.05 in the mean.
    """
    link = case(small, f"[{', '.join(['0.5'] * 12 + ['1.5'] * 12)}]").park.links["tp"]
    headroom = [link.treatment.headroom_at(hour) for hour in (0, 11, 12, 23)]

    assert headroom == pytest.approx([0.075, 0.075, 0.025, 0.025])
    assert (link.capacity_m3_s, link.treatment.mean_m3_s) == (pytest.approx(0.075), pytest.approx(0.05))


def test_a_named_pattern_is_assumed_whatever_stands_around_it(small):
    """
    Its mean is 1; nothing is taken silently: without a pattern the load is the same all day.
    """
    found = load_case(small / "fire.yaml", sets=[(PLANT % (", pattern: assumed-two-peaks", ", basis: measured"))]).park
    (noted,) = [each for each in found.provenance if each.path == "links.tp.treatment.pattern"]

    assert found.links["tp"].treatment.pattern == LOAD_PATTERNS["assumed-two-peaks"].factors
    assert (noted.basis, noted.source[:7]) == (Basis.ASSUMED, "assumed")
    assert case(small).park.links["tp"].treatment.pattern == ()


@pytest.mark.parametrize("name", LOAD_PATTERNS)
def test_patterns_on_offer_have_a_factor_an_hour_and_a_mean_of_one(name):
    factors = LOAD_PATTERNS[name].factors

    assert len(factors) == HOURS
    assert sum(factors) == pytest.approx(HOURS)


def test_a_pattern_needs_the_clock_time(small):
    path = small / "fire.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(NO_START, ""), encoding="utf-8")
    with pytest.raises(Problems) as caught:
        load_case(path, sets=["park.crews.brigade.shifts={}", PLANT % (", pattern: assumed-two-peaks", "")])
    load_case(path, sets=["park.crews.brigade.shifts={}", PLANT % ("", "")])

    (message,) = caught.value.messages
    assert message.partition("fire.yaml")[2] == (
        ":1:1: starts is missing, and the load of 'tp' goes over the day; write starts: with the clock time of T+0, "
        "such as 2025-07-14 14:20 +08:00"
    )


def test_an_inlet_limit_as_a_share_and_as_a_mass(small):
    """
    500 mg/L is 0.5 kg/m3; of a product of 870 kg/m3 0.0575 % of the water.
    """
    share = case(small, "", ", inlet_limit: 0.1 %, inlet_reset: 0.05 %").park.links["tp"].inlet
    density = "product.density=870 kg/m3"
    mass = case(small, "", ", inlet_limit: 500 mg/L, inlet_reset: 100 mg/L", density).park.links["tp"].inlet

    assert share == Inlet(0.001, 0.0005)
    assert mass == Inlet(0.5, 0.1, by_mass=True)
    assert mass.shares(870) == pytest.approx((0.5 / 870, 0.1 / 870))


def test_a_limit_in_mass_needs_the_density_of_the_product(small):
    with pytest.raises(Problems) as caught:
        case(small, "", ", inlet_limit: 500 mg/L, inlet_reset: 100 mg/L")

    (message,) = caught.value.messages
    assert message.partition("product: ")[2] == (
        "density is missing, and 'tp' has its inlet_limit in mass; write product: with a density such as 905 kg/m3"
    )


@pytest.mark.parametrize("kind", ["treatment-plant", "upset-basin"])
def test_what_belongs_to_a_plant_does_not_count(small, kind):
    """
    Unless the file says so, with a reason that is kept.
    """
    own = f"park.storages.own={{tier: public, kind: {kind}, capacity: 800 m3%s}}"
    counted = ", counts: yes, counts_because: {en: agreed, zh: 经协商}"

    assert not load_case(small / "fire.yaml", sets=[own % ""]).park.storages["own"].counts
    found = load_case(small / "fire.yaml", sets=[own % counted]).park.storages["own"]
    assert (found.counts, found.counts_because, found.counts_against_rule) == (True, Name("agreed", "经协商"), True)


def test_a_resolved_copy_is_the_same_park(tmp_path):
    """
    Pattern, limits and reason are written out and read back.
    """
    folder = Path(__file__).parents[2] / "docs" / "small-plant"
    shutil.copytree(folder, tmp_path / "small-plant")
    for pick in ("load-over-the-day", "upset-basin-counts"):
        found = load_case(tmp_path / "small-plant" / "fire.yaml", pick=pick)
        again = load_result(save(run(found.park, found.scenario), found, tmp_path / "out"))

        assert again.park.links["headroom"] == found.park.links["headroom"]
        assert again.park.links["pool-to-plant"] == found.park.links["pool-to-plant"]
        assert again.park.storages == found.park.storages
