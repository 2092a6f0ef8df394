"""What stands round every page: its head with the switches, its foot, styles, scripts and the font."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from sim import __version__
from sim.report.page.font import font_url
from sim.report.page.said import words
from sim.words import LANGUAGES
from sim.words.catalogue import template

ASSETS = files("sim.report.page") / "assets"
FONT_PLACE = "data:font/woff,"
"""Stands for the font until all that the page says is known."""
PARTS = ("said.html", "parts.html", "head.html", "{body}", "foot.html")
"""Of a page, in their order: how things are said, parts of bodies, its head, its own body, its foot."""


def filled_in(body: str, parts: Mapping[str, Any], more: str = "") -> str:
    """A page of a body among the assets with everything in its places; `more` are words that it shows only when asked.

    Raises:
        InputError: jinja2 is not installed.
    """
    from sim.report.templates import environment

    page = environment().from_string("".join(_text(each.format(body=body)) for each in PARTS)).render(parts)
    return page.replace(FONT_PLACE, font_url(page + more))


def shell(language: str, inputs_hash: str, styles: Sequence[str], scripts: Sequence[str]) -> dict[str, Any]:
    """The parts that every page has, in its first language."""
    languages = of_languages()
    return {
        "lang": language,
        "languages": languages,
        "first": LANGUAGES[0],
        "next_language": {code: languages[each["next"]]["name"] for code, each in languages.items()},
        "w": words,
        "font": FONT_PLACE,
        "font_notice": words("page_font"),
        "made": words("page_made", version=__version__, hash=inputs_hash[:12]),
        "css": [Markup(_text(name)) for name in ("page.css", *styles)],
        "js": [Markup(_text(name)) for name in scripts],
    }


def of_languages() -> dict[str, dict[str, str]]:
    """What a page is in, with the one that its switch shows next."""
    return {
        code: {"tag": template("language_tag", code), "name": template("language_name", code), "next": after}
        for code, after in pairwise((*LANGUAGES, LANGUAGES[0]))
    }


def as_json(data: Any) -> Markup:
    """Data as JSON that ends no script and begins no comment, whatever somebody calls a storage."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(text.replace("<", "\\u003c"))


def _text(asset: str) -> str:
    return (ASSETS / asset).read_text(encoding="utf-8")
