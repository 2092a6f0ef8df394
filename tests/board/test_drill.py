"""An exercise on the board: who sees what, what is refused, what several devices are told; and the log of `play`."""

import asyncio
import json
from contextlib import suppress
from pathlib import Path

import pytest

from sim.board import Board
from sim.board.exercise import Exercises, Refused
from sim.board.exercise_moves import MOVES, NOTES
from sim.board.exercise_plain import director_data, observer_data
from sim.board.guard import Guard
from sim.board.jobs import Jobs
from sim.cli import main
from sim.cli.onlooker import obey
from sim.drill import Exercise
from sim.drill.conductor import Conductor
from sim.drill.journal import Journal
from sim.drill.listed import put_list, read_list
from sim.drill.master_list import Incident, MasterList
from sim.drill.play import Play
from sim.errors import InputError
from sim.park import Name, Park
from tests.drill.test_play import LINES
from tests.water.by_hand import MINUTE

httpx = pytest.importorskip("httpx")
pytest.importorskip("starlette")

ROOT = Path(__file__).parents[2]
TOKEN = "a-token-of-the-tests"
OURS = "http://127.0.0.1:8750"
KNOWN = {"authorization": f"Bearer {TOKEN}"}
HERE = "/api/v1/exercises"
MASTER = MasterList(Exercise(starts="2025-09-18T08:00:00"), Park("p", Name(), {}, {}, {}),
                    (Incident("i", Name("The spill that nobody knows of"), "", 200 * MINUTE),), LINES)  # fmt: skip


class Hands:
    """A clock that shows what it was set to."""

    now_s = 1000.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def app(tmp_path, hands, monkeypatch):
    """A board whose folder holds the list of `LINES`, and whose clock the test sets."""
    from sim.board.web.app import app_of

    put_list(MASTER, tmp_path / "a-list.json", ())
    monkeypatch.setattr("sim.board.web.app.Exercises", lambda out: Exercises(out, hands))
    app = app_of(Board([]), Guard("127.0.0.1", 8750, TOKEN), "en", tmp_path / "events",
                 Jobs(obey, tmp_path / "board"), tmp_path)
    app.out = tmp_path
    return app


def asked(app, method, path, headers=KNOWN, **how):
    async def ask():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=OURS) as client:
            return await client.request(method, f"{HERE}{path}", headers=headers, **how)

    return asyncio.run(ask())


@pytest.fixture
def begun(app):
    """The exercise as its director sees it, and the headers of an observer."""
    told = asked(app, "POST", "", json={"list": str(app.out / "a-list.json")})
    assert told.status_code == 201, told.text
    return told.json(), {"authorization": f"Bearer {told.json()['key']}"}


def move(app, id, seq, do, **others):
    return asked(app, "POST", f"/{id}/moves", json={"do": do, "seq": seq, **others})


def tells(app, observer, id, do, **others):
    return asked(app, "POST", f"/{id}/notes", observer, json={"do": do, **others})


def numbers(view):
    return [each["number"] for each in view["lines"]]


def test_observers_see_what_has_happened_and_nothing_that_is_to_come(app, begun, hands):
    """
    At T+0 the first inject; at T+12 the order of T+10 too. What stands for it at T+30 is let go by hand: seen at once.
    Neither what the accident is called, nor a word of what comes, nor by when what must be done is sent to them.
    """
    told, observer = begun
    id = told["id"]
    assert numbers(asked(app, "GET", f"/{id}/seen", observer).json()) == [1]

    hands.now_s += 12 * MINUTE
    seen = asked(app, "GET", f"/{id}/seen", observer)
    assert numbers(seen.json()) == [1, 2]
    assert move(app, id, 0, "release", number=3).status_code == 200
    assert move(app, id, 1, "inject", text="The press is at the gate", to="Gate").status_code == 200

    seen = asked(app, "GET", f"/{id}/seen", observer)
    assert numbers(seen.json()) == [1, 2, 3]
    assert [each["said"]["en"] for each in seen.json()["log"]] == [
        "Own inject, to Gate: The press is at the gate", "3 let go, T+0:12:00"]  # fmt: skip
    for hidden in ("nobody knows", "line 4", "line 5", "line 6", "must_s", "due_s", told["key"], '"name":"i"'):
        assert hidden not in seen.text


