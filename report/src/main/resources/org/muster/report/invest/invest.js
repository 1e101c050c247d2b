(function () {
  "use strict";
  const slider = document.getElementById("q");
  const at = document.getElementById("at");
  function chance(counts, q) {
    const n = counts.length - 1;
    let sum = 0;
    for (let k = 0; k <= n; k++) {
      sum += counts[k] * Math.pow(q, k) * Math.pow(1 - q, n - k);
    }
    return (100 * sum).toFixed(1);
  }
  function show() {
    at.value = slider.value;
    for (const row of document.querySelectorAll("#curve tbody tr")) {
      const numbers = (key) => row.dataset[key].split(" ").map(Number);
      row.cells[1].textContent = chance(numbers("now"), slider.value / 100);
      row.cells[2].textContent = chance(numbers("then"), slider.value / 100);
    }
  }
  slider.addEventListener("input", show);
  show();
})();
