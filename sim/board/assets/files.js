"use strict";
/* The files of a scenario: what is typed is checked as soon as it rests, and saved only for whoever has seen what the file
   says now. The answer beside is that of the files as they are saved, with its time. */
import { $, made, options } from "./dom.js";
import { listen_bringing } from "./bringing.js";
import { go_to, listen_editor, mark, numbers, put } from "./editor.js";
import { ask, begin, on_speak, post, say, w, word } from "./page.js";

const REST_MS = 300;
let shelf = null, file = "", problems = [], problem = null, resting = 0, number = 0, other = false, checked = true;
let answer = null, played = null, playable = true;
const texts = new Map();                  // of each file that was opened: what is saved, its ETag, and what stands in the field

const of = (path) => `/api/v1/files${path ? `/${encodeURIComponent(path)}` : ""}?${new URLSearchParams(shelf ? [["scenario", shelf.scenario]] : asked())}`;
const asked = () => { const named = new URLSearchParams(location.hash.slice(1)).get("scenario"); return named ? [["scenario", named]] : []; };
const short = (path) => { const all = shelf.files.map((each) => each.file.split("/")); let k = 0; while (all.length && all.every((each) => each.length > k + 1 && each[k] === all[0][k])) k += 1; return path.split("/").slice(k).join("/"); };
const is_changed = (path) => { const kept = texts.get(path); return Boolean(kept) && kept.text !== kept.saved; };
const clock = (time) => time.toLocaleTimeString("en-GB");
const lf = (text) => text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");   // as a text field holds it

function fails(found) { problem = found; show(); }
async function tried(do_it) { try { return await do_it(); } catch { fails([word("board_lost")]); return null; } }

/* Reading. */
async function open_shelf(scenario) {
  clearTimeout(resting); number += 1;
  if (scenario !== undefined) { shelf = { scenario }; texts.clear(); file = ""; answer = null; }
  const found = await tried(() => ask(of("")));
  if (!found) return;
  if (found.status !== 200) { fails(found.told.problems); return; }
  shelf = found.told; problems = shelf.problems; problem = null;
  if (!shelf.files.some((each) => each.file === file)) file = (shelf.files[0] || { file: "" }).file;
  history.replaceState(null, "", `#${new URLSearchParams([["scenario", shelf.scenario]])}`);
  if (file) await open_file(file);
  play();
}
async function open_file(path, anew = false) {
  if (file && file !== path) { clearTimeout(resting); number += 1; }
  if (anew || !texts.has(path)) {
    const found = await tried(() => ask(of(path)));
    if (!found) return;
    if (found.status !== 200) { fails(found.told.problems); return; }
    const text = found.told.text === null ? null : lf(found.told.text);
    texts.set(path, { text, saved: text, tag: found.tag, writable: found.told.writable && !shelf.read_only });
  }
  file = path; other = false; problem = null;
  const kept = texts.get(path);
  $("text").value = kept.text === null ? w("board_files_no_text") : kept.text;
  $("text").readOnly = !kept.writable;
  $("text").scrollTop = 0;
  numbers(); show();
  if (is_changed(path)) check(); else if (anew) saved_problems();
}
async function saved_problems() {
  const found = await tried(() => ask(of("")));
  if (found && found.status === 200) { shelf = found.told; problems = shelf.problems; show(); }
}

/* Checking. */
function typed() {
  texts.get(file).text = $("text").value;
  checked = false;
  clearTimeout(resting);
  resting = setTimeout(check, REST_MS);
  states();
}
async function check() {
  clearTimeout(resting);
  const mine = number += 1, path = file, { text } = texts.get(path);
  checked = false; states();
  const found = await tried(() => post("/api/v1/validate", { scenario: shelf.scenario, file: path, text }));
  if (!found || mine !== number) return;
  checked = true;
  if (found.status === 200) { problems = found.told.problems; problem = null; } else problem = found.told.problems;
  show();
  $("spoken").textContent = $("count").textContent;
}
function mend(each, to) {
  const done = () => { if (put(each, to)) { $("spoken").textContent = w("board_files_mended", { line: each.line, to: to.to }); check(); } };
  if (each.file === file) done(); else open_file(each.file).then(done);
}

/* Saving. */
async function save(anyway) {
  const kept = texts.get(file), path = file, { text } = kept;
  clearTimeout(resting); number += 1;
  const found = await tried(() => ask(of(path), { method: "PUT", body: JSON.stringify({ text, anyway }), headers: { "If-Match": kept.tag } }));
  if (!found) return;
  const { status, told, tag } = found;
  checked = true;
  if (status === 412) { other = true; fails([word("board_files_other")]); return; }
  if (status === 200) {
    Object.assign(kept, { saved: text, tag });
    problems = told.problems; problem = null;
    $("spoken").textContent = w(problems.length ? "board_files_saved_wrong" : "board_files_saved");
    show(); play();
  } else if (told.problems.length && "file" in told.problems[0]) { problems = told.problems; show(); } else fails(told.problems);
}
async function play() {
  const { scenario } = shelf, found = await tried(() => post("/api/v1/run", { scenario }));
  if (!found || scenario !== shelf.scenario) return;
  playable = found.status === 200;
  if (playable) { answer = found.told; played = new Date(); }
  show();
}

