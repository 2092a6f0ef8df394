"""Office files that are the same bytes whenever they are written."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

DATE = (1980, 1, 1, 0, 0, 0)
"""The first that a ZIP archive can hold; no clock of a machine gets into a file."""


def write_archive(path: Path, data: bytes) -> Path:
    """Write an archive with its entries in their order, all of one fixed date."""
    with ZipFile(BytesIO(data)) as source, ZipFile(path, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            fixed = ZipInfo(entry.filename, DATE)
            fixed.compress_type = ZIP_DEFLATED
            fixed.external_attr = 0o644 << 16
            target.writestr(fixed, source.read(entry.filename))
    return path
