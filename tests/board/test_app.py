"""The board as a web application: who is refused, what is answered, and that the newest wins."""

import asyncio
import json
import re
from pathlib import Path

import numpy as np
import pytest

from sim.board import Board
from sim.board.choose import PARTS, STORED
from sim.board.guard import Guard, taken
from sim.board.jobs import Jobs
from sim.board.newest import Newest, Overtaken
from sim.board.web.pages import PAGES
from sim.cli.onlooker import obey
from sim.load import load_case
from sim.study import deadlines

httpx = pytest.importorskip("httpx")
pytest.importorskip("starlette")

BUND = str(Path(__file__).parent / "bund.yaml")
TOKEN = "a-token-of-the-tests"
OURS = "http://127.0.0.1:8750"
KNOWN = {"authorization": f"Bearer {TOKEN}"}
RUN = {"scenario": BUND, "sets": {"releases.spill.volume": "80 m3"}}


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    from sim.board.web.app import app_of

    out = tmp_path_factory.mktemp("out")
    app = app_of(Board([BUND]), Guard("127.0.0.1", 8750, TOKEN), "en", out / "events", Jobs(obey, out / "made"))
    yield app
    app.leave()


def asked(app, method, path, **how):
    async def ask():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=OURS) as client:
            return await client.request(method, path, **how)

    return asyncio.run(ask())


def unpacked(data):
    """What stands in the JSON of what is sent while a slider moves, and the numbers behind it."""
    length = int.from_bytes(data[:4], "little")
    assert length % 4 == 0
    return json.loads(data[4 : 4 + length]), np.frombuffer(data[4 + length :], "<f4")


LIVE, JOB = "live/{id}", "jobs/{id}"
READS = [("GET", f"/api/v1/{name}") for name in (
    "words", "scenario", "plan", "scenarios", "schema/{kind}", "files", "files/{path}", "live", LIVE, f"{LIVE}/due",
    f"{LIVE}/events", f"{LIVE}/log.csv", "jobs", JOB, f"{JOB}/events", f"{JOB}/files/{{path}}",
)]  # fmt: skip
READS += [("GET", "/metrics")]
ASKS = [*(("POST", f"/api/v1/{name}") for name in (
    "run", "moving", "replay", "deadlines", "limits", "validate", "state", "session", "overrides", "import", "live",
    f"{LIVE}/levels", f"{LIVE}/entries", "jobs",
)), ("DELETE", f"/api/v1/{JOB}")]  # fmt: skip
HELD = "/api/v1/exercises"
SEEN = ("", "/events", "/log.csv", "/seen", "/seen/events")
READS += [("GET", HELD), *(("GET", f"{HELD}/{{id}}{part}") for part in SEEN)]
ASKS += [("POST", path) for path in (HELD, f"{HELD}/{{id}}/moves", f"{HELD}/{{id}}/notes")]
WRITES = [("PUT", "/api/v1/files/{path}")]
PATHS = [*READS, *ASKS, *WRITES]
REFUSED = {
    "no token": ({"authorization": ""}, 401),
    "a wrong token": ({"authorization": "Bearer nothing"}, 401),
    "a cookie of another port": ({"authorization": "", "cookie": f"three-tier-8751={TOKEN}"}, 401),
    "another name for this machine": ({"host": "evil.example:8750"}, 421),
    "our name at another port": ({"host": "127.0.0.1:80"}, 421),
    "another page": ({"origin": "http://evil.example"}, 403),
    "another page of this machine": ({"origin": "http://127.0.0.1:8888"}, 403),
    "a page without an origin": ({"origin": "null"}, 403),
    "a picture in another page": ({"sec-fetch-site": "cross-site"}, 403),
    "a page of another port": ({"sec-fetch-site": "same-site"}, 403),
}
BODIES = {
    "text/plain": ({"content-type": "text/plain"}, 415),
    "a form": ({"content-type": "application/x-www-form-urlencoded"}, 415),
    "too much": ({"content-type": "RIGHT", "content-length": "TOO MUCH"}, 413),
    "no length": ({"content-type": "RIGHT", "content-length": "many"}, 411),
}