def test_the_director_sees_what_comes_and_when(app, begun, hands):
    """
    The jump of T+10 min leads to T+70: the inject of T+80 is due in 20 min, that which stands for the action in the
    middle of it as soon as the jump is made. The jump waits from T+10 on; nobody knows how long.
    """
    id = begun[0]["id"]
    lines = {each["number"]: each for each in begun[0]["lines"]}
    assert sorted(lines) == [1, 2, 3, 5, 6]
    assert [lines[k]["due_s"] for k in (2, 3, 5, 6)] == [10 * MINUTE, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE]
    assert [lines[k]["standing"] for k in (1, 2)] == ["due", "to-come"]

    hands.now_s += 12 * MINUTE
    told = asked(app, "GET", f"/{id}").json()
    assert told["waits"] == [2]
    assert told["clock"] == {"exercise_s": 12 * MINUTE, "speed": 1.0, "runs": True, "incidents_s": [12 * MINUTE]}
    assert {each["number"]: each["due_s"] for each in told["lines"]}[5] is None


def test_observers_tick_off_and_the_clock_is_held(app, begun, hands):
    """
    Done by Li at T+11, noticed at T+12; held, the clock stands however long it takes.
    """
    id, observer = begun[0]["id"], begun[1]
    hands.now_s += 12 * MINUTE
    done = tells(app, observer, id, "mark", number=2, what="done", at="T+11", note="slowly", by="Li")
    assert done.json()["entry"]["said"]["en"] == "2 done, T+0:11:00; note: slowly (Li)"
    assert tells(app, observer, id, "note", note="no radio", by="Li").status_code == 200
    told = asked(app, "GET", f"/{id}").json()
    ticked = {"what": "done", "said": {"en": "done", "zh": "完成"}, "time_s": 660, "note": "slowly", "by": "Li"}
    assert {each["number"]: each["marks"] for each in told["lines"]}[2] == [ticked]

    seq = told["seq"]
    assert [each["do"] for each in told["log"]] == ["note", "jump", "mark"]
    assert move(app, id, seq, "hold").status_code == 200
    hands.now_s += 10 * MINUTE
    assert asked(app, "GET", f"/{id}").json()["clock"]["exercise_s"] == 12 * MINUTE
    assert move(app, id, seq + 1, "go").status_code == 200


MARK = {"do": "mark", "number": 2, "what": "done"}
REFUSED = {
    "no token": ("GET", "", {}, None, 401),
    "observers ask for what comes": ("GET", "", "observer", None, 401),
    "observers follow the director": ("GET", "/events", "observer", None, 401),
    "observers fetch the log": ("GET", "/log.csv", "observer", None, 401),
    "observers make moves": ("POST", "/moves", "observer", {"do": "hold", "seq": 0}, 401),
    "observers look at another page": ("GET", "/../../scenarios", "observer", None, 401),
    "observers take back": ("POST", "/notes", "observer", {"do": "undo"}, 422),
    "observers let go": ("POST", "/notes", "observer", {"do": "release", "number": 3}, 422),
    "a stranger notes": ("POST", "/notes", {"authorization": "Bearer nothing"}, MARK, 401),
    "a foreign page": ("POST", "/moves", KNOWN | {"origin": "http://evil.example"}, {"do": "hold", "seq": 0}, 403),
    "no sequence": ("POST", "/moves", KNOWN, {"do": "hold"}, 422),
    "a stale sequence": ("POST", "/moves", KNOWN, {"do": "hold", "seq": 7}, 409),
    "no such move": ("POST", "/moves", KNOWN, {"do": "rewind", "seq": 0}, 422),
    "a list for a move": ("POST", "/moves", KNOWN, {"do": ["hold"], "seq": 0}, 422),
    "no such line": ("POST", "/notes", "observer", MARK | {"number": 99}, 422),
    "no number": ("POST", "/notes", "observer", MARK | {"number": "2"}, 422),
    "a time that is to come": ("POST", "/notes", "observer", MARK | {"at": "T+30"}, 422),
    "a note of no words": ("POST", "/notes", "observer", {"do": "note", "note": " "}, 422),
    "too long a note": ("POST", "/notes", "observer", {"do": "note", "note": "x" * 501}, 422),
    "a jump to the past": ("POST", "/moves", KNOWN, {"do": "jump", "forward": "-5 min", "seq": 0}, 422),
}


