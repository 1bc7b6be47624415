/* A table of words; what they say stays text. With `ids` its rows can be chosen, one at a time, by mouse and by keys. */

function make(tag, ...children) {
  const node = document.createElement(tag);
  node.append(...children);
  return node;
}

/* The words of a cell: a string, or pieces [[tone, words]…], each of which looks as its tone says. */
function words(content) {
  if (typeof content === "string") return [content];
  return content.map(([tone, text]) => {
    const node = make("span", text);
    node.dataset.tone = tone;
    return node;
  });
}

function cell(tag, content, scope) {
  const node = make(tag, ...words(content));
  if (scope) node.scope = scope;
  return node;
}

const rowOf = ([first, ...rest]) => make("tr", cell("th", first, "row"), ...rest.map((content) => cell("td", content)));

function build(table, model) {
  const head = make("tr", ...model.get("columns").map((name) => cell("th", name, "col")));
  table.replaceChildren(cell("caption", model.get("caption")), make("thead", head),
    make("tbody", ...model.get("rows").map(rowOf)));
}

/* What makes the rows of a table a list to choose from: a grid with one tab stop, whose keys never reach the notebook. */
class Choice {
  constructor(table, model) {
    Object.assign(this, { table, model });
    table.setAttribute("role", "grid");
    table.addEventListener("click", (event) => this.choose(event.target.closest("tbody tr")));
    table.addEventListener("keydown", (event) => this.onKey(event));
    table.addEventListener("focusin", (event) => this.stopAt(event.target.closest("tbody tr")));
  }

  get rows() { return [...this.table.querySelectorAll("tbody tr")]; }
  get seen() { return this.rows.filter((row) => !row.hidden); }

  /* After a build: names the rows. The focus stays with the row that had it. */
  name(held) {
    const ids = this.model.get("ids");
    this.table.setAttribute("aria-label", this.model.get("caption"));
    for (const [at, row] of this.rows.entries()) row.dataset.id = ids[at];
    this.show();
    this.rows.find((row) => row.dataset.id === held)?.focus({ preventScroll: true });
  }

  show() {
    const shown = new Set(this.model.get("shown"));
    const chosen = this.model.get("chosen");
    for (const row of this.rows) {
      row.hidden = !shown.has(row.dataset.id);
      row.setAttribute("aria-selected", String(row.dataset.id === chosen));
    }
    this.stopAt(this.seen.find((row) => row.dataset.id === chosen) ?? this.seen[0]);
  }

  stopAt(stop) {
    if (stop) for (const row of this.rows) row.tabIndex = row === stop ? 0 : -1;
  }

  choose(row) {
    if (!row) return;
    this.model.set("chosen", row.dataset.id);
    this.model.save_changes();
    const box = this.table.parentElement; // what is chosen shows below the table: that place comes into sight
    if (box.getBoundingClientRect().bottom > innerHeight / 2) box.scrollIntoView({ block: "start" });
  }

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab") return;
    if (event.key === "Escape") return void this.table.closest(".jp-Cell")?.focus();
    event.stopPropagation();
    const { seen } = this;
    const at = seen.indexOf(event.target.closest("tr"));
    const goals = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: seen.length - 1 };
    if (event.key === "Enter" || event.key === " ") this.choose(seen[at]);
    else if (event.key in goals) seen[goals[event.key]]?.focus();
    else return;
    event.preventDefault();
  }
}

export default {
  render({ model, el }) {
    const table = make("table");
    table.className = "lawtrack-table";
    const choice = model.get("ids") && new Choice(table, model);
    const box = choice ? make("div", table) : table;
    if (choice) {
      box.className = "lawtrack-choice";
      box.dataset.lmSuppressShortcuts = "true";
    }
    const show = () => {
      const held = table.contains(document.activeElement) && document.activeElement.dataset.id;
      build(table, model);
      choice?.name(held);
    };
    const heard = [...["caption", "columns", "rows"].map((name) => [`change:${name}`, show]),
      ...(choice ? ["ids", "shown", "chosen"] : []).map((name) => [`change:${name}`, () => choice.show()])];
    for (const [event, act] of heard) model.on(event, act);
    el.append(box);
    show();
    return () => {
      for (const [event, act] of heard) model.off(event, act);
    };
  },
};
