"""How much a storage can hold, and how much of it is freeboard: from its capacity, its allowed level, its shape."""

import pytest

from sim.load import load_case, load_park
from sim.park import Allowed, Basis, Because, Name, RoundPipe, Trapezoid

RIVER = "park.storages.river-1"


@pytest.fixture
def storage(small):
    """The storage `new` of the small park, written like this."""

    def written(text):
        return load_case(small / "fire.yaml", sets=[f"park.storages.new={text}"]).park.storages["new"]

    return written


def test_what_fits_above_the_allowed_level_is_freeboard(storage):
    """
    A reach of 100 m, 8 m wide, 1.5 : 1: at 2 m 100 (16 + 6) = 2,200 m3, at 1.5 m 100 (12 + 3.375) = 1,537.5.
    """
    found = storage(
        "{tier: boundary, kind: river-section, capacity: 2200 m3, dead: 100 m3, allowed: {level: 1.5 m, because: bank},"
        " shape: {length: 100 m, bottom: 8 m, side_slope: 1.5}}"
    )

    assert found.allowed == Allowed(Because.BANK, 1.5)
    assert (found.capacity_m3, found.freeboard_m3, found.allowed_m3) == (2200, 662.5, 1437.5)
    assert found.usable_m3 == 1437.5


def test_without_a_capacity_the_allowed_level_is_the_crest(storage):
    """
    A wedge of 1 % over 100 m, 4 m wide: at 2 m 100 x 4 x 1.5 m in the middle = 600 m3.
    """
    found = storage(
        "{tier: boundary, kind: river-section, allowed: {level: 2 m, because: {en: footpath, zh: 步道}},"
        " shape: {length: 100 m, bottom: 4 m, side_slope: 0, bed_slope: 1 %}}"
    )

    assert found.shape == Trapezoid(100, 4, 0, 0.01)
    assert found.allowed == Allowed(Name("footpath", "步道"), 2)
    assert (found.capacity_m3, found.freeboard_m3) == (600, 0)


def test_a_main_below_its_control_level(storage):
    """
    DN1000 at 2 permille: a quarter of what 1 km holds, as long as the crown at its lower end is just wet.
    """
    found = storage(
        "{tier: public, kind: pipe, allowed: {level: 1 m, because: control-level},"
        " shape: {diameter: 1 m, length: 1 km, slope: 2 ‰}}"
    )

    assert found.shape == RoundPipe(1, 1000, 0.002)
    assert found.capacity_m3 == pytest.approx(3.14159265 / 4 * 250)


@pytest.mark.parametrize("shape", ["", ", shape: {area: 50 m2}"])
def test_a_level_left_out_is_the_crest(storage, shape):
    """
    Nothing is freeboard; 100 m3 stand 2 m deep on 50 m2.
    """
    found = storage(f"{{tier: plant, kind: pit, capacity: 100 m3, allowed: {{because: gate-top}}{shape}}}")

    assert found.freeboard_m3 == 0
    assert found.allowed.because is Because.GATE_TOP
    assert found.allowed.level_m == pytest.approx(2 if shape else float("nan"), nan_ok=True)


def test_an_allowed_level_is_a_number_with_a_basis(small):
    sets = [f"{RIVER}.allowed={{level: 1 m, because: bank, basis: measured, source: levelled}}"]
    known = {each.path: each for each in load_case(small / "fire.yaml", sets=sets).park.provenance}

    level = known["storages.river-1.allowed.level"]
    assert (level.text, level.basis, level.source) == ("1 m", Basis.MEASURED, "levelled")


def test_resolved_copy_with_slopes_and_levels_loads_again(small, tmp_path):
    sets = [
        f"{RIVER}.shape.bed_slope=1 ‰",
        f"{RIVER}.allowed={{level: 1 m, because: {{en: footpath, zh: 步道}}}}",
        "park.links.new={kind: pipe, from: drain, to: river-1, full_pipe: {diameter: 800 mm, slope: 3 ‰}, length: 9 m}",
        "park.catchments.yard={area: 2 ha, runoff: 0.85, drains_to: drain, misconnected: 5 %, misconnected_to: pit}",
        "dirty_areas={tank-row: {of: yard, area: 1.2 ha, drains_to: bund}}",
    ]
    case = load_case(small / "fire.yaml", sets=sets)
    for name, text in case.resolved.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    again = load_case(tmp_path / "scenario.yaml")

    assert again.park.storages == case.park.storages
    assert again.park.links == case.park.links
    assert again.scenario.inflows == case.scenario.inflows
    assert again.inputs_hash == case.inputs_hash


def test_the_small_park_has_no_allowed_level(small):
    assert all(each.allowed is None for each in load_park(small).storages.values())
