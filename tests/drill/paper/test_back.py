"""An edited workbook comes back: text and time edits stay with their numbers, round after round, in both languages."""

import json
from contextlib import suppress
from datetime import datetime, timedelta
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from sim.drill import Exercise, Kind
from sim.drill.edits import Edits
from sim.drill.numbers import JUMPS_FROM, line_key
from sim.drill.paper import write_papers
from sim.drill.paper.back import read_earlier
from sim.drill.paper.json import data_of
from sim.drill.paper.xlsx import write
from sim.errors import InputError, Problems
from tests.drill.paper.workbooks import Designer, made
from tests.drill.runs import run_of
from tests.water.by_hand import HOUR, MINUTE

FROM_MAYOR = {"from": "Mayor"}
WRONG = """\
row {fire}, column B (T+): found 'soon'; write a time such as 0:40:00 or 40 min
row {fire}, column E (Phase): found 'respons'; there is no such phase; did you mean 'response'?
row {fire}, column G (Kind): found 'measurement'; a line of the run keeps its kind, 'inject'; add a row of your own
row {reading}, column H (What is told or expected): found nothing; write what is told, or delete the whole row
row {reading}, column F (Tier): found 'Wroks'; there is no such tier of the park; did you mean 'Works'?
row {shut}, column A (No.): found '99'; numbers are given by the program; write {number}
row {shut}, column C (Clock UTC+08:00): found 'yesterday'; write a clock time such as 09:40 or 2026-06-10 09:40
row {row}, column B (T+): found '40'; write a time such as 0:40:00 or 40 min
row {row}, column G (Kind): found 'injct'; there is no such kind of line; did you mean 'inject'?
row {row}, column L (State of): found 'pol'; there is no such storage of the park; did you mean 'pool'?
row {below}, column A (No.): found '400'; numbers of new rows are given by the program; leave the cell empty
row {below}, column H (What is told or expected): found nothing; write what is told, or delete the whole row
""".splitlines()


def by_number(master):
    return {line.number: line for line in master.lines}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_untouched_workbook_says_nothing_new(master, tmp_path, language):
    found = Designer(master, tmp_path, language).hand_back()

    assert found.edits == Edits()
    assert found.notes == ()
    assert found.given == master.given
    assert repr(found.lines) == repr(master.lines)  # NaN is not NaN
    assert found.exercise == master.exercise


def test_text_is_kept_by_its_number(plan, master, numbers, tmp_path):
    """
    The alarm is line 6. Its English words are the designer's, its Chinese ones the run's.
    """
    designer = Designer(master, tmp_path)
    designer.write(numbers["inject/alarm/pool-level/6960"], text="The horn sounds.", to="Shift leader")

    again = made([plan], designer.hand_back())

    line = by_number(again)[numbers["inject/alarm/pool-level/6960"]]
    assert (line.text.en, line.receiver.en) == ("The horn sounds.", "Shift leader")
    assert line.text.zh == by_number(master)[line.number].text.zh


@pytest.mark.parametrize("written", [timedelta(minutes=130), "T+2 h 10 min", "130 min", "2:10", "2:10:00"])
def test_a_line_is_moved(plan, master, numbers, tmp_path, written):
    """
    The report of T+25 min at T+2 h 10 min, written in any way that people have.
    """
    designer = Designer(master, tmp_path)
    designer.write(numbers["report/owed/park-office"], at=written)

    line = by_number(made([plan], designer.hand_back()))[numbers["report/owed/park-office"]]

    assert line.at_s == 130 * MINUTE


def test_a_line_is_moved_by_the_exercise_clock(plan, master, numbers, tmp_path):
    """
    The report stands at 16 min of the exercise, T+25 min. The orders of T+121 min are given at 39 min 9 s, and no jump
    follows in the next 9 min, so that at 45 min it is T+126 min 51 s; by the clock 14:45.
    """
    key = "report/owed/park-office"
    designer = Designer(master, tmp_path)
    designer.write(numbers[key], exercise=timedelta(minutes=45))
    by_clock = Designer(master, tmp_path)
    by_clock.write(numbers[key], clock=datetime(2025, 7, 14, 14, 45))

    found = [each.hand_back().edits.changed for each in (designer, by_clock)]

    assert found == [{f"plan/{key}": {"at_s": pytest.approx(126 * MINUTE + 51, abs=0.5)}}] * 2


