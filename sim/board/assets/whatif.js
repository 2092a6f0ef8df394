"use strict";
/* The board: sliders to the left, the answer to the right. One request is under way at a time, and what came in
   meanwhile is asked next, so that the last picture is that of the last value. */
import { beside, listen_beside, take, was } from "./beside.js";
import { cards } from "./cards.js";
import { $, options, root } from "./dom.js";
import { dues, put_due } from "./due.js";
import { fillings } from "./fillings.js";
import { knobs, places } from "./knobs.js";
import { drop, find_limits, limits, touch } from "./limits.js";
import { making } from "./make.js";
import { ask_still, listen_map, open_map, put_deadlines, put_moving } from "./map.js";
import { ask_moving } from "./moving.js";
import { counts_saving, listen_saving } from "./saving.js";
import { PAGE, ask, begin, on_speak, post, say, w, word } from "./page.js";
import { can_redo, can_undo, copy, keep, now, put, put_aside, read, read_aside, redone, show_address, undone } from "./state.js";

const SPOKEN_MS = 800, STILL_MS = 200, REST_MS = 50;
let names = {}, about, answer, problem = null, number = 0, wanted = 0, flying = false, speaking = 0, resting = 0, stilling = 0, studies = new AbortController(), fresh = null, looking = false, missed = false;

/* Requests. */
const meant = () => ({ "If-Match": about.tag });   // the files as they were when the sliders were drawn
function move() { wanted += 1; clearTimeout(resting); clearTimeout(stilling); studies.abort(); $("deadlines").classList.add("old"); limits(); follow(); }
async function follow() {
  if (flying) return;
  flying = true;
  while (number < wanted) {
    number = wanted;
    try {
      const { status, told } = await ask_moving({ ...copy(), page: PAGE, number }, meant());
      if (status === 200) { answer = told; problem = null; show(); put_moving(answer); }
      else if (status === 412) await renew();
      else if (status !== 409) { problem = told.problems; show(); }
    } catch { problem = [word("board_lost")]; show(); break; }
  }
  flying = false;
  look_again();
  if (problem === null) { stilling = setTimeout(stand_still, STILL_MS); resting = setTimeout(rest, REST_MS); }
}
async function stand_still() {            // the map with all that happens on it
  const at = number;
  try {
    const status = await ask_still({ ...copy(), page: PAGE, number: at }, meant(), () => at === wanted);
    if (status === 409 && at === wanted) stilling = setTimeout(stand_still, STILL_MS);
  } catch { /* the next run says that the board is gone */ }
}
async function rest() {                   // by when what must be done, and limits: many runs, given up when somebody moves something
  const at = number, { signal } = studies = new AbortController();
  try {
    const { status, told } = await post("/api/v1/deadlines", { ...copy(), page: PAGE, number: at }, meant(), signal);
    if (at !== wanted) return;
    if (status === 412) { await look(); return; }
    if (status === 200) { put_due(told); put_deadlines(told.deadlines); }
    await find_limits({ page: PAGE, number: at }, meant(), signal);
  } catch { /* the next run says that the board is gone */ }
}

/* The files: when they have changed the scenario is opened anew, with what was moved where it still fits. */
async function renew() {
  const units = new Map(about.knobs.map((each) => [each.path, each.unit])), names = new Map(about.knobs.map((each) => [each.path, each.name]));
  if (!(await open())) return;
  const fit = new Set(about.knobs.filter((each) => each.unit === units.get(each.path)).map((each) => each.path));
  const gone = Object.keys(now.sets).filter((path) => !fit.has(path));
  gone.forEach((path) => delete now.sets[path]);
  fresh = gone.map((path) => [path, names.get(path)]);
  keep(); say_all(); take(location.hash, show);
  wanted += 1;                            // whoever is asking asks once more
}
async function look() {                   // whoever comes back from writing a file sees at once what came of it
  if (document.hidden) return;
  missed = flying || looking;             // what is under way may have asked before the file was written
  if (missed) return;
  looking = true;
  try {
    if (!about) { if (await open()) { keep(); buttons(); move(); } return; }
    const of = JSON.stringify([now.scenario, now.pick]);
    const { status, told } = await ask(`/api/v1/scenario?${asked_for()}`, { headers: { "If-None-Match": about.tag } });
    if (of !== JSON.stringify([now.scenario, now.pick]) || flying) return;
    if (status === 200) { await renew(); follow(); }
    else if (status === 422) { problem = told.problems; show(); }
    else if (status === 304 && problem) move();
  } catch { problem = [word("board_lost")]; show(); } finally { looking = false; }
  look_again();
}
function look_again() { if (missed) look(); }

