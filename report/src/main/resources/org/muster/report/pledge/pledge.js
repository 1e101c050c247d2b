"use strict";
(() => {
  // Objects without a prototype: a member may be called "constructor".
  const data = JSON.parse(document.getElementById("data").textContent, (key, value) =>
    value && typeof value === "object" && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value);
  const NS = "http://www.w3.org/2000/svg";
  const W = 220, H = 120, L = 22, B = 16, T = 6, R = 6;
  const top = Math.max(2.2 * Number(data.target), ...data.members.flatMap(m => m.came.map(p => p[1])));
  const x = year => L + (year - data.from) / (data.to - data.from) * (W - L - R);
  const y = value => T + (1 - Math.min(value, top) / top) * (H - T - B);
  const el = (name, attributes, parent) => {
    const node = document.createElementNS(NS, name);
    for (const key in attributes) node.setAttribute(key, attributes[key]);
    if (parent) parent.appendChild(node);
    return node;
  };
  const line = points => points.map(([a, b], i) => (i ? "L" : "M") + a.toFixed(1) + " " + b.toFixed(1)).join("");
  const band = (fan, low, high, last) => {
    const start = last ? [[x(last[0]), y(last[1])]] : [];
    const up = fan.map(f => [x(f[0]), y(f[high])]);
    const down = fan.map(f => [x(f[0]), y(f[low])]).reverse();
    return line(start.concat(up, down)) + "Z";
  };
  const label = (svg, px, py, text, anchor) => {
    el("text", {x: px, y: py, "text-anchor": anchor}, svg).textContent = text;
  };
  const multiple = (member, moment, came) => {
    const of = moment.members[member.code];
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    const name = document.createElement("span");
    name.textContent = member.name;
    const chance = document.createElement("small");
    const chanceIn = of && of.in ? of.in[data.due] : undefined;
    chance.textContent = !of ? "had not joined" : chanceIn === undefined ? "" : Math.round(100 * chanceIn) + " % in " + data.due;
    caption.append(name, chance);
    const svg = el("svg", {viewBox: `0 0 ${W} ${H}`, role: "img"});
    svg.setAttribute("aria-label", member.name + ": " + chance.textContent);
    el("line", {class: "axis", x1: L, x2: W - R, y1: y(0), y2: y(0)}, svg);
    label(svg, L - 4, y(Number(data.target)) + 4, String(data.target), "end");
    label(svg, L - 4, y(0) + 2, "0", "end");
    label(svg, x(data.from + 2), H - 3, String(data.from + 2), "middle");
    label(svg, x(data.due), H - 3, String(data.due), x(data.due) > W - 24 ? "end" : "middle");
    if (of) {
      const last = of.known.length ? of.known[of.known.length - 1] : null;
      const fan = (of.fan || []).filter(f => f[0] >= data.from && f[0] <= data.to);
      if (fan.length) {
        const from = last && last[0] < fan[0][0] ? last : null;
        el("path", {class: "fan80", d: band(fan, 1, 5, from)}, svg);
        el("path", {class: "fan50", d: band(fan, 2, 4, from)}, svg);
        el("path", {class: "median", d: line((from ? [from] : []).concat(fan.map(f => [f[0], f[3]])).map(p => [x(p[0]), y(p[1])]))}, svg);
      }
    }
    el("line", {class: "target", x1: L, x2: W - R, y1: y(Number(data.target)), y2: y(Number(data.target))}, svg);
    if (of) {
      el("path", {class: "known", d: line(of.known.map(p => [x(p[0]), y(p[1])]))}, svg);
      for (const p of of.known) {
        const dot = el("circle", {class: "dot", cx: x(p[0]), cy: y(p[1]), r: 1.8}, svg);
        el("title", {}, dot).textContent = p[0] + ": " + p[1];
      }
    }
    if (came) {
      const after = of && of.known.length ? of.known[of.known.length - 1][0] : data.from;
      for (const p of member.came.filter(p => p[0] > after)) {
        const dot = el("circle", {class: "came", cx: x(p[0]), cy: y(p[1]), r: 2.4}, svg);
        el("title", {}, dot).textContent = p[0] + ": " + p[1];
      }
    }
    figure.append(caption, svg);
    return figure;
  };
  const slider = document.getElementById("day");
  const check = document.getElementById("came");
  const draw = () => {
    const moment = data.moments[Number(slider.value)];
    document.getElementById("shown-day").textContent = moment.day;
    document.getElementById("count").textContent =
      `Figures of ${moment.year} as known then: ${moment.met} met it, ${moment.notMet} did not, of ${moment.notKnown} not known`
      + (moment.standIns ? "; later releases stand in for missing ones in the charts (see below)." : ".");
    const box = document.getElementById("multiples");
    box.replaceChildren(...data.members.map(m => multiple(m, moment, check.checked)));
    box.dataset.shown = moment.day;
  };
  slider.addEventListener("input", draw);
  check.addEventListener("change", draw);
  draw();

  const box = document.getElementById("contributions");
  if (box && data.contributions.length) {
    const steps = data.contributions.map(s => [Date.parse(s[0]), ...s.slice(1)]);
    const w = 900, h = 260, l = 90, r = 90, t = 12, b = 28;
    const first = steps[0][0], end = steps[steps.length - 1][0];
    const most = Math.max(1, ...steps.map(s => s[1]));
    const sx = time => l + (end > first ? (time - first) / (end - first) : 1) * (w - l - r);
    const sy = value => t + (1 - value / most) * (h - t - b);
    const svg = el("svg", {viewBox: `0 0 ${w} ${h}`, role: "img", "aria-label": "promised, allocated, delivered and lapsed over time"});
    el("line", {class: "axis", x1: l, x2: w - r, y1: sy(0), y2: sy(0)}, svg);
    label(svg, l - 6, sy(most) + 5, most.toLocaleString("en"), "end");
    label(svg, l - 6, sy(0) + 5, "0", "end");
    label(svg, l, h - 6, data.contributions[0][0], "start");
    label(svg, w - r, h - 6, data.contributions[data.contributions.length - 1][0], "end");
    const ends = [];
    ["promised", "allocated", "delivered", "lapsed"].forEach((stage, k) => {
      const points = [];
      steps.forEach((s, i) => {
        if (i) points.push([sx(s[0]), sy(steps[i - 1][k + 1])]);
        points.push([sx(s[0]), sy(s[k + 1])]);
      });
      el("path", {class: stage, d: line(points)}, svg);
      ends.push([sy(steps[steps.length - 1][k + 1]), stage]);
    });
    ends.sort((p, q) => p[0] - q[0]);
    let above = -Infinity;
    for (const [at, stage] of ends) {
      above = Math.max(at + 4, above + 15);
      label(svg, w - r + 6, above, stage, "start");
    }
    box.appendChild(svg);
  }
})();
