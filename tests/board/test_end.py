"""The board's server is gone soon after somebody ends it, whatever is under way."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("uvicorn")

ROOT = Path(__file__).parents[2]
ENDS_S = 30
BUSY = """
import asyncio, multiprocessing, socket, time
from sim.board.web.server import serve

async def app(scope, receive, send):
    print("asked", flush=True)
    await asyncio.to_thread(time.sleep, 600)

multiprocessing.get_context("spawn").Process(target=time.sleep, args=(600,)).start()
listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
try:
    serve(app, listening)
except KeyboardInterrupt:
    pass
"""


def test_it_ends_while_a_thread_and_a_worker_have_ten_minutes_to_go():
    """
    Status 0, nothing said; and nobody is left behind: what it prints to is closed only once the worker is gone, too.
    """
    words, pipe = [sys.executable, "-c", BUSY], subprocess.PIPE
    with subprocess.Popen(words, cwd=ROOT, stdout=pipe, stderr=pipe, text=True) as board:
        try:
            client = socket.create_connection(("127.0.0.1", int(board.stdout.readline())))
            client.sendall(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
            assert board.stdout.readline() == "asked\n"
            board.send_signal(signal.SIGTERM)
            assert board.communicate(timeout=ENDS_S) == ("", "")
            client.close()
        finally:
            board.kill()
    assert board.returncode == 0
