// Flame graphs: one tree a graph, with the values of one variant or two.
(() => {
  const ROW = 18;
  const JDK = /^(java|javax|jdk|sun|com\.sun)\./;

  for (const figure of document.querySelectorAll("article.flame")) draw(figure);

  function draw(figure) {
    const data = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const graph = figure.querySelector(".graph");
    const at = figure.querySelector(".at");
    const whole = figure.querySelector(".whole");
    const variants = data.variants.length;
    const root = tree(data, variants);
    const views = data.variants.map((name, i) => ({ name, of: i, before: -1 }));
    if (variants === 2) {
      views.push({ name: data.variants[0] + " → " + data.variants[1], of: 1, before: 0 });
      views.push({ name: data.variants[1] + " → " + data.variants[0], of: 0, before: 1 });
    }
    const state = { view: views[0], focus: root };
    const buttons = views.map(view => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = view.name;
      button.addEventListener("click", () => { state.view = view; state.focus = root; show(); });
      figure.querySelector(".switch").append(button);
      return button;
    });
    whole.addEventListener("click", () => { state.focus = root; show(); });
    figure.querySelector(".controls").hidden = false;
    let width = 0;
    new ResizeObserver(() => {
      if (graph.clientWidth !== width) { width = graph.clientWidth; show(); }
    }).observe(graph);

    function share(node, of) {
      return root.values[of] ? node.values[of] / root.values[of] : 0;
    }

    function percent(fraction) {
      return (fraction * 100).toFixed(fraction > 0 && fraction < 0.001 ? 2 : 1) + " %";
    }

    function say(node) {
      const shares = data.variants.map((name, i) => name + " " + percent(share(node, i))).join(", ");
      at.textContent = node.name + " — " + shares;
    }

    function colour(box, node) {
      if (state.view.before < 0) {
        box.classList.add(kind(node, data.own));
        return;
      }
      const change = share(node, state.view.of) - share(node, state.view.before);
      const strength = Math.min(1, Math.abs(change) * 4 + (Math.abs(change) > 0.002 ? 0.15 : 0));
      box.style.background = "color-mix(in srgb, var(" + (change > 0 ? "--more" : "--less") + ") "
        + Math.round(strength * 100) + "%, var(--jdk))";
    }

    function box(node, x, span, depth) {
      const element = document.createElement("button");
      element.type = "button";
      element.style.left = x + "px";
      element.style.top = depth * ROW + "px";
      element.style.width = Math.max(1, span) + "px";
      if (span > 24) element.textContent = brief(node.name);
      colour(element, node);
      element.setAttribute("aria-label", node.name);
      element.tabIndex = depth === 0 ? 0 : -1;
      element.addEventListener("click", () => { state.focus = node; show(); say(node); });
      element.addEventListener("pointerenter", () => say(node));
      element.addEventListener("focus", () => say(node));
      return element;
    }

    function show() {
      const of = state.view.of;
      const boxes = document.createDocumentFragment();
      const path = [];
      for (let node = state.focus; node; node = node.parent) path.unshift(node);
      path.slice(0, -1).forEach((node, depth) => boxes.append(box(node, 0, width, depth)));
      const scale = width / (state.focus.values[of] || 1);
      let deepest = 0;
      (function place(node, x, depth) {
        const span = node.values[of] * scale;
        if (span < 0.5) return;
        boxes.append(box(node, x, span, depth));
        deepest = Math.max(deepest, depth);
        let next = x;
        for (const call of node.calls) {
          place(call, next, depth + 1);
          next += call.values[of] * scale;
        }
      })(state.focus, 0, path.length - 1);
      graph.replaceChildren(boxes);
      graph.style.height = (deepest + 1) * ROW + "px";
      whole.hidden = state.focus === root;
      buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(views[i] === state.view)));
      at.textContent = "";
    }
  }

  function tree(data, variants) {
    const step = 2 + variants;
    const path = [];
    for (let i = 0; i < data.nodes.length; i += step) {
      const depth = data.nodes[i + 1];
      const parent = depth ? path[depth - 1] : null;
      const node = {
        name: data.names[data.nodes[i]],
        values: data.nodes.slice(i + 2, i + step),
        calls: [],
        parent,
      };
      if (parent) parent.calls.push(node);
      path[depth] = node;
    }
    return path[0];
  }

  function kind(node, own) {
    if (own && node.name.startsWith(own)) return "own";
    if (node.parent && node.calls.length === 0 && !node.name.includes("(") && isType(node)) return "type";
    return JDK.test(node.name) || !node.name.includes(".") ? "plain" : "library";
  }

  function isType(node) {
    return node.name.endsWith("[]") || /(^|\.)[A-Z][^.]*$/.test(node.name);
  }

  function brief(name) {
    const parts = name.split(".");
    let first = 0;
    while (first < parts.length - 1 && /^[a-z]/.test(parts[first])) first++;
    return parts.slice(Math.min(first, parts.length - 1)).join(".");
  }
})();
