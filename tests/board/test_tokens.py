"""Tokens apart: who has one of them may ask what it is for, and nothing else."""

import asyncio
from pathlib import Path

import pytest

from sim.board import Board
from sim.board.guard import Guard
from sim.board.jobs import Jobs
from sim.cli import main
from sim.cli.onlooker import obey

httpx = pytest.importorskip("httpx")
pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

BUND = str(Path(__file__).parent / "bund.yaml")
TOKENS = {"full": "a-token-for-everything", "read": "a-token-for-looking", "levels": "a-token-for-levels"}
GUARD = Guard("127.0.0.1", 8750, *TOKENS.values())
OURS = "http://127.0.0.1:8750"
MAY = [
    ("GET", "/metrics", "read"),
    ("GET", "/api/v1/scenario", "read"),
    ("HEAD", "/api/v1/scenario", "read"),
    ("GET", "/api/v1/live/abc/state", "read"),
    *(("POST", f"/api/v1/{name}", "read") for name in ("run", "deadlines", "limits", "validate", "state", "session")),
    ("POST", "/api/v1/live/abc/levels", "levels"),
    ("POST", "/api/v1/live/abc/entries", ""),
    ("POST", "/api/v1/live/abc/def/levels", ""),
    ("POST", "/api/v1/live//levels", ""),
    ("POST", "/api/v1/live/abc/levels/", ""),
    ("POST", "/api/v1/live/abc/levels\n", ""),
    ("POST", "/api/v1/runs", ""),
    ("POST", "/api/v1/run/", ""),
    ("PUT", "/api/v1/run", ""),
    ("PUT", "/api/v1/live/abc/levels", ""),
    ("DELETE", "/api/v1/scenario", ""),
    ("POST", "/api/v1/a-path-of-tomorrow", ""),
    ("POST", "/metrics", ""),
]
"""How what is asked, and which token is enough beside the full one."""


@pytest.mark.parametrize("role", TOKENS)
@pytest.mark.parametrize(("method", "path", "enough"), MAY)
def test_a_token_is_good_for_what_it_is_for(method, path, enough, role):
    """
    A known token that is not enough is refused with 403 and words of its own; one that nobody gave out with 401.
    """
    headers = {"host": "127.0.0.1:8750", "content-type": "application/json", "content-length": "2"}
    found = GUARD.refusal(method, path, headers | {"authorization": f"Bearer {TOKENS[role]}"})
    cookie = GUARD.refusal(method, path, headers | {"cookie": f"three-tier-8750={TOKENS[role]}"})

    assert found == cookie
    assert (found and (found.status, found.key)) == (
        None if role in ("full", enough) else (403, f"board_refused_only_{role}"))  # fmt: skip
    for nobodys in ("", "Bearer", "Bearer ", "Bearer a-token-for-", f"Basic {TOKENS[role]}"):
        assert GUARD.refusal(method, path, headers | {"authorization": nobodys}).status == 401


@pytest.mark.parametrize("given", ["Bearer ", "Bearer", ""])
def test_a_token_that_was_not_given_out_is_nobodys(given):
    """
    Where only the full one is there, nothing is not the other two.
    """
    headers = {"host": "127.0.0.1:8750", "authorization": given}

    assert Guard("127.0.0.1", 8750, TOKENS["full"]).refusal("GET", "/api/v1/scenario", headers).status == 401


def test_who_may_look_gets_a_cookie_for_looking(tmp_path):
    """
    Not the full token's: with it a run is answered, and a path of no row is not.
    """
    from sim.board.web.app import app_of

    async def ask():
        transport = httpx.ASGITransport(app_of(Board([BUND]), GUARD, "en", tmp_path, Jobs(obey, tmp_path / "made")))
        async with httpx.AsyncClient(transport=transport, base_url=OURS) as client:
            session = await client.post("/api/v1/session", json={},
                                        headers={"authorization": f"Bearer {TOKENS['read']}"})  # fmt: skip
            cookie = {"cookie": session.headers["set-cookie"].partition(";")[0]}
            run = await client.post("/api/v1/run", json={"scenario": BUND}, headers=cookie)
            return cookie["cookie"], run, await client.post("/api/v1/live", json={}, headers=cookie)

    cookie, run, live = asyncio.run(ask())

    assert cookie == f"three-tier-8750={TOKENS['read']}"
    assert (run.status_code, live.status_code) == (200, 403)
    assert live.json()["problems"][0]["zh"].startswith("此口令仅供查看")


def test_the_command_hands_them_on_and_tells_where_to_look(monkeypatch, capsys):
    import sim.cli.board

    found = []
    monkeypatch.setattr(sim.cli.board, "_serve", lambda board, guard, *rest: found.append(guard))
    words = ["board", BUND, "--port", "0", "--no-open"]

    assert main([*words, *(each for role, token in TOKENS.items()
                           for each in ("--token" if role == "full" else f"--{role}-token", token))]) == 0  # fmt: skip
    guard, = found
    assert (guard.token, guard.read_token, guard.levels_token) == tuple(TOKENS.values())
    assert f"To look only: http://127.0.0.1:{guard.port}/#k={TOKENS['read']}\n" in capsys.readouterr().out

    for wrong, told in (
        (["--read-token", "short"], "a token has 16 letters or more"),
        (["--levels-token", "short"], "a token has 16 letters or more"),
        (["--read-token", TOKENS["read"], "--levels-token", TOKENS["read"]], "two tokens are the same"),
    ):
        assert main([*words, *wrong]) == 2
        assert told in capsys.readouterr().err
