"""What the pages tell people to type works.

A fenced block marked `sh run` is a promise: each of its lines is tried here. `make` lines are asked for without being
carried out; `run_sim.py` lines are handed to the program's own door, with their results in a folder of the test (`make
wheel` runs the README's as programs of their own). Blocks marked `pycon` are examples with their output, all of which
run, page by page.
"""

import doctest
import io
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from sim.cli import main

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(?P<kind>[^\n]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(kind):
    """Every block of a kind, as (page, text)."""
    found = ((page, block) for page in PAGES for block in BLOCK.finditer(page.read_text(encoding="utf-8")))
    return [(page.name, block["text"]) for page, block in found if block["kind"].strip() == kind]


def commands(program):
    """What the `sh run` blocks call a program with, without comments; what two pages name stands once."""
    lines = [line for _, text in blocks("sh run") for line in text.splitlines()]
    words = dict.fromkeys(tuple(shlex.split(line, comments=True)) for line in lines)
    return [each for each in words if each and each[0].removesuffix("3").endswith(program)]


def run(*words):
    """Run a command in the project's folder."""
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


def test_every_promised_line_is_tried():
    """
    A line that is neither `make` nor `python run_sim.py` would be promised and never tried.
    """
    every = {line.partition("#")[0].strip() for _, text in blocks("sh run") for line in text.splitlines()} - {""}

    assert len(every) == len(commands("make")) + len(commands("python"))
    assert all(words[1] == "run_sim.py" for words in commands("python"))


@pytest.mark.parametrize("words", commands("make"), ids=" ".join)
def test_make_knows_the_target(words):
    done = run("make", "--dry-run", "--always-make", *words[1:])

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("words", commands("python"), ids=" ".join)
def test_command_runs(words, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "stdin", io.StringIO())

    assert main([*words[2:], "--out", str(tmp_path)]) == 0


@pytest.mark.parametrize("page", sorted({name for name, _ in blocks("pycon")}))
def test_examples_print_what_the_page_says(page, monkeypatch):
    """
    A page's examples go on from each other, and run in the project's folder.
    """
    monkeypatch.chdir(ROOT)
    text = "\n".join(block for name, block in blocks("pycon") if name == page)
    example = doctest.DocTestParser().get_doctest(text, {}, page, None, 0)

    assert doctest.DocTestRunner().run(example).failed == 0


def test_the_readme_shows_what_the_demo_prints(tmp_path):
    """
    The text in the block marked `text demo`, but for rounding in the ledger and the folder of the files.
    """
    ((_, shown),) = blocks("text demo")
    done = run(sys.executable, "run_sim.py", "scenarios/changshou-tank-fire.yaml", "--out", str(tmp_path / "results"))

    assert _lines(done.stdout) == _lines(shown)


def _lines(text):
    """Lines without blanks at their ends, without the ledger's rounding and the place of the files."""
    lines = [re.sub(r"error .*", "", line).rstrip() for line in text.strip().splitlines()]
    return [line for line in lines if not line.startswith(("Files", "/"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_of_a_page_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_readmes_scenario_plays(tmp_path):
    """
    The one in twenty lines, with its park's path put right; its plan is in order.
    """
    (text,) = [text for page, text in blocks("yaml") if page == "README.md"]
    file = tmp_path / "fire.yaml"
    file.write_text(text.replace("../configs", f"{ROOT.as_posix()}/configs"), encoding="utf-8")

    assert main([str(file), "--out", str(tmp_path)]) == 0
