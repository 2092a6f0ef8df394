"""Sites, labels, what was assumed, and tiers by the names that people give them."""

import json

import pytest

from sim.errors import Problems
from sim.exchange import geojson
from sim.load import load_park
from sim.load.loading import held_by

PARK = """\
id: p
tiers:
  plant: {name: {en: Plant, zh: 一级防控（企业）}, promise: dry}
  public: {name: {en: Public facilities, zh: 二级防控}, promise: dry}
storages:
  a: {tier: 一级, kind: 事故应急池, capacity: 5 m3, overflows_to: b, assumed: overflows_to, label: QL-001, owner: 甲厂,
      basis: published, source: "list, row 3"}
  b: {tier: public facilities, kind: 坑塘, capacity: 5 m3}
sites:
  c: {name: 二号桥, kind: 桥梁, tier: 二级防控, longitude: 107, latitude: 29.8, label: QL-002}
  d: {kind: 水库}
"""


def park_of(folder, text=PARK):
    (folder / "park.yaml").write_text(text, encoding="utf-8")
    return load_park(folder)


def test_tiers_are_meant_by_their_names(tmp_path):
    park = park_of(tmp_path)

    assert [each.tier for each in park.storages.values()] == ["plant", "public"]
    assert park.sites["c"].tier == "public"


def test_a_number_that_no_tier_is_called_by_means_none(tmp_path):
    """Of tiers called 二级 and 三级, the first is not 一级."""
    with pytest.raises(Problems, match="no tier is named '一级'"):
        park_of(tmp_path, PARK.replace("一级防控（企业）", "三级防控"))


def test_sites_hold_nothing_and_keep_what_the_list_says(tmp_path):
    park = park_of(tmp_path)

    assert (park.sites["c"].kind, park.sites["c"].label, str(park.sites["c"].name)) == ("bridge", "QL-002", "二号桥")
    assert park.sites["c"].place.east_north == (107, 29.8)
    assert (park.sites["d"].kind, park.sites["d"].tier, park.sites["d"].place) == ("reservoir", None, None)
    (held,) = held_by([str(tmp_path)])
    assert len(held.park.sites) == 2


def test_what_was_assumed_is_an_assumed_value_of_the_park(tmp_path):
    """The volume is published; where it overflows to is not, though it stands in the same block."""
    park = park_of(tmp_path)

    assert park.storages["a"].assumed == ("overflows_to",)
    assert (park.storages["a"].label, park.storages["a"].listed["owner"]) == ("QL-001", "甲厂")
    known = {each.path: (str(each.basis), each.source) for each in park.provenance}
    assert known["storages.a.capacity"] == ("published", "list, row 3")
    assert known["storages.a.overflows_to"] == ("assumed", "")


def test_what_is_not_there_was_not_assumed(tmp_path):
    with pytest.raises(Problems, match="overflows_to is not written here, so nobody assumed it; take it out"):
        park_of(tmp_path, PARK.replace("capacity: 5 m3}", "capacity: 5 m3, assumed: [overflows_to]}"))


def test_sites_are_on_the_map_layer(tmp_path):
    """The bridge has a place and is a point; the reservoir has none and is told as left out."""
    layer = geojson(park_of(tmp_path, PARK.replace("kind: 坑塘,", "kind: 坑塘, longitude: 107, latitude: 29.81,")))
    sites = [each for each in json.loads(layer.text)["features"] if each["properties"]["sort"] == "site"]

    assert [(each["id"], each["geometry"]["coordinates"]) for each in sites] == [("site/c", [107, 29.8])]
    assert (sites[0]["properties"]["kind"], sites[0]["properties"]["label"]) == ("bridge", "QL-002")
    assert "site/d" in layer.left_out
