"""GeoJSON, GeoPackage and Shapefiles, read by GDAL."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from math import isfinite
from typing import Any

from sim.errors import InputError
from sim.exchange.gis.letters import again, encoding_of, sample
from sim.exchange.gis.shape import Geometry, Layers, Shape
from sim.load.files import missing
from sim.message import Listed, Message, about
from sim.park.datum import Datum, datum_of_epsg

DRIVERS = {"geojson": "GeoJSON", "gpkg": "GPKG", "shp": "ESRI Shapefile"}
NAMING = re.compile(r"name|名|^(id|label|text|code|tag|编号|序号|标签|标识)$", re.IGNORECASE)
"""Columns that say what a thing is called; where a layer has none, any text may."""
SORT = "sort"
"""The column of our own layers that says what sort of thing a shape is."""
RAW = "ISO-8859-1"
Fields = Mapping[str, list[str]]


def read_vector(path: str, sort: str, only: str | None = None) -> Layers:
    """The shapes of a file, of one layer or of all.

    Raises:
        InputError: it is not there, is none of that sort, has no such layer, or says a system that is not known here.
    """
    from pyogrio import list_layers
    from pyogrio.errors import DataSourceError

    if not os.path.isfile(path):
        raise InputError(missing(path))
    try:
        layers = [str(name) for name, geometry in list_layers(path) if geometry is not None]
        if only is not None and only not in layers:
            raise InputError(about(path, Message("there is no layer '{only}'; it has {names}", only=only,
                                                 names=Listed(layers))))  # fmt: skip
        found = [_Layer(path, each, sort) for each in layers if only in (None, each)]
    except (DataSourceError, UnicodeDecodeError, RuntimeError) as error:
        raise InputError(about(path, Message("cannot be read as {sort}: {reason}", sort=DRIVERS[sort],
                                             reason=str(error)))) from error  # fmt: skip
    datums = {each.datum for each in found}
    if len(datums) > 1:
        raise InputError(about(path, Message("its layers are held in several systems; name one with --layer")))
    shapes = tuple(shape for each in found for shape in each.shapes)
    told = tuple(message for each in found for message in each.told)
    return Layers(path, shapes, next(iter(datums), None), told, counts={each.name: len(each.shapes) for each in found})


class _Layer:
    """One layer of a file."""

    def __init__(self, path: str, name: str, sort: str) -> None:
        bare = sort == "shp" and not os.path.exists(f"{os.path.splitext(path)[0]}.cpg")
        (meta, _, shapes, columns), is_cut = _read(path, name, bare)
        self.name = name
        self.datum = _datum(path, meta["crs"])
        heads = [str(each) for each in meta["fields"]]
        cells = [[_text(cell) for cell in column] for column in columns]
        self.told: list[Message] = []
        if bare or is_cut:
            heads, cells = self._mended(path, heads, cells, "utf-8" if is_cut and not bare else "")
        fields = dict(zip(heads, cells, strict=True))
        geometries = [_geometry(each) for each in ([] if shapes is None else shapes)]
        self.shapes = [
            Shape(name, place + 1, geometry, _names(fields, place), _cell(fields, SORT, place))
            for place, geometry in enumerate(geometries) if geometry is not None
        ]  # fmt: skip
        if empty := len(geometries) - len(self.shapes):
            self.told.append(Message("{count} of layer '{layer}' have no shape", count=empty, layer=name))

    def _mended(
        self, path: str, heads: list[str], cells: list[list[str]], said: str
    ) -> tuple[list[str], list[list[str]]]:
        """Heads and cells of a Shapefile whose letters are read as bytes; how is told, unless the file `said` it."""
        values = [cell for column in cells for cell in column]
        encoding = said or encoding_of(values) or encoding_of(heads)
        if not encoding:
            return heads, cells
        heads = [again(each, encoding, "ignore") for each in heads]
        cells = [[again(cell, encoding, "replace") for cell in column] for column in cells]
        if said:
            return heads, cells
        self.told.append(Message("{path} has no .cpg file that says how its letters are written; read as {encoding} it "
                                 "says '{name}'", path=path, encoding=encoding.upper(),
                                 name=sample(cell for column in cells for cell in column)))  # fmt: skip
        return heads, cells


def _read(path: str, name: str, as_bytes: bool) -> tuple[Any, bool]:
    """What GDAL reads of a layer, and whether its letters had to be read as bytes, since a head is cut within one: of a
    Shapefile it has ten bytes at most, of which three Chinese letters of UTF-8 fill nine."""
    from pyogrio import raw

    try:
        return raw.read(path, layer=name, **({"encoding": RAW} if as_bytes else {})), False
    except UnicodeDecodeError:
        return raw.read(path, layer=name, encoding=RAW), True


def _geometry(data: bytes | None) -> Geometry | None:
    """A shape; None of one that has no corners, or corners nowhere."""
    from shapely import from_wkb, get_coordinates

    found = None if data is None else from_wkb(data, on_invalid="ignore")
    corners = [] if found is None else get_coordinates(found).ravel().tolist()
    return found if corners and all(map(isfinite, corners)) else None


def _text(cell: Any) -> str:
    """A cell as text; empty for nothing, which of numbers and yes or no comes as NaN."""
    return "" if cell is None or cell != cell else str(cell)


def _cell(fields: Fields, head: str, place: int) -> str:
    return fields[head][place] if head in fields else ""


def _names(fields: Fields, place: int) -> tuple[str, ...]:
    """What a shape may be called."""
    naming = [head for head in fields if NAMING.search(head)] or list(fields)
    return tuple(dict.fromkeys(filter(None, (fields[head][place].strip() for head in naming))))


def _datum(path: str, crs: str | None) -> Datum | None:
    """How a layer's places are held; None when it does not say so.

    Raises:
        InputError: in a system that is not known here.
    """
    from pyproj import CRS

    if not crs:
        return None
    system = CRS.from_user_input(crs)
    code = system.to_epsg()
    if code is None or (datum := datum_of_epsg(code)) is None:
        raise InputError(about(path, Message("it is held in {system}, which is not read here; save it in WGS 84 "
                                             "(EPSG:4326) with your GIS", system=system.name)))  # fmt: skip
    return datum
