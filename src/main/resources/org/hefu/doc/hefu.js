// Language, search, and opening what a link points at; the pages read without it, too.
(function () {
  "use strict";
  var root = document.documentElement;

  function remembered() {
    try { return localStorage.getItem("hefu-language"); } catch (e) { return null; }
  }

  function show(language) {
    root.dataset.lang = language;
    root.lang = language;
    try { localStorage.setItem("hefu-language", language); } catch (e) { /* not kept, then */ }
  }

  var asked = new URLSearchParams(location.search).get("lang");
  var own = (navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en";
  show(asked === "zh" || asked === "en" ? asked : remembered() || own);

  function unfold() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    for (var at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") { at.open = true; }
    }
    if (target) { target.scrollIntoView(); }
  }

  function find(text) {
    var list = document.getElementById("found");
    list.textContent = "";
    var words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length || !window.hefuIndex) { return; }
    var hits = window.hefuIndex.filter(function (each) {
      var all = (each.zh + " " + each.en).toLowerCase();
      return words.every(function (word) { return all.includes(word); });
    });
    hits.slice(0, 30).forEach(function (hit) {
      var link = document.createElement("a");
      link.href = hit.to;
      link.textContent = hit[root.dataset.lang];
      var item = document.createElement("li");
      item.append(link);
      list.append(item);
    });
    if (!hits.length) {
      var none = document.createElement("li");
      none.textContent = "∅";
      list.append(none);
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.getElementById("language").onclick = function () {
      show(root.dataset.lang === "zh" ? "en" : "zh");
    };
    var box = document.getElementById("search");
    box.oninput = function () { find(box.value); };
    box.onfocus = function () {
      if (!window.hefuIndex) {
        var script = document.createElement("script");
        script.src = "search.js";
        script.onload = function () { find(box.value); };
        document.head.append(script);
      }
    };
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape") { box.value = ""; find(""); }
      if (event.key === "/" && document.activeElement !== box) { event.preventDefault(); box.focus(); }
    });
    document.getElementById("found").onclick = function () { box.value = ""; find(""); };
    unfold();
    window.addEventListener("hashchange", unfold);
  });
})();
