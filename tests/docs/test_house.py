"""The house keeps its own rules: locks, targets and the folder of results."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def pinned(lock):
    """Names a lock pins."""
    return set(re.findall(r"^([a-z0-9-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


def named(requirements):
    """Names of requirements such as `numpy>=2.0`."""
    return {re.split(r"[^A-Za-z0-9-]", each, maxsplit=1)[0] for each in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_address(lock):
    """
    Where packages come from is for each machine to say.
    """
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert "://" not in text
    assert "index-url" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_of_a_lock_has_a_hash(lock):
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8"))
    bare = [entry.splitlines()[0] for entry in entries if "==" in entry and "--hash=sha256:" not in entry]

    assert bare == []


def test_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    runs = named(project["dependencies"]) | named(extras["tables"])

    assert runs <= pinned("requirements.lock")
    assert pinned("requirements.lock") | named(extras["dev"]) - {project["name"]} <= pinned("requirements-dev.lock")


def test_locks_agree():
    """
    What a run uses is what the tests tested: each pin of the one stands in the other, hashes too.
    """
    lines = [set((ROOT / lock).read_text(encoding="utf-8").splitlines()) for lock in LOCKS]

    assert lines[0] <= lines[1]


def test_the_wheel_carries_every_file_that_is_no_code():
    """
    A file that package-data does not name is there in a checkout and missing where the wheel is installed.
    """
    named = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    carried = {path for package, globs in named.items() for each in globs
               for path in (ROOT / package.replace(".", "/")).glob(each)}  # fmt: skip
    files = {path for path in (ROOT / "sim").rglob("*") if path.is_file() and "__pycache__" not in path.parts}

    assert sorted(str(path) for path in files - carried if path.suffix != ".py") == []
