"""The files of a scenario as text: what is wrong in them and how to mend it, and who may write which."""

import os
import pickle
from pathlib import Path
from shutil import copy

import pytest

from sim.board.shelf import Mend, NotHereError, Shelf, as_bytes
from sim.errors import InputError, Problems
from sim.message import Instead, Message, about, instead

SMALL = Path(__file__).parent


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """Of a small park, by names such as somebody in its folder writes them."""
    for name in ("bund.yaml", "bund-park.yaml"):
        copy(SMALL / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    return Shelf("bund.yaml")


WRONG = {
    "no unit, which only its author knows": (
        "100 m3,", "100,", (9, 42, [("100", "100 m3"), ("100", "100 万m3"), ("100", "100 L")])),
    "a name in quotes": ("shut: drain", "shut: 'drian'", (11, 47, [("'drian'", "'drain'")])),
    "a key": ("volume:", "volum:", (9, 34, [("volum", "volume")])),
    "a file": ("park: bund-park", "park: bnd-park", (3, 7, [("bnd-park.yaml", "bund-park.yaml")])),
    "a sign of a Chinese keyboard": ("horizon: 1 h", "horizon： 1 h", (4, 8, [("：", ": ")])),
    "a unit": ("100 m3,", "100 m33,", (9, 42, [("100 m33", "100 m3")])),
    "a part of a longer path": ("links.drain", "links.drian", (13, 10, [])),
    "nothing alike": ("into: bund", "into: hole", (9, 17, [])),
    "too much": ("at: 2 min", "at: -2 min", (11, 20, [])),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_a_problem_has_its_place_and_what_would_be_right_there(shelf, what):
    """
    Lines and columns counted by hand in bund.yaml; mended, nothing is wrong any more.
    """
    old, new, (line, column, mends) = WRONG[what]
    text = shelf.file("bund.yaml").text.replace(old, new)
    found = shelf.problems("bund.yaml", text.encode())[0]

    assert (found.file, found.line, found.column) == ("bund.yaml", line, column)
    assert found.mends == tuple(Mend(*each) for each in mends)
    lines = text.split("\n")
    for each in mends[:1]:
        assert lines[line - 1].startswith(each[0], column - 1)
        lines[line - 1] = lines[line - 1][: column - 1] + lines[line - 1][column - 1 :].replace(*each, 1)
        assert shelf.problems("bund.yaml", "\n".join(lines).encode()) == []


def test_a_park_is_checked_with_the_scenario_that_plays_in_it(shelf):
    """
    The link's id goes: the scenario's order and its override name nothing any more; on disk nothing has changed.
    """
    text = shelf.file("bund-park.yaml").text.replace("drain: {kind", "gate: {kind")

    assert [(each.file, each.line) for each in shelf.problems("bund-park.yaml", text.encode())] == [
        ("bund.yaml", 11), ("bund.yaml", 13)]  # fmt: skip
    assert shelf.own_problems() == []


def test_a_text_that_names_what_lies_elsewhere_is_not_followed(shelf, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "park.yaml"
    copy("bund-park.yaml", other)
    text = shelf.file("bund.yaml").text.replace("bund-park.yaml", str(other))

    assert "lies outside of" in shelf.problems("bund.yaml", text.encode())[0].said
    with pytest.raises(Problems, match="lies outside of"):
        shelf.write("bund.yaml", text.encode())
    Path("bund.yaml").write_text(text, encoding="utf-8")
    assert [each.file for each in shelf.files()] == ["bund.yaml", "bund-park.yaml"]
    assert "lies outside of" in shelf.own_problems()[0].said


@pytest.mark.parametrize("name", [
    "../other.yaml", "./new.yaml", "new.txt", "new", ".new.yaml", "below/new.yaml", "there.csv", "linked.yaml",
    "a\n.csv"])  # fmt: skip
def test_only_its_own_files_are_written_or_new_ones_beside_them(shelf, name):
    """
    A link, one that is there and is not read, another folder, another suffix: nothing is written; `new.csv` may be.
    """
    Path("there.csv").write_text("a", encoding="utf-8")
    Path("below").mkdir()
    Path("linked.yaml").symlink_to("bund.yaml")
    before = sorted(os.listdir())

    for path in (name, os.path.abspath(name)):
        with pytest.raises(NotHereError):
            shelf.write(path, b"id: x\n")
    assert sorted(os.listdir()) == before
    shelf.write("new.csv", b"a\n")
    assert shelf.file("new.csv").data == b"a\n"


def test_a_file_that_became_a_link_is_not_written(shelf, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "mine.yaml"
    os.replace("bund-park.yaml", other)
    Path("bund-park.yaml").symlink_to(other)

    assert not shelf.file("bund-park.yaml").writable
    with pytest.raises(NotHereError):
        shelf.write("bund-park.yaml", b"")


def test_a_file_is_written_whole_or_not_at_all(shelf, monkeypatch):
    Path("bund.yaml").chmod(0o640)
    before = shelf.file("bund.yaml")
    shelf.write("bund.yaml", before.data + b"# more\n")
    assert Path("bund.yaml").stat().st_mode & 0o777 == 0o640

    def fails(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(InputError, match="No space left"):
        shelf.write("bund.yaml", b"")
    with pytest.raises(InputError, match="larger than 2 MB"):
        shelf.write("bund.yaml", bytes(2**21 + 1))
    assert Path("bund.yaml").read_bytes() == before.data + b"# more\n"
    assert sorted(os.listdir()) == ["bund-park.yaml", "bund.yaml"]


@pytest.mark.parametrize(("text", "before", "name", "wanted"), [
    ("a\nb\n", b"\xef\xbb\xbfa\r\n", "x.csv", b"\xef\xbb\xbfa\r\nb\r\n"),
    ("a\nb\n", b"a\nc\n", "x.csv", b"a\nb\n"),
    ("a\r\nb\n", b"a\nc\n", "x.csv", b"a\r\nb\n"),
    ("名,池\n", "名称,池\r\n".encode("gb18030"), "x.csv", "名,池\r\n".encode("gb18030")),
    ("名: 池\n", "名称: 池\n".encode("gb18030"), "x.yaml", "名: 池\n".encode()),
    ("a\n", b"", "x.yaml", b"a\n"),
])  # fmt: skip
def test_a_file_keeps_its_letters_and_its_ends_of_lines(text, before, name, wanted):
    assert as_bytes(text, before, name) == wanted


def test_half_a_letter_is_refused():
    with pytest.raises(InputError, match="letter 3 of the text"):
        as_bytes("a:\ud800", b"", "x.yaml")


def test_what_would_be_right_goes_with_a_message_to_another_process():
    found = about("x:1:2", Message("no; {hint}", hint=Instead(Message("a {b}?", b="c"), "d", ["c"])))
    there, = instead(pickle.loads(pickle.dumps(found)))

    assert (there, there.old, there.new, there.template) == ("a c?", "d", ("c",), "a {b}?")
