(function () {
  "use strict";
  // Adds a slider over every whole percentage to the table, with whole numbers of any size: exact as the table.
  const slider = document.getElementById("q");
  const at = document.getElementById("at");
  const rows = Array.from(document.querySelectorAll("#curve tbody tr"));
  // Opens one step of what is best at every price, and closes the others.
  const step = document.getElementById("step");
  if (step) {
    const grids = Array.from(document.querySelectorAll("details.step"));
    step.addEventListener("input", () =>
      grids.forEach((grid, k) => { grid.open = k === step.value - 1; }));
    document.getElementById("walk").hidden = false;
  }
  function percent(counts, q) {
    const n = counts.length - 1;
    let sum = 0n;
    for (let k = 0; k <= n; k++) {
      sum += counts[k] * q ** BigInt(k) * (100n - q) ** BigInt(n - k);
    }
    // Tenths of a percent, halves to the even one.
    const whole = 100n ** BigInt(n);
    let tenths = (1000n * sum) / whole;
    const rest = 2n * (1000n * sum - tenths * whole);
    if (rest > whole || (rest === whole && tenths % 2n === 1n)) {
      tenths += 1n;
    }
    if (sum > 0n && tenths === 0n) {
      return "below 0.1";
    }
    if (sum < whole && tenths >= 1000n) {
      return "above 99.9";
    }
    return tenths / 10n + "." + (tenths % 10n);
  }
  function show() {
    at.value = slider.value;
    for (const row of rows) {
      const counts = (key) => row.dataset[key].split(" ").map(BigInt);
      const q = BigInt(slider.value);
      row.lastElementChild.textContent = percent(counts("now"), q) + " → " + percent(counts("then"), q);
    }
  }
  const head = document.querySelector("#curve thead tr").appendChild(document.createElement("th"));
  head.textContent = "At the slider";
  rows.forEach((row) => row.appendChild(document.createElement("td")));
  document.getElementById("slider").hidden = false;
  slider.addEventListener("input", show);
  show();
})();
