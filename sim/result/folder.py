"""The folder a result is kept in.

`OUT/SCENARIO-PICK-HASH8/`, without PICK when none was picked, where the hash is that of all inputs:
the same inputs give the same folder with the same bytes in it. Beside the files of the record (see
`sim.record.store`) there are

| file | what it has |
|---|---|
| `summary.json` | verdicts, margins, first escapes, the ledger's error |
| `tiers.csv`, `crossings.csv`, `margins.csv` | a row a tier; a crossing of a tier; a storage |
| `sections.csv` | a row a river section, or other storage with a gate, that was shut |
| `receptors.csv` | a row a receptor below the park that product came to |
| `actions.csv`, `warnings.csv` | a row an action or job; an alarm of a sensor |
| `jobs.csv` | a row each time that a job was taken up: who went, from where, how it ended and why |
| `reports.csv` | a row a report that is owed: who, to whom, by when, by which rule |
| `assumptions.csv` | a row an assumed number |
| `deadlines.csv`, `limits.csv`, `space.csv`, `faults.csv`, `fault-pairs.csv` | what studies of the scenario found |
| `periods.csv`, `gives-way.csv`, `closing.csv` | what rain of each return period breaks |
| `figures/` | figures of the run and of studies, as PNG and SVG, with the tables behind them |
| `report.html` | the page that `report` made; it stays beside the same inputs and program |
| `recovery.csv`, `second-event.csv` | the same of the time after it |
| `reports.csv` | a row a report that is owed, as `package` tells them |
| `drill/` | an exercise, which people edit: it stays whatever is written beside it |
| `resolved/` | the park and the scenario as they were played, in two files that load again |
| `manifest.json` | versions, the hash, and a digest of every table, by which one that was changed is known |
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from sim.called import Called
from sim.called.happened import happened
from sim.check.reports import reports_owed
from sim.check.warning import warnings
from sim.errors import InputError, cause
from sim.load import Case, load_case
from sim.message import Message, about
from sim.record.store import read_record, write_record
from sim.record.table import Table, write_table
from sim.result.manifest import ENDINGS, MANIFEST, TABLES, changed, digest, digests, manifest, read_manifest
from sim.result.replace import replaced
from sim.result.result import Result
from sim.result.summary import json_text, summary
from sim.result.tables import (
    ACTIONS,
    CROSSINGS,
    MARGINS,
    RECEPTORS,
    REPORTS,
    SECTIONS,
    TIERS,
    WARNINGS,
    acted,
    assumptions_table,
    crossed,
    jobs_table,
)

HASH_LETTERS = 8
"""Letters of the hash in a folder's name."""


def folder_name(case: Case) -> str:
    """The name of the folder that a case's result goes into."""
    seed = "" if case.seed is None else f"seed{case.seed}"
    return "-".join(filter(None, (case.scenario.id, case.pick, seed, case.inputs_hash[:HASH_LETTERS])))


STUDIES = (
    "deadlines.csv", "limits.csv", "space.csv", "faults.csv", "fault-pairs.csv", "periods.csv", "gives-way.csv",
    "closing.csv", "recovery.csv", "second-event.csv", "reports.csv",
)  # fmt: skip
"""Tables that studies put beside a result; they are found from the same inputs."""
FIGURES = "figures"
"""The folder in it that figures are kept in."""

PAGE = "report.html"
"""The page of a result, made by `report` from what stands beside it."""
DRILL = "drill"
"""The folder of an exercise within that of its result."""


def save(
    result: Result,
    case: Case,
    out: str | os.PathLike[str],
    bom: bool = False,
    studies: Mapping[str, Table] | None = None,
    figures: Mapping[str, bytes] | None = None,
) -> Path:
    """Write a result into its folder in `out`, which is made if it is not there; returns the folder.

    The folder is there whole or not at all. An older one of its name is replaced; what studies
    found from the same inputs, with the same program, stays in it, and so does an exercise.

    Raises:
        InputError: `out` is no folder, or cannot be written.
    """
    target = Path(out) / folder_name(case)
    try:
        with replaced(target) as folder:
            _write(result, case, folder, bom)
            made = manifest(result.record, case.inputs_hash, case.seed)
            if (target / DRILL).is_dir():
                shutil.copytree(target / DRILL, folder / DRILL)
            for name, data in (_studies_in(target, made) | _figures(figures or {})).items():
                (folder / name).parent.mkdir(exist_ok=True)
                (folder / name).write_bytes(data)
            for name, table in (studies or {}).items():
                write_table(folder / name, table, bom)
            (folder / MANIFEST).write_bytes(_with_tables(made, digests(folder)))
    except OSError as error:
        raise InputError(about(out, Message("the results cannot be written: {reason}", reason=cause(error)))) from error
    return target


