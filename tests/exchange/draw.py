"""Pictures of the same water here and in SWMM: small SVG files, the same to the byte until the water changes."""

import re
from io import StringIO
from math import ceil

from sim.exchange import Routing
from sim.record.breakpoints import all_times_s
from tests.exchange.compare import BARS
from tests.water.by_hand import Seen

HOUR_S = 3600
WIDTH_IN = 7.0
SIDE = {"left": 0.125, "right": 0.98}
OURS, RING, KINWAVE, DYNWAVE, WALL = "#7fb8e6", "#2b7bba", "#12355b", "#d55e00", "#6b6b6b"
"""Ours is wide and light and lies below, so that a line of SWMM's on it is seen; they differ in grey too."""
WAVES = {Routing.KINWAVE: "kinematic", Routing.DYNWAVE: "dynamic"}
THEIRS = {
    Routing.KINWAVE: {"color": KINWAVE, "lw": 1.3},
    Routing.DYNWAVE: {"color": DYNWAVE, "lw": 0.8, "ls": (0, (3, 2))},
}
HUES = ("#0072b2", "#d55e00", "#009e73", "#7a4a9e", "#000000", "#b8860b")
DASHES = ("-", (0, (5, 1.5)), (0, (1.5, 1)), (0, (5, 1, 1, 1)), (0, (8, 2)), (0, (3, 1, 1, 1, 1, 1)))
BESIDE = ", here and in EPA SWMM 5.2.4"
KEY = {"frameon": False, "fontsize": 8, "columnspacing": 1.6, "handlelength": 2.5, "labelspacing": 0.25}
KEYS = 4
"""Entries in a line of the key below the differences."""
NAME = {"size": 8, "arrowprops": {"arrowstyle": "-", "lw": 0.5, "color": WALL}}
NAMED = 6
"""Storages of a park that are named, those with the largest differences."""
STYLE = {
    "svg.hashsalt": "crosscheck", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 9,
    "font.sans-serif": ["DejaVu Sans", "Arial"], "axes.spines.top": False, "axes.spines.right": False,
    "axes.edgecolor": "#444444", "axes.linewidth": 0.7, "axes.labelsize": 8.5, "xtick.labelsize": 8,
    "ytick.labelsize": 8, "axes.grid": True, "grid.color": "#e4e4e4", "grid.linewidth": 0.6, "axes.axisbelow": True,
    "path.simplify_threshold": 0.2,
}  # fmt: skip


def draw_network(name, pairs):
    """A network's volumes over time, a panel a storage, and below how far SWMM's are from ours; the SVG's text.

    `pairs` are the runs here and there by the routings that SWMM can play it with.
    """
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    ids = _wet(next(iter(pairs.values())))
    rows = len(ids)
    keys = ceil((rows + 1) / KEYS)
    height = 2.88 + 1.12 * rows + 0.18 * keys
    below = 0.58 + 0.18 * keys
    with rc_context(STYLE):
        figure = Figure(figsize=(WIDTH_IN, height), facecolor="white")
        upper = figure.add_gridspec(rows, 1, top=1 - 0.92 / height, bottom=(below + 1.48) / height, hspace=0.36, **SIDE)
        panels = upper.subplots(sharex=True, squeeze=False)[:, 0]
        for panel, id in zip(panels, ids, strict=True):
            _draw_volumes(panel, id, pairs)
        panels[-1].set_xlabel("time since the start [h]")
        _draw_legend(figure, panels[0], height)
        ends = {"top": (below + 0.8) / height, "bottom": below / height}
        lower = figure.add_gridspec(1, len(pairs), wspace=0.1, **ends, **SIDE)
        _draw_differences(figure, lower, ids, pairs)
        figure.text(0.012, 1 - 0.1 / height, f"{title_of(name)}{BESIDE}", size=12, weight="bold", va="top")
        return _svg(figure, f"{name}: volumes here and in EPA SWMM of {', '.join(ids)}")


def title_of(name):
    """A network's name as it begins a line."""
    return name[0].upper() + name[1:]


