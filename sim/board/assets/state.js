"use strict";
/* What somebody has moved, with its history; the address holds all of it, so that a reload, a bookmark and a mail have it. */
export const now = { scenario: "", pick: "", sets: {} };
/* A second state beside it, which it is compared with; null for none. It is no part of the history. */
export let aside = null;
export const put_aside = (to) => { aside = to; };
let past = [], future = [];

const alike = (a, b) => JSON.stringify(a) === JSON.stringify(b);
export const copy = () => ({ ...now, sets: { ...now.sets } });
export const put = (to) => Object.assign(now, to, { sets: { ...to.sets } });

function written({ scenario, pick, sets }) {
  const parts = new URLSearchParams([["v", "1"], ["scenario", scenario]]);
  if (pick) parts.append("pick", pick);
  for (const [path, text] of Object.entries(sets)) parts.append("set", `${path}=${text}`);
  return parts;
}
export function address() {
  const parts = written(now);
  if (aside) parts.append("a", written(aside));
  return `#${parts}`;
}
export function read(hash) {
  const parts = new URLSearchParams(hash.slice(1));
  if (parts.get("v") !== "1") return null;
  const sets = Object.fromEntries(parts.getAll("set").map((each) => { const k = each.indexOf("="); return [each.slice(0, k), each.slice(k + 1)]; }));
  return { scenario: parts.get("scenario") || "", pick: parts.get("pick") || "", sets };
}
export const read_aside = (hash) => read(`#${new URLSearchParams(hash.slice(1)).get("a") || ""}`);
export const show_address = () => history.replaceState(null, "", address());

/* What somebody let go of is a step of the history. */
export function keep() {
  if (past.length && alike(past[past.length - 1], now)) return;
  past.push(copy()); future = [];
  show_address();
}
export const can_undo = () => past.length > 1;
export const can_redo = () => future.length > 0;
export function undone() { future.push(past.pop()); return past[past.length - 1]; }
export function redone() { past.push(future.pop()); return past[past.length - 1]; }
