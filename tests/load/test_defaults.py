"""What holds where nothing is written stands once, in the form: reader, builder and JSON Schema say the same."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sim.load.builder.park import build_park
from sim.load.builder.scenario import build_scenario
from sim.load.kinds.blocks import Collection, Record
from sim.load.node import Block, Scalar
from sim.load.park_form import PARK
from sim.load.place import Faults, Place
from sim.load.reading import Spot
from sim.load.scenario_form import SCENARIO
from sim.load.size_form import PLANT_SIZING, SIZING
from sim.load.yaml_text import read_yaml

SMALL = {
    "park": """
id: small
tiers: {plant: {promise: none}}
plants: {works: {}}
storages:
  bund: {tier: plant, kind: bund, capacity: 9 m3, shape: {area: 9 m2}}
  river: {tier: plant, kind: river-section, capacity: 100 m3, shape: {length: 100 m, bottom: 2 m, side_slope: 1}}
equipment: {pumps: {count: 2, longitude: 107, latitude: 29, speed: 30 km/h}}
sizing:
  works:
    groups: {tanks: {tanks: {one: {volume: 5 m3, diameter: 2 m}}, fire_water_total: 0 m3,
                     d9: {surface: 500 m2, additions: 0, risk: 1}}}
    bunds: {wall: {area: 20 m2, height: 1 m, inside: {dike: {area: 1 m2, height: 1 m}}}}
""",
    "scenario": """
park: small
horizon: 1 h
faults: {hole: {breaks: bund, width: 1 m}, slip: {crossed: {from: bund, to: river, capacity: 1 L/s}}}
""",
}
"""What the page's example shows no place for."""
PAGE = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")


def records(kind):
    """A kind's records, itself and those in it."""
    if isinstance(kind, Record):
        yield kind
        for each in kind.fields:
            yield from records(each.kind)
    elif isinstance(kind, Collection):
        yield from records(kind.of)


def defaults(form):
    """Every key of a form that has a default."""
    return {(record.name, each.key) for record in records(form) for each in record.fields if each.default is not None}


@pytest.mark.parametrize("form", [PARK, SCENARIO, SIZING, PLANT_SIZING], ids=lambda form: form.name)
def test_what_the_schema_says_holds_is_what_the_reader_gives(form):
    for record in records(form):
        shown = {key: each["default"] for key, each in record.schema()["properties"].items() if "default" in each}
        empty = record.read_block(Block({}, Place("")), Spot.nowhere())

        assert {key: empty.get(key) for key in shown} == {
            key: record.by_key[key].kind.read(Scalar(str(value).lower(), Place("")), Spot.nowhere())
            for key, value in shown.items()
        }  # fmt: skip
        assert None not in empty.defaults.values()


def shown(kind):
    """The tree of the page's one example of a kind of file."""
    (text,) = re.findall(rf"^```yaml {kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return read_yaml(text, kind, Faults())


def places(kind, node, path=()):
    """Every place where a key with a default can be written: the keys to there, the record and the field."""
    if isinstance(kind, Collection) and isinstance(node, Block):
        for key in node.ids():
            yield from places(kind.of, node.get(key), (*path, key))
    elif isinstance(kind, Record) and isinstance(node, Block):
        yield from ((path, kind, each) for each in kind.fields if each.default is not None)
        for each in kind.fields:
            yield from places(each.kind, node.get(each.key), (*path, each.key))


def both_ways(tree, path, field):
    """The tree without a key, and with its default written out."""
    if not path:
        return tree.without(field.key), tree.put(field.key, Scalar(field.plain_default, Place("")))
    return [tree.put(path[0], each) for each in both_ways(tree.get(path[0]), path[1:], field)]


def tried(build, tree, form):
    """Keys whose default, written out, made the same wherever both can be built; and the places where it did not."""
    same, others = set(), []
    for path, record, field in places(form, tree):
        (left, wrong), (made, faults) = (build(each) for each in both_ways(tree, path, field))
        if not wrong and not faults:
            same.add((record.name, field.key))
            others += [(*path, field.key)] * (left != made)
    return same, others


def park_of(tree):
    faults = Faults()
    stage = build_park(tree, set(), faults)
    sheets = {id: replace(each, numbers=0, assumed=()) for id, each in stage.sheets.items()}
    return (replace(stage.park, provenance=()), sheets), faults.found


def scenario_in(park):
    stage = build_park(park, set(), Faults())

    def scenario_of(tree):
        faults = Faults()
        return replace(build_scenario(tree, stage, faults), provenance=()), faults.found

    return scenario_of


def small(kind):
    return read_yaml(SMALL[kind], kind, Faults())


@pytest.mark.parametrize(("kind", "form"), [("park", PARK), ("scenario", SCENARIO)])
def test_a_default_written_out_changes_nothing(kind, form):
    """
    Wherever the page's example writes a record, and in a small park for what that has no place for.
    """
    same, others = set(), []
    for example in (shown, small):
        build = park_of if kind == "park" else scenario_in(example("park"))
        found, wrong = tried(build, example(kind), form)
        same, others = same | found, others + wrong

    assert others == []
    assert defaults(form) - same == set()
