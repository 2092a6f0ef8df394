"""The water here against EPA SWMM 5.2.4: the same networks, each run once here and once there.

Bars: peaks within 1 % of capacity, volumes over crests within 1 % of what flowed in, first overflows within 3 minutes;
measured figures are in docs/validation.md, made anew by `make crosscheck`. What differs in physics:

- What has travel time is a row of conduits in SWMM. Water that begins to run there forms a front that is blurred
  a little, and speeds up with its depth; ours arrives as it left. A flood wave down seven sections of river is lower
  there than here.
- An overflow without a crest length, and a valve or pump of fixed capacity, needs in SWMM some depth to flow, a film of
  what passes in one routing step. So peaks there lie above ours by the flow times a step.
- Water that comes in pulses through many conduits SWMM's kinematic wave does not quite keep; its report says so.
- SWMM looks at levels once a step, and so switches pumps a step late; ours meets levels exactly.
"""

import pytest

from sim.export import Routing
from tests.export.compare import differences
from tests.export.networks import NETWORKS, routings, whole_park

BARS = {"peak": 1.0, "overflow": 1.0, "first": 3.0}
"""% of capacity, % of inflow, minutes."""


def missed(found):
    """The differences beyond their bars, as (what, id)."""
    return [(each.what, each.id) for each in found if not abs(each.apart) <= BARS[each.what]]


PAIRS = [(name, routing) for name in NETWORKS for routing in routings(name)]


@pytest.mark.parametrize(("name", "routing"), PAIRS)
def test_water_is_as_in_swmm(name, routing):
    found = differences(NETWORKS[name], routing)

    assert missed(found) == []
    assert {"peak"} < {each.what for each in found}


FILM = {"rain-05", "rain-17", "rain-18", "rain-22", "rain-36", "rain-42", "rain-44", "rain-67"}
"""Rain mains that hold less than a few minutes of what runs through them, and stand higher in SWMM by the film."""
ELSEWHERE = {"river-6", "river-7", "pool-1"}
"""Where SWMM's flood wave has flattened; what is pumped in pulses through 10 min of pipe, and grows there by 2 %."""


def test_the_whole_park_is_as_in_swmm_but_for_film_flood_wave_and_pulses():
    """
    Every overflow and first overflow, and the peaks of all 396 storages but for eleven, which are within 4 %.
    """
    found = differences(whole_park, Routing.KINWAVE, report_s=60.0)

    peaks = {each.id: each.apart for each in found if each.what == "peak"}
    assert len(peaks) == 396
    assert set(missed(found)) <= {("peak", id) for id in FILM | ELSEWHERE}
    assert all(0 < peaks[id] < 4 for id in FILM)
    assert all(abs(peaks[id]) < 4 for id in ELSEWHERE)
