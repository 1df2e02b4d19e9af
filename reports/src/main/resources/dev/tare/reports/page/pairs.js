"use strict";
// Lists: filter, sort, group. What is chosen stands in the address, so that a link shows the same:
// #pair-… opens that pair, #q=…&sort=…&group=… is a filter, an order and a grouping of every list.
(() => {
  const lists = [...document.querySelectorAll("[data-list]")].map(list);
  const wanted = { q: "", sort: "", group: "area" };

  function list(element) {
    const tree = element.querySelector(".tree");
    const items = [...tree.querySelectorAll(".pair, .item")];
    const areas = [...tree.querySelectorAll(".area")];
    const entry = e => ({
      element: e,
      home: e.parentElement,
      name: e.dataset.name,
      values: e.dataset.v.split(" ").map(Number),
      text: null,
    });
    const self = {
      element, tree,
      items: items.map(entry),
      areas: areas.map(entry),
      count: element.querySelector(".count"),
      countText: element.querySelector(".count").textContent,
      nothing: element.querySelector(".nothing"),
      input: element.querySelector(".filter"),
      headings: [...element.querySelectorAll("[data-sort]")],
      groups: [...element.querySelectorAll("[data-group]")],
      select: element.querySelector("select"),
    };
    element.querySelector(".controls").hidden = false;
    self.input.addEventListener("input", () => choose({ q: self.input.value.trim() }));
    for (const heading of self.headings) {
      heading.addEventListener("click", () => choose({ sort: next(heading.dataset.sort) }));
    }
    for (const group of self.groups) {
      group.addEventListener("click", () => choose({ group: group.dataset.group }));
    }
    option(self.select, "", "as measured");
    for (const heading of self.headings) {
      const key = heading.dataset.sort;
      option(self.select, key === "name" ? key : "-" + key, heading.textContent.toLowerCase());
    }
    self.select.addEventListener("change", () => choose({ sort: self.select.value }));
    return self;
  }

  function option(select, value, text) {
    const element = document.createElement("option");
    element.value = value;
    element.textContent = text;
    select.append(element);
  }

  // Figures are first sorted from the greatest down, names from A on; a third click ends it.
  function next(key) {
    const first = key === "name" ? key : "-" + key;
    const second = key === "name" ? "-" + key : key;
    return wanted.sort === first ? second : wanted.sort === second ? "" : first;
  }

  function text(entry) {
    entry.text ??= (entry.home.dataset.name + " " + entry.element.dataset.name + " "
      + words(entry.element)).toLowerCase();
    return entry.text;
  }

  // Most pairs of a large report are never opened: their tables stay markup within a noscript, one
  // text where scripts run, which is parsed when it is first looked at. To filter by it, tags go.
  function words(element) {
    const kept = element.querySelector("noscript");
    if (!kept) return element.textContent;
    const plain = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
    return kept.textContent
      .replace(/<(?:"[^"]*"|[^">])*>/g, "")
      .replace(/&(?:lt|gt|amp);/g, entity => plain[entity]);
  }

  function fill(element) {
    const kept = element.querySelector("noscript");
    if (kept) kept.outerHTML = kept.textContent;
  }

  function order(entries) {
    if (!wanted.sort) return entries;
    const down = wanted.sort.startsWith("-");
    const key = down ? wanted.sort.slice(1) : wanted.sort;
    const compare = key === "name"
      ? (a, b) => a.name.localeCompare(b.name, "en", { numeric: true })
      : (a, b) => (a.values[key] ?? -Infinity) - (b.values[key] ?? -Infinity);
    return [...entries].sort((a, b) => down ? -compare(a, b) : compare(a, b));
  }

  function show(l) {
    const words = wanted.q.toLowerCase().split(/\s+/).filter(Boolean);
    const flat = wanted.group === "" && l.areas.length > 0;
    let shown = 0;
    for (const item of l.items) {
      const matches = words.every(word => text(item).includes(word));
      item.element.hidden = !matches;
      shown += matches ? 1 : 0;
    }
    for (const area of order(l.areas)) l.tree.append(area.element);
    for (const item of order(l.items)) (flat ? l.tree : item.home).append(item.element);
    for (const area of l.areas) {
      const within = l.items.filter(item => item.home === area.element && !item.element.hidden);
      area.element.hidden = flat || within.length === 0;
      if (words.length > 0) area.element.open = true;
    }
    l.nothing.hidden = shown > 0;
    l.count.textContent = words.length ? shown + " of " + l.countText : l.countText;
    if (l.input.value.trim() !== wanted.q) l.input.value = wanted.q;
    l.select.value = wanted.sort;
    for (const heading of l.headings) {
      const key = heading.dataset.sort;
      if (wanted.sort === key) heading.setAttribute("aria-sort", "ascending");
      else if (wanted.sort === "-" + key) heading.setAttribute("aria-sort", "descending");
      else heading.removeAttribute("aria-sort");
    }
    for (const group of l.groups) {
      group.setAttribute("aria-pressed", String(group.dataset.group === wanted.group));
    }
  }

  function choose(change) {
    Object.assign(wanted, change);
    lists.forEach(show);
    const address = new URLSearchParams();
    if (wanted.q) address.set("q", wanted.q);
    if (wanted.sort) address.set("sort", wanted.sort);
    if (wanted.group !== "area") address.set("group", wanted.group || "none");
    history.replaceState(null, "", "#" + address);
  }

  function follow() {
    const hash = location.hash.slice(1);
    if (/^(q|sort|group)=/.test(hash)) {
      const address = new URLSearchParams(hash);
      wanted.q = address.get("q") ?? "";
      wanted.sort = address.get("sort") ?? "";
      wanted.group = address.get("group") === "none" ? "" : "area";
      lists.forEach(show);
    } else if (hash) {
      open(document.getElementById(hash));
    }
  }

  function open(target) {
    if (!target) return;
    if (target.hidden) {
      wanted.q = "";
      lists.forEach(show);
    }
    fill(target);
    for (let e = target; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    target.scrollIntoView();
  }

  // What is open has a link of its own.
  for (const l of lists) {
    for (const item of l.items) {
      item.element.addEventListener("toggle", () => {
        fill(item.element);
        if (item.element.open && item.element.id) history.replaceState(null, "", "#" + item.element.id);
      });
    }
  }
  addEventListener("hashchange", follow);
  follow();
})();
