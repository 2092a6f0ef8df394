"""The files of a package, in the order in which one reads them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sim.dossier.book import write_book
from sim.dossier.cards import write_post_cards, write_scenario_cards
from sim.dossier.cover import write_cover
from sim.dossier.dossier import Dossier
from sim.dossier.facilities import facilities_table
from sim.dossier.map import command_maps, park_map
from sim.dossier.plan import write_plan
from sim.dossier.spaces import spaces_table
from sim.office.book import save
from sim.record.table import write_table


@dataclass(frozen=True, slots=True)
class Paper:
    """A file of the package."""

    path: Path
    about: str
    """What it is, in the language that it is written in."""


NAMES = {
    "cover": "0-cover.{language}.docx",
    "plan": "1-plan.{language}.docx",
    "map": "2-map.{language}.pdf",
    "map_picture": "2-map.{language}.png",
    "lists": "3-lists.{language}.xlsx",
    "spaces": "3-spaces.{language}.csv",
    "facilities": "3-facilities.{language}.csv",
    "scenario_cards": "4-scenario-cards.{language}.docx",
    "post_cards": "5-post-cards.{language}.docx",
}
"""What is written, and into which file, in the order in which one reads them."""


COMMAND_MAP = "2-command-map"
"""What the names of command maps begin with."""


def write_papers(dossier: Dossier, folder: Path, language: str, bom: bool = False) -> list[Paper]:
    """Write the papers of one language into a folder; `bom` begins tables with a byte-order mark, for Excel.

    Raises:
        InputError: a library that writes one of them is not installed.
    """
    called = dossier.called(language)
    paths = {key: folder / name.format(language=language) for key, name in NAMES.items()}
    papers = {key: Paper(path, called.says(f"pack_file_{key}")) for key, path in paths.items()}
    pictures = dict(park_map(dossier, language, paths["map"].stem))
    sheets, shown = [], []
    for played, files in command_maps(dossier, language, COMMAND_MAP):
        about = called.says("pack_file_command_map", scenario=called.name(played.scenario))
        sheets += [Paper(folder / name, about) for name in files]
        pictures |= files
        shown += [data for name, data in files.items() if name.endswith(".png")]
    for name, data in pictures.items():
        (folder / name).write_bytes(data)
    maps = list(papers).index("map_picture") + 1
    in_order = [*list(papers.values())[:maps], *sheets, *list(papers.values())[maps:]]
    contents = [(paper.path.name, paper.about) for paper in in_order]
    write_cover(dossier, language, contents).write(paths["cover"])
    write_plan(dossier, language, pictures[paths["map_picture"].name], shown).write(paths["plan"])
    save(write_book(dossier, language), paths["lists"])
    write_table(paths["spaces"], spaces_table(dossier, language), bom)
    write_table(paths["facilities"], facilities_table(dossier, language), bom)
    write_scenario_cards(dossier, language).write(paths["scenario_cards"])
    write_post_cards(dossier, language).write(paths["post_cards"])
    return in_order