def _wet(pair):
    """Storages that water stands in or runs through, in the order of the park, which is that of the water."""
    return [id for id, each in pair.park.storages.items() if pair.volume_m3(id).max() > each.holds_m3 * 1e-4]


def ours_m3(pair, id, times_s):
    """What stands in a storage of ours at some times [m3]: straight between its breakpoints."""
    return Seen(pair.park, pair.record).volume(id, times_s)


def breakpoints_s(pair, id):
    """Every time at which a storage of ours changed, start and end included [s]."""
    trace = pair.record.trace
    own = trace.storage_at_s[trace.storage == pair.record.storages.ids.index(id)]
    return all_times_s(own, pair.scenario.horizon_s)


def _draw_volumes(panel, id, pairs):
    """One storage: its volumes here and there, what it holds, and when it was first full."""
    first = next(iter(pairs.values()))
    storage = first.park.storages[id]
    times_s = breakpoints_s(first, id)
    panel.plot(times_s / HOUR_S, ours_m3(first, id, times_s), color=OURS, lw=4.2, solid_capstyle="butt", label="here")
    for routing, pair in pairs.items():
        name = f"SWMM, {WAVES[routing]} wave"
        panel.plot(pair.theirs["at_s"] / HOUR_S, pair.volume_m3(id), label=name, **THEIRS[routing])
    panel.axhline(storage.holds_m3, color=WALL, lw=0.9, ls=(0, (6, 3)), label="what it holds")
    ours_s = first.record.storages.full_at_s[first.record.storages.ids.index(id)]
    ring, cross = {"marker": "o", "ms": 8, "mfc": "none", "mec": RING, "mew": 1.8}, {"marker": "x", "ms": 5, "mew": 1.3}
    panel.plot(ours_s / HOUR_S, storage.holds_m3, **ring, ls="", zorder=5, label="first full here")
    panel.plot(first.first_s(id) / HOUR_S, storage.holds_m3, **cross, color=KINWAVE, ls="", zorder=6,
               label="first full there")  # fmt: skip
    highest = max(storage.holds_m3, first.volume_m3(id).max())
    panel.set(xlim=(0, first.scenario.horizon_s / HOUR_S), ylim=(0, highest * 1.13), ylabel="volume [m³]")
    panel.yaxis.set_label_coords(-0.105, 0.5)
    panel.set_title(f"{id}, holds {storage.holds_m3:,.0f} m³", loc="left", size=9, pad=3.5)
    panel.yaxis.set_major_locator(_few_ticks())
    panel.yaxis.set_major_formatter("{x:,.0f}")


def _few_ticks():
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(4, steps=[1, 2, 2.5, 5, 10])


def _draw_legend(figure, panel, height):
    """What lines and marks mean, above all panels."""
    figure.legend(handles=panel.lines, loc="upper left", bbox_to_anchor=(0.01, 1 - 0.26 / height), ncols=3, **KEY)


def _draw_differences(figure, grid, ids, pairs):
    """SWMM less ours in % of what each storage holds, by routing, and in grey what the bar allows peaks."""
    panels, lines = grid.subplots(sharey=True, squeeze=False)[0], []
    for panel, (routing, pair) in zip(panels, pairs.items(), strict=True):
        allowed = panel.axhspan(-BARS["peak"], BARS["peak"], color="#ececec", lw=0, zorder=0)
        lines = [_draw_difference(panel, pair, id, place) for place, id in enumerate(ids)]
        panel.set_title(f"SWMM, {WAVES[routing]} wave, less ours", loc="left", size=9, pad=3.5)
        panel.set(xlabel="time since the start [h]", xlim=(0, pair.scenario.horizon_s / HOUR_S))
        panel.yaxis.set_major_locator(_few_ticks())
    panels[0].set_ylabel("% of capacity")
    panels[0].yaxis.set_label_coords(-0.221 if len(panels) > 1 else -0.105, 0.5)
    low, high = panels[0].get_ylim()
    panels[0].set_ylim(min(low, -1.25), max(high, 1.25))
    marks, names = [*lines, allowed], [*ids, f"{BARS['peak']:g} % either way"]
    figure.legend(marks, names, loc="lower left", bbox_to_anchor=(0.01, 0), ncols=KEYS, **KEY)


