#!/usr/bin/env bash
# EPA SWMM 5.2.4 (swmm-toolkit 0.17.0): control rules that stand before the links they name are refused.
#
# The user's manual (appendix D.2) lets sections of an input file stand in any order. Twice the same file here, once with
# [CONTROLS] at its end, once before [ORIFICES]. Seen in November 2026: the first runs, the second ends with
#   ERROR 209: undefined object gate at line 16 of [CONTROL] section
# Whoever writes such files puts [CONTROLS] behind all links.
#
# Installs the package into a temporary folder; fails once this has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet swmm-toolkit==0.17.0
cd "$work"

cat > head.txt <<'INP'
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
INP
cat > links.txt <<'INP'
[ORIFICES]
gate pool away SIDE 0 0.6 NO 0
[XSECTIONS]
gate RECT_CLOSED 0.2 0.2 0 0
INP
cat > rules.txt <<'INP'
[CONTROLS]
RULE shut
IF SIMULATION TIME >= 0:30:00
THEN ORIFICE gate SETTING = 0
INP
cat head.txt links.txt rules.txt > behind.inp
cat head.txt rules.txt links.txt > before.inp
cat > run.py <<'PY'
import sys
from swmm.toolkit import solver

name = sys.argv[1]
try:
    solver.swmm_run(f"{name}.inp", f"{name}.rpt", f"{name}.out")
except Exception:
    pass  # what is wrong stands in the report
PY
for name in behind before; do
    venv/bin/python run.py "$name" > /dev/null 2>&1
    echo "[CONTROLS] $name its links: $(grep ERROR "$name.rpt" || echo 'runs')"
done
! grep -q ERROR behind.rpt
grep -q 'ERROR 209: undefined object gate' before.rpt
