#!/usr/bin/env bash
# GDAL 3.12.4 (pyogrio 0.13.0): Chinese words and layers of DXF drawings of R2007 and later come garbled, without an error.
#
# From R2007 on (AC1021) a DXF is written in UTF-8, whatever code page its header names; the header names one all the same,
# ANSI_1252 where ezdxf writes it. GDAL decodes by that page. Here one word on one layer, written as R2004 in GBK and as
# R2007, R2010 and R2018 in UTF-8. Seen in November 2026: the first is read well, the others are not; ezdxf's recover mode
# reads all four. Whoever takes names from drawings reads them by ezdxf.
#
# Installs the packages into a temporary folder; fails once this has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet ezdxf==1.4.5 pyogrio==0.13.0 'numpy>=2,<3'
cd "$work"

cat > both.py <<'PY'
import warnings

import ezdxf
from ezdxf import recover, units
from pyogrio import raw

warnings.simplefilter("ignore")
WORD = "事故应急池"
for version in ("R2004", "R2007", "R2010", "R2018"):
    doc = ezdxf.new(version, units=units.M)
    if version == "R2004":
        doc.encoding = "gbk"
    doc.layers.add(WORD)
    doc.modelspace().add_text(WORD, dxfattribs={"layer": WORD})
    doc.saveas("plan.dxf")
    data = open("plan.dxf", "rb").read()
    written = next(code for code in ("utf-8", "gbk") if WORD.encode(code) in data)
    meta, _, _, columns = raw.read("plan.dxf")
    by_gdal = {head: column[0] for head, column in zip(meta["fields"], columns)}
    (by_ezdxf,) = recover.readfile("plan.dxf")[0].modelspace()
    said = [by_gdal["Text"] == WORD, by_gdal["Layer"] == WORD, by_ezdxf.plain_text() == by_ezdxf.dxf.layer == WORD]
    print(version, written, "GDAL text, GDAL layer, ezdxf:", *("right" if each else "garbled" for each in said))
PY
venv/bin/python both.py | tee said.txt
diff said.txt - <<'SAID'
R2004 gbk GDAL text, GDAL layer, ezdxf: right right right
R2007 utf-8 GDAL text, GDAL layer, ezdxf: garbled garbled right
R2010 utf-8 GDAL text, GDAL layer, ezdxf: garbled garbled right
R2018 utf-8 GDAL text, GDAL layer, ezdxf: garbled garbled right
SAID