def test_a_reading_that_is_moved_reads_what_is_there_then(plan, master, numbers, tmp_path):
    """
    T+2 h: 1,000 m3 at T+1 h 55 min 33 s and 0.3 m3/s for 267 s are 1,080 m3, 54 % of 2,000.
    """
    designer = Designer(master, tmp_path)
    designer.write(numbers["measure/pool/2"], at="120 min")

    line = by_number(made([plan], designer.hand_back()))[numbers["measure/pool/2"]]

    assert line.text.en == "Read the level in pool; the run has 1,080 m3, 54 % full."
    assert line.state.volume_m3 == pytest.approx(1080, abs=0.5)


def test_rows_may_be_sorted_and_moved(master, tmp_path):
    """
    Sorted by text, and backwards: nothing has changed.
    """
    designer = Designer(master, tmp_path)
    designer.sort(lambda rows: sorted(rows, key=lambda row: str(row[7])))
    assert designer.hand_back().edits == Edits()

    designer.sort(lambda rows: list(reversed(rows)))
    assert designer.hand_back().edits == Edits()


def test_a_deleted_line_stays_away_and_its_number_too(plan, master, numbers, tmp_path):
    """
    The first reading goes; the next line that is added has the number after the last, and the hole stays.
    """
    designer = Designer(master, tmp_path)
    designer.delete(numbers["measure/pool/1"])
    designer.add(at="20 min", text="The mayor calls.")

    again = made([plan], designer.hand_back())

    assert numbers["measure/pool/1"] not in by_number(again)
    own = next(line for line in again.lines if line.is_own)
    assert own.number == max(number for number in numbers.values() if number < JUMPS_FROM) + 1
    assert own.key == f"own/{own.number}"


def test_a_row_of_one_s_own_lives_on(plan, master, tmp_path):
    """
    Written in English, then in the Chinese workbook given its Chinese words and another time, then deleted; a new one
    after it has a number of its own.
    """
    designer = Designer(master, tmp_path)
    designer.add(at="20 min", text="The mayor calls.", kind="inject", storage="pool", **FROM_MAYOR)
    first = made([plan], designer.hand_back())
    (own,) = (line for line in first.lines if line.is_own)
    assert (own.at_s, own.kind, own.sender.en, own.state.storage) == (20 * MINUTE, Kind.INJECT, "Mayor", "pool")
    assert own.state == plan.states.at("pool", 20 * MINUTE)

    chinese = Designer(first, tmp_path, "zh")
    chinese.write(own.number, text="市长来电。", at="25 min", kind="应报事项")
    second = made([plan], chinese.hand_back())
    line = by_number(second)[own.number]
    assert (line.text.en, line.text.zh, line.at_s, line.kind) == (
        "The mayor calls.",
        "市长来电。",
        25 * MINUTE,
        Kind.REPORT,
    )

    last = Designer(second, tmp_path)
    last.delete(own.number)
    last.add(at="1 h", text="The press calls.")
    third = made([plan], last.hand_back())
    (new,) = (line for line in third.lines if line.is_own)
    assert new.number not in second.given.values()


