"""A report before it is printed: headings, tables and sentences, for the screen and for every format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sim.drill.paper.markdown import escaped, markdown_table
from sim.record.column import Column
from sim.report.templates import environment
from sim.words import text


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it."""

    title: str
    columns: Sequence[Column[Sequence[Any]]] = ()
    """Of its table; none where it has none."""
    rows: Sequence[Sequence[str]] = ()
    lines: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A report."""

    title: str
    language: str
    head: Sequence[str]
    sections: Sequence[Section]


def markdown(paper: Paper) -> str:
    """A report as Markdown; whatever stands in it is shown as it is.

    >>> from sim.record.column import Sort, placed
    >>> section = Section("T", placed(("number", Sort.AMOUNT), "what"), [("1", "x|y")])
    >>> print(markdown(Paper("R", "en", ["p"], [section])))
    # R
    <BLANKLINE>
    - p
    <BLANKLINE>
    ## T
    <BLANKLINE>
    | No. | What happens |
    | ---: | --- |
    | 1 | x\\|y |
    <BLANKLINE>
    """
    blocks = [f"# {escaped(paper.title)}", _items(paper.head)]
    for section in paper.sections:
        blocks.append(f"## {escaped(section.title)}")
        if section.columns:
            blocks.append("\n".join(markdown_table(section.columns, section.rows, paper.language)))
        if section.lines:
            blocks.append(_items(section.lines))
    return "\n\n".join(blocks) + "\n"


def _items(lines: Sequence[str]) -> str:
    return "\n".join(f"- {escaped(line)}" for line in lines)


HTML = """\
<!doctype html>
<html lang="{{ tag }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ paper.title }}</title>
<style>
@page { size: A4 landscape; margin: 15mm }
body { font: 10.5pt/1.5 "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1a1a1a;
  max-width: 270mm; margin: 2em auto; padding: 0 1em }
h1 { font-size: 17pt; margin: 0 0 .4em } h2 { font-size: 12.5pt; margin: 1.6em 0 .4em; break-after: avoid }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt } thead { display: table-header-group }
th, td { border-bottom: 1px solid #c8c8c8; padding: .3em .6em; text-align: left; vertical-align: top }
th { border-bottom: 1.5px solid #555; font-weight: 600 } td.number, th.number { text-align: right; white-space: nowrap }
tr, li { break-inside: avoid } ul.head { list-style: none; padding: 0; color: #444 } li { margin: .25em 0 }
@media print { body { margin: 0; padding: 0; max-width: none } }
</style>
</head>
<body>
<h1>{{ paper.title }}</h1>
<ul class="head">{% for line in paper.head %}<li>{{ line }}</li>{% endfor %}</ul>
{% for section in paper.sections %}
<section>
<h2>{{ section.title }}</h2>
{% if section.columns %}
<table>
<thead><tr>
{% for each in section.columns %}
<th{{ ' class="number"'|safe if each.sort.numeric }}>{{ text(each.head, paper.language) }}</th>
{% endfor %}
</tr></thead>
<tbody>
{% for row in section.rows %}
<tr>
{% for each in section.columns %}
<td{{ ' class="number"'|safe if each.sort.numeric }}>{{ each.of(row) }}</td>
{% endfor %}
</tr>
{% endfor %}
</tbody>
</table>
{% endif %}
{% if section.lines %}
<ul>
{% for line in section.lines %}
<li>{{ line }}</li>
{% endfor %}
</ul>
{% endif %}
</section>
{% endfor %}
</body>
</html>
"""


def html(paper: Paper) -> str:
    """A report as one HTML page that prints well; whatever stands in it is escaped.

    Raises:
        InputError: jinja2 is not installed.
    """
    return environment().from_string(HTML).render(paper=paper, text=text, tag=text("language_tag", paper.language))
