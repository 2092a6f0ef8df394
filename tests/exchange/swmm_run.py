"""Runs one SWMM file in a process of its own, since SWMM cannot run twice in one.

    python swmm_run.py MODEL.inp

writes MODEL.npz with volumes of storages, what floods them, and flows of links at every report step, of those named in
MODEL.txt, and with how much more water flowed in than SWMM can account for, in % of it.
"""

import re
import sys
from pathlib import Path

import numpy as np
from swmm.toolkit import output, solver
from swmm.toolkit.shared_enum import ElementType, LinkAttribute, NodeAttribute, Time

NODES = {"volume": NodeAttribute.PONDED_VOLUME, "flooded": NodeAttribute.FLOODING_LOSSES}
"""What is kept of a node: what stands in it [m3], and what it loses over its top [m3/s]."""


def main(inp):
    """Run the file and keep what it reports."""
    model = Path(inp)
    wanted = set(model.with_suffix(".txt").read_text(encoding="ascii").split())
    report, out = str(model.with_suffix(".rpt")), str(model.with_suffix(".out"))
    solver.swmm_run(str(model), report, out)
    handle = output.init()
    output.open(handle, out)
    periods, step = output.get_times(handle, Time.NUM_PERIODS), output.get_times(handle, Time.REPORT_STEP)
    _, nodes, links, *_ = output.get_proj_size(handle)
    found = {"at_s": np.arange(1, periods + 1) * float(step), "unaccounted": _unaccounted(report)}
    for place in range(nodes):
        if (name := output.get_elem_name(handle, ElementType.NODE, place)) in wanted:
            for what, attribute in NODES.items():
                series = output.get_node_series(handle, place, attribute, 0, periods - 1)
                found[f"{what} {name}"] = np.array(series)
    for place in range(links):
        if (name := output.get_elem_name(handle, ElementType.LINK, place)) in wanted:
            series = output.get_link_series(handle, place, LinkAttribute.FLOW_RATE, 0, periods - 1)
            found[f"flow {name}"] = np.array(series)
    output.close(handle)
    np.savez(model.with_suffix(".npz"), **found)


def _unaccounted(report):
    """SWMM's own continuity error of what it routed [%]."""
    text = Path(report).read_text(encoding="utf-8")
    return float(re.findall(r"Continuity Error \(%\) \.+ +(\S+)", text)[-1])


if __name__ == "__main__":
    main(sys.argv[1])
