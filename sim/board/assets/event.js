"use strict";
/* An accident that goes on: what was entered corrects the run, what must be done comes out. The address names the event;
   what others enter is heard of by server-sent events, and asked for once. */
import { $, made, options, root } from "./dom.js";
import { ask, begin, on_speak, post, say, w, word } from "./page.js";

const MINUTE_MS = 60000, TICK_MS = 1000;
let name = "", live = null, due = null, problem = null, scenarios = [], so_far = [], behind = 0, asking = false, again = false, source = null;

/* Times: the server's clock, as far ahead of this machine's as it was when it last answered. */
const now_ms = () => Date.now() + behind;
const since_s = () => (now_ms() - Date.parse(live.starts)) / 1000;
const offset = () => live.starts.match(/([+-]\d\d):?(\d\d)$/);
function clock(ms) {                      // as the park's clocks show it, wherever the reader is
  const zone = offset(), shift = zone ? Number(zone[1]) * 60 + Math.sign(Number(zone[1]) || 1) * Number(zone[2]) : -new Date(ms).getTimezoneOffset();
  return new Date(ms + shift * MINUTE_MS).toISOString().slice(11, 16);
}
const at = (seconds) => clock(Date.parse(live.starts) + seconds * 1000);
const minutes = (seconds) => Math.round(Math.abs(seconds) / 60);

function tell(problems) { problem = problems; show_problem(); }
function show_problem() {
  $("problem").hidden = !problem;
  if (problem) $("problem").textContent = problem.map(say).join("\n");
}
async function tried(asked) {             // what came of a request; null where nothing did, which is told
  try {
    const found = await asked();
    if (found.status >= 400) { tell(found.told.problems); return found.status === 409 ? found : null; }
    problem = null; show_problem();
    return found;
  } catch { tell([word("board_lost")]); return null; }
}

