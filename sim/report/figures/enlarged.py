"""A finished figure printed larger as a whole, for a sheet that hangs on a wall: letters and lines grow with it."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sim.report.figures.style import DOTS_AN_INCH, FORMATS, no_time_stamp, styled

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def enlarged_files(name: str, figure: Figure, factor: float) -> dict[str, bytes]:
    """A PDF and a PNG of the figure so many times as wide and high, by the names of their files.

    The same figure gives the same bytes.
    """
    with styled(), no_time_stamp():
        return {f"{name}.pdf": _pdf(figure, factor), f"{name}.png": _png(figure, factor)}


def _png(figure: Figure, factor: float) -> bytes:
    """More dots, and as many an inch as ever."""
    buffer = BytesIO()
    figure.savefig(buffer, format="png", dpi=DOTS_AN_INCH * factor, metadata=FORMATS["png"],
                   pil_kwargs={"dpi": (DOTS_AN_INCH, DOTS_AN_INCH)})  # fmt: skip
    return buffer.getvalue()


def _pdf(figure: Figure, factor: float) -> bytes:
    """The page that matplotlib would write, drawn in units that are so many times as long."""
    mixed: Any = import_module("matplotlib.backends.backend_mixed")
    pdf: Any = import_module("matplotlib.backends.backend_pdf")
    buffer = BytesIO()
    figure.dpi = 72
    width, height = figure.get_size_inches()
    file = pdf.PdfFile(buffer, metadata=FORMATS["pdf"])
    file.newPage(width * factor, height * factor)
    file.output(factor, 0, 0, factor, 0, 0, pdf.Op.concat_matrix)
    page = pdf.RendererPdf(file, DOTS_AN_INCH, height, width)
    renderer = mixed.MixedModeRenderer(figure, width, height, DOTS_AN_INCH, page)
    figure.draw(renderer)
    renderer.finalize()
    file.finalize()
    return buffer.getvalue()
