"""Every example of the help can be typed as it stands, in the project's folder.

Those that play are carried out up to the first run of water, and no further: what a run or a study of a scenario gives
is for other tests, and the files, picks, changes, levels and options that an example names are all read by then.
"""

import io
import shlex
import sys
from glob import glob
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import sim.cli.board
import sim.cli.coverage
import sim.ensemble.sensitivity
import sim.result
import sim.study
from sim.cli import main
from sim.cli.command import COMMANDS, EXAMPLES, named

ROOT = Path(__file__).parents[2]
LEVELS = "storage,level,time\na-001-pool,10 %,{day} 13:50 +08:00\n"
EVERY = [*EXAMPLES, *(line for name in COMMANDS for line in named(name).examples)]
NIGHT = "scenarios/changshou-night-shift.yaml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The project's files, a result, and what the examples find of people's own: lists and levels.

    Every module is there before one is told to stop: what is imported afterwards would keep that.
    """
    for each in walk_packages(sim.__path__, "sim."):
        import_module(each.name)
    folder = tmp_path_factory.mktemp("project")
    for name in ("configs", "scenarios", "docs"):
        (folder / name).symlink_to(ROOT / name)
    for name, day in (("levels", "2026-07-14"), ("still-full", "2025-07-20")):
        (folder / f"{name}.csv").write_text(LEVELS.format(day=day), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["scenarios/changshou-tank-fire.yaml", "--quiet"]) == 0
        assert main(["gaps", "docs/first-park", "--out", "gaps", "--quiet"]) == 0
        assert main(["drill", NIGHT, "--formats", "xlsx,json", "--quiet", "--out", "drills"]) == 0
    (result,) = (folder / "results").iterdir()
    result.rename(result.with_name("changshou-tank-fire-1a2b3c4d"))
    (made,) = (folder / "drills").glob("*/drill")
    (made / "master-list.xlsx").rename(folder / "edited.xlsx")
    (made / "master-list.json").rename(folder / "master-list.json")
    return folder


def stop(*what, **more):
    """Stands for everything that would play water."""
    sys.exit(0)


@pytest.mark.parametrize("line", EVERY)
def test_an_example_can_be_typed(line, folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "stdin", io.StringIO("quit\n"))
    for where, name in ((sim.result, "run"), (sim.study, "deadlines"), (sim.cli.coverage, "_study"),
                        (sim.cli.board, "_serve"), (sim.ensemble.sensitivity, "play_rows")):  # fmt: skip
        monkeypatch.setattr(where, name, stop)
    written = shlex.split(line.replace("\\\n", ""))
    try:
        status = main([each for word in written for each in (sorted(glob(word)) if "*" in word else [word])])
    except SystemExit as stopped:
        status = stopped.code

    assert status == 0, capsys.readouterr().err