def test_a_copied_row_becomes_a_line_of_its_own(plan, master, numbers, tmp_path):
    """
    Copied with its hidden key, and moved: the original keeps key and number.
    """
    designer = Designer(master, tmp_path)
    number = numbers["inject/alarm/pool-level/6960"]
    row, new = designer.row(number), designer.sheet.max_row + 1
    for place in range(1, designer.sheet.max_column + 1):
        designer.sheet.cell(new, place).value = designer.sheet.cell(row, place).value
    designer.sheet.cell(new, 2).value = "2 h"

    found = designer.hand_back()

    again = made([plan], found)
    assert by_number(again)[number].at_s == 116 * MINUTE
    (own,) = (line for line in again.lines if line.is_own)
    assert (own.at_s, own.text.en) == (2 * HOUR, by_number(master)[number].text.en)
    assert [note.en for note in found.notes] == [f"Row {new} is a copy of line {number}; it becomes line {own.number}."]


def test_rows_whose_hidden_key_was_lost_are_known_by_their_number(master, numbers, tmp_path):
    """
    As when they are pasted from another file.
    """
    designer = Designer(master, tmp_path)
    for row in range(3, designer.sheet.max_row + 1):
        designer.sheet.cell(row, designer.sheet.max_column).value = None
    designer.write(numbers["report/owed/park-office"], text="Ring them up.")

    found = designer.hand_back()

    assert found.edits.changed == {"plan/report/owed/park-office": {"text.en": "Ring them up."}}
    assert found.edits.own == ()


def test_round_trip_loses_nothing(plan, master, numbers, tmp_path):
    """
    Both languages' files are edited in turn, rows moved, added, deleted and sorted; written and read again, all is
    equal.
    """
    english = Designer(master, tmp_path)
    english.write(numbers["report/owed/park-office"], text="Ring the office.", at="2 h 20 min", evaluate="Did they?")
    english.write(numbers["action/outfall-shut"], medium="messenger", phase="response", tier="river")
    english.delete(numbers["measure/main/1"])
    english.add(at="30 min", text="=SUM of all fears", to="Control room")
    english.sort(lambda rows: rows[::-1])
    first = made([plan], english.hand_back())

    chinese = Designer(first, tmp_path, "zh")
    chinese.write(numbers["report/owed/park-office"], text="电话报告。")
    chinese.add(exercise="1:05", text="媒体来电。")
    second = made([plan], chinese.hand_back())

    for language in ("en", "zh"):
        found = Designer(second, tmp_path, language).hand_back()
        third = made([plan], found)
        assert repr(third.lines) == repr(second.lines)
        assert repr(found.edits) == repr(second.edits)
        assert found.given == second.given
        assert found.notes == ()
    line = by_number(second)[numbers["report/owed/park-office"]]
    assert (line.text.en, line.text.zh, line.at_s) == ("Ring the office.", "电话报告。", 140 * MINUTE)
    assert {"=SUM of all fears", "媒体来电。"} <= {str(each.text) for each in second.lines}


def test_json_and_workbook_remember_the_same(plan, master, numbers, tmp_path):
    designer = Designer(master, tmp_path)
    designer.write(numbers["report/owed/park-office"], text="Ring them up.")
    designer.add(at="30 min", text="A call.")
    again = made([plan], designer.hand_back())

    files = write_papers(again, tmp_path, "en", ["xlsx", "json"])

    one, other = (read_earlier(path, again.park) for path in files)
    assert repr(one) == repr(other)  # NaN is not NaN


def test_a_changed_scenario_keeps_the_numbers(master, numbers, tmp_path):
    """
    Decided at once, the same things happen at other times; what is told of the same alarm has the number it had, and
    words of the designer stay. The alarm, confirmed a minute sooner, comes at the same time.
    """
    designer = Designer(master, tmp_path)
    designer.write(numbers["action/outfall-shut"], text="Shut it!")
    earlier = designer.hand_back()

    again = made([run_of("docs/first-park/plan.yaml", pick="decide-at-once")], earlier)

    old = {line_key(line): line.number for line in master.lines}
    same = [line for line in again.lines if line_key(line) in old]
    assert len(same) > 15
    assert all(line.number == old[line_key(line)] for line in same)
    new = [line.number for line in again.lines if line_key(line) not in old]
    assert all(number > max(old.values()) for number in new)
    assert by_number(again)[numbers["action/outfall-shut"]].text.en == "Shut it!"


