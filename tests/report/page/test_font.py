"""The font that a page brings along."""

import logging
from base64 import b64decode
from io import BytesIO

import pytest

from sim.report.page.font import PRINTED, font_url, widths
from sim.words import WORDS
from sim.words.catalogue import template


def opened(url):
    from fontTools.ttLib import TTFont

    head, _, packed = url.partition(",")
    assert head == "data:font/woff;base64"
    return TTFont(BytesIO(b64decode(packed)))


def test_it_has_the_letters_that_are_asked_for_and_ascii_and_no_others():
    font = opened(font_url("事故水 m³"))

    assert set(map(chr, font.getBestCmap())) == set("事故水³") | set(PRINTED)
    assert font.flavor == "woff"


def test_the_same_letters_give_the_same_font_whatever_their_order():
    assert font_url("事故水") == font_url("水水故事")
    assert font_url("事故水") != font_url("事故")


def test_it_keeps_its_copyright_and_licence():
    names = opened(font_url("水"))["name"]

    assert "Adobe" in names.getDebugName(0)
    assert "SIL Open Font License" in names.getDebugName(13)


def test_letters_are_drawn_and_not_only_listed():
    """
    The outline of a letter is that of the shipped font: the same commands to the pen.
    """
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.ttLib import TTFont

    from sim.report.figures.style import FONT_FILE

    drawn = []
    with TTFont(FONT_FILE) as shipped, opened(font_url("守")) as brought:
        for font in (shipped, brought):
            pen = RecordingPen()
            font.getGlyphSet()[font.getBestCmap()[ord("守")]].draw(pen)
            drawn.append(pen.value)

    assert len(drawn[0]) > 20
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_letter_of_the_catalogue_has_a_width(language):
    """A letter without one would be an empty box on a machine that has no other font for it."""
    letters = set("".join(template(key, language) for key in WORDS if key.startswith(("page_", "entry_"))))

    assert letters - {"\n"} <= set(widths())


def test_nothing_is_said_about_the_font_s_time_stamp(caplog):
    with caplog.at_level(logging.WARNING):
        font_url("中")

    assert caplog.records == []
    assert logging.getLogger("fontTools").level == logging.NOTSET


def test_a_chinese_letter_is_as_wide_as_high():
    assert widths()["水"] == 1.0
    assert 0.5 < widths()["a"] < 0.6
