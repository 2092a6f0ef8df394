"""Every word a report says, in English and in Chinese."""

from __future__ import annotations

LANGUAGES = ("en", "zh")

WORDS: dict[str, dict[str, str]] = {
    "untouched": {"en": "untouched", "zh": "未触及"},
    "held": {"en": "held", "zh": "守住"},
    "relieved": {"en": "relieved", "zh": "转输"},
    "breached": {"en": "breached", "zh": "失守"},
    "tier": {"en": "Tier", "zh": "防线"},
    "verdict": {"en": "Verdict", "zh": "结论"},
    "peak": {"en": "Peak\nvolume m3", "zh": "最大\n存量 m3"},
    "usable": {"en": "Usable\nm3", "zh": "可用\n容积 m3"},
    "margin": {"en": "Margin\nm3", "zh": "余量\nm3"},
    "margin_share": {"en": "Margin\n%", "zh": "余量\n%"},
    "first_escape": {"en": "First escape", "zh": "首次外泄"},
    "changed": {"en": "Changed: {change}", "zh": "改动：{change}"},
    "usable_means": {
        "en": "Usable: in storages reached. Margin: left in the tightest, or minus what escaped",
        "zh": "可用容积：事故水所到各设施之和。余量：最紧设施之余；失守时为负的外泄量",
    },
    "escape": {"en": "{when}, {volume}", "zh": "{when}，{volume}"},
    "escape_of": {"en": "{when}, {volume} of {all} in all", "zh": "{when}，{volume}（共{all}）"},
    "way": {"en": "{link}: {source} -> {target}", "zh": "{link}：{source} -> {target}"},
    "no_escape": {"en": "none", "zh": "无"},
    "moved_on": {"en": "from {when}, {volume} moved on", "zh": "{when}起转输{volume}"},
    "taken_in": {"en": "from {when}, {volume} treated or recovered", "zh": "{when}起处理或回收{volume}"},
    "tightest": {"en": "tightest: {storage}", "zh": "最紧：{storage}"},
    "spillway": {"en": "spillway", "zh": "溢流口"},
    "wall": {"en": "over the wall", "zh": "漫顶"},
    "ground": {"en": "ground", "zh": "地面"},
    "out": {"en": "outside the park", "zh": "园区外"},
    "treated": {"en": "treatment", "zh": "处理"},
    "recovered": {"en": "recovery", "zh": "回收"},
    "ledger_closes": {
        "en": "Ledger: {total} m3 in, all accounted for; error {error} m3 ({share} %)",
        "zh": "水量平衡：进水{total} m3，去向全部查明；误差{error} m3（{share} %）",
    },
    "ledger_broken": {
        "en": "Ledger: {total} m3 in, NOT all accounted for; error {error} m3 ({share} %)",
        "zh": "水量平衡：进水{total} m3，未能平衡；误差{error} m3（{share} %）",
    },
    "assumed_none": {
        "en": "Assumed: none of the {total} numbers behind this run",
        "zh": "假定值：本次计算所用{total}个数值均非假定",
    },
    "assumed": {
        "en": "Assumed: {count} of {total} numbers behind this run",
        "zh": "假定值：本次计算所用{total}个数值中{count}个为假定",
    },
    "assumed_see": {"en": "; see assumptions.csv", "zh": "；详见 assumptions.csv"},
    "assumed_met": {
        "en": "  {count} of them where the accident water went",
        "zh": "  其中{count}个在事故水所经之处",
    },
    "assumed_capacity": {"en": ", such as the capacity of {names}", "zh": "，如{names}的容积"},
    "and": {"en": " and ", "zh": "和"},
    "comma": {"en": ", ", "zh": "、"},
    "files": {"en": "Files: {where}", "zh": "文件：{where}"},
    "total": {"en": "Total", "zh": "总量"},
    "published": {"en": "Published", "zh": "公布值"},
    "sum": {"en": "Sum of\nparts", "zh": "分项\n之和"},
    "off_by": {"en": "Off by", "zh": "差值"},
    "unit": {"en": "Unit", "zh": "单位"},
    "basis": {"en": "Basis", "zh": "依据"},
    "agrees": {"en": "Agrees", "zh": "相符"},
    "yes": {"en": "yes", "zh": "是"},
    "no": {"en": "NO", "zh": "否"},
    "basis_published": {"en": "published", "zh": "公布"},
    "basis_measured": {"en": "measured", "zh": "实测"},
    "basis_designed": {"en": "designed", "zh": "设计"},
    "basis_assumed": {"en": "assumed", "zh": "假定"},
    "totals_none": {"en": "The park file names no published totals.", "zh": "园区文件未列公布总量。"},
    "totals_agree": {
        "en": "All {total} published totals agree with the sum of their parts.",
        "zh": "{total}项公布总量均与分项之和相符。",
    },
    "totals_differ": {
        "en": "{count} of {total} published totals differ from the sum of their parts.",
        "zh": "{total}项公布总量中有{count}项与分项之和不符。",
    },
}  # fmt: skip


def text(key: str, language: str, **values: object) -> str:
    """The words of `key` in `language`, `values` put into their places.

    >>> text("moved_on", "en", volume="700 m3", when="T+2 h")
    'from T+2 h, 700 m3 moved on'
    >>> text("held", "zh")
    '守住'

    Raises:
        KeyError: there is no such key or language.
    """
    return WORDS[key][language].format(**values)
