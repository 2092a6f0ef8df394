"""What is made in processes of their own: how it ends, what it leaves, and what a browser may do with it."""

import asyncio
import json
import os
from pathlib import Path

import pytest

from sim.board import Board, State
from sim.board.guard import Guard
from sim.board.jobs import Busy, Job, Jobs
from sim.board.wish import KINDS, Wish
from sim.board.worker import Worker
from sim.cli.command import named
from sim.cli.onlooker import obey
from sim.errors import InputError
from tests.board import toy

httpx = pytest.importorskip("httpx")
pytest.importorskip("starlette")

BUND = str(Path(__file__).parent / "bund.yaml")
SPILL = "releases.spill.volume"
TOKEN = "a-token-of-the-tests"
KNOWN = {"authorization": f"Bearer {TOKEN}"}
WISH = Wish("report", State(BUND))
WORDS = ["report", BUND]


async def ended(job):
    while job.runs:
        assert await job.fresh(30), f"{job.id} does not end"
    return job


def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_what_was_made_lies_in_a_folder_of_its_own(tmp_path):
    """
    Pages first, and nothing that leads out; another one goes elsewhere.
    """
    async def both():
        jobs = Jobs(toy.write, tmp_path)
        return [await ended(jobs.begin(WISH, "page", WORDS)) for _ in range(2)]

    first, second = asyncio.run(both())
    assert (first.step, first.state, first.share) == ("deadlines", "done", 1.0)
    assert [path for path, _ in first.files] == ["made/report.html", "made/a.csv"]
    assert first.folder != second.folder
    assert first.file("made/a.csv").read_text(encoding="utf-8") == "a\n"
    assert [first.file(path) for path in ("made/out.csv", "../x", str(tmp_path), "made")] == [None] * 4


def test_how_far_it_is_never_falls(tmp_path):
    """
    Of the three steps of figures the first is done and half of the second: 1.5 / 3. A step of before changes nothing.
    """
    job = Job("id", Wish("figures", State(BUND)), [], "", tmp_path, "")
    found = []
    for step, share in (("deadlines", 0.5), ("faults", 0.5), ("deadlines", 1.0), ("figures", 1.0)):
        job.at(step, share)
        found.append(job.share)

    assert found == pytest.approx([0.5 / 3, 0.5, 0.5, 1.0])


@pytest.mark.parametrize(("do", "told", "limit_s"), [
    (toy.refuse, "it cannot be made", 30), (toy.die, "it was ended", 30), (toy.linger, "it was ended", 1.0),
])  # fmt: skip
def test_what_fails_says_why_and_leaves_nothing(tmp_path, do, told, limit_s):
    """
    Refused by the command, killed from outside, and ended since it took longer than a second.
    """
    async def one():
        return await ended(Jobs(do, tmp_path, limit_s).begin(WISH, "", WORDS))

    job = asyncio.run(one())
    assert job.state == "failed"
    assert job.problems[0]["en"].startswith(told)
    assert job.problems[0]["zh"] != job.problems[0]["en"] or do is toy.refuse
    assert list(tmp_path.iterdir()) == []


def test_what_is_cancelled_is_killed_and_leaves_nothing(tmp_path):
    """
    One by its page, the others where the board ends. Meanwhile the page gets no second one, and no page a third.
    """
    async def all_of_it():
        jobs, pids = Jobs(toy.linger, tmp_path), []
        one, other = running = [jobs.begin(WISH, page, WORDS) for page in ("one", "other")]
        for page in ("one", "third"):
            with pytest.raises(Busy):
                jobs.begin(WISH, page, WORDS)
        for job in running:
            while not job.share:
                assert await job.fresh(30)
            pids.append(int((job.folder / "half").read_text(encoding="utf-8")))
        jobs.cancel(one)
        third = jobs.begin(WISH, "one", WORDS)
        assert other.runs
        jobs.close()
        return [job.state for job in (one, other, third)], [gone(pid) for pid in pids]

    assert asyncio.run(all_of_it()) == (["cancelled"] * 3, [True, True])
    assert list(tmp_path.iterdir()) == []


def test_a_worker_keeps_what_it_has_and_gives_up_what_nobody_wants():
    """
    It counts its tasks: 1, then one that is given up, then 3 in the same process; after its death it counts anew.
    """
    async def all_of_it():
        worker = Worker(toy.count, toy.kept)
        found = [await worker.ask("a")]
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(worker.ask(None), 0.3)
        found.append(await worker.ask("b"))
        with pytest.raises(InputError, match="was ended"):
            await worker.ask("die")
        found.append(await worker.ask("c"))
        worker.close()
        return found

    assert asyncio.run(asyncio.wait_for(all_of_it(), 60)) == [1, 3, 1]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_a_command_that_understands_its_words(kind, monkeypatch, tmp_path):
    """
    With the values of the sliders, but for the package, which has none; the sweep from end to end of its slider.
    """
    moved = () if kind == "package" else ((SPILL, "80 m3"),)
    wish = Wish(kind, State(BUND, "", moved), "zh", 30, 7, over=SPILL)
    words = wish.into(str(tmp_path), wish.words(Board([BUND])))
    command = named(words[0])
    given = command.parser("en").understand(words[1:])

    assert (given.out, given.quiet) == (str(tmp_path), True)
    if kind == "sweep":
        assert (given.set, given.over) == ([], [f"{SPILL}=0..300 m3"])
    elif kind != "package":
        assert given.set == [f"{SPILL}=80 m3"]
    if kind == "ensemble":
        assert (given.runs, given.seed) == (30, 7)


