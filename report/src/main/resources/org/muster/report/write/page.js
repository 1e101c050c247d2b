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

  // Two rules against each other: a row a member, a dot for what it pays under each, the largest changes first.
  var from = document.getElementById("pair-from");
  var to = document.getElementById("pair-to");
  var chart2 = document.getElementById("dumbbell");
  var NS = "http://www.w3.org/2000/svg";
  var ROW = 19;
  function part(name, attributes, text) {
    var node = document.createElementNS(NS, name);
    Object.keys(attributes).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    if (text !== undefined) { node.textContent = text; }
    chart2.appendChild(node);
    return node;
  }
  // 196,034,497.82 as 196.0m: where there is no room for more
  function rounded(amount) {
    var size = Math.abs(amount);
    var unit = [[1e9, "bn"], [1e6, "m"], [1e3, "k"]].filter(function (u) { return size >= u[0]; })[0];
    return unit ? (amount / unit[0]).toFixed(1) + unit[1] : String(Math.round(amount));
  }
  function pairRows() {
    var a = data.rules[from.value].amounts;
    var b = data.rules[to.value].amounts;
    return Object.keys(data.names).filter(function (m) { return a[m] || b[m]; }).map(function (m) {
      return { member: m, from: Number(a[m] || 0), to: Number(b[m] || 0), fromText: a[m] || "0", toText: b[m] || "0" };
    }).sort(function (x, y) {
      return Math.max(y.from, y.to) - Math.max(x.from, x.to) || (x.member < y.member ? -1 : 1);
    });
  }
  var narrow = window.matchMedia("(max-width: 600px)");
  function drawPair() {
    // where names end, the scale begins and ends, and amounts end
    var at = narrow.matches ? [62, 70, 232, 358] : [190, 202, 640, 860];
    var rows = pairRows();
    chart2.textContent = "";
    var height = 44 + ROW * rows.length;
    chart2.setAttribute("viewBox", "0 0 " + at[3] + " " + height);
    var sizes = [0];
    rows.forEach(function (row) { sizes.push(row.from, row.to); });
    var high = Math.max.apply(null, sizes);
    var low = Math.min.apply(null, sizes);
    // square roots, so that small payers can be told apart
    function scaled(x) { return Math.sign(x) * Math.sqrt(Math.abs(x)); }
    function x(amount) {
      return at[1] + (at[2] - at[1]) * (scaled(amount) - scaled(low)) / ((scaled(high) - scaled(low)) || 1);
    }
    part("circle", { cx: 6, cy: 9, r: 4.5, "class": "from" });
    part("text", { x: 15, y: 13, "class": "head" }, data.rules[from.value].title);
    part("circle", { cx: 6, cy: 27, r: 4.5, "class": "to" });
    part("text", { x: 15, y: 31, "class": "head" }, data.rules[to.value].title);
    part("line", { x1: x(0), x2: x(0), y1: 38, y2: height, "class": "zero" });
    rows.forEach(function (row, number) {
      var y = 50 + ROW * number;
      var name = data.names[row.member];
      part("text", { x: at[0], y: y + 4, "text-anchor": "end" }, narrow.matches ? row.member : name);
      part("line", { x1: at[1], x2: at[2], y1: y, y2: y, "class": "rule" });
      var line = part("line", {
        x1: x(row.from), x2: x(row.to), y1: y, y2: y,
        "class": row.to > row.from ? "more" : row.to < row.from ? "less" : "same"
      });
      part("circle", { cx: x(row.from), cy: y, r: 4.5, "class": "from" });
      part("circle", { cx: x(row.to), cy: y, r: 4.5, "class": "to" });
      var words = rounded(row.from) + " \u2192 " + rounded(row.to);
      part("text", { x: at[3], y: y + 4, "text-anchor": "end" }, words);
      var title = document.createElementNS(NS, "title");
      title.textContent = name + ": " + grouped(row.fromText) + " to " + grouped(row.toText);
      line.appendChild(title);
    });
    chart2.setAttribute("data-lines", rows.length);
  }
  // The chart with the colours that it has on the screen, since a file has no style of a page.
  function picture() {
    var copy = chart2.cloneNode(true);
    var box = chart2.viewBox.baseVal;
    copy.setAttribute("xmlns", NS);
    copy.setAttribute("width", box.width);
    copy.setAttribute("height", box.height);
    var shown = chart2.querySelectorAll("*");
    copy.querySelectorAll("*").forEach(function (node, k) {
      var style = window.getComputedStyle(shown[k]);
      ["fill", "stroke", "stroke-width", "font-size", "font-weight", "font-family"].forEach(function (name) {
        node.setAttribute(name, style.getPropertyValue(name));
      });
    });
    return { text: new XMLSerializer().serializeToString(copy), width: box.width, height: box.height };
  }
  function save(name, type, parts) {
    var link = document.createElement("a");
    link.download = name;
    link.href = URL.createObjectURL(new Blob(parts, { type: type }));
    link.click();
    window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }
  var SAVED = {
    svg: function (name) { save(name + ".svg", "image/svg+xml", [picture().text]); },
    png: function (name) {
      var drawn = picture();
      var image = new Image();
      image.onload = function () {
        var canvas = document.createElement("canvas");
        canvas.width = 2 * drawn.width;
        canvas.height = 2 * drawn.height;
        var pen = canvas.getContext("2d");
        pen.fillStyle = window.getComputedStyle(document.body).backgroundColor;
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(function (blob) { save(name + ".png", "image/png", [blob]); });
      };
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(drawn.text);
    },
    csv: function (name) {
      var lines = [["member", from.value, to.value].join(",")].concat(pairRows().map(function (row) {
        return [row.member, row.fromText, row.toText].join(",");
      }));
      save(name + ".csv", "text/csv", [lines.join("\n") + "\n"]);
    }
  };
  if (chart2) {
    // A link can name two rules: #ONE,ANOTHER
    var pair = [];
    try {
      pair = window.location.hash.slice(1).split(",").map(decodeURIComponent);
    } catch (broken) { /* no rule is named so */ }
    if (pair.length === 2 && data.rules[pair[0]] && data.rules[pair[1]]) {
      from.value = pair[0];
      to.value = pair[1];
    }
    var chosen = function () {
      drawPair();
      try {
        window.history.replaceState(null, "", "#" + encodeURIComponent(from.value) + "," + encodeURIComponent(to.value));
      } catch (sealed) { /* a page that may not change its address is shown all the same */ }
    };
    from.addEventListener("change", chosen);
    to.addEventListener("change", chosen);
    narrow.addEventListener("change", drawPair);
    drawPair();
    document.querySelectorAll("[data-save]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { SAVED[button.dataset.save](from.value + "-" + to.value); });
    });
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
    if (node) { explain(amount, node); }
  });
  // A page that is served holds no trees: its own script brings the one that is asked for.
  matrix.addEventListener("explained", function (event) { explain(event.target, event.detail); });
  // A link can name the amount to explain: #why=RULE,MEMBER
  var asked = /^#why=([^,]+),(.+)$/.exec(window.location.hash);
  if (asked) {
    matrix.querySelectorAll("[data-rule]").forEach(function (amount) {
      if (amount.dataset.rule === asked[1] && amount.dataset.member === asked[2]) { amount.click(); }
    });
  }
})();
