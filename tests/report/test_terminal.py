"""A planner reads a result in ten seconds, in English or Chinese, in a terminal or from a pipe."""

from dataclasses import replace
from io import StringIO

import numpy as np
import pytest
from rich.cells import cell_len
from rich.console import Console

from sim.called import Called
from sim.check import judge
from sim.park import Basis, Name, Tier
from sim.report.terminal import ledger_line, print_result
from tests.check.by_hand import HOUR, TIERS, Passed, Wet, accident, number, small_park, small_record
from tests.report.by_hand import fire, ledger, result_of

WIDE_EN = """\
Tank fire | Small park | 24 h

                                  Peak  Usable  Margin  Margin
Tier               Verdict   volume m3      m3      m3       %  First escape
────────────────────────────────────────────────────────────────────────────────────────────────────
Plant              relieved        900   1,000     100      10  none
                                                                from T+1 h 54 min, 700 m3 moved on
                                                                tightest: Accident pool of A-001

Public facilities  breached      1,900   1,800    -248   -13.8  T+3 h 30 min, 48 m3 of 248 m3 in all
                                                                Outfall 05: Rain main 05 -> River
                                                                section 1

Park boundary      held          2,500   7,748   7,500      75  none
                                                                tightest: River section 1

Usable: in storages reached. Margin: left in the tightest, or minus what escaped
Ledger: 156,234.1 m3 in, all accounted for; error 2e-10 m3 (1.3e-13 %)
Assumed: 5 of 7 numbers behind this run; see assumptions.csv
  4 of them where the accident water went, such as the capacity of Accident pool of A-001, Rain main
05 and River section 1
Files: results/tank-fire-3f2a91c0
"""

WIDE_ZH = """\
储罐火灾 | 小园区 | 24小时

                               最大     可用   余量   余量
防线                  结论  存量 m3  容积 m3     m3      %  首次外泄
─────────────────────────────────────────────────────────────────────────────────────────────
一级防控（企业）      转输      900    1,000    100     10  无
                                                            T+1小时54分起转输700 m3
                                                            最紧：A-001事故池

二级防控（公共设施）  失守    1,900    1,800   -248  -13.8  T+3小时30分，48 m3（共248 m3）
                                                            05号排口：05号雨水管 -> 晏家河1段

三级防控（园区边界）  守住    2,500    7,748  7,500     75  无
                                                            最紧：晏家河1段

可用容积：事故水所到各设施之和。余量：最紧设施之余；失守时为负的外泄量
水量平衡：来水及初始存水共156,234.1 m3，去向全部查明；误差2e-10 m3（1.3e-13 %）
假定值：本次计算所用7个数值中5个为假定；详见 assumptions.csv
  其中4个在事故水所经之处，如A-001事故池、05号雨水管和晏家河1段的容积
文件：results/tank-fire-3f2a91c0
"""

NARROW_EN = """\
Tank fire | Small park | 24 h

                                  Peak  Usable  Margin  Margin
Tier               Verdict   volume m3      m3      m3       %
──────────────────────────────────────────────────────────────
Plant              relieved        900   1,000     100      10
Public facilities  breached      1,900   1,800    -248   -13.8
Park boundary      held          2,500   7,748   7,500      75

First escape
Plant              none
                   from T+1 h 54 min, 700 m3 moved on
                   tightest: Accident pool of A-001
Public facilities  T+3 h 30 min, 48 m3 of 248 m3 in all
                   Outfall 05: Rain main 05 -> River section 1
Park boundary      none
                   tightest: River section 1

Usable: in storages reached. Margin: left in the tightest, or minus what escaped
Ledger: 156,234.1 m3 in, all accounted for; error 2e-10 m3 (1.3e-13 %)
Assumed: 5 of 7 numbers behind this run; see assumptions.csv
  4 of them where the accident water went, such as the capacity of Accident pool
of A-001, Rain main 05 and River section 1
Files: results/tank-fire-3f2a91c0
"""


def test_a_result_in_english():
    """
    Plant: pool 100 of 1,000 m3 left. Public: 48 + 200 m3 escaped; usable 500 + 2,000 - 700 occupied.
    """
    assert result_of(fire(), 100) == WIDE_EN


def test_a_result_in_chinese():
    assert result_of(fire(), 100, language="zh") == WIDE_ZH


def test_in_a_narrow_terminal_the_first_escape_stands_below():
    assert result_of(fire(), 80) == NARROW_EN


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [80, 99, 100, 120, 200])
def test_nothing_is_cut_off_or_runs_over(width, language):
    text = result_of(fire(), width, language=language)

    assert "…" not in text
    assert max(cell_len(line) for line in text.splitlines()) <= width
    since = {"en": "T+3 h 30 min", "zh": "T+3小时30分"}[language]
    for figures in ("1,900", "2,500", "1,800", "-248", "-13.8", "7,500", since, "48 m3", "156,234.1 m3"):
        assert figures in text


