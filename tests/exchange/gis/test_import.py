"""`import geojson` and its like: what would change is said, and written only when that is asked for."""

import json
import shutil
from pathlib import Path

import ezdxf
import pytest
from ezdxf import units

from sim.cli import import_gis, main
from sim.cli.parser import columns_of
from sim.load import load_park
from sim.park import LocalPlace, Place
from sim.park.datum import Datum

ROOT = Path(__file__).parents[3]
LAYER, POOLS, SITE = (str(ROOT / "docs" / "gis" / name) for name in ("first-park.geojson", "pools.shp", "site.dxf"))
HELD = """\
id: held
name: 表格园区
datum: gcj02
tiers: {plant: {promise: nothing leaves}}
tables: {storages: pools.csv}
storages:
  b-1:
    kind: bund
    tier: plant
    capacity: 300 m3
    longitude: {value: 107.05, basis: published, source: old map}
    latitude: 29.80
  b-2: {kind: bund, tier: plant, capacity: 300 m3, shape: {length: 10 m, bottom: 2 m, side_slope: 1}}
"""
TABLE = """\
编号,名称,类型,级别,容量(m3),来源
pool,"1号,事故池",事故应急池,plant,500,图纸
pool-2,2号事故池,事故应急池,plant,600
"""


@pytest.fixture
def first(tmp_path):
    """The first park, to be changed."""
    shutil.copytree(ROOT / "docs" / "first-park", tmp_path / "first-park")
    return tmp_path / "first-park" / "park.yaml"


@pytest.fixture
def held(tmp_path):
    """A park of a table and a file, both in GCJ-02."""
    (tmp_path / "park.yaml").write_text(HELD, encoding="utf-8")
    (tmp_path / "pools.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path / "park.yaml"


def layer(folder, *features):
    """A GeoJSON file of (columns, type, coordinates)."""
    whole = [{"type": "Feature", "properties": properties, "geometry": {"type": sort, "coordinates": at}}
             for properties, sort, at in features]  # fmt: skip
    path = folder / "layer.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": whole}), encoding="utf-8")
    return str(path)


