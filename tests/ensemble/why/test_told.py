"""What the command says of causes and boxes, in both languages, and the files it leaves."""

import base64
import re

import pytest

from sim.cli import main
from sim.report.figures.ensemble import PARTS
from tests.ensemble.why.runs import CORNER, WAYS

ALWAYS = [name for name in PARTS if name != "per-year"]
"""Figures of an ensemble of one accident."""
FIGURES = {f"{name}.{kind}" for name in ALWAYS for kind in ("png", "svg")}


def said(capsys, *words):
    """What the command prints, in lines of any length."""
    assert main(["ensemble", *words, "--workers", "1", "--no-figures"]) == 0
    return " ".join(capsys.readouterr().out.split())


def box(text, pattern):
    """The numbers in a sentence about a box."""
    found = re.search(pattern, text)
    assert found, text
    return [float(each.replace(",", "")) for each in found.groups()]


def test_a_box_is_said_as_a_sentence(tmp_path, capsys):
    """
    More than 100 m3, and shut later than T+30 min: all of those runs are breached, and almost all breaches are among
    them.
    """
    text = said(capsys, CORNER, "-n", "1000", "--out", str(tmp_path))
    pattern = (r"Which numbers together breach it \(Plant, Public\): Of the runs with volume of spill spill above "
               r"([\d.]+) m3 and time of action shut above ([\d.]+) min, ([\d.]+) % breach it \((\d+) of (\d+)\); "
               r"that is ([\d.]+) % of all its breaches\.")  # fmt: skip
    volume_m3, at_min, density, hits, runs, coverage = box(text, pattern)

    assert at_min == pytest.approx(30, abs=1.2)
    assert volume_m3 == pytest.approx(100, abs=2)
    assert density == pytest.approx(100 * hits / runs, abs=0.1)
    assert min(density, coverage) > 95


def test_it_is_said_in_chinese(tmp_path, capsys):
    text = said(capsys, CORNER, "-n", "1000", "--out", str(tmp_path), "--lang", "zh")
    pattern = (r"哪些数值共同导致失守（企业、公共）： 泄漏 spill 的泄漏量大于([\d.]+) m3且"
               r"行动 shut 的时刻大于([\d.]+) min的推演中， ?([\d.]+) ?%失守")  # fmt: skip
    volume_m3, at_min, density = box(text, pattern)

    assert (at_min, volume_m3) == (pytest.approx(30, abs=1.2), pytest.approx(100, abs=2))
    assert density > 95


def test_ways_are_said_with_how_often(tmp_path, capsys):
    text = said(capsys, WAYS, "-n", "400", "--out", str(tmp_path))
    count, wall, drain = box(text, r"Plant: of (\d+) breaches over the wall of Tank (\d+), Drain (\d+)")

    assert count == wall + drain
    assert wall > drain


def test_too_few_breaches_are_said(tmp_path, capsys):
    """
    Of 40 runs some 10 are breached, and 20 it takes.
    """
    text = said(capsys, CORNER, "-n", "40", "--out", str(tmp_path))

    assert re.search(r"Which numbers together breach it cannot be said \(Plant, Public\): \d+ of 40 runs do, and "
                     "at least 20 must, and as many not.", text)  # fmt: skip


def test_numbers_that_say_nothing_single_out_no_runs(tmp_path, capsys):
    """
    In the second park only lots decide once 100 m3 fit for sure, whatever runs to the pit between 40 and 50 m3.
    """
    sets = ("--set", "releases.spill.volume=100 m3", "--set", "releases.leak.volume={uniform: [40 m3, 50 m3]}")
    text = said(capsys, WAYS, "-n", "400", "--out", str(tmp_path), *sets)

    assert "No ranges of numbers single out the runs that breach it (Plant, Public)." in text


def test_figures_and_the_page_lie_beside_the_runs(tmp_path):
    """
    What is on disk is not played again: the first time without figures, the second with, and the runs are one file.
    """
    words = ["ensemble", CORNER, "-n", "100", "--workers", "1", "--quiet", "--out", str(tmp_path)]
    assert main([*words, "--no-figures"]) == 0
    folder, = tmp_path.iterdir()
    names = {each.name for each in folder.iterdir()}
    runs = folder / "runs" / "000000.parquet"
    made = runs.stat().st_mtime_ns
    assert not names & FIGURES
    assert {"causes.csv", "boxes.csv", "peeling.csv", "exceedance.csv", "tiers.csv"} <= names
    assert not names & {"ensemble.html", "fan.csv"}

    assert main(words) == 0
    assert {each.name for each in folder.iterdir()} == names | FIGURES | {"ensemble.html", "fan.csv"}
    assert runs.stat().st_mtime_ns == made


def test_the_page_needs_nothing_else_and_speaks_both_languages(tmp_path):
    assert main(["ensemble", CORNER, "-n", "400", "--workers", "1", "--quiet", "--out", str(tmp_path)]) == 0
    page = next(tmp_path.glob("*/ensemble.html")).read_text(encoding="utf-8")
    images = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', page)

    assert not re.findall(r'(?:src|href)="(?!data:|#)[^"]*"', page)
    assert len(images) == 2 * len(ALWAYS)
    assert all(base64.b64decode(each).startswith(b"<?xml") for each in images)
    for words in ("Of the runs with", "的推演中", "Chance of a breach: Plant", "失守概率：企业", "Drain", "排水阀"):
        assert words in page


def test_the_same_runs_give_the_same_files(tmp_path):
    for name in ("one", "other"):
        words = ["ensemble", CORNER, "-n", "100", "--workers", "1", "--quiet", "--out", str(tmp_path / name)]
        assert main(words) == 0
    one, other = ({each.name: each.read_bytes() for each in (tmp_path / name).glob("*/*.*")}
                  for name in ("one", "other"))  # fmt: skip

    assert one == other
