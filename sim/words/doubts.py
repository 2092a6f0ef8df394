"""Words of what may be a slip."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "doubt": {"en": "To check: {what}", "zh": "请核对：{what}"},
    "doubt_more": {"en": "{names} and {count} more", "zh": "{names}等，另有{count}处"},
    "doubt_own_kind": {
        "en": "kind '{kind}' ({storages}) is a word of the park's own; what asks for bunds, accident pools, "
        "river sections or treatment plants does not see it",
        "zh": "类型“{kind}”（{storages}）为自拟；凡按围堰、事故应急池、河道、污水处理厂等类型统计或核算的，均不含它",
    },
    "doubt_near_kind": {
        "en": "kind '{kind}' ({storages}) is a word of the park's own; what asks for bunds, accident pools, "
        "river sections or treatment plants does not see it; did you mean '{near}'?",
        "zh": "类型“{kind}”（{storages}）为自拟；凡按围堰、事故应急池、河道、污水处理厂等"
        "类型统计或核算的，均不含它；是否为“{near}”？",
    },
    "doubt_small": {
        "en": "{storages} holds {capacity} in all; is the unit right?",
        "zh": "{storages}的容积仅{capacity}；单位是否正确？",
    },
    "doubt_large": {
        "en": "{storages} holds {capacity}; is the unit right?",
        "zh": "{storages}的容积达{capacity}；单位是否正确？",
    },
    "doubt_table_ends": {
        "en": "the surveyed table of {storages} ends at {last}, its crest stands at {capacity}; between them the "
        "slope of the last two rows goes on",
        "zh": "{storages}的水深容积表止于{last}，而堰顶容积为{capacity}；其间按最后两行的斜率外推",
    },
    "doubt_rain_day": {
        "en": "rain '{rain}' brings {fallen} mm in 24 hours; more than {most} mm is doubted, half of the most that "
        "China's mainland has measured",
        "zh": "降雨“{rain}”24小时达{fallen} mm；超过{most} mm（中国大陆实测最大值之半）即存疑",
    },
    "doubt_rain_hour": {
        "en": "rain '{rain}' brings {fallen} mm in an hour; the most that China's mainland has measured is {most} mm",
        "zh": "降雨“{rain}”1小时达{fallen} mm；中国大陆实测最大值为{most} mm",
    },
    "doubt_runs_dry": {
        "en": "{storages}: {outflow} can leave at the start and {inflow} comes, so it is empty after {after} unless it "
        "is shut before",
        "zh": "{storages}：起始时可流出{outflow}，来水{inflow}，若不提前关闭，{after}后排空",
    },
    "doubt_runs_full": {
        "en": "{storages}: {inflow} comes and {outflow} can leave at the start, so it is full after {after}, before "
        "any accident water",
        "zh": "{storages}：来水{inflow}，起始时可流出{outflow}，{after}后蓄满，早于事故水到来",
    },
    "doubt_clock": {
        "en": "shifts and loads over the day go by the clock that starts: is written with, UTC{offset}; with "
        "utc_offset: in the park file they go by the park's",
        "zh": "班次和日变化按 starts: 所写的时区（UTC{offset}）计；在园区文件中写 utc_offset:，即按园区当地时间计",
    },
}
