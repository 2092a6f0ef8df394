"use strict";
/* Under the slider touched last: along it, up to where each tier holds while all others stay. Moving that slider leaves
   this true; once anything else is moved it is pale, and says so. */
import { made } from "./dom.js";
import { post, say, w } from "./page.js";
import { copy } from "./state.js";

let path = "", found = null, beside = "";

const others = () => { const { sets, ...rest } = copy(); return JSON.stringify([rest, Object.entries(sets).filter(([each]) => each !== path).sort()]); };
const box = () => document.querySelector(`[data-path="${CSS.escape(path)}"]`);

export const touched = () => path;
export function touch(now) { if (now !== path) drop(); path = now; document.dispatchEvent(new Event("touched")); }
export function drop() { path = ""; found = null; limits(); }
export function limits() {
  document.querySelectorAll(".limits").forEach((each) => each.remove());
  if (!found || !box()) return;
  const old = beside !== others(), shown = made("div", old ? "limits old" : "limits"), list = made("ul");
  const lines = new Map();              // of what becomes of several tiers alike one line
  for (const each of found.tiers) lines.set(say(each.said), [...(lines.get(say(each.said)) || []), say(each.name)]);
  list.append(...[...lines].map(([said, tiers]) => made("li", "", w("board_limits_tier", { tiers: tiers.join(w("comma")), said }))));
  shown.append(made("p", "", old ? w("board_limits_old") : w("board_limits")), list);
  box().append(shown);
}
/* Ask for them where they are not known. */
export async function find_limits(asked, headers, signal) {
  if (!path || (found && beside === others())) return;
  const of = path, key = others(), { status, told } = await post("/api/v1/limits", { ...copy(), ...asked, path: of }, headers, signal);
  if (of === path && key === others() && status === 200) { found = told; beside = key; limits(); }
}
