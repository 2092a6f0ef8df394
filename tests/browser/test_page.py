"""The report page in a real browser: it opens clean, speaks both languages, sorts, prints, fits a phone."""

import base64
import io
import re
import time
from pathlib import Path

import pytest

from sim.load import load_case
from sim.report.figures import Look
from sim.report.page import page_html
from sim.result import run
from tests.browser.conftest import ROOT

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
NAMES = ("tank-fire", "night-shift", "boundary-breach", "storm-relief")
MOST_BYTES = 3_000_000
WIDTHS = """
    const wrong = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let counted = 0;
    for (let node; (node = walk.nextNode());) {
      const parent = node.parentElement;
      if (parent.closest("script, style, select, title") || !parent.getClientRects().length) continue;
      const size = parseFloat(getComputedStyle(parent).fontSize), drawn = parent.closest("svg text");
      [...node.data.slice(0, 400)].forEach((letter, k) => {
        if (letter < "\\u4e00" || letter > "\\u9fff") return;
        const range = document.createRange();
        range.setStart(node, k); range.setEnd(node, k + 1);
        const wide = drawn ? parent.getSubStringLength(k, 1) : range.getBoundingClientRect().width;
        counted += 1;
        if (Math.abs(wide / size - 1) > 0.06) wrong.push([letter, wide / size, node.data.slice(0, 20)]);
      });
    }
    return [counted, wrong.slice(0, 9)];
"""
"""How many Chinese letters are shown, of each text the first 400 signs, and some that are not as wide as high."""


def script(browser, text, *given):
    return browser.execute_script(text, *given)


def texts(browser, selector):
    return script(browser, "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)", selector)


def click(browser, selector):
    script(browser, "document.querySelector(arguments[0]).click()", selector)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_it_opens_without_a_word_on_the_console_and_asks_for_nothing(shown, pages, name, dark):
    browser = shown(name, dark=dark)

    assert browser.get_log("browser") == []
    assert script(browser, "return performance.getEntriesByType('resource').length") == 0
    assert pages(name).stat().st_size < MOST_BYTES


def test_it_follows_the_screen_and_the_button_into_the_dark(shown):
    browser = shown("night-shift", dark=True)
    ground = "return getComputedStyle(document.documentElement).backgroundColor"
    dark = script(browser, ground)
    click(browser, "#theme")
    light = script(browser, ground)
    click(browser, "#theme")

    assert dark == "rgb(17, 23, 29)"
    assert light == "rgb(245, 247, 249)"
    assert script(browser, ground) == dark


