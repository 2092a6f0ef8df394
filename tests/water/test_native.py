"""Compiled code that is kept, and called without the compiler."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sim.water import native
from sim.water.jit import COMPILED
from tests.water.everything import figures

ROOT = Path(__file__).parents[2]
CODES = {name: (f"symbol.{name}", bytes([place]) * place) for place, name in enumerate(native.WAYS_IN)}


def test_what_is_kept_comes_back(tmp_path):
    native._keep(tmp_path / "ways-in.o", CODES)

    assert native._kept(tmp_path / "ways-in.o") == CODES
    assert [each.name for each in tmp_path.iterdir()] == ["ways-in.o"]


@pytest.mark.parametrize("spoil", [
    lambda code: code[:-1], lambda code: code + b"0", lambda code: b"", lambda code: b"\n" + code,
    lambda code: code.replace(b"advance", b"advanct"),
])  # fmt: skip
def test_what_is_not_whole_is_made_again(tmp_path, spoil):
    path = tmp_path / "ways-in.o"
    native._keep(path, CODES)
    path.write_bytes(spoil(path.read_bytes()))

    assert native._kept(path) is None


def test_what_is_not_there_is_made(tmp_path):
    assert native._kept(tmp_path / "ways-in.o") is None


def test_a_folder_that_cannot_be_written_is_told(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    native._keep(tmp_path / "file" / "ways-in.o", CODES)

    assert capsys.readouterr().err.startswith("note: the compiled kernel cannot be kept: ")


@pytest.mark.skipif(not COMPILED, reason="the JIT is off here")
def test_a_run_needs_no_compiler_once_there_is_code(tmp_path):
    """
    Numba alone takes longer to load than most runs last.
    """
    native.ways_in()
    program = ("import sys; from sim.cli import main; main(sys.argv[1:]); "
               "print([name for name in ('numba', 'scipy') if name in sys.modules])")  # fmt: skip
    words = ["run", "tests/ensemble/small.yaml", "--quiet", "--out", str(tmp_path)]
    command = [sys.executable, "-c", program, *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.stdout == "[]\n", done.stderr


@pytest.mark.skipif(not COMPILED, reason="the JIT is off here")
def test_all_that_the_code_calls_is_found_without_the_compiler():
    """
    What the linker does not find it leaves at address 0 without a word: a power of a head, a root, a rounding.
    """
    program = ("import json, sys; from tests.water.everything import figures; print(json.dumps(figures())); "
               "sys.exit('numba' in sys.modules)")  # fmt: skip
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == json.loads(json.dumps(figures()))
