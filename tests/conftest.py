"""What all tests share: random ones draw the same examples every time, on every machine."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture import providers

slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
repeatable = settings(derandomize=True, database=None, suppress_health_check=slow)
settings.register_profile("repeatable", repeatable)
settings.register_profile("unshrunk", repeatable, phases=(Phase.explicit, Phase.generate))
"""For those who only want to know whether a test falls."""
settings.load_profile("repeatable")

# Hypothesis also draws constants it finds in whatever modules of ours are loaded by then, which depends on which
# other tests the same process has run.
assert hasattr(providers, "_get_local_constants"), "Hypothesis has changed: are its draws still repeatable?"
providers._get_local_constants = lambda: providers._local_constants
