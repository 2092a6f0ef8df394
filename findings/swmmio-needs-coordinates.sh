#!/usr/bin/env bash
# swmmio 0.8.6: tables of nodes and links cannot be had of a model without coordinates.
#
# [COORDINATES] is map data, which EPA SWMM's manual (appendix D.3) leaves to editors; SWMM runs a file without it. Seen in
# November 2026: `Model.links.dataframe` raises KeyError 'X' when there is none, and KeyError of a node's name when one
# node of many has none. Whoever writes files for such readers gives every node a point, a made-up one if need be.
#
# Installs the package into a temporary folder; fails once this has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet swmmio==0.8.6
cd "$work"

cat > bare.inp <<'INP'
[OPTIONS]
FLOW_UNITS CMS
FLOW_ROUTING DYNWAVE
START_DATE 01/01/2025
END_DATE 01/01/2025
END_TIME 01:00:00
ROUTING_STEP 5
REPORT_STEP 00:01:00
[STORAGE]
pool 10 5 2 FUNCTIONAL 0 0 100 0 0
[OUTFALLS]
away 0 FREE NO
[ORIFICES]
gate pool away SIDE 0 0.6 NO 0
[XSECTIONS]
gate RECT_CLOSED 0.2 0.2 0 0
INP
{ cat bare.inp; printf '[COORDINATES]\npool 0 100\n'; } > some.inp
{ cat some.inp; printf 'away 0 0\n'; } > all.inp
cat > read.py <<'PY'
import sys
import warnings

import swmmio

warnings.simplefilter("ignore")
for name in sys.argv[1:]:
    try:
        said = f"{len(swmmio.Model(f'{name}.inp').links.dataframe)} link"
    except KeyError as error:
        said = f"KeyError {error}"
    print(f"{name}: {said}")
PY
venv/bin/python read.py bare some all | tee said.txt
diff said.txt - <<'SAID'
bare: KeyError 'X'
some: KeyError 'away'
all: 1 link
SAID
