"""`import geojson`, `gpkg`, `shp`, `dxf`: places, lengths and areas of a park from a map layer or a drawing."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_language, add_out, add_quiet_or_json
from sim.cli.output import print_json, printing
from sim.cli.parser import Parser, program
from sim.errors import InputError, cause
from sim.message import Listed, Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.exchange.gis.proposal import Change, Proposal
    from sim.exchange.gis.shape import Layers
    from sim.exchange.gis.writing import Written
    from sim.park.datum import Datum

ENDINGS = {".geojson": "geojson", ".json": "geojson", ".gpkg": "gpkg", ".shp": "shp", ".dxf": "dxf"}
LOCAL = "local"
"""A datum that is none: metres from the park's own zero."""
BASES = ("measured", "published", "designed", "assumed")
UNITS = ("m", "cm", "mm")
MOST_NAMED = 8
"""Of things in a line before the rest is only counted."""
HEAD = ("thing", "key", "now", "then", "shape")


def _carry_out(given: Namespace) -> int:
    """Propose what the file that the words name would change, and write it where that is asked for."""
    from sim.exchange.gis.held_park import hold_park
    from sim.exchange.gis.proposal import propose

    path = _path(given)
    layers = _layers(path, given)
    datum = _datum(layers, given)
    held = hold_park(given.park, by_metres=datum is None)
    proposal = propose(held, layers, datum)
    files = [] if given.out is None else [_write_table(proposal, Path(given.out) / "changes.csv")]
    written = None
    if given.update and proposal.changes:
        from sim.exchange.gis.writing import write
        from sim.park import Basis

        written = write(held, proposal.changes, Basis(given.basis), _source(path, datum))
    if not given.quiet:
        with printing():
            if given.json:
                print_json(_as_json(proposal, written, files, given.lang))
            else:
                print(*_lines(proposal, written, given), *files, sep="\n")
    return 0


def _path(given: Namespace) -> str:
    """The one file that is named.

    Raises:
        InputError: none is, or several, or no park.
    """
    if len(given.file) != 1 or given.park is None:
        raise InputError(Message("name one file and the park that it shows, such as: {program} import geojson "
                                 "docs/gis/first-park.geojson --park docs/first-park/park.yaml",
                                 program=program()))  # fmt: skip
    return str(given.file[0])


def _layers(path: str, given: Namespace) -> Layers:
    """What stands in the file.

    Raises:
        InputError: its name ends as none that is read, or it cannot be read as such.
    """
    sort = ENDINGS.get(Path(path).suffix.lower())
    if sort is None:
        raise InputError(about(path, Message("what is read ends in {names}", names=Listed(ENDINGS))))
    if sort == "dxf":
        from sim.exchange.gis.drawing import read_drawing

        return read_drawing(path, given.unit, given.layer)
    if given.unit is not None:
        raise InputError(about("--unit", Message("goes with a drawing; a map layer counts what its datum counts")))
    from sim.exchange.gis.vector import read_vector

    return read_vector(path, sort, given.layer)


def _datum(layers: Layers, given: Namespace) -> Datum | None:
    """How the file's places are held: as is said here, else as it says itself; None by the park's own x and y.

    Raises:
        InputError: nobody says it, or a drawing is said to hold degrees.
    """
    datum: Datum | None = layers.datum
    if given.datum is None and datum is None:
        wrong = Message("nothing says how its places are held; write --datum with {names}, or local for x and y of the "
                        "park's own", names=_named())  # fmt: skip
        raise InputError(about(layers.path, wrong))
    if given.datum is not None:
        datum = None if given.datum == LOCAL else given.datum
    if layers.in_metres and datum is not None and not datum.is_grid:
        wrong = Message("a drawing counts metres; name their grid, such as cgcs2000-gk-108, or local")
        raise InputError(about("--datum", wrong))
    return datum


def _named() -> Message:
    from sim.load.kinds.how_held import EXAMPLES

    return Listed(EXAMPLES)


def _source(path: str, datum: Datum | None) -> str:
    """Where the numbers come from, for whoever reads the park's file."""
    return f"{Path(path).name}, {LOCAL if datum is None else datum.name}"


def _lines(proposal: Proposal, written: Written | None, given: Namespace) -> Iterator[str]:
    """The proposal for people."""
    from sim.words import text
    from sim.words.say import said

    language, layers = given.lang, proposal.layers
    counts = text("comma", language).join(f"{name} {count}" for name, count in layers.counts.items())
    yield text("gis_read", language, path=layers.path, count=len(layers.shapes), layers=counts)
    yield f"  {_how(proposal, given)}"
    yield from (f"  {text('note', language, note=said(each, language))}" for each in proposal.told)
    yield ""
    yield from _changes(proposal, written, language)
    for key, named in (
        ("gis_same", proposal.same), ("gis_strange", [each.shown for each in proposal.strange]),
        ("gis_unplaced", proposal.unplaced),
    ):  # fmt: skip
        if named:
            yield text(key, language, count=len(named), names=_some(named, language))
    if written is not None:
        yield from _ended(written, language)


