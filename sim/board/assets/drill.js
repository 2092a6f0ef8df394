"use strict";
/* An exercise that is held: the director's view, or what observers see, kept up to date by a stream of events. */
import { $, made, options, root } from "./dom.js";
import { hands, of_day } from "./hands.js";
import { put_lines } from "./lines.js";
import { ask, begin, carry, known, on_speak, PAGE, post, say, spoken_in, w, word } from "./page.js";

const API = "/api/v1/exercises", AGAIN_MS = 2000, TRIES = 3, TICK_MS = 250, SURE_MS = 5000, NEXT = 3;
const link = new URLSearchParams(location.hash.slice(1)).get("o");
const observing = link !== null;
let id = null, state = null, read_at = 0, offered = null, problem = null, counted = 0, lost = false, sure = 0, asked_of = null;

/* Asking: what was sent is sent again with the same key when nothing came back, and taken once. */
const here = () => `${API}/${id}`;
async function enter(what) {
  const document = { ...what, key: `${PAGE}-${counted += 1}`, ...(observing ? {} : { seq: state.seq }) };
  for (let tried = 1; tried <= TRIES; tried += 1) {
    try {
      const { status, told } = await post(`${here()}/${observing ? "notes" : "moves"}`, document);
      problem = status === 200 ? null : told.problems;
      if (status === 200 && !observing) state.seq = Math.max(state.seq, told.seq);
      show_problem();
      return status === 200;
    } catch { problem = [word("board_lost")]; await new Promise((go) => { setTimeout(go, AGAIN_MS); }); }
  }
  show_problem();
  return false;
}
function show_problem() {
  $("problem").hidden = problem === null;
  $("problem").textContent = $("mark-problem").textContent = problem ? problem.map(say).join("\n") : "";
}

/* Following: a stream of events, opened anew when it breaks. */
async function follow() {
  for (;;) {
    try {
      const response = await fetch(observing ? `${here()}/seen/events` : `${here()}/events`, { headers: known() });
      if (!response.ok) { problem = (await response.json()).problems; show_problem(); if (response.status !== 429) return; }
      else await read(response.body.getReader());
    } catch { /* opened anew below */ }
    lost = true;
    show_lost();
    await new Promise((go) => { setTimeout(go, AGAIN_MS); });
  }
}
async function read(reader) {
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const events = (rest + decoder.decode(value, { stream: true })).split("\n\n");
    rest = events.pop();
    events.forEach(happened);
  }
}
function happened(event) {
  const [name, data] = event.split("\n").map((line) => line.slice(line.indexOf(": ") + 2));
  lost = false;
  show_lost();
  if (name === "state") take(JSON.parse(data)); else { state.clock = JSON.parse(data); read_at = performance.now(); }
}
function take(told) {
  state = told;
  read_at = performance.now();
  show();
}
function show_lost() { $("lost").hidden = !lost; $("lost").textContent = lost ? w("board_drill_lost") : ""; }

/* The clocks: where they stood when they were told, run on here. */
const since = () => (state.clock.runs ? ((performance.now() - read_at) / 1000) * state.clock.speed : 0);
function tick() {
  if (!state) return;
  const more = since(), exercise = state.clock.exercise_s + more;
  $("clock").textContent = state.starts ? of_day(state.starts, exercise) : hands(exercise);
  const clocks = state.incidents.map((each, k) => {
    const at = state.clock.incidents_s[k] + more;
    const scene = each.starts && each.starts !== state.starts ? ` (${of_day(each.starts, at)})` : "";
    return `${state.incidents.length > 1 ? say(each.name) : w("incident")} T+${hands(at)}${scene}`;
  });
  document.querySelectorAll("[data-due]").forEach((each) => { each.textContent = w("board_drill_until", { time: hands(each.dataset.due - exercise) }); });
  const wall = new Date().toTimeString().slice(0, 8);
  $("clocks").replaceChildren(...[...clocks, `${w("exercise")} ${hands(exercise)}`, `${w("board_drill_wall")} ${wall}`].map((each) => made("span", "", each)));
}

