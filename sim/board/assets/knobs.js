"use strict";
/* What may be moved: a slider and a field each, with the file's value marked. */
import { $, made, number_of, plain } from "./dom.js";
import { say, w } from "./page.js";
import { now } from "./state.js";

function knob(each, moved) {          // `moved(true)` when it is let go of, `moved(false, path)` while it moves
  const box = made("div", "knob"), head = made("div", "knob-head"), value = made("span", "value");
  const id = `knob-${each.path}`, field = made("input"), slide = made("div", "slide"), range = made("input"), foot = made("div", "knob-foot");
  box.dataset.path = each.path;
  const put = (text) => { if (text === null) delete now.sets[each.path]; else now.sets[each.path] = text; place(box, each); moved(false, each.path); };
  const label = made("label", "", say(each.name)); label.htmlFor = id;
  Object.assign(field, { type: "number", id, step: "any" });
  Object.assign(range, { type: "range", min: each.low, max: each.high, step: each.step });
  range.setAttribute("aria-label", say(each.name));
  value.append(field, made("span", "", each.unit));
  head.append(label, value); box.append(head);
  if (each.off !== null) box.append(happens(each, id, put, moved));
  if (each.about) box.append(made("p", "about", say(each.about)));
  const mark = made("i"), share = (each.own - each.low) / (each.high - each.low);
  mark.style.left = `calc(8px + (100% - 16px) * ${Math.min(Math.max(share, 0), 1)})`;
  slide.append(mark, range); box.append(slide);
  const back = made("button", "", w("board_reset_one")); back.type = "button";
  foot.append(made("span", "", w("board_in_file", { text: each.text }) + (each.turns ? ` · ${w("board_turns")}` : "")), back); box.append(foot);
  const typed = (shown) => (shown === each.own ? null : `${plain(shown)} ${each.unit}`.trim());
  range.addEventListener("input", () => put(typed(Number(range.value))));
  range.addEventListener("change", () => moved(true));
  range.addEventListener("dblclick", () => { put(null); moved(true); });
  field.addEventListener("input", () => { if (field.value !== "") put(typed(Number(field.value))); });
  field.addEventListener("change", () => { place(box, each); moved(true); });
  back.addEventListener("click", () => { put(null); moved(true); field.focus(); });
  place(box, each);
  return box;
}
function happens(each, id, put, moved) { // whether a fault is one: it begins so late that nothing comes of it, or it does not
  const label = made("label", "happens"), check = made("input");
  Object.assign(check, { type: "checkbox", id: `${id}-happens` });
  check.addEventListener("change", () => { put(check.checked ? null : `${plain(each.off)} ${each.unit}`); moved(true); });
  label.append(check, ` ${w("board_happens")}`);
  return label;
}
function place(box, each) {             // slider and field where the state has them; a field somebody types in is left
  const text = now.sets[each.path], value = text === undefined ? each.own : number_of(text);
  const [field, range] = ["number", "range"].map((type) => box.querySelector(`input[type=${type}]`)), check = box.querySelector("input[type=checkbox]");
  if (document.activeElement !== field || number_of(field.value) !== value) field.value = plain(value);
  range.value = value;
  range.setAttribute("aria-valuetext", text === undefined ? each.text : text);
  if (check) check.checked = value < each.off;
  box.classList.toggle("moved", text !== undefined);
}
export function knobs(about, moved) {
  const groups = [];
  let last = "";
  for (const each of about.knobs) {
    const title = w(`board_group_${each.group}`);
    if (title !== last) groups.push(made("h3", "group", title));
    last = title;
    groups.push(knob(each, moved));
  }
  $("knobs").replaceChildren(...groups);
  $("left-out").textContent = w("board_left_out", { idle: about.idle, beside: about.beside });
}
export function places(about) { for (const each of about.knobs) place(document.querySelector(`[data-path="${CSS.escape(each.path)}"]`), each); }