@pytest.mark.parametrize(("document", "told"), [
    ({"kind": "raport"}, "did you mean 'report'?"),
    ({"kind": "ensemble", "runs": 0}, "runs: a whole number from 1 to 100,000"),
    ({"kind": "ensemble", "seed": True}, "seed: a whole number"),
    ({"kind": "report", "language": "xx"}, "language"),
    ({"kind": "report", "sets": {"--out": "x"}}, "--out"),
    ({"kind": "report", "pick": "--bom"}, "--bom"),
    ({"kind": "package", "sets": {SPILL: "80 m3"}}, "as its file has it"),
    ({"kind": "sweep", "over": "nothing"}, "no slider"),
    ({"kind": "report", "scenario": "/etc/passwd"}, "no scenario of this board"),
])  # fmt: skip
def test_what_cannot_be_made_is_said_at_once(tmp_path, document, told):
    async def ask(client):
        answer = await client.post("/api/v1/jobs", json={"scenario": BUND, **document})
        assert answer.status_code == 422
        assert told in answer.json()["problems"][0]["en"]

    asyncio.run(asked(tmp_path / "out", toy.write, ask))
    assert not (tmp_path / "out").exists()


async def asked(out, do, ask):
    """Ask an application of its own, in one loop."""
    from sim.board.web.app import app_of

    app = app_of(Board([BUND]), Guard("127.0.0.1", 8750, TOKEN), "en", out / "events", Jobs(do, out))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8750",
                                 headers=KNOWN) as client:  # fmt: skip
        try:
            return await ask(client)
        finally:
            app.leave()


def test_a_page_that_was_made_is_shown_as_nobodys(tmp_path):
    """
    Its scripts run in a sandbox: without the board's origin, so without its cookie, and asking nothing of anybody. The
    table is only saved; what leads out of the folder is not there. Events end with the last one.
    """
    async def ask(client):
        begun = await client.post("/api/v1/jobs", json={"kind": "report", "scenario": BUND, "page": "p"})
        assert begun.status_code == 202
        one = begun.headers["location"]
        assert one == f"/api/v1/jobs/{begun.json()['id']}"
        told = (await client.get(f"{one}/events", timeout=30)).text.strip().split("\n\n")
        last = dict(line.split(": ", 1) for line in told[-1].split("\n"))
        assert last["event"] == "done"
        files = json.loads(last["data"])["files"]
        again = await client.get(f"{one}/events", headers={"last-event-id": last["id"]})
        assert again.text.startswith(f"id: {last['id']}\nevent: done\n")
        page, table = [await client.get(each["href"]) for each in files]
        missing = [await client.get(f"{one}/files/{path}") for path in ("made/out.csv", "made/%2e%2e/x", "none")]
        assert (await client.delete(one)).status_code == 415
        kept = await client.request("DELETE", one, json={})
        known = (await client.get("/api/v1/jobs")).json()["jobs"]
        return page, table, missing, kept.json(), known

    page, table, missing, kept, known = asyncio.run(asked(tmp_path, toy.write, ask))
    assert page.headers.get_list("content-security-policy") == [page.headers["content-security-policy"]]
    policy = {rule.split()[0]: rule.split()[1:] for rule in page.headers["content-security-policy"].split("; ")}
    assert policy["sandbox"] == ["allow-scripts", "allow-downloads"]
    assert policy["default-src"] == ["'none'"]
    assert "connect-src" not in policy
    assert page.headers["content-type"].startswith("text/html")
    assert page.headers["content-disposition"].startswith("inline")
    assert table.headers["content-disposition"] == 'attachment; filename="a.csv"'
    assert page.headers["x-content-type-options"] == table.headers["x-content-type-options"] == "nosniff"
    assert [each.status_code for each in missing] == [404] * 3
    assert kept["state"] == "done"
    assert [each["id"] for each in known] == [kept["id"]]


def test_a_report_is_the_one_that_the_command_makes(tmp_path):
    """
    By the function behind the command: the same page, to the letter, but for what was printed of the time.
    """
    async def one():
        board, wish = Board([BUND]), Wish("report", State(BUND, "", ((SPILL, "80 m3"),)))
        return await ended(Jobs(obey, tmp_path / "board").begin(wish, "", wish.words(board)))

    job = asyncio.run(one())
    named("report").obey([BUND, "--set", f"{SPILL}=80 m3", "--out", str(tmp_path / "own"), "--lang", "en", "--quiet"])
    own, = (tmp_path / "own").glob("*/report.html")
    assert job.file(job.files[0][0]).read_bytes() == own.read_bytes()
