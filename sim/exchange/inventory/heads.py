"""The heads of inventories of emergency spaces, in Chinese and English, and what each column holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.load.head import head_of
from sim.load.kinds.blocks import Field, Record
from sim.load.kinds.words import Names, Text
from sim.load.node import Scalar
from sim.load.park_form import LISTED
from sim.load.table_form import TableForm
from sim.message import a

_TEXTS = tuple(dict.fromkeys(("serial", "count", *LISTED, "kind", "tier", "capacity", "longitude", "latitude")))
_ROW = Record(a("space"), (Field("name", Names(), ""), *(Field(key, Text(), "") for key in _TEXTS)))
ALSO = {
    **dict.fromkeys(("序号", "no", "no."), "serial"),
    **dict.fromkeys(("数量", "座数", "个数", "quantity", "qty"), "count"),
    **dict.fromkeys(("id", "空间&设施编号", "空间编号", "设施编号", "代码", "code", "reference", "ref"), "label"),
    **dict.fromkeys((
        "空间&设施名称", "空间名称", "设施名称", "空间设施名称", "环境应急空间名称", "应急空间", "池名称",
    ), "name_zh"),
    **dict.fromkeys(("space", "space name", "facility"), "name"),
    **dict.fromkeys((
        "plant", "权属/企业名称", "企业", "权属企业", "责任单位", "管理单位", "运营单位", "company",
    ), "owner"),
    **dict.fromkeys((
        "空间&设施类型", "空间类型", "设施类型", "应急空间类型", "类别", "种类", "type", "category",
    ), "kind"),
    **dict.fromkeys((
        "层级/防控级别", "级别/防控级别", "防线", "所属防线", "防控等级", "level", "line of defence",
        "line of defense",
    ), "tier"),
    **dict.fromkeys(("用途", "作用", "功能/用途", "功能用途", "use", "purpose"), "function"),
    **dict.fromkeys((
        "蓄水量", "可用容积", "可用库容", "库容", "设计容积", "设计容量", "总容积", "应急容积", "蓄水容积", "体积",
        "容积/容量", "容量/容积", "volume", "usable volume", "usable capacity", "effective volume",
    ), "capacity"),
    **dict.fromkeys(("东经", "lon", "lng", "long"), "longitude"),
    **dict.fromkeys(("北纬", "lat"), "latitude"),
    **dict.fromkeys(("所在区县", "所在县区", "行政区", "所在地区"), "district"),
    **dict.fromkeys(("流域", "所属流域", "river basin"), "river_basin"),
    **dict.fromkeys(("河流", "所属河流", "所在水体"), "river"),
    **dict.fromkeys(("位置", "地点", "详细地址"), "address"),
    **dict.fromkeys(("vr", "VR地址", "全景链接", "url", "vr link"), "link"),
    **dict.fromkeys(("说明", "情况说明", "remark", "remarks", "notes", "comment"), "note"),
}  # fmt: skip
"""Heads of inventories beside those of every table, and the key each stands for."""
FORM = TableForm(_ROW, ALSO, needed=(("name",), ("kind", "capacity")))
BETTER = ("可用", "有效", "usable", "effective")
"""Of two columns of volumes, the one of the usable volume is read."""
STANDING = "蓄水量"
"""The head of a volume that may be what stands there, not what fits in."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a sheet holds what."""

    by_key: dict[str, int]
    """`name.zh` and `name.en` beside `name`."""
    unit: str
    """Of bare volumes; empty when the head names none."""
    volume_head: str
    unread: tuple[int, ...]
    """Columns with a head that nobody knows, or that one that is read stands for already."""


def columns_of(header: Sequence[Scalar]) -> Columns:
    """The columns under a row of heads."""
    heads = [head_of(cell.text) for cell in header]
    paths = [".".join(each.path) for each in FORM.columns(header)]
    by_key: dict[str, int] = {}
    for place, path in enumerate(paths):
        is_better = path == "capacity" and any(word in heads[place].name.lower() for word in BETTER)
        if path and (path not in by_key or is_better):
            by_key[path] = place
    volume = by_key.get("capacity")
    unread = tuple(place for place, cell in enumerate(header) if cell.text and place not in by_key.values())
    return Columns(by_key, "" if volume is None else heads[volume].unit,
                   "" if volume is None else heads[volume].name, unread)  # fmt: skip
