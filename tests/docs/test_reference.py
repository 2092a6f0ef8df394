"""The reference pages are what the definition of the files and the docstrings say today."""

import importlib.util
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["reference", "api"])
def test_a_reference_page_is_up_to_date(name):
    """
    `make reference` would change nothing.
    """
    spec = importlib.util.spec_from_file_location(f"make_{name}", DOCS / f"make_{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    assert (DOCS / f"{name}.md").read_text(encoding="utf-8") == module.page()
