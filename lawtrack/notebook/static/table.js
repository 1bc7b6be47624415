/* A table of strings; what they say stays text. */

function cell(tag, text, scope) {
  const node = document.createElement(tag);
  node.textContent = text;
  if (scope) node.scope = scope;
  return node;
}

function row(...cells) {
  const node = document.createElement("tr");
  node.append(...cells);
  return node;
}

export default {
  render({ model, el }) {
    const table = document.createElement("table");
    table.className = "lawtrack-table";
    const show = () => {
      const caption = cell("caption", model.get("caption"));
      const head = document.createElement("thead");
      const body = document.createElement("tbody");
      head.append(row(...model.get("columns").map((name) => cell("th", name, "col"))));
      body.append(...model.get("rows").map(([first, ...rest]) => row(cell("th", first, "row"), ...rest.map((text) => cell("td", text)))));
      table.replaceChildren(caption, head, body);
    };
    const events = ["change:caption", "change:columns", "change:rows"];
    for (const event of events) model.on(event, show);
    el.append(table);
    show();
    return () => {
      for (const event of events) model.off(event, show);
    };
  },
};
