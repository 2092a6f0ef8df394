"use strict";
/* The page: language, light and dark, tables that sort and filter, the input. */
(() => {
  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const { languages, words } = JSON.parse(document.getElementById("report-data").textContent);
  const language = () => root.dataset.language;

  function speak(to) {
    root.dataset.language = to;
    root.lang = languages[to].tag;
    all(`[data-${to}]`).forEach((each) => { each.textContent = each.getAttribute(`data-${to}`); });
    all(`[data-label-${to}]`).forEach((each) => each.setAttribute("aria-label", each.getAttribute(`data-label-${to}`)));
    document.getElementById("language").lang = languages[languages[to].next].tag;
    document.dispatchEvent(new CustomEvent("report:language", { detail: to }));
  }
  document.getElementById("language").addEventListener("click", () => speak(languages[language()].next));

  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  document.getElementById("theme").addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    document.dispatchEvent(new CustomEvent("report:theme", { detail: root.dataset.theme }));
  });

  function sort(table, column) {
    const heads = [...table.tHead.rows[0].cells];
    const up = heads[column].getAttribute("aria-sort") !== "ascending";
    heads.forEach((each, k) => each.setAttribute("aria-sort", k === column ? (up ? "ascending" : "descending") : "none"));
    const numeric = heads[column].classList.contains("number");
    const key = (row) => row.cells[column].dataset.by ?? row.cells[column].textContent.toLowerCase();
    const order = (a, b) => {
      const [x, y] = [key(a), key(b)];
      if (x === "" || y === "") return x === y ? 0 : x === "" ? 1 : -1;
      const found = numeric || (!isNaN(x) && !isNaN(y)) ? Number(x) - Number(y) : x.localeCompare(y, root.lang);
      return up ? found : -found;
    };
    const body = table.tBodies[0];
    const last = [...body.rows].filter((row) => row.querySelector(".sum"));
    body.append(...[...body.rows].filter((row) => !last.includes(row)).sort(order), ...last);
  }
  all("table[data-table]").forEach((table) => [...table.tHead.rows[0].cells].forEach((head, column) =>
    head.querySelector("button").addEventListener("click", () => sort(table, column))));

  function filter(field) {                // every row is searched, also of those that are too many to be shown at once
    const wanted = field.value.trim().toLowerCase();
    const rows = [...document.querySelector(`[data-table="${field.dataset.filters}"]`).tBodies[0].rows];
    rows.forEach((row) => { row.hidden = wanted ? !row.textContent.toLowerCase().includes(wanted) : row.classList.contains("more"); });
    const count = rows.filter((row) => !row.hidden).length;
    const said = words[count ? "page_found" : "page_found_none"][language()];
    const figure = (value) => value.toLocaleString("en-US");
    document.querySelector(`[data-found="${field.dataset.filters}"]`).textContent = wanted ? said.replace("{count}", figure(count)).replace("{all}", figure(rows.length)) : "";
  }
  all("[data-filters]").forEach((field) => {
    field.addEventListener("input", () => filter(field));
    document.addEventListener("report:language", () => filter(field));
  });

  async function unpacked(name) {
    const packed = document.querySelector(`[data-packed="${CSS.escape(name)}"]`).textContent.trim();
    const bytes = Uint8Array.from(atob(packed), (each) => each.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  }
  all("[data-input]").forEach((box) => box.addEventListener("toggle", async () => {
    const pre = box.querySelector("pre");
    if (box.open && !pre.textContent) pre.textContent = await unpacked(box.dataset.input);
  }));
  all("[data-save]").forEach((button) => button.addEventListener("click", async () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([await unpacked(button.dataset.save)], { type: "text/yaml" }));
    link.download = button.dataset.save;
    link.click();
    URL.revokeObjectURL(link.href);
  }));

  if (typeof Replay !== "undefined") {
    const here = () => { document.getElementById("here").href = `#t=${Math.round(Replay.now())}s`; };
    // `#t=4h50m` or `#t=17400s` in the page's address is a time of the run.
    const linked = () => {
      const match = /^#t=(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m(?:in)?)?(?:(\d+(?:\.\d+)?)s?)?$/.exec(decodeURIComponent(location.hash));
      if (!match || !match.slice(1).some(Boolean)) return;
      const [h, m, s] = match.slice(1).map((each) => Number(each || 0));
      Replay.show(h * 3600 + m * 60 + s);
      document.getElementById("replay").scrollIntoView();
    };
    document.addEventListener("report:time", here);
    addEventListener("hashchange", linked);
    here(); linked();
  }
  addEventListener("beforeprint", () => all("details.table").forEach((each) => { each.dataset.was = each.open; if (each.id !== "table-events" && each.id !== "table-assumptions") each.open = true; }));
  addEventListener("afterprint", () => all("details.table").forEach((each) => { each.open = each.dataset.was === "true"; }));
})();
