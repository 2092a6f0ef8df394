"""GeoJSON, GeoPackage and Shapefiles, made by GDAL and others as people hold them."""

import json

import numpy as np
import pytest
import shapely
from pyogrio import raw
from pyproj import Geod

from sim.errors import InputError
from sim.exchange.gis.measured import measured
from sim.exchange.gis.vector import read_vector
from sim.park import Place
from sim.park.datum import Datum

NAMES = ["一号事故池", "二号事故池"]


def layer(path, shapes, crs="EPSG:4490", names=NAMES, field="名称", **more):
    geometries = np.array([shapely.to_wkb(each) for each in shapes], dtype=object)
    columns = [np.array(names, dtype=object)]
    raw.write(path, geometries, columns, np.array([field], dtype=object), crs=crs, geometry_type=shapes[0].geom_type,
              **more)  # fmt: skip
    return str(path)


POINTS = [shapely.Point(107.05, 29.8), shapely.Point(107.06, 29.81)]


@pytest.mark.parametrize(("encoding", "said"), [("GBK", "GB18030"), ("UTF-8", "UTF-8")])
def test_a_shapefile_that_does_not_say_how_its_letters_are_written(tmp_path, encoding, said):
    """
    Without its .cpg GDAL gives the letters of Western Europe, and no error.
    """
    path = layer(tmp_path / "a.shp", POINTS, encoding=encoding)
    (tmp_path / "a.cpg").unlink()

    layers = read_vector(path, "shp")
    assert [each.names for each in layers.shapes] == [(each,) for each in NAMES]
    assert list(layers.told) == [
        f"{path} has no .cpg file that says how its letters are written; read as {said} it says '一号事故池'"
    ]
    assert layers.datum == Datum("cgcs2000")


def test_one_that_says_it_is_believed(tmp_path):
    layers = read_vector(layer(tmp_path / "a.shp", POINTS, encoding="GBK"), "shp")

    assert [each.names for each in layers.shapes] == [(each,) for each in NAMES]
    assert layers.told == ()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # GDAL's words about the cut, cut too
@pytest.mark.parametrize("says", [True, False])
def test_a_head_that_is_cut_within_a_letter(tmp_path, says):
    """
    Ten bytes: three letters of UTF-8 and a third of the fourth, which pyogrio refuses with the whole layer.
    """
    path = layer(tmp_path / "a.shp", POINTS, encoding="UTF-8", field="设施名称")
    if not says:
        (tmp_path / "a.cpg").unlink()

    layers = read_vector(path, "shp")
    assert [each.names for each in layers.shapes] == [(each,) for each in NAMES]
    assert len(layers.told) == (0 if says else 1)


@pytest.mark.parametrize(("code", "datum"), [
    (4326, "wgs84"), (4490, "cgcs2000"), (4545, "cgcs2000-gk-108"), (4524, "cgcs2000-gk-108"),
    (2433, "beijing54-gk-108"), (2381, "xian80-gk-108"),
])  # fmt: skip
def test_a_layer_says_how_it_is_held(tmp_path, code, datum):
    assert read_vector(layer(tmp_path / "a.gpkg", POINTS, f"EPSG:{code}"), "gpkg").datum.name == datum


def test_a_system_that_is_not_read_is_refused(tmp_path):
    path = layer(tmp_path / "a.gpkg", POINTS, "EPSG:32648")

    with pytest.raises(InputError) as caught:
        read_vector(path, "gpkg")
    assert str(caught.value) == (
        f"{path}: it is held in WGS 84 / UTM zone 48N, which is not read here; save it in WGS 84 (EPSG:4326) with your "
        "GIS"
    )


def test_a_length_is_one_on_the_ground(tmp_path):
    """
    411,079.8 to 412,079.8 m east, 92 to 88 km west of the meridian, are 1,000 m on the grid, which stretches by
    x^2 / (2 R^2) = 88.4^2 / (2 x 6,378^2) = 0.01 %: 0.1 m.
    """
    line = shapely.LineString([(411079.8, 3301623.9), (412079.8, 3301623.9)])
    layers = read_vector(layer(tmp_path / "a.gpkg", [line], "EPSG:4545", ["main"]), "gpkg")

    assert measured(layers.shapes[0].geometry, layers.datum).length_m == pytest.approx(999.9, abs=0.02)


def test_an_area_is_one_on_the_ground_and_holes_are_none_of_it(tmp_path):
    """
    A ring of 0.001 degrees a side with a hole of half its side: three quarters of the whole, whichever way it is drawn.
    """
    earth = Geod(ellps="WGS84")
    square = shapely.box(107.05, 29.8, 107.051, 29.801)
    hole = shapely.box(107.05025, 29.80025, 107.05075, 29.80075)
    whole, without = (abs(earth.geometry_area_perimeter(each)[0]) for each in (square, hole))
    ring = shapely.Polygon(square.exterior.coords, [hole.exterior.coords])
    layers = read_vector(layer(tmp_path / "a.gpkg", [ring], names=["pool"]), "gpkg")

    assert measured(layers.shapes[0].geometry, layers.datum).area_m2 == pytest.approx(whole - without, rel=1e-9)


def test_gcj02_is_taken_back_corner_by_corner():
    """
    The square drawn on Amap 0.5 km off is the square.
    """
    held = Datum("gcj02")
    corners = [(107.05, 29.8), (107.051, 29.8), (107.051, 29.801), (107.05, 29.801)]
    drawn = shapely.Polygon([held.held(Place(*each)) for each in corners])

    found = measured(drawn, held)
    assert found.area_m2 == pytest.approx(measured(shapely.Polygon(corners), Datum("wgs84")).area_m2, rel=1e-6)
    assert found.place.metres_to(Place(107.0505, 29.8005)) < 0.01


def test_names_are_those_of_the_columns_that_name(tmp_path):
    """
    A tier of the name of a storage is no name; without a column that names any text may.
    """
    def read(properties):
        feature = {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": [107, 29]}}
        empty = {"type": "Feature", "properties": {}, "geometry": None}
        path = tmp_path / "a.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature, empty]}), encoding="utf-8")
        return read_vector(str(path), "geojson")

    assert read({"tier": "plant", "编号": "P-1", "名称": "一号池"}).shapes[0].names == ("P-1", "一号池")
    found = read({"备注": "P-1", "depth": 3})
    assert found.shapes[0].names == ("P-1", "3.0")
    assert list(found.told) == ["1 of layer 'a' have no shape"]


def test_what_cannot_be_read(tmp_path):
    path = tmp_path / "a.geojson"
    path.write_text("{", encoding="utf-8")

    with pytest.raises(InputError, match=r"a\.geojson: cannot be read as GeoJSON: "):
        read_vector(str(path), "geojson")
    with pytest.raises(InputError, match="there is no layer 'pools'; it has a"):
        read_vector(layer(tmp_path / "a.gpkg", POINTS), "gpkg", "pools")
