/* Two versions clause by clause, or several side by side: the list that exported pages carry too. */
import comparison from "./comparison.js";
import { html, useEffect, useRef } from "./preact.js";
import { Problem, Waiting, useAsk, usePage } from "./ui.js";

/* What the list takes for its model: plain values, and whoever wants to hear of a change. */
class Model {
  constructor(values, onSelect) {
    this.values = values;
    this.heard = new Map();
    this.onSelect = onSelect;
  }

  get(name) { return this.values[name]; }

  set(name, value) {
    this.values[name] = value;
    for (const act of this.heard.get(`change:${name}`) ?? []) act();
    if (name === "selected") this.onSelect?.(value);
  }

  save_changes() {}
  on(event, act) { this.heard.set(event, [...(this.heard.get(event) ?? []), act]); }
  off(event, act) { this.heard.set(event, (this.heard.get(event) ?? []).filter((one) => one !== act)); }
}

/** The list of `found`: {rows, columns, places}. */
export function List({ found, open, bare = false }) {
  const { viewer, lang } = usePage();
  const node = useRef(null);
  const opening = useRef(open);
  opening.current = open;
  useEffect(() => {
    const model = new Model({ rows: found.rows, columns: found.columns, messages: viewer, lang, filters: [], collapsed: [], selected: "", show_unchanged: false, bare });
    const close = comparison.render({ model, el: node.current });
    const place = (id) => found.places?.[id];
    const click = (event) => {
      const row = event.target.closest?.(".lt-row");
      if (row?.dataset.id && place(row.dataset.id) && !window.getSelection()?.toString()) opening.current?.(place(row.dataset.id));
    };
    const key = (event) => {
      if (event.target.matches?.("input")) return;
      const row = event.target.closest?.(".lt-row");
      if (!row?.dataset.id || !place(row.dataset.id)) return;
      if (event.key === "Enter") { event.preventDefault(); event.stopPropagation(); opening.current?.(place(row.dataset.id)); }
      if (event.key === "e" || event.key === "o") { event.preventDefault(); event.stopPropagation(); opening.current?.(place(row.dataset.id), event.key === "e" ? "edit" : "opinion"); }
    };
    node.current.addEventListener("click", click);
    node.current.addEventListener("keydown", key, true);
    const here = node.current;
    return () => { close(); here.removeEventListener("click", click); here.removeEventListener("keydown", key, true); here.replaceChildren(); };
  }, [found, viewer, lang]);
  return html`<div class="list" ref=${node}></div>`;
}

export function Compared({ draft = "", versions = [], open = null, given = null }) {
  const two = versions.length === 2;
  const asked = useAsk(two ? "project.compare" : "project.beside", two ? { draft, old: versions[0], new: versions[1] } : { draft, versions }, Boolean(given));
  const found = given ?? asked.result;
  if (!found) return html`<div class="column"><${Problem} words=${asked.problem} />${asked.busy && html`<${Waiting} />`}</div>`;
  const opened = (place, how) => open?.({ version: place[0] === "old" ? found.old : found.new, eid: place[1], open: how, beat: Date.now() });
  return html`<div class="column"><${List} found=${found} open=${open ? opened : null} /></div>`;
}
