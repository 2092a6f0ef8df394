"use strict";
/* What is made of what stands here: reports, papers and studies, each in a process of its own on the board. */
import { $, made, plain } from "./dom.js";
import { touched } from "./limits.js";
import { PAGE, ask, on_speak, post, say, spoken_in, w, word } from "./page.js";
import { copy } from "./state.js";

const KINDS = ["report", "figures", "drill", "package", "ensemble", "sweep", "faults", "periods"];
const MOST = 12, JOBS = "/api/v1/jobs";
const jobs = new Map(), named = new Map(), mine = new Set();
let shown_names = () => [];

const kind_of = (job) => w(`board_make_${job.kind}`);
const file = (path) => path.split("/").pop();
const READ = /\.(html|docx|pptx|xlsx|pdf|png)$|(^|\/)(faults|fault-pairs|periods|flips)\.csv$/;
const under_way = () => [...mine].some((id) => jobs.get(id).state === "running");
function size(bytes) { return bytes < 1e6 ? `${plain(Math.max(Math.round(bytes / 1e3), 1))} kB` : `${plain(Number((bytes / 1e6).toPrecision(2)))} MB`; }
function link({ path, bytes, href }) {
  const each = made("a", "", w("board_made_file", { name: file(path), size: size(bytes) }));
  Object.assign(each, { href, target: "_blank", rel: "noopener", title: path });
  each.append(made("span", "hide", ` ${w("board_made_new_tab")}`));
  return each;
}
const listed = (files) => { const list = made("ul", "files"); list.append(...files.map((each) => { const line = made("li"); line.append(link(each)); return line; })); return list; };

function values(job) {
  const names = named.get(job.id) || new Map(shown_names(job));
  const lines = Object.entries(job.sets).map(([path, text]) => w("board_made_value", { name: names.has(path) ? say(names.get(path)) : path, text }));
  return lines.length ? lines.join(w("comma")) : w("board_made_as_written");
}
function told(job) {
  if (job.state === "running") return w("board_made_running", { kind: kind_of(job), step: w(`board_step_${job.step}`), percent: Math.floor(job.share * 100) });
  return w(`board_made_${job.state}`, { kind: kind_of(job), why: job.problems.map(say).join(" ") });
}
function card(job) {
  const box = made("li", `job ${job.state}`), scenario = [file(job.scenario).replace(/\.ya?ml$/, ""), job.pick].filter(Boolean).join(" · ");
  box.dataset.id = job.id;
  const head = made("h3", "", w("board_made_head", { kind: kind_of(job), scenario })); head.tabIndex = -1;
  const time = new Date(job.begun).toLocaleTimeString(spoken_in(), { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  box.append(head, made("p", "note", w("board_made_at", { time, values: values(job) })), made("p", "told", told(job)));
  if (job.state === "running") {
    const bar = made("progress"), cancel = made("button", "", w("board_made_cancel"));
    Object.assign(bar, { max: 1, value: job.share, ariaLabel: kind_of(job) });
    cancel.type = "button";
    cancel.ariaLabel = `${w("board_made_cancel")}: ${kind_of(job)}`;
    cancel.addEventListener("click", () => end(job));
    box.append(bar, cancel);
  }
  const read = job.files.filter(({ path }) => READ.test(path)).slice(0, MOST);
  if (read.length) box.append(listed(read));
  if (job.files.length > read.length) {
    const all = made("details");
    all.append(made("summary", "", w("board_made_all", { count: job.files.length })), listed(job.files));
    box.append(all);
  }
  return box;
}
function put(job) {                       // while it runs only the bar moves, so that whoever is on its button stays there
  const old = document.querySelector(`[data-id="${CSS.escape(job.id)}"]`), before = jobs.get(job.id);
  jobs.set(job.id, job);
  if (old && job.state === "running" && before.state === "running") {
    old.querySelector("progress").value = job.share;
    old.querySelector(".told").textContent = told(job);
  } else {
    const inside = old && old.contains(document.activeElement), fresh = card(job);
    if (old) old.replaceWith(fresh); else $("made").prepend(fresh);
    if (inside) fresh.querySelector("h3").focus();
    if (old && job.state !== "running") $("made-spoken").textContent = told(job);
  }
  free();
}
function free() {
  document.querySelectorAll("#make button").forEach((each) => { each.disabled = under_way() || (each.dataset.kind === "sweep" && !touched()); });
}
function follow(job) {
  put(job);
  if (job.state !== "running") return;
  const events = new EventSource(`${JOBS}/${job.id}/events`);
  for (const state of ["running", "done", "failed", "cancelled"]) {
    events.addEventListener(state, (event) => { if (state !== "running") events.close(); put(JSON.parse(event.data)); });
  }
  events.addEventListener("error", () => { $("make-problem").textContent = w("board_made_lost"); });
  events.addEventListener("open", () => { $("make-problem").textContent = ""; });
}
async function end(job) {
  const { status, told: found } = await ask(`${JOBS}/${job.id}`, { method: "DELETE", body: "{}" });
  if (status === 200) put(found);
}
async function begin(kind) {
  const whole = { ...copy(), kind, page: PAGE, language: spoken_in(), over: touched(), runs: Number($("make-runs").value), seed: Number($("make-seed").value) };
  let found;
  try { found = await post(JOBS, kind === "package" ? { ...whole, pick: "", sets: {} } : whole); } catch { found = { told: { problems: [word("board_lost")] } }; }
  $("make-problem").textContent = found.status === 202 ? "" : found.told.problems.map(say).join("\n");
  if (found.status !== 202) return;
  mine.add(found.told.id);
  named.set(found.told.id, new Map(shown_names(found.told)));
  follow(found.told);
  document.querySelector(`[data-id="${CSS.escape(found.told.id)}"] button`)?.focus();
}
function say_all() {
  $("made").replaceChildren(...[...jobs.values()].map(card).reverse());
  free();
}
/* Begin; `names` gives the path and the name of each slider of a job's scenario, where it is the one that is shown. */
export async function making(names) {
  shown_names = names;
  $("make").replaceChildren(...KINDS.map((kind) => {
    const button = made("button"); Object.assign(button, { type: "button" });
    button.dataset.kind = kind; button.dataset.say = `board_make_${kind}`;
    button.textContent = w(button.dataset.say);
    button.addEventListener("click", () => begin(kind));
    return button;
  }));
  on_speak(say_all);
  document.addEventListener("touched", free);
  const { status, told: found } = await ask(JOBS);
  if (status === 200) found.jobs.reverse().forEach(follow);
  free();
}
