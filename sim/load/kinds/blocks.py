"""Kinds of blocks and lists: records with fixed keys, collections by id, lists, tables of pairs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sim.errors import InputError
from sim.load.emit import Data
from sim.load.kinds.kind import Kind, Number, Schema, Single, heritage, unwrap, valued, wrapped
from sim.load.kinds.words import ID, check_id
from sim.load.node import HERITAGE, Block, Broken, Items, Node, Scalar
from sim.load.place import Place
from sim.load.reading import Spot
from sim.load.suggest import hint
from sim.message import Listed, Message
from sim.park import Basis


@dataclass(frozen=True)
class Field:
    """A key of a record."""

    key: str
    kind: Kind
    doc: str
    """The manual's sentence about it."""
    required: bool = False
    default: str | float | None = None
    """What holds when it is not written, as one would write it; None when nothing does, or what the doc says."""

    @property
    def plain_default(self) -> str:
        """The default as text."""
        return str(self.default).lower() if isinstance(self.default, bool) else str(self.default)


@dataclass(frozen=True)
class Form:
    """A record that was read: its values by key; what was wrong or not written is not there."""

    spot: Spot
    node: Block
    values: Mapping[str, Any]
    wrong: frozenset[str]
    """Keys that were written, but wrong."""
    defaults: Mapping[str, Any]
    """What holds for keys that were not read."""

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def get(self, key: str, default: Any = None) -> Any:
        """The value of `key`; when it was not read its default in the form, or the one that hangs on other things."""
        return self.values.get(key, self.defaults.get(key, default))

    def has(self, *keys: str) -> bool:
        """Whether all of these were read."""
        return self.values.keys() >= {*keys}

    def given(self, **arguments: str) -> dict[str, Any]:
        """Arguments for what is built, each from its key or its default; those that have neither are left out."""
        values, defaults = self.values, self.defaults
        return {argument: values[key] if key in values else defaults[key]
                for argument, key in arguments.items() if key in values or key in defaults}  # fmt: skip

    def changed(self, values: Mapping[str, Any]) -> Form:
        """The same record with other values for some keys."""
        return Form(self.spot, self.node, {**self.values, **values}, self.wrong, self.defaults)

    def place(self, key: str = "") -> Place:
        """Where a value stands; where the record begins when it is not written."""
        return (self.node.get(key) or self.node).place

    def fault(self, key: str, text: Message) -> None:
        """Note what is wrong with one of its values."""
        self.spot.child(key).fault(self.place(key), text)


