"""Messages about places, datums and grids, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "{east} begins with the zone {zone}, whose central meridian is {found}; write datum: {system}-gk-{found}":
        "{east} 前带有带号 {zone}，其中央子午线为 {found}°；请写 datum: {system}-gk-{found}",
    "{east} m east, {north} m north lies in no zone of this grid":
        "东坐标 {east} m、北坐标 {north} m 不在该坐标系的任何分带内",
    "{wrong}; {slip}": "{wrong}；{slip}",
    "x counts east and y north, which Chinese survey sheets call Y and X: swap them":
        "x 为东坐标、y 为北坐标，即国内测绘图上的 Y 和 X：请对调",
    "these look like degrees": "看来是经纬度",
    "an easting counts 500 km at the central meridian, a northing from the equator":
        "东坐标在中央子午线处为 500 km，北坐标自赤道起算",
    "{east} east, {north} north lies outside of China, where {datum} does not hold":
        "东经 {east}、北纬 {north} 在中国范围之外，{datum} 在此不适用",
    "'{text}': 3-degree zones lie around 75, 78, ... 135 degrees east, so around the one nearest to the park, such as "
    "{example}": "“{text}”：3 度带的中央子午线为东经 75、78、……、135 度；请取离园区最近的一条，如 {example}",
    "{east} east, {north} north are no degrees, but would be the other way round; the longitude goes first":
        "东经 {east}、北纬 {north} 不成立，颠倒过来才是经纬度；请经度在前",
    "{east} east, {north} north are no degrees; a national grid counts metres, such as cgcs2000-gk-108":
        "{east}、{north} 不是经纬度；国家平面坐标以米计，如 cgcs2000-gk-108",
    "'{text}' is no datum; {advice}": "“{text}”不是坐标系；{advice}",
    "says where x and y begin, which {datum} says already; leave it out":
        "用于说明 x、y 的起点，而 {datum} 已说明；请删去",
    "{datum} counts metres, and no place in this park has x and y; write these, or another datum, such as wgs84":
        "{datum} 以米计，而本园区没有以 x、y 表示的位置；请写 x、y，或改用其他坐标系，如 wgs84",
    "says how degrees are held, and nothing in this park has any; leave it out, or name the grid of x and y, such as "
    "cgcs2000-gk-108":
        "用于说明经纬度所属坐标系，而本园区没有经纬度；请删去，或写 x、y 所属的平面坐标系，如 cgcs2000-gk-108",
    "a national grid's northing, and y an easting; x counts east and y north, which Chinese survey sheets call Y and "
    "X: swap them":
        "为国家坐标系的北坐标，而 y 为东坐标；x 为东坐标、y 为北坐标，即国内测绘图上的 Y 和 X：请对调",
    "a national grid counts so; write its numbers for all places, no origin, and the grid as datum:, such as "
    "cgcs2000-gk-108; or metres from the origin":
        "疑为国家坐标系的坐标；请全部采用该坐标、去掉 origin，并以 datum: 写明坐标系，如 cgcs2000-gk-108；"
        "或改写为距 origin 的米数",
}  # fmt: skip
