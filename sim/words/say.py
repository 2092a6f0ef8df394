"""Words and messages in the reader's language, what stands in their places said in turn."""

from __future__ import annotations

from sim.message import Listed, Message, joined
from sim.words.catalogue import found, template


def text(key: str, language: str, **values: object) -> str:
    """The words of `key` in `language`, `values` put into their places: names, times and messages in that language.

    >>> text("moved_on", "en", volume="700 m3", when="T+2 h")
    'from T+2 h, 700 m3 moved on'
    >>> text("held", "zh")
    '守住'

    Raises:
        KeyError: there is no such key or language.
    """
    return template(key, language).format(**{place: _put_in(value, language) for place, value in values.items()})


def _put_in(value: object, language: str) -> object:
    """A value as it stands in its place; what is there in several languages, such as a `Name`, in one of them."""
    if isinstance(value, Message):
        return said(value, language)
    in_language = getattr(value, "in_language", None)
    return in_language(language) if in_language else value


def said(message: object, language: str) -> str:
    """A message in `language`, looked up by its template; what is no message is somebody's own, and stays.

    >>> from sim.units import Dimension, UnitError, parse
    >>> try:
    ...     parse("1", Dimension.TIME)
    ... except UnitError as error:
    ...     said(str(error), "zh")
    '1 没有单位；请在其后写 min、h或d'
    """
    if not isinstance(message, Message):
        return str(_put_in(message, language))
    if isinstance(message, Listed):
        last, joint = (found(language, "", each) for each in message.joints)
        return joined([said(each, language) for each in message.parts], last, joint)
    words = found(language, "", message.template)
    return words.format(**{place: _value(place, words, message, language) for place in message.values})


def _value(place: str, words: str, message: Message, language: str) -> object:
    """What stands in a place; where English quotes it as Python does and this language does not, without the quotes."""
    value, quoted = message.values[place], f"{{{place}!r}}"
    return repr(value)[1:-1] if quoted in message.template and quoted not in words else _put_in(value, language)
