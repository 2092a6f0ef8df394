"""Units against numbers known beforehand, and every message about them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.units import (
    Dimension,
    UnitError,
    flow_text,
    number,
    parse,
    parse_any,
    pattern,
    share_text,
    time_text,
    volume_text,
)

D = Dimension
KNOWN = [
    ("14.7 万m3", D.VOLUME, 147_000),  # 1 万 is 10,000
    ("14.7万 m³", D.VOLUME, 147_000),
    ("14.7 万 立方米", D.VOLUME, 147_000),
    ("166.9万方", D.VOLUME, 1_669_000),
    ("1.5 亿m3", D.VOLUME, 150_000_000),
    ("800㎥", D.VOLUME, 800),
    ("１２　m3", D.VOLUME, 12),
    ("1.5e3 m3", D.VOLUME, 1500),
    (".5 m3", D.VOLUME, 0.5),
    ("-3 m3", D.VOLUME, -3),
    ("250 L", D.VOLUME, 0.25),
    ("250 升", D.VOLUME, 0.25),
    ("5 mL", D.VOLUME, 5e-6),
    ("0.5 mg/L", D.CONCENTRATION, 5e-4),
    ("0.5 g/m³", D.CONCENTRATION, 5e-4),
    ("50 μg/L", D.CONCENTRATION, 5e-5),
    ("2 毫克/升", D.CONCENTRATION, 2e-3),
    ("905 kg/m3", D.DENSITY, 905),
    ("0.905 g/cm³", D.DENSITY, 905),
    ("1.2 t/m3", D.DENSITY, 1200),
    ("8.5 m2/s", D.DISPERSION, 8.5),
    ("450 L/s", D.FLOW, 0.45),
    ("450 升/秒", D.FLOW, 0.45),
    ("1620 m3/h", D.FLOW, 0.45),  # 1620 / 3600
    ("1620 立方米/小时", D.FLOW, 0.45),
    ("5 m³/s", D.FLOW, 5),
    ("60 L/min", D.FLOW, 0.001),
    ("86400 m3/d", D.FLOW, 1),
    ("8.64万m3/d", D.FLOW, 1),
    ("30 min", D.TIME, 1800),
    ("30分钟", D.TIME, 1800),
    ("1.5 h", D.TIME, 5400),
    ("1.5 小时", D.TIME, 5400),
    ("3 h 20 min", D.TIME, 12_000),
    ("1h30min", D.TIME, 5400),
    ("1小时30分", D.TIME, 5400),
    ("2 d", D.TIME, 172_800),
    ("90 s", D.TIME, 90),
    ("882.5 mm", D.LENGTH, 0.8825),
    ("8.87 km", D.LENGTH, 8870),
    ("137.7 公里", D.LENGTH, 137_700),
    ("35 cm", D.LENGTH, 0.35),
    ("2 米", D.LENGTH, 2),
    ("1.68 ha", D.AREA, 16_800),
    ("1.68 公顷", D.AREA, 16_800),
    ("36.21 km2", D.AREA, 36_210_000),
    ("36.21 平方公里", D.AREA, 36_210_000),
    ("16800 m2", D.AREA, 16_800),
    ("2万平方米", D.AREA, 20_000),
    ("15 亩", D.AREA, 10_000),  # 15 mu are a hectare
    ("1.2 m/s", D.SPEED, 1.2),
    ("3.6 km/h", D.SPEED, 1),
    ("36 mm/h", D.SPEED, 1e-5),  # 0.036 m in 3600 s
    ("35 %", D.SHARE, 0.35),
    ("35％", D.SHARE, 0.35),
    ("2 a", D.PERIOD, 2),
    ("10 years", D.PERIOD, 10),
    ("50年", D.PERIOD, 50),
    ("5‰", D.SHARE, 0.005),
    ("0.35", D.SHARE, 0.35),
]


@pytest.mark.parametrize(("text", "dimension", "si"), KNOWN)
def test_known_quantities(text, dimension, si):
    assert parse(text, dimension) == pytest.approx(si, rel=1e-15)


def test_a_mu_of_land():
    """
    25 mu are 25 x 666.67 m2, to the centimetre a fifteenth of a hectare each.
    """
    assert parse("25 亩", D.AREA) == pytest.approx(25 * 666.67, rel=1e-5)


WRONG = [
    ("12000", D.VOLUME, "12000 has no unit; write 12000 m3?"),
    ("450", D.FLOW, "450 has no unit; write 450 m3/h?"),
    ("30", D.TIME, "30 has no unit; write 30 min?"),
    ("1.68", D.AREA, "1.68 has no unit; write 1.68 m2?"),
    ("450 L/s", D.VOLUME, "450 L/s is a flow; a volume is wanted here, such as 450 L"),
    ("16800 m2", D.VOLUME, "16800 m2 is an area; a volume is wanted here, such as 16800 m3"),
    ("2", D.PERIOD, "2 has no unit; write 2 a?"),
    ("2 d", D.PERIOD, "2 d is a time; a return period is wanted here, such as 2 a"),
    ("2 a", D.TIME, "2 a is a return period; a time is wanted here, such as 2 min"),
    ("30 m", D.TIME, "30 m is a length; a time is wanted here, such as 30 min"),
    ("9 mm/h", D.LENGTH, "9 mm/h is a speed; a length is wanted here, such as 9 mm"),
    ("5 m3", D.SHARE, "5 m3 is a volume; a share is wanted here, such as 5 %"),
    ("0.5", D.CONCENTRATION, "0.5 has no unit; write 0.5 mg/L?"),
    ("0.5 %", D.CONCENTRATION, "0.5 % is a share; a concentration is wanted here, such as 0.5 mg/L"),
    ("905 kg", D.DENSITY, "905 kg is a mass; a density is wanted here, such as 905 kg/m3"),
    ("5 mg/L", D.DENSITY, "5 mg/L is a concentration; a density is wanted here, such as 5 kg/m3"),
    ("905 kg/m3", D.VOLUME, "905 kg/m3 is a density; a volume is wanted here, such as 905 m3"),
    ("80 t", D.VOLUME, "80 t is a mass; a volume is wanted here, such as 80 m3"),
    ("8000 t/d", D.FLOW, "8000 t/d is a flow of mass; a flow is wanted here, such as 8000 m3/h"),
    ("5 m33", D.VOLUME, "5 m33 has the unknown unit 'm33'; did you mean 'm3'?"),
    ("5 M3", D.VOLUME, "5 M3 has the unknown unit 'M3'; did you mean 'm3'?"),
    ("5 bottles", D.VOLUME, "5 bottles has the unknown unit 'bottles'; write 5 m3?"),
    ("nan m3", D.VOLUME, "nan m3 is not a finite number; write a volume such as 500 m3"),
    ("NaN", D.SHARE, "NaN is not a finite number; write a share such as 35 %"),
    ("-.inf", D.TIME, "-.inf is not a finite number; write a time such as 30 min"),
    ("inf h", D.TIME, "inf h is not a finite number; write a time such as 30 min"),
    ("1e999 m3", D.VOLUME, "1e999 m3 is larger than any number this program can hold"),
    ("147,000 m3", D.VOLUME, "147,000 m3 has commas in its number; write 147000 m3"),
    ("12:00", D.TIME, "12:00 is a clock time; write a time such as 30 min"),
    ("about 5 m3", D.VOLUME, "'about 5 m3' is not a volume; write a number with its unit, such as 500 m3"),
    ("", D.LENGTH, "'' is not a length; write a number with its unit, such as 1.5 m"),
    ("10³ m3", D.VOLUME, "10³ m3 has the unknown unit '³m3'; did you mean 'm3'?"),
]


@pytest.mark.parametrize(("text", "dimension", "message"), WRONG)
def test_message(text, dimension, message):
    with pytest.raises(UnitError) as caught:
        parse(text, dimension)

    assert str(caught.value) == message


def test_one_of_several_dimensions():
    wanted = (D.VOLUME, D.SHARE, D.LENGTH)

    assert parse_any("300 m3", *wanted) == (D.VOLUME, 300)
    assert parse_any("60 %", *wanted) == (D.SHARE, 0.6)
    assert parse_any("0.6", *wanted) == (D.SHARE, 0.6)
    assert parse_any("2.1 m", *wanted) == (D.LENGTH, 2.1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("5 L/s", "5 L/s is a flow; a volume or a length is wanted here, such as 5 m3, 5 m"),
        ("5", "5 has no unit; a volume or a length is wanted here, such as 5 m3, 5 m"),
        ("5 m33", "5 m33 has the unknown unit 'm33'; did you mean 'm3'?"),
        ("nan", "nan is not a finite number; write a volume such as 500 m3"),
        ("1,500 m3", "1,500 m3 has commas in its number; write 1500 m3"),
    ],
)
def test_message_of_several_dimensions(text, message):
    with pytest.raises(UnitError) as caught:
        parse_any(text, D.VOLUME, D.LENGTH)

    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["0.42 m", "nan", "x", "", "1,000"])
def test_message_of_a_bare_number(text):
    with pytest.raises(UnitError) as caught:
        number(text)

    assert str(caught.value) == f"{text!r} is not a bare number; write a number without a unit, such as 0.42"


@given(st.text(max_size=12), st.sampled_from(D))
def test_any_text_is_read_or_refused(text, dimension):
    """
    Nothing but a number or a UnitError comes out.
    """
    try:
        value = parse(text, dimension)
    except UnitError:
        return
    assert value == value
    assert abs(value) != float("inf")


@given(st.floats(0, 1e9), st.sampled_from(["m3", "万m3", "L", "立方米"]))
def test_spaces_do_not_matter(value, unit):
    assert parse(f"{value}{unit}", D.VOLUME) == parse(f"  {value}   {unit} ", D.VOLUME)


@pytest.mark.parametrize(("text", "dimension", "_"), [case for case in KNOWN if not set(case[0]) & set("１　㎥％")])
def test_editors_take_what_is_read(text, dimension, _):
    """
    All but full-width text, which an editor may well mark.
    """
    assert re.search(pattern(dimension), text)


@pytest.mark.parametrize(("text", "dimension", "_"), [case for case in WRONG if "e999" not in case[0]])
def test_editors_refuse_what_is_refused(text, dimension, _):
    assert not re.search(pattern(dimension), text)


def test_texts_for_people():
    """
    12,000 s are 3 h and 20 min; 59.6 min round to the hour and never to 60 min.
    """
    assert time_text(12_000) == "3 h 20 min"
    assert time_text(0) == "0 min"
    assert time_text(45) == "45 s"
    assert time_text(7190) == "2 h"
    assert time_text(float("inf")) == "never"
    assert time_text(float("nan")) == "never"
    assert volume_text(1_669_000) == "1,669,000 m3"
    assert volume_text(0) == "0 m3"
    assert volume_text(-250) == "-250 m3"
    assert volume_text(0.001) == "1 L"
    assert flow_text(0) == "0 L/s"
    assert volume_text(0.9999) == "1,000 L"
    assert flow_text(0.9999) == "1,000 L/s"
    assert flow_text(300_000) == "300,000 m3/s"
    assert share_text(0.005) == "0.5 %"


def test_times_read_back():
    """
    What is written for people is read again, to the second below an hour and the minute above.
    """
    for seconds in (45, 90, 3600, 5400, 12_000, 260_040):
        assert parse(time_text(seconds), D.TIME) == seconds
