"""Everything that the program says is in the catalogue: in a language made by machine no English is left.

What somebody wrote into the input stays as it is, and so do options, commands and names of files.
"""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pytest

import sim
from sim.cli import command
from sim.cli.parser import Parser
from sim.words.po import VARIABLE

from .pseudo import CODE, in_pseudo, plain_words, pseudo_text, words_of

ROOT = Path(sim.__file__).parents[1]
FIRST = "docs/first-park"
PLAN = f"{FIRST}/plan.yaml"
RULES = [node.value for path in (ROOT / "sim" / "regulation").glob("*.py")
         for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
         if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("Name", "_report")
         for node in ast.walk(call) if isinstance(node, ast.Constant) and isinstance(node.value, str)]  # fmt: skip
"""Published rules, which have their names and words with them, in English and Chinese."""
INPUTS = (path.read_text(encoding="utf-8") for path in (ROOT / FIRST).iterdir() if path.is_file())
OWN = words_of(*RULES, "decree HSEEP eco", *INPUTS)
FILES = ("scenario.yaml", "park.yaml")
"""What inputs are saved as."""
CALLS = "import sys; from sim.cli import main; main(sys.argv[1:])"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where the language is, and what is written in it."""
    made = tmp_path_factory.mktemp("made")
    (made / f"{CODE}.po").write_text(pseudo_text(), encoding="utf-8")
    return made


def told(folder, *words, typed=""):
    """What a command says."""
    env = {**os.environ, VARIABLE: str(folder), "COLUMNS": "200", "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", CALLS, *words, "--lang", CODE], cwd=ROOT, env=env, input=typed,
                          capture_output=True, text=True, encoding="utf-8", check=False)  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def written(folder):
    """A folder with the page and the papers of an exercise."""
    out = folder / "out"
    told(folder, "report", PLAN, "--out", str(out))
    told(folder, "drill", PLAN, "--out", str(out))
    return out


def test_how_the_language_is_made():
    """
    10 letters, so 4 more; what stands in a place is not touched, nor what has no letters.
    """
    assert in_pseudo("{count} lines left {{x}}") == "⟦{count} líñés léft {{x}}~~~~⟧"
    assert in_pseudo("{a}: {b:.2f}") == "{a}: {b:.2f}"
    assert plain_words("⟦líñés~⟧ of a pool left m3", {"pool"}) == ["left"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("run", PLAN), {"run"}),
        (("deadlines", PLAN), {"deadlines"}),
        (("limits", PLAN), {"limits"}),
        (("faults", PLAN), set()),
        (("recovery", PLAN), {"recovery"}),
        (("replay", PLAN, "--log", f"{FIRST}/exercise.csv"), {"replay", "exercise"}),
        (("coverage", f"{FIRST}/park.yaml", PLAN), {"coverage"}),
        (("export", "swmm", PLAN), {"kinwave", "ids", "inp", "swmm"}),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)
def test_tables_and_sentences(words, names, folder, tmp_path):
    found = told(folder, *words, "--out", str(tmp_path / "out"))

    assert "⟦" in found
    assert plain_words(found.replace(str(tmp_path), ""), OWN | names | {"out"}) == []


@pytest.mark.parametrize(
    ("words", "own"),
    [
        (("validate", PLAN), {"docs"}),
        (("run", "nothing.yaml"), {"nothing"}),
        (("rum", PLAN), {"rum", "run", "docs"}),
        (("run", PLAN, "--seed", "many"), {"seed", "many"}),
        (("drill", PLAN, "--formats", "foo"), {"foo", "formats", "script", "json", "ics"}),
        (("run", PLAN, "--starts"), {"starts", "pick", "lang", "max", "age", "bom", "set"}),
    ],
    ids=["fine", "no file", "no command", "no value", "no format", "no option"],
)
def test_errors(words, own, folder):
    found = told(folder, *words)

    assert "⟦" in found
    assert plain_words(found, OWN | own) == []


def test_what_is_wrong_with_a_file(folder, tmp_path):
    """
    A key, a unit and an id that are wrong: three messages, each with the wrong word and what would be right.
    """
    wrong = (ROOT / PLAN).read_text(encoding="utf-8").replace("horizon", "horizn")
    (tmp_path / "plan.yaml").write_text(wrong.replace("park.yaml", str(ROOT / FIRST / "park.yaml")), encoding="utf-8")
    found = told(folder, "validate", str(tmp_path / "plan.yaml")).replace(str(tmp_path), "")

    assert "horizn" in found
    assert plain_words(found, OWN | {"horizn"}) == []


def test_an_exercise_that_is_held(folder, tmp_path):
    out = str(tmp_path / "out")
    found = told(folder, "play", PLAN, "--out", out, typed="show\n2 done\nfoo\n3 ordered at T+10 min\nhelp\nquit\n")

    names = {"foo", "ordered", "out", "play", "log", "csv", "journal", "jsonl"}
    assert plain_words(found.replace(str(tmp_path), ""), OWN | names) == []


def test_help(folder, monkeypatch):
    """
    Options, commands and what is typed stay.
    """
    own = words_of("python run_sim help quiet json", *command.COMMANDS, *command.EXAMPLES)
    add = Parser.add_argument

    def seen(parser, *names, **how):
        own.update(words_of(*names, str(how.get("metavar", ""))))
        return add(parser, *names, **how)

    monkeypatch.setattr(Parser, "add_argument", seen)
    monkeypatch.setattr(Parser, "add", lambda parser, name, key, *listed, **how: own.update(
        words_of(name, *listed, str(how.get("metavar", "")))))  # fmt: skip
    found = told(folder, "--help")
    for name in command.COMMANDS[::3]:
        one = command.named(name)
        own |= words_of(one.usage, *one.examples)
        one.parser("en")
        found += told(folder, name, "--help")

    assert plain_words(found, own | {"c"}) == []


def test_the_page(written):
    """
    It holds each language beside the others: what is said in English and Chinese is left out, and names of languages.
    """
    (file,) = written.rglob("report.html")
    page = file.read_text(encoding="utf-8")
    page = re.sub(r"(?s)<style.*?</style>|<script.*?</script>|<pre.*?</pre>", "", page)
    page = re.sub(r'(?s)<[^>]* class="[^"]*say (en|zh)".*?</(text|ul)>', "", page)
    page = re.sub(r'(?s)<title>.*?</title>|aria-label="[^"]* / [^"]*"|data-(label-|name-)?(en|zh)="[^"]*"', "", page)
    said = re.findall(rf'(?:aria-label|data-{CODE}|data-label-{CODE})="([^"]*)"', page)
    said.append(re.sub("<[^>]*>", "\n", page))

    assert f'data-language="{CODE}"' in page
    assert plain_words("\n".join(said), OWN | {"english", "dev"} | words_of(*FILES)) == []


@pytest.mark.parametrize("name", [f"script.{CODE}.docx", f"plan.{CODE}.docx"])
def test_documents(name, written):
    (file,) = written.rglob(name)
    document = docx.Document(file)
    parts = [document.element, *(part._element for each in document.sections for part in (each.header, each.footer))]
    said = [each.text or "" for part in parts for each in part.iter() if each.tag.endswith("}t")]

    assert plain_words("\n".join(said), OWN | {"utc"}) == []


@pytest.mark.parametrize("name", [f"timeline.{CODE}.html", f"timeline.{CODE}.md"])
def test_the_list_on_paper(name, written):
    (file,) = written.rglob(name)
    said = re.sub("(?s)<style.*?</style>|<[^>]*>", "\n", file.read_text(encoding="utf-8"))

    assert plain_words(said, OWN | {"utc"}) == []


def test_cards_and_sheets_of_the_workbook(written):
    """
    All but the timeline itself, whose heads stand with its columns, and the hidden sheets.
    """
    (file,) = written.rglob("master-list.xlsx")
    sheets = [each for each in openpyxl.load_workbook(file).worksheets if each.sheet_state == "visible"]
    said = [str(cell.value) for sheet in sheets if sheet.title != in_pseudo("Timeline") for row in sheet.iter_rows()
            for cell in row if isinstance(cell.value, str) and not cell.value.startswith("=")]  # fmt: skip

    assert plain_words("\n".join([*(each.title for each in sheets), *said]), OWN | {"utc"}) == []
