"""Equipment as it is written."""

from sim.park import Equipment, Name, Place


def test_equipment_that_is_driven(park):
    assert park.equipment["truck-pump"] == Equipment(
        "truck-pump", Name("Truck pump", "移动泵车"), count=2, unit="pump", takes_s=600, travel_s=900
    )


def test_equipment_that_is_spent(park):
    assert park.equipment["sandbags"] == Equipment(
        "sandbags", Name("sandbags"), count=2000, unit="bag", takes_s=2, travel_s=None, spent=True
    )


def test_equipment_from_outside_knows_its_way(park):
    """
    18 km/h are 5 m/s.
    """
    assert park.equipment["hose"] == Equipment(
        "hose", Name("hose"), count=1.5, unit="km", arrives_s=3600, home=Place(107.0, 29.8), speed_m_s=5, detour=1.5
    )


def test_power_area(park):
    assert park.power_areas["grid"].name == Name("Grid", "电网")
    assert park.links["outfall"].power == "grid"
    assert park.links["sluice"].power == ""
