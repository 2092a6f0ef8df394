"""Make the layers of `docs/gis`: what a planner may hold of the first park (`python docs/make_gis.py`)."""

from __future__ import annotations

import json
from pathlib import Path

from sim.park import LocalPlace, Place
from sim.park.datum import Datum

FOLDER = Path(__file__).parent / "gis"
ORIGIN = Place(107.05, 29.8)
BUND = [(90, 400), (150, 400), (150, 440), (90, 440)]
POOL = [(310, 318), (350, 318), (350, 342), (310, 342)]
PUBLIC = [(750, 340), (810, 340), (810, 380), (750, 380)]
RIVER = [(700, -90), (850, -60), (1000, -75)]
MAIN = [(560, 150), (620, 20), (850, -60)]


def degrees(x: float, y: float) -> list[float]:
    """A point of the works on WGS 84."""
    return [round(each, 7) for each in LocalPlace(x, y).on_earth(ORIGIN).east_north]


def feature(id: str, name: str, sort: str, points: list[tuple[float, float]]) -> dict[str, object]:
    """A thing as GeoJSON has it."""
    corners = [degrees(*each) for each in points]
    coordinates = {"Point": corners[0], "LineString": corners, "Polygon": [[*corners, corners[0]]]}[sort]
    geometry = {"type": sort, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"id": id, "name": name}, "geometry": geometry}


def geojson() -> None:
    """Areas, a river section and a main in WGS 84, and a guard house that the park does not know."""
    features = [
        feature("bund", "Bund of the tank farm", "Polygon", BUND),
        feature("pool", "Accident pool", "Polygon", POOL),
        feature("public-pool", "Public accident pool", "Polygon", PUBLIC),
        feature("river", "River section", "LineString", RIVER),
        feature("outfall", "Outfall main", "LineString", MAIN),
        feature("guard-house", "Guard house", "Point", [(20, 20)]),
    ]
    text = ",\n".join(json.dumps(each) for each in features)
    whole = f'{{"type": "FeatureCollection", "features": [\n{text}\n]}}\n'
    (FOLDER / "first-park.geojson").write_text(whole, encoding="utf-8")


def shapefile() -> None:
    """Pools as points of GCJ-02, picked on Amap, with Chinese names in GBK and nothing that says so."""
    import numpy as np
    from pyogrio import raw
    from shapely import Point, to_wkb

    places = [Place(*degrees(334, 327)), Place(*degrees(785, 355))]
    shapes = np.array([to_wkb(Point(Datum("gcj02").held(each))) for each in places], dtype=object)
    columns = [np.array(["pool", "public-pool"], dtype=object), np.array(["事故应急池", "公共事故池"], dtype=object)]
    raw.write(FOLDER / "pools.shp", shapes, columns, np.array(["编号", "名称"], dtype=object), geometry_type="Point",
              crs=None, encoding="GBK")  # fmt: skip
    (FOLDER / "pools.cpg").unlink()


def drawing() -> None:
    """A site plan in millimetres: a bund drawn back to its start, a round pool of two arcs, a gate as a block."""
    import ezdxf
    from ezdxf import units

    doc = ezdxf.new("R2000", units=units.MM)
    doc.encoding = "gbk"
    doc.header["$DWGCODEPAGE"] = "ANSI_936"
    for name in ("围堰", "事故池", "闸门"):
        doc.layers.add(name)
    plan = doc.modelspace()
    corners = [(x * 1000, y * 1000) for x, y in [*BUND, BUND[0]]]
    plan.add_lwpolyline(corners, dxfattribs={"layer": "围堰"})
    plan.add_text("bund", height=3000, dxfattribs={"layer": "围堰"}).set_placement((100_000, 420_000))
    ring = [(310_000, 330_000, 1), (350_000, 330_000, 1)]
    plan.add_lwpolyline(ring, format="xyb", close=True, dxfattribs={"layer": "事故池"})
    words = plan.add_mtext("{\\fSimSun|b0;pool}\\P事故应急池", dxfattribs={"layer": "事故池", "char_height": 3000})
    words.set_location((320_000, 335_000))
    gate = doc.blocks.new("GATE")
    gate.add_line((-500, 0), (500, 0))
    gate.add_attdef("NO", (0, 1000))
    plan.add_blockref("GATE", (600_000, 60_000), dxfattribs={"layer": "闸门"}).add_auto_attribs({"NO": "outfall"})
    doc.saveas(FOLDER / "site.dxf")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    geojson()
    shapefile()
    drawing()
