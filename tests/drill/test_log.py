"""Logs as people write them: every column, clock and word; every problem with its row and column, all at once."""

from datetime import datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.drill import Exercise, Kind, master_list
from sim.drill.exercise_clock import ExerciseClock
from sim.drill.log import Log, Row, What, log_table
from sim.drill.log_reading import Known, read_log, subject_of
from sim.drill.paper import write_papers
from sim.drill.replay import planned_times
from sim.drill.times import incident_time
from sim.errors import InputError, Problems
from sim.load import load_case
from sim.record.table import write_table
from tests.drill.logs import run_of
from tests.load.books import book
from tests.water.by_hand import MINUTE
from tests.words.chinese import told

ROOT = Path(__file__).parents[2]
MESSAGES = Path(__file__).parent / "log_messages.txt"


@pytest.fixture(scope="module")
def of():
    return run_of(load_case(ROOT / "docs/first-park/plan.yaml"))


def known(of, exercise=None):
    master = master_list([of], exercise or Exercise())
    lines = {line.number: line for line in master.lines}
    return Known(of.park, of.scenario, tuple(planned_times(of)), lines, ExerciseClock.of(master, of.scenario.id))


def read(of, tmp_path, text, monkeypatch, **others):
    monkeypatch.chdir(tmp_path)
    Path("log.csv").write_text(text, encoding="utf-8")
    return read_log("log.csv", known(of, **others))


def test_columns_words_and_clocks(of, tmp_path, monkeypatch):
    """
    The exercise begins at 14:00, so 16:31 is T+2 h 31 min; nothing is left out.
    """
    log = read(of, tmp_path, (
        "action,what,time,who,note\n"
        "pool-level,noticed,15:58,control room,\n"
        "transfer-start,ordered,T+2:04,chief,\n"
        "transfer-start,Begun,E+2 h 16 min,,\n"
        "transfer-start,done,2025-07-14 16:31,duty team,\"ran, at last\"\n"
    ), monkeypatch)  # fmt: skip

    assert [(row.what, row.at_s / MINUTE, row.clock) for row in log.rows] == [
        (What.NOTICED, 118, "C"), (What.ORDERED, 124, "T"), (What.BEGUN, 136, "E"), (What.DONE, 151, "C"),
    ]  # fmt: skip
    assert log.rows[3].note == "ran, at last"


def test_chinese_headers_and_words(of, tmp_path, monkeypatch):
    log = read(of, tmp_path, "操作单,完成情况,实际时间,执行人,备注\ntransfer-start,完成,16：31,值班队,\n", monkeypatch)

    assert log.rows == (Row("transfer-start", What.DONE, 151 * MINUTE, "值班队", place="log.csv:2:1",
                            number=log.rows[0].number, clock="C"),)  # fmt: skip


def test_a_number_is_a_line_of_the_master_list(of, tmp_path, monkeypatch):
    """
    Of every kind of line, by what the log calls its subject.
    """
    lines = known(of).lines
    kinds = {line.kind: line for line in lines.values()}
    text = "".join(f"{kinds[kind].number},{what},T+{kinds[kind].at_s!r} s\n" for kind, what in (
        (Kind.ACTION, "done"), (Kind.REPORT, "done"), (Kind.INJECT, "released"), (Kind.CONTINGENCY, "released"),
        (Kind.MEASUREMENT, "done"),
    ))  # fmt: skip

    log = read(of, tmp_path, f"number,what,time\n{text}", monkeypatch)

    assert [row.subject for row in log.rows] == [subject_of(lines[row.number]) for row in log.rows]
    assert log.rows[0].subject in planned_times(of)


