"""A message in the reader's language: its template is looked up, and what stands in its places is said in turn."""

from __future__ import annotations

from sim.message import Listed, Message, joined
from sim.words.messages import MESSAGES


def said(message: object, language: str) -> str:
    """The message in `language`; what is no message is somebody's own, and stays.

    >>> from sim.units import Dimension, UnitError, parse
    >>> try:
    ...     parse("1", Dimension.TIME)
    ... except UnitError as error:
    ...     said(str(error), "zh")
    '1 没有单位；请在其后写 min、h或d'
    """
    if language == "en" or not isinstance(message, Message):
        return str(message)
    if isinstance(message, Listed):
        last, joint = (MESSAGES.get(each, each) for each in message.joints)
        return joined([said(each, language) for each in message.parts], last, joint)
    template = MESSAGES.get(message.template, message.template)
    return template.format(**{place: _value(place, message, language) for place in message.values})


def _value(place: str, message: Message, language: str) -> str:
    """What stands in a place; where English quotes it as Python does, Chinese has quotes of its own."""
    value = message.values[place]
    return repr(value)[1:-1] if f"{{{place}!r}}" in message.template else said(value, language)
