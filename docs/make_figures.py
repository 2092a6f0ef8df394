"""Draw the figures of these pages anew, in both languages, with the commands the pages name: `make figures`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from sim.cli import main

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "figures"
WORDS = (
    "periods", str(ROOT / "scenarios" / "changshou-return-period.yaml"), "--periods", "1,2,5,10,20,30,50",
    "--closing", "shut-gates=30min,1h,2h,3h,4h,5h,6h,8h,never", "--quiet",
)  # fmt: skip


def figures() -> dict[str, bytes]:
    """Every figure by the name of its file."""
    found = {}
    for language in ("en", "zh"):
        with TemporaryDirectory() as out:
            if main([*WORDS, "--lang", language, "--out", out]) != 0:
                raise SystemExit("the scenario could not be played; its problems stand above")
            for path in sorted(Path(out).glob("*/figures/*.svg")):
                found[f"return-period-{path.stem}-{language}.svg"] = path.read_bytes()
    return found


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, data in figures().items():
        (FOLDER / name).write_bytes(data)
