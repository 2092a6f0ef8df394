"""How many pictures a second the board shows while a slider is dragged, with its map and its charts, in a real browser.

    python -m pytest benchmarks/test_board_pictures.py

180 moves within three seconds. A picture is a frame that shows another answer than the one before; its age is the time
since the move that it shows. Clock time, of this machine with whatever else runs on it.
"""

import os

import pytest

from tests.browser.conftest import CHROMIUM, DRIVER, emulate, served, started

MOVES, LASTS_MS = 180, 3000
LEAST_A_SECOND = 15
DRAG = """
    const [path, from, until, moves, lasts, done] = arguments;
    const slider = document.querySelector(`[data-path="${path}"] input[type=range]`), root = document.documentElement;
    const text = () => document.getElementById("command").textContent, sent = new Map(), ages = [];
    let seen = root.dataset.number, k = 0, ended = Infinity;
    const began = performance.now();
    const frame = () => {
      if (root.dataset.number !== seen) {
        seen = root.dataset.number;
        const since = sent.get(Number((/=(\\S+) /.exec(text().split(path)[1] || "") || [])[1]));
        ages.push([performance.now() - began, performance.now() - since]);
      }
      if (k < moves || performance.now() - ended < 1500) requestAnimationFrame(frame);
      else done({ ages, slider: slider.value, command: text() });
    };
    requestAnimationFrame(frame);
    const tick = setInterval(() => {
      k += 1; slider.value = from + (until - from) * k / moves;
      sent.set(Number(slider.value), performance.now());
      slider.dispatchEvent(new Event("input"));
      if (k === moves) { clearInterval(tick); ended = performance.now(); slider.dispatchEvent(new Event("change")); }
    }, lasts / moves);
"""


@pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium and chromedriver; make browser installs them")
@pytest.mark.parametrize(("name", "path", "ends"), [
    ("tank-fire", "releases.rupture.volume", (3000, 6300)), ("storm-relief", "releases.rupture.volume", (500, 1500)),
])  # fmt: skip
def test_pictures_a_second(name, path, ends, tmp_path, capsys):
    """At least fifteen, and the last one is that of the last place of the slider."""
    browser = started(tmp_path)
    try:
        with served(f"scenarios/changshou-{name}.yaml") as address:
            emulate(browser, 1440, 1000, False)
            browser.get(address)
            browser.set_script_timeout(60)
            browser.execute_async_script("""
                const done = arguments[0];
                const look = () => (document.querySelector("#ticker li")
                    ? setTimeout(done, 3000) : setTimeout(look, 100));
                look();""")
            found = browser.execute_async_script(DRAG, path, *ends, MOVES, LASTS_MS)
    finally:
        browser.quit()
    during = sorted(age for at, age in found["ages"] if at <= LASTS_MS)
    a_second = len(during) / LASTS_MS * 1000
    middle, high = (during[int(share * (len(during) - 1))] for share in (0.5, 0.95))
    with capsys.disabled():
        print(f"\n{name}: {a_second:.1f} pictures/s; from move to picture {middle:.0f} ms, 95 % within {high:.0f} ms; "
              f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")  # fmt: skip

    assert f"{path}={found['slider']} " in found["command"]
    assert a_second >= LEAST_A_SECOND
