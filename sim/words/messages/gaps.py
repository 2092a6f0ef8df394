"""What is wrong with gaps, their answers, and skeletons, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "name a park, and scenarios to rank its gaps by, such as: {program} gaps docs/first-park "
    "docs/first-park/fire.yaml":
        "请给出园区，以及用于排序的情景，例如：{program} gaps docs/first-park docs/first-park/fire.yaml",
    "{path} is a scenario; name its park before it": "{path} 是情景；请在其前面给出园区",
    "{path} is a park; one park at a time, and scenarios behind it": "{path} 是园区；每次一个园区，其后为情景",
    "two scenarios are called '{id}'; name one of them": "两个情景都叫“{id}”；请只给出其中一个",
}  # fmt: skip
