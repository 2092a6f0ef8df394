"""Rules are named by what they are called in 2026, each in one place."""

import importlib.util
import re
from pathlib import Path

import pytest

from sim.regulation import NATIONAL_REPORTS, REGULATIONS, WORDINGS, article, regulation

ROOT = Path(__file__).parents[2]
GONE = re.compile(
    r"AQ/T\s*90(?:07|11)|环境保护法|水污染防治法|Environmental Protection Law|突发环境事件(?!信息报告办法)"
)
"""Names that no longer hold: renamed standards, repealed laws, the old word for an environmental emergency."""
PAGES = {"en": "rules.md", "zh": "rules.zh.md"}


def test_nothing_names_a_rule_that_is_gone():
    """
    The data themselves and the pages made of them say what a rule was called; nothing else does. What api.md says
    stands in docstrings.
    """
    own = {ROOT / "docs" / name for name in (*PAGES.values(), "api.md")}
    texts = [*(ROOT / "sim").rglob("*.py"), *(ROOT / "docs").glob("*.md"), *(ROOT / "configs").rglob("*.yaml"),
             *(ROOT / "scenarios").glob("*.yaml")]  # fmt: skip
    found = [path for path in texts if path not in own and path.parent.name != "regulation"
             and GONE.search(path.read_text(encoding="utf-8"))]  # fmt: skip

    assert found == []


def test_a_renamed_standard_says_what_it_was():
    names = {each.number: each.formerly for each in REGULATIONS.values() if each.is_standard}

    assert (names["YJ/T 9007-2019"], names["YJ/T 9011-2019"]) == ("AQ/T 9007-2019", "AQ/T 9011-2019")
    assert names["AQ/T 9009-2015"] == ""


def test_a_repealed_law_is_not_cited():
    """
    It stands among the rules with what came instead, which is in force.
    """
    gone = [each for each in REGULATIONS.values() if each.replaced_by]

    assert {each.replaced_by for each in gone} == {"environmental-code"}
    assert regulation("environmental-code").since == "2026-08-15"
    with pytest.raises(KeyError):
        article(gone[0].id, 47)


def test_every_rule_says_what_it_asks_in_both_languages():
    for each in REGULATIONS.values():
        names = (each.name, each.asks, each.used, each.source)
        assert all(name.en and name.zh for name in names), each.id


def test_every_report_says_by_which_rule_in_both_languages():
    for each in NATIONAL_REPORTS.values():
        names = (each.name, each.sender, each.receiver, each.says, each.rule)
        assert all(name.en and name.zh for name in names), each.id


def test_times_of_the_country_s_reports():
    """
    Decree 493, art. 9: at once, then 1 h. Decree 17 of 2011, arts. 3 and 4: 4 h, 2 h where the grade is not settled,
    1 h from the province on. Environmental Code, art. 121 and 125: at once. The park's quarter of an hour is assumed.
    """
    within_min = {id: each.within_s / 60 for id, each in NATIONAL_REPORTS.items()}

    assert within_min == {
        "head-of-works": 0, "works-authorities": 0, "park-office": 15, "county-safety": 60, "ecology-next": 240,
        "ecology-province": 120, "province-ministry": 60, "at-risk-told": 0, "neighbours-told": 0,
    }  # fmt: skip
    assert "assumed" in NATIONAL_REPORTS["park-office"].rule.en


def test_the_two_wordings():
    zh = {key.value: [each.zh for each in promises] for key, promises in WORDINGS.items()}

    assert zh == {
        "guide": ["不出厂区", "不出公共应急空间", "不出园区"], "case": ["不出厂区", "不出公共设施", "不出园区边界"],
    }  # fmt: skip


@pytest.mark.parametrize("language", PAGES)
def test_the_page_of_rules_is_up_to_date(language):
    """
    `make reference` would change nothing.
    """
    docs = ROOT / "docs"
    spec = importlib.util.spec_from_file_location("make_rules", docs / "make_rules.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    assert (docs / PAGES[language]).read_text(encoding="utf-8") == module.page(language)
