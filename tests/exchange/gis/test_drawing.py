"""DXF drawings, made by ezdxf as a draughtsman would."""

from math import pi

import ezdxf
import pytest
from ezdxf import units

from sim.errors import InputError
from sim.exchange.gis.drawing import read_drawing
from sim.exchange.gis.measured import measured
from sim.park import LocalPlace


def drawing(path, draw, unit=units.MM, version="R2010", encoding=None):
    doc = ezdxf.new(version, units=unit)
    if encoding:
        doc.encoding = encoding
        doc.header["$DWGCODEPAGE"] = "ANSI_936"
    draw(doc.modelspace(), doc)
    doc.saveas(path)
    return str(path)


def test_a_round_pool_of_two_arcs_in_millimetres(tmp_path):
    """
    Two corners 10,000 mm apart with bulges of a half circle each: pi x 5^2 = 78.54 m2; its corners alone have none.
    """
    path = drawing(tmp_path / "a.dxf", lambda plan, _: plan.add_lwpolyline(
        [(0, 0, 1), (10_000, 0, 1)], format="xyb", close=True))  # fmt: skip

    (shape,) = read_drawing(path).shapes
    found = measured(shape.geometry, None)
    assert found.area_m2 == pytest.approx(pi * 25, rel=0.001)
    assert found.place.metres_to(LocalPlace(5, 0)) < 0.01


def test_drawn_back_to_its_start_it_is_an_area(tmp_path):
    """
    60 x 40 = 2,400 m2; a line that ends a metre short of its start is none.
    """
    def draw(plan, _):
        ring = [(0, 0), (60, 0), (60, 40), (0, 40)]
        plan.add_lwpolyline([*ring, (0, 0)])
        plan.add_lwpolyline([*ring, (0, 1)])

    shut, open_ = read_drawing(drawing(tmp_path / "a.dxf", draw, units.M)).shapes
    assert measured(shut.geometry, None).area_m2 == pytest.approx(2400)
    assert measured(open_.geometry, None).area_m2 is None
    assert measured(open_.geometry, None).length_m == pytest.approx(60 + 40 + 60 + 39)


@pytest.mark.parametrize(("unit", "metres"), [(units.MM, 0.001), (units.CM, 0.01), (units.M, 1), (units.FT, 0.3048)])
def test_a_drawing_counts_what_it_says(tmp_path, unit, metres):
    path = drawing(tmp_path / "a.dxf", lambda plan, _: plan.add_line((0, 0), (300, 400)), unit)

    (shape,) = read_drawing(path).shapes
    assert measured(shape.geometry, None).length_m == pytest.approx(500 * metres)


def test_one_that_says_nothing_is_asked_about(tmp_path):
    path = drawing(tmp_path / "a.dxf", lambda plan, _: plan.add_line((0, 0), (300, 400)), 0)

    with pytest.raises(InputError) as caught:
        read_drawing(path)
    assert str(caught.value) == (
        f"{path}: the drawing does not say its unit ($INSUNITS is 0); write --unit m or --unit mm, as it was drawn"
    )
    (shape,) = read_drawing(path, "cm").shapes
    assert measured(shape.geometry, None).length_m == pytest.approx(5)


def test_what_it_says_may_be_wrong(tmp_path):
    layers = read_drawing(drawing(tmp_path / "a.dxf", lambda plan, _: plan.add_line((0, 0), (3, 4))), "m")

    assert measured(layers.shapes[0].geometry, None).length_m == pytest.approx(5)
    assert list(layers.told) == ["the drawing says that it counts mm; read in m all the same"]


def test_words_name_the_shape_that_they_stand_in_or_beside(tmp_path):
    """
    A pool within a yard: a word in both is the pool's; one 5 m beside a main is the main's; one 90 m off is nobody's.
    """
    def draw(plan, doc):
        for id, side in (("yard", 60), ("pool", 20)):
            plan.add_lwpolyline([(0, 0), (side, 0), (side, side), (0, side)], close=True, dxfattribs={"layer": id})
        plan.add_line((100, 0), (100, 50), dxfattribs={"layer": "main"})
        plan.add_text("pool-3").set_placement((10, 10))
        plan.add_mtext("{\\fSimSun|b0;1号罐区}\\P3000 m3").set_location((40, 40))
        plan.add_text("rain-7").set_placement((105, 20))
        plan.add_text("north").set_placement((190, 20))
        doc.blocks.new("VALVE").add_attdef("NO", (0, 0))
        plan.add_blockref("VALVE", (0, 200), dxfattribs={"layer": "valve"}).add_auto_attribs({"NO": "V-101"})

    layers = read_drawing(drawing(tmp_path / "a.dxf", draw, units.M))
    assert {each.layer: each.names for each in layers.shapes} == {
        "yard": ("1号罐区", "3000 m3"), "pool": ("pool-3",), "main": ("rain-7",), "valve": ("V-101",),
    }  # fmt: skip
    assert "1 texts stand further than 20 m from any shape, such as 'north'" in layers.told


def test_chinese_of_older_drawings(tmp_path):
    """
    R2000 has a code page: read by it; and where it names the wrong one, by the letters themselves, which is told.
    """
    def draw(plan, _):
        plan.add_circle((0, 0), 5)
        plan.add_text("事故应急池").set_placement((0, 0))

    path = drawing(tmp_path / "a.dxf", draw, units.M, "R2000", "gbk")
    (shape,) = read_drawing(path).shapes
    assert shape.names == ("事故应急池",)

    data = (tmp_path / "a.dxf").read_bytes()
    (tmp_path / "b.dxf").write_bytes(data.replace(b"ANSI_936", b"ANSI_1252"))
    layers = read_drawing(str(tmp_path / "b.dxf"))
    assert layers.shapes[0].names == ("事故应急池",)
    assert layers.told[-1] == (
        "the drawing says that its letters are Western European; read as GB18030 it says '事故应急池'"
    )


def test_what_is_not_read_is_told(tmp_path):
    def draw(plan, doc):
        doc.layers.add("old").off()
        plan.add_line((0, 0), (1, 0), dxfattribs={"layer": "old"})
        plan.add_hatch()
        plan.add_line((5, 5), (5, 5))

    layers = read_drawing(drawing(tmp_path / "a.dxf", draw, units.M))
    assert layers.shapes == ()
    assert list(layers.told[1:]) == [
        "1 things on layers that are off or frozen are not read", "not read: 1 HATCH, 1 LINE",
    ]  # fmt: skip


def test_one_layer_only(tmp_path):
    def draw(plan, doc):
        for name in ("a", "b"):
            doc.layers.add(name)
            plan.add_line((0, 0), (1, 0), dxfattribs={"layer": name})

    path = drawing(tmp_path / "a.dxf", draw, units.M)
    assert [each.layer for each in read_drawing(path, only="b").shapes] == ["b"]
    with pytest.raises(InputError, match="there is no layer 'c'; it has 0, Defpoints, a, b"):
        read_drawing(path, only="c")


def test_what_is_no_drawing(tmp_path):
    (tmp_path / "a.dxf").write_text("no drawing\n", encoding="utf-8")

    with pytest.raises(InputError, match=r"a\.dxf: cannot be read as DXF: "):
        read_drawing(str(tmp_path / "a.dxf"))
    with pytest.raises(InputError, match=r"there is no file .*b\.dxf; did you mean"):
        read_drawing(str(tmp_path / "b.dxf"))
