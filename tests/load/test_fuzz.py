"""Bad input never ends in a traceback, whatever is done to a good file."""

import random
import shutil
from pathlib import Path

import pytest
import yaml

from sim.errors import InputError
from sim.load import check_files, load_case, loading
from sim.load.emit import to_yaml
from sim.load.files import Files
from sim.load.place import Faults
from sim.load.yaml_text import read_yaml

SMALL = Path(__file__).parent / "small"
FILES = ["park.yaml", "pools.csv", "fire.yaml", "storm.csv", "levels.csv"]
OF_PARK = ["park.yaml", "pools.csv"]
SPICE = [
    "", " ", "\n", ":", "- ", "[", "]", "{", "}", '"', "'", "#", ",", "%", "&a ", "*a", "!x ", "|", ">", "?", "~",
    "null", "nan", ".inf", "-1", "1e999 m3", "1e-300 m", "0", "12:00", "no", "basis", "value", "\t", "\r", "\x00",
    "\x07", "￾", "😀", "<<: ", "---", "...", "{value: 5}", "[[1, 2], [3]]", "5 m3", "5 s", "0.5", "3 %", "10³ m",
    "bund", "pit", "all", "open", "-5 m3/h", "99999999999999 km", "spillway", "1e9 d", "0 m", "0 s", "1 mm",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    """A copy of the small park with its scenario, to be spoilt."""
    shutil.copytree(SMALL, tmp_path / "small")
    return tmp_path / "small"


@pytest.fixture
def share(monkeypatch):
    """Reads a good scenario once; later loads share what came of each file, as scenarios of one `validate` do.

    All but the one that will be spoilt: that is read anew each time, and the park too if it is a part of it.
    """

    def read_once(scenario, spoilt=None, **asked):
        read = Files()
        monkeypatch.setattr(loading, "Files", lambda: read)
        load_case(scenario, **asked)
        anew = str(scenario.parent / spoilt) if spoilt else ""
        kept = {part: {path: got for path, got in getattr(read, part).items() if path != anew} for part in PARTS}
        if spoilt in OF_PARK:
            kept["folded"] = {}
        monkeypatch.setattr(loading, "Files", lambda: Files(**{part: dict(got) for part, got in kept.items()}))
        return kept

    return read_once


PARTS = ("texts", "blocks", "folded")


def spoil_letters(text: str, dice: random.Random) -> str:
    """Cut a few letters out and put others in."""
    for _ in range(dice.choice([1, 1, 2, 5])):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(SPICE) + text[at + dice.choice([0, 1, 3, 10]) :]
    return text


def spoil_words(text: str, dice: random.Random) -> str:
    """Put other words where words stand, which more often leaves the file readable."""
    words = text.split(" ")
    for _ in range(dice.choice([1, 1, 2, 5])):
        at = dice.randrange(len(words))
        words[at] = dice.choice([*SPICE, dice.choice(words)])
    return " ".join(words)


def spoil_lines(text: str, dice: random.Random) -> str:
    """Leave lines out, write lines twice, move lines."""
    lines = text.splitlines(keepends=True)
    for _ in range(dice.choice([1, 2, 4])):
        line = lines.pop(dice.randrange(len(lines))) if lines else "x"
        for _ in range(dice.choice([0, 1, 2])):
            lines.insert(dice.randrange(len(lines) + 1), line)
    return "".join(lines)


def is_read_or_refused(call, *args, **kwargs) -> bool:
    """Whether a call ends well, or with an error that says something."""
    try:
        call(*args, **kwargs)
    except InputError as error:
        return bool(str(error).strip())
    return True


@pytest.mark.parametrize("spoil", [spoil_letters, spoil_words, spoil_lines])
@pytest.mark.parametrize("name", FILES)
def test_spoilt_files_are_read_or_refused(folder, share, name, spoil):
    """
    150 ways to spoil each file: it is read, or refused with a message; nothing else.
    """
    good = (SMALL / name).read_text(encoding="utf-8")
    share(folder / "fire.yaml", spoilt=name, levels=folder / "levels.csv")
    for seed in range(150):
        dice = random.Random(seed)
        (folder / name).write_text(spoil(good, dice), encoding="utf-8", newline="")

        asked = {"pick": dice.choice([None, "worst"]), "levels": folder / "levels.csv"}
        assert is_read_or_refused(load_case, folder / "fire.yaml", **asked), seed


def test_spoilt_bytes_are_read_or_refused(folder):
    good = (SMALL / "park.yaml").read_bytes()
    for seed in range(150):
        dice = random.Random(seed)
        at = dice.randrange(len(good))
        (folder / "park.yaml").write_bytes(good[:at] + dice.randbytes(3) + good[at + 2 :])

        assert is_read_or_refused(check_files, [folder]), seed


def test_spoilt_flags_are_read_or_refused(share):
    """
    Whatever is typed behind `--set`.
    """
    share(SMALL / "fire.yaml")
    paths = ["horizon", "releases.leak.rate", "park.storages.north.pool", "openings", "park", "id", "tables", ""]
    for seed in range(300):
        dice = random.Random(seed)
        path = spoil_letters(dice.choice(paths), dice) if dice.random() < 0.5 else dice.choice(paths)
        value = dice.choice(SPICE) + dice.choice(SPICE)

        assert is_read_or_refused(load_case, SMALL / "fire.yaml", sets=[f"{path}={value}"]), (path, value)


def spots(data, way=()):
    """The way to every value of nested data."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield (*way, key)
        yield from spots(value, (*way, key))


def without(data, way):
    """Nested data less the value at the end of a way."""
    if isinstance(data, list):
        return [without(v, way[1:]) if k == way[0] else v for k, v in enumerate(data) if k != way[0] or way[1:]]
    return {k: without(v, way[1:]) if k == way[0] else v for k, v in data.items() if k != way[0] or way[1:]}


def replaced(data, way, other):
    """Nested data with another value at the end of a way."""
    if not way:
        return other
    if isinstance(data, list):
        return [replaced(v, way[1:], other) if k == way[0] else v for k, v in enumerate(data)]
    return {k: replaced(v, way[1:], other) if k == way[0] else v for k, v in data.items()}


@pytest.mark.parametrize("name", ["park.yaml", "scenario.yaml"])
def test_every_value_may_be_missing_or_wrong(tmp_path, share, name):
    """
    Each value of the resolved copies is left out once, and once replaced by text, list and block. Only the part of the
    file that it stands in is written and parsed anew.
    """
    good = load_case(SMALL / "fire.yaml").resolved
    for file, text in good.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    blocks, path = share(tmp_path / "scenario.yaml", spoilt=name)["blocks"], str(tmp_path / name)
    tree = read_yaml(good[name], path, Faults())
    data = yaml.load(good[name], Loader=yaml.BaseLoader)
    for way in spots(data):
        part = {way[0]: data[way[0]]}
        spoilt = [without(part, way), *(replaced(part, way, other) for other in ("5", ["x"], {"x": "1 m3"}))]
        for each in spoilt:
            blocks[path] = with_part(tree, way[0], read_yaml(to_yaml(each), path, Faults()))

            assert is_read_or_refused(load_case, tmp_path / "scenario.yaml"), way


def with_part(tree, key, part):
    """A file's tree with a part of it taken from another; without it, where that has none."""
    return tree.put(key, part.get(key)) if part else tree.without(key)