@dataclass(frozen=True)
class Record(Kind):
    """A block with fixed keys."""

    name: Message
    """With its article, for messages: `a storage`."""
    fields: tuple[Field, ...]
    one_of: tuple[tuple[str, ...], ...] = ()
    """Of each of these sets of keys exactly one must be written."""
    any_of: tuple[tuple[str, ...], ...] = ()
    """Of each of these sets of keys at least one must be written."""
    at_most: tuple[tuple[str, ...], ...] = ()
    """Of each of these sets of keys no two may be written."""
    needs: tuple[tuple[str, str], ...] = ()
    """Pairs: who writes the first must write the second."""
    by_key: dict[str, Field] = field(init=False, repr=False, compare=False)
    defaults: dict[str, Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {each.key: each for each in self.fields})
        written = {each.key: Scalar(each.plain_default, Place("")) for each in self.fields if each.default is not None}
        read = {key: self.by_key[key].kind.read(node, Spot.nowhere()) for key, node in written.items()}
        object.__setattr__(self, "defaults", read)

    @property
    def wanted(self) -> Message:  # type: ignore[override]
        return Message("{thing}, a block with {list}", thing=self.name, list=Listed(list(self.by_key)[:4]))

    def read(self, node: Node, spot: Spot) -> Form | None:
        if not isinstance(node, Block):
            self.refuse(node, spot)
            return None
        return self.read_block(node, spot)

    def read_block(self, node: Block, spot: Spot) -> Form:
        """The record that a block writes."""
        at = spot.under(node)
        values: dict[str, Any] = {}
        for key, entry in node.entries.items():
            if key in self.by_key:
                values[key] = self.by_key[key].kind.read(entry.node, at.child(key))
            elif key not in HERITAGE and not isinstance(entry.node, Broken):
                advice = hint(key, [*self.by_key, *HERITAGE], "{thing} knows {names}", thing=self.name)
                at.child(key).fault(entry.place, Message("unknown key; {hint}", hint=advice))
        self._check_keys(node, at)
        wrong = frozenset(key for key, value in values.items() if value is None)
        return Form(at, node, {key: value for key, value in values.items() if key not in wrong}, wrong, self.defaults)

    def _check_keys(self, node: Block, spot: Spot) -> None:
        """Note what is missing and what excludes each other; of a block with a broken part only the latter."""
        written = node.entries
        conflicting: set[str] = set()
        for keys in (*self.one_of, *self.at_most):
            found = [key for key in keys if key in written]
            if len(found) > 1:
                conflicting.update(found)
                spot.fault(written[found[1]].place, Message("{found} exclude each other; keep one",
                                                            found=Listed(found, " and ", " and ")))  # fmt: skip
        if not any(isinstance(entry.node, Broken) for entry in written.values()):
            self._check_missing(node, spot, conflicting)

    def _check_missing(self, node: Block, spot: Spot, conflicting: set[str]) -> None:
        """Note the keys that must be there and are not, each once."""
        written = node.entries
        for each in self.fields:
            if each.required and each.key not in written:
                spot.fault(node, Message("{key} is missing; write {key}: with {wanted}", key=each.key,
                                         wanted=each.kind.wanted))  # fmt: skip
        needed = {other: key for key, other in self.needs if key in written and key not in conflicting}
        for other, key in needed.items():
            if other not in written:
                spot.fault(written[key].place, self._lonely(key, other, written))
        for keys in (*self.one_of, *self.any_of):
            if not any(key in written or key in needed for key in keys):
                fitting = [key for key in keys if not self._is_excluded(key, written)]
                spot.fault(node, Message("one of {fitting} is missing; write one of them", fitting=Listed(fitting)))

    def _is_excluded(self, key: str, written: Mapping[str, Any]) -> bool:
        """Whether a key must not be written beside what is there."""
        return any(key in keys and any(other in written for other in keys) for keys in self.at_most)

    def _lonely(self, key: str, other: str, written: Mapping[str, Any]) -> Message:
        """What to do about a key without the other that it needs; never to add what excludes what is there."""
        rivals = [each for keys in self.one_of if other in keys for each in keys if each in written]
        if rivals:
            return Message("{key} goes with {other}, and {rivals} is written here; leave {key} out", key=key,
                           other=other, rivals=rivals[0])  # fmt: skip
        return Message("{key} needs {other} beside it; write {other}: with {wanted}", key=key, other=other,
                       wanted=self.by_key[other].kind.wanted)  # fmt: skip

    def plain(self, node: Node) -> Data:
        if not isinstance(node, Block):
            return {}
        own = {each.key: each.kind.plain(entry.node) for each in self.fields if (entry := node.entries.get(each.key))}
        return {**heritage(node), **own}

    def schema(self) -> Schema:
        keys = {each.key: {**each.kind.schema(), "description": each.doc,
                           **({} if each.default is None else {"default": each.default})}
                for each in self.fields}  # fmt: skip
        schema: Schema = {"type": "object", "additionalProperties": False}
        schema["properties"] = {**keys, "basis": {"$ref": "#/$defs/basis"}, "source": {"type": "string"}}
        if required := [each.key for each in self.fields if each.required]:
            schema["required"] = required
        rules: list[Schema] = [{"oneOf": [{"required": [key]} for key in keys]} for keys in self.one_of]
        rules += [{"anyOf": [{"required": [key]} for key in keys]} for keys in self.any_of]
        rules += [{"not": {"required": [a, b]}} for keys in self.at_most for a in keys for b in keys if a < b]
        if rules:
            schema["allOf"] = rules
        if self.needs:
            schema["dependentRequired"] = {key: [b for a, b in self.needs if a == key] for key, _ in self.needs}
        return schema


@dataclass(frozen=True)
class Collection(Kind):
    """Things of one kind by their ids; with `keys`, the ids are those of something else."""

    of: Kind
    name: Message
    """With its article, for messages: `a storage`."""
    keys: Single | None = None
    ordered: bool = False
    """Whether the order of the file means something."""
    basis: Basis | None = None
    """How its numbers are known unless it says otherwise itself."""
    filled: bool = False
    """Whether there must be something in it."""

    @property
    def wanted(self) -> Message:  # type: ignore[override]
        return Message("a block with {thing} under each id", thing=self.name)

    def read(self, node: Node, spot: Spot) -> dict[str, Any] | None:
        if not isinstance(node, Block):
            self.refuse(node, spot)
            return None
        at = (spot.inherit(self.basis) if self.basis else spot).under(node)
        values = {}
        for key in node.ids():
            entry = node.entries[key]
            self._check_key(key, at.child(key), entry.place)
            value = self.of.read(entry.node, at.child(key))
            if value is not None:
                values[key] = value
        if self.filled and not any(node.ids()):
            at.fault(node, Message("nothing is in here; write {wanted}", wanted=self.wanted))
        return values

    def _check_key(self, key: str, spot: Spot, place: Place) -> None:
        try:
            self.keys.parse(key, spot) if self.keys else check_id(key)
        except InputError as error:
            spot.fault(place, error.message)

    def plain(self, node: Node) -> Data:
        if not isinstance(node, Block):
            return {}
        ids = list(node.ids()) if self.ordered else sorted(node.ids())
        return {**heritage(node), **{key: self.of.plain(node.entries[key].node) for key in ids}}

    def schema(self) -> Schema:
        known = self.keys.words if self.keys and hasattr(self.keys, "words") else None
        pattern = f"^({'|'.join(known)})$" if known else f"^(?!(basis|source)$){ID}$"
        heirs = {"basis": {"$ref": "#/$defs/basis"}, "source": {"type": "string"}}
        inner = {"patternProperties": {pattern: self.of.schema()}, "properties": heirs}
        return {"type": "object", **inner, "additionalProperties": False}


