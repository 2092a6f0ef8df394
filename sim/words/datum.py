"""Words of how places are held, and what became of them on WGS 84."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "datum_wgs84": "places are held in WGS 84",
    "datum_cgcs2000": "places are held in CGCS2000 ({datum}), which is WGS 84 to some centimetres",
    "datum_gcj02":
        "places are held in GCJ-02, as Amap gives them, and taken back to WGS 84, good to {error} by the formula that "
        "converters agree on",
    "datum_bd09":
        "places are held in BD-09, as Baidu gives them, and taken back to WGS 84, good to {error} by the formula that "
        "converters agree on",
    "datum_beijing54":
        "places are held in Beijing 1954 ({datum}) and not converted: its shift to WGS 84 differs by region and is "
        "not published, so they may be off by the order of {error}",
    "datum_xian80":
        "places are held in Xian 1980 ({datum}) and not converted: its shift to WGS 84 differs by region and is not "
        "published, so they may be off by the order of {error}",
    "datum_lands": "{how}; to check: '{id}' lies at {east} E, {north} N",
}
