"""A year of drills: who rests, what alternates, what stays secret; the same files for the same year."""

from collections import Counter
from datetime import date, timedelta, timezone
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook

from sim.called import Called
from sim.drill.cover import study
from sim.drill.cover.calendar_file import uid, write_calendar
from sim.drill.cover.holidays import SHIPPED, load_holidays, working_days
from sim.drill.cover.play import Played, Reached, Season
from sim.drill.cover.tables import calendar_tables
from sim.drill.cover.year import REST_DAYS, TYPES, distributed, plan_year
from sim.drill.cover.year_book import write_book
from sim.drill.exercise import ExerciseType
from sim.errors import InputError
from tests.drill.cover.small import given as scenario
from tests.drill.cover.small import park

CHINA = timezone(timedelta(hours=8))
DAYS = working_days(2027, load_holidays(SHIPPED, 2027))


def drill(id, sheets=("bund-check",), season=Season.ANY, **teams):
    """A drill of an hour."""
    candidate = scenario(park(), id=id)
    return Played(candidate, dict.fromkeys(sheets, Reached.DONE), {}, 3600.0, teams, season)


def planned(*drills, own=None, year=2027):
    """Their year."""
    return plan_year(park(), drills, own or {}, tuple(park().sheets), year, DAYS)


@pytest.fixture(scope="module")
def whole_year():
    """The small park's set, and its plant's own drills."""
    found = study(park(), [])
    return plan_year(found.park, found.chosen, found.of_plants, found.sheets, 2027, DAYS)


def test_the_year_of_the_small_park(whole_year):
    """
    Two drills of the set, in April and October at a quarter and three quarters of the year: both come to plant 1,
    one in each half, so it needs none of its own; one of them is without notice if one is full-scale.
    """
    assert [each.plant for each in whole_year.drills] == ["", ""]
    assert [each.day.month for each in whole_year.drills] in ([3, 9], [4, 9], [4, 10], [3, 10])
    assert len({each.type for each in whole_year.drills}) == 2


@settings(deadline=None)
@given(st.lists(st.integers(1, 2), min_size=1, max_size=60), st.sampled_from(list(Season)))
def test_always_rested_on_working_days(teams, season):
    """
    In any 7 days no more teams of duty turn out than it has, which is one: drills of two never find a day.
    """
    year = planned(*(drill(f"d{place:02}", season=season, duty=count) for place, count in enumerate(teams)))
    days = sorted(each.day for each in year.placed if each.teams)

    assert all((after - before).days >= REST_DAYS for before, after in pairwise(days))
    assert set(days) <= set(DAYS)
    assert {each.key for each in year.drills if each.day is None} >= {
        f"d{place:02}" for place, count in enumerate(teams) if count == 2
    }


def test_more_drills_than_weeks_do_not_all_find_a_day():
    """
    One team, a week of rest: at most 52 or 53 of 60 drills have a day, and no two of them within 7 days.
    """
    year = planned(*(drill(f"d{place:02}", duty=1) for place in range(60)))
    days = sorted(each.day for each in year.placed if each.teams)

    assert min((after - before).days for before, after in pairwise(days)) >= 7
    assert 40 <= len(days) <= 53
    assert [each.day for each in year.drills][-7:] == [None] * 7


@settings(deadline=None)
@given(st.integers(1, 40), st.integers(2027, 2028))
def test_over_three_years_each_drill_is_each_type_once(count, first):
    drills = [drill(f"d{place:02}") for place in range(count)]
    types = {each.candidate.id: set() for each in drills}
    for year in range(first, first + 3):
        for each in planned(*drills, year=year).drills:
            full = each.type is ExerciseType.NO_NOTICE
            types.get(each.key, set()).add(ExerciseType.FULL_SCALE if full else each.type)

    assert all(found == set(TYPES) for found in types.values())


