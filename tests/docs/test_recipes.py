"""What CONTRIBUTING says to touch for something new is enough: it is done in a copy of the program."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sim

ROOT = Path(sim.__file__).parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"^### ([^\n]+)\n\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL))
SAID = re.compile(r"`([^`\n]+)`")
MOST_FILES_OF_A_FAULT = 4


def chinese(*entries):
    """What is put into the file of Chinese: key, English and Chinese of each."""
    texts = [f'msgctxt "{key}"\n' * bool(key) + f'msgid "{en}"\nmsgstr "{zh}"\n\n' for key, en, zh in entries]
    return {"sim/words/zh.po": [("", "".join(texts))]}


LINK = {
    "sim/park/link.py": [('    WEIR = "weir"\n', '    WEIR = "weir"\n    FLUME = "flume"\n')],
    "sim/words/coverage.py": [("= {\n", '= {\n    "kind_flume": "flume",\n')],
    **chinese(("kind_flume", "flume", "量水槽"), ("", "flume", "量水槽")),
}
FAULT = {
    "sim/scenario/fault.py": [("Failure = (\n", '''\
@dataclass(frozen=True, slots=True)
class Drops(OnLink):
    """A gate that drops, and stays shut."""

    key, hindrance = "drops", Hindrance.STUCK
    follows = False

    @property
    def holds(self) -> float | None:
        return 0.0


Failure = (
    Drops |
''')],
    "sim/load/scenario_form.py": [
        ("FAULTS = (\n", 'FAULTS = (\n    "drops",\n'),
        ('Record(a("fault"), (\n', 'Record(a("fault"), (\n    Field("drops", Ref(("link",)), "A gate that drops."),\n'),
    ],
    "sim/words/events.py": [("= {\n", '= {\n    "failure_drops": "{name} drops",\n')],
    **chinese(("failure_drops", "{name} drops", "{name}坠落")),
}  # fmt: skip
FIGURE = {
    "sim/report/figures/ladder.py": [("", "def draw_ladder(result, look): ...\n\n\ndef ladder_table(result): ...\n")],
    "sim/report/figures/__init__.py": [
        ("\n\nfrom sim", "\n\nfrom sim.report.figures.ladder import draw_ladder, ladder_table\nfrom sim"),
        ("= [\n", '= [\n    "draw_ladder", "ladder_table",\n'),
    ],
    "sim/report/figures/every.py": [
        ('    "stack": Sort', '    "ladder": Sort(figures.draw_ladder, figures.ladder_table),\n    "stack": Sort'),
    ],
    "sim/words/plot.py": [("= {\n", '= {\n    "plot_ladder": "a ladder",\n')],
    **chinese(("plot_ladder", "a ladder", "阶梯图")),
}
DOCUMENT = {
    "sim/drill/paper/note.py": [("", "def write(master, folder, language): return []\n")],
    "sim/drill/paper/__init__.py": [("= {\n", '= {\n    "txt": "note",\n')],
}
COMMAND = {
    "sim/cli/bounds.py": [("", '''\
from sim.cli.command import Command


def _options(parser):
    parser.add("--wide", "help_bounds_wide", action="store_true")


COMMAND = Command("bounds", "SCENARIO", "help_bounds", "help_bounds_more", {"bounds x.yaml": ""}, _options, lambda _: 0)
''')],
    "sim/cli/command.py": [("COMMANDS = (\n", 'COMMANDS = (\n    "bounds",\n')],
    "sim/words/help.py": [
        ("str] = {\n", 'str] = {\n    **{key: key for key in ("help_bounds", "help_bounds_more")},\n'),
        ("  {prog} limits", "  {prog} bounds SCENARIO\n  {prog} limits"),
    ],
    "sim/words/help_options.py": [("= {\n", '= {\n    "help_bounds_wide": "wider",\n')],
    **chinese(("help_bounds_wide", "wider", "更宽")),
}  # fmt: skip
TABLE = {
    "sim/result/tables.py": [
        ("MARGINS = columns(", 'ROOMS = columns(Margin, "storage", "usable [m3]")\nMARGINS = columns('),
    ],
    "sim/result/folder.py": [
        ("    SECTIONS,\n", "    ROOMS,\n    SECTIONS,\n"),
        ('        "tiers.csv":', '        "rooms.csv": ROOMS.table(result.verdict.storages),\n        "tiers.csv":'),
    ],
    "sim/report/page/tables.py": [
        ("    every = (\n", """\
    every = (
        _table(result, "rooms", MARGINS.named("storage", "usable_m3"), result.verdict.storages),
"""),
    ],
    "sim/words/page.py": [("= {\n", '= {\n    "page_table_rooms": "Rooms",\n')],
    **chinese(("page_table_rooms", "Rooms", "容积")),
}  # fmt: skip
LANGUAGE = {"sim/words/fr.po": [("", 'msgctxt "held"\nmsgid "held"\nmsgstr "tenu"\n')]}
ADDED = {
    "A kind of link": LINK, "A fault": FAULT, "A figure": FIGURE, "A document of an exercise": DOCUMENT,
    "A command": COMMAND, "A table": TABLE, "A language": LANGUAGE,
}  # fmt: skip
"""By recipe: the files, and what is put where in each."""
ASKED = """
import sys
from sim.called import Called
from sim.cli import main
from sim.cli.values import FIGURES, formats
from sim.drill.paper import PAPERS
from sim.load import load_case
from sim.park import Name
from sim.report.figures.every import SORTS
from sim.report.page.tables import tables
from sim.result import run
from sim.result.folder import _tables
from sim.words import LANGUAGES, text

case = load_case("docs/first-park/fire.yaml", sets=["faults.lip.drops=outfall"])
print([Called(case.park, case.scenario, language).fault(case.scenario.faults[0]) for language in ("en", "zh")])
print(LANGUAGES, text("held", "fr"), Name("pool", fr="bassin").in_language("fr"))
print(tuple(SORTS) == FIGURES, formats("txt"), PAPERS["txt"])
result = run(case.park, case.scenario)
print(_tables(result)["rooms.csv"].header, tables(result, [])[0].title)
for words in sys.argv[1:]:
    assert main(words.split()) == 0, words
"""


def numbered(recipe):
    """The files that its list names, one a line; those of the program."""
    return re.findall(r"^\d+\. `(sim/[^`]+)`", RECIPES[recipe], re.MULTILINE)


def as_listed(path):
    """A file as a recipe names it: new ones stand for any."""
    return path if (ROOT / path).exists() else f"{path.rpartition('/')[0]}/NAME{Path(path).suffix}"


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What a copy of the program with all of it says, its files touched as the recipes name them and no other."""
    place = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "sim", place / "sim")
    shutil.copytree(ROOT / "docs" / "first-park", place / "docs" / "first-park")
    for files in ADDED.values():
        for name, edits in files.items():
            path = place / name
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            for anchor, new in edits:
                assert anchor in text, f"{name} has no {anchor!r}"
                text = text.replace(anchor, new, 1)
            path.write_text(text, encoding="utf-8")
    park, fire = (place / "docs" / "first-park" / name for name in ("park.yaml", "fire.yaml"))
    links = "links:\n  notch: {kind: flume, from: pool, to: main, capacity: 5 L/s}\n"
    park.write_text(park.read_text(encoding="utf-8").replace("links:\n", links, 1), encoding="utf-8")
    fire.write_text(f"{fire.read_text(encoding='utf-8')}faults:\n  lip: {{drops: transfer}}\n", encoding="utf-8")
    words = ["--help", "bounds --help", "plot --help", "schema park", "schema scenario",
             "validate docs/first-park docs/first-park/fire.yaml"]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(place), "THREE_TIER_LANG": "en"}
    done = subprocess.run([sys.executable, "-c", ASKED, *words], cwd=place, env=environment, capture_output=True,
                          text=True, encoding="utf-8", check=False, timeout=60)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("recipe", ADDED)
