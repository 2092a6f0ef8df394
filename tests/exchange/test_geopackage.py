"""A map layer as a GeoPackage, read back by GDAL."""

import json

import numpy as np
from pyogrio import list_layers, raw
from shapely import from_wkb

from sim.cli import main
from sim.exchange import geojson
from sim.exchange.geopackage import write_gpkg
from tests.shipped import case_of, result_of

PLAN = "docs/first-park/plan.yaml"


def read(path, layer):
    meta, _, shapes, columns = raw.read(path, layer=layer)
    return meta, [from_wkb(each) for each in shapes], dict(zip(meta["fields"], columns, strict=True))


def test_it_holds_what_the_geojson_holds(tmp_path, capsys):
    """
    Every feature with its point or line, and every number to the last digit; nothing is nothing, and never 0.
    """
    for sort in ("geojson", "gpkg"):
        assert main(["export", sort, PLAN, "--out", str(tmp_path), "--quiet"]) == 0
    features = json.loads((tmp_path / "plan.geojson").read_text(encoding="utf-8"))["features"]

    found = {}
    for name, _ in list_layers(tmp_path / "plan.gpkg"):
        meta, shapes, columns = read(tmp_path / "plan.gpkg", name)
        assert meta["crs"] == "EPSG:4326"
        for place, shape in enumerate(shapes):
            values = {key: _plain(column[place]) for key, column in columns.items()}
            found[f"{values['sort']}/{values['id']}"] = (shape, values)
    assert set(found) == {each["id"] for each in features}
    for each in features:
        shape, values = found[each["id"]]
        coordinates = [list(corner) for corner in shape.coords]
        assert coordinates in (each["geometry"]["coordinates"], [each["geometry"]["coordinates"]])
        assert {key: value for key, value in values.items() if value is not None} == {
            key: value for key, value in each["properties"].items() if value is not None
        }


def _plain(value):
    """A cell as Python has it; None for nothing."""
    if isinstance(value, np.generic):
        value = value.item()
    return None if value != value else value


def test_layers_are_called_by_what_they_hold(tmp_path):
    layer = geojson(case_of(PLAN).park, result_of(PLAN))
    write_gpkg(layer, tmp_path / "a.gpkg")
    write_gpkg(layer, tmp_path / "a.gpkg")  # in place of the older one

    assert [(name, sort) for name, sort in list_layers(tmp_path / "a.gpkg")] == [
        ("storage", "Point"), ("link_line", "LineString"), ("link_point", "Point"), ("crew", "Point"),
    ]  # fmt: skip
    _, _, columns = read(tmp_path / "a.gpkg", "storage")
    assert columns["counts"].dtype == bool
    assert columns["capacity_m3"].dtype == np.float64