def test_an_emptied_cell_is_empty_in_both_languages(plan, master, numbers, tmp_path):
    designer = Designer(master, tmp_path)
    designer.write(numbers["report/owed/park-office"], evidence=None)

    line = by_number(made([plan], designer.hand_back()))[numbers["report/owed/park-office"]]

    assert str(line.evidence) == ""


def test_columns_may_be_moved_and_left_out(master, numbers, tmp_path):
    """
    Without the columns of state, and with one put in front: found by their heads.
    """
    designer = Designer(master, tmp_path)
    designer.write(numbers["report/owed/park-office"], text="Ring them up.")
    designer.sheet.delete_cols(12, 5)
    designer.sheet.insert_cols(1)

    assert designer.hand_back().edits.changed == {"plan/report/owed/park-office": {"text.en": "Ring them up."}}


def test_every_wrong_cell_is_named_at_once(master, numbers, tmp_path):
    """
    Sheet, row, column, what was found, what would be right.
    """
    designer = Designer(master, tmp_path)
    designer.write(numbers["inject/fire/monitors/600"], at="soon", phase="respons", kind="measurement")
    designer.write(numbers["measure/pool/1"], text=None, tier="Wroks")
    designer.write(numbers["action/outfall-shut"], number=99, clock="yesterday")
    row = designer.add(text="When?", kind="injct", at=40, storage="pol")
    designer.add(at="10 min", number=400)
    designer.book.save(designer.path)

    with pytest.raises(Problems) as caught:
        read_earlier(designer.path, master.park)

    found = [each.removeprefix(f"{designer.path}: sheet Timeline, ") for each in caught.value.messages]
    places = {
        "fire": designer.row(numbers["inject/fire/monitors/600"]),
        "reading": designer.row(numbers["measure/pool/1"]),
        "shut": designer.row(99),
        "row": row,
        "below": row + 1,
        "number": numbers["action/outfall-shut"],
    }
    assert sorted(found) == sorted(each.format(**places) for each in WRONG)


def test_what_follows_from_the_run_is_not_taken_over(plan, master, numbers, tmp_path):
    """
    A deadline and a share that somebody has written over: the run's are said, and stand there again.
    """
    designer = Designer(master, tmp_path)
    designer.write(numbers["measure/pool/2"], share=0.9)
    designer.write(numbers["action/transfer-start"], deadline="3 h")

    found = designer.hand_back()

    assert {note.en for note in found.notes} == {
        f'Line {numbers["measure/pool/2"]} now says 90 under "Full %"; in the run it is 66.9.',
        f"Line {numbers['action/transfer-start']} now says '3 h' under \"Deadline T+\"; in the run it is 1:48:00.",
    }
    assert repr(made([plan], found).lines) == repr(made([plan], exercise=master.exercise).lines)


def test_a_jump_comes_back(plan, master, numbers, tmp_path):
    """
    Without it the exercise would not fit.
    """
    designer = Designer(master, tmp_path)
    designer.delete(9001)

    found = designer.hand_back()

    assert found.notes[0].en.startswith("Line 9001 put the clock forward and was deleted;")
    assert 3 in by_number(made([plan], found))


