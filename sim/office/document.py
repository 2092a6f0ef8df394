"""A Word document: numbered headings, tables that run over pages, page numbers, fonts for both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.message import Message
from sim.office.same_bytes import same_bytes
from sim.office.wanted import wanted
from sim.record.column import Column, Row, placed
from sim.words import text as say

if TYPE_CHECKING:
    from docx.shared import Length
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

FONTS = {"body": ("Calibri", "SimSun"), "head": ("Arial", "SimHei")}
"""For Latin letters and for Chinese ones."""
INK, ACCENT, HEAD_FILL, RULE, GREY = "1F2933", "1F4E79", "1F4E79", "9AA5B1", "E4E7EB"
BODY_PT, TABLE_PT = 10.5, 8.5
MARGIN_CM = 1.8
A3_CM, A4_CM, A5_CM = (29.7, 42.0), (21.0, 29.7), (14.8, 21.0)
"""Upright."""
HEADING_LIST = 90
"""Number of the list of headings, beyond those of the template."""
EAST_ASIA = "zh-CN"
"""What Chinese letters are spelt and broken by."""


class Document:
    """A document that is being written, from top to bottom; widths in cm."""

    def __init__(
        self,
        title: str,
        language: str,
        landscape: bool = False,
        paper_cm: tuple[float, float] = A4_CM,
        margin_cm: float = MARGIN_CM,
        cover: bool = True,
    ) -> None:
        """`paper_cm` is upright; a document with a cover has no foot on its first page.

        Raises:
            InputError: python-docx is not installed.
        """
        self.language = language
        self.docx = wanted("docx", Message("Word documents")).Document()
        self.title = title
        self._break_next = False
        self._page(tuple(reversed(paper_cm)) if landscape else paper_cm, margin_cm, cover)
        self._styles()
        self._number_headings()
        self._properties()

    @property
    def width_cm(self) -> float:
        """Between the margins."""
        section = self.docx.sections[0]
        return float(section.page_width.cm - section.left_margin.cm - section.right_margin.cm)

    def _page(self, size_cm: Sequence[float], margin_cm: float, cover: bool) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.shared import Cm

        section = self.docx.sections[0]
        width, height = size_cm
        section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Cm(width), Cm(height)
        section.left_margin = section.right_margin = Cm(margin_cm)
        section.top_margin = section.bottom_margin = Cm(margin_cm)
        section.header_distance = section.footer_distance = Cm(0.7 * margin_cm)
        section.different_first_page_header_footer = cover
        self._footer(section.footer.paragraphs[0])

    def _footer(self, paragraph: Paragraph) -> None:
        """Title and page number; the cover has none."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        before, _, after = say("page_of", self.language, title=self.title, page="\t").partition("\t")
        paragraph.add_run(before)
        run = paragraph.add_run()
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            run._r.append(_element("fldChar", fldCharType=kind) if kind else _element("instrText", text))
        paragraph.add_run(after)
        paragraph.style = self.docx.styles["Footer"]

    def _styles(self) -> None:
        from docx.shared import Pt, RGBColor

        styles = self.docx.styles
        sizes = {"Normal": BODY_PT, "Footer": 8, "Title": 26, "Subtitle": 14, "Heading 1": 15, "Heading 2": 12}
        for name, size in sizes.items():
            style = styles[name]
            style.font.size = Pt(size)
            style.font.italic = False
            style.font.color.rgb = RGBColor.from_string(INK if name in ("Normal", "Footer") else ACCENT)
            _set_fonts(style, *FONTS["body" if name in ("Normal", "Footer") else "head"])
            style.element.get_or_add_rPr().append(_languages(self.language))
        styles["Normal"].paragraph_format.space_after = Pt(4)
        styles["Heading 1"].paragraph_format.space_before = Pt(14)
        styles["Heading 1"].paragraph_format.space_after = Pt(4)

    def _number_headings(self) -> None:
        """Give the heading styles numbers of their own: 1, 1.1."""
        numbering = self.docx.part.numbering_part.element
        abstract = _element("abstractNum", abstractNumId=str(HEADING_LIST))
        abstract.append(_element("multiLevelType", val="multilevel"))
        for level, text in enumerate(("%1", "%1.%2")):
            abstract.append(_heading_level(level, text))
        numbering.insert(0, abstract)
        link = _element("num", numId=str(HEADING_LIST))
        link.append(_element("abstractNumId", val=str(HEADING_LIST)))
        numbering.append(link)
        for level in (0, 1):
            number = self.docx.styles[f"Heading {level + 1}"].element.get_or_add_pPr().get_or_add_numPr()
            number.get_or_add_ilvl().val = level
            number.get_or_add_numId().val = HEADING_LIST

    def _properties(self) -> None:
        """Nothing of the machine; `same_bytes` sees to the day."""
        core = self.docx.core_properties
        core.title, core.author, core.last_modified_by, core.comments = self.title, "", "", ""
        core.language = say("language_tag", self.language)

    def cover(self, above: str, title: str, facts: Iterable[tuple[str, str]], below: str) -> None:
        """A page of its own: what it is, what it is about, and the facts one has to know."""
        from docx.shared import Pt

        paragraph = self.docx.add_paragraph(above, style="Subtitle")
        paragraph.paragraph_format.space_before = Pt(110)
        self.docx.add_paragraph(title, style="Title")
        self.facts(((f"{name}\t", fact) for name, fact in facts), 3.8, size_pt=11)
        paragraph = self.text(below)
        paragraph.paragraph_format.space_before = Pt(18)
        self._break_next = True

    def heading(self, text: str, level: int = 1, numbered: bool = True, size_pt: float | None = None) -> None:
        """A heading, numbered unless it is an appendix, in letters of its level or of a size of its own.

        The first after the cover begins a page.
        """
        from docx.shared import Pt

        paragraph = self.docx.add_heading(text, level)
        if size_pt is not None:
            paragraph.runs[0].font.size = Pt(size_pt)
        if not numbered:
            paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
        if self._break_next:
            paragraph.paragraph_format.page_break_before = True
            self._break_next = False

    def new_page(self) -> None:
        """The next heading begins a page."""
        self._break_next = True

    def line(self, text: str, size_pt: float, bold: bool = False) -> None:
        """A line in letters of a size, to be read from afar."""
        from docx.shared import Pt

        paragraph = self.text("")
        paragraph.paragraph_format.space_after = Pt(size_pt / 4)
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(size_pt), bold

    @contextmanager
    def across(self, paper_cm: tuple[float, float]) -> Iterator[tuple[float, float]]:
        """Pages of another size, `paper_cm` upright, that lie across; what comes after stands on pages as before.

        Gives the room between their margins, width first.
        """
        from docx.shared import Cm

        before = self.docx.sections[-1]
        usual = before.page_width, before.page_height
        height, width = paper_cm
        self._section(Cm(width), Cm(height))
        beside_cm = before.left_margin.cm + before.right_margin.cm
        yield width - beside_cm, height - before.top_margin.cm - before.bottom_margin.cm
        self._section(*usual)
        self._break_next = False

    def _section(self, width: Length, height: Length) -> None:
        """Begin pages of another size; their foot is that of those before."""
        from docx.enum.section import WD_ORIENT

        section = self.docx.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = width, height
        section.different_first_page_header_footer = False

    def picture(self, data: bytes, width_cm: float) -> None:
        """A picture, as high as its width asks for."""
        from docx.shared import Cm

        self.docx.add_picture(BytesIO(data), width=Cm(width_cm))

    def text(self, text: str, leads: bool = False) -> Paragraph:
        """A paragraph; one that leads stays on the page of what it leads to."""
        paragraph: Paragraph = self.docx.add_paragraph(text)
        paragraph.paragraph_format.keep_with_next = leads
        return paragraph

    def points(self, lines: Iterable[str]) -> None:
        """A list."""
        for line in lines:
            self.docx.add_paragraph(line, style="List Bullet")

    def widths_cm(self, columns: Sequence[Column[Any]]) -> list[float]:
        """Of columns that share the room between the margins as they say."""
        scale = self.width_cm / sum(each.least for each in columns)
        return [each.least * scale for each in columns]

    def table(
        self,
        columns: Sequence[Column[Row]],
        rows: Iterable[Row],
        size_pt: float = TABLE_PT,
        grey: Callable[[Row], bool] = lambda row: False,
    ) -> None:
        """A table over the whole width whose head is repeated on every page and whose rows are never cut.

        A newline in a cell begins a paragraph; what stands before a tab is bold. `grey` says which rows are.
        """
        table = self._new_table(columns)
        head = self._row(table, columns, [each.title or say(each.head, self.language) for each in columns], size_pt)
        head._tr.get_or_add_trPr().append(_element("tblHeader"))
        _set_off(head.cells)
        for row in rows:
            added = self._row(table, columns, [each.of(row) for each in columns], size_pt)
            if grey(row):
                for cell in added.cells:
                    _shade(cell, GREY)
        self._small_gap()

    def facts(self, facts: Iterable[tuple[str, str]], first_cm: float, size_pt: float = TABLE_PT) -> None:
        """Names, in a column so wide, and what stands for each beside it: a table without a head, on one page."""
        columns = placed(("name", first_cm), ("fact", self.width_cm - first_cm))
        table = self._new_table(columns)
        rows = [self._row(table, columns, fact, size_pt) for fact in facts]
        for row in rows[:-1]:
            _keep_with_next(row.cells)
        self._small_gap()

    def _new_table(self, columns: Sequence[Column[Any]]) -> Any:
        table: Any = self.docx.add_table(rows=0, cols=len(columns))
        table.style = self.docx.styles["Table Grid"]
        table.autofit = False
        _thin_rules(table)
        _fix_widths(table, self.widths_cm(columns))
        return table

    def _row(self, table: Any, columns: Sequence[Column[Any]], texts: Sequence[str], size_pt: float) -> Any:
        """A row that is never cut; figures stand on the right."""
        row = table.add_row()
        row._tr.get_or_add_trPr().append(_element("cantSplit"))
        for cell, text, column, width in zip(row.cells, texts, columns, self.widths_cm(columns), strict=True):
            _fill(cell, text, size_pt, width, column.sort.numeric)
        return row

    def _small_gap(self) -> None:
        """A paragraph after a table, as Word wants one, as low as can be."""
        from docx.shared import Pt

        gap = self.docx.add_paragraph()
        gap.paragraph_format.space_after = Pt(0)
        gap.paragraph_format.line_spacing = Pt(4)

    def write(self, path: Path) -> Path:
        """Write it; the same contents give the same bytes."""
        data = BytesIO()
        self.docx.save(data)
        path.write_bytes(same_bytes(data.getvalue()))
        return path


