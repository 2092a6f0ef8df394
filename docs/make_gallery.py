"""Make the gallery anew, its pictures and both of its pages, from the shipped scenarios: `make gallery`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sim.load import load_case
from sim.report.figures import Look, as_files
from sim.report.figures.every import SORTS, Found
from sim.result import run
from sim.study import deadlines, fault_table

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "gallery"
LANGUAGES = ("en", "zh")
DOTS_AN_INCH = 150


class Picture(NamedTuple):
    """A figure of a shipped scenario, and what one reads from it."""

    figure: str
    scenario: str
    read: dict[str, str]
    pick: str | None = None

    @property
    def name(self) -> str:
        """The name of its file, without language and ending."""
        return "-".join(filter(None, (self.figure, self.scenario, self.pick)))

    @property
    def command(self) -> str:
        """What draws it."""
        pick = f" --pick {self.pick}" if self.pick else ""
        return f"python run_sim.py plot scenarios/changshou-{self.scenario}.yaml{pick} --only {self.figure}"


PICTURES: tuple[Picture, ...] = ()

TITLE = {"en": "# Gallery", "zh": "# 图集"}
ABOUT = {
    "en": "Every figure that `plot` draws, of the shipped scenarios. `make gallery` draws them all anew; a test holds "
    "them to what the program draws today. [中文](gallery.zh.md)",
    "zh": "`plot`命令所绘各图，均取自随附情景。`make gallery`重绘全部图件，测试核对图件与程序当前所绘一致。"
    "[English](gallery.md)",
}
FORMATS = {
    "en": "Each is saved as PNG, SVG or PDF, for a page of A4 or for a screen, in English or Chinese, and beside it "
    "as CSV the numbers that it shows.",
    "zh": "各图可存为PNG、SVG或PDF，按A4页面或屏幕排版，中英文均可；图中数值同时存为CSV。",
}


@cache
def found(scenario: str, pick: str | None, needs: str) -> Found:
    """The run, with the study that a figure needs."""
    case = load_case(ROOT / "scenarios" / f"changshou-{scenario}.yaml", pick)
    result = run(case.park, case.scenario)
    return Found(
        result,
        deadlines(result.park, result.scenario) if needs == "deadlines" else None,
        fault_table(result.park, result.scenario) if needs == "faults" else None,
    )


def pictures() -> Iterator[tuple[str, bytes]]:
    """Every picture in every language, by the name of its file."""
    for each in PICTURES:
        sort = SORTS[each.figure]
        for language in LANGUAGES:
            changes = [each.pick] if each.pick else []
            figure = sort.draw(found(each.scenario, each.pick, sort.needs), Look(language, changes=changes))
            yield from as_files(f"{each.name}-{language}", figure, ("png",), DOTS_AN_INCH).items()


def page(language: str) -> str:
    """A page of the gallery."""
    blocks = [TITLE[language], ABOUT[language]]
    for each in PICTURES:
        heading, _, rest = each.read[language].partition("\n")
        lang = " --lang zh" if language == "zh" else ""
        blocks += [f"## {heading}", f"![{heading}](gallery/{each.name}-{language}.png)", rest.strip(),
                   f"```sh run\n{each.command}{lang}\n```"]  # fmt: skip
    return "\n\n".join([*blocks, FORMATS[language]]) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, data in pictures():
        (FOLDER / name).write_bytes(data)
    for language, name in zip(LANGUAGES, ("gallery.md", "gallery.zh.md"), strict=True):
        (FOLDER.parent / name).write_text(page(language), encoding="utf-8", newline="\n")