@dataclass(frozen=True)
class Many(Kind):
    """One or a list of them."""

    of: Single

    @property
    def wanted(self) -> Message:  # type: ignore[override]
        return Message("{wanted}, or a list of them", wanted=self.of.wanted)

    def read(self, node: Node, spot: Spot) -> tuple[Any, ...] | None:
        if not isinstance(node, Items):
            value = self.of.read(node, spot)
            return None if value is None else (value,)
        values = [self.of.read(item, spot.item(k)) for k, item in enumerate(node.items)]
        if not values:
            spot.fault(node, Message("the list is empty; write {wanted}, or leave the key out", wanted=self.wanted))
        return None if None in values or not values else tuple(values)

    def plain(self, node: Node) -> Data:
        return [self.of.plain(item) for item in node.items] if isinstance(node, Items) else self.of.plain(node)

    def schema(self) -> Schema:
        one = self.of.schema()
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


@dataclass(frozen=True)
class Pairs(Kind):
    """A table of two columns, written as a list of rows; its first column must grow."""

    first: Number
    second: Number
    example: str
    order: str = ""
    """Of the second column: empty for any, `rising`, or `level` when it may stand still but not fall."""
    least: int = 1
    """Rows it must have."""

    @property
    def wanted(self) -> Message:  # type: ignore[override]
        return Message("a list of rows such as {example}", example=self.example)

    def read(self, node: Node, spot: Spot) -> tuple[tuple[float, float], ...] | None:
        bare, at = unwrap(node, spot, self)
        if not isinstance(bare, Items):
            if bare is not None:
                self.refuse(bare, at)
            return None
        rows = [self._row(item, at.item(k)) for k, item in enumerate(bare.items)]
        if len(rows) < self.least:
            at.fault(bare, Message("{least} or more rows are wanted, found {rows}; write {wanted}", least=self.least,
                                   rows=len(rows), wanted=self.wanted))  # fmt: skip
            return None
        done = [row for row in rows if row is not None]
        if len(done) < len(rows) or not self._in_order(bare, done, at):
            return None
        at.note(_summary(bare))
        return tuple(done)

    def _row(self, node: Node, spot: Spot) -> tuple[float, float] | None:
        if not isinstance(node, Items) or len(node.items) != 2:
            if not isinstance(node, Broken):
                spot.fault(node, Message("a row is two values in brackets, such as {example}", example=self.example))
            return None
        kinds = zip((self.first, self.second), node.items, strict=True)
        left, right = (Single.read(kind, item, spot.item(k)) for k, (kind, item) in enumerate(kinds))
        return None if left is None or right is None else (left, right)

    def _in_order(self, node: Items, rows: list[tuple[float, float]], spot: Spot) -> bool:
        """Whether the columns grow as they must; notes the rows that do not."""
        good = True
        for k in range(1, len(rows)):
            for column, order in enumerate(("rising", self.order)):
                step = rows[k][column] - rows[k - 1][column]
                if order and (step < 0 or (step == 0 and order == "rising")):
                    good = False
                    _out_of_order(node, k, column, order, spot)
        return good

    def plain(self, node: Node) -> Data:
        return wrapped(node, _rows)

    def schema(self) -> Schema:
        row = {"type": "array", "prefixItems": [self.first.bare(), self.second.bare()], "minItems": 2, "maxItems": 2}
        return valued({"type": "array", "items": row, "minItems": self.least})


def _out_of_order(node: Items, k: int, column: int, order: str, spot: Spot) -> None:
    """Note that a cell does not follow the one above it."""
    here, before = (item.items[column] for item in (node.items[k], node.items[k - 1]) if isinstance(item, Items))
    rule = Message("be more than" if order == "rising" else "not be less than")
    text = Message("must {rule} in the row before, {before}; found {found}", rule=rule,
                   before=getattr(before, "text", ""), found=getattr(here, "text", ""))  # fmt: skip
    spot.item(k).item(column).fault(here, text)


def _rows(node: Node) -> Data:
    """Rows of text."""
    if isinstance(node, Items):
        return [_rows(item) for item in node.items]
    return getattr(node, "text", "")


def _summary(node: Items) -> str:
    """A table in a few words: its last row, and how many there are."""
    last = node.items[-1]
    cells = [getattr(cell, "text", "") for cell in last.items] if isinstance(last, Items) else []
    return f"{len(node.items)} rows to [{', '.join(cells)}]"


