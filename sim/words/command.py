"""What commands say while they work."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "command_compiling": {
        "en": "Compiling the water kernel: about 20 s, once on this machine.",
        "zh": "正在编译水量计算内核：约20 s，每台机器仅一次。",
    },
}
