"""DXF drawings: curves flattened, words given to the shapes that they stand in or beside."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import inf, isfinite
from typing import TYPE_CHECKING, Any

from sim.errors import InputError, cause
from sim.exchange.gis.letters import again, encoding_of, sample
from sim.exchange.gis.shape import AREAS, Geometry, Layers, Shape
from sim.load.files import missing
from sim.message import Listed, Message, about

if TYPE_CHECKING:
    from ezdxf.document import Drawing

Entity = Any
"""A thing of a drawing; what it has besides its layer depends on its kind."""
CURVES = ("LWPOLYLINE", "POLYLINE", "CIRCLE", "ELLIPSE", "SPLINE", "LINE", "ARC")
WORDS = ("TEXT", "MTEXT")
POINTS = ("POINT", "INSERT", *WORDS)
UNITS_M = {"m": 1.0, "cm": 0.01, "mm": 0.001}
"""What `--unit` may say [m]."""
NEAR_M = 20.0
"""How far from a shape a word may stand that names it."""
FLATNESS = 1e-4
"""How far a chord may lie from its arc, as a share of the shape's size; a circle then lacks 0.03 % of its area."""
SHUT = 1e-3
"""How far apart the ends of a line may be that is drawn back to its start, as a share of its size."""
Label = tuple[str, Geometry]


def read_drawing(path: str, unit: str | None = None, only: str | None = None) -> Layers:
    """The shapes of a drawing's model space, in metres, of one layer or of all that are switched on.

    Raises:
        InputError: it is not there, is no DXF, has no such layer, or does not say its unit and nobody else does.
    """
    doc = _document(path)
    unit_m, told = _unit_m(path, doc, unit)
    if only is not None and only not in doc.layers:
        names = Listed([each.dxf.name for each in doc.layers])
        raise InputError(about(path, Message("there is no layer '{only}'; it has {names}", only=only, names=names)))
    hidden = {each.dxf.name for each in doc.layers if each.is_off() or each.is_frozen()} - {only}
    every = [each for each in doc.modelspace() if only in (None, _layer(each))]
    drawn = [each for each in every if _layer(each) not in hidden]
    if len(drawn) < len(every):
        count = len(every) - len(drawn)
        told.append(Message("{count} things on layers that are off or frozen are not read", count=count))
    shapes, labels, others = _sorted(drawn, unit_m)
    if others:
        told.append(Message("not read: {names}", names=Listed([f"{count} {kind}" for kind, count in others.items()])))
    shapes, labels = _mended(shapes, labels, doc.encoding, told)
    named, idle = _named(shapes, labels)
    if idle:
        told.append(Message("{count} texts stand further than {near} m from any shape, such as '{text}'",
                            count=len(idle), near=f"{NEAR_M:g}", text=sample(idle)))  # fmt: skip
    counts = Counter(each.layer for each in named)
    return Layers(path, tuple(named), None, tuple(told), in_metres=True, counts=counts)


def _document(path: str) -> Drawing:
    """The drawing, by the reader that mends what can be mended and knows the code pages of older files.

    Raises:
        InputError: it is not there, or is no DXF.
    """
    from ezdxf import recover

    if not os.path.isfile(path):
        raise InputError(missing(path))
    try:
        doc, _ = recover.readfile(path)
    except Exception as error:  # of a damaged file it raises whatever it stumbles over
        raise InputError(about(path, Message("cannot be read as {sort}: {reason}", sort="DXF",
                                             reason=cause(error)))) from error  # fmt: skip
    return doc


def _unit_m(path: str, doc: Drawing, unit: str | None) -> tuple[float, list[Message]]:
    """The drawing's unit [m], and how it is known.

    Raises:
        InputError: neither the drawing nor anybody else says it.
    """
    from ezdxf import units
    from ezdxf.enums import InsertUnits

    is_said = doc.units in set(InsertUnits) and doc.units != InsertUnits.Unitless
    said = units.decode(doc.units)
    if unit is not None:
        if not is_said:
            return UNITS_M[unit], []
        return UNITS_M[unit], [Message("the drawing says that it counts {said}; read in {unit} all the same", said=said,
                                       unit=unit)]  # fmt: skip
    if not is_said:
        raise InputError(about(path, Message("the drawing does not say its unit ($INSUNITS is 0); write --unit m or "
                                             "--unit mm, as it was drawn")))  # fmt: skip
    told = [Message("the drawing says that it counts {said}", said=said)]
    return units.conversion_factor(InsertUnits(doc.units), InsertUnits.Meters), told


