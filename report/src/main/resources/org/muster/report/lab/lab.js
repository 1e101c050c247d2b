(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("surface").textContent);
  var place = document.getElementById("sliders");
  var sliders = [];
  var bars = document.createElement("div");
  var says = document.createElement("p");
  var most = data.cells.reduce(function (m, cell) { return Math.max.apply(null, [m].concat(cell.values)); }, 0) || 1;
  function element(name, text, parent) {
    var one = document.createElement(name);
    one.textContent = text;
    parent.appendChild(one);
    return one;
  }
  function show() {
    var at = 0;
    data.axes.forEach(function (axis, a) {
      var level = Number(sliders[a].input.value);
      at = at * axis.levels.length + level;
      sliders[a].output.textContent = axis.levels[level];
    });
    var cell = data.cells[at];
    bars.textContent = "";
    data.reforms.forEach(function (reform, r) {
      var row = element("div", "", bars);
      row.className = "told";
      element("span", reform, row);
      var bar = element("i", "", element("div", "", row));
      bar.style.width = (100 * Math.max(0, cell.values[r]) / most).toFixed(1) + "%";
      element("b", cell.values[r].toFixed(2) + " (off by " + data.error[r] + ")", row);
    });
    says.textContent = "The nearest real run: ";
    var link = element("a", "future " + cell.nearest, says);
    link.href = "#run-" + cell.nearest;
    link.addEventListener("click", function () { document.getElementById("nearest").open = true; });
  }
  data.axes.forEach(function (axis) {
    var label = element("label", axis.name + " ", place);
    var input = document.createElement("input");
    input.type = "range";
    input.min = 0;
    input.max = axis.levels.length - 1;
    input.value = Math.floor((axis.levels.length - 1) / 2);
    label.appendChild(input);
    sliders.push({ input: input, output: element("output", "", label) });
    input.addEventListener("input", show);
  });
  place.appendChild(bars);
  place.appendChild(says);
  place.hidden = false;
  show();
}());