@pytest.mark.parametrize(("method", "path"), PATHS)
@pytest.mark.parametrize("why", REFUSED)
def test_who_is_not_meant_is_refused(app, method, path, why):
    headers, status = REFUSED[why]
    answer = asked(app, method, path, headers=KNOWN | headers, **({} if method == "GET" else {"json": RUN}))

    assert answer.status_code == status
    assert answer.json()["problems"][0].keys() == {"en", "zh"}
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(("method", "path"), [*ASKS, *WRITES])
@pytest.mark.parametrize("why", BODIES)
def test_what_is_no_json_is_refused(app, method, path, why):
    headers, status = BODIES[why]
    takes = taken(path)
    headers = {key: text.replace("TOO MUCH", str(takes.most_bytes + 1)).replace("RIGHT", takes.sort)
               for key, text in headers.items()}  # fmt: skip

    assert asked(app, method, path, headers=KNOWN | headers, content=json.dumps(RUN)).status_code == status


def test_our_own_page_is_answered(app):
    """
    With the cookie that the session gave it, from its own origin; the cookie no script can read.
    """
    session = asked(app, "POST", "/api/v1/session", headers=KNOWN, json={})
    cookie = session.headers["set-cookie"]
    assert session.status_code == 204
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie

    own = {"cookie": cookie.partition(";")[0], "origin": OURS, "sec-fetch-site": "same-origin"}
    assert asked(app, "POST", "/api/v1/run", headers=own, json=RUN).status_code == 200


STATIC = [f"/static/{each}" for each in ("page.css", "board.css", "whatif.js", "sans.otf")]


