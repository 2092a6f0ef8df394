#!/usr/bin/env bash
# pyogrio 0.13.0 (GDAL 3.12.4): a Shapefile with a column of four Chinese letters is written, and cannot be read again.
#
# A column's name has ten bytes at most. Three letters of UTF-8 fill nine of them, and GDAL cuts the fourth in its middle.
# Seen in November 2026: pyogrio writes such a file and says nothing that Python could catch, then refuses the whole layer
# with UnicodeDecodeError; in GBK, where a letter takes two bytes, five fit. Read as ISO-8859-1 the bytes are all there.
# Whoever writes layers with Chinese columns writes GeoPackages.
#
# Installs the packages into a temporary folder; fails once this has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pyogrio==0.13.0 shapely==2.2.0 'numpy>=2,<3'
cd "$work"

cat > both.py <<'PY'
import sys

import numpy as np
import shapely
from pyogrio import raw

point = np.array([shapely.to_wkb(shapely.Point(107.05, 29.8))], dtype=object)
values = [np.array(["500"], dtype=object)]
for number, (head, ending, encoding) in enumerate((
    ("容积量", "shp", "UTF-8"), ("有效容积", "shp", "UTF-8"), ("有效容积", "shp", "GBK"), ("有效容积", "gpkg", None),
)):
    path = f"layer{number}.{ending}"
    raw.write(path, point, values, np.array([head], dtype=object), geometry_type="Point", crs="EPSG:4490",
              encoding=encoding)
    try:
        said = "the same" if list(raw.read(path)[0]["fields"]) == [head] else "another"
    except UnicodeDecodeError:
        raw_head = raw.read(path, encoding="ISO-8859-1")[0]["fields"][0].encode("latin-1")
        said = f"UnicodeDecodeError; {len(raw_head)} of {len(head.encode())} bytes are there"
    print(f"{len(head)} letters, {ending} {encoding or ''}: {said}")
    sys.stdout.flush()
PY
venv/bin/python both.py 2> /dev/null | tee said.txt
diff said.txt - <<'SAID'
3 letters, shp UTF-8: the same
4 letters, shp UTF-8: UnicodeDecodeError; 10 of 12 bytes are there
4 letters, shp GBK: the same
4 letters, gpkg : the same
SAID
