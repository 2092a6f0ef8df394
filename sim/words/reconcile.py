"""What `reconcile` says of published totals and their parts."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "reconcile_agrees": "{total}: {published} {unit}, of {count} parts ({found} {unit}):",
    "reconcile_differs":
        "{total}: published {published} {unit}, the {count} parts have {found} {unit}: off by {off} {unit} ({share} %)",
    "reconcile_part": "  {name}: {value} {unit}",
    "reconcile_rest": "  {count} more: {value} {unit}",
    "reconcile_possible": "  possibly: {what}",
    "reconcile_tenfold_more": "the published figure is {times} times too large, such as a wrong place or 万",
    "reconcile_tenfold_less": "the published figure is {times} times too small, such as a wrong place or a lost 万",
    "reconcile_part_tenfold_more": "{name} is {times} times too small here, or too large in the published figure",
    "reconcile_part_tenfold_less": "{name} is {times} times too large here, or too small in the published figure",
    "reconcile_twice": "the published figure counts {name} twice",
    "reconcile_left_out": "the published figure leaves {name} out, or the park has it once too often",
    "reconcile_treatment": "the published figure counts the treatment plants' own basins, which are no emergency space",
    "reconcile_also": "the published figure counts {name}, too",
}
