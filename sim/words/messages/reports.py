"""Messages about the reports that a park says are owed, and about the wording of its tiers, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "'{id}' says from when on a time runs; choose another id": "“{id}”是表示起算时间的词；请换一个 id",
    "these reports wait for one another, {ring}; let one follow known":
        "这些报告互为先后，{ring}；请让其中一个从 known 起算",
    "promise is missing, and the guide's wording is for {wanted} tiers, of which this park has {count}; "
    "write promise: {{en: ..., zh: ...}}":
        "缺少 promise；指南的表述用于 {wanted} 级防线，本园区有 {count} 级；请写 promise: {{en: ..., zh: ...}}",
    "grade": "事件等级",
    "stage": "报告类别",
    "way of reporting": "报告方式",
    "wording": "表述",
}  # fmt: skip
