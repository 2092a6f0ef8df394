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
    ("1.2×10^4 m3", D.VOLUME, 12_000),
    ("1.2×10⁴ m³", D.VOLUME, 12_000),
    ("12 × 10^-1 m3", D.VOLUME, 1.2),
    ("1.2x10^4 m3", D.VOLUME, 12_000),
    ("1.2*10^4 m3", D.VOLUME, 12_000),
    ("10³ m3", D.VOLUME, 1000),
    ("10^3 m3", D.VOLUME, 1000),
    ("1.2×10^3 s", D.TIME, 1200),
    ("1.5e3 s", D.TIME, 1500),
    ("5 千m3", D.VOLUME, 5000),
    ("200 kL", D.VOLUME, 200),
    ("2 ML", D.VOLUME, 2000),
    ("20000 gal", D.VOLUME, 75.70823568),  # 231 cubic inches of 0.0254 m: 0.003785411784 m3 exactly
    ("80000 bbl", D.VOLUME, 12_718.98359424),  # 42 gal: 0.158987294928 m3 exactly
    ("1000 ft3", D.VOLUME, 28.316846592),  # 0.3048^3
    ("1000 cu ft", D.VOLUME, 28.316846592),
    ("10 in3", D.VOLUME, 0.00016387064),  # 0.0254^3
    ("2 acre-ft", D.VOLUME, 2466.96367509504),  # 43,560 ft3 each
    ("5000 gpm", D.FLOW, 0.3154509820),  # 5000 x 0.003785411784 / 60
    ("100 cfs", D.FLOW, 2.8316846592),
    ("60 cfm", D.FLOW, 0.028316846592),
    ("3 MGD", D.FLOW, 0.13143790916666667),  # 3e6 x 0.003785411784 / 86,400
    ("86400 gpd", D.FLOW, 0.003785411784),
    ("3.27 ft", D.LENGTH, 0.996696),  # x 0.3048
    ("4.5 in", D.LENGTH, 0.1143),  # x 0.0254
    ("3 inch", D.LENGTH, 0.0762),
    ("2 miles", D.LENGTH, 3218.688),
    ("900 ft2", D.AREA, 83.612736),  # x 0.09290304
    ("900 sq ft", D.AREA, 83.612736),
    ("1000 in2", D.AREA, 0.64516),
    ("4.15 acres", D.AREA, 16_794.45415296),  # 43,560 ft2: 4046.8564224 m2 exactly
    ("3 hours", D.TIME, 10_800),
    ("1 hour", D.TIME, 3600),
    ("3 hours 20 minutes", D.TIME, 12_000),
    ("1 minute", D.TIME, 60),
    ("90 seconds", D.TIME, 90),
    ("3个小时", D.TIME, 10_800),
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
    ("12000", D.VOLUME, "12000 has no unit; write m3, 万m3 or L behind it"),
    ("450", D.FLOW, "450 has no unit; write m3/h, m3/s or L/s behind it"),
    ("30", D.TIME, "30 has no unit; write min, h or d behind it"),
    ("1.68", D.AREA, "1.68 has no unit; write m2, ha or km2 behind it"),
    ("450 L/s", D.VOLUME, "450 L/s is a flow; a volume is wanted here, such as 500 m3"),
    ("16800 m2", D.VOLUME, "16800 m2 is an area; a volume is wanted here, such as 500 m3"),
    ("2", D.PERIOD, "2 has no unit; write a or years behind it"),
    ("2 d", D.PERIOD, "2 d is a time; a return period is wanted here, such as 2 a"),
    ("2 a", D.TIME, "2 a is a return period; a time is wanted here, such as 30 min"),
    ("30 m", D.TIME, "30 m is a length; a time is wanted here, such as 30 min"),
    ("9 mm/h", D.LENGTH, "9 mm/h is a speed; a length is wanted here, such as 1.5 m"),
    ("5 m3", D.SHARE, "5 m3 is a volume; a share is wanted here, such as 35 %"),
    ("0.5", D.CONCENTRATION, "0.5 has no unit; write mg/L or g/L behind it"),
    ("0.5 %", D.CONCENTRATION, "0.5 % is a share; a concentration is wanted here, such as 0.5 mg/L"),
    ("905 kg", D.DENSITY, "905 kg is a mass; a density is wanted here, such as 905 kg/m3"),
    ("5 mg/L", D.DENSITY, "5 mg/L is a concentration; a density is wanted here, such as 905 kg/m3"),
    ("905 kg/m3", D.VOLUME, "905 kg/m3 is a density; a volume is wanted here, such as 500 m3"),
    ("80 t", D.VOLUME, "80 t is a mass; a volume is wanted here, such as 500 m3"),
    ("8000 t/d", D.FLOW, "8000 t/d is a flow of mass; a flow is wanted here, such as 450 L/s"),
    ("5 m33", D.VOLUME, "5 m33 has the unknown unit 'm33'; did you mean 'm3'?"),
    ("5 M3", D.VOLUME, "5 M3 has the unknown unit 'M3'; did you mean 'm3'?"),
    ("5 bottles", D.VOLUME, "5 bottles has the unknown unit 'bottles'; write a volume in m3, 万m3 or L"),
    ("nan m3", D.VOLUME, "nan m3 is not a finite number; write a volume such as 500 m3"),
    ("NaN", D.SHARE, "NaN is not a finite number; write a share such as 35 %"),
    ("-.inf", D.TIME, "-.inf is not a finite number; write a time such as 30 min"),
    ("inf h", D.TIME, "inf h is not a finite number; write a time such as 30 min"),
    ("1e999 m3", D.VOLUME, "1e999 m3 is larger than any number this program can hold"),
    ("147,000 m3", D.VOLUME, "147,000 m3 has commas in its number; write 147000 m3"),
    ("12:00", D.TIME, "12:00 is a clock time; write a time such as 30 min"),
    ("about 5 m3", D.VOLUME, "'about 5 m3' is not a volume; write a number with its unit, such as 500 m3"),
    ("", D.LENGTH, "'' is not a length; write a number with its unit, such as 1.5 m"),
    ("2×1000 m3", D.VOLUME, "2×1000 m3 is a product; write 2000 m3"),
    ("1.2×104 m3", D.VOLUME, "1.2×104 m3 is a product; work it out, or write a power of ten as in 1.2×10^4"),
    ("2×1000", D.VOLUME, "2×1000 is a product; work it out, or write a power of ten as in 1.2×10^4"),
    ("5 Mm3", D.VOLUME, "5 Mm3 has the unknown unit 'Mm3'; write a volume in m3, 万m3 or L"),
    ("5 hL", D.VOLUME, "5 hL has the unknown unit 'hL'; write a volume in m3, 万m3 or L"),
    ("5 mm3", D.VOLUME, "5 mm3 has the unknown unit 'mm3'; write a volume in m3, 万m3 or L"),
    ("5 galons", D.VOLUME, "5 galons has the unknown unit 'galons'; did you mean 'gallons'?"),
    ("5 H", D.TIME, "5 H has the unknown unit 'H'; did you mean 'h'?"),
    ("3 weeks", D.TIME, "3 weeks has the unknown unit 'weeks'; write a time in min, h or d"),
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
        ("5 L/s", "5 L/s is a flow; a volume or a length is wanted here, such as 500 m3, 1.5 m"),
        ("5", "5 has no unit; a volume or a length is wanted here, such as 500 m3, 1.5 m"),
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


@given(st.floats(1, 999), st.text("kmMhdgcfitnoslrseu3/L升千万方", min_size=1, max_size=6), st.sampled_from(D))
def test_a_suggestion_never_changes_an_amount(value, unit, dimension):
    """
    What is said about an unknown unit holds the number at most where it quotes the text, and what is suggested instead
    of a unit differs from it by the case of letters, a digit written twice or a slip in a long word.
    """
    text = f"{value:.3f} {unit}"
    try:
        parse(text, dimension)
    except UnitError as error:
        said = str(error).replace(text, "")

        assert f"{value:.3f}" not in said
        if found := re.search(r"did you mean '(.+)'", said):
            meant = found[1]
            assert meant.lower() == unit.lower() or len(meant) > 3 or re.sub(r"(\d)\1+$", r"\1", unit) == meant


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
