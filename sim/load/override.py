"""Changes to what is written: named overrides of a scenario file, `--set` flags, and whatever else brings some."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sim.errors import InputError
from sim.load.kinds.blocks import Collection, Record
from sim.load.kinds.kind import Kind
from sim.load.kinds.when import When
from sim.load.node import HERITAGE, Block, Items, Node, Scalar, signed
from sim.load.park_form import PARK
from sim.load.place import Faults, Place
from sim.load.suggest import did_you_mean, hint
from sim.load.yaml_text import read_yaml
from sim.message import Message

INTO_PARK = "park."
FIXED = {
    "tables": Message("a table is folded in before anything is changed; change its values instead"),
    "overrides": Message("an override cannot change overrides"),
    "scenarios": Message("an override cannot change scenarios"),
}
"""Keys that cannot be changed from outside, and why."""


class Flag(str):
    """A change `path=value` that another flag brings, such as `--over`; messages name that one as it was written.

    >>> Flag("horizon=2 h", "--over horizon=1..2h").shown, str(Flag("horizon=2 h"))
    ('--over horizon=1..2h', 'horizon=2 h')
    """

    shown: str

    def __new__(cls, text: str, shown: str = "") -> Flag:
        self = super().__new__(cls, text)
        self.shown = shown or f"--set {text}"
        return self

    def __reduce__(self) -> tuple[type[Flag], tuple[str, str]]:
        return Flag, (str(self), self.shown)


@dataclass(frozen=True, slots=True)
class Change:
    """Another value for what stands at a dotted path."""

    path: str
    node: Node
    place: Place
    shown: str
    """The path for messages."""

    @property
    def in_park(self) -> bool:
        """Whether it reaches into the park file."""
        return self.path.startswith(INTO_PARK)


def picked_changes(tree: Block, pick: str | None, faults: Faults) -> list[Change]:
    """The changes of the picked overrides, in their order."""
    return [change for name in _picked(tree, pick, faults) for change in _override(tree, name)]


def flag_changes(sets: Sequence[str], faults: Faults) -> list[Change]:
    """The changes that flags write, in their order."""
    return [change for text in sets for change in _set(text, faults)]


def check_scenarios(tree: Block, faults: Faults) -> None:
    """Note scenarios that name overrides which do not exist, or are named like one."""
    overrides, scenarios = dict.fromkeys(tree.within("overrides").ids()), tree.within("scenarios")
    for name in scenarios.ids():
        entry = scenarios.entries[name]
        if name in overrides:
            faults.add(entry.place, f"scenarios.{name}",
                       Message("'{name}' is an override already; choose another name", name=name))  # fmt: skip
        for node in _scalars(entry.node):
            if node.text not in overrides:
                text = Message("no override is named '{text}'; {hint}", text=node.text, hint=hint(node.text, overrides))
                faults.add(node.place, f"scenarios.{name}", text)


def check_incidents(tree: Block, faults: Faults) -> None:
    """Note incidents that are no override and no named scenario."""
    picks = dict.fromkeys([*tree.within("scenarios").ids(), *tree.within("overrides").ids()])
    incidents = tree.within("incidents")
    for id in incidents.ids():
        if id not in picks:
            text = Message("no scenario or override is named '{pick}'; {hint}", pick=id, hint=hint(id, list(picks)))
            faults.add(incidents.entries[id].place, f"incidents.{id}", text)


def _scalars(node: Node) -> list[Scalar]:
    nodes: Iterable[Node] = node.items if isinstance(node, Items) else (node,)
    return [each for each in nodes if isinstance(each, Scalar)]


def picks_of(tree: Block) -> list[str]:
    """Everything that can be picked: the scenarios, and the overrides that stand in none of them."""
    scenarios = tree.within("scenarios")
    used = {node.text for name in scenarios.ids() for node in _scalars(scenarios.entries[name].node)}
    return [*scenarios.ids(), *(name for name in tree.within("overrides").ids() if name not in used)]


def _picked(tree: Block, pick: str | None, faults: Faults) -> list[str]:
    """The overrides that a pick means."""
    overrides, scenarios = tree.within("overrides"), tree.within("scenarios")
    if pick is None:
        return []
    if scenarios.has(pick):
        return [node.text for node in _scalars(scenarios.entries[pick].node) if overrides.has(node.text)]
    if overrides.has(pick):
        return [pick]
    known = list(dict.fromkeys([*scenarios.ids(), *overrides.ids()]))
    text = Message("no scenario or override is named '{pick}'; {hint}", pick=pick, hint=hint(pick, known))
    faults.add(Place(f"--pick {pick}"), "", text)
    return []


def _override(tree: Block, name: str) -> list[Change]:
    block = tree.within("overrides").within(name)
    by = f"override {name}"
    return [
        Change(path, signed(entry.node, None, by), entry.place, f"overrides.{name}.{path}")
        for path, entry in block.entries.items()
    ]


def _set(text: str, faults: Faults) -> list[Change]:
    """The change a flag writes; none when it is wrong, which is noted."""
    place = Place(text.shown if isinstance(text, Flag) else f"--set {text}")
    path, equals, value = text.partition("=")
    path = path.strip()
    if not equals or not path:
        faults.add(place, "", Message("write path=value, such as horizon=24 h"))
        return []
    inner = Faults()
    node = read_yaml(value, str(place), inner)
    for _, _, problem in inner.found:
        faults.add(place, path, problem)
    if node is None and not inner.found:
        faults.add(place, path, Message("no value stands behind the =; write path=value, such as horizon=24 h"))
    return [] if node is None or inner.found else [Change(path, signed(node, place, str(place)), place, path)]


def change(tree: Block, form: Record, changes: Iterable[Change], faults: Faults) -> Block:
    """The tree with all changes made; what cannot be made is noted."""
    for each in changes:
        path = each.path.removeprefix(INTO_PARK)
        try:
            tree = _put(tree, form, path, each)
        except InputError as error:
            faults.add(each.place, each.shown, error.message)
    return tree


def _put(here: Block, kind: Record | Collection, path: str, change: Change) -> Block:
    """The block with the value at `path` below it changed.

    Raises:
        InputError: there is no such place.
    """
    key, below = _step(here, kind, path, change)
    rest = path[len(key) + 1 :]
    if not rest:
        return here.put(key, change.node, change.place)
    inner = here.get(key) or Block({}, change.place)
    if not isinstance(inner, Block) or not isinstance(below, Record | Collection):
        raise InputError(Message("nothing stands below '{key}'; change '{key}' itself", key=key))
    return here.put(key, _put(inner, below, rest, change))


def standing(here: Block, kind: Record | Collection, path: str, probe: Change) -> tuple[Kind | None, Node | None]:
    """The kind of what may stand at a path below a block, and what does, or holds where nothing is written; `probe` is
    a change there.

    Raises:
        InputError: there is no such place.
    """
    key, below = _step(here, kind, path, probe)
    rest = path[len(key) + 1 :]
    if not rest:
        usual = kind.by_key[key] if isinstance(kind, Record) and key in kind.by_key else None
        holds = usual is not None and usual.default is not None
        return below, here.get(key) or (Scalar(usual.plain_default, here.place) if usual and holds else None)
    inner = here.get(key) or Block({}, here.place)
    if not isinstance(inner, Block) or not isinstance(below, Record | Collection):
        raise InputError(Message("nothing stands below '{key}'; change '{key}' itself", key=key))
    return standing(inner, below, rest, probe)


def _step(here: Block, kind: Record | Collection, path: str, change: Change) -> tuple[str, Kind | None]:
    """The first key of a path, and the kind of what stands under it; ids may have dots themselves."""
    known = [*(kind.by_key if isinstance(kind, Record) else here.entries), *HERITAGE]
    fitting = [key for key in known if path == key or path.startswith(f"{key}.")]
    key = max(fitting, key=len, default=None)
    if isinstance(kind, Record):
        if key is None:
            wrong = path.partition(".")[0]
            in_park = kind is not PARK and wrong in PARK.by_key
            advice = hint(wrong, known, "{thing} knows {names}", thing=kind.name)
            if in_park:
                advice = Message("did you mean '{close}'?", close=f"{INTO_PARK}{path}")
            raise InputError(Message("unknown key '{wrong}'; {advice}", wrong=wrong, advice=advice))
        if key in FIXED:
            raise InputError(FIXED[key])
        below = kind.by_key[key].kind if key in kind.by_key else None
        return key, below.record if isinstance(below, When) else below
    return (key or _new_key(here, kind, path, change)), kind.of


def _new_key(here: Block, kind: Collection, path: str, change: Change) -> str:
    """The id of an entry that a change adds: a whole record, or a single value.

    Raises:
        InputError: it would add a part of something that is not there.
    """
    if isinstance(kind.of, Collection):
        return path.rpartition(".")[0] if "." in path and not isinstance(change.node, Block) else path
    if isinstance(kind.of, Record) and not isinstance(change.node, Block):
        ids = list(here.ids())
        wrong = path.split(".", maxsplit=1)[0]
        near = wrong if did_you_mean(wrong, ids) else path
        raise InputError(Message("{thing} named '{wrong}' is not there; {hint}", thing=kind.name, wrong=wrong,
                                 hint=hint(near, ids)))  # fmt: skip
    return path
