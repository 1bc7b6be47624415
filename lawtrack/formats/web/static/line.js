/* One live line: the region stays, its words change, so that screen readers announce them. */

export default {
  render({ model, el }) {
    const line = document.createElement("p");
    line.className = "lawtrack-line";
    line.setAttribute("role", "status");
    line.setAttribute("aria-live", "polite");
    const show = () => {
      line.textContent = model.get("sentence");
      line.dataset.tone = model.get("tone");
    };
    const events = ["change:sentence", "change:tone"];
    for (const event of events) model.on(event, show);
    el.append(line);
    show();
    return () => {
      for (const event of events) model.off(event, show);
    };
  },
};
