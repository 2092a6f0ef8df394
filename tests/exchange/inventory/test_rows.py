"""Rows of lists: cells as people write them, kinds, tiers, what counts, what is told and what is refused."""

import pytest

from sim.errors import Problems
from sim.exchange.inventory import Became
from sim.exchange.inventory.cells import volume
from sim.words.say import said
from tests.exchange.inventory.reading import held, read, told, write_csv

FOUR = "一级防控（企业）, 二级防控（公共应急空间）, 三级防控（园区边界）, 四级防控（流域）"
HEAD = "名称,类型,层级,容量/m3"


@pytest.mark.parametrize(
    ("text", "unit", "m3"),
    [
        ("约5000", "m3", 5_000), ("5000左右", "立方米", 5_000), ("2×1000m3", "", 2_000), ("2*1000", "m3", 2_000),
        ("750m3×4座", "", 3_000), ("2座×1.5万m3", "", 30_000), ("1万m³", "", 10_000), ("4.0万方", "", 40_000),
        ("14.7万m3", "", 147_000), ("１２００", "m3", 1_200), ("1.2万", "", 12_000), ("1.2万", "万m3", 12_000),
        ("890", "万立方米", 8_900_000), ("3,000", "m3", 3_000), ("12,345.5 m3", "", 12_345.5), ("500 m3", "万m3", 500),
        ("10 000", "m3", 10_000), ("1 234 567.5 m3", "", 1_234_567.5), ("5.0E3", "m3", 5_000),
    ],
)  # fmt: skip
def test_volumes_as_people_write_them(text, unit, m3):
    """A unit in the cell goes before that of its head, and 万 counts once."""
    assert volume(text, unit).m3 == m3


@pytest.mark.parametrize("text", ["5000~6000", "20×10×5", "大", "-3", "5 km", "1,2"])
def test_what_is_no_volume_is_refused_with_its_place(text, tmp_path):
    path = write_csv(tmp_path, HEAD, f'甲池,事故应急池,一级,"{text}"', "乙池,围堰,一级,800")

    with pytest.raises(Problems) as wrong:
        read(path)

    assert wrong.value.messages[0].startswith(f"{path}:2:")
    assert len(wrong.value.messages) == 1


def test_everything_that_is_wrong_is_said_at_once_in_both_languages(tmp_path):
    path = write_csv(tmp_path, f"{HEAD},经度,纬度", "甲池,围堰,五级,800,120.1,31.9", ",围堰,一级,800,,",
                     "丙池,围堰,一级,许多,120.1,", "丁池,围堰,一级,8,220,31.9")  # fmt: skip

    with pytest.raises(Problems) as wrong:
        read(path)

    assert [each.removeprefix(f"{path}:") for each in wrong.value.messages] == [
        f"2:7: '五级' is no line of defence; there are {FOUR}",
        "3:2: the name of this space is missing; write what people call it",
        "4:10: '许多' is not a volume; write a number with its unit, such as 500 m3",
        "4:13: the latitude of this place is missing; write both, or none",
        "5:12: '220' is beyond 180 degrees, or its minutes or seconds are 60 or more",
    ]
    assert said(wrong.value.messages[1], "zh") == f"{path}:3:2: 缺少该空间的名称；请补写"
    assert said(wrong.value.messages[4], "zh") == f"{path}:5:12: '220' 超过180度，或其分、秒达到 60"


def test_treatment_plants_and_their_basins_do_not_count(tmp_path):
    """
    GB/T 50483-2019: of 8,000 + 5,000 + 4,000 only the pool's 4,000 m3 count.
    """
    path = write_csv(tmp_path, HEAD, "厂,污水处理厂,二级,8000", "乙,事故调节池,二级,5000", "池,公共应急池,二级,4000")
    found = read(path)

    assert found.counted_m3() == 4_000
    assert told(found, 2) == told(found, 3) == ["read_not_counted"]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("水库", "reservoir"), ("人工湿地", "wetland"), ("坑塘", "pond"), ("人工渠", "canal"),
        ("干枯河道", "dry-channel"), ("江心洲型河道", "river-section"),
        ("防火堤", "bund"), ("应急罐", "tank"), ("初期雨水池", "first-flush-pool"),
        ("引水式电站", "canal"), ("坝式水电站", "reservoir"), ("闸坝", "river-section"), ("桥梁", "river-section"),
        ("临时筑坝点", "river-section"), ("其他", "basin"), ("地下式事故应急池", "accident-pool"),
        ("accident-pool", "accident-pool"), ("雨水管网", "pipe"), ("污水管网", "pipe"),
        ("污水处理站", "treatment-plant"),
    ],
)  # fmt: skip
def test_kinds_with_a_volume(word, kind, tmp_path):
    """What holds nothing by itself stands for the water that it holds back."""
    (space,) = read(write_csv(tmp_path, HEAD, f"甲,{word},三级,100")).spaces

    assert space.kind == kind


