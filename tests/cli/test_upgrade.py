"""`upgrade`: what files of an earlier program say, said as it is said today, all else as it was."""

import pytest

from sim.cli import main
from sim.load import load_case, load_park

PARK = """\
# A park of the first year.

id: pools            # short
tiers: {plant: {promise: none}}
storages:
  bund: {tier: plant, kind: bund, capacity: 600 m3, shape: {area: 300 m2}}
  pool: {tier: plant, kind: accident-pool, capacity: 1000 m3}
links:
  lift: {kind: pump, from: bund, to: pool, capacity: 1 m3/s, opening: "stopped", start_at: 50 %, stop_at: 10 %}   # 泵
  drain:
    kind: pump
    from: pool
    to: treated
    opening: running  # as designed
    capacity: 1 m3/s
    start_at: 50 %
    stop_at: 10 %
  half: {kind: pump, from: pool, to: treated, capacity: 1 m3/s, opening: 40 %, start_at: 50 %, stop_at: 10 %}
  valve: {kind: valve, from: bund, to: pool, capacity: 1 m3/s, opening: 40 %, leak: 1 %}
  sluice:
    {kind: gate, from: bund, to: pool, rating: {gate: {width: 2 m, height: 1 m}}, leak: 2 %,
     opening: {value: 30 %, source: survey}}
tables: {links: more.csv}
"""
MORE = "id,kind,from,to,capacity,opening,start_at,stop_at\r\nspare,pump,bund,pool,9 L/s,stopped,50 %,10 %\r\n"
FIRE = """\
{park: ., horizon: 1 h, openings: {lift: shut, sluice: 10 %, valve: 5 %}, overrides: {dry: {openings.drain: stopped,
 park.links.sluice.leak: 0 %}}}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A park with a table, and a scenario on one line."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("park.yaml", PARK), ("more.csv", MORE), ("fire.yaml", FIRE)):
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def texts(folder):
    return {path.name: path.read_bytes().decode() for path in folder.iterdir()}


SAID = """\
A link with start_at that is stopped starts at its level now; what only people start is off:
  more.csv:2:28: links.spare.opening: stopped -> off
  park.yaml:9:71: links.lift.opening: stopped -> off
A link with start_at that is running runs from the start now; what waits for its level is automatic:
  park.yaml:14:14: links.drain.opening: running -> automatic
park.yaml: for people to write, and then format: 1 at its top
A link with start_at at a share runs from the start now, and used to wait for its level; if it shall wait, write \
automatic and a smaller capacity:
  park.yaml:18:74: links.half.opening: 40 %
What leaks through a gate with a rating was a share of the flow, and is now a gap of so much of its height:
  park.yaml:21:89: links.sluice.leak: 2 %
How far a gate with a rating is open was a share of the flow, and is now where its lip stands, as a share of its height:
  park.yaml:22:23: links.sluice.opening: 30 %
