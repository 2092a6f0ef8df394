"""Good files spoilt at random, handed to every reader: `python -m tests.hostile -n 3000 --seed 1`.

Whatever is done to a file of the user's, the program reads it or refuses it (statuses 0 to 2), says nothing of a
traceback, and takes at most 5 s of processor time and 500 MB. Each case is played in a process of its own, forked from
one that has everything imported and a park, a result and an exercise at hand. The same seed gives the same cases;
`--only 17` plays one again and shows what it says.
"""

from __future__ import annotations

import argparse
import io
import json
import math
import os
import random
import resource
import shutil
import signal
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
MOST_S, MOST_MB = 5.0, 500.0
PATIENCE_S = 60
"""After which a case is ended."""
SPICE = [
    "", " ", "\n", ":", "- ", "[", "]", "{", "}", '"', "'", "#", ",", ";", "%", "&a ", "*a", "!x ", "|", "null", "nan",
    ".inf", "-1", "1e999", "1e-300 m", "0", "12:00", "no", "basis", "\t", "\r", "\x00", "\x07", "\v", "\ufffe",
    "\ud800", "😀", "<<: ", "---", "{value: 5}", "5 m3", "0.5", "-5 m3/h", "99999999999999 km", "9" * 400, "=1+1", "＝",
    "：", "../", "true", "<!--", "$", "2025-07-14", "T+5", "0.688", "T+99:99", "inf", "[" * 3000, "a" * 300,
]  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A file that somebody hands in, and what reads it."""

    name: str
    file: str
    words: tuple[str, ...]
    """Of the command; `FILE` stands for the spoilt file. Lines to type where they are empty."""


PLAN = "first-park/plan.yaml"
KINDS = (
    Kind("park", "small/park.yaml", ("validate", "small/fire.yaml")),
    Kind("scenario", "small/fire.yaml", ("validate", "FILE")),
    Kind("table of a park", "small/pools.csv", ("validate", "small/fire.yaml")),
    Kind("storm", "small/storm.csv", ("validate", "small/fire.yaml")),
    Kind("levels", "first-park/levels.csv", ("run", PLAN, "--levels", "FILE", "--no-trace")),
    Kind("levels, workbook", "levels.xlsx", ("run", PLAN, "--levels", "FILE", "--no-trace")),
    Kind("log", "first-park/exercise.csv", ("replay", PLAN, "--log", "FILE")),
    Kind("log, workbook", "log.xlsx", ("replay", PLAN, "--log", "FILE")),
    Kind("list", "drill/master-list.json", ("drill", PLAN, "--from", "FILE", "--formats", "json,md")),
    Kind("list to play", "drill/master-list.json", ("play", "FILE")),
    Kind("list, workbook", "drill/master-list.xlsx", ("drill", PLAN, "--from", "FILE", "--formats", "json,md")),
    Kind("journal", "plan-journal.jsonl", ("play", PLAN, "--resume", "--journal", "FILE")),
    Kind("entries", "entries.txt", ("play", PLAN)),
    Kind("calendar", "drill/calendar.en.ics", ("drill", PLAN, "--calendar", "FILE", "--formats", "ics")),
    Kind("texts", "first-park/texts.yaml", ("drill", PLAN, "--texts", "FILE", "--formats", "md")),
    Kind("sizing sheet", "sizing/works.yaml", ("size", "FILE")),
    Kind("map layer", "gis/first-park.geojson", ("import", "geojson", "FILE", "--park", "first-park")),
    Kind("Shapefile", "gis/pools.shp", ("import", "shp", "FILE", "--park", "first-park", "--datum", "gcj02")),
    Kind("drawing", "gis/site.dxf", ("import", "dxf", "FILE", "--park", "first-park", "--datum", "local")),
    Kind("holidays", "holidays.csv", ("holidays", "FILE")),
    Kind("result", "result", ("export", "geojson", "FILE", "layer.geojson")),
)
ENTRIES = "1\n5 done\n6 done at T+150 min\nnote hello\npause\ngo\njump 20 min\nundo\nshow\n6 完成 于 T+160 min\nquit\n"


# What is done to a text.


def _spiced(text: str, dice: random.Random) -> str:
    for _ in range(dice.randint(1, 4)):
        at = dice.randint(0, len(text))
        text = text[:at] + dice.choice(SPICE) + text[at + dice.randint(0, 6) :]
    return text


def _lines(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    how = dice.randint(0, 4)
    if how == 0:
        del lines[at]
    elif how == 1:
        lines[at], lines[other] = lines[other], lines[at]
    elif how == 2:
        lines.insert(other, lines[at])
    elif how == 3:
        lines[at] = lines[at] * dice.choice([3, 2000])
    else:
        lines[at] = " " * dice.randint(1, 9) + lines[at]
    return "".join(lines)


def _words(text: str, dice: random.Random) -> str:
    """Another word in the place of one, numbers above all."""
    pieces = text.replace(",", " , ").split(" ") if dice.random() < 0.3 else text.split(" ")
    for _ in range(dice.randint(1, 3)):
        pieces[dice.randrange(len(pieces))] = dice.choice([*SPICE, *pieces[:50]])
    return " ".join(pieces)


def _cut(text: str, dice: random.Random) -> str:
    begin, end = sorted(dice.randint(0, len(text)) for _ in range(2))
    return dice.choice([text[:begin], text[begin:end], text[:begin] + text[end:], ""])


def _large(text: str, dice: random.Random) -> str:
    at = dice.randint(0, len(text))
    pieces = {"a": 3_000_000, "a: b\n": 300_000, "[": 200_000, ",": 50_000, " ": 50_000, "x,y\n": 300_000}
    piece = dice.choice(sorted(pieces))
    return text[:at] + piece * pieces[piece] + text[at:]


def _encoded(text: str, dice: random.Random) -> bytes:
    how = dice.choice(["utf-16", "gb18030", "utf-8-sig", "utf-32", "latin-1"])
    return text.encode(how, "replace")


def _bytes(data: bytes, dice: random.Random) -> bytes:
    """Bytes changed, whatever they stand for."""
    found = bytearray(data)
    for _ in range(dice.randint(1, 20)):
        if found:
            found[dice.randrange(len(found))] = dice.randrange(256)
    return bytes(found[: dice.randint(0, len(found))] if dice.random() < 0.2 else found)


def spoilt(data: bytes, dice: random.Random) -> bytes:
    """A text that something was done to."""
    if dice.random() < 0.12:
        return _bytes(data, dice)
    text = data.decode("utf-8", "replace")
    if dice.random() < 0.05:
        return _encoded(text, dice)
    hands = [_spiced, _lines, _words, _cut, _large]
    for hand in dice.choices(hands, [6, 4, 6, 2, 0.6], k=dice.randint(1, 2)):
        text = hand(text, dice)
    return text.encode("utf-8", "surrogatepass")


def spoilt_book(data: bytes, dice: random.Random) -> bytes:
    """A workbook, one part of which something was done to."""
    if dice.random() < 0.15:
        return _bytes(data, dice)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    name = dice.choice(sorted(parts))
    how = dice.random()
    if how < 0.08:
        parts["xl/media/large.bin"] = bytes(dice.choice([10, 100]) * 2**20)
    elif how < 0.16:
        del parts[name]
    elif how < 0.24:
        rows = b"".join(b"<row r='%d'><c r='A%d'><v>1</v></c></row>" % (k, k) for k in range(1, 20_000))
        parts[name] = parts[name].replace(b"</sheetData>", rows + b"</sheetData>")
    else:
        parts[name] = spoilt(parts[name], dice)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for each, content in parts.items():
            book.writestr(each, content)
    return out.getvalue()


def spoilt_json(data: bytes, dice: random.Random) -> bytes:
    """JSON in which one value is another."""
    found = json.loads(data)
    here, key = found, None
    while isinstance(here, dict | list) and here:
        key = dice.choice(list(here)) if isinstance(here, dict) else dice.randrange(len(here))
        if dice.random() < 0.25 or not isinstance(here[key], dict | list) or not here[key]:
            break
        here = here[key]
    others = [None, -1, 0, 1e300, "inf", "x", True, [], {}, [[[]]], {"a": 1}, "\x0b", "\ud800", 10**400, 2.5, math.nan]
    if key is not None:
        if dice.random() < 0.2:
            del here[key]
        else:
            here[key] = dice.choice(others)
    return json.dumps(found).encode()


def spoil(path: Path, dice: random.Random) -> None:
    """Do something to a file, or to one of a folder."""
    if path.is_dir():
        path = dice.choice(sorted(each for each in path.rglob("*") if each.is_file()))
    data = path.read_bytes()
    if path.suffix == ".xlsx":
        data = spoilt_book(data, dice)
    elif path.suffix == ".json" and dice.random() < 0.5:
        data = spoilt_json(data, dice)
    elif path.suffix == ".jsonl" and dice.random() < 0.5:
        lines = data.splitlines()
        at = dice.randrange(len(lines))
        data = b"\n".join([*lines[:at], spoilt_json(lines[at], dice), *lines[at + 1 :], b""])
    else:
        data = spoilt(data, dice)
    path.write_bytes(data)


# Where cases are played.


def prepare(place: Path) -> None:
    """Everything that cases begin from, in a folder; and everything imported that they need."""
    from sim.cli import main, replay
    from sim.drill.cover.holidays import SHIPPED

    shutil.copytree(ROOT / "tests/load/small", place / "small")
    shutil.copytree(ROOT / "docs/first-park", place / "first-park")
    for name in ("sizing", "gis"):
        shutil.copytree(ROOT / "docs" / name, place / name)
    shutil.copy(SHIPPED, place / "holidays.csv")
    (place / "entries.txt").write_text(ENTRIES, encoding="utf-8")
    os.chdir(place)
    replay.planned_run = _once(replay.planned_run)
    for name in ("first-park/levels.csv", "first-park/exercise.csv"):
        _as_book(place / name, place / {"levels": "levels.xlsx", "exercise": "log.xlsx"}[Path(name).stem])
    assert main(["drill", PLAN, "--out", "made", "--quiet"]) == 0
    (result,) = (place / "made").iterdir()
    shutil.move(result / "drill", place / "drill")
    shutil.move(result, place / "result")
    with _typed(place / "entries.txt"):
        assert main(["play", PLAN, "--out", ".", "--quiet"]) == 0
    for kind in KINDS:  # each good file is read, so that nothing is imported or compiled while a case is timed
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            assert _play(kind, place) in (0, 2), kind.name
    shutil.rmtree(place / "results", ignore_errors=True)


def _once(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Works the plan that an exercise is held against out once, which takes longer than the rest of a case."""
    made: dict[str, Any] = {}

    def planned(case: Any) -> Any:
        if case.inputs_hash not in made:
            made[case.inputs_hash] = make(case)
        return made[case.inputs_hash]

    return planned


