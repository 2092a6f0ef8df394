"""A map layer: the structure RFC 7946 asks for, numbers by hand, and what is refused."""

import json
from pathlib import Path

import pytest

from sim.cli import main
from sim.errors import InputError
from sim.exchange import geojson
from sim.load import load_case, load_park
from sim.park import (
    Crew,
    Link,
    LinkKind,
    LocalPlace,
    Name,
    Park,
    Place,
    Prism,
    Quantity,
    Sensor,
    SensorKind,
    Storage,
    WeirRating,
)
from sim.result import run
from tests.water.by_hand import HOUR, park_of, pool, pour, script, spillway

ROOT = Path(__file__).parents[2]


def park(**others):
    """A bund at 107 degrees east, a pool 0.1 degrees north of it, a tank nowhere; a gate with a place of its own."""
    storages = [
        Storage("bund", Name("Bund", "围堰"), "plant", "bund", 600, place=Place(107.0, 29.8)),
        Storage("pool", Name("Pool", "事故池"), "plant", "accident-pool", 1000, place=Place(107.0, 29.9)),
        Storage("tank", Name("Tank"), "plant", "tank", 50),
    ]
    links = [
        Link("drain", Name("Drain", "排水"), LinkKind.PIPE, "bund", "pool", 0.5),
        Link("gate", Name("Gate"), LinkKind.GATE, "tank", "pool", 0.2, place=Place(107.01, 29.8)),
    ]
    return Park.of(storages, links, crews={"duty": Crew("duty", Name("Duty"), 2, home=Place(107.02, 29.8))}, **others)


def features(layer):
    whole = json.loads(layer.text)
    assert whole["type"] == "FeatureCollection"
    return {each["id"]: each for each in whole["features"]}


def test_points_and_lines():
    found = features(geojson(park()))

    assert set(found) == {"storage/bund", "storage/pool", "link/drain", "link/gate", "crew/duty"}
    assert found["storage/bund"]["geometry"] == {"type": "Point", "coordinates": [107.0, 29.8]}
    assert found["link/drain"]["geometry"] == {"type": "LineString", "coordinates": [[107.0, 29.8], [107.0, 29.9]]}
    assert found["link/gate"]["geometry"]["type"] == "Point"
    assert found["link/drain"]["properties"] == {
        "sort": "link", "id": "drain", "name_en": "Drain", "name_zh": "排水", "kind": "pipe", "from": "bund",
        "to": "pool", "opening": 1.0, "capacity_m3_s": 0.5, "lag_s": 0.0, "transfer": False,
    }  # fmt: skip


def test_a_link_between_two_things_at_one_place_is_a_point():
    """A line without length is no valid geometry for most readers."""
    here = Place(107.0, 29.8)
    storages = [Storage(id, Name(id), "plant", "bund", 100, place=here) for id in ("bund", "pool")]
    link = Link("drain", Name("drain"), LinkKind.PIPE, "bund", "pool", 1.0)

    found = features(geojson(Park.of(storages, [link])))
    assert found["link/drain"]["geometry"] == {"type": "Point", "coordinates": [107.0, 29.8]}


def test_every_feature_has_what_the_standard_asks_for():
    """RFC 7946, 3.2: type, geometry, properties; 3.1.1: longitude first; and no null that JSON does not know."""
    layer = geojson(*result_of_first())
    for each in features(layer).values():
        assert each["type"] == "Feature"
        assert set(each) == {"type", "id", "geometry", "properties"}
        assert all(not isinstance(value, dict | list) for value in each["properties"].values())
        points = each["geometry"]["coordinates"]
        for longitude, latitude in [points] if each["geometry"]["type"] == "Point" else points:
            assert 107.04 < longitude < 107.07
            assert 29.79 < latitude < 29.82
    assert "NaN" not in layer.text


def test_a_link_out_of_the_park_stands_where_it_leaves():
    """
    Out of the bund to no place: at the bund, 107 degrees east; with a place of its own: there.
    """
    bund = Storage("bund", Name("Bund"), "plant", "bund", 600, place=Place(107.0, 29.8))
    links = [
        Link("over", Name("over"), LinkKind.SPILLWAY, "bund", "ground"),
        Link("valve", Name("valve"), LinkKind.VALVE, "bund", "out", 0.5, place=Place(107.01, 29.8)),
    ]
    layer = geojson(Park.of([bund], links))
    found = features(layer)

    assert found["link/over"]["geometry"] == {"type": "Point", "coordinates": [107.0, 29.8]}
    assert found["link/valve"]["geometry"] == {"type": "Point", "coordinates": [107.01, 29.8]}
    assert layer.left_out == ()


