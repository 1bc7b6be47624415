/* Two versions clause by clause, or several side by side: the list that exported pages carry too. */
import comparison from "./comparison.js";
import { html, useEffect, useRef } from "./preact.js";
import { Asked, keep, useAsk, usePage } from "./ui.js";
/** @import { Answers } from "./answers" */
/** @import { Asking, Drawable, InHand, OnValue } from "./types" */

/** @typedef {import("./view.js").Held} Held */

/* What the list takes for its model: plain values, and whoever wants to hear of a change. */
class Model {
  /** @param {Held} values */
  constructor(values) {
    this.values = values;
    /** @type {Map<string, (() => void)[]>} */
    this.heard = new Map();
  }

  /** @template {keyof Held} Name @param {Name} name */
  get(name) { return this.values[name]; }

  /** @template {keyof Held} Name @param {Name} name @param {Held[Name]} value */
  set(name, value) {
    this.values[name] = value;
    this.tell(name);
  }

  /** Says that a value changed. @param {string} name */
  tell(name) { for (const act of this.heard.get(`change:${name}`) ?? []) act(); }

  save_changes() {}

  /** @param {string} event @param {() => void} act */
  on(event, act) { this.heard.set(event, [...(this.heard.get(event) ?? []), act]); }

  /** @param {string} event @param {() => void} act */
  off(event, act) { this.heard.set(event, (this.heard.get(event) ?? []).filter((one) => one !== act)); }
}

/** The list of `found`: {rows, columns, places}; `more` says that other rows are still to come, which then take their place
 *  behind those that are there.
 *  @param {{found: Drawable, open?: ((place: string[], how?: string) => void) | null, bare?: boolean}} props */
export function List({ found, open, bare = false }) {
  const { viewer, lang } = usePage();
  const node = useRef(null);
  const now = useRef({ found, open });
  now.current = { found, open };
  const model = useRef(/** @type {Model | null} */ (null));
  useEffect(() => {
    const here = node.current;
    if (!here) return undefined;
    model.current = new Model({ rows: found.rows, partial: found.more, columns: found.columns, messages: viewer, lang, filters: [], collapsed: [], selected: "", show_unchanged: false, bare });
    const close = comparison.render({ model: model.current, el: here });
    const place = (/** @type {Event} */ event) => {
      const row = event.target instanceof Element ? event.target.closest(".lt-row") : null;
      return row instanceof HTMLElement ? now.current.found.places?.[row.dataset.id ?? ""] ?? [] : [];
    };
    /** @param {Event} event @param {string} [how] */
    const show = (event, how) => now.current.open?.(place(event), how);
    const click = (/** @type {Event} */ event) => { if (place(event).length && !window.getSelection()?.toString()) show(event); };
    const key = (/** @type {KeyboardEvent} */ event) => {
      if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey || !place(event).length) return;
      /** @type {Record<string, string>} */
      const hows = { Enter: "", e: "edit", o: "opinion" };
      const how = hows[event.key];
      if (how === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      show(event, how || undefined);
    };
    here.addEventListener("click", click);
    here.addEventListener("keydown", key, true);
    return () => { close(); here.removeEventListener("click", click); here.removeEventListener("keydown", key, true); here.replaceChildren(); };
  }, []);
  useEffect(() => { // what the reader searches for, filters and has folded stays, in the other language too
    const list = model.current;
    if (!list) return;
    const { values } = list;
    const anew = values.lang !== lang || JSON.stringify(values.columns) !== JSON.stringify(found.columns);
    const other = values.rows !== found.rows;
    Object.assign(values, { partial: found.more, messages: viewer, lang, columns: found.columns, rows: found.rows });
    if (anew) list.tell("columns"); else if (other) list.tell("rows");
  }, [found, viewer, lang]);
  return html`<div class="list" ref=${node}></div>`;
}

/** Two versions: what fills the first screen comes first, the rest while one reads.
 *  @param {string} draft @param {string[]} versions @param {string} sure @param {boolean} off @returns {Asking<Answers["project.compare"]>} */
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
  return html`<select class="sure" aria-label=${t("sure")} title=${t("sure-hint")} value=${sure} onChange=${(/** @type {OnValue} */ event) => { keep("sure", event.currentTarget.value); choose(event.currentTarget.value); }}>${["", "fairly", "very"].map((each) => html`<option value=${each} selected=${each === sure}>${t(each ? `sure-${each}` : "sure-usual")}</option>`)}</select>`;
}

/** @param {{draft?: string, versions?: string[], open?: ((clause: InHand) => void) | null, given?: Drawable | null, sure?: string}} props */
export function Compared({ draft = "", versions = [], sure = "", open = null, given = null }) {
  const two = versions.length === 2;
  const compared = useCompared(draft, versions, sure, Boolean(given) || !two);
  const beside = useAsk("project.beside", { draft, versions }, Boolean(given) || two);
  const asked = two ? compared : beside;
  const found = /** @type {Drawable | null} */ (given ?? asked.result);
  if (!found) return html`<div class="column"><${Asked} asked=${asked} /></div>`;
  /** @param {string[]} place @param {string} [how] */
  const opened = (place, how) => open?.({ version: (place[0] === "old" ? found.old : found.new) ?? "", eid: place[1], open: how, beat: Date.now() });
  return html`<div class="column">${!given && html`<${Asked} asked=${asked} />`}<${List} found=${found} open=${open ? opened : null} /></div>`;
}