/* The beginning. */
async function open_start() {
  $("start").hidden = false; $("live").hidden = true;
  const [known, events] = await Promise.all([tried(() => ask("/api/v1/scenarios")), tried(() => ask("/api/v1/live"))]);
  scenarios = known ? known.told.scenarios : []; so_far = events ? events.told.events : [];
  const here = new Date();
  $("starts").value = new Date(here - here.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
  say_start();
}
function say_start() {
  if (name) return;
  document.title = w("board_live_begin_head");
  $("headline").textContent = w("board_kicker_event");
  options($("scenario"), scenarios.map((each) => [each.scenario, say(each.name)]), $("scenario").value || (scenarios[0] || {}).scenario);
  $("so-far").replaceChildren(...(so_far.length ? so_far.map((each) => {
    const link = made("a", "", each.id), item = made("li");
    link.href = `/event#e=${each.id}`;
    item.append(link, ` · ${each.starts.slice(0, 16).replace("T", " ")} · ${w("board_live_last", { seq: each.seq })}`);
    return item;
  }) : [made("li", "", w("board_live_none"))]));
}
async function start(event) {
  event.preventDefault();
  const found = await tried(() => post("/api/v1/live", { scenario: $("scenario").value, pick: $("pick").value.trim(), sets: {}, starts: $("starts").value, who: $("starter").value }));
  if (found) { $("who").value = $("starter").value; location.hash = `e=${found.told.id}`; }
}

/* The event. */
async function open_live() {
  $("start").hidden = true; $("live").hidden = false;
  due = null;
  if (source) source.close();
  source = new EventSource(`/api/v1/live/${name}/events`);
  source.addEventListener("entry", (event) => { if (!live || Number(event.data) !== live.seq) look(); });
  await look();
}
async function look() {                   // one request at a time; what came in meanwhile is asked for once more
  if (asking) { again = true; return; }
  asking = true;
  do {
    again = false;
    const found = await tried(() => ask(`/api/v1/live/${name}`));
    if (found) { live = found.told; behind = Date.parse(live.now) - Date.now(); show(); }
    const next = found ? await tried(() => ask(`/api/v1/live/${name}/due`)) : null;
    if (next) { due = next.told; show(); }
  } while (again);
  asking = false;
}
async function enter(path, document, key) {
  const found = await tried(() => post(`/api/v1/live/${name}/${path}`, { ...document, who: $("who").value }, { "Idempotency-Key": key }));
  if (found) await look();
  return found && found.status === 201;
}
const fresh_key = () => `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;

function show() {
  if (!live) return;
  document.title = w("board_live_title", { scenario: say(live.name) });
  $("name").textContent = say(live.name) + (live.pick ? ` · ${live.pick}` : "");
  $("park").textContent = say(live.park);
  $("headline").textContent = say(live.headline);
  $("tiers").replaceChildren(...live.tiers.map(card));
  $("log-file").href = `/api/v1/live/${name}/log.csv`;
  show_due(); show_levels(); show_log(); tick();
  $("spoken").textContent = [say(live.headline), ...live.tiers.map((each) => `${say(each.name)}: ${say(each.said)}`)].join(" ");
  root.dataset.seq = live.seq;
}
function card(each) {
  const box = made("li", `tier ${each.verdict}`), head = made("div", "tier-head"), margin = made("p", "margin");
  head.append(made("h3", "", say(each.name)), made("span", `chip ${each.verdict}`, say(each.said)));
  if (each.amount) margin.append(made("span", "big", each.amount), " ", made("span", "unit", say(each.unit)));
  box.append(head, margin);
  return box;
}
function doing(action, planned) {         // the buttons of an action: done now or at a time, or not to be done
  const box = made("div", "doing"), time = made("input"), done = made("button", "", w("board_live_do_done")), cannot = made("button", "", w("board_live_do_cannot"));
  Object.assign(time, { type: "time", value: planned === null ? "" : at(planned) });
  time.ariaLabel = w("board_live_at");
  for (const button of [done, cannot]) button.type = "button";
  const send = (what) => enter("entries", { do: what, action, at: time.value, seen: live.seq }, fresh_key());
  done.addEventListener("click", () => send("done"));
  cannot.addEventListener("click", () => send("cannot"));
  box.append(done, cannot, time);
  return box;
}
function show_due() {
  const rows = due ? due.due : [];
  const open = new Map([...document.querySelectorAll("#must li")].map((each) => [each.dataset.action, each.querySelector("input[type=time]").value]));
  $("must").replaceChildren(...rows.map((each) => {
    const item = made("li"), head = made("p", "by");
    item.dataset.action = each.action; item.dataset.latest = each.latest_s;
    head.append(made("b", "", at(each.latest_s) + (each.monotone ? "" : " *")), " ", made("span", "left"));
    item.append(head, made("p", "what", say(each.name)), made("p", "note", [
      each.earliest_s > 0 ? w("board_live_not_before", { when: at(each.earliest_s) }) : "",
      each.plan_s === null ? "" : w("board_live_plan", { when: at(each.plan_s) }),
      w("board_live_keeps", { tiers: each.keeps.map(say).join(w("comma")) }),
    ].filter(Boolean).join(" · ")), doing(each.action, null));
    if (open.get(each.action)) item.querySelector("input").value = open.get(each.action);
    return item;
  }));
  $("must-note").textContent = !due ? w("board_live_looking") : rows.length ? "" : w("board_live_due_none");
  const past = live.actions.filter((each) => each.past && !each.entered);
  $("unsure").hidden = !past.length;
  $("past").replaceChildren(...past.map((each) => {
    const item = made("li");
    item.append(made("p", "what", `${at(each.done_s)} ${say(each.name)}`), doing(each.action, each.done_s));
    return item;
  }));
}
function show_levels() {
  const chosen = $("storage").value;
  options($("storage"), live.storages.map((each) => [each.id, say(each.name)]), chosen || (live.storages[0] || {}).id);
  const volume = (m3) => Math.round(m3).toLocaleString("en-US");
  $("levels").replaceChildren(...(live.levels.length ? live.levels.map((each) => {
    const item = made("li"), age = made("span", "age");
    item.dataset.at = each.at_s;
    item.append(made("b", "", say(each.name)), ` ${volume(each.measured_m3)} m³ · ${at(each.at_s)} · `, age,
      made("p", "note", w("board_live_against", { more: (each.more_m3 < 0 ? "-" : "+") + volume(Math.abs(each.more_m3)) })));
    return item;
  }) : [made("li", "note", w("board_live_no_levels"))]));
}
function show_log() {
  $("log").replaceChildren(...(live.log.length ? live.log.map((each) => {
    const item = made("li", each.holds ? "" : "gone");
    item.append(`${each.seq}. ${say(each.said)}`, made("span", "note", ` · ${w("board_live_entered", { when: each.entered.slice(11, 16) })}${each.who ? ` · ${each.who}` : ""}${each.note ? ` · ${each.note}` : ""} `));
    if (each.holds) {
      const back = made("button", "", w("board_live_take_back"));
      back.type = "button";
      back.addEventListener("click", () => enter("entries", { do: "take back", entry: each.seq, seen: live.seq }, fresh_key()));
      item.append(back);
    } else if (each.do !== "take back") item.append(made("span", "note", w("board_live_taken_back")));
    return item;
  }) : [made("li", "note", w("board_live_log_none"))]));
}
function tick() {                         // what only the clock changes
  if (!live) return;
  const now_s = since_s();
  $("now").textContent = clock(now_ms());
  $("since").textContent = now_s > live.horizon_s ? w("board_live_over_now", { hours: Number((live.horizon_s / 3600).toPrecision(3)) }) : `T+${Math.floor(Math.max(now_s, 0) / 3600)}:${String(Math.floor((Math.max(now_s, 0) / 60) % 60)).padStart(2, "0")}`;
  document.querySelectorAll("#must li").forEach((each) => {
    const left = Number(each.dataset.latest) - now_s;
    each.classList.toggle("urgent", left < 900);
    each.querySelector(".left").textContent = w(left >= 0 ? "board_live_left" : "board_live_over", { minutes: minutes(left) });
  });
  document.querySelectorAll("#levels li[data-at]").forEach((each) => {
    const age = now_s - Number(each.dataset.at), old = age > live.old_s;
    each.classList.toggle("old", old);
    each.querySelector(".age").textContent = w(old ? "board_live_old" : "board_live_age", { minutes: minutes(age) });
  });
}

function listen() {
  $("begin").addEventListener("submit", start);
  $("measure").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await enter("levels", { levels: [{ storage: $("storage").value, level: $("level").value, time: $("measured-at").value }] }, fresh_key())) { $("level").value = ""; $("measured-at").value = ""; }
  });
  $("pasting").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await enter("levels", { csv: $("table").value }, fresh_key())) $("table").value = "";
  });
  addEventListener("hashchange", open);
  setInterval(tick, TICK_MS);
  setInterval(() => { if (name && !document.hidden) look(); }, MINUTE_MS);   // each minute what must be done is another
}
async function open() {
  name = new URLSearchParams(location.hash.slice(1)).get("e") || "";
  live = null;
  if (source) { source.close(); source = null; }
  await (name ? open_live() : open_start());
}
if (await begin()) {
  on_speak(() => { show_problem(); say_start(); show(); });
  listen();
  await open();
}
