"""Volumes are linear between events."""

import numpy as np

from sim.water.records import STORAGE_DTYPE
from sim.water.settle import set_volume


def test_a_volume_is_set_on_its_bound_and_the_largest_part_takes_the_rounding():
    """
    Parts 60 + 39.5 snapped to 100 m3: the 60 becomes 60.5, the other stays.
    """
    storages = np.zeros(1, STORAGE_DTYPE)
    storages["parts"][0] = [60.0, 39.5, 0, 0, 0]
    record = storages.view(np.recarray)[0]

    set_volume(record, 100.0)

    assert storages["parts"][0].tolist() == [60.5, 39.5, 0, 0, 0]
    assert storages["volume"][0] == 100.0
