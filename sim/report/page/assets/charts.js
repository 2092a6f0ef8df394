"use strict";
/* Charts over time: stacked volumes or lines, one time axis for all, a cross-hair that reads, zoom by dragging. */
const Charts = (() => {
  const NS = "http://www.w3.org/2000/svg";
  const list = JSON.parse(document.getElementById("report-data").textContent).charts;
  const { say, words, number, when, filled, data } = Replay;
  const PAPER = 400;                      // how wide a chart is on paper, where two stand side by side
  const H = 250, LEFT = 64, RIGHT = 14, TOP = 24, BOTTOM = 34;
  const LINES = ["--accent", "--held", "--firewater", "--process", "--rain", "--soft"];
  const DASHES = ["", "7 3", "2 3", "9 3 2 3", "4 4", "1 2"];
  let domain = [0, Replay.until()];
  const charts = [];

  const make = (tag, attributes, text) => {
    const e = document.createElementNS(NS, tag);
    for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
    if (text !== undefined) e.textContent = text;
    return e;
  };
  const nice = (most, count) => {
    const raw = most / count, power = 10 ** Math.floor(Math.log10(raw || 1));
    return power * [1, 2, 5, 10].find((step) => step * power >= raw);
  };
  const timeStep = (seconds, most) => [60, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 345600].find((s) => seconds / s <= most) || 864000;
  const timeLabel = (t, step) => {
    if (step >= 86400) return `${number(t / 86400)} d`;
    if (step >= 3600) return `${number(t / 3600)} h`;
    const h = Math.floor(t / 3600), m = Math.round((t % 3600) / 60);
    return h ? `${h} h ${m ? String(m).padStart(2, "0") : ""}`.trim() : `${m} min`;
  };
  const valueAt = (chart, v, t) => {
    const row = Replay.rowAt(chart.t, t);
    if (row < 0) return 0;
    if (chart.held || row >= chart.t.length - 1) return v[row];
    return v[row] + (t - chart.t[row]) / (chart.t[row + 1] - chart.t[row]) * (v[row + 1] - v[row]);
  };
  const colour = (each, k) => `var(${each.uncontrolled ? "--breached" : LINES[k]})`;
  const series = (chart) => chart.stacks || chart.lines;

  class Chart {
    constructor(config, box) {
      this.config = config; this.box = box; this.hidden = new Set();
      this.svg = make("svg", { tabindex: "0", role: "img" });
      this.readout = document.createElement("p");
      this.readout.className = "readout";
      this.legend = document.createElement("div"); this.legend.className = "legend";
      box.append(this.svg, this.legend, this.readout);
      this.listen();
      this.draw();
    }
    x(t) { return LEFT + (t - domain[0]) / (domain[1] - domain[0]) * (this.wide - LEFT - RIGHT); }
    y(v) { return H - BOTTOM - v / this.most * (H - TOP - BOTTOM); }
    time(e) {
      const p = new DOMPoint(e.clientX, e.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
      return Math.min(Math.max(domain[0] + (p.x - LEFT) / (this.wide - LEFT - RIGHT) * (domain[1] - domain[0]), domain[0]), domain[1]);
    }
    shown() { return series(this.config).filter((_, k) => !this.hidden.has(k)); }
    times() {
      const inside = this.config.t.filter((t) => t > domain[0] && t < domain[1]);
      return [domain[0], ...inside, domain[1]];
    }
    draw() {
      this.wide = this.paper || Math.max(this.box.clientWidth, 280);       // letters keep their size, however narrow the screen
      this.svg.setAttribute("viewBox", `0 0 ${this.wide} ${H}`);
      const c = this.config, times = this.times();
      const peaks = c.stacks ? times.map((t) => this.shown().reduce((a, s) => a + valueAt(c, s.v, t), 0))
        : this.shown().flatMap((s) => times.map((t) => valueAt(c, s.v, t)));
      this.most = Math.max(1e-9, ...peaks, c.level && !c.free ? c.level.v : 0) * 1.06;
      this.svg.replaceChildren(make("title", {}, `${say(c.title)}, ${c.unit}`));
      this.bands(); this.axes();
      if (c.stacks) this.stacked(times); else this.drawn(times);
      if (c.level && c.level.v <= this.most) {
        this.svg.append(make("path", { class: "level", d: `M${LEFT} ${this.y(c.level.v)}H${this.wide - RIGHT}` }),
          make("text", { class: "level-name", x: this.wide - RIGHT, y: this.y(c.level.v) - 4 }, `${say(c.level.name)} ${number(c.level.v)} m³`));
      }
      this.cursor = make("path", { class: "cursor" }); this.dot = make("rect", { class: "drag" });
      this.svg.append(this.cursor, this.dot);
      this.names(); this.point(Replay.now());
    }
    bands() {
      const tier = data.tiers.find((each) => each.id === this.config.tier);
      if (!tier) return;
      tier.states.forEach(([from, verdict], k) => {
        const until = k + 1 < tier.states.length ? tier.states[k + 1][0] : data.horizon;
        const [x0, x1] = [this.x(Math.max(from, domain[0])), this.x(Math.min(until, domain[1]))];
        if (x1 > x0) this.svg.append(make("rect", { class: `band-now ${verdict}`, x: x0, y: TOP - 20, width: x1 - x0, height: 5 }));
      });
    }
    axes() {
      const step = nice(this.most, 4), tstep = timeStep(domain[1] - domain[0], Math.min(8, this.wide / 60));
      for (let v = 0; v <= this.most; v += step) {
        this.svg.append(make("path", { class: "grid", d: `M${LEFT} ${this.y(v)}H${this.wide - RIGHT}` }),
          make("text", { class: "tick y", x: LEFT - 6, y: this.y(v) + 4 }, number(v)));
      }
      for (let t = Math.ceil(domain[0] / tstep) * tstep; t <= domain[1] + 1e-6; t += tstep) {
        this.svg.append(make("path", { class: "grid", d: `M${this.x(t)} ${H - BOTTOM}v4` }),
          make("text", { class: "tick x", x: this.x(t), y: H - BOTTOM + 16 }, timeLabel(t, tstep)));
      }
      this.svg.append(make("text", { class: "unit", x: 6, y: H - 3 }, this.config.unit),
        make("text", { class: "unit end", x: this.wide - RIGHT, y: H - 3 }, say(words.page_time_axis)));
    }
    stacked(times) {
      let below = times.map(() => 0);
      for (const each of this.shown()) {
        const above = times.map((t, k) => below[k] + valueAt(this.config, each.v, t));
        const up = times.map((t, k) => `${this.x(t).toFixed(1)} ${this.y(above[k]).toFixed(1)}`);
        const down = times.map((t, k) => `${this.x(t).toFixed(1)} ${this.y(below[k]).toFixed(1)}`).reverse();
        this.svg.append(make("path", { class: `area ${each.colour}`, d: `M${[...up, ...down].join("L")}Z` }));
        below = above;
      }
    }
    drawn(times) {
      series(this.config).forEach((each, k) => {
        if (this.hidden.has(k)) return;
        const points = times.flatMap((t, n) => {
          const y = this.y(valueAt(this.config, each.v, t)).toFixed(1), x = this.x(t).toFixed(1);
          const before = n && this.config.held ? [`${x} ${this.y(valueAt(this.config, each.v, times[n - 1])).toFixed(1)}`] : [];
          return [...before, `${x} ${y}`];
        });
        this.svg.append(make("path", { class: "line", d: `M${points.join("L")}`, style: `stroke:${colour(each, k)}`, "stroke-dasharray": DASHES[k] }));
      });
    }
    names() {
      this.legend.replaceChildren(...series(this.config).map((each, k) => {
        const button = document.createElement("button");
        button.type = "button"; button.className = `key ${each.colour || ""}`;
        button.setAttribute("aria-pressed", String(!this.hidden.has(k)));
        const swatch = each.colour ? document.createElement("i") : make("svg", { class: "dash", viewBox: "0 0 26 8", "aria-hidden": "true" });
        if (!each.colour) swatch.append(make("path", { d: "M0 4H26", style: `stroke:${colour(each, k)}`, "stroke-dasharray": DASHES[k] }));
        button.append(swatch, document.createTextNode(say(each.name)));
        button.addEventListener("click", () => { if (this.hidden.has(k)) this.hidden.delete(k); else this.hidden.add(k); this.draw(); });
        return button;
      }));
    }
    point(t) {
      const inside = t >= domain[0] && t <= domain[1];
      this.cursor.setAttribute("d", inside ? `M${this.x(t)} ${TOP}V${H - BOTTOM}` : "");
      const values = this.shown().map((each) => valueAt(this.config, each.v, t));
      const total = this.config.stacks ? [`${say(words.page_all)} ${number(values.reduce((a, b) => a + b, 0))} ${this.config.unit}`] : [];
      const parts = this.shown().map((each, k) => `${say(each.name)} ${number(values[k])}`);
      this.readout.textContent = filled("colon", { name: when(t), what: [...total, ...parts].join(" · ") });
      this.readout.dataset.values = JSON.stringify(values);
    }
    listen() {
      let from = null;
      this.svg.addEventListener("pointermove", (e) => {
        const t = this.time(e);
        this.point(t);
        if (from !== null) {
          const [a, b] = [this.x(Math.min(from, t)), this.x(Math.max(from, t))];
          for (const [key, value] of [["x", a], ["y", TOP], ["width", b - a], ["height", H - TOP - BOTTOM]]) this.dot.setAttribute(key, value);
        }
      });
      this.svg.addEventListener("pointerdown", (e) => { from = this.time(e); });
      this.svg.addEventListener("pointerup", (e) => {
        const until = this.time(e), start = from;
        from = null;
        if (start !== null && Math.abs(until - start) > (domain[1] - domain[0]) / 60) zoom(Math.min(start, until), Math.max(start, until));
        else document.dispatchEvent(new CustomEvent("report:goto", { detail: until }));
      });
      this.svg.addEventListener("pointerleave", () => { from = null; this.point(Replay.now()); });
      this.svg.addEventListener("dblclick", () => zoom(0, Replay.until()));
      this.svg.addEventListener("keydown", (e) => {
        const step = (domain[1] - domain[0]) / (e.shiftKey ? 10 : 100);
        const moves = { ArrowLeft: Replay.now() - step, ArrowRight: Replay.now() + step, Home: domain[0], End: domain[1] };
        if (!(e.key in moves)) return;
        e.preventDefault();
        document.dispatchEvent(new CustomEvent("report:goto", { detail: moves[e.key] }));
        Replay.announce(this.readout.textContent);
      });
    }
  }

  function zoom(from, until) { domain = [from, until]; charts.forEach((each) => each.draw()); }
  function scale(factor) {
    const middle = Math.min(Math.max(Replay.now(), domain[0]), domain[1]);
    const width = Math.min(Math.max((domain[1] - domain[0]) * factor, 60), data.horizon);
    const from = Math.min(Math.max(middle - width / 2, 0), data.horizon - width);
    zoom(from, from + width);
  }
  function storageChart(id) {
    const each = data.storages[id];
    return { id: "storage", title: each.name, unit: "m³", t: each.t, tier: null,
      stacks: data.origins.map((origin, k) => ({ name: words["origin_" + origin], colour: origin, v: each.v[k] })).filter((s) => Math.max(...s.v) > 0),
      level: { name: each.counts ? words.page_chart_room : words.page_chart_beside, v: each.allowed } };
  }
  function start() {
    for (const config of list) charts.push(new Chart(config, document.querySelector(`[data-chart="${config.id}"]`)));
    const pick = document.getElementById("pick-storage");
    if (pick) {
      const box = document.querySelector('[data-chart="storage"]');
      const chart = new Chart(storageChart(pick.value), box);
      const name = () => { document.getElementById("picked").textContent = say(chart.config.title); };
      charts.push(chart);
      pick.addEventListener("change", () => { chart.config = storageChart(pick.value); chart.hidden.clear(); chart.draw(); name(); });
      document.addEventListener("report:language", name);
      name();
    }
    document.getElementById("time-closer").addEventListener("click", () => scale(0.5));
    document.getElementById("time-farther").addEventListener("click", () => scale(2));
    document.getElementById("time-whole").addEventListener("click", () => zoom(0, Replay.until()));
    document.addEventListener("report:span", (e) => zoom(0, e.detail));
    addEventListener("resize", () => charts.forEach((each) => { if (each.box.clientWidth !== each.wide) each.draw(); }));
    const paper = (wide) => () => charts.forEach((each) => { each.paper = wide; each.draw(); });
    addEventListener("beforeprint", paper(PAPER));
    addEventListener("afterprint", paper(0));
    document.addEventListener("report:time", (e) => charts.forEach((each) => each.point(e.detail)));
    document.addEventListener("report:language", () => charts.forEach((each) => each.draw()));
  }
  if (document.getElementById("charts")) start();
  return { charts, zoom, valueAt };
})();
