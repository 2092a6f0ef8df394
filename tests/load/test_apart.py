"""Places that cannot be those of one park."""

import pytest

from sim.errors import Problems
from sim.load import load_park

HEAD = """\
id: park
{origin}tiers: {{plant: {{promise: nothing leaves}}}}
storages:
"""
STORAGE = "  pool-{k}: {{kind: basin, tier: plant, capacity: 300 m3, {place}}}\n"


def park(folder, *places, origin="", more=""):
    text = HEAD.format(origin=origin) + "".join(STORAGE.format(k=k, place=each) for k, each in enumerate(places, 1))
    (folder / "park.yaml").write_text(text + more, encoding="utf-8")
    return load_park(folder)


def complaints(*args, **kwargs):
    with pytest.raises(Problems) as caught:
        park(*args, **kwargs)
    return [message.partition(": ")[2] for message in caught.value.messages]


def test_a_national_grid_beside_degrees(tmp_path):
    """
    The case places, gk-park: sqrt(411,079.8^2 + 3,301,623.9^2) = 3,327,117 m from where x and y begin.
    """
    said = complaints(tmp_path, "x: 411079.8 m, y: 3301623.9 m", "x: 100 m, y: 100 m",
                      origin="origin: {longitude: 107.08, latitude: 29.83}\n")  # fmt: skip

    assert " ".join(said) == (
        "storages.pool-1.x: 3,327 km from the origin, and a place of a park lies at most 50 km from it; a national "
        "grid counts so; write its numbers for all places, no origin, and the grid as datum:, such as cgcs2000-gk-108; "
        "or metres from the origin"
    )


def test_swapped_degrees(tmp_path):
    """
    The case places, swap-park: 29.83 east, 85.08 north is 6,583 km from 107.08 east, 29.83 north.
    """
    (said,) = complaints(tmp_path, "longitude: 107.08, latitude: 29.83", "longitude: 29.83, latitude: 85.08")

    assert said == (
        "storages.pool-2.longitude: 6,583 km from 'pool-1', and a place of a park lies at most 50 km from others; "
        "check both numbers"
    )


def test_the_odd_one_is_named_and_told_apart_from_the_others(tmp_path):
    """
    Two of three places say where the park is; the first, turned round, lies beside them.
    """
    said = complaints(tmp_path, "longitude: 29.8, latitude: 87.1", "longitude: 87.1, latitude: 29.81",
                      "longitude: 87.12, latitude: 29.8")  # fmt: skip

    (message,) = said
    assert message.startswith("storages.pool-1.longitude: ")
    assert message.endswith("; the two seem to be swapped")


def test_a_grid_of_its_own_is_no_matter(tmp_path):
    """
    All places by the grid's numbers, 400 m apart, and no origin: a zero of the park's own.
    """
    assert park(tmp_path, "x: 411079.8 m, y: 3301623.9 m", "x: 411479.8 m, y: 3301623.9 m").origin is None


def test_a_grid_turned_round(tmp_path):
    """
    X of a Chinese survey sheet counts north; as x it would turn the park over, and every distance would still be right.
    """
    (said,) = complaints(tmp_path, "x: 3301623.9 m, y: 411079.8 m", "x: 3301623.9 m, y: 36411479.8 m")
    assert said == (
        "storages.pool-1.x: a national grid's northing, and y an easting; x counts east and y north, which Chinese "
        "survey sheets call Y and X: swap them"
    )

    (one,) = complaints(tmp_path, "x: 411079.8 m, y: 3301623.9 m", "x: 3301623.9 m, y: 411079.8 m",
                        "x: 411080 m, y: 3301623.9 m")  # fmt: skip
    assert one.startswith("storages.pool-2.x: 4,088 km")
    assert one.endswith("; the two seem to be swapped")


def test_help_may_come_from_far(tmp_path):
    """
    0.9 degrees of latitude are 100 km: a brigade of the next town, not a pool of the park.
    """
    crews = "crews:\n  next-town: {teams: 1, longitude: 107.08, latitude: 30.73}\n"

    assert park(tmp_path, "longitude: 107.08, latitude: 29.83", "longitude: 107.09, latitude: 29.83", more=crews)
