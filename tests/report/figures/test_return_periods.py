"""Figures say what was found, in words that can be read: nothing overlaps, nothing is cut, no letter is missing."""

import warnings
from itertools import pairwise
from math import inf
from pathlib import Path

import pytest
from matplotlib.ft2font import FT2Font

from sim import __version__
from sim.check.tier_verdict import Verdict
from sim.load import Rereader, load_case
from sim.report.figures import Look, Sheet, as_files, draw_closing, draw_periods
from sim.report.figures.frame import cubic, on_colour
from sim.report.figures.lettering import broken, fitted, fitting_pt, printable, width_mm
from sim.report.figures.period_axis import reach_colour
from sim.report.figures.style import BREACHED, FONT_FILE, HELD, RELIEVED, STEPS, letters, styled
from sim.report.numbers import hours
from sim.study import return_periods
from sim.words import LANGUAGES, after_action, command, coverage, drill, paper, play, workbook, year
from sim.words.catalogue import TOPICS, template
from tests.report.figures.looks import check_legible, kept, texts
from tests.study.one_pool import storms_of, written

ROOT = Path(__file__).parents[3]
GREY_APART = 0.1
"""How far two colours that mean different things must be apart in grey [-]."""


def study(file, pick, periods_a, closing, rain="storm"):
    storms = storms_of(file, pick, rain)
    case = load_case(file, pick)
    found = return_periods(storms, periods_a, closing=closing)
    return case.park, case.scenario, Rereader(file, pick).formula_rains()[rain], found


@pytest.fixture(scope="module")
def one_pool(tmp_path_factory):
    file = written(tmp_path_factory.mktemp("one-pool"))
    times_s = [60.0, 2700.0, 3000.0, inf]
    return {pick: study(file, pick, [1.0, 2.0, 5.0, 20.0], ("shut", times_s)) for pick in (None, "relief", "long")}


@pytest.fixture(scope="module")
def changshou():
    times_s = [1800.0, 14_400.0, 21_600.0, inf]
    file = ROOT / "scenarios" / "changshou-return-period.yaml"
    return study(file, None, [1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 30.0, 50.0], ("shut-gates", times_s))


def figures(found):
    """Both figures, in both languages, for a page and for a screen."""
    for draw in (draw_periods, draw_closing):
        for language in ("en", "zh"):
            for sheet in Sheet:
                yield draw(*found, Look(language, sheet))


@pytest.mark.parametrize("pick", [None, "relief", "long"])
def test_no_two_texts_overlap(one_pool, pick):
    for figure in figures(one_pool[pick]):
        check_legible(figure)


def test_no_two_texts_overlap_with_three_tiers_and_eight_periods(changshou):
    for figure in figures(changshou):
        check_legible(figure)


@pytest.mark.parametrize(("periods_a", "times_s"), [
    ([20.0], [inf]),
    ([0.5, 1, 2, 3, 5, 8, 10, 15, 20, 30, 50, 75, 100], [*(600.0 * k for k in range(1, 17)), inf]),
])  # fmt: skip
def test_no_two_texts_overlap_with_one_cell_or_two_hundred(tmp_path, periods_a, times_s):
    found = study(written(tmp_path), None, periods_a, ("shut", times_s))

    for figure in figures(found):
        check_legible(figure)


@pytest.mark.parametrize("pick", [None, "relief"])
def test_every_number_stands_in_the_figure(one_pool, pick):
    """
    Depths, what is left or escapes, and when: once for each period and tier.
    """
    found = one_pool[pick][-1]
    words = [each for each, _ in texts(draw_periods(*one_pool[pick]))]
    for played in found.played:
        assert any(each.startswith(f"{played.period_a:g}\n{played.rain_m * 1000:.3g}") for each in words)
        for tier in played.tiers:
            if tier.escapes:
                assert f"{cubic(tier.escaped_m3)}\n{hours(tier.first_escape.first_s)}" in words
            elif tier.verdict is not Verdict.UNTOUCHED:
                assert cubic(tier.margin_m3) in words
            if tier.verdict is Verdict.RELIEVED:
                assert f"moved on\n{cubic(tier.transferred_m3)}" in words


