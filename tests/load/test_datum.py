"""A park whose places are held otherwise than in WGS 84."""

import pytest

from sim.cli import main
from sim.errors import Problems
from sim.load import load_case, load_park
from sim.park import Place

HERE = Place(107.08, 29.83)
HEAD = "id: park\n{head}tiers: {{plant: {{promise: nothing leaves}}}}\nstorages:\n"
STORAGE = "  pool: {{kind: basin, tier: plant, capacity: 300 m3, {place}}}\n"
GRID = "x: 411079.8 m, y: 3301623.9 m"


def write(folder, head, place, more=""):
    path = folder / "park.yaml"
    path.write_text(HEAD.format(head=head) + STORAGE.format(place=place) + more, encoding="utf-8")
    return path


def complaint(folder, head, place):
    with pytest.raises(Problems) as caught:
        load_park(write(folder, head, place))
    (message,) = caught.value.messages
    return message.partition(": ")[2]


@pytest.mark.parametrize(("datum", "place"), [
    ("gcj02", "longitude: 107.0844614477, latitude: 29.8275282020"),
    ("bd09", "longitude: 107.0910155128, latitude: 29.8333054756"),
    ("cgcs2000-gk-108", GRID),
    ("cgcs2000-gk-108", "x: 36411079.8 m, y: 3301623.9 m"),
])  # fmt: skip
def test_columns_stay_as_they_are_held(tmp_path, datum, place):
    """
    All four are 107.08 E, 29.83 N: the first two by the formula, the others to the decimetre that they are written to.
    """
    park = load_park(write(tmp_path, f"datum: {datum}\n", place))

    assert park.storages["pool"].place.metres_to(HERE) < 0.1
    assert {each.path: each.text for each in park.provenance}["datum"] == datum


def test_the_origin_is_held_so_too(tmp_path):
    origin = "origin: {longitude: 107.0844614477, latitude: 29.8275282020}\n"

    assert load_park(write(tmp_path, f"datum: gcj02\n{origin}", "x: 5 m, y: 6 m")).origin.metres_to(HERE) < 0.01


def test_its_basis_is_kept(tmp_path):
    head = "datum: {value: gcj02, basis: published, source: planning map of 2023}\n"
    park = load_park(write(tmp_path, head, "longitude: 107.08, latitude: 29.83"))

    (found,) = [each for each in park.provenance if each.path == "datum"]
    assert (found.basis, found.source) == ("published", "planning map of 2023")


def test_validate_says_how_they_are_held_and_how_far_off(tmp_path, capsys):
    path = write(tmp_path, "datum: beijing54-gk-108\n", GRID)

    assert main(["validate", str(path)]) == 0
    assert (
        "Note: places are held in Beijing 1954 (beijing54-gk-108) and not converted: its shift to WGS 84 differs by "
        "region and is not published, so they may be off by the order of 100 m; to check: 'pool' lies at "
    ) in capsys.readouterr().out
    assert main(["validate", str(path), "--lang", "zh"]) == 0
    assert "位置误差可达 100 m 量级；请核对：“pool”位于东经 107.08" in capsys.readouterr().out


def test_a_run_says_so_and_a_kept_copy_reads_the_same(tmp_path):
    write(tmp_path, "datum: gcj02\n", "longitude: 107.08, latitude: 29.83")
    script = tmp_path / "plan.yaml"
    script.write_text("park: park.yaml\nhorizon: 1 h\n", encoding="utf-8")
    case = load_case(script)
    for name, text in case.resolved.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert "GCJ-02" in str(case.scenario.notes[0].in_language("en"))
    assert load_park(tmp_path / "park.yaml").storages == case.park.storages


NO_SUCH_ZONE = (
    "datum: 'cgcs2000-gk-107': 3-degree zones lie around 75, 78, ... 135 degrees east, so around the one nearest to "
    "the park, such as cgcs2000-gk-108"
)
NO_METRES = (
    "datum: cgcs2000-gk-108 counts metres, and no place in this park has x and y; write these, or another datum, such "
    "as wgs84"
)
NO_DEGREES = (
    "datum: says how degrees are held, and nothing in this park has any; leave it out, or name the grid of x and y, "
    "such as cgcs2000-gk-108"
)
TWO_ZEROS = "origin: says where x and y begin, which xian80-gk-108 says already; leave it out"
ABROAD = "storages.pool.longitude: 2.35 east, 48.86 north lies outside of China, where bd09 does not hold"


@pytest.mark.parametrize(("head", "place", "said"), [
    ("datum: gjc02\n", "x: 1 m, y: 2 m", "datum: 'gjc02' is no datum; did you mean 'gcj02'?"),
    ("datum: cgcs2000-gk-107\n", GRID, NO_SUCH_ZONE),
    ("datum: cgcs2000-gk-108\n", "longitude: 107.08, latitude: 29.83", NO_METRES),
    ("datum: gcj02\n", GRID, NO_DEGREES),
    ("datum: xian80-gk-108\norigin: {longitude: 107.08, latitude: 29.83}\n", GRID, TWO_ZEROS),
    ("datum: bd09\n", "longitude: 2.35, latitude: 48.86", ABROAD),
])  # fmt: skip
def test_what_cannot_be(tmp_path, head, place, said):
    assert complaint(tmp_path, head, place) == said