def is_of(folder: Path, result: Result, case: Case) -> bool:
    """Whether a folder holds what this program made of the same inputs, so that what studies found there holds."""
    try:
        found = read_manifest(folder)
    except InputError:
        return False
    same = _made(found) == manifest(result.record, case.inputs_hash, case.seed)
    return same and not changed(folder, found, STUDIES)


def _made(found: Mapping[str, Any]) -> dict[str, Any]:
    """What a result was made with and from, without what was written."""
    return {key: value for key, value in found.items() if key != TABLES}


def add_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files beside a result that is there; each is there whole or not at all.

    Tables are written down in its manifest before they are there, so that it never knows less than the folder holds.

    Raises:
        InputError: the folder cannot be written.
    """
    try:
        tables = {name: digest(data) for name, data in files.items() if name.endswith(ENDINGS) and "/" not in name}
        manifests = {MANIFEST: _with_tables(read_manifest(folder), tables)} if tables else {}
        for name, data in (manifests | dict(files)).items():
            (folder / name).parent.mkdir(exist_ok=True)
            new = folder / f"{name}.new"
            new.write_bytes(data)
            new.replace(folder / name)
    except OSError as error:
        raise InputError(about(folder, Message("its files cannot be written: {strerror}",
                                               strerror=cause(error)))) from error  # fmt: skip


def _with_tables(found: Mapping[str, Any], tables: Mapping[str, str]) -> bytes:
    """A manifest that knows of tables, as it is written."""
    return json_text({**found, TABLES: {**found.get(TABLES, {}), **tables}}).encode("utf-8")


def _studies_in(old: Path, made: Mapping[str, Any]) -> dict[str, bytes]:
    """What studies of the same inputs, with the same program, have left in an older folder, and nobody has changed."""
    try:
        found = read_manifest(old)
    except InputError:
        return {}
    if _made(found) != made:
        return {}
    edited = changed(old, found, STUDIES)
    drawn = sorted(f"{FIGURES}/{path.name}" for path in (old / FIGURES).glob("*"))
    kept = (name for name in (*STUDIES, PAGE, *drawn) if (old / name).is_file() and name not in edited)
    return {name: (old / name).read_bytes() for name in kept}


def _figures(figures: Mapping[str, bytes]) -> dict[str, bytes]:
    """Figures by where they stand in the folder."""
    return {f"{FIGURES}/{name}": data for name, data in figures.items()}


def _write(result: Result, case: Case, folder: Path, bom: bool) -> None:
    called = Called(result.park, result.scenario)
    write_record(result.record, folder, bom, partial(happened, called))
    for name, table in _tables(result).items():
        write_table(folder / name, table, bom)
    _write_text(folder / "summary.json", json_text(summary(result)))
    (folder / "resolved").mkdir()
    for name, text in case.resolved.items():
        _write_text(folder / "resolved" / name, text)


def _tables(result: Result) -> dict[str, Table]:
    return {
        "tiers.csv": TIERS.table(result.verdict.tiers),
        "crossings.csv": CROSSINGS.table(crossed(result.verdict)),
        "margins.csv": MARGINS.table(result.verdict.storages),
        "sections.csv": SECTIONS.table(result.sections.found),
        "receptors.csv": RECEPTORS.table(result.downstream.arrivals),
        "actions.csv": ACTIONS.table(acted(result.park, result.scenario, result.record)),
        "jobs.csv": jobs_table(result.park, result.scenario, result.record),
        "reports.csv": REPORTS.table(reports_owed(result.park, result.record, result.verdict)),
        "warnings.csv": WARNINGS.table(warnings(result.record)),
        "assumptions.csv": assumptions_table(result.park, result.scenario),
    }


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def load_result(folder: str | os.PathLike[str]) -> Result:
    """The result in a folder, read back whole; its verdict is found anew from the record.

    Raises:
        InputError: a file is missing or damaged, a table was changed since it was written, or `resolved/` is not what
            was played.
    """
    place = Path(folder)
    found = read_manifest(place)
    if edited := changed(place, found, STUDIES):
        raise InputError(about(place / edited[0], Message(
            "was changed since it was written, so that nothing in this folder can be trusted; run the scenario again, "
            "and edit a copy of its tables"
        )))  # fmt: skip
    record = read_record(place)
    case = load_case(place / "resolved" / "scenario.yaml")
    if case.inputs_hash != found.get("inputs_hash"):
        raise InputError(about(place / "resolved", Message("its files are not those that were played; run the scenario "
                                                           "again")))  # fmt: skip
    return Result(case.park, case.scenario, record)


def inputs_hash_of(folder: Path) -> str:
    """The hash of the inputs that a result in a folder was made from."""
    return str(read_manifest(folder).get("inputs_hash", ""))