@pytest.mark.parametrize("path", [*PAGES, *STATIC])
def test_the_page_may_be_opened_from_a_link_and_runs_nothing_of_others(app, path):
    """
    It holds nothing of any park, so that it needs no token; scripts, styles and data are its own only.
    """
    answer = asked(app, "GET", path, headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("path", ["/static/../board.py", "/static/%2e%2e/board.py", "/static/", "/etc/passwd"])
def test_nothing_else_is_served(app, path):
    assert asked(app, "GET", path, headers=KNOWN).status_code == 404


def test_a_run_is_answered_in_numbers_and_in_words(app):
    """
    80 m3 in 10 min, of which 2 of 8 m3 a minute go out until T+5 min: 10 m3 escape.
    """
    told = asked(app, "POST", "/api/v1/run", headers=KNOWN, json=RUN).json()

    assert told["summary"]["tiers"][0]["escaped_m3"] == pytest.approx(10, abs=1e-6)
    assert told["headline"]["en"].startswith("Breached: Plant.")
    assert told["command"].endswith(f"run {BUND} --set 'releases.spill.volume=80 m3'")
    back = asked(app, "POST", "/api/v1/state", headers=KNOWN, json={"address": told["address"]}).json()
    assert (back["scenario"], back["sets"]) == (BUND, RUN["sets"])
    assert asked(app, "POST", "/api/v1/state", headers=KNOWN, json={"command": told["command"]}).json() == back


def test_what_moves_on_the_map_is_sent_as_rows_of_a_grid(app):
    """
    80 m3 in 10 min, all product, of which 2 m3/min go out until T+5 min: 8 m3/min less 2, then 8; on the grid, to the
    seventh digit of float32, 6 t m3 and from T+5 min 30 + 8 (t - 5) m3, at most 70 m3. The drain lets 2 m3/min out.
    """
    told, rows = unpacked(asked(app, "POST", "/api/v1/moving", headers=KNOWN, json=RUN).content)
    rows = rows.reshape(-1, told["points"])
    minutes = np.linspace(0, told["until"], told["points"]) / 60

    assert len(rows) == sum(len(own) for part in ("storages", "links") for own in told[part].values())
    assert told["storages"] == {"bund": [0]}
    by_hand = np.where(minutes <= 5, 6 * minutes, np.minimum(30 + 8 * (minutes - 5), 70))
    assert np.abs(rows[0] - by_hand).max() < 1e-4
    assert told["links"] == {"drain": [0]}
    drain = rows[-1][minutes < 4.9]
    assert drain[1:] == pytest.approx(2 / 60, rel=1e-6)
    assert told["tier_states"]["plant"][-1][1] == "breached"


def test_the_map_is_the_same_wherever_the_sliders_are(app):
    """
    It is sent once, and not again while the files stay as they are.
    """
    plan = asked(app, "GET", "/api/v1/plan", headers=KNOWN)
    tag = plan.headers["etag"]

    assert plan.json()["svg"].startswith('<svg id="map"')
    assert "style=" not in plan.json()["svg"]
    assert asked(app, "GET", "/api/v1/plan", headers=KNOWN | {"if-none-match": tag}).status_code == 304
    assert plan.headers["cache-control"] == "no-cache"


def test_a_scenario_that_is_known_is_not_sent_again_and_a_stale_one_is_refused(app):
    known = asked(app, "GET", "/api/v1/scenario", headers=KNOWN)
    tag = known.headers["etag"]

    assert asked(app, "GET", "/api/v1/scenario", headers=KNOWN | {"if-none-match": tag}).status_code == 304
    assert asked(app, "POST", "/api/v1/run", headers=KNOWN | {"if-match": tag}, json=RUN).status_code == 200
    assert asked(app, "POST", "/api/v1/run", headers=KNOWN | {"if-match": '"old"'}, json=RUN).status_code == 412


@pytest.mark.parametrize("path", ["/api/v1/run", "/api/v1/validate", "/api/v1/state"])
@pytest.mark.parametrize("content", ["", "{", "[]", "[" * 5000, '{"scenario": 1}', '{"sets": {"a": 1}}'])
def test_what_no_board_reads_is_said(app, path, content):
    answer = asked(app, "POST", path, headers=KNOWN | {"content-type": "application/json"}, content=content)

    assert answer.status_code == 422
    assert len(answer.json()["problems"]) == 1


def test_what_must_be_done_is_what_the_study_finds(app):
    """
    At 2 m3/min nothing may go out: the drain must be shut before water comes, so no time after T+0 would do. A board
    whose sliders have it shut at once has a deadline of 0 s to half a second.
    """
    at_once = {"sets": {"actions.shut-drain.at": "0 min", "actions.shut-drain.after": "0 min"}}
    told = asked(app, "POST", "/api/v1/deadlines", headers=KNOWN, json=RUN | at_once).json()
    case = load_case(BUND, sets=[f"{path}={text}" for path, text in at_once["sets"].items()])
    found = [each for each in deadlines(case.park, case.scenario) if each.needed]

    assert [(each["action"], each["latest_s"]) for each in told["deadlines"]] == [
        (each.action, each.latest_s) for each in found]  # fmt: skip
    assert told["deadlines"][0]["latest_s"] <= 0.5


def test_deadlines_are_given_up_when_somebody_moves_something():
    """
    While they are looked for a newer request of the page comes in: they are cancelled, and the run goes on; one of
    another page does not disturb them.
    """
    cancelled = []

    async def both():
        newest = Newest()

        async def run():
            return "run"

        async def study():
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                cancelled.append("study")
                raise

        assert await newest.work("page", 1, run) == "run"
        looked = asyncio.create_task(newest.beside("page", 1, study))
        await asyncio.sleep(0)
        assert await newest.work("another", 1, run) == "run"
        await asyncio.sleep(0.01)
        assert (looked.done(), cancelled) == (False, [])
        assert await newest.work("page", 2, run) == "run"
        return await asyncio.gather(looked, return_exceptions=True)

    found, = asyncio.run(asyncio.wait_for(both(), 5))
    assert isinstance(found, Overtaken)
    assert cancelled == ["study"]


def test_problems_are_told_without_playing(app):
    """
    Two values are wrong; nothing is, once they are mended.
    """
    wrong = RUN | {"sets": {"releases.spill.volume": "80", "actions.shut-drain.at": "x"}}

    assert len(asked(app, "POST", "/api/v1/validate", headers=KNOWN, json=wrong).json()["problems"]) == 2
    assert asked(app, "POST", "/api/v1/validate", headers=KNOWN, json=RUN).json() == {"problems": []}


def test_a_stale_number_is_refused(app):
    """
    Of a page whose request 5 was answered, 5 and 4 are old; of another page they are not.
    """
    def status(page, number):
        document = RUN | {"page": page, "number": number}
        return asked(app, "POST", "/api/v1/run", headers=KNOWN, json=document).status_code

    assert [status("one", 5), status("one", 5), status("one", 4), status("two", 4), status("one", 6)] == [
        200, 409, 409, 200, 200]  # fmt: skip


def test_of_those_that_wait_only_the_newest_is_worked_on():
    """
    The first is under way while four more come in: it is finished, the next three are overtaken, the last is worked on;
    never are two at work.
    """
    at_work, most, done = 0, 0, []

    async def all_of_them():
        newest, go = Newest(), asyncio.Event()

        async def work(number):
            nonlocal at_work, most
            at_work += 1
            most = max(most, at_work)
            await go.wait()
            at_work -= 1
            done.append(number)

        tasks = [asyncio.create_task(newest.work("page", k, lambda k=k: work(k))) for k in range(1, 6)]
        await asyncio.sleep(0)
        go.set()
        return await asyncio.gather(*tasks, return_exceptions=True)

    found = asyncio.run(all_of_them())

    assert (done, most) == ([1, 5], 1)
    assert [isinstance(each, Overtaken) for each in found] == [False, True, True, True, False]


def test_the_description_for_programs_is_true(app):
    """
    It names every path and no other, and of a scenario, a number, an answer and its grid every key.
    """
    told = json.loads((Path(__file__).parents[2] / "docs/board-api.json").read_text(encoding="utf-8"))
    assert sorted((method.upper(), path) for path, each in told["paths"].items() for method in each) == sorted(PATHS)

    keys = {name: set(each.get("properties", ())) for name, each in told["components"]["schemas"].items()}
    scenario = asked(app, "GET", "/api/v1/scenario", headers=KNOWN).json()
    answer = asked(app, "POST", "/api/v1/run", headers=KNOWN, json=RUN).json()
    assert (set(scenario), set(scenario["knobs"][0])) == (keys["Scenario"], keys["Knob"])
    due = asked(app, "POST", "/api/v1/deadlines", headers=KNOWN, json=RUN).json()
    assert set(due) == keys["Deadlines"]
    limits = asked(app, "POST", "/api/v1/limits", headers=KNOWN, json=RUN | {"path": "releases.spill.volume"}).json()
    assert set(limits) == keys["Limits"]
    assert (set(answer), set(answer["grid"])) == (keys["Answer"], keys["Grid"])
    job = asked(app, "POST", "/api/v1/jobs", headers=KNOWN, json=RUN | {"kind": "report"}).json()
    assert set(job) == keys["Job"]
    plan = asked(app, "GET", "/api/v1/plan", headers=KNOWN).json()
    replay = asked(app, "POST", "/api/v1/replay", headers=KNOWN, json=RUN).json()
    told, _ = unpacked(asked(app, "POST", "/api/v1/moving", headers=KNOWN, json=RUN).content)
    assert (set(plan), set(replay), set(told)) == (keys["Plan"], keys["Replay"], keys["Moving"])


def test_programs_are_told_what_they_may_name(app):
    told = asked(app, "GET", "/api/v1/scenarios", headers=KNOWN).json()
    assert told == {"scenarios": [{"scenario": BUND, "name": {"en": BUND, "zh": BUND},
                                   "park": str(Path(BUND).with_name("bund-park.yaml"))}]}  # fmt: skip
    schema = asked(app, "GET", "/api/v1/schema/scenario", headers=KNOWN).json()
    assert schema["required"] == ["park", "horizon"]
    assert asked(app, "GET", "/api/v1/schema/plan", headers=KNOWN).status_code == 422


def test_the_paths_that_are_guarded_are_all_there_are(app):
    """
    So that a new one cannot be forgotten in the tables above.
    """
    assert {(method, route.path.replace(":path", "")) for route in app.app.routes for method in route.methods - {"HEAD"}
            if route.path not in PAGES and not route.path.startswith("/static/")} == set(PATHS)  # fmt: skip


def test_the_page_is_sent_every_word_that_it_says(app):
    """
    Keys that stand in its script and its page, those of groups by what numbers there may be.
    """
    assets = Path(__file__).parents[2] / "sim/board/assets"
    source = "".join(each.read_text(encoding="utf-8") for each in assets.iterdir() if each.suffix in (".js", ".html"))
    said = set(re.findall(r'(?:\bw\("|\bword\("|(?:data|label)-say=")(\w+)', source))
    said = said - {"board_kicker_NAME"} | {f"board_kicker_{name}" for name in PAGES.values()}
    groups = {f"board_group_{part.removeprefix('park.')}" for part in (*PARTS, STORED)}

    assert len(said) > 30
    assert (said | groups) - set(asked(app, "GET", "/api/v1/words", headers=KNOWN).json()["words"]) == set()