"""


def test_words_are_written_anew_and_amounts_left_to_people(folder, capsys):
    """
    Three pumps say today what they meant; a pump at a share, a lip and a gap are for people, a valve's share is what it
    was. Comments, quotes' neighbours, line ends and the order stay.
    """
    assert main(["upgrade", "."]) == 0

    kept = "{name} is written anew; {name}.bak is what it was\n"
    assert capsys.readouterr().out == SAID + kept.format(name="park.yaml") + kept.format(name="more.csv")
    mended = PARK.replace('"stopped"', "off").replace("running", "automatic")
    assert texts(folder) == {
        "park.yaml": mended, "more.csv": MORE.replace("stopped", "off"), "fire.yaml": FIRE,
        "park.yaml.bak": PARK, "more.csv.bak": MORE,
    }  # fmt: skip
    assert load_park(folder).links["lift"].opening == 0


def test_check_says_the_same_and_writes_nothing(folder, capsys):
    before = texts(folder)

    assert main(["upgrade", "--check", "park.yaml"]) == 1

    assert capsys.readouterr().out == f"{SAID}park.yaml would be written anew\nmore.csv would be written anew\n"
    assert texts(folder) == before


def test_what_is_mended_whole_says_its_format_and_is_left_alone_then(folder, capsys):
    """
    The scenario's gate is left to people; once that is gone its two pumps are mended, the format stands in front, and
    a second time there is nothing to do, not even for a stop that is meant as it is understood today.
    """
    (folder / "fire.yaml").write_text(FIRE.replace("sluice: 10 %, ", ""), encoding="utf-8")

    assert main(["upgrade", "fire.yaml"]) == 0

    mended = (folder / "fire.yaml").read_text(encoding="utf-8")
    assert mended == "{format: 1, " + FIRE[1:].replace("lift: shut", "lift: off").replace(
        "sluice: 10 %, ", "").replace("stopped", "off")  # fmt: skip
    assert load_case(folder / "fire.yaml", pick="dry").scenario.openings["drain"] == 0
    (folder / "fire.yaml").write_text(mended.replace("off", "stopped"), encoding="utf-8")
    capsys.readouterr()
    assert main(["upgrade", "fire.yaml", "--check"]) == 0
    assert capsys.readouterr().out == "fire.yaml: nothing to do\n"


def test_a_file_that_needs_no_mending_is_marked_when_that_is_asked(folder, capsys):
    """
    Before its first key, behind what is said on top, with the line ends that it has.
    """
    fit = "# top\r\npark: .\r\nhorizon: 1 h\r\n"
    (folder / "fire.yaml").write_bytes(fit.encode())

    assert (main(["upgrade", "fire.yaml"]), main(["upgrade", "fire.yaml", "--mark", "--lang", "zh"])) == (0, 0)

    assert capsys.readouterr().out == "fire.yaml: nothing to do\nfire.yaml 已改写；原文件保留为 fire.yaml.bak\n"
    assert texts(folder)["fire.yaml"] == "# top\r\nformat: 1\r\npark: .\r\nhorizon: 1 h\r\n"


@pytest.mark.parametrize(("fit", "marked"), [
    ("--- \n? park\n: .\nhorizon: 1 h\n", "--- \nformat: 1\n? park\n: .\nhorizon: 1 h\n"),
    ("{\n park: .,\n horizon: 1 h}", "{format: 1, \n park: .,\n horizon: 1 h}"),
    ("\ufeff\"park\": .\nhorizon: 1 h\n", "\ufeffformat: 1\n\"park\": .\nhorizon: 1 h\n"),
    ("{}\n", "{}\n"),
    ("openings: {drain: &a stopped, lift: *a}\npark: .\nhorizon: 1 h\n",) * 2,
    ("overrides: {a: &a {openings.drain: stopped}, b: *a}\npark: .\nhorizon: 1 h\n",
     "format: 1\noverrides: {a: &a {openings.drain: off}, b: *a}\npark: .\nhorizon: 1 h\n"),
])  # fmt: skip
def test_unusual_layouts_are_kept_or_left_to_people(folder, fit, marked):
    """
    An anchor before a value is not taken for it; what an alias repeats is written once.
    """
    (folder / "fire.yaml").write_text(fit, encoding="utf-8")

    assert main(["upgrade", "fire.yaml", "--mark"]) == 0

    assert (folder / "fire.yaml").read_text(encoding="utf-8") == marked


def test_what_was_kept_is_never_lost(folder, capsys):
    (folder / "park.yaml.bak").write_text("precious", encoding="utf-8")
    before = texts(folder)

    assert main(["upgrade", "."]) == 2

    assert texts(folder) == before
    assert "park.yaml.bak is there already" in capsys.readouterr().err


def test_what_cannot_be_read_is_said(folder, capsys):
    assert main(["upgrade", "prak.yaml"]) == 2
    assert main(["upgrade"]) == 2

    assert capsys.readouterr().err == (
        "1 problem:\n  prak.yaml: there is no file prak.yaml; did you mean 'park.yaml'?\n"
        "name parks or scenarios, such as: python run_sim.py upgrade configs/my-park scenarios/fire.yaml\n"
    )
