"""Write the font of the figures anew from Debian's Noto Sans CJK: `python docs/make_font.py NotoSansCJK-Regular.ttc`.

The font file comes with Debian's package `fonts-noto-cjk` (`/usr/share/fonts/opentype/noto/`); the
program ships a subset of it, so that figures look the same on every machine and Chinese words never
turn into boxes. Kept are the letters of GB 2312, ASCII, Latin letters with accents and the signs that figures use.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

from sim.report.figures.style import FONT

FACE = "NotoSansCJKsc-Regular"
"""PostScript name of the face that is taken: Simplified Chinese."""
SIGNS = "²³·×÷±°–—…≤≥≈→←↑↓△▲▽▼○●□■◆%‰"
"""Signs beside those of GB 2312."""
FAMILY, FULL, POSTSCRIPT = 1, 4, 6
NAMES = {FAMILY: FONT, FULL: FONT, POSTSCRIPT: FONT.replace(" ", "")}
"""Its own name, so that no installed font of another cut stands in for it; copyright and licence stay."""
OTHER_FAMILIES = (16, 17, 21, 22)
YEAR_ZERO = 0
"""Time stamp of the file, so that the same input gives the same bytes."""


def letters() -> set[int]:
    """Every code point that is kept."""
    cells = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    chinese = "".join(each.decode("gb2312", errors="ignore") for each in cells)
    return {ord(each) for each in chinese + SIGNS} | set(range(0x20, 0x7F)) | set(range(0xA0, 0x180))


def subset(source: Path, target: Path) -> None:
    """Write the subset of a font collection.

    Raises:
        StopIteration: the face is not in it.
    """
    font: TTFont = next(each for each in TTCollection(source).fonts if each["name"].getDebugName(POSTSCRIPT) == FACE)
    options = Options()
    options.hinting, options.desubroutinize, options.layout_features = False, False, ["kern"]
    options.name_IDs, options.notdef_outline, options.recalc_timestamp = ["*"], True, False
    maker = Subsetter(options)
    maker.populate(unicodes=letters())
    maker.subset(font)
    _rename(font)
    font["head"].created = font["head"].modified = YEAR_ZERO
    font.recalcTimestamp = False
    font.save(target)


def _rename(font: TTFont) -> None:
    table = font["name"]
    for each in OTHER_FAMILIES:
        table.removeNames(nameID=each)
    for number, name in NAMES.items():
        table.removeNames(nameID=number)
        table.setName(name, number, 3, 1, 0x409)
    top = font["CFF "].cff
    top.fontNames = [NAMES[POSTSCRIPT]]
    top.topDictIndex[0].FullName = top.topDictIndex[0].FamilyName = FONT


if __name__ == "__main__":
    from sim.report.figures.style import FONT_FILE

    subset(Path(sys.argv[1]), FONT_FILE)
