"""The cross-check with EPA SWMM on paper: a figure and a section a network, made anew from runs here and there.

    make crosscheck

writes docs/crosscheck.md and its figures, and prints the table.
"""

import re
from inspect import getdoc
from pathlib import Path

from sim.exchange import Routing
from tests.exchange.compare import BARS, run_both, worst
from tests.exchange.draw import draw_network, draw_park, title_of
from tests.exchange.networks import NETWORKS, routings, whole_park

DOCS = Path(__file__).parents[2] / "docs"
PARK = "the whole Changshou park"
HEAD = """\
# Cross-check with EPA SWMM

Written by `make crosscheck`; what stands here comes from runs and from `tests/exchange/networks.py`, so change it
there.

Each network is run here, event by event, and in SWMM 5.2.4 from the file that `export swmm` writes, in routing steps
of 1 s. Compared are peaks in % of what the storage holds, volumes over crests in % of all inflow, and when storages
were first full. The bars are {peak:g} %, {overflow:g} % and {first:g} min; `tests/exchange/test_swmm.py` asserts them
for both routings.

How to read the figures: a panel a storage, ours wide and light, SWMM's lines upon it. Below, how far SWMM's volume is
from ours at every time; short spikes are fronts that arrive some seconds earlier or later.

Where physics differ:

- **Travel time.** Ours arrives as it left. In SWMM it runs through a row of conduits, where fronts are blurred and
  flood waves flatten. Where a front runs into dry conduits the kinematic wave makes a little water; its continuity
  error says how much.
- **Fixed flows, and overflows without a crest length.** A valve that passes its capacity whenever there is water has no
  depth; SWMM needs one. It gets what passes in 0.6 of a step, and so the water stands that much higher there.
- **Pumps** look at levels once a step in SWMM, and switch up to a step late. Here levels are met exactly.
- **Backwater.** SWMM's kinematic wave knows none, so networks with flap gates or siphons run in its dynamic wave only.
  Here the water behind a link stands in steps of its level, 200 over the height through which the link feels it.
- **Heads.** Curves of flow over depth are cut into 200 bands of volume here, and followed in steps of time there.

Water is compared, not what it is made of: SWMM sees volumes only. Rain is runoff that was computed here and goes into
SWMM as inflow.

What the file takes over from the program SWMM cannot contradict. Both are therefore held against each other on networks
written by hand in SWMM's own elements, and on random ones, too: see [validation](validation.md).

The files run in OpenSWMM 6 as well (tried with 6.0.0a4: peaks alike to 0.1 % of capacity). With the kinematic wave its
table of flooded nodes lists outfalls; read its flooding loss, or the binary output, instead.
"""
KINDS = (("peak", "%"), ("overflow", "%"), ("first", "min"))


def write(docs=DOCS):
    """Run everything, and write the page and its figures; the table."""
    sections, lines = [], []
    for name, network in NETWORKS.items():
        pairs = {routing: run_both(network, routing) for routing in routings(name)}
        figure = _keep(docs, name, draw_network(name, pairs))
        sections.append(_section(name, network, figure, [_said(routing, pair) for routing, pair in pairs.items()]))
        lines.append(_line(name, pairs))
    pair = run_both(whole_park, report_s=60.0)
    figure = _keep(docs, PARK, draw_park(PARK, pair))
    sections.append(_section(PARK, whole_park, figure, [_said(Routing.KINWAVE, pair), _beyond(pair)]))
    table = "\n".join([*_heading(), *lines, _line(PARK, {Routing.KINWAVE: pair})])
    page = "\n".join([HEAD.format(**BARS), "## All at once", "", table, "", *sections])
    (docs / "crosscheck.md").write_text(page, encoding="utf-8")
    return table


def file_of(name):
    """Where a network's figure stands, seen from the page."""
    return f"crosscheck/{re.sub(r'[^a-z0-9]+', '-', name.lower())}.svg"


def _keep(docs, name, svg):
    """Write a figure; where it stands, seen from the page."""
    (docs / "crosscheck").mkdir(exist_ok=True)
    (docs / file_of(name)).write_text(svg, encoding="utf-8")
    return file_of(name)


def _section(name, network, figure, said):
    """A network in words, as its function describes it: a drawing, and after a blank line what there is to say."""
    title = title_of(name)
    sketch, _, words = getdoc(network).partition("\n\n")
    picture = f"![{title}, here and in SWMM]({figure})"
    parts = [f"## {title}", f"```text\n{sketch}\n```", words, picture, "\n".join(said)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _said(routing, pair):
    """The three figures of a routing, and how well SWMM kept its own water."""
    peak, overflow, first = (worst(pair.differences, what) for what, _ in KINDS)
    parts = [f"peaks {_cell(peak, '% of capacity')}", f"overflows {_cell(overflow, '% of inflow')}"]
    parts.append(f"first full {_cell(first, 'min')}")
    return f"- {routing}: {', '.join(parts)}; SWMM's continuity error {_signed(float(pair.theirs['unaccounted']))} %"


def _beyond(pair):
    """The peaks beyond the bar."""
    beyond = [each for each in pair.differences if each.what == "peak" and abs(each.apart) > BARS["peak"]]
    named = ", ".join(f"`{each.id}` {_signed(each.apart)} %" for each in beyond) or "none"
    return f"- peaks beyond {BARS['peak']:g} %: {named}"


def _heading():
    return ["| network | kinematic: peaks | overflows | first full | dynamic: peaks | overflows | first full |",
            "|---|---|---|---|---|---|---|"]  # fmt: skip


def _line(name, pairs):
    """A line of the table: the largest differences of each routing; empty for one that cannot play it."""
    cells = [cell for routing in Routing for cell in _cells(pairs.get(routing))]
    return f"| {' | '.join([name, *cells])} |"


def _cells(pair):
    """The largest differences of a routing."""
    if pair is None:
        return [""] * len(KINDS)
    return [_cell(worst(pair.differences, what), unit, named=False) for what, unit in KINDS]


def _cell(found, unit, named=True):
    """A difference, or that there is none."""
    if found is None:
        return "none"
    return f"{_signed(found.apart)} {unit}{f' (`{found.id}`)' if named else ''}"


def _signed(value):
    """A figure to a hundredth, nothing without a sign.

    >>> _signed(-0.001), _signed(0.236)
    ('0.00', '+0.24')
    """
    return "0.00" if abs(value) < 0.005 else f"{value:+.2f}"


if __name__ == "__main__":
    print(write())
