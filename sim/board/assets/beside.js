"use strict";
/* A: a state that somebody kept with its answer, to be seen beside what stands here. The address has the state. */
import { $, made } from "./dom.js";
import { post, say, w, word } from "./page.js";
import { now, put_aside, read, read_aside, show_address, aside } from "./state.js";

let had = null, why = null;               // A's answer; why A is gone, where nobody dropped it

const file = (path) => path.split("/").pop().replace(/\.ya?ml$/, "");
const of_same = () => aside.scenario === now.scenario && aside.pick === now.pick;
function set(state, answer) { put_aside(state); had = answer; why = null; show_address(); }

/* What A had of a tier in a line, and of a storage as it came; nothing without an A, and no storage of another park. */
export function was(id) {
  const each = aside && had ? had.tiers.find((tier) => tier.id === id) : null;
  return each ? w("board_a_was", { said: [say(each.said), ...(each.amount ? [each.amount, say(each.unit)] : [])].join(" ") }) : "";
}
export function filled(id) {
  const each = aside && had && of_same() ? had.grid.storages.find((storage) => storage.id === id) : null;
  return each ? { ...each, at_s: had.grid.at_s } : null;
}

function differing(about) {
  if (!of_same()) return [w("board_a_of", { scenario: [file(aside.scenario), aside.pick].filter(Boolean).join(" · ") })];
  const lines = about.knobs.filter(({ path }) => aside.sets[path] !== now.sets[path])
    .map(({ path, name, text }) => w("board_a_differs", { name: say(name), a: aside.sets[path] || text, here: now.sets[path] || text }));
  return lines.length ? lines : [w("board_a_same")];
}
export function beside(about) {
  const there = aside !== null && had !== null;
  $("a-box").hidden = !there;
  $("a-gone").hidden = !why;
  $("a-gone").textContent = why ? w("board_a_dropped", { why: why.map(say).join(" ") }) : "";
  for (const id of ["swap-a", "drop-a"]) $(id).hidden = !there;
  if (!there) return;
  $("a-headline").textContent = w("board_a_was", { said: say(had.headline) });
  $("a-dashed").hidden = !of_same();
  $("a-differs").replaceChildren(...differing(about).map((line) => made("li", "", line)));
}

/* A of an address; its answer is asked for, and A goes with a word where there is none. */
export async function take(hash, shown) {
  const state = read_aside(hash);
  put_aside(state); had = null; why = null;
  if (state) {
    let found;
    try { found = await post("/api/v1/run", state); } catch { found = { told: { problems: [word("board_lost")] } }; }
    if (aside !== state) return;
    if (found.status === 200) had = found.told;
    else { set(null, null); why = found.told.problems; }
  }
  shown();
}
export function listen_beside(present, shown, go) {
  const of = (answer) => read(`#${answer.address}`);
  const keep = () => { set(of(present()), present()); shown(); $("spoken").textContent = w("board_a_kept"); };
  $("keep-a").addEventListener("click", keep);
  $("swap-a").addEventListener("click", () => { const to = aside; keep(); go(to); });
  $("drop-a").addEventListener("click", () => { set(null, null); shown(); $("keep-a").focus(); });
}
