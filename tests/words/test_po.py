"""A language beside English is one PO file: what is in it is said, the rest is English."""

import ast
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import sim
from docs.in_source import untranslated
from docs.make_language import renewed
from sim.park.names import Name
from sim.words.catalogue import WORDS
from sim.words.po import VARIABLE, Entry, entries, files, po_text, usable, words_in

ROOT = Path(sim.__file__).parent
FRENCH = r'''# A translator's remark.
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

#: where it stands
msgctxt "held"
msgid "held"
msgstr "tenu"

#, fuzzy
msgctxt "breached"
msgid "breached"
msgstr "peut-etre"

msgctxt "moved_on"
msgid "from {when}, {volume} moved on"
msgstr "{volumes} depuis {when}"

msgctxt "language_name"
msgid "English"
msgstr "Français"

msgid "no {sorts} is named '{text}'; {hint}"
msgstr ""
"aucun {sorts} nommé « {text} » ; "
"{hint}"

#~ msgid "gone"
#~ msgstr "disparu"
'''


@pytest.fixture
def french(tmp_path):
    """A folder with a little French in it."""
    (tmp_path / "fr.po").write_text(FRENCH, encoding="utf-8")
    return tmp_path


def python(code, folder):
    """What some Python prints where a folder has more languages."""
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, VARIABLE: str(folder)}, cwd=ROOT.parent,
                          capture_output=True, text=True, encoding="utf-8", check=True)  # fmt: skip
    return done.stdout.splitlines()


def test_what_a_file_says_by_hand():
    """
    A remark, a place in the source and what is obsolete are passed over; lines below one another are one text; of the
    entries the fuzzy one and the one with another place ({volumes} for {volume}) are left to English.
    """
    assert {pair: said for pair, said in words_in(FRENCH).items() if usable(pair[1], said)} == {
        ("held", "held"): "tenu",
        ("language_name", "English"): "Français",
        ("", "no {sorts} is named '{text}'; {hint}"): "aucun {sorts} nommé « {text} » ; {hint}",
    }


@pytest.mark.parametrize("words", ['say "no"', "a\nb\n", "\\d {{x}}\t", "中文", " ", "one\n\ntwo"])
def test_a_text_comes_back_as_it_went(words):
    assert list(entries(po_text("xx", iter([Entry("key", words, words)]))))[1:] == [Entry("key", words, words)]


def test_all_that_there_is_to_say_fits_into_a_file():
    """
    Each key and each message, once.
    """
    every = untranslated()

    assert len({(each.key, each.english) for each in every}) == len(every)
    assert {each.key for each in every} == {*WORDS, ""}
    assert list(entries(po_text("fr", every)))[1:] == [each._replace(place="") for each in every]


def test_english_reads_no_file(french):
    assert python(
        "from sim.words import po, text\n"
        "po.entries = None\n"
        "print(text('held', 'en'))\n"
        "try:\n    text('held', 'zh')\n"
        "except TypeError:\n    print('read')",
        french,
    ) == ["held", "read"]


def test_a_language_is_there_because_its_file_is(french):
    """
    It is said where it is translated, and English where not; never an error.
    """
    assert python(
        "from sim.words import LANGUAGES, text\n"
        "from sim.words.say import said\n"
        "from sim.message import Message\n"
        "print(LANGUAGES)\n"
        "print(text('held', 'fr'), text('breached', 'fr'), text('moved_on', 'fr', volume='1 m3', when='T+0'))\n"
        "wrong = Message(\"no {sorts} is named '{text}'; {hint}\", sorts=Message('link'), text='x', hint='?')\n"
        "print(said(wrong, 'fr'))",
        french,
    ) == ["('en', 'zh', 'fr')", "tenu breached from T+0, 1 m3 moved on", "aucun link nommé « x » ; ?"]


def test_a_park_names_its_things_in_any_language(french, tmp_path):
    """
    French where it is written, else English, else Chinese; without the file `fr` is no key of a name.
    """
    park = tmp_path / "park.yaml"
    text = (ROOT.parent / "docs" / "first-park" / "park.yaml").read_text(encoding="utf-8")
    park.write_text(text.replace("{en: First park", "{fr: Premier parc, en: First park", 1), encoding="utf-8")
    read = f"from sim.load import load_park\npark = load_park({str(park)!r})\nprint(park.name.in_language('fr'))"

    assert "fr: Premier parc" in park.read_text(encoding="utf-8")
    assert python(read, french) == ["Premier parc"]
    with pytest.raises(subprocess.CalledProcessError) as refused:
        python(read, tmp_path / "none")
    assert "name.fr: unknown key; a name knows en, zh" in refused.value.stderr


