"""`export`: a scenario in its park as a file of another program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_changes, add_language, add_levels, add_out, add_quiet_or_json
from sim.cli.output import print_files, printing
from sim.cli.parser import Parser, program
from sim.cli.scenario import is_result, one, only, read, refuse_beyond, warn_if_cold
from sim.errors import InputError, cause
from sim.message import Listed, Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.exchange import Swmm
    from sim.exchange.geojson import Layer
    from sim.load import Case
    from sim.result import Result

PROGRAMS = ("swmm", "geojson", "gpkg")
MAPS = PROGRAMS[1:]
"""Those that are map layers."""
IDS = ("swmm", "what", "id")


def _carry_out(given: Namespace) -> int:
    """Write the scenario that the words name for another program; returns the exit status."""
    _check_program(given.words[:1])
    if given.words[0] in MAPS:
        return _map(given.words[0], given)
    if given.at is not None:
        raise InputError(about("--at", Message("goes with map layers; SWMM plays the whole scenario")))
    case = read(only(given.words[1:], "export swmm"), given)
    model = _model(case, given)
    inp = _write(model, _file(given.out, _name(case), ".inp"))
    if not given.quiet:
        with printing():
            _say_swmm(model, inp, given)
    return 0


def _say_swmm(model: Swmm, inp: Path, given: Namespace) -> None:
    """What was written, and what SWMM cannot be told."""
    files = [inp, inp.with_name(f"{inp.stem}-ids.csv")]
    if given.json:
        print_files(files, routing=str(model.routing), not_carried=model.not_carried)
        return
    from sim.words import text
    from sim.words.say import said

    print(*files, sep="\n")
    print(f"\n{text('command_routing', given.lang, routing=model.routing)}")
    lost = (said(each, given.lang) for each in model.not_carried)
    print(text("command_not_carried", given.lang), *lost, sep="\n  ")


def _map(sort: str, given: Namespace) -> int:
    """Write a park, or what came of a scenario in it, as a map layer; returns the exit status."""
    what = Message("scenario, a park or a result")
    path = one(given.words[1:2], f"export {sort}", what, "scenarios/changshou-tank-fire.yaml")
    if len(given.words) > 3:
        raise InputError(Message("one file to write at a time; found {words}", words=Listed(given.words[2:])))
    from sim.exchange.geopackage import write_gpkg

    layer, name = _layer(path, given)
    file = Path(given.words[2]) if len(given.words) == 3 else _file(given.out, name, f".{sort}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if sort == "gpkg":
            write_gpkg(layer, file)
        else:
            file.write_text(layer.text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(about(file, Message("cannot be written: {reason}", reason=cause(error)))) from error
    if not given.quiet:
        with printing():
            _say_map(layer, file, given)
    return 0


def _say_map(layer: Layer, file: Path, given: Namespace) -> None:
    """What was written, and what has no place."""
    from sim.words import text

    if given.json:
        print_files([file], left_out=list(layer.left_out))
        return
    print(file)
    if not layer.left_out:
        return
    of_sorts: dict[str, list[str]] = {}
    for each in layer.left_out:
        sort, _, id = each.partition("/")
        of_sorts.setdefault(text(f"command_sort_{sort}", given.lang), []).append(id)
    joint = text("comma", given.lang)
    lines = (
        text("command_without_place_of", given.lang, sort=sort, ids=joint.join(ids)) for sort, ids in of_sorts.items()
    )
    print(f"\n{text('command_without_place', given.lang)}", *lines, sep="\n  ")


def _name(case: Case) -> str:
    """What a file of a scenario is called."""
    return "-".join(filter(None, [case.scenario.id, case.pick]))


def _layer(path: str, given: Namespace) -> tuple[Layer, str]:
    """The layer of a park, a result or a scenario, and what its file is called.

    Raises:
        InputError: a time is named at which nothing happens.
    """
    from sim.exchange import geojson
    from sim.load import load_park
    from sim.load.file_sort import FileSort, sort_of_path
    from sim.result import load_result

    if not is_result(path) and sort_of_path(path) is FileSort.PARK:
        if given.at is not None:
            raise InputError(about("--at", Message("{path} is a park, in which nothing happens; name a scenario "
                                                   "instead", path=path)))  # fmt: skip
        park = load_park(path)
        return geojson(park), park.id
    if is_result(path):
        result, name = load_result(path), Path(path).name
    else:
        case = read(path, given)
        result, name = _played(case, given.lang), _name(case)
    refuse_beyond(given.at, result)
    return geojson(result.park, result, given.at), name


def _played(case: Case, language: str) -> Result:
    """What comes of it."""
    from sim.exchange.geojson import check_places
    from sim.result import run

    check_places(case.park)
    warn_if_cold(language)
    return run(case.park, case.scenario)


def _check_program(names: Sequence[str]) -> None:
    """Refuse what nobody can be written for.

    Raises:
        InputError: no program is named, or an unknown one.
    """
    from sim.load.suggest import hint

    if not names:
        raise InputError(Message("say for which program, and name a scenario, such as: {program} export swmm "
                                 "scenarios/changshou-tank-fire.yaml", program=program()))  # fmt: skip
    if names[0] not in PROGRAMS:
        raise InputError(Message("there is no export for '{names}'; {hint}", names=names[0],
                                 hint=hint(names[0], PROGRAMS, "there is {names}")))  # fmt: skip


def _model(case: Case, given: Namespace) -> Swmm:
    """The scenario as SWMM reads it."""
    from sim.exchange import Routing, as_played, swmm

    scenario = case.scenario
    if given.as_played:
        warn_if_cold(given.lang)
        scenario = as_played(case.park, scenario)
    return swmm(case.park, scenario, given.routing and Routing(given.routing), given.step)


def _file(out: str, name: str, ending: str) -> Path:
    """The file to write: what `--out` names when that ends as such files do, else one in the folder that it names."""
    path = Path(out)
    return path if path.suffix.lower() == ending and not path.is_dir() else path / f"{name}{ending}"


def _write(model: Swmm, inp: Path) -> Path:
    """Write the SWMM file, and beside it what its names stand for; the file.

    Raises:
        InputError: the folder cannot be written.
    """
    from sim.record.table import Table, write_table

    try:
        inp.parent.mkdir(parents=True, exist_ok=True)
        inp.write_text(model.text, encoding="ascii", newline="\n")
        write_table(inp.with_name(f"{inp.stem}-ids.csv"), Table(IDS, model.ids))
    except OSError as error:
        raise InputError(about(inp, Message("cannot be written: {reason}", reason=cause(error)))) from error
    return inp


def _options(parser: Parser) -> None:
    parser.add("words", "help_export_words", metavar="swmm|geojson|gpkg SCENARIO", nargs="*")
    add_changes(parser)
    add_levels(parser)
    parser.add("--at", "help_export_at", metavar="TIME", type=values.time_s)
    parser.add("--as-played", "help_export_as_played", action="store_true")
    parser.add("--routing", "help_export_routing", metavar="kinwave|dynwave", type=values.routing)
    parser.add("--step", "help_export_step", metavar="TIME", type=values.step_s, default=5.0)
    add_out(parser, "help_export_out", "results")
    add_language(parser)
    add_quiet_or_json(parser, "help_export_json")


COMMAND = Command(
    "export", "swmm|geojson|gpkg SCENARIO", "help_export", "help_export_more",
    {
        "export swmm scenarios/changshou-tank-fire.yaml": "",
        "export swmm scenarios/changshou-night-shift.yaml --as-played --out swmm": "help_export_crews",
        "export geojson docs/first-park/park.yaml": "",
        'export geojson docs/first-park/plan.yaml plan.geojson --at "2 h"': "",
        "export gpkg docs/first-park/plan.yaml": "",
    },
    _options, _carry_out,
)  # fmt: skip