def test_types_alternate_and_seasons_are_met_where_they_can():
    """
    Three wet drills, three of low water, six even slots: types in turn come first, then seasons are met.
    """
    wet = [drill(f"w{place}", season=Season.WET) for place in range(3)]
    low = [drill(f"x{place}", season=Season.LOW_WATER) for place in range(3)]
    year = planned(*wet, *low)
    types = [each.type for each in year.drills if not each.plant]
    plain = [ExerciseType.FULL_SCALE if each is ExerciseType.NO_NOTICE else each for each in types]

    assert plain[:3] == plain[3:]
    assert Counter(plain) == dict.fromkeys(TYPES, 2)
    assert sum(each.in_season for each in year.drills) >= 5


def test_a_plant_that_the_set_does_not_come_to_drills_by_itself():
    """
    Nothing comes to plant 1: two drills of its own, one in each half; its own people carry out what they can, and
    one of the two is held without notice. Helpers come from outside and are left out.
    """
    own = {"plant-1": drill("leak-plant-1", ("bund-check", "bund-raise"), duty=1, helpers=1)}
    year = planned(drill("pumps", ("pump-start",)), own=own)
    alone = [each for each in year.drills if each.plant]

    assert [each.day.month <= 6 for each in alone] == [True, False]
    assert {each.sheets for each in alone} == {("bund-check",)}
    assert sorted(each.type for each in alone) == [ExerciseType.FULL_SCALE, ExerciseType.NO_NOTICE]


def test_the_drill_without_notice_has_no_day_for_all(tmp_path):
    """
    Neither workbook nor calendar entries for all tell the day; the copy of exercise control does.
    """
    own = {"plant-1": drill("leak-plant-1", ("bund-check",), duty=1)}
    year = planned(drill("pumps", ("pump-start",)), own=own)
    (secret,) = (each for each in year.drills if each.type is ExerciseType.NO_NOTICE)

    for name, copy in (("all", distributed(year)), ("control", year)):
        write_calendar(tmp_path / f"{name}.ics", Called(park()), copy, CHINA)
        write_book(tmp_path / f"{name}.xlsx", Called(park()), copy, [], control=name == "control")
        uids = {str(event["uid"]) for event in read(tmp_path / f"{name}.ics")}
        rows = list(load_workbook(tmp_path / f"{name}.xlsx")["Calendar"].iter_rows(min_row=4, values_only=True))
        assert (uid("park", 2027, secret.key) in uids) is (name == "control")
        (row,) = (row for row in rows if row[-1] == secret.key)
        assert (row[0] == "not given") is (name == "all")
    assert distributed(year).drills[-1].key == secret.key


def read(path):
    """The events of a calendar file."""
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_files_are_the_same_bytes_every_time(whole_year, tmp_path, language):
    for name in ("one", "two"):
        write_calendar(tmp_path / f"{name}.ics", Called(park(), language=language), whole_year, CHINA)
        write_book(
            tmp_path / f"{name}.xlsx",
            Called(park(), language=language),
            whole_year,
            load_holidays(SHIPPED, 2027),
            control=True,
        )

    assert (tmp_path / "one.ics").read_bytes() == (tmp_path / "two.ics").read_bytes()
    book = (tmp_path / "one.xlsx").read_bytes()
    assert book == (tmp_path / "two.xlsx").read_bytes()
    assert {each.date_time[0] for each in ZipFile(BytesIO(book)).infolist()} == {1980}


def test_an_entry_lasts_from_briefing_to_hot_wash(whole_year, tmp_path):
    """
    A drill of 165 min begins at 9: briefing from 8:30, hot wash until 12:15. 8:30 in China is 00:30 UTC, which the
    entry has with its zone, as calendars want it for anything but whole days.
    """
    write_calendar(tmp_path / "a.ics", Called(park(), language="zh"), whole_year, CHINA)
    (event,) = (each for each in read(tmp_path / "a.ics") if "1-of-1" in str(each["description"])
                and "fallback" not in str(each["description"]))  # fmt: skip

    begins, ends = event["dtstart"].dt, event["dtend"].dt
    assert (begins.hour, begins.minute, begins.utcoffset()) == (0, 30, timedelta(0))
    assert b"DTSTART:" + f"{begins:%Y%m%dT003000Z}".encode() in (tmp_path / "a.ics").read_bytes()
    assert ends - begins >= timedelta(hours=3, minutes=45)
    assert begins.date() in DAYS


