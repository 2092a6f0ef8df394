"""Write sensors.csv, sheets.csv and more-sheets.csv: the classes of classes.yaml, facility by facility.

Run it after every change of classes.yaml or of the park: `python configs/changshou-yanjia/make_sheets.py`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from sim.load.builder.park import build_park
from sim.load.files import Files
from sim.load.fold import fold_park
from sim.load.park_form import SENSOR, SHEET
from sim.park import Link, Park, Storage

FOLDER = Path(__file__).parent
TABLES = {
    "sensors.csv": ("sensors", SENSOR),
    "sheets.csv": ("sheets", SHEET),
    "more-sheets.csv": ("more-sheets", SHEET),
}
"""Each table with its part of classes.yaml, and the form of its rows."""
PICKING = ("facilities", "tagged", "first", "by", "each", "like")
"""Keys of a class that choose facilities; all others are keys of a row."""

Class = dict[str, Any]


def tables() -> dict[str, str]:
    """The text of every table, by its file's name."""
    text = (FOLDER / "classes.yaml").read_text(encoding="utf-8")
    written = yaml.load(text, Loader=yaml.BaseLoader)
    known = {name: each for part in written.values() for name, each in part.items()}
    park = inventory()
    found = {}
    for file, (part, form) in TABLES.items():
        rows = [row for name in written[part] for row in rows_of(name, whole(name, known), park)]
        if file == "sheets.csv":
            rows = [{**row, "tags": "facility-sheet"} for row in rows]
        found[file] = as_csv(rows, [field.key for field in form.fields])
    return found


def inventory() -> Park:
    """The park as it stands, without the tables that are written here."""
    path, files = str(FOLDER / "park.yaml"), Files()
    written = files.block(path)
    files.faults.raise_any()
    assert written is not None
    bare = written.put("tables", written.within("tables").without("sensors", "sheets")).without("published")
    park = build_park(*fold_park(bare, path, files), files.faults).park
    files.faults.raise_any()
    return park


def whole(name: str, classes: Mapping[str, Class]) -> Class:
    """A class with what it takes over from the one it is like; an empty value takes over nothing."""
    own = classes[name]
    taken = whole(own["like"], classes) if "like" in own else {}
    return {key: value for key, value in {**taken, **own}.items() if value not in ("", {})}


def rows_of(name: str, rule: Class, park: Park) -> Iterator[dict[str, str]]:
    """The rows of a class, one a facility; several where it is written `each`."""
    keys = {key: value for key, value in rule.items() if key not in PICKING}
    if "operation" in keys:
        keys = {"id": "{id}-" + keys["operation"], "facility": "{id}", **keys}
    if "pump" in keys:
        del keys["facility"]
    for part in facilities(rule, park):
        words = words_of(part)
        times = getattr(park.plants[words["plant"]], rule["each"]) if "each" in rule else 1
        for number in range(1, times + 1):
            row = flat(keys, {**words, "number": str(number)}, part)
            yield {**row, "source": f"class {name} of classes.yaml"}


def facilities(rule: Class, park: Park) -> list[Link | Storage]:
    """The links or storages a class is for."""
    parts: list[Link | Storage] = [*park.links.values(), *park.storages.values()]
    found = [part for part in parts if re.fullmatch(rule["facilities"], part.id)]
    if "tagged" in rule:
        found = [part for part in found if rule["tagged"] in part.tags]
    if rule.get("by") == "capacity":
        found.sort(key=lambda part: (-part.capacity_m3, part.id) if isinstance(part, Storage) else (0.0, part.id))
    return found[: int(rule.get("first", len(found)))]


def words_of(part: Link | Storage) -> dict[str, str]:
    """What stands for the words in braces."""
    words = {"id": part.id, "plant": part.id[:5], "plant_name": part.id[:5].upper()}
    if isinstance(part, Link):
        words |= {"from": part.source, "to": part.target}
        words |= {"flow": f"{part.capacity_m3_s * 3600:g}", "km": f"{(part.length_m or 0) / 1000:g}"}
    return words


def flat(keys: Mapping[str, Any], words: Mapping[str, str], part: Link | Storage, above: str = "") -> dict[str, str]:
    """Keys of keys as columns with dots, their words filled in."""
    row: dict[str, str] = {}
    for key, value in keys.items():
        if isinstance(value, dict):
            row |= flat(value, words, part, f"{above}{key}.")
        else:
            name = part.name.zh if key == "zh" else part.name.en
            row[f"{above}{key}"] = value.format_map({**words, "name": name})
    return row


def as_csv(rows: list[dict[str, str]], order: list[str]) -> str:
    """Rows as a CSV text, columns in the order of the form."""
    order = ["id", *order, "source"]
    found = dict.fromkeys(column for row in rows for column in row)
    columns = sorted(found, key=lambda column: order.index(column.split(".")[0]))
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow([column.replace("name.", "name_") for column in columns])
    table.writerows([row.get(column, "") for column in columns] for row in rows)
    return text.getvalue()


def main() -> None:
    """Write the tables beside this file."""
    for file, text in tables().items():
        (FOLDER / file).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