@pytest.mark.parametrize(
    ("name", "reader", "read"),
    [
        (Name("pool", "池", fr="bassin"), "fr", "bassin"),
        (Name("pool", "池"), "fr", "pool"),
        (Name(zh="池"), "fr", "池"),
        (Name("pool", fr="bassin"), "zh", "pool"),
        (Name(fr="bassin"), "zh", "bassin"),
        (Name(), "en", ""),
    ],
)
def test_what_a_reader_gets_of_a_name(name, reader, read):
    """
    The reader's language, else English, else what there is.
    """
    assert name.in_language(reader) == read


def unsaid(text):
    """What the text of a language's file does not say, by its key, or by the message."""
    said = words_in(text)
    return [each.key or each.english for each in untranslated()
            if not usable(each.english, said.get((each.key, each.english), ""))]  # fmt: skip


SHIPPED = {path.name: path.read_text(encoding="utf-8") for path in files().values()}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_language_that_comes_with_the_program_says_everything_once(name):
    """
    Nothing is empty, fuzzy, in other places than the English, left over from other English, or there twice.
    """
    there = [(each.key, each.english) for each in entries(SHIPPED[name]) if each.english]
    wanted = {(each.key, each.english) for each in untranslated()}

    wrong = {
        "not said": unsaid(SHIPPED[name]),
        "left over": [key or english for key, english in there if (key, english) not in wanted],
        "twice": [key or english for (key, english), times in Counter(there).items() if times > 1],
    }

    assert not any(wrong.values()), wrong


def test_chinese_comes_with_the_program():
    assert next(iter(files())) == "zh"


def test_what_is_renewed_after_words_have_changed():
    """
    What is said stays; a key whose English was other, and a message like one that is gone, keep their words, to be
    looked at; what is new is empty; what is gone is told. Renewed once more it is the same.
    """
    before = FRENCH.replace('msgid "held"', 'msgid "kept"').replace("no {sorts} is named", "no {sorts} is called")
    text, left, gone = renewed("fr", before + '\nmsgctxt "gone"\nmsgid "a"\nmsgstr "b"\n')
    now = {each.key or each.english: each for each in entries(text)}

    assert now["held"] == Entry("held", "held", "tenu", fuzzy=True)
    assert now["language_name"] == Entry("language_name", "English", "Français")
    assert now["no {sorts} is named '{text}'; {hint}"].said.startswith("aucun {sorts}")
    assert now["no {sorts} is named '{text}'; {hint}"].fuzzy
    assert now["breached"] == Entry("breached", "breached", "peut-etre", fuzzy=True)
    assert now["relieved"] == Entry("relieved", "relieved", "")
    assert [each[:3] for each in gone] == [("gone", "a", "b")]
    assert len(left) == len(untranslated()) - 1
    assert renewed("fr", text)[0] == text


def test_what_a_language_lacks_is_named():
    """
    3 of all are said.
    """
    assert len(unsaid(FRENCH)) == len(untranslated()) - 3
    assert {"breached", "moved_on"} < set(unsaid(FRENCH))
    assert "held" not in unsaid(FRENCH)


def trees():
    for path in sorted(ROOT.rglob("*.py")):
        if path.parent.name != "words":
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def test_no_code_asks_which_language_it_is():
    """
    What differs between languages stands under a key.
    """
    asking = [
        f"{path}:{node.lineno}" for path, tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Compare)
        for each in ast.walk(node) if isinstance(each, ast.Constant) and each.value in ("en", "zh")
    ]  # fmt: skip

    assert asking == []


def test_no_name_is_written_in_the_code():
    """
    A `Name` is what somebody wrote, or made of keys; but for columns' heads and names of rules.
    """
    written = [
        f"{path}:{node.lineno}" for path, tree in trees() for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Name" and len(node.args) == 2
    ]  # fmt: skip

    assert [each for each in written if not each.startswith(("drill/paper/columns.py:", "regulation/"))] == []