def test_a_workbook_with_a_part_cut_in_half_is_refused(master, tmp_path):
    """
    damaged-files: whichever part it is; some are not needed, and then the list is read.
    """
    (whole,) = write(master, tmp_path, "en")
    with ZipFile(whole) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    refused = []
    for cut in parts:
        with ZipFile(tmp_path / "cut.xlsx", "w") as book:
            for name, data in parts.items():
                book.writestr(name, data[: len(data) // 2] if name == cut else data)
        with suppress(InputError):
            assert read_earlier(tmp_path / "cut.xlsx", master.park).given == master.given
            continue
        refused.append(cut)

    assert {"xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "xl/worksheets/sheet2.xml"} <= set(refused)


def test_a_workbook_larger_than_any_list_is_not_unpacked(master, tmp_path):
    (whole,) = write(master, tmp_path, "en")
    with ZipFile(whole, "a", ZIP_DEFLATED) as book:
        book.writestr("xl/media/large.bin", bytes(9 * 2**20))

    with pytest.raises(InputError, match="unpacked it is larger than 8 MB; no list needs that"):
        read_earlier(whole, master.park)


WRONG_LISTS = {
    "incidents": [], "lines": [{}], "given": {"x": 1e400}, "timed": "no", "park": 7, "format": 2,
    "exercise": {"type": "ballet", "lasts_s": "inf", "most_an_hour": "inf"},
    "edits": {"changed": {"x": {"phase": "dawn"}}, "deleted": [], "own": []},
}  # fmt: skip


@pytest.mark.parametrize("key", WRONG_LISTS)
def test_a_list_with_one_thing_wrong_is_refused(master, tmp_path, key):
    """
    Of every kind: another type, a number beyond all times, a word that means nothing, nothing at all.
    """
    path = tmp_path / "list.json"
    path.write_text(json.dumps({**data_of(master), key: WRONG_LISTS[key]}), encoding="utf-8")

    with pytest.raises(InputError, match="is no master list of this program"):
        read_earlier(path, master.park)


@pytest.mark.parametrize(("key", "value"), [
    ("at_s", None), ("at_s", "soon"), ("exercise_s", "inf"), ("number", -1), ("number", 2), ("kind", "song"),
    ("incident", "other"), ("text", "plain"), ("state", {"storage": 1}), ("weight", True), ("colour", "red"),
    ("causes", [[[]]]), ("text", {"en": "\ud800"}), ("text", {"en": "\x00"}),
])  # fmt: skip
def test_a_list_with_a_line_that_is_wrong_is_refused(master, tmp_path, key, value):
    data = data_of(master)
    data["lines"][0][key] = value
    path = tmp_path / "list.json"
    path.write_text(json.dumps(data), encoding="utf-8")

    with pytest.raises(InputError, match="is no master list of this program"):
        read_earlier(path, master.park)


@pytest.mark.parametrize(("name", "data", "says"), [
    ("list.xlsx", b"no zip", "is no workbook; hand back one that `drill` wrote, saved as xlsx"),
    ("list.json", b"{}", "is no master list of this program, such as `drill` writes (format None, wanted 1)"),
    ("list.csv", b"", "is neither a workbook nor a JSON file; hand back the .xlsx or .json that `drill` wrote"),
])  # fmt: skip
def test_other_files_are_refused(master, tmp_path, name, data, says):
    (tmp_path / name).write_bytes(data)

    with pytest.raises(InputError) as caught:
        read_earlier(tmp_path / name, master.park)

    assert str(caught.value) == f"{tmp_path / name}: {says}"


def test_a_missing_file_is_named(master, tmp_path):
    for name in ("list.xlsx", "list.json"):
        with pytest.raises(InputError, match="cannot be read: No such file or directory"):
            read_earlier(tmp_path / name, master.park)


def test_a_workbook_of_somebody_else_is_refused(master, tmp_path):
    from openpyxl import Workbook

    Workbook().save(tmp_path / "other.xlsx")

    with pytest.raises(InputError, match="does not remember the list it was made from"):
        read_earlier(tmp_path / "other.xlsx", master.park)


def test_a_timeline_without_heads_is_refused(master, tmp_path):
    designer = Designer(master, tmp_path)
    designer.sheet.delete_rows(2)

    with pytest.raises(InputError, match="has no timeline; a sheet must have a row of heads with 'T\\+' and 'What is"):
        designer.hand_back()


def test_the_exercise_is_remembered(plan, tmp_path):
    exercise = Exercise(starts="2026-06-10T09:00:00+08:00", lasts_s=5400, most_an_hour=4)
    (path,) = write(made([plan], exercise=exercise), tmp_path, "zh")

    assert read_earlier(path, plan.park).exercise == exercise