@pytest.mark.parametrize("width", [80, 100, 120])
def test_chinese_names_keep_the_columns_in_line(width):
    """
    Every number of the peak column ends in the same cell as its rule.
    """
    lines = result_of(fire(), width, language="zh").splitlines()
    rows = [line for line in lines if line.startswith(("一", "二", "三"))][:3]
    peaks = ("  900 ", " 1,900 ", " 2,500 ")
    ends = {cell_len(row[: row.index(peak) + len(peak)]) for row, peak in zip(rows, peaks, strict=True)}

    assert len(ends) == 1


def test_nothing_to_say_is_a_dash():
    """
    Dry weather, no accident: no volumes, no margins, no stories.
    """
    park = small_park()
    lines = result_of(small_record(park), 100, park=park).splitlines()
    (boundary,) = [line for line in lines if line.startswith("Park boundary")]

    assert boundary.split() == ["Park", "boundary", "untouched", "-", "-", "-", "-", "-"]


def test_a_breach_of_a_tier_no_water_stood_in_has_no_share():
    """
    30 m3 out of the public pool onto the ground pass the boundary, too.
    """
    park = small_park()
    wet = {"basin": Wet(2000, reached=0)}
    text = result_of(small_record(park, wet, {"basin>ground": Passed(60, firewater=30)}), 120, park=park)

    (boundary,) = [line for line in text.splitlines() if line.startswith("Park boundary")]

    assert boundary.split() == ["Park", "boundary", "breached", "-", "-", "-30", "-", "T+1", "min,", "30", "m3"]
    assert "over the wall of Public pool 1 -> ground" in text


def test_water_treated_is_told_of_a_tier_that_held():
    park = small_park()
    text = result_of(
        small_record(park, {"basin": Wet(400, reached=0)}, {"works": Passed(HOUR, process=120)}), 120, park=park
    )

    assert "from T+1 h, 120 m3 treated or recovered" in text
    assert "tightest: Public pool 1" in text


def test_without_files_nothing_points_to_them():
    text = result_of(fire(), 100, where="")

    assert "Files" not in text
    assert "assumptions.csv" not in text


def test_a_long_path_stays_on_one_line():
    """
    A path that is copied from a terminal must not have line breaks in it.
    """
    where = "/home/somebody/" + "long-folder-name/" * 8

    assert f"Files: {where}\n" in result_of(fire(), 80, where=where)


def test_a_run_without_assumed_numbers_says_so():
    park = small_park(provenance=(number("storages.pool.capacity", "1000 m3", Basis.MEASURED),))

    assert "Assumed: none of the 1 numbers behind this run\n" in result_of(fire(park), 100, park=park)


def test_a_capacity_that_is_known_is_not_named_as_assumed():
    """
    The pool's capacity is measured, only the crest of its spillway is assumed.
    """
    written = (number("storages.pool.capacity", "1", Basis.MEASURED), number("storages.pool.spillway.crest", "5 m"))
    park = small_park(provenance=written)
    text = result_of(small_record(park, {"pool": Wet(10, reached=0)}), 100, park=park)

    assert "Assumed: 1 of 2 numbers behind this run; see assumptions.csv\n" in text
    assert "  1 of them where the accident water went\n" in text


def test_a_park_from_loose_parts_claims_nothing_about_its_numbers():
    park = small_park()

    assert "Assumed" not in result_of(fire(park), 100, park=park)


def test_names_with_brackets_are_names():
    """
    rich would take [red] for a colour.
    """
    tiers = {**TIERS, "plant": Tier("plant", Name("Plant [red]"), Name(""))}
    park = small_park(tiers=tiers)

    assert "Plant [red]" in result_of(fire(park), 100, park=park)


@pytest.mark.parametrize("width", [80, 120])
def test_a_pipe_gets_no_colour(width):
    park = small_park()
    file = StringIO()
    print_result(
        Console(file=file, width=width), Called(park, accident()), fire(park), judge(park, accident(), fire(park)), ""
    )

    assert "\x1b" not in file.getvalue()


def test_a_terminal_gets_colour():
    """
    Bold red for a breach.
    """
    park = small_park()
    file = StringIO()
    console = Console(file=file, width=80, color_system="standard", force_terminal=True)
    print_result(console, Called(park, accident()), fire(park), judge(park, accident(), fire(park)), "")

    assert "\x1b[1;31mbreached" in file.getvalue()


def test_a_ledger_that_does_not_close_is_not_called_accounted_for():
    """
    1 m3 of 1,000 is nowhere: 0.1 %.
    """
    assert ledger_line(Called(small_park()), ledger(1000, error=1)) == (
        "Ledger: 1,000.0 m3 in, NOT all accounted for; error 1 m3 (0.1 %)"
    )


def test_a_ledger_counts_what_stood_there_at_the_start():
    """
    100 m3 at the start and 900 that came.
    """
    rain, fire = np.array([0.0, 0, 100, 0, 0, 0]), np.array([0.0, 900, 0, 0, 0, 0])
    found = replace(ledger(0), initial=rain, sources=fire, stored=rain + fire)

    assert ledger_line(Called(small_park()), found) == "Ledger: 1,000.0 m3 in, all accounted for; error 0 m3 (0 %)"
