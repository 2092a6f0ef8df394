"""Help, read whole: `help/*.txt` is what it prints."""

import subprocess
import sys
from pathlib import Path

import pytest

from sim import __version__
from sim.cli import main, parser

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
COMMANDS = (
    "run", "deadlines", "limits", "faults", "periods", "recovery", "drill", "replay", "play", "coverage", "size",
    "map", "export", "validate", "schema",
)  # fmt: skip
PAGES = [("whole", ["--help"]), *((command, [command, "--help"]) for command in COMMANDS)]


@pytest.mark.parametrize(("page", "words"), PAGES)
def test_help_is_as_before(page, words, capsys):
    assert main(words) == 0
    assert capsys.readouterr().out == (HERE / "help" / f"{page}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [["-h"], ["run", "-h"], ["-h", "run"], ["scenario.yaml", "--help"]])
def test_help_is_given_wherever_it_is_asked_for(words, capsys):
    assert main(words) == 0
    assert "exit status:\n  0    played" in capsys.readouterr().out


@pytest.mark.parametrize("page", [page for page, _ in PAGES])
def test_help_fits_a_terminal(page):
    lines = (HERE / "help" / f"{page}.txt").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if len(line) > 120] == []


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"three-tier-containment {__version__}\n"


def test_help_names_the_program_as_it_was_called(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["/usr/bin/three-tier"])

    main(["schema", "--help"])

    assert capsys.readouterr().out.startswith("usage: three-tier schema park|scenario|sizing|drill-texts [options]\n")


def test_every_option_is_explained():
    for command in COMMANDS:
        make = getattr(parser, f"{command}_parser")
        assert [action.dest for action in make()._actions if not action.help] == []


IMPORTED = "import sys; from sim.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"


@pytest.mark.parametrize(("words", "none_of"), [
    (["--help"], {"numpy", "numba", "rich", "yaml", "simpy", "dataclasses", "sim.load"}),
    (["--version"], {"numpy", "numba", "rich", "yaml", "simpy", "dataclasses", "sim.load"}),
    (["run", "--help"], {"numpy", "numba", "rich", "yaml", "simpy", "dataclasses", "sim.load"}),
    (["faults", "--help"], {"numpy", "numba", "rich", "yaml", "simpy", "dataclasses", "sim.load"}),
    (["map", "--help"], {"numpy", "numba", "rich", "yaml", "simpy", "matplotlib", "sim.load"}),
    (["periods", "--help"], {"numpy", "numba", "rich", "yaml", "simpy", "matplotlib", "sim.load"}),
    (["schema", "park"], {"numpy", "numba", "rich", "simpy", "pandas"}),
    (["run", "nothing.yaml"], {"numpy", "numba", "rich", "simpy", "pandas"}),
])  # fmt: skip
def test_nothing_is_imported_before_it_is_needed(words, none_of):
    command = [sys.executable, "-c", IMPORTED, *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert none_of & set(done.stderr.split()) == set()


def test_door_opens():
    done = subprocess.run([sys.executable, "run_sim.py", "--version"], cwd=ROOT, capture_output=True, text=True,
                          check=False)  # fmt: skip

    assert (done.returncode, done.stdout, done.stderr) == (0, f"three-tier-containment {__version__}\n", "")
