"use strict";
/* The board: sliders to the left, the answer to the right. One request is under way at a time, and what came in
   meanwhile is asked next, so that the last picture is that of the last value. */
(() => {
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;
  const PAGE = [...crypto.getRandomValues(new Uint32Array(2))].map((each) => each.toString(36)).join("");
  const SPOKEN_MS = 800, REST_MS = 500, MOST_DUE = 6, SVG = "http://www.w3.org/2000/svg";
  let words, languages, language, about, answer, problem = null;
  let state = { scenario: "", pick: "", sets: {} };
  let past = [], future = [], number = 0, wanted = 0, flying = false, speaking = 0, resting = 0, due = null;

  const say = (said) => (said ? said[language] : "");
  const w = (key, values = {}) => (words[key] ? words[key][language] : key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const made = (tag, cls, text) => { const e = document.createElement(tag); if (cls) e.className = cls; if (text !== undefined) e.textContent = text; return e; };
  const drawn = (tag, attributes) => { const e = document.createElementNS(SVG, tag); for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value); return e; };
  const figure = (value) => (Math.abs(value) >= 99.95 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(3))));
  const plain = (value) => String(Number(value.toPrecision(12)));
  const number_of = (text) => Number.parseFloat(text.replaceAll(",", ""));

  async function ask(path, options = {}) {
    const headers = { ...(options.body ? { "Content-Type": "application/json" } : {}), ...options.headers };
    const response = await fetch(path, { ...options, headers });
    const told = response.status === 204 ? {} : await response.json();
    return { status: response.status, tag: response.headers.get("ETag"), told };
  }

  /* The address: everything that was moved, so that a reload, a bookmark and a mail have it. */
  function address() {
    const parts = new URLSearchParams([["v", "1"], ["scenario", state.scenario]]);
    if (state.pick) parts.append("pick", state.pick);
    for (const [path, text] of Object.entries(state.sets)) parts.append("set", `${path}=${text}`);
    return `#${parts}`;
  }
  function read(hash) {
    const parts = new URLSearchParams(hash.slice(1));
    if (parts.get("v") !== "1") return null;
    const sets = Object.fromEntries(parts.getAll("set").map((each) => { const k = each.indexOf("="); return [each.slice(0, k), each.slice(k + 1)]; }));
    return { scenario: parts.get("scenario") || "", pick: parts.get("pick") || "", sets };
  }
  const copy = () => ({ ...state, sets: { ...state.sets } });
  function keep() {                       // what somebody let go of is a step of the history
    const last = past[past.length - 1];
    if (last && JSON.stringify(last) === JSON.stringify(state)) return;
    past.push(copy()); future = [];
    history.replaceState(null, "", address());
    buttons();
  }

  /* Requests. */
  function move() { wanted += 1; clearTimeout(resting); $("deadlines").classList.add("old"); follow(); }
  async function follow() {
    if (flying) return;
    flying = true;
    while (number < wanted) {
      number = wanted;
      const asked = { ...copy(), page: PAGE, number };
      try {
        const { status, told } = await ask("/api/v1/run", { method: "POST", body: JSON.stringify(asked), headers: { "If-Match": about.tag } });
        if (status === 200) { answer = told; problem = null; show(); }
        else if (status !== 409) { problem = told.problems; show(); }
      } catch { problem = [words.board_lost]; show(); break; }
    }
    flying = false;
    if (problem === null) resting = setTimeout(rest, REST_MS);
  }
  async function rest() {                 // by when what must be done: many runs, given up when somebody moves something
    const at = number;
    try {
      const { status, told } = await ask("/api/v1/deadlines", { method: "POST", body: JSON.stringify({ ...copy(), page: PAGE, number: at }) });
      if (at !== wanted) return;
      if (status === 200) { due = told; dues(); } else if (status === 409) resting = setTimeout(rest, 2 * REST_MS);
    } catch { /* the next run says that the board is gone */ }
  }
  function dues() {
    $("deadlines").classList.toggle("old", due === null);
    $("deciding").textContent = due ? say(due.deciding) : w("board_deadlines_wait");
    const lines = new Map();              // of what keeps several tiers by the same time one line
    for (const each of due ? due.deadlines : []) {
      const key = JSON.stringify([each.action, each.window]);
      lines.set(key, [...(lines.get(key) || []), each]);
    }
    const seen = [...lines.values()].slice(0, MOST_DUE);
    $("due-head").hidden = !seen.length;
    $("due").replaceChildren(...seen.map((same) => {
      const line = made("li", "", `${say(same[0].name)} `);
      const tiers = same.map((each) => say(each.tier_name)).join(w("comma"));
      line.append(made("span", "", w("board_keeps", { window: say(same[0].window), tiers })));
      return line;
    }));
  }

  /* What may be moved. */
  function knob(each) {
    const box = made("div", "knob"), head = made("div", "knob-head"), value = made("span", "value");
    const id = `knob-${each.path}`, field = made("input"), slide = made("div", "slide"), range = made("input"), foot = made("div", "knob-foot");
    box.dataset.path = each.path;
    const label = made("label", "", say(each.name)); label.htmlFor = id;
    Object.assign(field, { type: "number", id, step: "any" });
    Object.assign(range, { type: "range", min: each.low, max: each.high, step: each.step });
    range.setAttribute("aria-label", say(each.name));
    value.append(field, made("span", "", each.unit));
    head.append(label, value); box.append(head);
    if (each.about) box.append(made("p", "about", say(each.about)));
    const mark = made("i"), share = (each.own - each.low) / (each.high - each.low);
    mark.style.left = `calc(8px + (100% - 16px) * ${Math.min(Math.max(share, 0), 1)})`;
    slide.append(mark, range); box.append(slide);
    const back = made("button", "", w("board_reset_one")); back.type = "button";
    foot.append(made("span", "", w("board_in_file", { text: each.text }) + (each.turns ? ` · ${w("board_turns")}` : "")), back); box.append(foot);
    const put = (text) => { if (text === null) delete state.sets[each.path]; else state.sets[each.path] = text; place(box, each); counts(); move(); };
    const typed = (shown) => (shown === each.own ? null : `${plain(shown)} ${each.unit}`.trim());
    range.addEventListener("input", () => put(typed(Number(range.value))));
    range.addEventListener("change", keep);
    range.addEventListener("dblclick", () => { put(null); keep(); });
    field.addEventListener("input", () => { if (field.value !== "") put(typed(Number(field.value))); });
    field.addEventListener("change", () => { place(box, each); keep(); });
    back.addEventListener("click", () => { put(null); keep(); field.focus(); });
    place(box, each);
    return box;
  }
  function place(box, each) {             // slider and field where the state has them; a field somebody types in is left
    const text = state.sets[each.path], value = text === undefined ? each.own : number_of(text);
    const [field, range] = box.querySelectorAll("input");
    if (document.activeElement !== field || number_of(field.value) !== value) field.value = plain(value);
    range.value = value;
    range.setAttribute("aria-valuetext", text === undefined ? each.text : text);
    box.classList.toggle("moved", text !== undefined);
  }
  function knobs() {
    const groups = [];
    let last = "";
    for (const each of about.knobs) {
      const title = w(`board_group_${each.group}`);
      if (title !== last) groups.push(made("h3", "group", title));
      last = title;
      groups.push(knob(each));
    }
    $("knobs").replaceChildren(...groups);
    $("left-out").textContent = w("board_left_out", { idle: about.idle, beside: about.beside });
  }
  function places() { for (const each of about.knobs) place(document.querySelector(`[data-path="${CSS.escape(each.path)}"]`), each); }

  /* The answer. */
  function card(each) {
    const box = made("li", `tier ${each.verdict}`), head = made("div", "tier-head");
    head.append(made("h2", "", say(each.name)), made("span", `chip ${each.verdict}`, say(each.said)));
    box.append(head);
    if (each.amount) {
      const line = made("p", "margin");
      line.append(made("span", "big", each.amount), " ", made("span", "unit", say(each.unit)), " ", made("span", "share", each.share));
      box.append(line);
    } else if (each.unit) box.append(made("p", "story", say(each.unit)));
    const story = made("ul", "story");
    story.append(...(each.story ? each.story[language] : []).map((line) => made("li", "", line)));
    box.append(story);
    return box;
  }
  function intakes(found) {
    const lines = { [language]: [say(found.count), ...found.lines.map(say)] };
    return card({ verdict: "breached", name: words.page_table_receptors, said: words.page_over_limit, amount: found.highest, unit: words.page_intakes_peak, share: "", story: lines });
  }
  const W = 320, H = 120, LEFT = 4, BELOW = 16;
  function filling(each, at_s) {
    const box = made("figure", `filling${each.peak_m3 > each.usable_m3 * (1 + 1e-9) ? " over" : ""}`), caption = made("figcaption");
    caption.append(made("b", "", say(each.name)), made("span", "", `${say(each.tier)} · ${w("board_peak", { peak: `${figure(each.peak_m3)} m³` })} · ${w("board_usable")} ${figure(each.usable_m3)} m³`));
    const most = Math.max(each.usable_m3, each.peak_m3, 1) * 1.06, until = at_s[at_s.length - 1];
    const x = (t) => LEFT + t / until * (W - 2 * LEFT), y = (v) => (H - BELOW) * (1 - v / most);
    const line = at_s.map((t, k) => `${x(t).toFixed(1)} ${y(each.volume_m3[k]).toFixed(1)}`).join("L");
    const svg = drawn("svg", { viewBox: `0 0 ${W} ${H}`, "aria-hidden": "true" });
    svg.append(drawn("path", { class: "water", d: `M${LEFT} ${H - BELOW}L${line}L${W - LEFT} ${H - BELOW}Z` }),
      drawn("line", { class: "axis", x1: LEFT, x2: W - LEFT, y1: H - BELOW, y2: H - BELOW }),
      drawn("line", { class: "room", x1: LEFT, x2: W - LEFT, y1: y(each.usable_m3), y2: y(each.usable_m3) }));
    for (let k = 0; k <= 4; k += 1) {
      const t = until * k / 4, text = drawn("text", { x: x(t), y: H - 3, "text-anchor": k === 0 ? "start" : k === 4 ? "end" : "middle" });
      text.textContent = plain(Number((t / 3600).toFixed(1))) + (k === 4 ? ` ${w("board_hours")}` : "");
      svg.append(text);
    }
    box.append(caption, svg);
    return box;
  }
  function show() {
    document.body.classList.toggle("stale", problem !== null);
    $("problem").hidden = problem === null;
    if (problem) $("problem").textContent = [...problem.map(say), ...(answer ? [w("board_wrong")] : [])].join("\n");
    if (!answer) return;
    $("headline").textContent = say(answer.headline);
    $("tiers").replaceChildren(...answer.tiers.map(card), ...(answer.intakes ? [intakes(answer.intakes)] : []));
    const relieved = answer.tiers.some((each) => each.verdict.startsWith("relieved"));
    $("below").replaceChildren(...[...answer.below.map(say), ...(relieved ? [w("page_relieved_means")] : [])].map((line) => made("p", "note", line)));
    const { storages, at_s, beside } = answer.grid;
    $("fillings").replaceChildren(...(storages.length ? storages.map((each) => filling(each, at_s)) : [made("p", "note", w("board_no_water"))]));
    $("beside").textContent = beside ? w("board_beside", { count: beside }) : "";
    $("command").textContent = answer.command;
    $("assumed").textContent = say(answer.assumed);
    root.dataset.number = answer.number;
    clearTimeout(speaking);               // a screen reader hears the answer once the sliders rest
    speaking = setTimeout(() => { $("spoken").textContent = [say(answer.headline), ...answer.tiers.map((each) => `${say(each.name)}: ${say(each.said)}`)].join(" "); }, SPOKEN_MS);
  }

  /* Round about. */
  function buttons() {
    $("undo").disabled = past.length < 2;
    $("redo").disabled = !future.length;
    counts();
  }
  function counts() {
    const count = Object.keys(state.sets).length;
    $("moved").textContent = count ? w("board_moved", { count }) : w("board_unmoved");
    $("reset").disabled = !count;
  }
  async function go(to) {                 // to another state, which may be of another scenario
    const other = to.scenario !== state.scenario || to.pick !== state.pick;
    state = { ...to, sets: { ...to.sets } };
    history.replaceState(null, "", address());
    if (other && !(await open())) return;
    places(); buttons(); move();
  }
  async function open() {
    $("moved").textContent = w("board_reading");
    const asked = new URLSearchParams([...(state.scenario ? [["scenario", state.scenario]] : []), ["pick", state.pick]]);
    const { status, tag, told } = await ask(`/api/v1/scenario?${asked}`);
    if (status !== 200) { problem = told.problems; show(); return false; }
    about = { ...told, tag };
    due = null;
    state.scenario = told.scenario;
    problem = null;
    speak();
    return true;
  }
  function options(select, values, chosen) {
    select.replaceChildren(...values.map(([value, name]) => { const e = made("option", "", name); e.value = value; e.selected = value === chosen; return e; }));
  }
  function speak() {
    root.dataset.language = language;
    root.lang = languages[language].tag;
    document.querySelectorAll("[data-say]").forEach((each) => { each.textContent = w(each.dataset.say); });
    const next = Object.keys(languages).find((code) => code !== language);
    $("language").textContent = languages[next].name;
    $("language").lang = languages[next].tag;
    if (!about) return;
    document.title = w("board_title", { scenario: say(about.name) });
    $("name").textContent = say(about.name);
    $("park").textContent = say(about.park);
    options($("scenario"), about.scenarios.map((each) => [each, each.split("/").pop().replace(/\.ya?ml$/, "")]), about.scenario);
    options($("pick"), [["", w("board_pick")], ...about.picks.map((each) => [each, each])], about.pick);
    $("variant").hidden = !about.picks.length;
    knobs(); buttons(); show(); dues();
  }
  function listen() {
    $("language").addEventListener("click", () => { language = Object.keys(languages).find((code) => code !== language); speak(); });
    const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
    $("theme").addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; });
    $("scenario").addEventListener("change", () => go({ scenario: $("scenario").value, pick: "", sets: {} }).then(keep));
    $("pick").addEventListener("change", () => go({ scenario: state.scenario, pick: $("pick").value, sets: {} }).then(keep));
    $("undo").addEventListener("click", () => { if (past.length > 1) { future.push(past.pop()); go(past[past.length - 1]); } });
    $("redo").addEventListener("click", () => { if (future.length) { past.push(future.pop()); go(past[past.length - 1]); } });
    $("reset").addEventListener("click", () => go({ ...state, sets: {} }).then(keep));
    $("copy").addEventListener("click", async () => {
      await navigator.clipboard.writeText($("command").textContent);
      $("copy").textContent = w("board_copied");
      setTimeout(() => { $("copy").textContent = w("board_copy"); }, 1500);
    });
    addEventListener("hashchange", () => { const to = read(location.hash); if (to) go(to).then(keep); });
  }
  async function begin() {
    const key = new URLSearchParams(location.hash.slice(1)).get("k");
    if (key) {                            // the token becomes a cookie and leaves the address
      await ask("/api/v1/session", { method: "POST", body: "{}", headers: { Authorization: `Bearer ${key}` } });
      history.replaceState(null, "", location.pathname);
    }
    const { status, told } = await ask("/api/v1/words");
    if (status !== 200) { $("problem").hidden = false; $("problem").textContent = told.problems.map((each) => Object.values(each).join("\n")).join("\n"); return; }
    ({ words, languages } = told);
    language = told.first;
    state = read(location.hash) || state;
    listen();
    speak();
    if (await open()) { keep(); move(); }
  }
  begin();
})();
