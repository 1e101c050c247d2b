(function () {
  "use strict";
  // A job: what it is at, as it goes on; the page is loaded again once it is over. A browser that was cut off comes
  // back by itself and is told what it missed.
  var job = document.getElementById("job");
  if (job && window.EventSource) {
    var state = document.getElementById("job-state");
    var words = document.getElementById("job-words");
    var source = new EventSource(job.dataset.events);
    var said = function (event) { return JSON.parse(event.data).words; };
    source.addEventListener("begin", function (event) { words.textContent = said(event); });
    source.addEventListener("now", function (event) { words.textContent = said(event); });
    source.addEventListener("resync", function (event) { words.textContent = said(event); });
    source.addEventListener("state", function (event) {
      state.textContent = said(event);
      if (["done", "stopped", "failed", "gone"].indexOf(said(event)) >= 0) {
        source.close();
        window.location.reload();
      }
    });
  }
  // A folder that has changed on disk: said on a page that is open.
  var folder = document.getElementById("folder");
  if (folder && window.fetch) {
    var told = false;
    window.setInterval(function () {
      if (told || document.hidden) { return; }
      fetch(folder.dataset.state).then(function (reply) { return reply.json(); }).then(function (now) {
        if (!told && String(now.revision) !== folder.dataset.revision) {
          told = true;
          var notice = document.createElement("p");
          notice.className = "notice";
          notice.setAttribute("role", "status");
          notice.textContent = "The folder has changed on disk. ";
          var again = document.createElement("a");
          again.href = window.location.href;
          again.textContent = "Show what it says now";
          notice.appendChild(again);
          folder.appendChild(notice);
        }
      }).catch(function () { /* the server is not there at this moment */ });
    }, 5000);
  }
  // An amount leads to its explanation; where scripts run it is brought here.
  var matrix = document.getElementById("matrix");
  if (matrix && window.fetch) {
    matrix.addEventListener("click", function (event) {
      var amount = event.target.closest("a[data-rule]");
      if (!amount || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault();
      fetch(amount.href.replace(/\/why\?/, "/why.json?"))
        .then(function (reply) { return reply.ok ? reply.json() : Promise.reject(new Error("no answer")); })
        .then(function (found) { amount.dispatchEvent(new CustomEvent("explained", { bubbles: true, detail: found })); })
        .catch(function () { window.location.href = amount.href; });
    });
  }
})();