def test_jumps_of_the_exercises_clock_are_undone(of, tmp_path, monkeypatch):
    """
    Played in 90 min, each line is written down when the exercise's clock shows it: read, it has the incident's time.
    """
    exercise = Exercise(lasts_s=5400.0)
    lines = [line for line in known(of, exercise).lines.values() if line.kind is Kind.ACTION]
    text = "".join(f"{line.number},ordered,E+{line.exercise_s!r} s\n" for line in lines)

    log = read(of, tmp_path, f"number,what,time\n{text}", monkeypatch, exercise=exercise)

    assert [row.at_s for row in log.rows] == pytest.approx([line.at_s for line in lines])
    assert any(line.exercise_s < line.at_s - 60 for line in lines)


def test_a_workbook_with_times_as_excel_keeps_them(of, tmp_path):
    """
    Times of day and dates are cells of their own sort; numbers are numbers.
    """
    from openpyxl import Workbook

    number = next(line.number for line in known(of).lines.values() if line.action == "outfall-shut")
    book = Workbook()
    for row in (("序号", "结果", "时间", "备注"), (number, "下令", time(16, 4), None), (None,) * 4,
                (number, "完成", datetime(2025, 7, 14, 16, 48), "a note")):  # fmt: skip
        book.active.append(row)
    book.save(tmp_path / "log.xlsx")

    log = read_log(str(tmp_path / "log.xlsx"), known(of))

    assert [(row.subject, row.what, row.at_s / MINUTE) for row in log.rows] == [
        ("outfall-shut", What.ORDERED, 124), ("outfall-shut", What.DONE, 168),
    ]  # fmt: skip


