"use strict";
/* A list of emergency spaces that is dropped or chosen: shown row by row, as it would be read, and made into a park in a
   new folder only when that is accepted. */
import { $, made } from "./dom.js";
import { on_speak, say, send, spoken_in, w, word } from "./page.js";

let list = null, told = null, problems = null, done = false;

async function ask_for(folder) {
  const asked = new URLSearchParams([["name", list.name], ...(folder ? [["folder", folder]] : [])]);
  try {
    const found = await send(`/api/v1/import?${asked}`, list);
    const right = found.status === 200 || found.status === 201;
    problems = right ? null : found.told.problems;
    if (right) { told = found.told; done = Boolean(folder); if (!folder) $("folder").value = told.folder; }
  } catch { problems = [word("board_lost")]; }
  show();
}
function bring(file) {
  if (!file) return;
  list = file; told = null; problems = null; done = false;
  ask_for("").then(() => $("brought-name").focus());
}
function shut() { list = null; $("list").value = ""; show(); $("list").focus(); }
function show() {
  $("brought").hidden = list === null;
  if (list === null) return;
  $("brought-name").textContent = w("board_import_of", { file: list.name });
  $("brought-problem").hidden = problems === null;
  $("brought-problem").textContent = problems ? problems.map(say).join("\n") : "";
  $("make").hidden = told === null || done;
  $("below").textContent = told ? w("board_import_below", { folder: told.below }) : "";
  $("made").hidden = !done;
  $("made").replaceChildren(...(done ? [made("p", "", w("board_import_made")), ...told.files.map((each) => made("p", "note", each)), made("p", "", w("board_import_next"))] : []));
  $("lines").replaceChildren(...(told ? told.lines[spoken_in()] : []).map((line) => made("li", "", line)));
}
export function listen_bringing() {
  on_speak(show);
  $("list").addEventListener("change", () => bring($("list").files[0]));
  $("make").addEventListener("submit", (event) => { event.preventDefault(); ask_for($("folder").value.trim()); });
  $("not-made").addEventListener("click", shut);
  const over = (event, on) => { if (event.dataTransfer.types.includes("Files")) { event.preventDefault(); document.body.classList.toggle("dropping", on); } };
  addEventListener("dragover", (event) => over(event, true));
  addEventListener("dragleave", (event) => { if (event.relatedTarget === null) over(event, false); });
  addEventListener("drop", (event) => { over(event, false); bring(event.dataTransfer.files[0]); });
}
