"""What stands in papers: words, volumes and times; and the numbers of the tables of the runs."""

import csv
import re
from collections import defaultdict

import docx
from docx.oxml.ns import qn

from sim.units import Dimension, UnitError, parse, volume_text

VOLUME = re.compile(r"([\d,]+(?:\.\d+)?) ?(m³|立方米|L\b)(?!/)")
TIME = re.compile(r"(?:\d[\d,.]* (?:d|h|min|s)\b ?)+|(?:\d[\d,.]*(?:天|小时|分钟|分|秒))+")
PIECE = re.compile(r"([\d,.]+) ?(d|h|min|s|天|小时|分钟|分|秒)")
SECONDS = {"d": 86400, "天": 86400, "h": 3600, "小时": 3600, "min": 60, "分钟": 60, "分": 60, "s": 1, "秒": 1}
DAYS = re.compile("天| d")
A_MINUTE_S, AN_HOUR_S = 60, 3600
QUANTITY = re.compile(r"[\d.,]+ ?[A-Za-z/0-9^%]+(?: \d+ (?:min|s))?")


def words_of(path):
    """Every paragraph and cell of a document, in its order."""
    return ["".join(part.text or "" for part in paragraph.iter(qn("w:t")))
            for paragraph in docx.Document(path).element.body.iter(qn("w:p"))]  # fmt: skip


def volumes_of(text):
    """Volumes as they are written, in the words of `volume_text`."""
    return {f"{number} {'L' if unit == 'L' else 'm3'}" for number, unit in VOLUME.findall(text)}


def times_of(text):
    """Times in s by how they are written."""
    return {each.strip(): sum(float(number.replace(",", "")) * SECONDS[unit] for number, unit in PIECE.findall(each))
            for each in TIME.findall(text)}  # fmt: skip


def numbers_of(folder):
    """The volumes [m3] and times [s] in all tables of a run, and those of the files that were played."""
    volumes, times = set(), set()
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                volumes |= {abs(float(cell)) for head, cell in row.items() if "[m3]" in head and cell}
                times |= {abs(float(cell)) for head, cell in row.items() if "[s]" in head and cell}
                if row.get("unit") in ("m3", "s"):
                    found = {float(cell) for head, cell in row.items() if head in LIMITS and cell}
                    (volumes if row["unit"] == "m3" else times).update(found)
    for path in (folder / "resolved").glob("*.yaml"):
        for text in QUANTITY.findall(path.read_text(encoding="utf-8")):
            for dimension, known in ((Dimension.VOLUME, volumes), (Dimension.TIME, times)):
                try:
                    known.add(parse(text, dimension))
                except UnitError:
                    continue
    return volumes | by_tier(folder), times


LIMITS = ("is", "largest held", "least lost", "largest were all counted")


def by_tier(folder):
    """What the storages of each tier hold together, gross and usable, out of the table of margins [m3]."""
    sums = defaultdict(float)
    with (folder / "margins.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for head in ("gross [m3]", "usable [m3]"):
                sums[row["tier"], head] += float(row[head]) if head == "gross [m3]" or row["counts"] == "true" else 0.0
    return set(sums.values())


def unfounded(texts, volumes, times):
    """Volumes and times that stand in texts and in no table: volumes to the last digit, times to a minute,
    and to an hour where days are told."""
    said = {volume_text(each) for each in volumes}
    found = set()
    for text in texts:
        found |= {each for each in volumes_of(text) - said if _m3(each) not in volumes}
        for words, time_s in times_of(text).items():
            apart_s = AN_HOUR_S if DAYS.search(words) else A_MINUTE_S
            if not any(abs(time_s - each) <= apart_s for each in times):
                found.add(words)
    return found


def _m3(text):
    return parse(text.replace(",", ""), Dimension.VOLUME)