@pytest.mark.parametrize("why", REFUSED)
def test_what_is_not_meant_is_refused_and_changes_nothing(app, begun, why):
    method, path, headers, document, status = REFUSED[why]
    id, observer = begun[0]["id"], begun[1]
    answer = asked(app, method, f"/{id}{path}", observer if headers == "observer" else headers,
                   **({"json": document} if document else {}))  # fmt: skip

    assert answer.status_code == status
    assert all({"en", "zh"} == each.keys() and all(each.values()) for each in answer.json()["problems"])
    assert asked(app, "GET", f"/{id}").json()["seq"] == 0


def test_a_move_from_before_is_told_what_came_between(app, begun, hands):
    """
    At T+31 the contingency is let go by itself while somebody still looks at sequence 0: told so, and nothing is made.
    """
    id = begun[0]["id"]
    hands.now_s += 31 * MINUTE
    answer = move(app, id, 0, "release", number=3)

    assert (answer.status_code, answer.json()["seq"]) == (409, 1)
    assert [each["said"]["en"] for each in answer.json()["between"]] == ["let go: 3. line 3"]
    assert move(app, id, 1, "release", number=3).status_code == 422


def test_what_is_sent_twice_is_taken_once_and_answered_alike_also_after_a_crash(app, begun, hands):
    """
    The same key from a director's and from an observer's device are two; another board that finds the journal knows
    both, says the same, and holds the clock until somebody lets it go on.
    """
    id, observer = begun[0]["id"], begun[1]
    hands.now_s += 5 * MINUTE
    first = move(app, id, 0, "inject", text="Rain", key="1")
    noted = tells(app, observer, id, "note", note="wet", key="1")
    assert [each.json()["seq"] for each in (first, noted)] == [1, 2]

    from sim.board.web.app import app_of

    again = app_of(Board([]), Guard("127.0.0.1", 8750, TOKEN), "en", app.out / "events", Jobs(obey, app.out / "board"),
                   app.out)
    for board in (app, again):
        assert move(board, id, 0, "inject", text="Rain", key="1").json() == first.json()
        assert tells(board, observer, id, "note", note="wet", key="1").json() == noted.json()
    told = asked(again, "GET", f"/{id}").json()
    assert (told["clock"]["exercise_s"], told["paused"], told["seq"]) == (5 * MINUTE, True, 3)


def test_it_is_not_sent_again_while_only_the_clock_runs(app, begun, hands):
    id, observer = begun[0]["id"], begun[1]
    for path, headers in (("", KNOWN), ("/seen", observer)):
        tag = asked(app, "GET", f"/{id}{path}", headers).headers["etag"]
        hands.now_s += 100.7
        again = headers | {"if-none-match": tag}
        assert asked(app, "GET", f"/{id}{path}", again).status_code == 304
    move(app, id, 0, "hold")
    assert asked(app, "GET", f"/{id}/seen", again).status_code == 200


