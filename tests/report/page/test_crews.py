"""Crews by what tells them apart."""

import pytest

from sim.report.page.crews import told_apart
from sim.report.page.lettering import broken, fitted, width_px

OTHERS = ("Duty team of B-001", "Fire brigade", "B-001值班班组", "园区值班队")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Duty team of A-001", "A-001"),
        ("Fire station", "Fire station"),
        ("Park duty: outfalls, mains, wells and pools", "Park duty"),
        ("园区值班队（排口、管网、集水井、事故池）", "园区值班队"),
        ("其余180家企业值班班组", "其余180家企业"),
        ("Contractor for heavy pumps, sandbags and earth dams", "Contractor for heavy pumps, sandbags and earth dams"),
    ],
)
def test_a_name_loses_what_it_shares_and_what_is_said_aside(name, short):
    """At 12 units a letter and 90 of room; what nobody shares is left to be shortened where it is drawn."""
    assert told_apart(name, OTHERS, 90, 12) == short


def test_lines_are_about_as_long_and_no_word_is_torn():
    lines = broken("Rain main to outfall 18, sub-area B", 150, 15)

    assert " ".join(lines) == "Rain main to outfall 18, sub-area B"
    assert max(width_px(each, 15) for each in lines) <= 150
    assert min(len(each) for each in lines) > 0.6 * max(len(each) for each in lines)


def test_a_stop_or_a_bracket_begins_no_line():
    lines = broken("67号排口雨水管（F片区），备用", 60, 15)

    assert len(lines) > 2
    assert "".join(lines) == "67号排口雨水管（F片区），备用"
    assert not [each for each in lines if each[0] in "，）"]
    assert not [each for each in lines if each[-1] == "（"]


def test_what_fits_no_size_ends_in_dots():
    size, lines = fitted("a name that is far too long for two lines", 60, ((15, 1), (12, 2)))

    assert (size, len(lines)) == (12, 2)
    assert lines[-1].endswith("…")
    assert max(width_px(each, 12) for each in lines) <= 60
