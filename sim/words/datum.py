"""Words of how places are held, and what became of them on WGS 84."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "datum_wgs84": {"en": "places are held in WGS 84", "zh": "位置采用 WGS 84"},
    "datum_cgcs2000": {
        "en": "places are held in CGCS2000 ({datum}), which is WGS 84 to some centimetres",
        "zh": "位置采用 2000 国家大地坐标系（{datum}），与 WGS 84 相差仅数厘米",
    },
    "datum_gcj02": {
        "en": "places are held in GCJ-02, as Amap gives them, and taken back to WGS 84, good to {error} by the formula "
        "that converters agree on",
        "zh": "位置采用 GCJ-02（高德等地图），已按通行公式迭代还原为 WGS 84，还原误差不超过 {error}",
    },
    "datum_bd09": {
        "en": "places are held in BD-09, as Baidu gives them, and taken back to WGS 84, good to {error} by the formula "
        "that converters agree on",
        "zh": "位置采用 BD-09（百度地图），已按通行公式迭代还原为 WGS 84，还原误差不超过 {error}",
    },
    "datum_beijing54": {
        "en": "places are held in Beijing 1954 ({datum}) and not converted: its shift to WGS 84 differs by region and "
        "is not published, so they may be off by the order of {error}",
        "zh": "位置采用 1954 年北京坐标系（{datum}），未作基准转换：其与 WGS 84 的转换参数因地而异且不公开，"
        "位置误差可达 {error} 量级",
    },
    "datum_xian80": {
        "en": "places are held in Xian 1980 ({datum}) and not converted: its shift to WGS 84 differs by region and is "
        "not published, so they may be off by the order of {error}",
        "zh": "位置采用 1980 西安坐标系（{datum}），未作基准转换：其与 WGS 84 的转换参数因地而异且不公开，"
        "位置误差可达 {error} 量级",
    },
    "datum_lands": {
        "en": "{how}; to check: '{id}' lies at {east} E, {north} N",
        "zh": "{how}；请核对：“{id}”位于东经 {east}°、北纬 {north}°",
    },
}
