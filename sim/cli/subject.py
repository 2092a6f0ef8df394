"""What pictures are made of: a scenario, which is run and saved, or the folder of a result, which is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.parser import program
from sim.cli.scenario import changes_of, is_result, one, read, warn_if_cold
from sim.errors import InputError
from sim.message import Message

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.load import Case
    from sim.record.table import Table
    from sim.result import Result
    from sim.study import Deadline
    from sim.study.trial import Tell

KEPT = "deadlines.csv"


@dataclass(frozen=True, slots=True)
class Subject:
    """A run, and the folder that belongs to it."""

    result: Result
    folder: Path
    """Of a scenario, the one it goes into when it is kept."""
    changes: Sequence[str]
    """Made to the scenario as it is written."""
    resolved: Mapping[str, str]
    """Texts of the input as it was played, by the names of their files."""
    inputs_hash: str
    file: Path
    """The scenario, or the copy of it in the result's folder that was read."""
    case: Case | None = None
    """None when the result was read from its folder."""

    def keep(self, figures: Mapping[str, bytes], tables: Mapping[str, Table], bom: bool) -> Path:
        """Put figures and their tables into the result's folder; returns the folder they are in.

        Raises:
            InputError: the folder cannot be written.
        """
        from sim.record.table import table_bytes
        from sim.result.folder import FIGURES, add_files, save

        files = dict(figures) | {f"{name}.csv": table_bytes(table, bom) for name, table in tables.items()}
        if self.case is not None:
            save(self.result, self.case, self.folder.parent, bom=bom, figures=files)
        else:
            add_files(self.folder, {f"{FIGURES}/{name}": data for name, data in files.items()})
        return self.folder / FIGURES

    def deadlines(self, tell: Tell) -> list[Deadline]:
        """By when each action had to be done: as kept beside a result of the same inputs, else found by re-running.

        Raises:
            InputError: what is kept cannot be read.
        """
        from sim.result.folder import is_of
        from sim.study import deadlines
        from sim.study.tables import deadlines_from

        kept = self.folder / KEPT
        if kept.is_file() and (self.case is None or is_of(self.folder, self.result, self.case)):
            return deadlines_from(kept)
        return deadlines(self.result.park, self.result.scenario, tell)

    def keep_page(self, page: str, found: Sequence[Deadline]) -> Path:
        """Put a report page, and the deadlines it tells, into the result's folder; returns the page's file.

        Raises:
            InputError: the folder cannot be written.
        """
        from sim.record.table import table_bytes
        from sim.result.folder import PAGE, add_files, save
        from sim.study.tables import DEADLINES

        if self.case is not None:
            save(self.result, self.case, self.folder.parent)
        add_files(self.folder, {PAGE: page.encode("utf-8"), KEPT: table_bytes(DEADLINES.table(found))})
        return self.folder / PAGE


def subject_of(given: Namespace, command: str) -> Subject:
    """What the words name.

    Raises:
        InputError: it is neither, or changes are asked of a result that is there already.
    """
    what = Message("scenario or the folder of a result")
    path = one(given.scenario, command, what, "scenarios/changshou-tank-fire.yaml")
    return _from_folder(Path(path), given, command) if Path(path).is_dir() else _from_scenario(path, given)


def _from_folder(folder: Path, given: Namespace, command: str) -> Subject:
    from sim.load.loading import RESOLVED
    from sim.result import load_result
    from sim.result.folder import inputs_hash_of

    if not is_result(folder):
        example = f"{program()} {command} scenarios/changshou-tank-fire.yaml"
        raise InputError(Message("{folder} is not the folder of a result; name one such as "
                                 "results/changshou-tank-fire-1a2b3c4d, or a scenario: {example}", folder=folder,
                                 example=example))  # fmt: skip
    if given.pick or given.set or given.levels:
        raise InputError(Message("{folder} is a result that is there already; --pick, --set and --levels go with a "
                                 "scenario", folder=folder))  # fmt: skip
    result = load_result(folder)
    resolved = {name: (folder / "resolved" / name).read_text(encoding="utf-8") for name in RESOLVED}
    return Subject(result, folder, (), resolved, inputs_hash_of(folder), folder / "resolved" / RESOLVED[1])


def _from_scenario(path: str, given: Namespace) -> Subject:
    case = read(path, given)
    warn_if_cold(given.lang)
    from sim.result import run
    from sim.result.folder import folder_name

    return Subject(run(case.park, case.scenario), Path(given.out) / folder_name(case), changes_of(case), case.resolved,
                   case.inputs_hash, Path(path), case)  # fmt: skip