@contextmanager
def _typed(path: Path) -> Iterator[None]:
    """Inside, what is typed comes from a file."""
    with path.open(encoding="utf-8", errors="surrogateescape") as file:
        before, sys.stdin = sys.stdin, file
        try:
            yield
        finally:
            sys.stdin = before


def _as_book(table: Path, book: Path) -> None:
    import csv

    from openpyxl import Workbook

    made = Workbook()
    for row in csv.reader(table.open(encoding="utf-8-sig", newline="")):
        made.active.append(row)
    made.save(book)


def _play(kind: Kind, place: Path) -> int:
    """What the program says to a file: its exit status."""
    from sim.cli import main
    from sim.drill.cover.holidays import load_holidays
    from sim.errors import InputError

    file = str(place / kind.file)
    words = [file if each == "FILE" else each for each in kind.words]
    if words[0] == "holidays":  # a whole study stands behind the command
        try:
            load_holidays(Path(file), 2026)
        except InputError as error:
            print(error, file=sys.stderr)
            return error.exit_status
        return 0
    if words[0] in ("drill", "replay", "run", "play"):
        words += ["--out", "results", "--quiet"]
    with _typed(Path(file if kind.file.endswith(".txt") else os.devnull)):
        return main(words)


@dataclass(frozen=True)
class Outcome:
    """What came of a case."""

    kind: str
    status: int
    """Negative for a signal."""
    took_s: float
    """Of processor time."""
    size_mb: float
    said: str

    @property
    def wrong(self) -> list[str]:
        """What must not be."""
        claims = {
            "exit status": self.status not in (0, 1, 2),
            "traceback": "Traceback (most recent" in self.said,
            "slow": self.took_s > MOST_S,
            "large": self.size_mb > MOST_MB,
            "silent": self.status == 2 and not self.said.strip(),
        }
        return [name for name, is_so in claims.items() if is_so]


