"""Sensors as they are written, and what they compare."""

import pytest

from sim.load import load_case
from sim.park import Name, Quantity, Sensor, SensorKind


def test_level_with_everything_it_can_have(park):
    """
    1.5 m deep the pit holds 10 m3 and half of the next 40; 1 m deep it holds 10.
    """
    assert park.sensors["pit-level"] == Sensor(
        "pit-level", Name("pit-level"), SensorKind.LEVEL, "pit", Quantity.VOLUME, threshold=30, rising=True, reset=10,
        every_s=30, delay_s=10, confirm_s=120, misses=0.01,
    )  # fmt: skip


def test_level_that_alarms_when_it_falls(park):
    """
    What is not written is nothing: it looks all the time, alarms at once, and once only.
    """
    assert park.sensors["bund-low"] == Sensor(
        "bund-low", Name("bund-low"), SensorKind.LEVEL, "bund", Quantity.VOLUME, threshold=20, rising=False, reset=None,
        every_s=0, delay_s=0, confirm_s=0, misses=0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("id", "kind", "watches", "quantity", "threshold", "rising"),
    [
        ("outfall-flow", "flow", "outfall", "flow", 0.01, True),  # 36 m3/h
        ("lift-current", "current", "lift", "flow", 0.001, False),
        ("drain-quality", "water-quality", "drain", "product", 0.001, True),
        ("outfall-fish", "toxicity", "outfall", "product", 0.002, True),
        ("bund-camera", "camera", "bund", "presence", 0, True),
        ("patrol", "call", "drain", "presence", 0, True),
    ],
)
def test_each_kind_compares_its_own_quantity(park, id, kind, watches, quantity, threshold, rising):
    sensor = park.sensors[id]

    assert (sensor.kind, sensor.watches, sensor.quantity) == (kind, watches, quantity)
    assert (sensor.threshold, sensor.rising) == (threshold, rising)


def test_reset_of_a_flow(park):
    assert park.sensors["outfall-flow"].reset == 0.005


def test_name_and_times(park):
    assert park.sensors["bund-camera"].name == Name("Camera", "摄像头")
    assert park.sensors["bund-camera"].delay_s == 5
    assert (park.sensors["patrol"].every_s, park.sensors["patrol"].misses) == (7200, 0.5)


@pytest.mark.parametrize(("above", "volume"), [("50 %", 350), ("300 m3", 300), ("1 m", 250)])
def test_level_as_share_volume_and_depth(small, above, volume):
    """
    The bund holds 700 of its 800 m3: 100 m3 of silt lie on its floor of 350 m2, so 1 m is 350 - 100 m3 of water.
    """
    case = load_case(small / "fire.yaml", sets=[f"park.sensors.new={{kind: level, storage: bund, above: {above}}}"])

    assert case.park.sensors["new"].threshold == pytest.approx(volume)


def test_sensor_may_look_at_a_spillway_and_at_a_pump_that_is_laid(small):
    sets = [f"park.sensors.{k}={{kind: flow, link: {k}, above: 1 L/s}}" for k in ("pit-spillway", "lay-pump")]
    sensors = load_case(small / "fire.yaml", sets=sets).park.sensors

    assert [sensors[k].watches for k in ("pit-spillway", "lay-pump")] == ["pit-spillway", "lay-pump"]


def test_sensors_from_a_table(small):
    """
    The header's unit goes with the bare numbers.
    """
    path = small / "park.yaml"
    text = path.read_text(encoding="utf-8").replace("storages: pools.csv", "storages: pools.csv\n  sensors: eyes.csv")
    path.write_text(text, encoding="utf-8")
    rows = ["id,名称,类型,storage,above [%],every [min]", "北眼,北池液位计,level,north.pool,60,5"]
    (small / "eyes.csv").write_text("\n".join(rows), encoding="utf-8")

    assert load_case(small / "fire.yaml").park.sensors["北眼"] == Sensor(
        "北眼", Name(zh="北池液位计"), SensorKind.LEVEL, "north.pool", Quantity.VOLUME, threshold=6000, every_s=300
    )