/* The answer. */
function show() {
  document.body.classList.toggle("stale", problem !== null);
  $("problem").hidden = problem === null;
  if (problem) $("problem").textContent = [...problem.map(say), ...(answer ? [w("board_wrong")] : [])].join("\n");
  $("fresh").hidden = fresh === null;
  if (fresh) $("fresh").textContent = fresh.length ? w("board_fresh_gone", { gone: fresh.map(([path, name]) => (name ? say(name) : path)).join(w("comma")) }) : w("board_fresh");
  $("keep-a").disabled = $("swap-a").disabled = problem !== null || !answer;
  if (about) beside(about);
  if (!answer) return;
  cards(answer);
  fillings(answer.grid);
  $("command").textContent = answer.command;
  $("assumed").textContent = say(answer.assumed);
  root.dataset.number = answer.number;
  clearTimeout(speaking);                 // a screen reader hears the answer once the sliders rest
  speaking = setTimeout(() => { $("spoken").textContent = [say(answer.headline), ...answer.tiers.map((each) => `${say(each.name)}: ${say(each.said)} ${was(each.id)}`)].join(" "); }, SPOKEN_MS);
}

/* What is moved, and where one goes back to. */
function moved(let_go, path) {
  if (path) { touch(path); fresh = null; }
  if (let_go) { keep(); buttons(); return; }
  counts();
  move();
}
function buttons() {
  $("undo").disabled = !can_undo();
  $("redo").disabled = !can_redo();
  counts();
}
function counts() {
  const count = Object.keys(now.sets).length;
  $("moved").textContent = count ? w("board_moved", { count }) : w("board_unmoved");
  $("reset").disabled = !count;
  counts_saving(count);
}
async function go(to) {                   // to another state, which may be of another scenario
  const other = to.scenario !== now.scenario || to.pick !== now.pick;
  put(to);
  show_address();
  if (other && !(await open())) return;
  places(about); buttons(); move();
}
const go_and_keep = (to) => go(to).then(() => { keep(); buttons(); });
const asked_for = () => new URLSearchParams([...(now.scenario ? [["scenario", now.scenario]] : []), ["pick", now.pick]]);
async function open() {
  $("moved").textContent = w("board_reading");
  const { status, tag, told } = await ask(`/api/v1/scenario?${asked_for()}`);
  fresh = null;
  if (status !== 200) { problem = told.problems; show(); counts(); return false; }
  const wrong = await open_map(asked_for());
  if (wrong) { problem = wrong; show(); counts(); return false; }
  about = { ...told, tag };
  put_due(null); drop();
  now.scenario = told.scenario;
  problem = null;
  say_all();
  return true;
}
function choices() {
  if (!about) return;
  options($("scenario"), about.scenarios.map((each) => [each, names[each] ? say(names[each]) : each.split("/").pop().replace(/\.ya?ml$/, "")]), about.scenario);
}
function say_all() {
  if (!about) return;
  document.title = w("board_title", { scenario: say(about.name) });
  $("name").textContent = say(about.name);
  $("park").textContent = say(about.park);
  choices();
  options($("pick"), [["", w("board_pick")], ...about.picks.map((each) => [each, each])], about.pick);
  $("variant").hidden = !about.picks.length;
  knobs(about, moved); buttons(); show(); dues(); limits();
}
async function name_scenarios() {         // their names stand in their files, which takes a moment to look up
  try {
    const { status, told } = await ask("/api/v1/scenarios");
    if (status === 200) names = Object.fromEntries(told.scenarios.map((each) => [each.scenario, each.name]));
  } catch { return; /* they go by the names of their files */ }
  choices();
}
function listen() {
  $("scenario").addEventListener("change", () => go_and_keep({ scenario: $("scenario").value, pick: "", sets: {} }));
  $("pick").addEventListener("change", () => go_and_keep({ scenario: now.scenario, pick: $("pick").value, sets: {} }));
  $("undo").addEventListener("click", () => { if (can_undo()) go(undone()); });
  $("redo").addEventListener("click", () => { if (can_redo()) go(redone()); });
  $("reset").addEventListener("click", () => go_and_keep({ ...now, sets: {} }));
  $("copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText($("command").textContent);
    $("copy").textContent = w("board_copied");
    setTimeout(() => { $("copy").textContent = w("board_copy"); }, 1500);
  });
  addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  listen_saving(meant, go_and_keep);
  listen_beside(() => answer, show, go_and_keep);
  addEventListener("hashchange", () => { const to = read(location.hash); if (to) { take(location.hash, show); go_and_keep(to); } });
}
if (await begin()) {
  put(read(location.hash) || now);
  const taken = location.hash;
  put_aside(read_aside(taken));           // before anything writes the address anew
  listen_map();
  on_speak(say_all);
  listen();
  if (await open()) { keep(); buttons(); move(); take(taken, show); }
  making(({ scenario, pick }) => (about && scenario === about.scenario && pick === about.pick ? about.knobs.map(({ path, name }) => [path, name]) : []));
  name_scenarios();
}
