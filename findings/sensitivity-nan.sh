#!/usr/bin/env bash
# SALib 1.6.0 and SciPy 1.17.1: one run without a number makes Sobol indices wrong, without an error.
#
# Three inputs from 0 to 1, an output of 4 a + 2 b + c, so that they decide 16, 4 and 1 of 21: 0.76, 0.19 and 0.05, first and
# total alike. 1,024 points, twice: as they are, and with NaN for the first run in which b alone is drawn anew, as a model
# has it that asks when something happened which did not. Seen in November 2026: with it SALib says 0 for every input, SciPy
# for b only, whose indices look like those of an input that decides nothing; neither raises or names the run. Whoever asks
# for indices makes sure first that an output is a number in every run, and leaves out whole rows of runs that failed.
#
# Installs the packages into a temporary folder; fails once this has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet SALib==1.6.0 scipy==1.17.1 'numpy>=2,<3' 'pandas>=2,<3'
cd "$work"

cat > both.py <<'PY'
import warnings

import numpy as np
from SALib.analyze import sobol as analyze
from SALib.sample import sobol as sample
from scipy.stats import qmc, sobol_indices

POINTS, WEIGHTS = 1024, np.array([4.0, 2.0, 1.0])
warned = []


def shown(indices):
    return " ".join(f"{each + 0.0:.2f}" for each in np.ravel(indices))


def by_salib(spoilt):
    problem = {"num_vars": 3, "names": ["a", "b", "c"], "bounds": [[0, 1]] * 3}
    values = sample.sample(problem, POINTS, calc_second_order=False, seed=1) @ WEIGHTS
    if spoilt:
        values[2] = np.nan  # of the first five: all of A, then a, b and c of B, then all of B
    found = analyze.analyze(problem, values, calc_second_order=False, seed=1)
    return found["S1"], found["ST"]


def by_scipy(spoilt):
    both = qmc.Sobol(6, seed=1).random(POINTS)
    a, b = both[:, :3], both[:, 3:]
    mixed = np.array([np.where(np.arange(3) == k, b, a) @ WEIGHTS for k in range(3)])
    if spoilt:
        mixed[1, 0] = np.nan
    parts = {"f_A": (a @ WEIGHTS)[None], "f_B": (b @ WEIGHTS)[None], "f_AB": mixed[:, None]}
    found = sobol_indices(func=parts, n=POINTS)
    return found.first_order, found.total_order


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    for name, found in (("SALib", by_salib), ("SciPy", by_scipy)):
        for spoilt in (False, True):
            del seen[:]
            first, total = found(spoilt)
            said = ", ".join(sorted({each.category.__name__ for each in seen})) or "nothing"
            print(f"{name}, {'one NaN' if spoilt else 'all numbers'}: first {shown(first)}, total {shown(total)}; warns of {said}")
PY
venv/bin/python both.py | tee said.txt
diff said.txt - <<'SAID'
SALib, all numbers: first 0.76 0.19 0.05, total 0.76 0.19 0.05; warns of nothing
SALib, one NaN: first 0.00 0.00 0.00, total 0.00 0.00 0.00; warns of nothing
SciPy, all numbers: first 0.76 0.19 0.05, total 0.76 0.19 0.05; warns of nothing
SciPy, one NaN: first 0.76 0.00 0.05, total 0.76 0.00 0.05; warns of nothing
SAID
