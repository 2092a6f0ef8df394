"""The page's table of reports that are owed."""

from sim.report.page.tables import tables
from tests.shipped import result_of


def plain(cell):
    return cell.said["en"].replace("\u00a0", " ")


def test_reports_owed_stand_by_the_time_they_are_due():
    """
    The boundary breach: a release that no sensor sees, known at T+0. The province's report is due two hours later, by
    decree 17; of an ordinary incident it would be four, which stands nowhere on the page.
    """
    (found,) = (each for each in tables(result_of("boundary-breach"), []) if each.id == "reports")

    due = {plain(row[1]): row[0].by / 60 for row in found.rows}
    assert due["First report to the park's emergency office"] == 15
    assert due["Report of a major or ungraded environmental emergency"] == 120
    assert 240 not in due.values()
    assert all(row[4].said["zh"] for row in found.rows)
