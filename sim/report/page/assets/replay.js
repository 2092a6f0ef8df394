"use strict";
/* The replay: the map as the record says at any instant. Volumes are linear between rows, rates hold until the next.
   A page begins it once, has it look at each map that it puts into itself, and loads a run, or another one, onto it. */
const Replay = (() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector) => [...$("map").querySelectorAll(selector)];
  const language = () => document.documentElement.dataset.language;
  const say = (said) => said[language()];
  const INSET = 3, SAME_S = 1e-6;      // times are kept to the microsecond
  let data = null, words = {}, until = 0, now = 0, playing = false, last = 0, chosen = null, eventPlace = -1;

  const rowAt = (times, t) => {           // the last row at or before t, to the microsecond
    let low = 0, high = times.length;
    while (low < high) { const mid = (low + high) >> 1; if (times[mid] <= t + SAME_S) low = mid + 1; else high = mid; }
    return low - 1;
  };
  const volumesAt = (storage, t) => {
    const row = rowAt(storage.t, t);
    if (row < 0) return storage.v.map((each) => each[0]);
    if (row >= storage.t.length - 1) return storage.v.map((each) => each[each.length - 1]);
    const share = (t - storage.t[row]) / (storage.t[row + 1] - storage.t[row]);
    return storage.v.map((each) => each[row] + share * (each[row + 1] - each[row]));
  };
  const ratesAt = (link, t) => {
    const row = rowAt(link.t, t);
    return link.q.map((each) => (row < 0 ? 0 : each[row]));
  };
  const stepAt = (steps, t, otherwise) => {
    let found = otherwise;
    for (const [at, value] of steps) { if (at <= t + SAME_S) found = value; else break; }
    return found;
  };
  const sum = (list) => list.reduce((a, b) => a + b, 0);

  const number = (value) => {
    if (Math.abs(value) >= 99.95) return Math.round(value).toLocaleString("en-US");
    return String(Math.round(Number(value.toPrecision(3)) * 1000) / 1000);
  };
  const pad = (value) => String(value).padStart(2, "0");
  // Times as everywhere on the page: after the start, to the minute from an hour on, and by the clock where there is one.
  const even = (seconds) => (seconds >= 3600 ? Math.round(seconds / 60) * 60 : Math.round(seconds));
  const pieces = (seconds) => {
    const s = even(seconds);
    const found = [[Math.floor(s / 3600), "h"], [Math.floor((s % 3600) / 60), "min"], [s % 60, "s"]].filter(([count]) => count);
    return found.length ? found : [[0, "min"]];
  };
  const span = (seconds) => {
    const found = pieces(seconds), alone = found.length === 1 && found[0][1] === "min" ? "_alone" : "";
    return `T+${found.map(([count, unit]) => filled(`span_${unit}${alone}`, { count })).join(filled("span_joint", { one: "", other: "" }))}`;
  };
  let begins = null;
  const clock = (seconds) => {
    if (!begins) return "";
    const [, y, mo, d, h, mi, s] = begins.map((each) => Number(each || 0));
    const at = new Date(Date.UTC(y, mo - 1, d, h, mi, s) + Math.round(seconds) * 1000);
    const time = `${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
    if (at.getUTCDate() === d && at.getUTCMonth() === mo - 1 && at.getUTCFullYear() === y) return time;
    return filled("when_day", { day: at.getUTCDate(), month: say(words[`month_short_${at.getUTCMonth() + 1}`]), time });
  };
  const when = (seconds) => {
    return begins ? filled("when_since", { clock: clock(seconds), since: span(seconds) }) : span(seconds);
  };
  const filled = (key, values) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), say(words[key]));
  let told = "";
  function announce(text) {               // for those who listen: at stops and at what happens, never while it moves
    if (text !== told) $("spoken").textContent = told = text;
  }
  const announceNow = () => announce([when(now), ...data.tiers.map((tier) => filled("colon", { name: say(tier.name), what: say(words[stepAt(tier.states, now, "untouched")]) }))].join("; "));

  // What stands on the map, kept for as long as it is the map, and what the run that is loaded says of it.
  let boxes = [], storages = [], links = [], marks = [], frames = [], sensors = [], receptors = [], crews = [], most = 1e-9, instants = [];
  function look_at_map() {
    boxes = all("g[data-storage]").map((group) => ({
      group, id: group.dataset.storage, data: null, text: group.querySelector(".volume"),
      frame: ["x", "y", "width", "height"].map((a) => Number(group.querySelector(".frame").getAttribute(a))), water: [...group.querySelectorAll(".water")],
    }));
    links = all("[data-link]").map((group) => ({ group, id: group.dataset.link, data: null, flow: group.querySelector(".flow") }));
    marks = all("[data-mark]").map((group) => ({ group, steps: [], why: [] }));
    frames = boxes.map(({ frame: [x, y, width, height] }) => ({ x, y, right: x + width, bottom: y + height }));
    [sensors, receptors, crews] = ["sensor", "receptor", "crew"].map((sort) => all(`[data-${sort}]`));
    chosen = null;
    touched(); pans();
  }
  function load(fresh, t) {
    const stretched = data && data.until < data.horizon && until >= data.horizon;
    if (!data || data.events !== fresh.events) eventPlace = -2;
    data = fresh;
    begins = /^(\d+)-(\d+)-(\d+)[ T](\d+):(\d+)(?::(\d+))?/.exec(data.starts || "");
    boxes.forEach((each) => { each.data = data.storages[each.id]; });
    storages = boxes.filter((each) => each.data);
    links.forEach((each) => { each.data = data.links[each.id]; });
    marks.forEach((each) => { each.steps = data.openings[each.group.dataset.mark] || []; each.why = data.hindered[each.group.dataset.mark] || []; });
    most = Math.max(1e-9, ...links.map((each) => (each.data ? largest(each.data.q) : 0)));
    instants = [...data.events.map((each) => each.t), ...data.tiers.flatMap((each) => each.states.map(([t]) => t))].sort((a, b) => a - b);
    now = Math.min(t, stretched ? data.horizon : data.until);
    reach(stretched ? data.horizon : data.until);
    ticks(); stops(); show(now);
  }
  function largest(rates) {               // of all origins together, at any time
    let found = 0;
    for (let row = 0; row < rates[0].length; row += 1) {
      let rate = 0;
      for (const each of rates) rate += each[row];
      if (rate > found) found = rate;
    }
    return found;
  }

  function moveStorage(each) {
    const volumes = volumesAt(each.data, now);
    const total = sum(volumes);
    const [, y, , height] = each.frame;
    const inner = height - 2 * INSET;
    const scale = each.data.holds > 0 ? inner / Math.max(each.data.holds, total) : 0;
    let bottom = y + height - INSET;
    volumes.forEach((volume, k) => {
      const h = Math.max(volume * scale, 0);
      bottom -= h;
      each.water[k].setAttribute("y", bottom);
      each.water[k].setAttribute("height", h);
    });
    each.group.dataset.volumeM3 = total.toFixed(3);
    each.text.textContent = `${number(total)} m³`;
    each.group.classList.toggle("full", total >= each.data.holds * (1 - 1e-9) && total > 0);
  }
  function moveLink(each) {
    const rates = each.data ? ratesAt(each.data, now) : [0];
    const rate = sum(rates);
    each.group.dataset.rateM3S = rate.toFixed(6);
    each.group.classList.toggle("flowing", rate > 0);
    if (!(rate > 0)) { each.flow.style.stroke = ""; return; }
    const main = rates.indexOf(Math.max(...rates));
    each.flow.style.stroke = `var(--${data.origins[main]})`;
    each.flow.style.strokeWidth = (2 + 6 * Math.sqrt(rate / most)).toFixed(2);
  }
  function moveTeams() {
    const layer = $("teams");
    const going = data.trips.filter((trip) => trip.leaves <= now + SAME_S && now < trip.until);
    const taken = [];
    layer.replaceChildren();
    going.forEach((trip) => label(layer.appendChild(team(trip)), trip, taken));
    crews.forEach((each) => each.classList.toggle("away", going.some((trip) => trip.crew === each.dataset.crew)));
  }
  const make = (tag, attributes) => {
    const e = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
    return e;
  };
  function team(trip) {
    const home = $("map").querySelector(`[data-crew="${CSS.escape(trip.crew)}"] rect`);
    const [x0, y0] = home ? boxMiddle(home) : [0, 0];
    const [x1, y1] = facility(trip.facility);
    const share = trip.from > trip.leaves ? Math.min(1, (now - trip.leaves) / (trip.from - trip.leaves)) : 1;
    const group = make("g", { class: share < 1 ? "team under-way" : "team", role: "img" });
    group.at = [x0 + share * (x1 - x0), y0 + share * (y1 - y0) - (share < 1 ? 0 : 16)];
    group.dataset.team = trip.crew;
    group.innerHTML = '<path class="leader"/><rect class="plate" rx="9" height="18" y="-9" x="0"/><circle r="9"/><circle class="head" cy="-2.5" r="2.6"/><path d="M-4.5 5.5a4.5 5 0 0 1 9 0z"/><text y="4.5"></text>';
    const said = filled(share < 1 ? "page_on_its_way" : "page_at_work",
      { crew: say(data.crews[trip.crew].name), since: when(share < 1 ? trip.leaves : trip.from), sheet: say(trip.name) });
    group.prepend(make("title", {}));
    group.firstChild.textContent = said;
    group.setAttribute("aria-label", said);
    return group;
  }
  // Who it is, beside the mark: to the left near the map's right edge; off others and, at work, off names of storages.
  function label(group, trip, taken) {
    const text = group.querySelector("text"), plate = group.querySelector(".plate"), leader = group.querySelector(".leader");
    text.textContent = say(data.crews[trip.crew].short);
    const [px, py] = group.at, wide = text.getComputedTextLength() + 24;
    const left = px + wide > Number($("map").dataset.whole.split(" ")[2]);
    text.setAttribute("x", left ? 15 - wide : 13);
    plate.setAttribute("width", wide); plate.setAttribute("x", left ? 9 - wide : -9);
    const x = left ? px - wide + 9 : px - 9;
    const boxes = group.matches(".under-way") ? taken : [...taken, ...frames];
    const free = (y) => !boxes.some((each) => x < each.right && x + wide > each.x && y + 10 > each.y && y - 10 < each.bottom);
    const y = [...Array(60).keys()].flatMap((k) => [py - 3 * k, py + 3 * k]).find(free) ?? py;
    taken.push({ x, right: x + wide, y: y - 10, bottom: y + 10 });
    leader.setAttribute("d", group.matches(".under-way") ? "" : `M0 0V${py + 16 - y}`);
    group.setAttribute("transform", `translate(${px.toFixed(1)} ${y.toFixed(1)})`);
  }
  const boxMiddle = (rect) => ["x", "y"].map((a, k) => Number(rect.getAttribute(a)) + Number(rect.getAttribute(k ? "height" : "width")) / 2);
  function facility(id) {
    const storage = $("map").querySelector(`[data-storage="${CSS.escape(id)}"] .frame, rect[data-storage="${CSS.escape(id)}"]`);
    if (storage) return boxMiddle(storage);
    const mark = $("map").querySelector(`[data-mark="${CSS.escape(id)}"]`);
    const path = $("map").querySelector(`[data-link="${CSS.escape(id)}"] .way`);
    if (mark) return mark.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
    if (path) { const p = path.getPointAtLength(path.getTotalLength() / 2); return [p.x, p.y]; }
    return [30, 30];
  }
  function moveTiers() {
    const turned = [];
    data.tiers.forEach((tier) => {
      const verdict = stepAt(tier.states, now, "untouched");
      const chip = document.querySelector(`[data-tier-now="${CSS.escape(tier.id)}"]`);
      if (playing && chip.dataset.verdict && chip.dataset.verdict !== verdict) turned.push(`${say(tier.name)}: ${say(words[verdict])}`);
      chip.className = `chip ${verdict}`;
      chip.dataset.verdict = verdict;
      chip.textContent = say(words[verdict]);
    });
    if (turned.length) announce([when(now), ...turned].join("; "));
  }
  function moveEvents() {
    let place = -1;
    data.events.forEach((event, k) => { if (event.t <= now + SAME_S) place = k; });
    if (place === eventPlace) return;
    eventPlace = place;
    const rows = [...$("ticker").children];
    rows.forEach((row, k) => { row.classList.toggle("past", k <= place); row.classList.toggle("current", k === place); });
    if (place >= 0) { const row = rows[place]; $("ticker").scrollTop = row.offsetTop - $("ticker").clientHeight / 2; }
  }
  function panel() {
    const box = $("panel");
    if (!chosen) { box.hidden = true; return; }
    box.hidden = false;
    const storage = data.storages[chosen];
    box.replaceChildren(...(storage ? storagePanel(storage) : linkPanel(data.links[chosen])));
  }
  const line = (tag, text, cls) => { const e = document.createElement(tag); e.textContent = text; if (cls) e.className = cls; return e; };
  function storagePanel(storage) {
    const volumes = volumesAt(storage, now);
    const total = sum(volumes);
    const rows = volumes.map((v, k) => [v, data.origins[k]]).filter(([v]) => v > 0.0005)
      .map(([v, origin]) => line("li", `${say(words["origin_" + origin])} ${number(v)} m³`, origin));
    const list = document.createElement("ul");
    list.append(...rows);
    return [line("strong", say(storage.name)),
      line("p", `${number(total)} / ${number(storage.holds)} m³ (${number(storage.holds ? total / storage.holds * 100 : 0)} %)`),
      line("p", `${say(words.page_free)} ${number(Math.max(storage.allowed - total, 0))} m³`), list];
  }
  function linkPanel(link) {
    if (!link) return [];
    const rate = sum(ratesAt(link, now));
    return [line("strong", say(link.name)), line("p", `${say(link.from)} → ${say(link.to)}`), line("p", `${number(rate * 1000)} L/s`)];
  }

  function show(t, quiet) {
    now = Math.min(Math.max(t, 0), data.horizon);
    if (now > until + SAME_S) reach(data.horizon);
    storages.forEach(moveStorage);
    links.forEach(moveLink);
    marks.forEach((each) => {
      const open = stepAt(each.steps, now, 1);
      each.group.classList.toggle("shut", open <= 0);
      each.group.classList.toggle("part", open > 0 && open < 1);
      const why = stepAt(each.why, now, null);
      each.group.classList.toggle("hindered", why !== null);
      const name = each.group.getAttribute(`data-name-${language()}`);
      each.group.firstChild.textContent = why ? filled("colon", { name, what: say(why) }) : name;
    });
    moveTeams(); moveTiers(); moveEvents(); panel();
    sensors.forEach((each) => each.classList.toggle("alarm",
      (data.alarms[each.dataset.sensor] || []).some(([from, until]) => from <= now && now < until)));
    $("slider").value = Math.floor(now);
    receptors.forEach((each) => each.classList.toggle("over", data.receptors[each.dataset.receptor] <= now + SAME_S));
    $("slider").setAttribute("aria-valuetext", when(now));
    $("time").textContent = when(now);
    $("worst-now").hidden = Math.abs(now - data.at) > SAME_S;
    if (!quiet) document.dispatchEvent(new CustomEvent("report:time", { detail: now }));
  }
  // The slider stands at whole seconds; one in which something happens is shown after it.
  function settled(t) {
    const last = instants[rowAt(instants, t + 1 - 2 * SAME_S)];
    return Number.isInteger(t) && last > t ? last : t;
  }
  function reach(t) {                     // how far slider and charts go
    if (t === until) return;
    until = t;
    $("slider").max = until;
    document.querySelectorAll("[data-whole-run]").forEach((each) => each.setAttribute("aria-pressed", String(until >= data.horizon)));
    if (now > until) show(until);
    document.dispatchEvent(new CustomEvent("report:span", { detail: until }));
  }
  function frame(stamp) {
    if (!playing) return;
    const seconds = last ? (stamp - last) / 1000 : 0;
    last = stamp;
    show(Math.min(now + seconds * Number($("speed").value), until));
    if (now >= until) stop(); else requestAnimationFrame(frame);
  }
  function start() {
    if (now >= until) show(0);
    playing = true; last = 0; button(); requestAnimationFrame(frame);
  }
  function stop() { playing = false; button(); announceNow(); }
  function button() {
    $("play").setAttribute("aria-pressed", String(playing));
    $("play").querySelector("span").textContent = say(words[playing ? "page_pause" : "page_play"]);
    $("play").classList.toggle("playing", playing);
  }
  function event(step) {
    const times = [...new Set(data.events.map((each) => each.t))];
    const next = step > 0 ? times.find((t) => t > now + 1e-6) : times.reverse().find((t) => t < now - 1e-6);
    jump(next === undefined ? (step > 0 ? data.horizon : 0) : next);
  }
  function jump(t) {                      // to a time that somebody asked for, and say what is there
    show(t);
    const row = [...$("ticker").children][eventPlace];
    if (row && data.events[eventPlace].t >= now - 1) announce(`${when(now)}: ${say(data.events[eventPlace].said)}`);
    else announceNow();
  }
  const MINUTE = 60;
  function key(e) {
    const ways = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
    if (e.key in ways) {                  // from whole minute to whole minute, so that nobody presses for hours
      const step = MINUTE * (e.shiftKey ? 10 : 1), way = ways[e.key];
      show(way > 0 ? Math.floor(now / step + 1e-9) * step + step : Math.ceil(now / step - 1e-9) * step - step);
    } else if (e.key === "PageUp" || e.key === "PageDown") event(e.key === "PageUp" ? 1 : -1);
    else return;
    e.preventDefault();
  }
  function choose(id) {
    chosen = id;
    all(".chosen").forEach((each) => each.classList.remove("chosen"));
    if (id) all(`[data-storage="${CSS.escape(id)}"], [data-link="${CSS.escape(id)}"]`).forEach((each) => each.classList.add("chosen"));
    panel();
  }

  function listen() {
    $("slider").addEventListener("input", () => show(settled(Number($("slider").value))));
    document.querySelectorAll("[data-whole-run]").forEach((each) => each.addEventListener("click", () => reach(until < data.horizon ? data.horizon : data.until)));
    $("slider").addEventListener("change", announceNow);
    $("slider").addEventListener("keydown", key);
    $("worst").addEventListener("click", () => { jump(data.at); worstPlace(); });
    $("play").addEventListener("click", () => (playing ? stop() : start()));
    $("back").addEventListener("click", () => event(-1));
    $("forth").addEventListener("click", () => event(1));
    $("ticker").addEventListener("click", (e) => { const row = e.target.closest("[data-at]"); if (row) jump(Number(row.dataset.at)); });
    $("closer").addEventListener("click", () => zoom(1.5));
    $("farther").addEventListener("click", () => zoom(1 / 1.5));
    $("whole").addEventListener("click", () => zoom(0));
    document.addEventListener("report:language", () => { button(); if (data) { ticks(); stops(); show(now, true); } });
    document.addEventListener("report:span", stops);
    document.addEventListener("report:goto", (e) => show(e.detail));
  }
  function touched() {
    for (const each of [...boxes, ...links]) {
      each.group.addEventListener("pointerenter", () => choose(each.id));
      for (const way of ["focus", "click"]) each.group.addEventListener(way, () => { choose(each.id); announce($("panel").innerText.replace(/\n+/g, "; ")); });
      each.group.addEventListener("keydown", (e) => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); choose(each.id); announce($("panel").innerText.replace(/\n+/g, "; ")); } });
    }
    $("map").addEventListener("keydown", (e) => { if (e.key === "Escape") choose(null); });
  }

  // Times beside what happened, and marks below the slider: where a tier's verdict turns, and by when what must be done.
  const ticks = () => $("ticker").querySelectorAll("li").forEach((row) => { row.querySelector("time").textContent = when(Number(row.dataset.at)); });
  function stops() {
    const mark = (t, cls, title) => {
      if (t > until) return [];
      const e = document.createElement("i");
      e.className = cls; e.style.left = `${t / until * 100}%`; e.title = title;
      e.addEventListener("click", () => jump(t));
      return [e];
    };
    const turns = data.tiers.flatMap((tier) => tier.states.slice(1).flatMap(([t, verdict]) =>
      mark(t, `mark-${verdict}`, filled("page_mark_verdict", { when: when(t), tier: say(tier.name), verdict: say(words[verdict]) }))));
    const due = data.deadlines.flatMap((each) => mark(each.t, "mark-deadline", filled("page_mark_deadline", { when: when(each.t), action: say(each.said) })));
    $("marks").replaceChildren(...turns, ...due);
  }

  function worstPlace() {                 // a screen that is narrower than the map opens where it matters
    const box = $("map").parentElement, frame = $("map").querySelector(`[data-storage="${CSS.escape(data.place)}"] .frame`);
    if (!frame || box.scrollWidth <= box.clientWidth) return;
    const [x] = boxMiddle(frame), [, , w] = $("map").dataset.whole.split(" ").map(Number);
    box.scrollLeft = x / w * $("map").clientWidth - box.clientWidth / 2;
  }

  let view = { x: 0, y: 0, k: 1 };
  function zoom(factor, cx, cy) {
    const [, , w, h] = $("map").dataset.whole.split(" ").map(Number);
    const k = Math.min(Math.max(view.k * factor, 1), 12);
    const [px, py] = [cx === undefined ? view.x + w / view.k / 2 : cx, cy === undefined ? view.y + h / view.k / 2 : cy];
    view.x = px - (px - view.x) * view.k / k; view.y = py - (py - view.y) * view.k / k; view.k = k;
    look(w, h);
  }
  function look(w, h) {
    view.x = Math.min(Math.max(view.x, 0), w - w / view.k); view.y = Math.min(Math.max(view.y, 0), h - h / view.k);
    $("map").setAttribute("viewBox", `${view.x} ${view.y} ${w / view.k} ${h / view.k}`);
    $("map").classList.toggle("zoomed", view.k > 1);
  }
  function pans() {
    const map = $("map");
    map.dataset.whole = map.getAttribute("viewBox");
    const [, , w, h] = map.dataset.whole.split(" ").map(Number);
    view = { x: 0, y: 0, k: 1 };
    map.addEventListener("wheel", (e) => {
      if (!e.ctrlKey) return;
      e.preventDefault();
      const p = new DOMPoint(e.clientX, e.clientY).matrixTransform(map.getScreenCTM().inverse());
      zoom(e.deltaY < 0 ? 1.2 : 1 / 1.2, p.x, p.y);
    }, { passive: false });
    let held = null;
    const fingers = new Map();
    const apart = () => { const [a, b] = [...fingers.values()]; return [Math.hypot(a[0] - b[0], a[1] - b[1]), (a[0] + b[0]) / 2, (a[1] + b[1]) / 2]; };
    map.addEventListener("pointerdown", (e) => {
      if (e.pointerType === "touch") fingers.set(e.pointerId, [e.clientX, e.clientY]);
      if (view.k > 1) { held = [e.clientX, e.clientY]; map.setPointerCapture(e.pointerId); }
    });
    map.addEventListener("pointermove", (e) => {
      if (fingers.size === 2 && fingers.has(e.pointerId)) {
        const [before] = apart();
        fingers.set(e.pointerId, [e.clientX, e.clientY]);
        const [after, x, y] = apart(), p = new DOMPoint(x, y).matrixTransform(map.getScreenCTM().inverse());
        if (before > 0) zoom(after / before, p.x, p.y);
        return;
      }
      if (!held) return;
      const scale = w / view.k / map.clientWidth;
      view.x -= (e.clientX - held[0]) * scale; view.y -= (e.clientY - held[1]) * scale; held = [e.clientX, e.clientY];
      look(w, h);
    });
    for (const end of ["pointerup", "pointercancel"]) map.addEventListener(end, (e) => { held = null; fingers.delete(e.pointerId); });
  }

  function begin(said) { words = said; listen(); button(); }
  return {
    begin, look_at_map, load, show, jump, worstPlace, volumesAt, ratesAt, rowAt, span, clock, when, filled, announce, number, say, language,
    get data() { return data; }, get words() { return words; }, now: () => now, until: () => until,
  };
})();
