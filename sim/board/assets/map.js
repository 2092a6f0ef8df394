"use strict";
/* The map with its time bar: the report's replay, onto which each answer is loaded. While a slider moves it has volumes
   and rates at the times of a grid and no events, and those listed stand pale; all of it comes once the sliders rest. */
import { $, made, options, root } from "./dom.js";
import { ask, on_speak, post, say, spoken_in, w, words } from "./page.js";

export let plan = null;
const NOTHING = { events: [], deadlines: [], receptors: {}, hindered: {} };
let still = NOTHING, begun = false, opened = false, also = [];

/* The map of another scenario, or of the same after its files have changed; what is wrong with it, if anything is. */
export async function open_map(query) {
  const { status, told } = await ask(`/api/v1/plan?${query}`);
  if (status !== 200) return told.problems;
  plan = told; still = NOTHING; opened = true;
  const drawn = new DOMParser().parseFromString(plan.svg, "text/html").body.firstChild;   // its names are escaped by the board
  $("map-place").replaceChildren(document.adoptNode(drawn));
  $("now-tiers").replaceChildren(...plan.tiers.map(({ id }) => {
    const line = made("li"), chip = made("b", "chip untouched");
    chip.dataset.tierNow = id;
    line.append(made("span"), " ", chip);
    return line;
  }));
  ticker();
  if (!begun) { Replay.begin(words); begun = true; }
  Replay.look_at_map();
  said();
  return null;
}

/* An answer on the map: at the time that is chosen, or at its own worst moment where none is. */
export function put_moving(answer) {
  const { until, at, place, storages, links, openings, trips, alarms } = answer;
  const tiers = plan.tiers.map((each) => ({ ...each, states: answer.tier_states[each.id] }));
  const { horizon, starts, origins, crews } = plan;
  also = answer.also;
  $("replay").classList.add("moving");
  put({ horizon, starts, origins, crews, until, at, place, storages, links, openings, trips, alarms, tiers, ...NOTHING, hindered: still.hindered });
}
/* All of it, asked for once the sliders rest. */
export async function ask_still(document, headers, wanted) {
  const { status, told } = await post("/api/v1/replay", document, headers);
  if (status !== 200 || !wanted()) return status;
  const { events, receptors, hindered } = told;
  still = { ...NOTHING, events, receptors, hindered };
  $("replay").classList.remove("moving");
  ticker();
  told.storages = { ...Replay.data.storages, ...told.storages };   // those that are not on the map stay as they were
  put({ ...told, deadlines: Replay.data.deadlines });
  return status;
}
/* By when what must be done, as marks below the time bar: of each action the earliest. */
export function put_deadlines(found) {
  const first = new Map();
  for (const { action, name, latest_s } of found) if (latest_s >= 60) first.set(action, { t: Math.min(latest_s, first.has(action) ? first.get(action).t : Infinity), said: name });
  if (Replay.data) put({ ...Replay.data, deadlines: [...first.values()] });
}
function put(data) {
  const follows = opened || Math.abs(Replay.now() - Replay.data.at) < 1e-6;
  Replay.load(data, follows ? data.at : Replay.now());
  if (opened) Replay.worstPlace();
  opened = false;
  $("first-escape").disabled = first_escape() === null;
  $("whole-run").hidden = data.until >= data.horizon;
  $("also").hidden = !also.length;
  $("also").textContent = w("board_map_also", { names: also.map((id) => say(plan.storages[id].name)).join(w("comma")) });
}
const first_escape = () => {
  const times = Replay.data.tiers.flatMap((each) => each.states.filter(([, verdict]) => verdict === "breached").map(([t]) => t));
  return times.length ? Math.min(...times) : null;
};
function ticker() {
  $("ticker").replaceChildren(...still.events.map((each) => {
    const row = made("li", each.what), button = made("button");
    row.dataset.at = each.t;
    button.type = "button";
    button.append(made("time"), " ", made("span", "", say(each.said)));
    row.append(button);
    return row;
  }));
}
function said() {                         // what stands on the map and beside it, in the reader's language
  if (!plan) return;
  $("map-place").querySelectorAll(".say").forEach((each) => { each.style.display = each.classList.contains(spoken_in()) ? "" : "none"; });
  [...$("now-tiers").children].forEach((line, k) => { line.firstChild.textContent = say(plan.tiers[k].name); });
  [...$("ticker").children].forEach((row, k) => { row.querySelector("span").textContent = say(still.events[k].said); });
  const speed = Number($("speed").value) || plan.speeds.find((each) => each.chosen).s;
  options($("speed"), plan.speeds.map((each) => [each.s, say(each.said)]), speed);
  $("whole-run").textContent = say(plan.whole_run);
  document.dispatchEvent(new CustomEvent("report:language", { detail: root.dataset.language }));
}
export function listen_map() {
  on_speak(said);
  $("first-escape").addEventListener("click", () => Replay.jump(first_escape()));
}