def test_what_ran_onto_the_ground_and_over_walls_is_on_the_map():
    """
    1 m3/s for 1,000 s into a bund of 600 m3: 400 m3 run onto the ground, beside the bund. Of 5 m3/s for an hour into
    one of 2,000 m3 with a crest of a metre most runs over its wall, to the pool; the pool stays dry on the ground.
    """
    places = [Place(107.0, 29.8), Place(107.01, 29.8), Place(107.02, 29.8)]
    storages = [
        pool("bund", 600, place=places[0]),
        pool("walled", 2000, shape=Prism(1000), over_wall="pool", place=places[1]),
        pool("pool", 50_000, place=places[2]),
    ]
    crest = spillway("crest", "walled", "pool", rating=WeirRating(1, 2, head_m=0.5))
    pours = [pour("fire", "bund", (0, 1.0), (1000, 0.0)), pour("rain", "walled", (0, 5.0), (HOUR, 0.0))]
    bare = park_of(storages, [crest])
    found = features(geojson(bare, run(bare, script(*pours, horizon_s=6 * HOUR))))

    assert {each for each in found if ">" in each} == {"link/bund>ground", "link/walled>wall"}
    assert found["link/bund>ground"]["geometry"] == {"type": "Point", "coordinates": [107.0, 29.8]}
    assert found["link/bund>ground"]["properties"]["passed_m3"] == pytest.approx(400)
    assert found["link/walled>wall"]["geometry"]["coordinates"] == [[107.01, 29.8], [107.02, 29.8]]
    assert found["link/walled>wall"]["properties"]["kind"] == "wall"
    assert found["link/walled>wall"]["properties"]["passed_m3"] == pytest.approx(13_437, rel=0.005)
    assert not any(">" in each for each in features(geojson(bare)))


def test_what_is_left_out_is_named():
    """The tank, and the link from it that has no place of its own either."""
    pipe = Link("pipe", Name("Pipe"), LinkKind.PIPE, "tank", "pool", 0.1)
    bare = park()
    sensor = Sensor("level", Name("Level"), SensorKind.LEVEL, "tank", Quantity.VOLUME)
    with_pipe = Park.of(
        bare.storages.values(), [*bare.links.values(), pipe], crews=bare.crews, sensors={"level": sensor}
    )

    assert geojson(bare).left_out == ("storage/tank",)
    assert geojson(with_pipe).left_out == ("storage/tank", "link/pipe", "sensor/level")


def result_of_first():
    case = load_case(ROOT / "docs" / "first-park" / "fire.yaml")
    result = run(case.park, case.scenario)
    return result.park, result


def test_what_came_of_a_run_stands_in_columns():
    """The bund's peak is its 1,500 m3, full at T+1 h; the works were breached."""
    found = features(geojson(*result_of_first()))
    bund = found["storage/bund"]["properties"]

    assert bund["peak_m3"] == pytest.approx(1500)
    assert bund["peak_at_s"] == pytest.approx(3600)
    assert bund["tier_verdict"] == "breached"
    assert found["link/transfer"]["properties"]["peak_m3_s"] == pytest.approx(600 / 3600)


def test_an_instant_stands_in_columns_of_its_own():
    """
    At T+2 h the bund holds its 1,500 m3, 900 m3 of them fire water and 600 m3 product, less what has run over; the
    pool 1,080 of 2,000 m3, all of it accident water; 0.3 m3/s run over the bund's crest, and the pump stands.
    """
    found = features(geojson(*result_of_first(), at_s=7200.0))
    bund, pool = (found[f"storage/{id}"]["properties"] for id in ("bund", "pool"))
    over, pump = (found[f"link/{id}"]["properties"] for id in ("bund-spillway", "transfer"))

    assert (bund["volume_m3"], bund["filled_share"]) == pytest.approx((1500, 1))
    assert (pool["volume_m3"], pool["filled_share"]) == pytest.approx((1080, 0.54))
    assert pool["accident_volume_m3"] == pytest.approx(1080)
    assert (over["flow_m3_s"], over["accident_flow_m3_s"]) == pytest.approx((0.3, 0.3))
    assert (pump["flow_m3_s"], pump["accident_flow_m3_s"]) == (0, 0)
    assert found["storage/river"]["properties"]["accident_volume_m3"] == 0


