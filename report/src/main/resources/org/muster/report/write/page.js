(function () {
  "use strict";
  // Objects without a prototype: a member may be called "constructor".
  var data = JSON.parse(document.getElementById("data").textContent, function (key, value) {
    return value && typeof value === "object" && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value;
  });
  var select = document.getElementById("rule");
  var chart = document.getElementById("chart");
  var says = document.getElementById("rule-says");
  function grouped(text) {
    return text.replace(/\B(?=(\d{3})+(?!\d))/g, function (_, d, at, all) {
      return all.indexOf(".") >= 0 && at > all.indexOf(".") ? "" : ",";
    });
  }
  function show() {
    var rule = data.rules[select.value];
    chart.textContent = "";
    if (!rule) {
      says.textContent = "There is nothing to pay.";
      return;
    }
    says.textContent = rule.says;
    var rows = Object.keys(rule.amounts).map(function (member) {
      return { member: member, text: rule.amounts[member], size: Number(rule.amounts[member]) };
    });
    rows.sort(function (a, b) { return b.size - a.size || (a.member < b.member ? -1 : 1); });
    var most = rows.reduce(function (m, row) { return Math.max(m, Math.abs(row.size)); }, 0) || 1;
    rows.forEach(function (row) {
      var line = document.createElement("div");
      line.className = data.coalition.indexOf(row.member) >= 0 ? "bar" : "bar others";
      var name = document.createElement("span");
      name.textContent = data.names[row.member] || row.member;
      var value = document.createElement("div");
      var bar = document.createElement("i");
      bar.style.width = (60 * Math.abs(row.size) / most).toFixed(2) + "%";
      if (row.size < 0) { bar.className = "receives"; }
      var amount = document.createElement("span");
      amount.textContent = grouped(row.text);
      value.appendChild(bar);
      value.appendChild(amount);
      line.appendChild(name);
      line.appendChild(value);
      chart.appendChild(line);
    });
    document.documentElement.setAttribute("data-shown", select.value);
  }
  select.addEventListener("change", show);
  show();

  // The slope chart: one line a member from what it pays under one rule to what it pays under another.
  var from = document.getElementById("slope-from");
  var to = document.getElementById("slope-to");
  var slope = document.getElementById("slope");
  var NS = "http://www.w3.org/2000/svg";
  function part(name, attributes, text) {
    var node = document.createElementNS(NS, name);
    Object.keys(attributes).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    if (text !== undefined) { node.textContent = text; }
    slope.appendChild(node);
    return node;
  }
  // Labels in order of size, no two closer than a line of text.
  function spread(rows, side, height) {
    var order = rows.slice().sort(function (a, b) { return a[side] - b[side] || (a.member < b.member ? -1 : 1); });
    var last = -1e9;
    order.forEach(function (row) { row[side + "Label"] = last = Math.max(row[side], last + 14); });
    var over = last - height;
    for (var k = order.length - 1; k >= 0 && over > 0; k--) {
      var most = k === order.length - 1 ? height : order[k + 1][side + "Label"] - 14;
      order[k][side + "Label"] = Math.min(order[k][side + "Label"], most);
    }
  }
  // 196,034,497.82 as 196.0m: where there is no room for more
  function rounded(amount) {
    var size = Math.abs(amount);
    var unit = [[1e9, "bn"], [1e6, "m"], [1e3, "k"]].filter(function (u) { return size >= u[0]; })[0];
    return unit ? (amount / unit[0]).toFixed(1) + unit[1] : String(Math.round(amount));
  }
  var narrow = window.matchMedia("(max-width: 600px)");
  function drawSlope() {
    // where the left words end, the lines begin, turn, turn and end, and the right words begin
    var at = narrow.matches ? [86, 89, 108, 250, 269, 272, 358] : [250, 253, 285, 435, 467, 470, 720];
    var a = data.rules[from.value];
    var b = data.rules[to.value];
    slope.textContent = "";
    var members = Object.keys(data.names).filter(function (m) { return a.amounts[m] || b.amounts[m]; });
    var height = Math.max(260, 16 * members.length);
    slope.setAttribute("viewBox", "0 0 " + at[6] + " " + (height + 60));
    var sizes = [0];
    members.forEach(function (m) { sizes.push(Number(a.amounts[m] || 0), Number(b.amounts[m] || 0)); });
    var high = Math.max.apply(null, sizes);
    var low = Math.min.apply(null, sizes);
    // square roots, so that small payers can be told apart
    function scaled(x) { return Math.sign(x) * Math.sqrt(Math.abs(x)); }
    function y(x) { return 40 + height * (scaled(high) - scaled(x)) / ((scaled(high) - scaled(low)) || 1); }
    var rows = members.map(function (m) {
      var left = Number(a.amounts[m] || 0);
      var right = Number(b.amounts[m] || 0);
      return { member: m, from: left, to: right, left: y(left), right: y(right) };
    });
    spread(rows, "left", height + 40);
    spread(rows, "right", height + 40);
    part("text", narrow.matches ? { x: 0, y: 12, "class": "head" } : { x: at[0], y: 18, "text-anchor": "end", "class": "head" }, a.title);
    part("text", narrow.matches ? { x: at[6], y: 27, "text-anchor": "end", "class": "head" } : { x: at[5], y: 18, "class": "head" }, b.title);
    rows.forEach(function (row) {
      var style = row.to > row.from ? "more" : row.to < row.from ? "less" : "same";
      var line = part("path", {
        d: "M" + at[1] + " " + row.leftLabel + "L" + at[2] + " " + row.left + "L" + at[3] + " " + row.right + "L" + at[4] + " " + row.rightLabel,
        "class": style
      });
      var title = document.createElementNS(NS, "title");
      var name = data.names[row.member];
      title.textContent = name + ": " + grouped(a.amounts[row.member] || "0") + " to " + grouped(b.amounts[row.member] || "0");
      line.appendChild(title);
      var said = narrow.matches ? row.member : name;
      var left = narrow.matches ? rounded(row.from) : grouped(a.amounts[row.member] || "0");
      var right = narrow.matches ? rounded(row.to) : grouped(b.amounts[row.member] || "0");
      part("text", { x: at[0], y: row.leftLabel + 4, "text-anchor": "end" }, said + " " + left);
      part("text", { x: at[5], y: row.rightLabel + 4 }, right + " " + said);
    });
    slope.setAttribute("data-lines", rows.length);
  }
  if (slope) {
    from.addEventListener("change", drawSlope);
    to.addEventListener("change", drawSlope);
    narrow.addEventListener("change", drawSlope);
    drawSlope();
  }

  // Why an amount is what it is: the tree, its first two levels open.
  var matrix = document.getElementById("matrix");
  var why = document.getElementById("why");
  function tree(node, depth) {
    var head = document.createElement("span");
    head.textContent = node.what + (node.value ? ": " + node.value : "");
    var more = document.createElement("small");
    more.textContent = (node.how ? " = " + node.how : "")
      + (node.source || node.vintage ? " [" + [node.source, node.vintage].filter(Boolean).join("; ") + "]" : "");
    if (!node.parts) {
      var leaf = document.createElement("p");
      leaf.appendChild(head);
      leaf.appendChild(more);
      return leaf;
    }
    var details = document.createElement("details");
    details.open = depth < 2;
    var summary = document.createElement("summary");
    summary.appendChild(head);
    summary.appendChild(more);
    details.appendChild(summary);
    node.parts.forEach(function (child) { details.appendChild(tree(child, depth + 1)); });
    return details;
  }
  function explain(amount, node) {
    why.textContent = "";
    why.appendChild(tree(node, 0));
    why.setAttribute("data-explains", amount.dataset.rule + " " + amount.dataset.member);
    why.scrollIntoView({ block: "nearest" });
  }
  matrix.addEventListener("click", function (event) {
    var amount = event.target.closest("[data-rule]");
    if (!amount || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    var node = data.rules[amount.dataset.rule].why[amount.dataset.member];
    if (node) {
      explain(amount, node);
    } else if (window.fetch) {
      // a page that is served: the amount leads to its explanation, which is fetched where scripts run
      event.preventDefault();
      fetch(amount.href.replace(/\/why\?/, "/why.json?"))
        .then(function (reply) { return reply.ok ? reply.json() : Promise.reject(); })
        .then(function (found) { explain(amount, found); })
        .catch(function () { window.location.href = amount.href; });
    }
  });
  // A link can name the amount to explain: #why=RULE,MEMBER
  var asked = /^#why=([^,]+),(.+)$/.exec(window.location.hash);
  if (asked) {
    matrix.querySelectorAll("[data-rule]").forEach(function (amount) {
      if (amount.dataset.rule === asked[1] && amount.dataset.member === asked[2]) { amount.click(); }
    });
  }
})();
