"""What `reconcile` says of published totals and their parts."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "reconcile_agrees": {
        "en": "{total}: {published} {unit}, of {count} parts ({found} {unit}):",
        "zh": "{total}：{published} {unit}，由{count}项组成（之和{found} {unit}）：",
    },
    "reconcile_differs": {
        "en": "{total}: published {published} {unit}, the {count} parts have {found} {unit}: off by {off} {unit} "
        "({share} %)",
        "zh": "{total}：公布{published} {unit}，{count}项之和为{found} {unit}，相差{off} {unit}（{share} %）",
    },
    "reconcile_part": {"en": "  {name}: {value} {unit}", "zh": "  {name}：{value} {unit}"},
    "reconcile_rest": {"en": "  {count} more: {value} {unit}", "zh": "  其余{count}项：{value} {unit}"},
    "reconcile_possible": {"en": "  possibly: {what}", "zh": "  可能：{what}"},
    "reconcile_tenfold_more": {
        "en": "the published figure is {times} times too large, such as a wrong place or 万",
        "zh": "公布值偏大{times}倍（如错位或误写“万”）",
    },
    "reconcile_tenfold_less": {
        "en": "the published figure is {times} times too small, such as a wrong place or a lost 万",
        "zh": "公布值偏小{times}倍（如错位或漏写“万”）",
    },
    "reconcile_part_tenfold_more": {
        "en": "{name} is {times} times too small here, or too large in the published figure",
        "zh": "{name}在园区文件中偏小{times}倍，或在公布值中偏大",
    },
    "reconcile_part_tenfold_less": {
        "en": "{name} is {times} times too large here, or too small in the published figure",
        "zh": "{name}在园区文件中偏大{times}倍，或在公布值中偏小",
    },
    "reconcile_twice": {"en": "the published figure counts {name} twice", "zh": "公布值把{name}计了两次"},
    "reconcile_left_out": {
        "en": "the published figure leaves {name} out, or the park has it once too often",
        "zh": "公布值未计{name}，或园区文件多计了一次",
    },
    "reconcile_treatment": {
        "en": "the published figure counts the treatment plants' own basins, which are no emergency space",
        "zh": "公布值计入了污水处理厂自有池容，这些不属于应急空间",
    },
    "reconcile_also": {"en": "the published figure counts {name}, too", "zh": "公布值还计入了{name}"},
}
