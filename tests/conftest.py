"""What all tests share: random ones draw the same examples every time, on every machine."""

from hypothesis import HealthCheck, settings

slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
settings.register_profile("repeatable", derandomize=True, database=None, suppress_health_check=slow)
settings.load_profile("repeatable")
