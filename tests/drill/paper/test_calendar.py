"""The calendar, read back by icalendar: stable entries, true times, and what a second export says."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import icalendar
import pytest

from sim.drill import Exercise, Kind, master_list
from sim.drill.paper import calendar
from sim.errors import InputError
from sim.park import Name
from tests.drill.paper.conftest import NASTY


def entries(path):
    return calendar.read_known(path)


def written(whole, folder, language="en", known=None):
    return calendar.write(whole, folder, language, known)[0]


@pytest.mark.parametrize("wrong", ["no UID", "no number"])
def test_an_earlier_calendar_that_is_damaged_is_refused(tmp_path, whole, wrong):
    """
    damaged-files: an entry without the UID by which it would be known again.
    """
    path = written(whole, tmp_path)
    text = path.read_bytes()
    if wrong == "no UID":
        path.write_bytes(b"\r\n".join(line for line in text.splitlines() if not line.startswith(b"UID")))
    else:
        path.write_bytes(text.replace(b"SEQUENCE:0", b"SEQUENCE:x"))

    with pytest.raises(InputError, match=r"calendar\.en\.ics is no calendar \(\.ics\) as this program writes it"):
        entries(path)


def test_an_earlier_calendar_larger_than_any_is_not_read(tmp_path):
    (tmp_path / "old.ics").write_bytes(b"X" * (2**20 + 1))

    with pytest.raises(InputError, match="larger than 1 MB; no calendar of an exercise needs that"):
        entries(tmp_path / "old.ics")


def of_line(found, number):
    return next(each for each in found.values() if str(each["summary"]).startswith(f"Exercise {number}:"))


def test_the_exercise_its_phases_its_actions_and_its_reports_are_there(tmp_path, whole):
    """
    One for the whole, five phases, one for each expected action and report.
    """
    found = entries(written(whole, tmp_path))
    lines = list(whole.of(Kind.ACTION, Kind.REPORT))

    assert len(found) == 1 + 5 + len(lines)
    for line in lines:
        assert str(of_line(found, line.number)["description"]).startswith(line.text.en)


def test_times_are_those_of_the_park_whatever_the_zone_of_the_reader(tmp_path, whole):
    """
    The pump is ordered at T+2 h 1 min of 14:00 +08:00, 08:01 UTC, and runs 20 min later.
    """
    line = next(x for x in whole.of(Kind.ACTION) if x.sheet == "transfer-start")
    entry = of_line(entries(written(whole, tmp_path)), line.number)

    assert entry.decoded("dtstart") == datetime(2025, 7, 14, 8, 1, tzinfo=UTC)
    assert entry.decoded("dtend") == datetime(2025, 7, 14, 8, 21, tzinfo=UTC)


def test_an_exercise_of_its_own_day_is_on_that_day(tmp_path, plan):
    """
    09:00 at +02:00 is 07:00 UTC, also where the scenario says another day.
    """
    own = master_list([plan], Exercise(starts="2026-06-10 09:00 +02:00".replace(" ", "T", 1).replace(" ", "")))
    first = next(iter(entries(written(own, tmp_path)).values()))

    assert first.decoded("dtstart") == datetime(2026, 6, 10, 7, 0, tzinfo=UTC)


def test_people_are_reminded_of_the_exercise_and_of_what_they_do(tmp_path, whole):
    """
    Half an hour before the exercise, 5 minutes before an action; phases ring for nobody.
    """
    found = entries(written(whole, tmp_path)).values()
    triggers = [[alarm.decoded("trigger") for alarm in each.walk("VALARM")] for each in found]
    minutes = timedelta(minutes=1)

    assert triggers[:6] == [[-30 * minutes], *[[]] * 5]
    assert all(each == [-5 * minutes] for each in triggers[6:])


def test_the_description_says_the_deadline_and_what_follows(tmp_path, whole):
    line = next(x for x in whole.of(Kind.ACTION) if x.sheet == "transfer-start")
    said = str(of_line(entries(written(whole, tmp_path)), line.number)["description"])

    assert "Done by: T+1 h 48 min (15:48)" in said
    assert "If missed: " in said


def test_a_second_export_keeps_uids_in_both_languages_and_under_other_numbers(tmp_path, whole):
    renumbered = replace(whole, lines=tuple(replace(x, number=x.number + 50) for x in whole.lines))
    first = list(entries(written(whole, tmp_path)))

    assert list(entries(written(renumbered, tmp_path))) == first
    assert list(entries(written(whole, tmp_path, "zh"))) == first
    assert len(set(first)) == len(first)


def test_only_what_changed_since_the_known_file_gets_a_higher_sequence(tmp_path, whole):
    """
    One line says something else: its entry goes from 0 to 1, and to 2 when it changes again; all others stay at 0.
    """
    known = entries(written(whole, tmp_path))
    line = next(whole.of(Kind.ACTION))
    for sequence, words in ((1, "Another order"), (2, "Yet another one")):
        lines = tuple(replace(x, text=Name(words)) if x is line or x.key == line.key else x for x in whole.lines)
        found = entries(written(replace(whole, lines=lines), tmp_path, known=known))
        changed = {uid: int(each["sequence"]) for uid, each in found.items() if each["sequence"]}

        assert list(changed.values()) == [sequence]
        assert str(found[next(iter(changed))]["description"]).startswith(words)
        known = found


def test_without_the_known_file_every_sequence_is_0(tmp_path, whole):
    later = replace(whole, lines=tuple(replace(x, text=Name("changed")) for x in whole.lines))

    assert {int(each["sequence"]) for each in entries(written(later, tmp_path)).values()} == {0}


def test_what_is_gone_stays_cancelled_and_comes_back_with_a_higher_sequence(tmp_path, whole):
    """
    Known at 0, cancelled at 1 and from then on, back at 1 more than the cancellation.
    """
    known = entries(written(whole, tmp_path))
    line = next(whole.of(Kind.REPORT))
    without = replace(whole, lines=tuple(x for x in whole.lines if x is not line))
    cancelled = entries(written(without, tmp_path, known=known))
    again = entries(written(without, tmp_path, known=cancelled))
    back = entries(written(whole, tmp_path, known=cancelled))
    (uid,) = [uid for uid, each in cancelled.items() if each.get("status") == "CANCELLED"]

    assert int(cancelled[uid]["sequence"]) == 1
    assert not cancelled[uid].walk("VALARM")
    assert again == cancelled
    assert (int(back[uid]["sequence"]), back[uid].get("status")) == (2, None)


def test_marks_of_the_format_are_text(tmp_path, nasty):
    """
    Semicolons, commas, backslashes and line ends come back as they went in.
    """
    found = entries(written(nasty, tmp_path))
    line = next(nasty.of(Kind.REPORT))

    assert any(str(each["description"]).startswith(f"{NASTY}{line.number}") for each in found.values())


def test_lines_are_folded_and_the_file_is_one_calendar(tmp_path, day):
    path = written(day, tmp_path, "zh")

    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))
    assert icalendar.Calendar.from_ical(path.read_bytes())["version"] == "2.0"


def test_the_same_list_gives_the_same_bytes(tmp_path, whole):
    assert written(whole, tmp_path).read_bytes() == written(whole, tmp_path).read_bytes()


def test_without_a_clock_it_says_where_to_write_one(tmp_path, clockless):
    with pytest.raises(InputError) as found:
        written(clockless, tmp_path)
    assert str(found.value) == (
        "a calendar needs clock times, and scenario 'fire' has none; "
        'write starts: "2026-06-10 09:00 +08:00" into it, or give the exercise a start (--starts)'
    )
    assert not list(tmp_path.iterdir())


def test_a_start_without_its_offset_is_refused(tmp_path, whole):
    with pytest.raises(InputError, match="needs to know the offset of the start, found 2026-06-10 09:00:00"):
        written(replace(whole, exercise=Exercise(starts="2026-06-10T09:00")), tmp_path)


def test_a_known_file_that_is_no_calendar_is_refused(tmp_path):
    (tmp_path / "old.ics").write_text("a,b,c\n", encoding="utf-8")

    with pytest.raises(InputError, match=r"old\.ics is no calendar \(\.ics\)"):
        calendar.read_known(tmp_path / "old.ics")
    with pytest.raises(InputError, match=r"none\.ics cannot be read: No such file"):
        calendar.read_known(tmp_path / "none.ics")