@pytest.mark.parametrize(("word", "kind"), [("闸坝", "sluice"), ("桥梁", "bridge"), ("临时筑坝点", "dam-site"),
                                            ("引水式电站", "power-station"), ("水库", "reservoir")])  # fmt: skip
def test_kinds_without_a_volume_are_sites(word, kind, tmp_path):
    """
    A reservoir whose volume nobody lists is kept as a site, too, with a question.
    """
    found = read(write_csv(tmp_path, HEAD, "池,应急池,一级,10", f"甲,{word},三级,/"))

    assert held(found)["甲"] == ("boundary", kind, None)
    assert told(found, 3) == (["open_volume"] if word == "水库" else [])


def test_an_unknown_kind_is_kept_with_the_nearest_known_one(tmp_path):
    found = read(write_csv(tmp_path, HEAD, "甲,应急水囊,一级,100"))

    assert found.spaces[0].kind == "应急水囊"
    assert found.rows[0].told[0].values == {"text": "应急水囊", "near": "accident-pool"}


@pytest.mark.parametrize(
    ("word", "tier"),
    [("一级", "plant"), ("一级防控", "plant"), ("1", "plant"), ("Ⅱ级", "public"),
     ("二级防控（公共应急空间）", "public"),
     ("三级防线", "boundary"), ("tier 3", "boundary"), ("Plant", "plant"), ("public", "public"),
     ("第四级", "basin"), ("流域", "basin")],
)  # fmt: skip
def test_tiers_by_their_names_and_numbers(word, tier, tmp_path):
    (space,) = read(write_csv(tmp_path, HEAD, f"甲,坑塘,{word},100")).spaces

    assert space.tier == tier


def test_a_list_without_tiers(tmp_path):
    """
    By what each is: a pool at the plant, mains in public, rivers at the boundary; or as somebody says.
    """
    path = write_csv(tmp_path, "name,type,volume [m3]", "a,accident-pool,10", "b,pipe,10", "c,reservoir,10")

    assert [each.tier for each in read(path).spaces] == ["plant", "public", "boundary"]
    assert {each.tier for each in read(path, tier="public").spaces} == {"public"}
    assert told(read(path), 2) == ["guessed_tier"]
    assert "tier" in read(path).spaces[0].assumed


def test_a_space_that_two_lists_name_is_taken_once(tmp_path):
    """
    Same name and owner: the first list holds, and what differs in the second is told.
    """
    one = write_csv(tmp_path, "名称,权属,类型,层级,容量/m3", "甲池,甲厂,应急池,一级,10", "乙池,甲厂,应急池,一级,20")
    two = write_csv(tmp_path, "名称,权属,类型,层级,容量/m3", "甲池,甲厂,应急池,一级,10", "乙池,甲厂,应急池,一级,30",
                    "乙池,乙厂,应急池,一级,40", name="two.csv")  # fmt: skip
    found = read(one, two)

    assert [each.capacity_m3 for each in found.spaces] == [10, 20, 40]
    assert [each.told[0].key for each in found.of(Became.TWICE)] == ["read_twice", "open_twice"]
    assert found.of(Became.TWICE)[1].told[0].values["keys"] == ("capacity_m3",)
    assert [each.id for each in found.spaces] == ["甲池", "乙池", "乙池-2"]


def test_two_of_a_name_in_one_list_are_both_kept(tmp_path):
    found = read(write_csv(tmp_path, HEAD, "应急池,应急池,一级,10", "应急池,应急池,一级,20"))

    assert held(found) == {"应急池": ("plant", "accident-pool", 10), "应急池-2": ("plant", "accident-pool", 20)}
    assert told(found, 3) == ["open_same_name"]


