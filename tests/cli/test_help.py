"""Help, read whole: `help/*.txt` is what it prints."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from sim import __version__
from sim.cli import main
from sim.cli.command import COMMANDS, named, whole_help
from sim.cli.parser import columns_of

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PAGES = [("whole", ["--help"]), *((command, [command, "--help"]) for command in COMMANDS)]
ZH = ["--lang", "zh"]


@pytest.mark.parametrize(("page", "words"), PAGES)
def test_help_is_as_before(page, words, capsys):
    assert main(words) == 0
    assert capsys.readouterr().out == (HERE / "help" / f"{page}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [["-h"], ["run", "-h"], ["-h", "run"], ["scenario.yaml", "--help"]])
def test_help_is_given_wherever_it_is_asked_for(words, capsys):
    assert main(words) == 0
    assert "exit status:\n  0    played" in capsys.readouterr().out


@pytest.mark.parametrize(("page", "words"), PAGES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_fits_a_terminal(page, words, language, capsys):
    """
    A Chinese letter takes two columns.
    """
    assert main([*words, "--lang", language]) == 0

    assert [line for line in capsys.readouterr().out.splitlines() if columns_of(line) > 120] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_names_every_command(language):
    assert [name for name in COMMANDS if f"\n  python run_sim.py {name} " not in whole_help(language)] == []


@pytest.mark.parametrize("words", [["run", "--help", *ZH], [*ZH, "run", "-h"], ["run", "x.yaml", "--lang=zh", "-h"]])
def test_help_is_chinese_when_that_is_asked_for(words, capsys):
    main(words)

    assert capsys.readouterr().out == (HERE / "help" / "run-zh.txt").read_text(encoding="utf-8")


def test_help_is_in_the_language_of_the_environment(monkeypatch, capsys):
    monkeypatch.setenv("THREE_TIER_LANG", "zh")

    assert [main(["--help"]), main(["schema", "--help"]), main(["--help", "--lang", "en"])] == [0, 0, 0]
    assert re.findall("\n(?:用法|示例|退出状态|usage|examples|exit status)", f"\n{capsys.readouterr().out}") == [
        "\n用法", "\n示例", "\n退出状态", "\n用法", "\n示例", "\n退出状态", "\nusage", "\nexamples", "\nexit status",
    ]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_chinese_help_explains_the_same_in_chinese(command):
    """
    But for names of what may be written, such as those of schemas, no help is left in English.
    """
    en, zh = (named(command).parser(language) for language in ("en", "zh"))

    assert [each.option_strings for each in zh._actions] == [each.option_strings for each in en._actions]
    assert [each.help for each in zh._actions if not re.search("[一-鿿、]", each.help)] == []
    assert not re.search(r"(?m)^(usage|options|positional|examples|exit)| (the|and|of|is) ", zh.format_help())


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"three-tier-containment {__version__}\n"


def test_help_names_the_program_as_it_was_called(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["/usr/bin/three-tier"])

    main(["schema", "--help"])

    usage = "usage: three-tier schema park|scenario|sizing|measures|drill-texts [options]\n"
    assert capsys.readouterr().out.startswith(usage)


def test_every_option_is_explained():
    for command in COMMANDS:
        assert [action.dest for action in named(command).parser("en")._actions if not action.help] == []


IMPORTED = "import sys; from sim.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"


@pytest.mark.parametrize(("words", "none_of"), [
    (["--help"], {"numpy", "numba", "rich", "yaml", "simpy", "dataclasses", "sim.load"}),
    (["--version"], {"numpy", "numba", "rich", "yaml", "simpy", "dataclasses", "sim.load"}),
    (["run", "--help"], {"numpy", "numba", "rich", "yaml", "simpy", "dataclasses", "sim.load"}),
    (["faults", "--help"], {"numpy", "numba", "rich", "yaml", "simpy", "dataclasses", "sim.load"}),
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
