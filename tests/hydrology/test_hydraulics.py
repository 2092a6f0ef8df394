"""Formulas with answers worked out by hand."""

import pytest

from sim.hydrology.hydraulics import GRAVITY, manning_full_m3_s, orifice_m3_s, weir_m3_s


def test_weir_grows_with_head_to_the_power_three_halves():
    """
    Four times the head is eight times the flow; below the crest nothing flows.
    """
    assert weir_m3_s(0.4, 3) == pytest.approx(8 * weir_m3_s(0.1, 3))
    assert weir_m3_s(-0.1, 3) == 0


def test_orifice_passes_coefficient_times_area_at_the_head_of_one_metre_per_second():
    """
    H = 1 / (2 g) gives 1 m/s: 0.61 x 0.2 m2 = 0.122 m3/s.
    """
    assert orifice_m3_s(1 / (2 * GRAVITY), 0.2) == pytest.approx(0.122)


def test_full_pipe_by_manning():
    """
    D = 4 m has R = 1 m: A sqrt(S) / n = 12.566371 x 0.01 / 0.0125 = 10.053096 m3/s at S = 1e-4.
    """
    assert manning_full_m3_s(4, 1e-4, 0.0125) == pytest.approx(10.053096)
