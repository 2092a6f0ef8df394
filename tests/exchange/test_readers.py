"""What every reader of SWMM files needs, whichever program it belongs to, asserted on the text of every network."""

import re
from datetime import datetime

import pytest

from sim.exchange import as_played, swmm
from sim.load import load_case
from tests.exchange.networks import CHANGSHOU, NETWORKS
from tests.water.by_hand import HOUR, at, park_of, pool, pour, script, valve


def sections(text):
    """Lines of each section as their cells, in the order of the file."""
    found = []
    for line in text.splitlines():
        if line.startswith("["):
            found.append((line.strip("[]"), []))
        elif line.strip():
            found[-1][1].append(line.split())
    return found


def night_shift():
    """People's orders in the whole Changshou park."""
    case = load_case(CHANGSHOU.with_name("changshou-night-shift.yaml"))
    return case.park, as_played(case.park, case.scenario)


def hurried():
    """Changes of inflow 0.2 s and 1 ms apart, orders of one second, names with blanks and in Chinese."""
    storages = [pool("Pool 3", 1000), pool("事故池", 500)]
    links = [valve("rain valve", "Pool 3", "事故池", 0.2)]
    rain = pour("rain", "Pool 3", (0, 0.1), (600, 0.2), (600.2, 0.3), (600.201, 0.1), (1e6 / 3, 0.0))
    return park_of(storages, links), script(rain, horizon_s=HOUR, actions=[at(5, ("rain valve", 0.5))])


CASES = {**NETWORKS, "night shift": night_shift, "hurried": hurried}


@pytest.fixture(scope="module", params=CASES)
def parts(request):
    return sections(swmm(*CASES[request.param]()).text)


def test_each_section_stands_once(parts):
    names = [name for name, _ in parts]

    assert len(set(names)) == len(names)
    assert names.count("OPTIONS") == 1


def test_a_series_has_one_pair_a_row_and_runs_forward(parts):
    before = {}
    for name, hour, _ in dict(parts).get("TIMESERIES", ()):
        assert float(hour) > before.get(name, -1.0)
        before[name] = float(hour)


def test_years_have_four_digits(parts):
    dates = {name: value for name, value in dict(parts)["OPTIONS"] if name.endswith("_DATE")}

    assert set(dates) == {"START_DATE", "REPORT_START_DATE", "END_DATE"}
    assert dates["REPORT_START_DATE"] == dates["START_DATE"]
    for value in dates.values():
        assert datetime.strptime(value, "%m/%d/%Y").year >= 1900


def test_premises_are_joined_by_and_alone(parts):
    """OR beside AND is read from left to right by some and by rank by others."""
    words = {line[0] for line in dict(parts).get("CONTROLS", ())}

    assert words <= {"RULE", "IF", "AND", "THEN", "PRIORITY"}


def test_of_rules_by_the_clock_for_one_link_none_are_of_equal_priority(parts):
    text = "\n".join(" ".join(line) for line in dict(parts).get("CONTROLS", ()))
    found = re.findall(r"IF SIMULATION TIME >?= \S+\nTHEN (\S+ \S+) SETTING = \S+\nPRIORITY (\d+)", text)

    assert len(set(found)) == len(found)


def test_curves_begin_at_nothing_and_run_upward(parts):
    before = {}
    for name, *cells in dict(parts).get("CURVES", ()):
        depth = float(cells[-2])
        assert depth > before[name] if name in before else depth == 0.0
        before[name] = depth


def test_names_have_no_blanks_and_every_node_has_a_point(parts):
    """A cell more or less in a line would be a name in two."""
    of = dict(parts)
    nodes = [line[0] for section in ("STORAGE", "JUNCTIONS", "OUTFALLS") for line in of.get(section, ())]

    assert {len(line) for line in of["COORDINATES"]} == {3}
    assert sorted(line[0] for line in of["COORDINATES"]) == sorted(nodes)
    assert {len(line) for line in of.get("INFLOWS", ())} <= {6}
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+", each) for each in nodes)
