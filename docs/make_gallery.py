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
from sim.words import LANGUAGES

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "gallery"
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


PICTURES = (
    Picture(
        "command-map",
        "night-shift",
        {
            "en": "The command map, one sheet for the wall\n"
            "Before the accident: risk sources with their quantity (R), what every tier holds, and in circles the "
            "order of operations where they are carried out, with the time by which each must be done. "
            "`package` writes it for A3.",
            "zh": "环境应急指挥图（一张图，可挂墙）\n"
            "事故前的园区：风险源及数量（R）、各级设施容积；圆圈内数字为操作顺序及其部位，并列出最晚完成时刻。"
            "`package` 按 A3 输出。",
        },
    ),
    Picture(
        "map",
        "night-shift",
        {
            "en": "The map at its worst moment\n"
            "The night shift in the Changshou park when water first ran through outfall 18: storages filled "
            "by level in the colours of where the water comes from, links as thick as what flows, gates and "
            "pumps as they stood. A schematic by tiers, since the park publishes no coordinates; a park with "
            "longitude and latitude, or x and y, is drawn to scale.",
            "zh": "最不利时刻一张图\n"
            "长寿园区夜班情景，18号排口首次外泄时：各设施按液位充色（按来源着色），管线粗细表示流量，闸、泵状态如实。园区未公布坐标"
            "，故按防线分层示意；有经纬度或x、y坐标的园区按比例绘制。",
        },
    ),
    Picture(
        "stack",
        "night-shift",
        {
            "en": "The tiers over time\n"
            "Water in the storages that accident water had reached, by where it came from, below the room "
            "there was; the band above each tier is its verdict as it stood.",
            "zh": "各级防线水量过程\n事故水所到各设施的存水（按来源叠加）与可用容积；每级上方色带为当时结论。",
        },
    ),
    Picture(
        "hydrographs",
        "boundary-breach",
        {
            "en": "Storages, the tightest first\n"
            "Volumes with the level allowed and the crest, and below them what flows in and out.",
            "zh": "各设施过程，由紧到松\n存量、允许水位与满溢容积，下方为流入与流出。",
        },
    ),
    Picture(
        "waterfall",
        "night-shift",
        {
            "en": "From the spill to the boundary\n"
            "What came, what room each tier had and took of it, its margin, and what went on: red where it escaped.",
            "zh": "从泄漏到边界\n来了多少、各级有多少可用容积、消纳多少、余量多少、流向下一级多少；红色为失控外泄。",
        },
    ),
    Picture(
        "race",
        "storm-relief",
        {
            "en": "Time to act against time to fill\n"
            "Each action from its order to its end, the latest time that would still have kept the verdict, "
            "found by re-running, and the time to spare.",
            "zh": "处置用时与充满用时\n各项行动自下令至完成，经反复推演求得的最晚时限与富余时间。",
        },
    ),
    Picture(
        "gantt",
        "power-loss",
        {
            "en": "Crews and what they do\n"
            "A power loss of ten hours: what failed at once, what was done by hand, who waited for the "
            "generator.",
            "zh": "队伍与作业\n停电十小时：哪些立即失败、哪些改为手动、谁在等发电机。",
        },
    ),
    Picture(
        "sankey",
        "storm-relief",
        {
            "en": "Where every cubic metre went\n"
            "Widths are volumes, colours where the water came from; both ends meet the ledger.",
            "zh": "每一立方米水的去向\n带宽为水量，颜色为来源；两端与水量平衡一致。",
        },
    ),
    Picture(
        "profile",
        "late-wall",
        {
            "en": "River sections in profile\n"
            "Bed, gates, levels at the start, at the peak and at the end, the level allowed, and how long "
            "each section took to fill.",
            "zh": "河道各段纵断面\n河底、闸门、初始/最高/末了水位、允许水位及充满历时。",
        },
    ),
    Picture(
        "faults",
        "storm-relief",
        {
            "en": "What single faults break\n"
            "Every gate, valve, pump, power area, crew, piece of equipment and sensor was made to fail once; "
            "these five make a verdict worse.",
            "zh": "单一失效后果\n逐一令每座闸、阀、泵、供电片区、队伍、装备和传感器失效；其中五项使结论恶化。",
        },
    ),
)

TITLE = {"en": "# Gallery", "zh": "# 图集"}
ABOUT = {
    "en": "The page that `report` makes and every figure that `plot` draws, of the shipped scenarios. `make gallery` "
    "draws them all anew; a test holds them to what the program draws today. [中文](gallery.zh.md)",
    "zh": "`report`生成的网页与`plot`所绘各图，均取自随附情景。`make gallery`重绘全部图件，"
    "测试核对图件与程序当前所绘一致。"
    "[English](gallery.md)",
}
REPORT = {
    "en": "The page that plays the accident back\n"
    "One file that opens from disk and can be sent by mail: the answer, the park's map with a time slider, charts, "
    "tables, the ledger. Here eight hours after a fire in sub-area A, whose power it took: the pool runs over; what "
    "has no power is ringed. On a [phone, in the dark](page/report-phone-dark-en.png), too; `make photographs` takes "
    "these pictures.",
    "zh": "回放事故过程的报告网页\n"
    "单个文件，离线可开，可随邮件发送：结论、带时间轴的园区态势图、过程线、表格和水量平衡。"
    "图为火灾致A片区停电8小时后：事故池漫溢，"
    "停电设施以红圈标出。手机及[深色模式](page/report-phone-dark-en.png)同样可读；`make photographs`重拍这些画面。",
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
            look = Look(language, changes=changes, pick=each.pick or "")
            figure = sort.draw(found(each.scenario, each.pick, sort.needs), look)
            yield from as_files(f"{each.name}-{language}", figure, ("png",), DOTS_AN_INCH).items()


def page(language: str) -> str:
    """A page of the gallery."""
    lang = " --lang zh" if language == "zh" else ""
    heading, _, rest = REPORT[language].partition("\n")
    blocks = [TITLE[language], ABOUT[language], f"## {heading}", f"![{heading}](page/report-{language}.png)", rest,
              f"```sh run\npython run_sim.py report scenarios/changshou-power-loss.yaml{lang}\n```"]  # fmt: skip
    for each in PICTURES:
        heading, _, rest = each.read[language].partition("\n")
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