def _how(proposal: Proposal, given: Namespace) -> str:
    """How the file's places are held, and who says so."""
    from sim.words import text

    datum, language = proposal.datum, given.lang
    if datum is None:
        how = text("gis_local", language)
    else:
        how = text(f"datum_{datum.system}", language, datum=datum.name, error=datum.error_text)
    return text("gis_as_asked" if given.datum is not None else "gis_as_it_says", language, how=how)


def _changes(proposal: Proposal, written: Written | None, language: str) -> Iterator[str]:
    """What changes, by what it changes in."""
    from sim.exchange.gis.proposal import by_thing
    from sim.words import text

    if not proposal.changes:
        yield text("gis_nothing", language)
    else:
        yield text("gis_would" if written is None else "gis_changed", language, count=len(proposal.changes))
    for thing, changes in by_thing(proposal.changes):
        name = thing.name.in_language(language)
        moved = proposal.moved_m.get(thing.path)
        yield f"  {thing.path}" + (f" {name}" if name and name != thing.id else "") + (
            text("gis_moved", language, metres=f"{moved:,.0f}") if moved is not None else "")  # fmt: skip
        for each in changes:
            yield f"    {'.'.join(each.key):<10}  {each.old or '-'} -> {each.new}"


def _ended(written: Written, language: str) -> Iterator[str]:
    """Which files were written, and what only people can write."""
    from sim.words import text

    if written.left:
        yield text("gis_by_hand", language, names=_some([each.path for each in written.left], language))
    yield from (text("upgrade_kept", language, path=each) for each in written.files)


def _some(names: list[str], language: str) -> str:
    """The first of many names."""
    from sim.words import text

    shown = text("comma", language).join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return shown if more <= 0 else text("command_more", language, names=shown, count=more)


def _rows(proposal: Proposal) -> list[list[str]]:
    return [[each.thing.path, ".".join(each.key), each.old, each.new, each.shape.shown] for each in proposal.changes]


def _write_table(proposal: Proposal, path: Path) -> Path:
    """The changes as a table.

    Raises:
        InputError: the folder cannot be written.
    """
    from sim.record.table import Table, write_table

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_table(path, Table(HEAD, [list(row) for row in _rows(proposal)]))
    except OSError as error:
        raise InputError(about(path, Message("cannot be written: {reason}", reason=cause(error)))) from error
    return path


def _as_json(proposal: Proposal, written: Written | None, files: list[Path], language: str) -> dict[str, Any]:
    """The same for a program."""
    from sim.words.say import said

    left: tuple[Change, ...] = written.left if written else ()
    return {
        "datum": LOCAL if proposal.datum is None else proposal.datum.name,
        "error_m": 0.0 if proposal.datum is None else proposal.datum.error_m,
        "changes": [dict(zip(HEAD, row, strict=True)) for row in _rows(proposal)],
        "same": proposal.same,
        "unknown_shapes": [each.shown for each in proposal.strange],
        "without_place": proposal.unplaced,
        "notes": [said(each, language) for each in proposal.told],
        "written": list(written.files) if written else [],
        "by_hand": [each.path for each in left],
        "files": [each.as_posix() for each in files],
    }


def _read_datum(text: str) -> Datum | str:
    """A datum, or the park's own x and y."""
    from sim.load.kinds.how_held import HowHeld
    from sim.load.reading import Spot

    if text == LOCAL:
        return LOCAL
    try:
        return HowHeld().parse(text, Spot.nowhere())
    except InputError as error:
        raise ArgumentTypeError(error.message) from error


def _read_unit(text: str) -> str:
    return values.one_of(text, UNITS, Message("a drawing counts {units}, found '{text}'", units=Listed(UNITS, " or "),
                                              text=text))  # fmt: skip


def _read_basis(text: str) -> str:
    return values.one_of(text, BASES, Message("a basis is {bases}, found '{text}'", bases=Listed(BASES, " or "),
                                              text=text))  # fmt: skip


def _options(parser: Parser) -> None:
    parser.add("file", "help_gis_file", metavar="FILE", nargs="*")
    parser.add("--park", "help_gis_park", metavar="PARK", type=values.file)
    parser.add("--datum", "help_gis_datum", metavar="DATUM", type=_read_datum)
    parser.add("--layer", "help_gis_layer", metavar="NAME")
    parser.add("--unit", "help_gis_unit", metavar="m|cm|mm", type=_read_unit)
    parser.add("--update", "help_gis_update", action="store_true")
    parser.add("--basis", "help_gis_basis", metavar="BASIS", type=_read_basis, default="assumed")
    add_out(parser, "help_gis_out")
    add_language(parser)
    add_quiet_or_json(parser, "help_gis_json")


COMMAND = Command(
    "import geojson|gpkg|shp|dxf", "FILE --park PARK", "help_gis", "help_gis_more",
    {
        "import geojson docs/gis/first-park.geojson --park docs/first-park/park.yaml": "",
        "import shp docs/gis/pools.shp --park docs/first-park/park.yaml --datum gcj02": "",
        "import dxf docs/gis/site.dxf --park docs/first-park/park.yaml --datum local": "",
    },
    _options, _carry_out,
)  # fmt: skip