def test_bars_are_as_long_as_what_they_show(one_pool):
    """
    Upwards the share that is left, downwards what escapes as a share of the end of the axis.
    """
    found = one_pool[None][-1]
    figure = draw_periods(*one_pool[None])
    lanes = figure.axes[1:]
    for place, lane in enumerate(lanes):
        tiers = [each.tiers[place] for each in found.played if each.tiers[place].verdict is not Verdict.UNTOUCHED]
        bars = [each for each in lane.patches if each.get_width() == pytest.approx(0.52)]
        most = max(each.escaped_m3 for each in tiers)
        end = next(each for each in (100, 200, 500, 1000) if each >= most)

        expected = [-each.escaped_m3 / end if each.escapes else each.margin_share for each in tiers]
        assert [bar.get_height() for bar in bars] == pytest.approx(expected)


def test_the_line_stands_where_the_tier_gives_way(one_pool):
    """
    59.4 mm, P = 4.4 a: between the ticks of 2 and 5 a, lg(4.4 / 2) / lg(5 / 2) = 0.86 of the way.
    """
    figure = draw_periods(*one_pool[None])
    (line,) = [each for each in figure.axes[1].lines if len(set(each.get_xdata())) == 1]

    assert line.get_xdata()[0] == pytest.approx(1.86, abs=0.02)
    depth_mm = one_pool[None][-1].turns[0].lost_m * 1000
    assert depth_mm == pytest.approx(59.4, rel=0.01)
    assert f"gives way from 4.4 a ({depth_mm:.3g} mm)" in [each for each, _ in texts(figure)]


def test_every_cell_says_what_leaves_the_park_and_how_far_it_comes(one_pool):
    *others, found = one_pool[None]
    figure = draw_closing(*others, found)
    (axes,) = figure.axes
    cells = {(bar.get_x() + 0.5, bar.get_y() + 0.5): bar for bar in axes.patches}
    words = {each.get_position(): each.get_text() for each in axes.texts}
    for row, done_s in enumerate(found.times_s):
        for column, played in enumerate(found.played):
            cell = found.cell(played.period_a, done_s)
            last = cell.tiers[-1]
            expected = f"{cubic(last.escaped_m3)}\n{hours(last.first_escape.first_s)}" if last.escapes else "0 m³"
            rank = [each.verdict is Verdict.BREACHED for each in cell.tiers]
            reach = len(rank) - rank[::-1].index(True) if any(rank) else 0

            assert words[column, row] == expected
            assert cells[column, row].get_facecolor()[:3] == pytest.approx(reach_colour(reach, 2))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_figure_says_where_it_comes_from(one_pool, language):
    park, scenario, _, _ = one_pool["long"]
    for draw in (draw_periods, draw_closing):
        words = " ".join(each for each, _ in texts(draw(*one_pool["long"], Look(language))))

        for part in (scenario.name.in_language(language), park.name.in_language(language), __version__, park.id, "Yubei"
                     if language == "en" else "渝北"):  # fmt: skip
            assert part in words
        assert "mm" in words
        assert ("Return period, a" if language == "en" else "重现期 a") in words


def test_changes_are_said(one_pool):
    """
    Whoever reads the figure learns that it is not the scenario as it is written.
    """
    for draw in (draw_periods, draw_closing):
        figure = draw(*one_pool[None], Look(changes=["relief", "horizon=5 h"]))

        assert {"Changed: relief", "Changed: horizon=5 h"} <= {each for each, _ in texts(figure)}
        check_legible(figure)


def test_a_storm_past_the_range_of_its_formula_is_said_aloud(one_pool):
    words = "".join(each for each, _ in texts(draw_periods(*one_pool["long"], Look("en"))))

    assert "beyond 3 h the formula yubei-2017 gives too much rain" in words.replace("\n", " ")


def test_the_same_figure_gives_the_same_bytes(one_pool):
    first = as_files("periods", draw_periods(*one_pool[None], Look("zh")))
    second = as_files("periods", draw_periods(*one_pool[None], Look("zh")))

    assert first == second
    assert list(first) == ["periods.png", "periods.svg"]
    assert first["periods.png"].startswith(b"\x89PNG")
    assert b"<dc:date>" not in first["periods.svg"]


def grey(colour):
    red, green, blue = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_colours_can_be_told_apart_in_grey():
    """
    Steps grow darker by a tenth at least; what is lost is darker than what is left, by as much.
    """
    steps = [grey(each) for each in STEPS]

    assert all(high - low > GREY_APART for high, low in pairwise(steps))
    assert min(grey(HELD), grey(RELIEVED)) - grey(BREACHED) > GREY_APART