/* What is shown. */
function show() {
  if (!state) return;
  const focused = document.activeElement, line = focused.closest("[data-line]");
  $("start").hidden = true;
  $("held").hidden = false;
  $("name").parentElement.hidden = observing;
  root.dataset.seq = state.log.length;
  document.body.classList.toggle("held-clock", !state.clock.runs);
  const name = observing ? w("board_drill_observing") : state.name;
  $("headline").textContent = observing ? name : state.incidents.map((each) => say(each.name)).join(w("comma"));
  document.title = observing ? name : w("board_drill_title", { name });
  $("name").textContent = name;
  $("park").textContent = state.id;
  $("stands").textContent = state.trouble ? say(state.trouble) : state.ended ? w("board_drill_did_quit") : state.paused ? w("board_drill_did_pause") : "";
  ["controls", "own-of", "link-of", "next-of", "late-of", "jump-to"].forEach((each) => { $(each).hidden = observing || (state.ended && each !== "late-of"); });
  $("note-of").hidden = state.ended;
  $("who").hidden = !observing;
  $("over").hidden = observing || !state.ended;
  if (observing) show_seen(); else show_all();
  $("log").replaceChildren(...state.log.map(entry));
  if (state.earlier) $("log").append(made("li", "none", w("board_drill_earlier", { count: state.earlier })));
  if (!state.log.length) $("log").append(made("li", "none", w("nothing")));
  if (line && !focused.isConnected) (document.querySelector(`[data-line="${line.dataset.line}"] button`) || $("now-head")).focus();
  tick();
}
function entry(each) {
  const line = made("li", each.back ? "back" : "");
  line.append(made("time", "", each.clock), made("span", "", say(each.said)));
  if (each.about) line.append(made("span", "about", say(each.about)));
  return line;
}
const acts = { mark: (line, what) => enter({ do: "mark", number: line.number, what, by: by() }), release: (line) => enter({ do: "release", number: line.number }), ask: ask_of };
const able_to_jump = () => { $("jump").disabled = !state.jump && !$("jump-by").value.trim(); };
const told = (line) => ["inject", "contingency"].includes(line.kind);
function show_seen() {
  const newest = [...state.lines].reverse(), stays = (each) => !each.is_over || told(each);
  put_lines($("now"), newest.filter(stays), acts, state.ended);
  put_lines($("done"), newest.filter((each) => !stays(each)), acts, state.ended);
  $("now-head").textContent = w("board_drill_let_go");
  const last = state.log.find((each) => each.do === "tell"), heard = [newest.length ? say(newest[0].text) : "", last ? say(last.said) : ""].join(" ");
  if ($("spoken").textContent !== heard) $("spoken").textContent = heard;
}
function show_all() {
  const of = (...standings) => state.lines.filter((each) => standings.includes(each.standing));
  const coming = of("to-come").sort((a, b) => a.at_s - b.at_s), first = coming.filter((each) => each.kind !== "contingency").slice(0, NEXT);
  const inject = coming.find((each) => each.kind === "inject");
  $("following").hidden = !inject || state.ended;
  put_lines($("following"), inject ? [inject] : [], acts, state.ended, w("board_drill_next_inject"));
  put_lines($("late"), of("overdue", "too-late").reverse(), acts, state.ended);
  put_lines($("now"), of("due").reverse(), acts, state.ended);
  put_lines($("next"), first, acts, state.ended);
  put_lines($("more"), coming.filter((each) => !first.includes(each)), acts, state.ended);
  put_lines($("done"), of("ended", "withheld").reverse(), acts, state.ended);
  $("late-of").hidden = !$("late").children.length;
  $("hold").textContent = w(state.paused ? "board_drill_go" : "board_drill_hold");
  able_to_jump();
  $("undo").disabled = !state.undo;
  $("undo").title = state.undo ? say(state.undo) : "";
  const jump = state.jump ? w("board_drill_jump_to", { time: hands(state.jump.at_s) }) : w("board_drill_no_jump");
  $("jump-to").textContent = [jump, state.waits.length ? w("board_drill_waits", { numbers: state.waits.join(w("comma")) }) : "", state.undo ? w("board_drill_undo_what", { what: say(state.undo) }) : ""].filter(Boolean).join(" ");
  const alone = ["127.0.0.1", "localhost", "[::1]"].includes(location.hostname);
  $("link").textContent = `${location.origin}/drill#o=${state.id}.${state.key}`;
  $("link-help").textContent = w(alone ? "board_drill_link_alone" : "board_drill_link_help");
  $("log-file").href = `${here()}/log.csv?lang=${spoken_in()}`;
  $("replay").textContent = `python run_sim.py replay ${state.scenario || "SCENARIO.yaml"} --log ${state.files.log}`;
  $("lies").textContent = w("board_drill_lies", { notes: state.files.notes, journal: state.files.journal, list: state.files.list });
}

