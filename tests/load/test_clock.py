"""Whose clock the times of day are."""

import pytest

from sim.engine.stage import time_of_day_s
from sim.errors import Problems
from sim.load import load_case, load_park

PARK = """\
id: one
{offset}basis: assumed
tiers: {{public: {{promise: nothing leaves}}}}
storages: {{pool: {{tier: public, kind: accident-pool, capacity: 3000 m3}}}}
crews: {{duty: {{teams: 2, shifts: {{night: {{from: '20:00', until: '08:00', teams: 1}}}}}}}}
"""
SCENARIO = "id: s\npark: .\nhorizon: 24 h\nstarts: {starts}\nproduct: {{name: p, behaviour: mixes}}\n"


def began_s(folder, starts, offset="utc_offset: +08:00\n"):
    """The time of day at which the run begins [s]."""
    (folder / "park.yaml").write_text(PARK.format(offset=offset), encoding="utf-8")
    (folder / "s.yaml").write_text(SCENARIO.format(starts=starts), encoding="utf-8")
    return time_of_day_s(load_case(folder / "s.yaml").scenario.starts)


@pytest.mark.parametrize("starts", ["2025-07-14 19:30 +08:00", "2025-07-14 11:30 Z", "2025-07-14 06:30 -05:00",
                                    "2025-07-14 19:30"])  # fmt: skip
def test_one_instant_is_one_time_of_day(tmp_path, starts):
    """
    19:30 by the park's clock, 70,200 s after midnight, however it is written.
    """
    assert began_s(tmp_path, starts) == 70_200


def test_a_park_that_says_nothing_takes_the_clock_of_the_scenario(tmp_path):
    assert began_s(tmp_path, "2025-07-14 11:30 Z", offset="") == 41_400


@pytest.mark.parametrize(("text", "offset_s"), [("+08:00", 28_800), ("+5:45", 20_700), ("-0330", -12_600),
                                                ("+8", 28_800)])  # fmt: skip
def test_offsets(tmp_path, text, offset_s):
    (tmp_path / "park.yaml").write_text(PARK.format(offset=f"utc_offset: '{text}'\n"), encoding="utf-8")

    assert load_park(tmp_path).utc_offset_s == offset_s


@pytest.mark.parametrize("text", ["8", "Beijing", "+15:00", "+08:75"])
def test_what_is_no_offset(tmp_path, text):
    (tmp_path / "park.yaml").write_text(PARK.format(offset=f"utc_offset: '{text}'\n"), encoding="utf-8")

    with pytest.raises(Problems, match=r"is no offset from UTC; write one such as \+08:00"):
        load_park(tmp_path)