/* Showing. */
function show() {
  $("problem").hidden = problem === null;
  if (problem) $("problem").textContent = problem.map(say).join("\n");
  if (!shelf || !shelf.files) return;
  document.title = w("board_files_title", { file: short(file) });
  options($("scenario"), shelf.scenarios.map((each) => [each, each.split("/").pop().replace(/\.ya?ml$/, "")]), shelf.scenario);
  $("name").textContent = shelf.scenario.split("/").pop();
  $("park").textContent = shelf.read_only ? w("board_files_read_only") : w("board_files_count", { count: shelf.files.length });
  $("file-name").textContent = short(file);
  $("text").setAttribute("aria-label", w("board_files_editor", { file: short(file) }));
  $("files").replaceChildren(...shelf.files.map(({ file: path }) => {
    const line = made("li"), button = made("button", "", short(path)), wrong = problems.filter((each) => each.file === path).length;
    button.type = "button";
    if (path === file) button.ariaCurrent = "true";
    button.addEventListener("click", () => open_file(path));
    if (is_changed(path)) button.append(made("span", "tag", w("board_files_changed")));
    if (wrong) button.append(made("span", "tag wrong", wrongs(wrong)));
    line.append(button);
    return line;
  }));
  $("problems").replaceChildren(...problems.map((each) => {
    const line = made("li"), place = made("button", "place", each.file === file ? w("board_files_line", { line: each.line }) : w("board_files_place", { file: short(each.file), line: each.line }));
    place.type = "button";
    place.disabled = !each.line || !shelf.files.some(({ file: path }) => path === each.file);
    place.addEventListener("click", () => { if (each.file === file) go_to(each); else open_file(each.file).then(() => go_to(each)); });
    if (!each.line) place.textContent = shelf.files.length ? short(each.file) : each.file;
    line.append(place, " ", made("span", "said", [each.path, say(each.said)].filter(Boolean).join(": ")));
    for (const to of shelf.read_only ? [] : each.mends) {
      const button = made("button", "mend", w("board_files_mend", { to: to.to }));
      button.type = "button";
      button.addEventListener("click", () => mend(each, to));
      line.append(" ", button);
    }
    return line;
  }));
  mark(problems.filter((each) => each.file === file));
  chips(); states();
}
const wrongs = (count) => (count === 1 ? w("board_files_wrong_one") : w("board_files_wrong", { count }));
function chips() {
  const stale = answer !== null && !playable;
  $("answer").classList.toggle("old", stale);
  $("played").textContent = answer ? w(stale ? "board_files_last" : "board_files_at", { time: clock(played) }) : w("board_files_none");
  $("answer").replaceChildren(...(answer ? answer.tiers : []).map((each) => {
    const line = made("li");
    line.append(made("b", "", say(each.name)), " ", made("span", `chip ${each.verdict}`, say(each.said)));
    if (each.amount) line.append(" ", made("span", "unit", `${each.amount} ${say(each.unit)}`));
    return line;
  }));
}
function states() {
  const kept = texts.get(file), changed = is_changed(file);
  $("save").disabled = !changed || (checked && problems.length > 0) || other;
  $("anyway").hidden = !(changed && checked && problems.length > 0) || other;
  $("back").disabled = !changed;
  $("again").hidden = !other;
  $("state").textContent = kept && !kept.writable ? w("board_files_only_read") : w(changed ? "board_files_changed" : "board_files_same");
  $("count").textContent = checked ? (problems.length ? wrongs(problems.length) : w("board_files_right")) : w("board_files_checking");
  $("headline").textContent = $("count").textContent;
}
function listen() {
  listen_editor(typed);
  $("scenario").addEventListener("change", () => open_shelf($("scenario").value));
  $("save").addEventListener("click", () => save(false));
  $("anyway").addEventListener("click", () => save(true));
  $("back").addEventListener("click", () => { texts.get(file).text = texts.get(file).saved; open_file(file).then(saved_problems); checked = true; $("text").focus(); });
  $("again").addEventListener("click", () => { open_file(file, true); play(); });
  addEventListener("keydown", (event) => { if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); if (!$("save").disabled) save(false); } });
  addEventListener("beforeunload", (event) => { if ([...texts.keys()].some(is_changed)) event.preventDefault(); });
}
if (await begin()) {
  on_speak(show);
  listen(); listen_bringing();
  await open_shelf();
}
