"""Amounts as people write them: in other units, as depths, a little more than fits."""

import pytest

from sim.errors import Problems
from sim.load import load_park
from sim.load.size_form import load_sheet

POOL = """\
id: one
basis: assumed
tiers: {{public: {{promise: nothing leaves}}}}
storages:
  pool: {{tier: public, kind: accident-pool, capacity: {capacity}, dead: {dead}, shape: {{area: 1000 m2}},
         initial: {initial}}}
"""


def pool(tmp_path, initial, capacity="3000 m3", dead="0 m3"):
    """A pool with that in it at the start."""
    text = POOL.format(capacity=capacity, dead=dead, initial=initial)
    (tmp_path / "park.yaml").write_text(text, encoding="utf-8")
    return load_park(tmp_path).storages["pool"]


def complaint(*args, **kwargs):
    with pytest.raises(Problems) as caught:
        pool(*args, **kwargs)
    (message,) = caught.value.messages
    return message.partition("storages.pool.")[2]


def test_a_depth_at_the_start(tmp_path):
    """
    1.5 m over 1,000 m2 are 1,500 m3; 200 m3 of that are dead, so 1,300 m3 stand there.
    """
    assert pool(tmp_path, "{river: 1.5 m}").initial == {"river": 1500}
    assert pool(tmp_path, "{river: 1.5 m}", dead="200 m3").initial == {"river": 1300}


def test_a_depth_is_not_added_to_anything(tmp_path):
    assert complaint(tmp_path, "{river: 1.5 m, rain: 10 m3}") == (
        "initial.river: a depth is all that stands there; beside other origins write volumes or shares"
    )


def test_what_is_more_by_rounding_alone_fits(tmp_path):
    """
    3000.0000001 m3 in 3,000 m3 is 3e-11 too much: full to the crest and not over it.
    """
    assert pool(tmp_path, "{river: 3000.0000001 m3}").initial == {"river": 3000}
    both = pool(tmp_path, "{river: 1500.0000001 m3, rain: 1500 m3}")
    assert both.initial_m3 == pytest.approx(3000, rel=1e-15)
    assert both.initial_m3 <= 3000


def test_a_message_shows_by_how_much_it_is_more(tmp_path):
    assert complaint(tmp_path, "{river: 199.13426 m3}", capacity="199.134 m3") == (
        "initial.river: 199.13426 m3 is more than the storage can hold; 'pool' holds 199.134 m3 (capacity less dead)"
    )
    assert complaint(tmp_path, "{river: 100 m3, rain: 99.13426 m3}", capacity="199.134 m3") == (
        "initial: 199.1343 m3 in all is more than fits; 'pool' holds 199.134 m3 (capacity less dead)"
    )


SHEET = """\
name: suggestions
groups:
  a: {{largest_tank: 20000 gal, fire_water: {{m: {{flow: 5000 gpm, lasts: 3 hours}}}}}}
  b: {{largest_tank: 200 kL, fire_water_total: 0 m3}}
  c: {{largest_tank: {tanks}, fire_water_total: 0 m3}}
  d: {{largest_tank: 1.2×10^4 m3, fire_water_total: 0 m3}}
  e: {{largest_tank: 80000 bbl, fire_water_total: 0 m3}}
rain: {{freeboard: 4.5 in, area: 4.15 acres, depth: 3 inch, runoff: 0.9}}
bunds: {{x: {{group: a, area: 900 ft2, height: 3.27 ft}}}}
"""


def test_a_sheet_in_american_units(tmp_path, monkeypatch):
    """
    The case unit-suggestions: 20,000 gal are 75.708 m3, 80,000 bbl 12,719 m3, 5,000 gpm for three hours
    0.31545 x 10,800 = 3,406.9 m3, 900 ft2 83.61 m2, 3.27 ft 0.9967 m, 4.15 acres 16,794 m2, 4.5 in 0.1143 m.
    """
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sheet.yaml").write_text(SHEET.format(tanks="2000 m3"), encoding="utf-8")

    sheet = load_sheet("sheet.yaml")

    assert [group.largest_tank_m3 for group in sheet.groups] == pytest.approx([75.70824, 200, 2000, 12_000, 12_718.98])
    (hose,) = sheet.groups[0].hoses
    assert hose.flow_m3_s * hose.lasts_s == pytest.approx(3406.87, abs=0.01)
    assert (sheet.rain.freeboard_m, sheet.rain.area_m2) == pytest.approx((0.1143, 16_794.454))
    assert (sheet.bunds[0].area_m2, sheet.bunds[0].height_m) == pytest.approx((83.612736, 0.996696))


def test_two_pools_in_one_cell_are_asked_for(tmp_path, monkeypatch):
    """
    2×1000 m3 may be 2,000 m3 of one pool or two pools; never 2 m3.
    """
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sheet.yaml").write_text(SHEET.format(tanks="2×1000 m3"), encoding="utf-8")

    with pytest.raises(Problems) as caught:
        load_sheet("sheet.yaml")

    assert caught.value.messages == [
        "sheet.yaml:5:21: groups.c.largest_tank: 2×1000 m3 is a product; write 2000 m3"
    ]
