"""Reports owed in an exercise: by the park's table, none left out, none called nothing."""

from docx import Document

from sim.drill import Exercise, Kind, master_list
from sim.drill.paper.plan import write
from sim.load import load_case
from tests.drill.logs import run_of
from tests.water.by_hand import MINUTE

FIRE = "docs/first-park/fire.yaml"
OWN = (
    "park.reports={office: {name: {en: Ring the office, zh: 电话报告}, from: Works, to: Office, within: 5 min, "
    "says: what burns}}"
)


def reports(*sets):
    """The reports of an exercise of the first park's fire, by the ends of their keys."""
    master = master_list([run_of(load_case(FIRE, sets=sets))], Exercise())
    return master, {line.key.rpartition("/")[2]: line for line in master.of(Kind.REPORT)}


def test_what_is_due_after_the_end_is_asked_for_before_it():
    """
    Nobody is said to find the release, so it is known at T+0. The run ends at T+2 h: the province, due just then, and
    the ministry, an hour later, are asked for a minute before the end; their deadlines stay.
    """
    _, found = reports("horizon=2 h")

    late = {key: (round(found[key].at_s / MINUTE), round(found[key].deadline_s / MINUTE))
            for key in ("county-safety", "ecology-province", "province-ministry")}  # fmt: skip
    assert late == {"county-safety": (60, 60), "ecology-province": (119, 120), "province-ministry": (119, 180)}


def test_a_park_s_own_table_takes_the_place_of_the_country_s():
    """
    T+0, when product runs out and nobody is said to find it, and 5 min.
    """
    _, found = reports(OWN)

    (line,) = found.values()
    assert (line.deadline_s, line.text.zh) == (5 * MINUTE, "电话报告。")
    assert (line.sender.en, line.receiver.en) == ("Works", "Office")
    assert line.evaluate.en == "In time, to the right people? Does it say: what burns?"


def test_the_plan_names_reports_and_rules_where_something_burns(tmp_path):
    master, _ = reports()

    (path,) = write(master, tmp_path, "zh")

    document = Document(path)
    said = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert "生态环境法典（2026年）第121条" in said.replace(" ", "")
    assert "通报下游可能受到危害的单位和居民" in said
    assert "无到期应报事项" not in "\n".join(each.text for each in document.paragraphs)
