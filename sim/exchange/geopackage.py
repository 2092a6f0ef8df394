"""A map layer as a GeoPackage (OGC 12-128): a layer for each sort of thing, columns with their types."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sim.errors import InputError
from sim.exchange.geojson import Feature, Layer
from sim.message import Message, about

WGS84 = "EPSG:4326"


def write_gpkg(layer: Layer, file: Path) -> None:
    """Write the layers of a map, in place of an older file.

    Raises:
        InputError: the file cannot be written.
    """
    from pyogrio.errors import DataLayerError, DataSourceError

    by_name: dict[str, list[Feature]] = {}
    for each in layer.features:
        by_name.setdefault(_name(each), []).append(each)
    file.unlink(missing_ok=True)
    try:
        for name, features in by_name.items():
            _write(file, name, features)
    except (DataSourceError, DataLayerError) as error:
        raise InputError(about(file, Message("cannot be written: {reason}", reason=str(error)))) from error


def _name(feature: Feature) -> str:
    """The layer of a feature: its sort, of links with what they are drawn as, such as `link_line`.

    >>> _name({"properties": {"sort": "link"}, "geometry": {"type": "LineString"}})
    'link_line'
    """
    sort = str(feature["properties"]["sort"])
    if sort != "link":
        return sort
    return "link_line" if feature["geometry"]["type"] == "LineString" else "link_point"


def _write(file: Path, name: str, features: list[Feature]) -> None:
    """Write one layer, whose features are all of one shape."""
    import numpy as np
    from pyogrio import raw
    from shapely import to_wkb
    from shapely.geometry import shape

    columns = list(dict.fromkeys(key for each in features for key in each["properties"]))
    values = [[each["properties"].get(key) for each in features] for key in columns]
    shapes = np.array([to_wkb(shape(each["geometry"])) for each in features], dtype=object)
    raw.write(
        file, shapes, [_filled(each) for each in values], np.array(columns, dtype=object),
        field_mask=[np.array([value is None for value in each]) for each in values],
        layer=name, driver="GPKG", geometry_type=features[0]["geometry"]["type"], crs=WGS84,
    )  # fmt: skip


def _filled(values: list[Any]) -> Any:
    """A column with the type of what stands in it; what is not there is masked, and stands for nothing."""
    import numpy as np

    kinds = {type(each) for each in values if each is not None}
    if kinds and kinds <= {bool}:
        return np.array([bool(each) for each in values])
    if kinds and kinds <= {int}:
        return np.array([each or 0 for each in values], dtype=np.int64)
    if kinds and kinds <= {int, float}:
        return np.array([each or 0.0 for each in values], dtype=np.float64)
    return np.array([None if each is None else str(each) for each in values], dtype=object)
