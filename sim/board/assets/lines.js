"use strict";
/* Lines of an exercise's list, each with what may be done with it; one that has not changed stays as it is drawn. */
import { made } from "./dom.js";
import { hands } from "./hands.js";
import { say, spoken_in, w } from "./page.js";

const TAPPED = { inject: ["noticed"], contingency: ["noticed"] }, OTHERS = ["done", "failed"];
const drawn = new WeakMap();

export function put_lines(list, lines, acts, is_over, title = "") {
  const had = new Map([...list.children].map((each) => [each.dataset.line, each]));
  const wanted = lines.map((line) => {
    const look = JSON.stringify([line, spoken_in(), is_over]), old = had.get(String(line.number));
    if (old && drawn.get(old) === look) return old;
    const box = drawn_line(line, acts, is_over, title);
    drawn.set(box, look);
    return box;
  });
  [...list.children].filter((each) => !wanted.includes(each)).forEach((each) => each.remove());
  wanted.forEach((each, k) => { if (list.children[k] !== each) list.insertBefore(each, list.children[k] || null); });
  if (!lines.length) list.append(made("li", "none", w("nothing")));
}
function drawn_line(line, acts, is_over, title) {
  const box = made("li", `line ${line.standing || ""}`), head = made("p", "line-head");
  box.dataset.line = line.number;
  head.append(made("b", "", title ? `${title} ${line.number}` : `${line.number}`), made("span", "", say(line.kind_said)), made("span", "", `T+${hands(line.at_s)}`));
  if (line.due_s) { const due = made("b"); due.dataset.due = line.due_s; head.append(due); }
  if (line.must_s && !line.is_over) head.append(made("span", line.standing === "too-late" ? "late" : "", w("must", { time: `T+${hands(line.must_s)}` })));
  const way = [say(line.from), say(line.to)].filter(Boolean).join(" → ");
  box.append(head, made("p", "line-text", say(line.text)));
  const means = say(line.by_means);
  if (way || means) box.append(made("p", "way", [way, means].filter(Boolean).join(" · ")));
  if (say(line.evaluate) && !title) {
    const look = made("details", "look");
    look.append(made("summary", "", w("board_drill_look")), made("span", "", [say(line.evaluate), say(line.evidence)].filter(Boolean).join(" · ")));
    box.append(look);
  }
  const marks = made("ul", "marks");
  marks.append(...line.marks.map((each) => made("li", each.what, [`${say(each.said)} T+${hands(each.time_s)}`, each.note, each.by].filter(Boolean).join(" · "))));
  if (line.marks.length) box.append(marks);
  if (!is_over) box.append(buttons(line, acts));
  return box;
}
function buttons(line, acts) {
  const row = made("div", "buttons"), said = new Set(line.marks.map((each) => each.what));
  const button = (text, act) => { const e = made("button", "", text); e.type = "button"; e.ariaLabel = `${text}: ${line.number}`; e.addEventListener("click", act); row.append(e); };
  if (line.standing && !line.is_over && ["inject", "contingency"].includes(line.kind)) button(w("board_drill_release"), () => acts.release(line));
  if (line.is_over && said.has("done")) return row;
  if (line.standing !== "to-come") (TAPPED[line.kind] || OTHERS).filter((each) => line.may.includes(each) && !said.has(each)).forEach((what) => button(w(`play_${what}`), () => acts.mark(line, what)));
  button(w("board_drill_other"), () => acts.ask(line));
  return row;
}
