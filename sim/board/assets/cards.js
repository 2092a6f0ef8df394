"use strict";
/* The answer in words: a card for each tier, one for those downstream, and notes below them. */
import { was } from "./beside.js";
import { $, made } from "./dom.js";
import { say, spoken_in, w, word } from "./page.js";

function card(each) {
  const box = made("li", `tier ${each.verdict}`), head = made("div", "tier-head");
  head.append(made("h2", "", say(each.name)), made("span", `chip ${each.verdict}`, say(each.said)));
  box.append(head);
  if (each.amount) {
    const line = made("p", "margin");
    line.append(made("span", "big", each.amount), " ", made("span", "unit", say(each.unit)), " ", made("span", "share", each.share));
    box.append(line);
  } else if (each.unit) box.append(made("p", "story", say(each.unit)));
  if (was(each.id)) box.append(made("p", "was", was(each.id)));
  const story = made("ul", "story");
  story.append(...(each.story ? each.story[spoken_in()] : []).map((line) => made("li", "", line)));
  box.append(story);
  return box;
}
function intakes(found) {
  const lines = { [spoken_in()]: [say(found.count), ...found.lines.map(say)] };
  return card({ verdict: "breached", name: word("page_table_receptors"), said: word("page_over_limit"), amount: found.highest, unit: word("page_intakes_peak"), share: "", story: lines });
}

export function cards(answer) {
  $("headline").textContent = say(answer.headline);
  $("tiers").replaceChildren(...answer.tiers.map(card), ...(answer.intakes ? [intakes(answer.intakes)] : []));
  const relieved = answer.tiers.some((each) => each.verdict.startsWith("relieved"));
  $("below").replaceChildren(...[...answer.below.map(say), ...(relieved ? [w("page_relieved_means")] : [])].map((line) => made("p", "note", line)));
}
