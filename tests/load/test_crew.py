"""Crews as they are written, and who is on duty when."""

import pytest

from sim.load import load_case
from sim.park import Crew, Name, Place, Shift


def test_crew_with_everything_it_can_have(park):
    """
    36 km/h are 10 m/s; 20:00 is 72,000 s after midnight.
    """
    shifts = (Shift(72_000, 28_800, teams=1), Shift(43_200, 45_000, teams=0))
    assert park.crews["brigade"] == Crew(
        "brigade", Name("Works brigade", "厂消防队"), teams=2, shifts=shifts, people=6, home=Place(107.05, 29.8),
        speed_m_s=10, detour=1.3, arrives_s=0,
    )  # fmt: skip


def test_crew_from_outside(park):
    assert park.crews["contractor"] == Crew("contractor", Name("contractor"), teams=1, arrives_s=2400)


@pytest.mark.parametrize(
    ("hour", "teams"), [(19.99, 2), (20, 1), (23.99, 1), (0, 1), (7.99, 1), (8, 2), (11.99, 2), (12, 0), (12.5, 2)]
)
def test_night_shift_goes_over_midnight(park, hour, teams):
    """
    One team from 20:00 until 08:00, none over lunch, else two; a shift ends before its last moment.
    """
    assert park.crews["brigade"].teams_at(hour * 3600) == teams


@pytest.mark.parametrize(("times", "shift"), [
    ("{from: 0:00, until: 24:00, teams: 3}", Shift(0, 86_400, 3)),
    ("{from: 8:05, until: 00:00, teams: 3}", Shift(29_100, 0, 3)),
    ("{from: 08:00, until: 16:00, teams: {value: 3, basis: published}}", Shift(28_800, 57_600, 3)),
])  # fmt: skip
def test_times_of_day(small, times, shift):
    case = load_case(small / "fire.yaml", sets=[f"park.crews.contractor.shifts.day={times}"])

    assert case.park.crews["contractor"].shifts == (shift,)


def test_of_two_shifts_at_once_the_first_counts(small):
    first, second = "{from: 08:00, until: 12:00, teams: 3}", "{from: 10:00, until: 16:00, teams: 4}"
    case = load_case(small / "fire.yaml", sets=[f"park.crews.contractor.shifts={{b: {first}, a: {second}}}"])

    assert case.park.crews["contractor"].teams_at(11 * 3600) == 3
    assert case.park.crews["contractor"].teams_at(15 * 3600) == 4


def test_crew_that_is_only_there_in_a_shift(small):
    sets = ["park.crews.contractor={teams: 0, shifts: {day: {from: 08:00, until: 16:00, teams: 1}}}"]
    crew = load_case(small / "fire.yaml", sets=[*sets, "response.failed.call=hose", "response.reached.call=hose"])

    assert [crew.park.crews["contractor"].teams_at(hour * 3600) for hour in (7, 8)] == [0, 1]