def play(number: int, seed: int, base: Path) -> Outcome:
    """One case, in a process of its own."""
    kind = KINDS[number % len(KINDS)]
    dice = random.Random(f"{seed}-{number}")
    with TemporaryDirectory() as folder:
        place = Path(folder) / "case"
        shutil.copytree(base, place)
        spoil(place / kind.file, dice)
        said = Path(folder) / "said"
        pid = os.fork()
        if pid == 0:
            _in_child(kind, place, said)
        _, status, used = os.wait4(pid, 0)
        text = said.read_text(encoding="utf-8", errors="replace")
    took_s = used.ru_utime + used.ru_stime
    return Outcome(kind.name, os.waitstatus_to_exitcode(status), took_s, used.ru_maxrss / 1024, text)


def _in_child(kind: Kind, place: Path, said: Path) -> None:
    """Never comes back."""
    status = 70
    try:
        os.chdir(place)
        signal.alarm(PATIENCE_S)
        resource.setrlimit(resource.RLIMIT_AS, (4 * 2**30, 4 * 2**30))
        with said.open("w", encoding="utf-8", errors="backslashreplace") as file:
            sys.stdout = sys.stderr = file
            status = _play(kind, place)
            file.flush()
    except BaseException as error:  # what gets here would be a traceback
        with said.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"Traceback (most recent call last): {type(error).__name__}: {error}")
    finally:
        os._exit(status)


