"""Runs that several figures are drawn of, each played once."""

import pytest

from tests.shipped import FILES, result_of


@pytest.fixture(scope="package")
def results():
    """Every scenario that comes with the program, played, by its short name."""
    return {name: result_of(name) for name in FILES}