def test_the_button_turns_everything_into_the_other_language(shown):
    browser = shown("night-shift")
    assert script(browser, "return document.documentElement.lang") == "en-GB"
    before = script(browser, "return document.body.innerText")
    click(browser, "#language")
    after = script(browser, "return document.body.innerText")

    assert script(browser, "return document.documentElement.lang") == "zh-CN"
    assert "Breached: Plant" in before
    assert "失守" not in before
    assert "失守：一级防控（企业）、二级防控（公共设施）。事故水未出园区。" in after
    assert "breached" not in after
    assert script(browser, "return document.title").startswith("夜班")
    assert texts(browser, "#play span") == ["播放"]
    click(browser, "#language")
    assert script(browser, "return document.body.innerText") == before


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_is_an_empty_box(shown, name):
    """
    Every letter that is shown differs from what is drawn for one that no font has, and so does every Chinese one
    from the next: an empty box looks the same whatever it stands for.
    """
    browser = shown(name)
    spoken = script(browser, "return document.body.textContent")
    click(browser, "#language")
    letters = sorted({each for each in spoken + script(browser, "return document.body.textContent") if each > "~"})
    drawn = script(browser, """
        const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        canvas.canvas.width = canvas.canvas.height = 40;
        canvas.font = "28px " + getComputedStyle(document.body).fontFamily;
        const picture = (letter) => {
          canvas.clearRect(0, 0, 40, 40); canvas.fillText(letter, 4, 32);
          return canvas.canvas.toDataURL();
        };
        return [...arguments[0], "\\u{10fffd}"].map(picture)""", letters)  # fmt: skip
    pictures = dict(zip(letters, drawn, strict=False))
    chinese = [pictures[each] for each in letters if "\u4e00" <= each <= "\u9fff"]

    assert len(chinese) > 200
    assert [each for each, picture in pictures.items() if picture == drawn[-1]] == []
    assert len(set(chinese)) == len(chinese)
    assert script(browser, "return document.fonts.check('16px \"Three-Tier Sans\"', '水')")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_first_letters_a_browser_ever_sets_are_right(start_chromium, tmp_path, language):
    """
    A Chinese letter is as wide as its font is high, an empty box is not. A browser that has just started knows no font
    yet; the page it opens is Chinese, or English with a Chinese button, and its input is unfolded.
    """
    case = load_case(ROOT / "scenarios" / "changshou-tank-fire.yaml")
    page = page_html(run(case.park, case.scenario), [], case.resolved, case.inputs_hash, Look(language))
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    browser = start_chromium(tmp_path / "profile")
    try:
        browser.get((tmp_path / "page.html").as_uri())
        script(browser, "document.querySelectorAll('details.input').forEach((e) => { e.open = true; })")
        time.sleep(1)
        counted, wrong = script(browser, WIDTHS)
    finally:
        browser.quit()

    assert counted > {"en": 2, "zh": 1500}[language]
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_the_page_brings_every_letter_along(shown, pages, name):
    """
    Words of both languages, what the scripts know, and the input that is unpacked.
    """
    from fontTools.ttLib import TTFont

    page = pages(name).read_text(encoding="utf-8")
    packed = re.search(r"data:font/woff;base64,([^\"]+)", page)[1]
    brought = set(map(chr, TTFont(io.BytesIO(base64.b64decode(packed))).getBestCmap()))
    browser = shown(name)
    spoken = script(browser, "return document.documentElement.textContent")
    texts = [page, spoken, *(each.read_text(encoding="utf-8") for each in pages(name).parent.glob("resolved/*"))]

    assert set("".join(texts)) - set("\n\r\t") <= brought


def test_a_click_or_a_key_sorts_a_table_by_its_numbers(shown):
    """
    Peaks of the storages of the night shift: sorted as numbers, 96 stands before 2,324, and a second time turns them.
    """
    browser = shown("night-shift")
    cells = "[...document.querySelectorAll('#table-storages tbody tr')].map((row) => row.cells[4])"
    peaks = f"return {cells}.map((cell) => Number(cell.dataset.by))"
    head = "#table-storages th:nth-child(5)"
    click(browser, f"{head} button")
    up = script(browser, peaks)
    from selenium.webdriver.common.keys import Keys

    browser.find_element("css selector", f"{head} button").send_keys(Keys.ENTER)
    down = script(browser, peaks)

    assert len(up) >= 5
    assert up == sorted(up)
    assert down == sorted(up, reverse=True)
    assert script(browser, "return document.querySelector(arguments[0]).ariaSort", head) == "descending"


def test_a_word_narrows_the_events_down(shown):
    browser = shown("night-shift")
    shown_rows = "[...document.querySelectorAll('#table-events tr')].filter((row) => !row.hidden)"
    rows = f"return {shown_rows}.map((row) => row.textContent)"
    script(browser, "document.querySelector('#table-events').open = true")
    whole = script(browser, rows)
    browser.find_element("css selector", "[data-filters=events]").send_keys("outfall 18")
    found = script(browser, rows)

    assert 0 < len(found) < len(whole)
    assert all("outfall 18" in row.lower() for row in found[1:])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_phone_scrolls_it_downwards_only(shown, language):
    browser = shown("night-shift", width=375, height=800)
    if language == "zh":
        click(browser, "#language")

    assert script(browser, "return document.documentElement.scrollWidth") == 375
    assert script(browser, "return document.querySelector('.map-scroll').scrollWidth") > 375