def main() -> int:
    """Play the cases that the words ask for; 1 if something came out that must not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=300, help="how many")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="this one alone, and what it says")
    given = parser.parse_args()
    numbers = range(given.n) if given.only is None else [given.only]
    with TemporaryDirectory() as folder:
        base = Path(folder) / "base"
        base.mkdir()
        prepare(base)
        found = {number: play(number, given.seed, base) for number in numbers}
    _tell(found, given.only is not None)
    return int(any(each.wrong for each in found.values()))


def _tell(found: dict[int, Outcome], whole: bool) -> None:
    """A row a kind, then every case that must not be."""
    print(f"{'':18}{'cases':>7}{'read':>7}{'refused':>9}{'wrong':>7}{'most s':>8}{'most MB':>9}")
    for kind in KINDS:
        own = [each for each in found.values() if each.kind == kind.name]
        if own:
            status = Counter(each.status for each in own)
            wrong = sum(bool(each.wrong) for each in own)
            most_s, most_mb = max(each.took_s for each in own), max(each.size_mb for each in own)
            print(f"{kind.name:18}{len(own):7}{status[0]:7}{status[2]:9}{wrong:7}{most_s:8.1f}{most_mb:9.0f}")
    for number, each in found.items():
        if each.wrong or whole:
            print(f"\n{number} ({each.kind}): {', '.join(each.wrong) or 'right'}; exit status {each.status}, "
                  f"{each.took_s:.1f} s, {each.size_mb:.0f} MB\n{each.said[: 4000 if whole else 300]}")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
