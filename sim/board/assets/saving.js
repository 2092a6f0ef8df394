"use strict";
/* What was moved becomes a variant of the scenario's file; then that is what stands here, with the sliders at rest. */
import { $ } from "./dom.js";
import { post, say, w, word } from "./page.js";
import { copy } from "./state.js";

export function counts_saving(count) {
  $("save-as").disabled = !count;
  if (!count) shut(); else $("saved").hidden = true;
}
function shut() { $("saving").hidden = true; $("save-problem").hidden = true; $("save-as").ariaExpanded = "false"; }
function tell(problems) { $("save-problem").hidden = false; $("save-problem").textContent = problems.map(say).join("\n"); $("save-name").focus(); }
async function save(meant, go) {
  const state = copy(), name = $("save-name").value.trim();
  let found;
  try { found = await post("/api/v1/overrides", { ...state, name }, meant()); } catch { tell([word("board_lost")]); return; }
  if (found.status !== 201) { tell(found.told.problems); return; }
  $("save-name").value = "";
  await go({ scenario: state.scenario, pick: found.told.pick, sets: {} });
  $("saved").hidden = false;
  $("saved").textContent = w("board_saved", { file: found.told.file.split("/").pop(), name: found.told.pick });
}
export function listen_saving(meant, go) {
  $("save-as").addEventListener("click", () => {
    const shown = $("saving").hidden;
    shut();
    if (!shown) return;
    $("saving").hidden = false; $("save-as").ariaExpanded = "true";
    $("save-name").focus();
  });
  $("save-not").addEventListener("click", () => { shut(); $("save-as").focus(); });
  $("saving").addEventListener("keydown", (event) => { if (event.key === "Escape") { shut(); $("save-as").focus(); } });
  $("saving").addEventListener("submit", (event) => { event.preventDefault(); save(meant, go); });
}