def test_its_log_is_that_of_play(app, begun, hands, tmp_path):
    """
    The same entries at the same times, typed in the terminal and sent by devices: the same log to the byte, and the
    same words that are about no line. Failed at T+20, said at T+21: the jump comes then; what stands for the action is
    let go by hand before.
    """
    id, observer = begun[0]["id"], begun[1]
    same = read_list(str(app.out / "a-list.json"))
    typed = Conductor(Play(same.lines, same.incidents, same.starts), Journal(tmp_path / "t.jsonl"), hands)
    typed.begin()
    seq = 0
    for at_min, entry, sent in (
        (1, "1 released", {"do": "release", "number": 1}),
        (11, "2 ordered at T+10 by radio", {"do": "mark", "number": 2, "what": "ordered", "at": "T+10",
                                            "note": "by radio"}),
        (12, "tell Gate: =the press", {"do": "inject", "to": "Gate", "text": "=the press"}),
        (13, "remark windy", {"do": "note", "note": "windy"}),
        (14, "6 done", {"do": "mark", "number": 6, "what": "done"}),
        (15, "undo", {"do": "undo"}),
        (20, "3 released", {"do": "release", "number": 3}),
        (21, "2 failed at 08:20", {"do": "mark", "number": 2, "what": "failed", "at": "08:20"}),
        (22, "pause", {"do": "hold"}),
        (30, "go", {"do": "go"}),
        (31, "jump 5 min", {"do": "jump", "forward": "5 min"}),
        (40, "quit", {"do": "end"}),
    ):  # fmt: skip
        hands.now_s = 1000.0 + at_min * MINUTE
        typed.run_on()
        typed.take(entry)
        typed.run_on()
        by_observer = sent["do"] in ("mark", "note")
        answer = tells(app, observer, id, **sent) if by_observer else move(app, id, seq, **sent)
        assert answer.status_code == 200, answer.text
        seq = asked(app, "GET", f"/{id}").json()["seq"]
    typed.write_log(tmp_path / "t.csv", "en")
    typed.write_notes(tmp_path / "t-notes.csv")

    folder = tmp_path / "exercises" / id
    log = (tmp_path / "t.csv").read_bytes()
    assert log.count(b"\n") == 5  # a head, two releases, ordered, failed
    assert asked(app, "GET", f"/{id}/log.csv").content == log
    assert (folder / "i-log.csv").read_bytes() == log
    assert (folder / "i-notes.csv").read_bytes() == (tmp_path / "t-notes.csv").read_bytes()
    assert tells(app, observer, id, "note", note="late").status_code == 422


def test_the_description_for_programs_is_true(app, begun):
    """
    It names every key of an exercise, of what observers see, of a line of either and of an entry.
    """
    schemas = json.loads((ROOT / "docs/board-api.json").read_text(encoding="utf-8"))["components"]["schemas"]
    keys = {name: set(each.get("properties", ())) for name, each in schemas.items()}
    made = move(app, begun[0]["id"], 0, "hold").json()
    told = asked(app, "GET", f"/{begun[0]['id']}").json()
    seen = asked(app, "GET", f"/{begun[0]['id']}/seen", begun[1]).json()

    assert (set(told), set(told["lines"][0])) == (keys["Exercise"], keys["Line"])
    assert (set(seen), set(seen["lines"][0])) == (keys["Seen"], keys["SeenLine"])
    assert (set(made), set(made["entry"]), set(told["clock"])) == (keys["Made"], keys["Entry"], keys["ExerciseClock"])
    assert set(schemas["ExerciseMove"]["properties"]["do"]["enum"]) == set(MOVES)
    assert set(schemas["ExerciseNote"]["properties"]["do"]["enum"]) == set(NOTES)


def test_a_full_disk_takes_nothing_and_names_no_file_to_observers(tmp_path, hands):
    """
    Nothing is made that is not written; once the disk takes it again, the same is entered as if nothing had been.
    """
    exercise = Exercises(tmp_path, hands).begin(MASTER, "the-spill")
    journal, exercise.conductor.journal = exercise.conductor.journal, Journal(tmp_path)  # a folder takes no line
    with pytest.raises(InputError, match="cannot be written"):
        exercise.move({"do": "hold", "seq": 0}, director=True)
    with pytest.raises(Refused) as refused:
        exercise.move({"do": "note", "note": "wet"}, director=False)
    hands.now_s += 31 * MINUTE
    exercise.look()
    assert director_data(exercise)["trouble"]["en"].endswith("Is a directory")
    assert "tmp" not in json.dumps([observer_data(exercise), refused.value.key])

    exercise.conductor.journal = journal
    assert exercise.move({"do": "note", "note": "wet"}, director=False)["seq"] == 2  # after what came at T+30 by itself
    assert director_data(exercise)["trouble"] is None


def test_a_long_exercise_shows_its_last_entries_and_takes_no_end_of_them(tmp_path, hands, monkeypatch):
    """
    Of 205 notes the last 200 are shown, and how many are not; then none is taken any more, but the end.
    """
    monkeypatch.setattr("sim.board.exercise.MOST_MOVES", 205)
    exercise = Exercises(tmp_path, hands).begin(MASTER, "x")
    for k in range(205):
        exercise.move({"do": "note", "note": f"note {k}"}, director=False)
    told = observer_data(exercise)
    assert (len(told["log"]), told["earlier"], told["log"][0]["said"]["en"]) == (200, 5, "Note: note 204")
    with pytest.raises(Refused, match="board_drill_full"):
        exercise.move({"do": "note", "note": "one more"}, director=False)
    assert exercise.move({"do": "end", "seq": 205}, director=True)["seq"] == 206


