"use strict";
/* Times as clocks show them. */
const DAY_S = 86400, pad = (value) => String(value).padStart(2, "0");

export function hands(time_s) {
  const whole = Math.max(Math.floor(time_s), 0);
  return `${Math.floor(whole / 3600)}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
}
/* The time of day so long after one such as 2025-09-18T08:00:00+08:00, in its own zone. */
export function of_day(starts, after_s) {
  const [hours, minutes, seconds] = starts.slice(11, 19).split(":").map(Number);
  const at = (((hours * 3600 + minutes * 60 + (seconds || 0) + Math.floor(after_s)) % DAY_S) + DAY_S) % DAY_S;
  return [at / 3600, (at / 60) % 60, at % 60].map((each) => pad(Math.floor(each))).join(":");
}
