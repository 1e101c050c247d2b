(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent);
  var select = document.getElementById("rule");
  var chart = document.getElementById("chart");
  var says = document.getElementById("rule-says");
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
    var most = rows.length ? rows[0].size : 1;
    rows.forEach(function (row) {
      var line = document.createElement("div");
      line.className = data.coalition.indexOf(row.member) >= 0 ? "bar" : "bar others";
      var name = document.createElement("span");
      name.textContent = data.names[row.member] || row.member;
      var value = document.createElement("div");
      var bar = document.createElement("i");
      bar.style.width = (60 * row.size / most).toFixed(2) + "%";
      var amount = document.createElement("span");
      amount.textContent = row.text.replace(/\B(?=(\d{3})+(?!\d))/g, function (_, d, at, all) {
        return all.indexOf(".") >= 0 && at > all.indexOf(".") ? "" : ",";
      });
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
})();
