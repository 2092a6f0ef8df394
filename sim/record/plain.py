"""Plain data out of JSON that people may have changed, or a disk damaged."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from math import inf, nan
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sim.letters import fit, letter_text, unfit
from sim.message import Message, about

ESCAPED = re.compile(r"\\(?:[bf]|u(?:00[01789]|[dD][89a-fA-F]|[fF]{3}))")
"""Escapes that may stand for letters which belong in no text, and for other letters that need a second look."""


MOST_BYTES = 8 * 2**20
"""Largest JSON text that is looked at; a list of a thousand lines has a twentieth [B]."""
MOST = 1e10
"""Largest number that stands for anything: 300 years in seconds."""
LONGEST = 40
"""Letters of something wrong that a message shows."""


def from_json(text: str | bytes) -> Any:
    """What JSON says; texts in it have letters that every document can hold.

    >>> from_json('{"name": "Duty\\\\u000bteam"}')
    {'name': 'Duty team'}

    Raises:
        ValueError: it says nothing, is too large or nested thousands deep, or has a letter that belongs in no text.
    """
    if len(text) > MOST_BYTES:
        raise ValueError(Message("it is larger than {most} MB", most=f"{MOST_BYTES / 2**20:g}"))
    written = text if isinstance(text, str) else text.decode("utf-8")
    try:
        data = json.loads(written)
        return _fitting(data) if ESCAPED.search(written) or next(unfit(written), None) is not None else data
    except RecursionError:
        raise ValueError(Message("it is nested too deep")) from None


def _fitting(data: Any) -> Any:
    """The same data with every text looked at."""
    if isinstance(data, dict):
        return {_fitting(key): _fitting(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_fitting(each) for each in data]
    if not isinstance(data, str):
        return data
    at = next(unfit(data), None)
    if at is not None:
        raise ValueError(Message("the character {letter} does not belong in a text file; delete it",
                                 letter=letter_text(data[at])))  # fmt: skip
    return fit(data)


def built(kind: Any, data: Any, path: str = "") -> Any:
    """Plain data as what a type says: a dataclass and all within it, a tuple, a mapping, texts by language, a number.

    Of a number None is NaN and the text `inf` infinity. What a dataclass has a default for may be left out.

    >>> built(tuple[float, ...], [1, None, "inf"])
    (1.0, nan, inf)

    Raises:
        ValueError: it is not of that type; says where.
    """
    if is_dataclass(kind):
        return _object(kind, data, path)
    if isinstance(kind, type) and issubclass(kind, Mapping):
        return kind(**{key: _single(str, each, f"{path}.{key}") for key, each in _of_sort(dict, data, path).items()})
    origin, of = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return _one_of(of, data, path)
    if origin in (tuple, frozenset):
        return origin(built(of[0], each, f"{path}[{k}]") for k, each in enumerate(_of_sort(list, data, path)))
    if origin is Mapping:
        every = _of_sort(dict, data, path)
        return {key: built(of[1], each, f"{path}.{key}".removeprefix(".")) for key, each in every.items()}
    return _single(kind, data, path)


def _one_of(kinds: Sequence[Any], data: Any, path: str) -> Any:
    """What the first type says that fits."""
    if data is None and NoneType in kinds:
        return None
    *others, last = (each for each in kinds if each is not NoneType)
    for each in others:
        with suppress(ValueError):
            return built(each, data, path)
    return built(last, data, path)


def _object(kind: Any, data: Any, path: str) -> Any:
    types, every = _types(kind), _of_sort(dict, data, path)
    known = {each.name: each for each in fields(kind)}
    unknown = [key for key in every if key not in known]
    lacking = [name for name, each in known.items()
               if name not in every and each.default is MISSING and each.default_factory is MISSING]  # fmt: skip
    if unknown or lacking:
        keys = ", ".join(map(repr, unknown or lacking))
        raise ValueError(about(path, Message("keys that are unknown or missing: {keys}", keys=keys)))
    return kind(**{key: built(types[key], each, f"{path}.{key}".removeprefix(".")) for key, each in every.items()})


@cache
def _types(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _of_sort(sort: type, data: Any, path: str) -> Any:
    if not isinstance(data, sort):
        raise ValueError(about(path, Message("found {shown}, which is no {sort} in JSON", shown=_shown(data),
                                             sort=sort.__name__)))  # fmt: skip
    return data


def _single(kind: Any, data: Any, path: str) -> Any:
    if kind is float:
        if data is None or data == "inf":
            return nan if data is None else inf
        if isinstance(data, int | float) and not isinstance(data, bool) and abs(data) <= MOST:
            return float(data)
    elif kind is int:
        if type(data) is int and 0 <= data <= MOST:
            return data
    elif issubclass(kind, StrEnum):
        if data in list(kind):
            return kind(data)
    elif type(data) is kind:
        return data
    raise ValueError(about(path, Message("found {shown}, which is no {sort} in JSON", shown=_shown(data),
                                         sort=kind.__name__)))  # fmt: skip


def _shown(data: Any) -> str:
    text = repr(data)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."