def test_the_clock_on_the_wall_is_that_of_the_zone(whole_year, tmp_path):
    """
    In Berlin 8:30 is 07:30 UTC in winter and 06:30 in summer.
    """
    write_calendar(tmp_path / "a.ics", Called(park()), whole_year, ZoneInfo("Europe/Berlin"))
    begins = {event["dtstart"].dt for event in read(tmp_path / "a.ics")}

    assert {(each.hour, each.minute) for each in begins if each.month in (1, 2, 12)} <= {(7, 30)}
    assert {(each.hour, each.minute) for each in begins if each.month in range(4, 10)} <= {(6, 30)}
    assert begins


def test_cumulative_counts_each_sheet_once():
    year = planned(drill("a", ("bund-check",)), drill("b", ("bund-check", "pump-start")), drill("c", ("pump-stop",)))
    last = calendar_tables(year)["drill-cumulative.csv"].rows[-1]

    assert last[3] == 3
    assert last[1] <= last[2] <= last[3]


def test_a_name_that_begins_with_an_equals_sign_is_no_formula(whole_year, tmp_path):
    year = planned(drill("=1+1"))
    write_book(tmp_path / "a.xlsx", Called(park()), year, [], control=True)
    cells = [cell for row in load_workbook(tmp_path / "a.xlsx")["Calendar"].iter_rows(min_row=4) for cell in row]

    assert {cell.data_type for cell in cells if cell.value == "=1+1"} == {"s"}


def test_every_shipped_year_has_the_seven_holidays():
    """
    365 days of 2027, 261 of them Mondays to Fridays; 18 of these off: 1 + 6 + 1 + 3 + 1 + 1 + 5.
    """
    assert len(DAYS) == 261 - 18
    for year in (2026, 2027, 2028):
        assert 6 <= len(load_holidays(SHIPPED, year)) <= 7
    assert date(2027, 2, 8) not in DAYS


def test_holidays_that_are_wrong_are_all_named(tmp_path):
    table = tmp_path / "off.csv"
    table.write_text("from,until,name_en,name_zh,basis\n2027-02-05,2027-02-01,A,甲,\n2027-13-01,2027-02-01,B,乙,\n"
                     "2027-03-01,2027-03-02,C,丙,told\n2027-01-01,2027-03-01,D,丁,\n", encoding="utf-8")  # fmt: skip

    with pytest.raises(InputError) as error:
        load_holidays(table, 2027)

    assert str(error.value).replace(str(table), "off.csv") == (
        "4 problems:\n"
        "  off.csv:2:1: until 2027-02-01 comes before from 2027-02-05\n"
        "  off.csv:3:1: from: found '2027-13-01'; write a day such as 2027-02-05\n"
        "  off.csv:4:1: basis: found 'told'; there are measured, published, designed, assumed\n"
        "  off.csv:5:1: 2027-01-01 to 2027-03-01 is no holiday; 31 days at most"
    )


def test_a_year_or_column_that_is_not_there_is_said(tmp_path):
    table = tmp_path / "off.csv"
    table.write_text("from,until\n", encoding="utf-8")

    with pytest.raises(InputError, match="1:1: no column is headed name_en, name_zh; write a table"):
        load_holidays(table, 2027)
    with pytest.raises(InputError, match="has no public holidays of 2040, only of: 2026, 2027, 2028"):
        load_holidays(SHIPPED, 2040)
    with pytest.raises(InputError, match="there is no file"):
        load_holidays(tmp_path / "none.csv", 2027)