def test_what_is_wrong_in_a_workbook_has_its_row_and_column(of, tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    for row in (("action", "what", "time"), ("outfall-shut", "done", "late")):
        book.active.append(row)
    book.save(tmp_path / "log.xlsx")

    with pytest.raises(Problems, match=r"log\.xlsx:2:3: time: 'late' is no time; write a clock time such as 02:50"):
        read_log(str(tmp_path / "log.xlsx"), known(of))


def test_a_file_that_is_no_workbook_says_so(of, tmp_path):
    (tmp_path / "log.xlsx").write_text("action,what,time\n")

    with pytest.raises(Problems, match=r"log\.xlsx: no workbook can be read from it"):
        read_log(str(tmp_path / "log.xlsx"), known(of))


COLUMNS = ("action", "what", "time", "who", "note")
EXERCISE = (
    ("pool-level", "noticed", time(15, 58)),
    ("transfer-start", "ordered", time(16, 4)), ("transfer-start", "begun", time(16, 16)),
    ("transfer-start", "done", time(16, 31)), ("outfall-shut", "done", time(16, 48)),
)  # fmt: skip
TIMES = [118, 124, 136, 151, 168]


def minutes(log):
    return [row.at_s / MINUTE for row in log.rows]


def test_a_workbook_with_a_title_and_a_hidden_sheet(of, tmp_path):
    """
    log-workbook-forms: the list of words on the hidden sheet is no log.
    """
    made = book(tmp_path / "log.xlsx", ("演练记录表 First plan",), COLUMNS, *EXERCISE)
    made.active.merge_cells("A1:E1")
    made.create_sheet("lists", 0).append(["done"])
    made.worksheets[0].sheet_state = "hidden"
    made.save(tmp_path / "log.xlsx")

    log = read_log(str(tmp_path / "log.xlsx"), known(of))

    assert minutes(log) == TIMES
    assert [each.zh.rpartition("/")[2] for each in log.notes] == [
        "log.xlsx：读取工作表“Sheet”；未读取：lists", "log.xlsx：表头在第2行；其上视为标题：“演练记录表 First plan”",
    ]  # fmt: skip


def test_a_merged_action_is_that_of_each_of_its_rows(of, tmp_path):
    """
    log-workbook-forms: merged over three rows; where it is only left empty somebody has to say.
    """
    rows = [(action if what != "begun" else None, what, at) for action, what, at in EXERCISE]
    made = book(tmp_path / "log.xlsx", COLUMNS, *rows)
    with pytest.raises(Problems, match=r"log\.xlsx:4:1: this row does not say what it is about"):
        read_log(str(tmp_path / "log.xlsx"), known(of))
    made.active.merge_cells("A3:A5")
    made.save(tmp_path / "log.xlsx")

    assert minutes(read_log(str(tmp_path / "log.xlsx"), known(of))) == TIMES


def test_a_row_of_formulas_without_values_does_not_vanish(of, tmp_path):
    """
    formula-row: without it the pump would count as never started, 1,420 m3 in place of 430.
    """
    rows = [COLUMNS, *EXERCISE]
    rows[4] = ("=A4", '="done"', "=C4+TIME(0,15,0)")
    book(tmp_path / "log.xlsx", *rows)

    with pytest.raises(Problems) as raised:
        read_log(str(tmp_path / "log.xlsx"), known(of))

    assert [each.rpartition("/")[2].partition(": ")[0] for each in raised.value.messages] == [
        "log.xlsx:5:1", "log.xlsx:5:2", "log.xlsx:5:3",
    ]  # fmt: skip


def test_times_in_formats_of_chinese_spreadsheets(of, tmp_path):
    """
    Format 32 is shown as 16时31分 and has no text in the file; the same in a cell without a format is told.
    """
    rows = [(action, what, (at.hour * 60 + at.minute) / 1440) for action, what, at in EXERCISE]
    book(tmp_path / "log.xlsx", COLUMNS, *rows, formats=[(f"C{k}", 32) for k in range(2, 6)])

    log = read_log(str(tmp_path / "log.xlsx"), known(of))

    assert minutes(log) == TIMES
    assert [each.en.rpartition("/")[2] for each in log.notes] == [
        "log.xlsx:6:3: 0.7 is taken for 16:48:00, as spreadsheets keep times"
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_clocks_and_letters_of_chinese_logs(of, tmp_path, encoding):
    """
    drill-logs: GBK, a title, 12-hour clocks, 时 and 分, the name of the sheet in place of its id.
    """
    name = of.park.sheets["outfall-shut"].name.en
    (tmp_path / "log.csv").write_bytes((
        "演练记录表,,,\n行动,完成情况,实际时间,备注\npool-level,发现,下午3:58,\ntransfer-start,下令,4:04 PM,\n"
        f"transfer-start,开始,16时16分,找不到钥匙\ntransfer-start,完成,16点31分,\n{name},完成,2025/7/14 16:48,次日\n"
    ).encode(encoding))  # fmt: skip

    log = read_log(str(tmp_path / "log.csv"), known(of))

    assert minutes(log) == TIMES
    assert log.rows[4].subject == "outfall-shut"


def test_the_list_itself_is_no_log(of, tmp_path):
    """
    Its row of heads is found below its title, and says when things are due.
    """
    path = tmp_path / "master-list.xlsx"
    write_papers(master_list([of]), tmp_path, "en", ["xlsx"])

    with pytest.raises(Problems) as raised:
        read_log(str(path), known(of))

    assert [each.rpartition("/")[2] for each in raised.value.messages] == [
        ("master-list.xlsx:2:1: this is a list of what is expected, which --list takes; a log has the columns number, "
         "what and time"),
    ]  # fmt: skip


def cases():
    """Every log with what is said of it: the log's rows, an empty line, the messages, a line of dashes."""
    for case in MESSAGES.read_text(encoding="utf-8").strip("\n").split("\n----\n"):
        text, _, messages = case.partition("\n\n")
        yield pytest.param(f"{text}\n", messages.splitlines(), id=messages.splitlines()[0][:60])


@pytest.mark.parametrize(("text", "messages"), list(cases()))
def test_messages(of, tmp_path, monkeypatch, text, messages):
    with pytest.raises(Problems) as raised:
        read(of, tmp_path, text, monkeypatch)

    assert told(raised.value) == messages


NAMES = st.sampled_from(["transfer-start", "outfall-shut", "transfer-start#2"])


@given(st.dictionaries(st.tuples(NAMES, st.sampled_from([What.DONE, What.ORDERED])), st.floats(0, 86400)))
def test_a_log_reads_back_to_the_last_bit(tmp_path_factory, of, times):
    """
    But where it could not have been so: an order after the end.
    """
    rows = tuple(Row(job, what, at_s) for (job, what), at_s in times.items())
    orders = {job: at_s for (job, what), at_s in times.items() if what is What.ORDERED}
    late = {job for job, at_s in orders.items() if at_s > times.get((job, What.DONE), at_s)}
    log = Log(tuple(row for row in rows if row.subject not in late))
    path = tmp_path_factory.mktemp("log") / "log.csv"
    write_table(path, log_table(log, of.scenario.id))
    if not log.rows:
        return

    again = read_log(str(path), known(of))

    assert [(row.subject, row.what, row.at_s) for row in again.rows] == [
        (row.subject, row.what, row.at_s) for row in log.rows
    ]


def test_rows_of_another_incident_are_left_to_it(of, tmp_path, monkeypatch):
    log = read(of, tmp_path, (
        "incident,action,what,time\nother,v9-shut,done,T+1 min\nplan,transfer-start,done,T+150 min\n"
    ), monkeypatch)  # fmt: skip

    assert [row.subject for row in log.rows] == ["transfer-start"]


def test_clock_times_after_midnight_belong_to_the_next_day():
    """
    Begun at 23:50, played for 2 h: 00:20 is half an hour later; 03:00 comes too late, 22:00 is over.
    """
    clock = ExerciseClock(starts=datetime(2025, 9, 18, 23, 50), lasts_s=7200)

    assert incident_time("00:20", clock) == ("C", 30 * MINUTE)
    for text in ("03:00", "22:00", "25:10"):
        with pytest.raises(InputError, match="no day of the exercise, which begins 2025-09-18 23:50 and plays 2 h"):
            incident_time(text, clock)


def test_a_clock_time_that_comes_on_two_days_needs_its_date():
    clock = ExerciseClock(starts=datetime(2025, 9, 18, 8, 0), lasts_s=100_000)

    with pytest.raises(InputError, match="09:00 comes on 2 days of the exercise; write the date too, such as 2025-"):
        incident_time("09:00", clock)
    assert incident_time("2025-09-19 09:00", clock) == ("C", 25 * 3600)


def test_without_a_clock_time_of_the_start_t_plus_will_do():
    with pytest.raises(InputError, match="nobody said when the exercise begins; write T\\+ or E\\+"):
        incident_time("09:00", ExerciseClock())
    assert incident_time("Ｔ＋80分", ExerciseClock()) == ("T", 80 * MINUTE)


@given(st.lists(st.tuples(st.floats(1, 1e4), st.floats(1, 1e4)), max_size=4), st.floats(0, 4e4))
def test_both_clocks_go_together(gaps, at_s):
    """
    To the exercise and back, but for what was left out, which comes back as the time of the jump.
    """
    now_s, jumps = 0.0, []
    for gap_s, cut_s in gaps:
        now_s += gap_s
        jumps.append((now_s, cut_s))
    clock = ExerciseClock(jumps=tuple(jumps))

    back_s = clock.incident_s(clock.exercise_s(at_s))

    assert back_s == pytest.approx(at_s) or any(back_s == pytest.approx(clock.incident_s(at)) for at, _ in jumps)


def test_a_log_of_more_rows_than_any_exercise_has_is_refused_at_once(of, tmp_path, monkeypatch):
    """
    20,001 rows: one problem, not one a row.
    """
    with pytest.raises(Problems) as problems:
        read(of, tmp_path, "action,what,time\n" + "x,done,never\n" * 20_001, monkeypatch)

    (said,) = problems.value.messages
    assert said == "log.csv:1:1: the log has 20,001 rows, more than 20,000; keep those of one exercise"