def _sorted(drawn: Sequence[Entity], unit_m: float) -> tuple[list[Shape], list[Label], Counter[str]]:
    """Shapes, words with their points, and of what else there is how much."""
    shapes: list[Shape] = []
    labels: list[Label] = []
    others: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for entity in drawn:
        kind, layer = entity.dxftype(), _layer(entity)
        geometry = _curve(entity, unit_m) if kind in CURVES else _point(entity, unit_m) if kind in POINTS else None
        if geometry is None:
            others[kind] += 1
        elif kind in WORDS:
            labels += [(line.strip(), geometry) for line in entity.plain_text().splitlines() if line.strip()]
        else:
            numbers[layer] += 1
            texts = [each.dxf.text.strip() for each in entity.attribs if each.is_alive] if kind == "INSERT" else []
            shapes.append(Shape(layer, numbers[layer], geometry, tuple(filter(None, texts))))
    return shapes, labels, others


def _layer(entity: Entity) -> str:
    """The layer of a thing; that of whatever names none, and of what no reader knows, is 0."""
    return str(entity.dxf.get("layer", "0")) if entity.dxf.is_supported("layer") else "0"


def _point(entity: Entity, unit_m: float) -> Geometry | None:
    """Where a point, a block or a text stands; None where it does not say so."""
    from shapely import Point

    at = entity.dxf.get("location" if entity.dxftype() == "POINT" else "insert")
    return None if at is None or not isfinite(at.x + at.y) else Point(at.x * unit_m, at.y * unit_m)


def _curve(entity: Entity, unit_m: float) -> Geometry | None:
    """A line, or an area where it ends where it began, whether it says so or not; None of what has no length."""
    from ezdxf.path import make_path
    from shapely import LineString, Polygon

    try:
        path = make_path(entity)
        corners = [(each.x, each.y) for each in path.control_vertices()]
        size = max(max(values) - min(values) for values in zip(*corners, strict=True))
        if not 0 < size < inf:
            return None
        points = [(each.x * unit_m, each.y * unit_m) for each in path.flattening(size * FLATNESS)]
    except (TypeError, ValueError):  # a mesh, or nothing at all
        return None
    if len(points) < 2:
        return None
    line = LineString(points)
    gap_m = LineString([points[0], points[-1]]).length
    return Polygon(points) if len(points) > 3 and gap_m <= SHUT * size * unit_m else line


def _mended(
    shapes: list[Shape], labels: list[Label], encoding: str, told: list[Message]
) -> tuple[list[Shape], list[Label]]:
    """The same with their letters put right where the drawing names the wrong code page, which is told."""
    texts = [*(text for text, _ in labels), *(name for each in shapes for name in each.names)]
    texts += [each.layer for each in shapes]
    real = encoding_of(texts) if encoding == "cp1252" else ""
    if real:
        labels = [(_read(text, real), at) for text, at in labels]
        shapes = [replace(each, layer=_read(each.layer, real), names=tuple(_read(name, real) for name in each.names))
                  for each in shapes]  # fmt: skip
        told.append(Message("the drawing says that its letters are Western European; read as {encoding} it says "
                            "'{name}'", encoding=real.upper(),
                            name=sample(_read(text, real) for text in texts)))  # fmt: skip
    return shapes, labels


def _read(text: str, encoding: str) -> str:
    """A text read again; what cannot be stays as it was."""
    try:
        return again(text, encoding)
    except UnicodeError:
        return text


def _named(shapes: list[Shape], labels: list[Label]) -> tuple[list[Shape], list[str]]:
    """Shapes with the words that stand in them, or beside them where these stand in none; and words beside none."""
    import numpy as np
    import shapely

    names: list[list[str]] = [list(each.names) for each in shapes]
    geometries = np.array([each.geometry for each in shapes], dtype=object)
    areas_m2 = np.array([each.geometry.area if each.geometry.geom_type in AREAS else inf for each in shapes])
    shapely.prepare(geometries)
    idle = []
    for text, at in labels:
        around_m2 = np.where(shapely.covers(geometries, at), areas_m2, inf)
        far_m = shapely.distance(geometries, at)
        if around_m2.min(initial=inf) < inf:  # the smallest area around it
            names[int(around_m2.argmin())].append(text)
        elif far_m.min(initial=inf) <= NEAR_M:
            names[int(far_m.argmin())].append(text)
        else:
            idle.append(text)
    return [replace(shape, names=tuple(each)) for shape, each in zip(shapes, names, strict=True)], idle