def asked(capsys, *words):
    assert main(["import", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def then(found):
    return {f"{each['thing']}.{each['key']}": (each["now"], each["then"]) for each in found["changes"]}


def test_a_drawing_in_the_parks_own_metres(first, capsys):
    """
    A bund of 60 x 40 m, a pool of 40 m across: pi x 20^2 = 1,256.6 m2, as a ring of chords 0.02 % more; a gate's block.
    """
    before = first.read_text(encoding="utf-8")

    assert main(["import", "dxf", SITE, "--park", str(first), "--datum", "local"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  As --datum says: places are held by x and y from the park's own zero",
        "  Note: the drawing says that it counts mm",
        "",
        "Would change 4 values (nothing is written without --update):",
        "  storages.bund",
        "    shape.area  - -> 2400.0 m2",
        "  storages.pool",
        "    shape.area  - -> 1256.9 m2",
        "  links.outfall",
        "    x           - -> 600.00 m",
        "    y           - -> 60.00 m",
        "Without a place, and none in the file, 3: links.transfer, links.river-gate, sensors.pool-level",
    ]
    assert first.read_text(encoding="utf-8") == before


def test_a_shapefile_from_amap(first, capsys):
    """
    The pool was drawn at (334, 327) and stands in the file at (330, 330): sqrt(16 + 9) = 5 m.
    """
    found = asked(capsys, "shp", POOLS, "--park", str(first), "--datum", "gcj02")

    assert then(found) == {
        "storages.pool.x": ("330 m", "334.00 m"), "storages.pool.y": ("330 m", "327.00 m"),
        "storages.public-pool.x": ("780 m", "785.00 m"), "storages.public-pool.y": ("360 m", "355.00 m"),
    }  # fmt: skip
    assert (found["datum"], found["error_m"]) == ("gcj02", 0.001)
    assert main(["import", "shp", POOLS, "--park", str(first), "--datum", "wgs84", "--lang", "zh"]) == 0
    assert "storages.pool：移动 51" in capsys.readouterr().out  # a mistaken datum is seen: half a kilometre


def test_a_layer_that_says_how_it_is_held(first, capsys):
    """
    The areas and lines of the works by its x and y, laid on the ellipsoid: within half a percent of 60 x 40, 40 x 24,
    sqrt(150^2 + 30^2) + sqrt(150^2 + 15^2) and sqrt(60^2 + 130^2) + sqrt(230^2 + 80^2). Places stay that lie in or at
    what is drawn.
    """
    found = asked(capsys, "geojson", LAYER, "--park", str(first))

    numbers = {key: float(new.split()[0]) for key, (_, new) in then(found).items()}
    assert numbers == pytest.approx({
        "storages.bund.shape.area": 2400, "storages.pool.shape.area": 960, "storages.public-pool.shape.area": 2400,
        "storages.river.length": 303.7, "links.outfall.length": 386.7,
    }, rel=0.005)  # fmt: skip
    assert found["unknown_shapes"] == ["first-park 6 'guard-house'"]


def test_written_values_say_where_they_are_from(first, capsys):
    """
    And nothing else of the text changes; a second import finds nothing to do.
    """
    before = first.read_text(encoding="utf-8")
    words = ["shp", POOLS, "--park", str(first), "--datum", "gcj02", "--basis", "measured", "--update"]

    assert asked(capsys, *words)["written"] == [str(first)]
    new = '{value: 334.00 m, basis: measured, source: "pools.shp, gcj02"}'
    assert f"overflows_to: main, x: {new}, y: " in first.read_text(encoding="utf-8")
    assert first.with_name("park.yaml.bak").read_text(encoding="utf-8") == before
    park = load_park(first)
    assert park.storages["pool"].place == LocalPlace(334, 327)
    (told,) = [each for each in park.provenance if each.path == "storages.pool.x"]
    assert (told.basis, told.source) == ("measured", "pools.shp, gcj02")

    first.with_name("park.yaml.bak").unlink()
    found = asked(capsys, *words)
    assert (found["changes"], found["written"]) == ([], [])
    assert found["same"] == ["storages.pool", "storages.public-pool"]


def test_what_was_replaced_is_not_lost(first, capsys):
    words = ["import", "shp", POOLS, "--park", str(first), "--datum", "gcj02", "--update"]
    first.with_name("park.yaml.bak").write_text("precious\n", encoding="utf-8")

    assert main(words) == 2
    assert "is there already, with what was replaced earlier; move it away first" in capsys.readouterr().err
    assert first.with_name("park.yaml.bak").read_text(encoding="utf-8") == "precious\n"


def test_tables_and_blocks_are_written_as_the_park_holds_its_places(held, capsys):
    """
    A layer in WGS 84 beside a park in GCJ-02: the numbers written are those of GCJ-02.
    """
    at = {"pool": (107.0505, 29.8005), "pool-2": (107.06, 29.8), "b-1": (107.061, 29.8)}
    path = layer(held.parent, *(({"编号": id}, "Point", each) for id, each in at.items()))

    found = asked(capsys, "geojson", path, "--park", str(held), "--update")
    park = load_park(held)
    for id, each in at.items():
        assert park.storages[id].place.metres_to(Place(*each)) < 0.02
    east, north = Datum("gcj02").held(Place(*at["pool"]))
    lines = (held.parent / "pools.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == ("编号,名称,类型,级别,容量(m3),来源,经度,longitude.basis,longitude.source,"
                        "纬度,latitude.basis,latitude.source")  # fmt: skip
    known = 'assumed,"layer.geojson, wgs84"'
    assert lines[1] == f'pool,"1号,事故池",事故应急池,plant,500,图纸,{east:.7f},{known},{north:.7f},{known}'
    assert 'basis: assumed, source: "layer.geojson, wgs84"}\n    latitude: {value: ' in held.read_text(encoding="utf-8")
    assert "old map" not in held.read_text(encoding="utf-8")
    assert sorted(found["written"]) == [str(held), str(held.parent / "pools.csv")]


def test_degrees_the_other_way_round_say_so(held, capsys):
    path = layer(held.parent, ({"name": "b-1"}, "Point", (29.8, 107.06)))

    assert main(["import", "geojson", path, "--park", str(held)]) == 2
    assert "29.8 east, 107.1 north are no degrees, but would be the other way round" in capsys.readouterr().err


def test_a_table_gets_a_column_for_each_new_key(held, capsys):
    """
    A ring of 0.0003 x 0.0003 degrees at 29.8 N, about 29.0 x 33.3 m or 965 m2, gives the one pool an area, a line of
    0.01 degrees, 966 m, the other, which is a pipe, a length: two new columns, none in the other's place.
    """
    table = held.parent / "pools.csv"
    table.write_text("id,kind,tier,capacity [m3]\npool,bund,plant,500\npipe,pipe,plant,80\n", encoding="utf-8")
    at = [(107.06, 29.8), (107.0603, 29.8), (107.0603, 29.8003), (107.06, 29.8003), (107.06, 29.8)]
    main_ = [(107.06, 29.8), (107.07, 29.8)]
    path = layer(held.parent, ({"id": "pool"}, "Polygon", [at]), ({"id": "pipe"}, "LineString", main_))

    asked(capsys, "geojson", path, "--park", str(held), "--update")
    storages = load_park(held).storages

    assert storages["pool"].shape.area_m2 == pytest.approx(965, abs=3)
    assert storages["pipe"].length_m == pytest.approx(966, abs=2)


def test_names_with_capitals_and_full_width_letters_match(held, capsys):
    path = layer(held.parent, ({"名称": "Ｂ－１"}, "Point", (107.061, 29.8)))

    found = asked(capsys, "geojson", path, "--park", str(held))
    assert [each["thing"] for each in found["changes"]] == ["storages.b-1"] * 2


def test_what_cannot_be_decided_is_asked(held, capsys):
    """
    Two points of one name, a name that two things have, a ring that crosses itself, a reach with banks.
    """
    bow = [[(107.05, 29.8), (107.051, 29.801), (107.051, 29.8), (107.05, 29.801), (107.05, 29.8)]]
    square = [[(107.05, 29.8), (107.051, 29.8), (107.051, 29.801), (107.05, 29.801), (107.05, 29.8)]]
    path = layer(
        held.parent, ({"name": "pool-2"}, "Point", (107.06, 29.8)), ({"name": "POOL-2"}, "Point", (107.061, 29.8)),
        ({"name": "1号,事故池", "name2": "2号事故池"}, "Point", (107.06, 29.8)), ({"name": "b-1"}, "Polygon", bow),
        ({"name": "b-2"}, "Polygon", square),
    )  # fmt: skip

    found = asked(capsys, "geojson", path, "--park", str(held), "--datum", "gcj02")
    two = "2 shapes of one sort are called so (layer 1 'pool-2', layer 2 'POOL-2')"
    assert found["notes"] == [
        "layer 3 '1号,事故池' may be storages.pool or storages.pool-2; give it the id of one of them",
        f"storages.pool-2: {two}; join them into one, or rename all but one",
        "storages.b-1: layer 4 'b-1' crosses itself, so that it has no area",
        "storages.b-2: layer 5 'b-2' has 10,681 m2; its shape: says more than an area and stays",
    ]
    assert {each["thing"] for each in found["changes"]} == {"storages.b-2"}
    assert found["same"] == []


def test_our_own_layer_comes_back_without_a_change(first, tmp_path, capsys):
    """
    Lines from storage to storage are no surveyed mains, and where a gate's storage stands is no place of the gate.
    """
    for sort in ("geojson", "gpkg"):
        assert main(["export", sort, str(first), "--out", str(tmp_path), "--quiet"]) == 0

        found = asked(capsys, sort, str(tmp_path / f"first-park.{sort}"), "--park", str(first))
        assert found["changes"] == []
        assert set(found["same"]) >= {f"storages.{id}" for id in ("bund", "pool", "public-pool", "main", "river")}


def test_a_park_that_would_not_load_afterwards_is_put_back(held, capsys):
    """
    Two pools 1.24 degrees of longitude apart, 1.24 x 111.2 km x cos(29.8) = 120 km, are no one park's.
    """
    before = held.read_text(encoding="utf-8"), (held.parent / "pools.csv").read_text(encoding="utf-8")
    path = layer(held.parent, ({"name": "b-1"}, "Point", (107.06, 29.8)), ({"name": "pool"}, "Point", (108.3, 29.8)))

    assert main(["import", "geojson", path, "--park", str(held), "--update"]) == 2
    assert "120 km from 'b-1'" in capsys.readouterr().err
    assert (held.read_text(encoding="utf-8"), (held.parent / "pools.csv").read_text(encoding="utf-8")) == before
    assert not list(held.parent.glob("*.bak"))


LIKE_THIS = "python run_sim.py import geojson docs/gis/first-park.geojson --park docs/first-park/park.yaml"
HELD_SO = "wgs84, cgcs2000, gcj02, bd09, cgcs2000-gk-108, beijing54-gk-108, xian80-gk-108"

UNSAID = f"nothing says how its places are held; write --datum with {HELD_SO}, or local for x and y of the park's own"


@pytest.mark.parametrize(("words", "said"), [
    (["import"], "name what to import, such as: python run_sim.py import inventory spaces.xlsx --out configs/my-park"),
    (["import", "dwg", "a.dwg"], "there is no import of 'dwg'; there are inventory, gaps, geojson, gpkg, shp, dxf"),
    (["import", "geojson", LAYER], f"name one file and the park that it shows, such as: {LIKE_THIS}"),
    (["import", "dxf", "a.dwg", "--park", "p"], "a.dwg: what is read ends in .geojson, .json, .gpkg, .shp, .dxf"),
    (["import", "shp", LAYER, "--park", "p", "--unit", "mm"],
     "--unit: goes with a drawing; a map layer counts what its datum counts"),
    (["import", "dxf", SITE, "--park", "p", "--datum", "gcj02"],
     "--datum: a drawing counts metres; name their grid, such as cgcs2000-gk-108, or local"),
    (["import", "dxf", SITE, "--park", "p"],
     f"{SITE}: {UNSAID}"),
    (["import", "dxf", SITE, "--park", "p", "--datum", "utm"],
     f"--datum: 'utm' is no datum; write one of {HELD_SO}"),
    (["import", "dxf", SITE, "--park", "p", "--unit", "km"], "--unit: a drawing counts m, cm or mm, found 'km'"),
    (["import", "dxf", SITE, "--park", "p", "--basis", "guess"],
     "--basis: a basis is measured, published, designed or assumed, found 'guess'"),
])  # fmt: skip
def test_wrong_words(words, said, capsys):
    assert main(words) == 2

    assert capsys.readouterr().err == f"{said}\n"


def test_a_park_of_metres_without_an_origin_is_asked_where_it_lies(first, capsys):
    text = first.read_text(encoding="utf-8")
    first.write_text(text.replace("origin: {longitude: 107.05, latitude: 29.8}\n", ""), encoding="utf-8")

    assert main(["import", "geojson", LAYER, "--park", str(first)]) == 2
    assert "does not say where on earth x and y begin; write origin: with its degrees there" in capsys.readouterr().err


def test_metres_beside_a_park_on_earth(held, capsys):
    path = layer(held.parent, ({"name": "b-1"}, "Point", (1, 2)))
    assert main(["import", "geojson", path, "--park", str(held), "--datum", "local"]) == 2
    assert "has its places on earth; name the grid of the layer's metres with --datum" in capsys.readouterr().err


def test_changes_go_into_a_table_too(first, tmp_path, capsys):
    words = ["import", "dxf", SITE, "--park", str(first), "--datum", "local", "--quiet", "--out", str(tmp_path / "out")]

    assert main(words) == 0
    assert capsys.readouterr().out == ""
    assert (tmp_path / "out" / "changes.csv").read_text(encoding="utf-8").splitlines()[:2] == [
        "thing,key,now,then,shape", "storages.bund,shape.area,,2400.0 m2,围堰 1 'bund'",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_explains_itself(language, capsys):
    assert main(["import", "dxf", "--help", "--lang", language]) == 0

    out = capsys.readouterr().out
    assert "import geojson|gpkg|shp|dxf FILE --park PARK [" in out
    assert [line for line in out.splitlines() if columns_of(line) > 120] == []
    assert [each.dest for each in import_gis.COMMAND.parser(language)._actions if not each.help] == []


def test_metres_read_as_degrees_are_refused(first, capsys):
    """
    A Shapefile of a grid whose .prj is lost.
    """
    path = layer(first.parent, ({"name": "pool"}, "Point", (411079.8, 3301623.9)))

    assert main(["import", "geojson", path, "--park", str(first)]) == 2
    assert capsys.readouterr().err == (
        "layer 1 'pool': 411079.8 east, 3301623.9 north are no degrees; a national grid counts metres, such as "
        "cgcs2000-gk-108\n"
    )


def test_a_drawing_on_a_national_grid_beside_a_park_in_degrees(held, capsys):
    """
    500 m east of 107.08 E, 29.83 N on the grid around 108 degrees, drawn in millimetres as a block with its number, and
    written back in the park's GCJ-02: 500 m on the ground, less 0.01 % that the grid stretches there.
    """
    doc = ezdxf.new("R2010", units=units.MM)
    doc.blocks.new("POOL").add_attdef("NO", (0, 0))
    at = (411_579_800, 3_301_623_900)
    doc.modelspace().add_blockref("POOL", at).add_auto_attribs({"NO": "B-1"})
    doc.saveas(held.parent / "plan.dxf")
    text = held.read_text(encoding="utf-8")
    here = Datum("cgcs2000", 108).on_earth(411079.8, 3301623.9)
    east, north = Datum("gcj02").held(here)
    old = "longitude: {value: 107.05, basis: published, source: old map}\n    latitude: 29.80"
    held.write_text(text.replace(old, f"longitude: {east:.9f}\n    latitude: {north:.9f}"), encoding="utf-8")
    before = load_park(held).storages["b-1"].place

    words = [str(held.parent / "plan.dxf"), "--park", str(held), "--datum", "cgcs2000-gk-108", "--update"]
    assert main(["import", "dxf", *words]) == 0
    assert "storages.b-1: moves by " in capsys.readouterr().out
    assert load_park(held).storages["b-1"].place.metres_to(before) == pytest.approx(500, rel=0.005)
