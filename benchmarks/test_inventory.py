"""How long a list of a thousand rows takes: read, told row by row, written as a park, and loaded.

    make bench

Processor time of one import, the program being there already; an old .xls costs a process of its own besides.
"""

import time

import pytest
from openpyxl import Workbook

from sim.cli import main

ROWS = 1_000
MOST_S = 2.0
HEAD = (
    "序号", "应急空间名称*", "编号", "企业名称", "类型", "防控级别", "功能", "经度", "纬度", "可用容量(立方米)", "备注",
)  # fmt: skip
KINDS = ("事故应急池", "围堰", "雨水管网", "人工渠", "闸坝", "桥梁", "污水处理厂", "坑塘")


def rows():
    """A list as platforms hold it: every tenth volume about so much, sluices and bridges without any."""
    for number in range(1, ROWS + 1):
        kind = KINDS[number % len(KINDS)]
        volume = "/" if kind in ("闸坝", "桥梁") else f"约{number}" if number % 10 == 0 else f"{number / 10}万m3"
        tier = "一二三"[number % 3] + "级防控"
        yield (number, f"{number}号{kind}", f"XYH-AB{number:04}", f"企业{number % 50}", kind, tier, "暂存",
               107 + number / 1e5, 29.8 + number / 1e5, volume, "")  # fmt: skip


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_thousand_rows(ending, tmp_path, capsys):
    path = tmp_path / f"spaces.{ending}"
    if ending == "csv":
        path.write_text("\n".join(",".join(map(str, row)) for row in (HEAD, *rows())), encoding="utf-8")
    else:
        book = Workbook()
        for row in (HEAD, *rows()):
            book.active.append(row)
        book.save(path)
    took = []
    for number in range(3):
        begun = time.process_time()
        assert main(["import", "inventory", str(path), "--out", str(tmp_path / f"park-{number}")]) == 0
        took.append(time.process_time() - begun)
    said = capsys.readouterr().out

    print(f"{ending}: {min(took):.2f} s for {ROWS} rows")
    assert said.count("\nrow ") == 3 * ROWS
    assert min(took) < MOST_S
