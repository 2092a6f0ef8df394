"""Messages about inventories, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "kind such as bridge": "类型，如 bridge",
    "{key} is not written here, so nobody assumed it; take it out": "此处未写 {key}，谈不上假定；请从中去掉",
}