def _element(name: str, text: str = "", **attributes: str) -> Any:
    """A WordprocessingML element."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    if text:
        element.text = text
    return element


def _languages(language: str) -> Any:
    """What its words are spelt and broken by: Latin ones are English in Chinese texts too, or ids break anywhere."""
    return _element("lang", val=say("language_latin_tag", language), eastAsia=EAST_ASIA)


def _set_fonts(style: Any, latin: str, chinese: str) -> None:
    """Fonts of a style, instead of those of the template's theme."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for key, font in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", chinese)):
        fonts.set(qn(f"w:{key}"), font)


def _heading_level(level: int, text: str) -> Any:
    found = _element("lvl", ilvl=str(level))
    for name, value in (("start", "1"), ("numFmt", "decimal"), ("pStyle", f"Heading{level + 1}"), ("suff", "space"),
                        ("lvlText", text), ("lvlJc", "left")):  # fmt: skip
        found.append(_element(name, val=value))
    return found


def _fix_widths(table: Table, widths_cm: Sequence[float]) -> None:
    """Widths that both Word and others keep to."""
    from docx.shared import Cm

    for column, width in zip(table.columns, widths_cm, strict=True):
        column.width = Cm(width)


def _thin_rules(table: Any) -> None:
    """Rules that keep cells apart and no more."""
    from docx.oxml.ns import qn

    borders = _element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(side, val="single", sz="4", space="0", color=RULE))
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)


def _set_off(cells: Sequence[_Cell]) -> None:
    """Set off what stands above the columns, and keep it with the first row."""
    from docx.shared import RGBColor

    _keep_with_next(cells)
    for cell in cells:
        _shade(cell, HEAD_FILL)
        for run in cell.paragraphs[0].runs:
            run.bold = True
            run.font.color.rgb = RGBColor(255, 255, 255)


def _keep_with_next(cells: Sequence[_Cell]) -> None:
    for cell in cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _fill(cell: _Cell, text: str, size_pt: float, width_cm: float, right: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    cell.width = Cm(width_cm)
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(1)
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        strong, tab, rest = line.partition("\t")
        pieces = ((strong, True), (rest, None)) if tab else ((line, None),)
        for piece, bold in pieces:
            run = paragraph.add_run(piece)
            run.font.size = Pt(size_pt)
            run.bold = bold


def _shade(cell: _Cell, fill: str) -> None:
    cell._tc.get_or_add_tcPr().append(_element("shd", val="clear", color="auto", fill=fill))
