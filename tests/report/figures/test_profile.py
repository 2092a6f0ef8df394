"""River sections in profile."""

from dataclasses import replace

import pytest

from sim.report.figures.frame import Look
from sim.report.figures.profile import draw_profile, profile_table, sections
from sim.report.figures.style import Sheet
from sim.words import LANGUAGES
from tests.report.figures.looks import check_legible, kept, texts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheet", Sheet)
def test_every_scenario_can_be_read(results, language, sheet):
    for result in results.values():
        check_legible(draw_profile(result, Look(language=language, sheet=sheet)))


def test_sections_go_downstream(results):
    found = sections(results["boundary-breach"])

    assert [each.storage.id for each in found] == [f"river-{k}" for k in range(1, 8)]


def test_depths_of_the_first_section(results):
    """
    Section 1 is 1200 m of 16 m bed and banks of 2: 96600 m3 to its crest are 1200 (16 h + 2 h2) at h = 3.5, and
    16896 m3 at the start are 1200 (16 h + 2 h2) at h = 0.8. Seven sections of 1.2 to 1.0 km end at 8.3 km.
    """
    found = sections(results["boundary-breach"])

    assert found[0].crest_m == pytest.approx(3.5)
    assert found[0].start_m == pytest.approx(0.8)
    assert sum(each.length_m for each in found) == pytest.approx(8300)


def test_a_section_without_shape_or_length_is_said(results):
    whole = results["boundary-breach"]
    bare = replace(whole.park.storages["river-3"], shape=None, length_m=None)
    result = replace(whole, park=replace(whole.park, storages={**whole.park.storages, "river-3": bare}))
    figure = draw_profile(result)

    check_legible(figure)
    words = " ".join(each.replace("\n", " ") for each, _ in texts(figure))
    assert "Not every length is known" in words
    assert "no level is known" in words


def test_a_park_without_river_says_so(results):
    whole = results["boundary-breach"]
    other = {id: replace(each, kind="pond") for id, each in whole.park.storages.items()}
    result = replace(whole, park=replace(whole.park, storages=other))

    assert any("no river section" in words for words, _ in texts(draw_profile(result)))
    assert profile_table(result).rows == []


@kept("profile-en")
def test_profile_looks_as_before_en(results):
    return draw_profile(results["boundary-breach"])


@kept("profile-zh")
def test_profile_looks_as_before_zh(results):
    return draw_profile(results["clean-and-dirty"], Look(language="zh", sheet=Sheet.SCREEN))