/* Saying of a line what happened, at another time, with a note. */
const by = () => (observing ? $("name-of").value.trim() : "");
function ask_of(line) {
  asked_of = line;
  $("mark-problem").textContent = "";
  $("mark-head").textContent = `${line.number}. ${say(line.text)}`;
  options($("mark-what"), line.may.map((each) => [each, w(`play_${each}`)]), "done");
  $("mark-at").value = $("mark-note").value = "";
  $("mark").showModal();
}
async function marked() {
  if ($("mark").returnValue !== "save") return;
  $("mark").returnValue = "";
  const said = { do: "mark", number: asked_of.number, what: $("mark-what").value, at: $("mark-at").value, note: $("mark-note").value, by: by() };
  if (!(await enter(said))) $("mark").showModal();   // nothing typed is lost
}

/* Beginning one. */
async function offer() {
  $("start").hidden = false;
  const { status, told } = await ask(API);
  if (status !== 200) { problem = told.problems; show_problem(); return; }
  offered = told;
  show_offered();
}
function show_offered() {
  if (!offered) return;
  $("name").parentElement.hidden = $("held").hidden;
  if ($("held").hidden) { $("headline").textContent = w("board_kicker_drill"); document.title = w("board_kicker_drill"); }
  const short = (path) => path.split("/").slice(-3).join("/");
  options($("by"), [...offered.scenarios.map((each) => [`s${each}`, w("board_drill_of_scenario", { name: short(each) })]), ...offered.lists.map((each) => [`l${each}`, short(each)])], $("by").value);
  $("there").replaceChildren(...offered.exercises.map((each) => {
    const item = made("li"), to = made("a", "", `${each.id} · ${each.name}`);
    to.href = `#x=${each.id}`;
    item.append(to);
    return item;
  }));
  if (!offered.exercises.length) $("there").append(made("li", "none", w("nothing")));
}
async function begun(event) {
  event.preventDefault();
  $("begin-now").disabled = true;
  const chosen = $("by").value, path = chosen.slice(1), lasts = $("lasts").value.trim();
  try {
    const { status, told } = await post(API, { ...(chosen[0] === "s" ? { scenario: path, lasts } : { list: path }), speed: Number($("speed").value), hold: true });
    problem = status === 201 ? null : told.problems;
    if (status === 201) location.hash = `x=${told.id}`;
  } catch { problem = [word("board_lost")]; }
  $("begin-now").disabled = false;
  show_problem();
}
function open(found) {
  if (id === found) return;
  if (id) { location.reload(); return; }  // to another exercise: nothing of this one stays
  id = found;
  follow();
}
function listen() {
  const form = (name, send) => $(name).addEventListener("submit", async (event) => { event.preventDefault(); if (await send()) $(name).reset(); });
  $("hold").addEventListener("click", () => enter({ do: state.paused ? "go" : "hold" }));
  $("jump").addEventListener("click", async () => {
    if (await enter({ do: "jump", forward: $("jump-by").value.trim() })) $("jump-by").value = "";
  });
  $("jump-by").addEventListener("input", able_to_jump);
  $("undo").addEventListener("click", () => enter({ do: "undo" }));
  $("end").addEventListener("click", () => {
    if (sure) { enter({ do: "end" }); return; }
    $("end").textContent = w("board_drill_end_sure");
    sure = setTimeout(() => { sure = 0; $("end").textContent = w("board_drill_end"); }, SURE_MS);
  });
  form("own", () => enter({ do: "inject", to: $("own-to").value, text: $("own-text").value }));
  form("note", () => enter({ do: "note", note: $("note-text").value, by: by() }));
  $("mark").addEventListener("close", marked);
  $("mark-cancel").addEventListener("click", () => $("mark").close(""));
  $("begin").addEventListener("submit", begun);
  $("name-of").value = localStorage.getItem("by") || "";
  $("name-of").addEventListener("input", () => localStorage.setItem("by", $("name-of").value));
  addEventListener("hashchange", () => { const to = new URLSearchParams(location.hash.slice(1)).get("x"); if (to) open(to); });
}
if (observing) carry(link.slice(link.indexOf(".") + 1));
const taken = new URLSearchParams(location.hash.slice(1)).get("x");
on_speak(() => { if (observing) $("views").hidden = true; show_problem(); show_lost(); show_offered(); show(); });
if (await begin()) {
  listen();
  setInterval(tick, TICK_MS);
  if (observing) open(link.slice(0, link.indexOf("."))); else if (taken) open(taken); else offer();
}
