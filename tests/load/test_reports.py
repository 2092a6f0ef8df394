"""Reports that a park writes, as YAML and as a table, and the wording of its tiers."""

import pytest

from sim.load import load_park
from sim.park import Name, ReportDuty
from sim.park.report_duty import Grade, Medium, Stage

TIERS = "tiers: {a: {}, b: {}, c: {promise: our own words}}"
PARK = """\
id: p
%s
storages: {bund: {tier: a, kind: bund, capacity: 100 m3}}
"""


@pytest.fixture
def park(tmp_path):
    """Write a park with some more lines, and load it."""

    def loaded(more="", tiers=TIERS, **files):
        (tmp_path / "park.yaml").write_text(PARK % tiers + more, encoding="utf-8")
        for name, text in files.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        return load_park(tmp_path)

    return loaded


def test_a_park_without_reports_writes_none(park):
    assert park().reports == {}


def test_what_is_left_out_of_a_report(park):
    """
    At once, by telephone, a first report, of any grade, from when the incident is known.
    """
    found = park("reports: {first: {from: works, to: {en: office, zh: 办公室}}}").reports

    assert found == {"first": ReportDuty("first", Name("first"), Name("works"), Name("office", "办公室"))}


def test_a_table_of_reports_with_chinese_heads(park):
    """
    A row a report; 15 min are 900 s, and the second follows the first.
    """
    table = (
        "编号,名称,报告单位,报告对象,触发条件,报告时限（min）,报告方式,适用规定\n"
        "office,首报,企业,园区,known,15,telephone,园区预案\n"
        "county,续报,园区,县级,office,30,written,\n"
    )

    found = park("tables: {reports: reports.csv}", reports=table).reports

    assert found == {
        "office": ReportDuty("office", Name(zh="首报"), Name("企业"), Name("园区"), within_s=900,
                             rule=Name("园区预案")),
        "county": ReportDuty("county", Name(zh="续报"), Name("园区"), Name("县级"), trigger="office", within_s=1800,
                             medium=Medium.WRITTEN),
    }  # fmt: skip


def test_all_that_a_report_may_say(park):
    found = park(
        "reports: {r: {name: n, from: a, to: b, after: breached, within: 1 h, by: written, stage: warning, "
        "grade: major, says: s, rule: q, note: x}}"
    ).reports["r"]

    assert (found.trigger, found.within_s, found.medium) == ("breached", 3600, Medium.WRITTEN)
    assert (found.stage, found.grade, found.says.en, found.rule.en) == (Stage.WARNING, Grade.MAJOR, "s", "q")


@pytest.mark.parametrize(
    ("line", "zh"),
    [("", ["不出厂区", "不出公共应急空间"]), ("wording: guide", ["不出厂区", "不出公共应急空间"]),
     ("wording: case", ["不出厂区", "不出公共设施"])],
)  # fmt: skip
def test_three_tiers_may_leave_their_promises_to_the_wording(park, line, zh):
    """
    The guide's where nothing is written; a promise of the park's own stays.
    """
    promises = [tier.promise for tier in park(line).tiers.values()]

    assert [each.zh for each in promises[:2]] == zh
    assert promises[2] == Name("our own words")