def test_sections_remarks_and_totals_are_no_spaces(tmp_path):
    """
    A line with a tier alone heads a section; 10 + 20 = 30 of the first, 100 of the second, 130 in all.
    """
    path = write_csv(
        tmp_path, HEAD, "一级防控,,,", "甲池,应急池,,10", "乙池,应急池,,20", "小计,,,30", "二级防控,,,",
        "丙池,应急池,,100", "小计,,,100", "合计,,,130", "注：容积为有效容积,,,",
    )  # fmt: skip
    found = read(path)

    assert held(found) == {"甲池": ("plant", "accident-pool", 10), "乙池": ("plant", "accident-pool", 20),
                           "丙池": ("public", "accident-pool", 100)}  # fmt: skip
    assert [row.told[0].key for row in found.of(Became.TOTAL)] == ["read_total_agrees"] * 3
    assert [row.told[0].key for row in found.of(Became.REMARK)] == ["read_section", "read_section", "open_remark"]


def test_no_volume_at_all_makes_no_park(tmp_path):
    with pytest.raises(Problems, match="no row has a volume"):
        read(write_csv(tmp_path, HEAD, "甲闸,闸坝,三级,/"))


def test_the_usable_volume_is_read_of_two(tmp_path):
    found = read(write_csv(tmp_path, "名称,类型,层级,设计容积/m3,有效容积/m3", "甲池,应急池,一级,100,80"))

    assert found.spaces[0].capacity_m3 == 80
    assert found.headings[0].unread == ("设计容积/m3",)


def test_heads_once_more_and_places_of_zero(tmp_path):
    """
    As at the top of each printed page; and 0, 0 where nobody knows, which would lie in the sea off Africa.
    """
    head = "名称,类型,层级,容量/m3,经度,纬度"
    found = read(write_csv(tmp_path, head, "甲,坑塘,三级,10,0,0", head, "乙,坑塘,三级,20,120.1,31.9"))

    assert [each.capacity_m3 for each in found.spaces] == [10, 20]
    assert (told(found, 2), told(found, 3)) == (["guessed_no_place"], ["read_heads"])
    assert found.spaces[0].degrees is None


@pytest.mark.parametrize("text", ["3000~5000", "３０００～５０００m³", "3000-5000 m3", "3000至5000", "约3000—5000"])
def test_a_range_is_no_volume_and_says_so(text, tmp_path):
    path = write_csv(tmp_path, HEAD, f"甲池,事故应急池,一级,{text}")

    with pytest.raises(Problems) as wrong:
        read(path)

    assert wrong.value.messages == [f"{path}:2:13: {text!r} is a range; write one volume, of which somebody is sure"]


@pytest.mark.parametrize(
    ("word", "kind"),
    [("accident pool", "accident-pool"), ("River_section", "river-section"), ("waste-water treatment plant",
     "treatment-plant"), ("storage tank", "tank"), ("Retention basin", "basin"), ("public pool", "public-pool"),
     ("pitch", "pitch")],
)  # fmt: skip
def test_kinds_in_english_as_people_write_them(word, kind, tmp_path):
    """
    Hyphens, blanks and capitals are no difference, a known word among others is that kind, a part of a word is none; of
    what nobody knows the word stays, its blanks as hyphens.
    """
    found = read(write_csv(tmp_path, "name,type,tier,volume [m3]", f"A,{word},1,800"))

    assert held(found) == {"a": ("plant", kind, 800)}


@pytest.mark.parametrize(
    ("name", "note", "key"),
    [("甲池", "待建，2027年", ["open_not_there"]), ("甲池（在建）", "", ["open_not_there"]),
     ("甲池", "已停用", ["open_not_there"]), ("甲池", "地下式", [])],
)  # fmt: skip
def test_a_space_that_is_not_there_yet_is_asked_about(name, note, key, tmp_path):
    found = read(write_csv(tmp_path, f"{HEAD},备注", f"{name},事故应急池,一级,800,{note}"))

    assert told(found, 2) == key
    assert found.counted_m3() == 800


def test_a_number_of_pieces_beside_a_volume_is_asked_about(tmp_path):
    """
    Two bunds of 800 m3 in all, or each: it is read as all of them. One alone, and 2×400 in the cell, leave no doubt.
    """
    rows = ("甲堰,围堰,一级,800,2", "乙堰,围堰,一级,800,1座", "丙堰,围堰,一级,2×400,2")
    found = read(write_csv(tmp_path, f"{HEAD},数量", *rows))

    assert [told(found, line) for line in (2, 3, 4)] == [["open_count"], [], ["read_several"]]
    assert found.counted_m3() == 2_400