def test_replay_reads_the_log_of_an_exercise_that_was_made_of_a_scenario(tmp_path, hands, monkeypatch):
    """
    The list lies beside the log, so that nobody need name it.
    """
    from sim.board.web.app import app_of

    plan = "docs/first-park/plan.yaml"
    monkeypatch.setattr("sim.board.web.app.Exercises", lambda out: Exercises(out, hands))
    app = app_of(Board([plan]), Guard("127.0.0.1", 8750, TOKEN), "en", tmp_path / "events",
                 Jobs(obey, tmp_path / "board"), tmp_path)
    told = asked(app, "POST", "", json={"scenario": plan, "lasts": "90 min", "hold": True}).json()
    id = told["id"]
    assert (told["paused"], told["clock"]["runs"]) == (True, False)
    assert move(app, id, told["seq"], "go").status_code == 200
    hands.now_s += 12 * MINUTE
    assert tells(app, KNOWN, id, "mark", number=4, what="done", by="Li").status_code == 200
    seq = asked(app, "GET", f"/{id}").json()["seq"]  # the program has jumped meanwhile
    assert move(app, id, seq, "end").status_code == 200
    log = asked(app, "GET", f"/{id}").json()["files"]["log"]

    assert main(["replay", plan, "--log", log, "--out", str(tmp_path / "r"), "--quiet"]) == 0


BEGINS = {
    "neither": {},
    "both": {"list": "a-list.json", "scenario": "s.yaml"},
    "a list elsewhere": {"list": "docs/first-park/plan.yaml"},
    "a list above": {"list": "OUT/../a-list.json"},
    "no list": {"list": "OUT/none.json"},
    "no scenario of the board": {"scenario": "docs/first-park/plan.yaml"},
    "no speed": {"list": "OUT/a-list.json", "speed": 0},
    "no time": {"list": "OUT/a-list.json", "lasts": "long"},
    "a number for a name": {"list": 7},
}


@pytest.mark.parametrize("why", BEGINS)
def test_what_cannot_be_begun_is_refused_and_nothing_is_written(app, why):
    document = {key: each.replace("OUT", str(app.out)) if isinstance(each, str) else each
                for key, each in BEGINS[why].items()}  # fmt: skip
    answer = asked(app, "POST", "", json=document)

    assert answer.status_code == 422
    assert answer.json()["problems"]
    assert not (app.out / "exercises").exists()


def test_devices_that_follow_are_told_at_once(app, begun, hands):
    """
    First how it stands; after a move the same anew; when the board is ended the stream ends.
    """
    id = begun[0]["id"]
    told = []

    async def follow():
        async def send(message):
            told.append(message.get("body", b"").decode())

        async def receive():
            await asyncio.sleep(60)

        scope = {"type": "http", "method": "GET", "path": f"{HERE}/{id}/seen/events", "query_string": b"",
                 "headers": [(b"host", b"127.0.0.1:8750"), (b"authorization", begun[1]["authorization"].encode())]}
        stream = asyncio.create_task(app(scope, receive, send))
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=OURS) as client:
            await wait_for(1)
            document = {"do": "inject", "text": "Rain", "seq": 0}
            await client.post(f"{HERE}/{id}/moves", headers=KNOWN, json=document)
            await wait_for(2)
        app.leave()
        await asyncio.wait_for(stream, 5)

    async def wait_for(events):
        with suppress(TimeoutError):
            async with asyncio.timeout(5):
                while "".join(told).count("event: state") < events:
                    await asyncio.sleep(0.02)

    asyncio.run(follow())
    states = [json.loads(each.partition("data: ")[2]) for each in "".join(told).split("\n\n") if "event: state" in each]
    assert [[each["said"]["en"] for each in state["log"]] for state in states] == [[], ["Own inject: Rain"]]
