/* Two versions clause by clause, or several side by side: the list that exported pages carry too. */
import comparison from "./comparison.js";
import { html, useEffect, useRef } from "./preact.js";
import { Asked, keep, useAsk, usePage } from "./ui.js";

/* What the list takes for its model: plain values, and whoever wants to hear of a change. */
class Model {
  /** @param {Record<string, any>} values @param {(id: any) => void} [onSelect] */
  constructor(values, onSelect) {
    this.values = values;
    /** @type {Map<string, (() => void)[]>} */
    this.heard = new Map();
    this.onSelect = onSelect;
  }

  /** @param {string} name */
  get(name) { return this.values[name]; }

  /** @param {string} name @param {any} value */
  set(name, value) {
    this.values[name] = value;
    for (const act of this.heard.get(`change:${name}`) ?? []) act();
    if (name === "selected") this.onSelect?.(value);
  }

  save_changes() {}

  /** @param {string} event @param {() => void} act */
  on(event, act) { this.heard.set(event, [...(this.heard.get(event) ?? []), act]); }

  /** @param {string} event @param {() => void} act */
  off(event, act) { this.heard.set(event, (this.heard.get(event) ?? []).filter((one) => one !== act)); }
}

/** The list of `found`: {rows, columns, places}; `more` says that other rows are still to come, which then take their place
 *  behind those that are there.
 *  @param {{found: any, open?: ((place: [string, string], how?: string) => void) | null, bare?: boolean}} props */
export function List({ found, open, bare = false }) {
  const { viewer, lang } = usePage();
  const node = useRef(null);
  const now = useRef({ found, open });
  now.current = { found, open };
  const model = useRef(null);
  useEffect(() => {
    model.current = new Model({ rows: found.rows, partial: found.more, columns: found.columns, messages: viewer, lang, filters: [], collapsed: [], selected: "", show_unchanged: false, bare });
    const close = comparison.render({ model: model.current, el: node.current });
    const place = (/** @type {any} */ event) => now.current.found.places?.[event.target.closest?.(".lt-row")?.dataset.id];
    /** @param {any} event @param {string} [how] */
    const show = (event, how) => now.current.open?.(place(event), how);
    const click = (/** @type {any} */ event) => { if (place(event)?.length && !window.getSelection()?.toString()) show(event); };
    const key = (/** @type {any} */ event) => {
      if (event.target.matches?.("input") || event.ctrlKey || event.metaKey || event.altKey || !place(event)?.length) return;
      /** @type {Record<string, string>} */
      const hows = { Enter: "", e: "edit", o: "opinion" };
      const how = hows[event.key];
      if (how === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      show(event, how || undefined);
    };
    const here = node.current;
    here.addEventListener("click", click);
    here.addEventListener("keydown", key, true);
    return () => { close(); here.removeEventListener("click", click); here.removeEventListener("keydown", key, true); here.replaceChildren(); };
  }, [found.old, found.new, found.old ? null : found, viewer, lang]);
  useEffect(() => {
    const { values } = model.current;
    if (values.rows === found.rows) return;
    values.partial = found.more;
    if (JSON.stringify(values.columns) === JSON.stringify(found.columns)) { model.current.set("rows", found.rows); return; }
    values.rows = found.rows;
    model.current.set("columns", found.columns);
  }, [found]);
  return html`<div class="list" ref=${node}></div>`;
}

/** Two versions: what fills the first screen comes first, the rest while one reads.
 *  @param {string} draft @param {string[]} versions @param {string} sure @param {boolean} off @returns {import("./types").Asking} */
function useCompared(draft, versions, sure, off) {
  const two = { draft, old: versions[0], new: versions[1], sure };
  const first = useAsk("project.compare", { ...two, first: true }, off);
  const all = useAsk("project.compare", two, off || !first.result?.more);
  const again = () => { first.again(); all.again(); };
  return { result: all.result ?? first.result, problem: first.problem || all.problem, busy: first.busy, again };
}

/** How sure a pair of articles has to be to stand in one row; the browser keeps what was chosen.
 *  @param {{sure: string, choose: (sure: string) => void}} props */
export function Sure({ sure, choose }) {
  const { t } = usePage();
  return html`<select class="sure" aria-label=${t("sure")} title=${t("sure-hint")} value=${sure} onChange=${(/** @type {any} */ event) => { keep("sure", event.target.value); choose(event.target.value); }}>${["", "fairly", "very"].map((each) => html`<option value=${each} selected=${each === sure}>${t(each ? `sure-${each}` : "sure-usual")}</option>`)}</select>`;
}

/** @param {{draft?: string, versions?: string[], open?: ((place: object) => void) | null, given?: any, sure?: any}} props */
export function Compared({ draft = "", versions = [], sure = "", open = null, given = null }) {
  const two = versions.length === 2;
  const compared = useCompared(draft, versions, sure, Boolean(given) || !two);
  const beside = useAsk("project.beside", { draft, versions }, Boolean(given) || two);
  const asked = two ? compared : beside;
  const found = given ?? asked.result;
  if (!found) return html`<div class="column"><${Asked} asked=${asked} /></div>`;
  /** @param {[string, string]} place @param {string} [how] */
  const opened = (place, how) => open?.({ version: place[0] === "old" ? found.old : found.new, eid: place[1], open: how, beat: Date.now() });
  return html`<div class="column">${!given && html`<${Asked} asked=${asked} />`}<${List} found=${found} open=${open ? opened : null} /></div>`;
}