@pytest.mark.parametrize("language", ["en", "zh"])
def test_on_a_phone_words_of_tables_stay_whole_and_letters_of_charts_keep_their_size(shown, language):
    """
    Heads of columns take a few lines, not one for each letter; letters of axes are 12 px, however narrow the chart.
    """
    browser = shown("boundary-breach", width=375, height=800)
    if language == "zh":
        click(browser, "#language")
    heads = script(browser, "return [...document.querySelectorAll('th')].map((e) => e.getBoundingClientRect().height)")
    sizes = script(browser, """return [...document.querySelectorAll('[data-chart] > svg')].map((e) =>
        12 * e.getBoundingClientRect().width / e.viewBox.baseVal.width)""")  # fmt: skip

    assert max(heads) < 100
    assert len(sizes) == 5
    assert min(sizes) > 11.5


@pytest.mark.parametrize("width", [375, 1440])
def test_buttons_of_the_map_lie_beside_it(shown, width):
    browser = shown("boundary-breach", width=width, height=800)
    bottom, top = script(browser, """const box = (selector) => document.querySelector(selector).getBoundingClientRect();
        return [box('.map-scroll').bottom, box('.zoom button').top]""")  # fmt: skip

    assert top >= bottom


def test_paper_has_no_lists_that_are_shut_and_no_input(shown):
    browser = shown("boundary-breach")
    try:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        seen = (
            "return [...document.querySelectorAll('details')].filter((e) => e.getClientRects().length).map((e) => e.id)"
        )
        printed = script(browser, seen)
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})

    assert printed == ["table-tiers", "table-storages", "table-actions", "table-ledger"]


def test_it_prints_on_a_few_pages(shown):
    browser = shown("storm-relief")
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"printBackground": True, "preferCSSPageSize": True})
    data = base64.b64decode(printed["data"])

    assert data.startswith(b"%PDF")
    assert 3 <= data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") + data.count(b"/Type /Page>") <= 12


def test_the_answer_stands_in_three_cards(shown):
    """
    The tank fire: the plant holds it with 1,420 m3 to spare, nothing comes to the others.
    """
    browser = shown("tank-fire")

    cards = script(browser, "return [...document.querySelectorAll('.tiers > .tier')].map((each) => each.innerText)")
    plant, public, boundary = (" ".join(card.split()) for card in cards)
    assert plant == "Plant held 1,420 m³ margin 17.8 % tightest: Accident pool of A-001"
    assert public == "Public facilities untouched No accident water came this far."
    assert boundary == "Park boundary untouched No accident water came this far."


def test_what_nobody_has_given_is_named(shown):
    """
    The Changshou park publishes no coordinates: none of its 396 storages has a place.
    """
    browser = shown("tank-fire")

    lines = texts(browser, "#missing + ul li")
    assert lines[0] == (
        "396 of 396 storages have no place (longitude and latitude, or x and y): the map is a schematic"
    )
    assert len(lines) == 4


def test_the_input_unfolds_as_it_was_played(shown, pages):
    browser = shown("tank-fire")
    resolved = pages("tank-fire").parent / "resolved" / "scenario.yaml"
    browser.set_script_timeout(10)
    script(browser, "document.querySelector('[data-input=\"scenario.yaml\"]').open = true")
    read = """const done = arguments[0], pre = document.querySelector('[data-input="scenario.yaml"] pre');
              const look = () => (pre.textContent ? done(pre.textContent) : setTimeout(look, 20)); look();"""

    assert browser.execute_async_script(read) == resolved.read_text(encoding="utf-8")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_axe_finds_no_serious_fault(shown, language, dark):
    if not AXE.is_file():
        pytest.skip("no axe-core; make browser installs it")
    browser = shown("night-shift", dark=dark)
    if language == "zh":
        click(browser, "#language")
    script(browser, "document.querySelectorAll('details.table').forEach((e) => { e.open = true; })")
    script(browser, AXE.read_text(encoding="utf-8"))
    browser.set_script_timeout(120)
    found = browser.execute_async_script("axe.run().then(arguments[0])")
    bad = [each for each in found["violations"] if each["impact"] in ("serious", "critical")]
    serious = [(each["id"], each["nodes"][0]["html"][:200]) for each in bad]

    assert serious == []