def test_without_an_instant_there_are_no_columns_for_it():
    properties = features(geojson(*result_of_first()))["storage/bund"]["properties"]

    assert not {"volume_m3", "accident_volume_m3", "filled_share"} & set(properties)


def test_x_and_y_are_laid_on_the_earth_from_the_origin():
    """
    A degree of latitude is 111,195 m: 11,119.5 m north are 0.1 degrees. At 60 degrees north one of longitude is half
    as long: 5,559.75 m east are 0.1 degrees too.
    """
    placed = LocalPlace(5559.75, 11119.5).on_earth(Place(10.0, 60.0))

    assert (placed.longitude, placed.latitude) == pytest.approx((10.1, 60.1), abs=1e-6)


def test_a_park_without_places_is_refused():
    bare = Park.of([Storage("bund", Name("Bund"), "plant", "bund", 600)])

    with pytest.raises(InputError, match=r"^no storage of park 'park' has a place; write longitude: and"):
        geojson(bare)


def test_x_and_y_without_an_origin_are_refused():
    local = Park.of([Storage("bund", Name("Bund"), "plant", "bund", 600, place=LocalPlace(1, 2))])

    with pytest.raises(InputError, match=r"nothing says where on earth these begin; write origin: \{longitude: 107.05"):
        geojson(local)


def test_the_command_writes_a_park_and_a_scenario(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    first = ROOT / "docs" / "first-park"

    assert main(["export", "geojson", str(first / "park.yaml")]) == 0
    assert main(["export", "geojson", str(first / "fire.yaml"), "maps/fire.geojson"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[::4] == ["results/first-park.geojson", "maps/fire.geojson"]
    assert said[1:4] == said[5:] == ["", "Without a place, so not on the map:", "  sensors: pool-level"]
    alone = json.loads((tmp_path / "results" / "first-park.geojson").read_text(encoding="utf-8"))
    played = json.loads((tmp_path / "maps" / "fire.geojson").read_text(encoding="utf-8"))
    assert "peak_m3" not in alone["features"][0]["properties"]
    assert "peak_m3" in played["features"][0]["properties"]


def test_the_command_says_what_is_left_out(tmp_path, monkeypatch, capsys):
    """The first park without the bund's place: its spillway into the pool cannot be drawn either."""
    monkeypatch.chdir(tmp_path)
    words = (ROOT / "docs" / "first-park" / "park.yaml").read_text(encoding="utf-8")
    assert words.count(", x: 120 m, y: 420 m") == 1
    Path("park.yaml").write_text(words.replace(", x: 120 m, y: 420 m", ""), encoding="utf-8")

    assert main(["export", "geojson", "park.yaml", "bare.geojson", "--lang", "zh"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "bare.geojson",
        "",
        "没有位置、因而不在图上的内容：",
        "  储存设施：bund",
        "  连接：bund-spillway",
        "  监测点：pool-level",
    ]


def test_the_command_reads_a_result_and_names_a_time(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    first = ROOT / "docs" / "first-park"
    main(["run", str(first / "fire.yaml"), "--quiet"])
    (folder,) = (tmp_path / "results").iterdir()
    capsys.readouterr()

    assert main(["export", "geojson", f"results/{folder.name}", "now.geojson", "--at", "2 h"]) == 0
    bund = json.loads((tmp_path / "now.geojson").read_text(encoding="utf-8"))["features"][0]["properties"]
    assert bund["volume_m3"] == pytest.approx(1500)
    assert main(["export", "geojson", f"results/{folder.name}", "--at", "900 h"]) == 2
    assert "--at: 900 h lies beyond the end of the run" in capsys.readouterr().err
    assert main(["export", "geojson", str(first / "park.yaml"), "--at", "2 h"]) == 2
    assert "is a park, in which nothing happens" in capsys.readouterr().err
    assert main(["export", "swmm", str(first / "fire.yaml"), "--at", "2 h"]) == 2
    assert capsys.readouterr().err == "--at: goes with map layers; SWMM plays the whole scenario\n"


def test_places_are_kept_by_the_reader():
    """As docs/first-park writes them."""
    found = load_park(ROOT / "docs" / "first-park" / "park.yaml")

    assert found.storages["bund"].place == LocalPlace(120, 420)
    assert found.crews["duty"].home == LocalPlace(60, 250)
    assert found.origin == Place(107.05, 29.8)