def test_a_recipe_names_what_is_touched(recipe):
    assert sorted(as_listed(path) for path in ADDED[recipe]) == sorted(numbered(recipe))


@pytest.mark.parametrize("said", [
    '"flume"', '"drops"', "['outfall drops', 'outfall坠落']", "only these: ladder, stack", "True ['txt'] note",
    "('storage', 'usable [m3]') {'en': 'Rooms', 'zh': '容积', 'fr': 'Rooms'}", "bounds SCENARIO\n", "--wide",
    "ok  docs/first-park/fire.yaml", "('en', 'zh', 'fr') tenu bassin", "--lang en|zh|fr",
])  # fmt: skip
def test_what_was_added_is_there(seen, said):
    assert said in seen


def test_a_fault_touches_few_files():
    assert len(numbered("A fault")) <= MOST_FILES_OF_A_FAULT


@pytest.mark.parametrize("recipe", RECIPES)
def test_every_file_and_name_of_a_recipe_is_there(recipe):
    """
    Behind a file stand names in it; NAME is that of the new thing.
    """
    text = ""
    for line in RECIPES[recipe].splitlines():
        for said in SAID.findall(line):
            path = ROOT / said
            if "/" in said and " " not in said:
                assert path.parent.is_dir() if "NAME" in said else path.is_file(), said
                text = "" if "NAME" in said else path.read_text(encoding="utf-8")
            elif text and re.fullmatch(r"\w+", said):
                assert re.search(rf"\b{said.replace('NAME', '[a-z_-]+')}", text), f"{said} stands not where it says"
