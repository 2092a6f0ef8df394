"""What goes wrong where a park's package is written."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "name a park and its scenarios, such as: {program} package configs/changshou-yanjia "
    "scenarios/changshou-night-shift.yaml":
        "请给出园区及其情景，例如：{program} package configs/changshou-yanjia scenarios/changshou-night-shift.yaml",
    "{path} was edited since it was written; move it away, or write elsewhere with --out DIR":
        "{path} 写出后被编辑过；请将其移走，或用 --out 另写到别处",
}  # fmt: skip
