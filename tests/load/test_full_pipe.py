"""Links whose capacity is what their pipe carries when just full."""

import pytest

from sim.load import load_case

PIPE = "{kind: pipe, from: drain, to: river-1, full_pipe: {diameter: 800 mm, slope: 3 ‰, roughness: 0.013}"


@pytest.fixture
def link(small):
    """The link `new` of the small park, written like this."""

    def written(text):
        return load_case(small / "fire.yaml", sets=[f"park.links.new={text}"]).park.links["new"]

    return written


def test_capacity_of_a_pipe_by_manning(link):
    """
    DN800, 3 permille, n 0.013: A = 0.50265 m2, R = 0.2 m, R^(2/3) = 0.34200, sqrt(S) = 0.054772, so
    v = 0.34200 x 0.054772 / 0.013 = 1.4409 m/s and Q = 0.72428 m3/s. No length, no travel time.
    """
    pipe = link(PIPE + "}")

    assert pipe.capacity_m3_s == pytest.approx(0.72428, rel=1e-5)
    assert pipe.rating is None
    assert pipe.lag_s == 0


def test_its_roughness_is_that_of_concrete(link):
    assert link(PIPE.replace(", roughness: 0.013", "") + "}") == link(PIPE + "}")


def test_its_travel_time_is_that_of_its_own_velocity(link):
    """
    600 m at 1.4409 m/s take 416.4 s.
    """
    assert link(PIPE + ", length: 600 m}").lag_s == pytest.approx(600 / 1.4409, rel=1e-4)


@pytest.mark.parametrize(("written", "lag_s"), [("lag: 5 min", 300), ("velocity: 1.2 m/s", 500)])
def test_a_travel_time_that_is_written_counts(link, written, lag_s):
    assert link(f"{PIPE}, length: 600 m, {written}}}").lag_s == pytest.approx(lag_s)
