// Charts: the value under the pointer is a title of its dot; lines come forward with their name.
(() => {
  for (const key of document.querySelectorAll(".chart .key")) {
    const figure = key.closest("figure");
    const style = [...key.classList].filter(name => name !== "key").join(".");
    key.addEventListener("pointerenter", () => {
      for (const line of figure.querySelectorAll("polyline")) {
        line.style.opacity = line.matches("." + style) ? 1 : 0.15;
      }
    });
    key.addEventListener("pointerleave", () => {
      for (const line of figure.querySelectorAll("polyline")) line.style.opacity = "";
    });
  }
})();