def _draw_difference(panel, pair, id, place):
    """A storage's line."""
    at_s = pair.theirs["at_s"]
    apart = (pair.volume_m3(id) - ours_m3(pair, id, at_s)) / pair.park.storages[id].holds_m3 * 100
    return panel.plot(at_s / HOUR_S, apart, color=HUES[place % 6], ls=DASHES[place % 6], lw=1.1)[0]


def draw_park(name, pair):
    """The peaks of a whole park: SWMM's beside ours, and their differences in order; the SVG's text."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    peaks = [each for each in pair.differences if each.what == "peak"]
    with rc_context(STYLE):
        figure = Figure(figsize=(WIDTH_IN, 4.1), facecolor="white")
        left, right = figure.subplots(1, 2, gridspec_kw={"left": 0.085, "right": 0.985, "top": 0.78, "bottom": 0.13,
                                                         "wspace": 0.27})  # fmt: skip
        _draw_peaks(left, pair.park, peaks)
        _draw_ranks(right, sorted(peaks, key=lambda each: each.apart))
        figure.text(0.012, 0.975, f"{title_of(name)}{BESIDE}", size=12, weight="bold", va="top")
        within = sum(abs(each.apart) <= BARS["peak"] for each in peaks)
        said = f"Peaks of {len(peaks)} storages, {within} within {BARS['peak']:g} % (SWMM by the kinematic wave)"
        figure.text(0.012, 0.905, said, size=9, va="top")
        return _svg(figure, f"{name}: peaks here and in EPA SWMM")


def _draw_peaks(panel, park, peaks):
    """SWMM's peaks over ours; where both agree they lie on the line."""
    ours, theirs = (
        [100 * getattr(each, side) / park.storages[each.id].holds_m3 for each in peaks] for side in ("ours", "theirs")
    )
    panel.plot([0, 125], [0, 125], color=WALL, lw=0.9)
    panel.plot(ours, theirs, marker="o", ms=4, ls="", mfc="none", mec=HUES[0], mew=0.8)
    panel.set(xlim=(-3, 118), ylim=(-3, 118), xlabel="peak here [% of capacity]", ylabel="peak in SWMM [% of capacity]")
    panel.set_title("Each storage's peak", loc="left", size=9, pad=3.5)


def _draw_ranks(panel, peaks):
    """Differences from the lowest to the highest, the largest with their names."""
    apart = [each.apart for each in peaks]
    panel.axhspan(-BARS["peak"], BARS["peak"], color="#ececec", lw=0, zorder=0)
    panel.plot(range(1, len(peaks) + 1), apart, marker="o", ms=3, ls="", color=HUES[0])
    panel.set(xlabel="storages in the order of the difference", ylabel="SWMM less ours [% of capacity]")
    panel.set_title(f"Differences, in order; grey: {BARS['peak']:g} % either way", loc="left", size=9, pad=3.5)
    _name_ends(panel, peaks)


def _name_ends(panel, peaks):
    """Names of the storages that are farthest apart, one above the other beside their points."""
    count, highest = len(peaks), max(abs(each.apart) for each in peaks)
    panel.set_ylim(-1.2 * highest, 1.2 * highest)
    gap, shown = 0.14 * highest, sorted(peaks, key=lambda each: -abs(each.apart))[:NAMED]
    for sign in (1, -1):
        at = float("inf")
        for each in sorted((one for one in shown if one.apart * sign > 0), key=lambda one: -one.apart * sign):
            at = min(each.apart * sign, at - gap)
            place = peaks.index(each) + 1
            text = f"{each.id} {each.apart:+.2f} %".replace(" -", " \u2212")
            panel.annotate(text, (place, each.apart), (count / 2, at * sign), ha="center", va="center", **NAME)


def _svg(figure, title):
    """The text of the picture, its numbers to a hundredth of a point, without date or maker."""
    held = StringIO()
    none = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    figure.savefig(held, format="svg", metadata={**none, "Title": title})
    text = re.sub(r"-?\d+\.\d{3,}", lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), held.getvalue())
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
