"""Office files that are the same bytes for the same content: no time of writing in them."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file knows."""
PROPERTIES = "docProps/core.xml"
_WHEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def same_bytes(data: bytes) -> bytes:
    """An Office file (XLSX, DOCX) with every time of its making set to one that never changes."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda each: (each != "[Content_Types].xml", each)):
            part = old.read(name)
            if name == PROPERTIES:
                part = _WHEN.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", part)
            info = ZipInfo(name, ALWAYS)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, part)
    return target.getvalue()