def test_ink_on_a_colour_can_be_read():
    """
    A contrast of 4.5 at least (WCAG 2, level AA) on every step.
    """

    def light(colour):
        parts = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in colour]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    def rgb(text):
        return [int(text[k : k + 2], 16) / 255 for k in (1, 3, 5)]

    for rank in range(4):
        colour = reach_colour(rank, 3)
        dark, pale = sorted((light(colour), light(rgb(on_colour(colour)))))
        assert (pale + 0.05) / (dark + 0.05) >= 4.5


def test_every_letter_of_ours_has_a_glyph():
    """
    Whatever a report says in Chinese or English can be drawn with the font that comes with the program alone.
    """
    font = FT2Font(str(FONT_FILE))
    cmap = font.get_charmap()
    papers = (after_action, command, coverage, drill, paper, play, workbook, year)  # which are not drawn
    drawn = [topic for topic in TOPICS if topic not in papers]
    words = [template(key, language) for topic in drawn for key in topic.WORDS for language in LANGUAGES]
    ours = {letter for said in words for letter in said if letter not in "\n{}"}
    missing = sorted(letter for letter in ours if ord(letter) not in cmap)

    assert missing == []
    for letter in ours:
        font.set_text(letter)  # warns, and so fails, where there is none
        assert font.get_glyph_name(font.get_char_index(ord(letter))) != ".notdef"


def test_the_font_has_all_of_gb_2312():
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    letters_of_gb = "".join(each.decode("gb2312", errors="ignore") for each in cells)

    assert len(letters_of_gb) == 6763
    assert {ord(each) for each in letters_of_gb} <= letters()


def test_a_letter_that_no_font_has_gets_a_mark(one_pool):
    """
    A rare letter in somebody's name is no empty box, and no warning.
    """
    park, scenario, storm, found = one_pool[None]
    name = type(scenario.name)(scenario.name.en, "㐀氏化工")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        figure = draw_periods(park, type(scenario)(**{**_fields(scenario), "name": name}), storm, found, Look("zh"))
        as_files("x", figure)

    assert any("〓氏化工" in each for each, _ in texts(figure))
    assert [str(each.message) for each in caught if "lyph" in str(each.message)] == []
    assert printable("abc 渝\n") == "abc 渝\n"


def _fields(thing):
    return {name: getattr(thing, name) for name in thing.__dataclass_fields__}


def test_lines_are_broken_where_they_may_be():
    assert broken("Public facilities", 8, 15) == "Public\nfacilities"
    assert broken("二级防控（公共设施）", 8, 20) == "二级防控\n（公共设施）"
    assert width_mm("Public\nfacilities", 8) == width_mm("facilities", 8)
    assert width_mm("facilities", fitting_pt("facilities", 8, 10)) <= 10


@kept("periods-en")
def test_periods_look_as_before_en(one_pool):
    return draw_periods(*one_pool[None], Look("en"))


@kept("periods-zh")
def test_periods_look_as_before_zh(one_pool):
    return draw_periods(*one_pool[None], Look("zh"))


@kept("closing-en")
def test_closing_look_as_before_en(one_pool):
    return draw_closing(*one_pool[None], Look("en"))


@kept("closing-zh")
def test_closing_look_as_before_zh(one_pool):
    return draw_closing(*one_pool[None], Look("zh"))


def test_words_that_are_made_smaller_are_broken_anew():
    """
    Three lines at 7 pt, which is too high; at a smaller size two are enough.
    """
    words, most_mm = "Truck pump from river section 5 to pool 7", 24.0
    with styled():
        lines, size = fitted(words, 7.0, most_mm, 5.4)
        wide = width_mm(lines, size)

        assert broken(words, 7.0, most_mm).count("\n") == 2
    assert lines.replace("\n", " ") == words
    assert lines.count("\n") == 1
    assert size < 7.0
    assert wide <= most_mm


def test_times_in_cells_are_said_in_the_figure_s_language(one_pool):
    for draw in (draw_periods, draw_closing):
        words = [each for each, _ in texts(draw(*one_pool[None], Look("zh"))) if "T+" in each]

        assert words
        assert not [each for each in words if "min" in each or " h" in each]
