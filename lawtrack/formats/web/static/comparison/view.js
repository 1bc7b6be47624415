/* The list with everything that moves in it. The `model` holds what others may know of (filters, the row in hand); what
   only this view knows stays in `local`. */
import { Bar, helpNode } from "./bar.js";
import { copyRows } from "./copying.js";
import { markHits } from "./hits.js";
import { layoutOf } from "./layout.js";
import { Listing } from "./listing.js";
import { fill, make } from "./nodes.js";
import { countTags, isQuiet } from "./rows.js";

/** @typedef {import("./rows.js").Row} Row
 *  @typedef {{rows: Row[], columns: [string, string][], messages: import("./rows.js").Say, lang: string, filters: string[], collapsed: string[],
 *    selected: string, show_unchanged: boolean, bare?: boolean, partial?: boolean}} Held what is shown, and where the reader is */

/** What the kernel and the page share: values by their names.
 *  @template Values
 *  @typedef {{get<Name extends keyof Values>(name: Name): Values[Name], set<Name extends keyof Values>(name: Name, value: Values[Name]): void,
 *    save_changes(): void, on(event: string, act: () => void): void, off(event: string, act: () => void): void}} Model */

export class View {
  /** What is scrolled; `build` makes it, and anew when the words or the columns change.
      @type {Listing} */
  list;

  /** @type {Bar} */
  bar;

  /** Says to screen readers what was done.
      @type {HTMLElement} */
  live;

  /** @type {HTMLElement} */
  help;

  /** What is listened to in the model, so that `close` can stop it.
      @type {[string, () => void][]} */
  heard;

  /** Each change's place among the changes, by the row's id.
      @type {Map<string, number>} */
  places;

  /** @param {Model<Held>} model @param {HTMLElement} el */
  constructor(model, el) {
    this.model = model;
    /** @type {{query: string, opened: Set<string>}} */
    this.local = { query: "", opened: new Set() };
    this.many = false;
    this.root = make("section", "lawtrack-comparison");
    this.root.dataset.lmSuppressShortcuts = "true";
    this.root.addEventListener("keydown", (event) => this.onKey(event));
    el.append(this.root);
    this.beforePrint = () => this.list.finish();
    this.listen();
    this.build();
  }

  /** @returns {Row[]} */
  get rows() { return this.model.get("rows"); }
  /** @returns {import("./rows.js").Say} */
  get say() { return this.model.get("messages"); }

  /** @template {keyof Held} Name @param {Name} name @param {Held[Name]} value */
  set(name, value) {
    this.model.set(name, value);
    this.model.save_changes();
  }

  listen() {
    const rebuild = () => this.build();
    const refresh = () => this.show();
    this.heard = [
      ["change:messages", rebuild], ["change:lang", rebuild], ["change:columns", rebuild],
      ["change:filters", refresh], ["change:show_unchanged", refresh], ["change:collapsed", refresh],
      ["change:rows", () => this.take()],
      ["change:selected", () => this.reveal(this.model.get("selected"))],
    ];
    for (const [event, act] of this.heard) this.model.on(event, act);
    window.addEventListener("beforeprint", this.beforePrint);
  }

  close() {
    for (const [event, act] of this.heard) this.model.off(event, act);
    window.removeEventListener("beforeprint", this.beforePrint);
    this.list.cancel();
    markHits([], "");
  }

  build() {
    this.list?.cancel();
    const many = this.rows.some((row) => row.cells);
    this.many = many;
    this.root.lang = this.model.get("lang") === "en" ? "en" : "zh-CN";
    this.root.classList.toggle("lt-many", many);
    this.root.classList.toggle("lt-bare", Boolean(this.model.get("bare")));
    this.root.style.setProperty("--lt-columns", String(this.model.get("columns").length));
    this.bar = new Bar(this.say, {
      search: (words) => { this.local.query = words; this.show(true); },
      filter: (kind) => this.filter(kind),
      unfold: () => this.set("show_unchanged", !this.model.get("show_unchanged")),
      step: (by) => this.step(by, true),
      copy: () => this.copy(),
      help: () => this.toggleHelp(),
    });
    this.bar.search.value = this.local.query;
    this.list = new Listing(this.rows, this.say, this.model.get("columns"));
    this.list.grid.addEventListener("click", (event) => this.onClick(event));
    this.list.grid.addEventListener("focusin", (event) => this.onFocus(event));
    this.live = make("div", "lt-live");
    this.live.setAttribute("role", "status");
    this.help = helpNode(this.say.keys);
    this.root.replaceChildren(this.bar.node, this.help, this.legend(), this.list.scroll, this.live);
    this.count();
    this.show();
  }

  /* Other rows; where the first of them are those that are there, what the reader does goes on. */
  take() {
    const before = this.list.rows;
    const more = before.length > 0 && this.rows.length >= before.length && before.every((row, at) => row.id === this.rows[at].id && kindOf(row) === kindOf(this.rows[at]));
    if (!more || this.many !== this.rows.some((row) => row.cells)) { this.build(); return; }
    this.list.extend(this.rows);
    this.count();
    this.show();
  }

  count() {
    this.places = new Map(this.rows.filter((row) => !isQuiet(row)).map((row, at) => [row.id, at + 1]));
    this.bar.count(this.model.get("partial") ? null : countTags(this.rows));
  }

  /* How changes are marked: at the foot on the screen, above the table on paper. */
  legend() {
    const of = this.many ? "many-" : "";
    return make("p", "lt-legend", make("ins", "", this.say[`legend-${of}new`]), make("del", "", this.say[`legend-${of}gone`]),
      make("span", "", this.say["legend-note"]));
  }

  toggleHelp() {
    this.help.hidden = !this.help.hidden;
  }

  /** @param {string} kind */
  filter(kind) {
    /** @type {string[]} */
    const on = this.model.get("filters");
    this.set("filters", on.includes(kind) ? on.filter((each) => each !== kind) : [...on, kind]);
  }

  /* Puts on the page what the filters let through. */
  show(announce = false) {
    const filters = this.model.get("filters");
    /** @type {Set<string>} */
    const collapsed = new Set(this.model.get("collapsed"));
    const page = layoutOf(this.rows, { filters, showUnchanged: this.model.get("show_unchanged"), collapsed, ...this.local });
    this.list.lay(page, collapsed);
    this.bar.press(filters, this.model.get("show_unchanged"));
    this.keepOneTabStop();
    this.where();
    this.mark();
    if (announce || filters.length) this.announce(fill(this.say.shown, { count: page.filter((item) => !item.fold).length }));
  }

  /* Marks and counts what was searched for. */
  mark() {
    const { query } = this.local;
    if (query) this.list.finish();
    const hits = markHits(query ? this.list.grid.querySelectorAll(".lt-body .lt-side") : [], query);
    this.bar.hits.textContent = query && hits !== null ? fill(this.say.hits, { count: hits }) : "";
  }

  /* ---- where the reader is ---- */

  keepOneTabStop() {
    const at = this.rows.findIndex((row) => row.id === this.model.get("selected"));
    const selected = at < 0 ? null : this.list.nodes.get(at);
    this.list.stopAt(selected?.isConnected ? selected : this.list.first());
    if (selected) selected.setAttribute("aria-selected", "true");
  }

  where() {
    const at = this.places.get(this.model.get("selected"));
    this.bar.place.textContent = this.model.get("partial") ? "" : fill(this.say.place, { at: at ?? "\u2013", of: this.places.size });
  }

  /** @param {FocusEvent} event */
  onFocus(event) {
    const node = rowAt(event);
    if (!node) return;
    this.list.stopAt(node);
    if (node.dataset.id && node.dataset.id !== this.model.get("selected")) this.set("selected", node.dataset.id);
    if (node.dataset.id) node.setAttribute("aria-selected", "true");
    this.where();
  }

  /** @param {MouseEvent} event */
  onClick(event) {
    const node = rowAt(event);
    if (node?.dataset.run) this.toggle(node);
    else if (node?.classList.contains("lt-heading") && isIn(event, ".lt-head")) this.toggle(node);
  }

  /** @param {HTMLElement} node */
  toggle(node) {
    if (node.dataset.run) {
      const ids = node.dataset.run.split(" ");
      for (const id of ids) this.local.opened.add(id);
      this.show();
      this.list.focus(this.list.all().find((each) => each.dataset.id === ids[0]));
      return;
    }
    /** @type {string[]} */
    const folded = this.model.get("collapsed");
    const id = node.dataset.id ?? "";
    this.set("collapsed", folded.includes(id) ? folded.filter((each) => each !== id) : [...folded, id]);
  }

  /** @param {string} id */
  reveal(id) {
    this.where();
    const at = this.rows.findIndex((row) => row.id === id);
    if (at < 0) return;
    this.list.finish();
    if (!this.list.nodes.get(at)?.isConnected) {
      this.local.opened.add(id);
      this.show();
      this.list.finish();
    }
    const node = this.list.nodes.get(at);
    if (!node?.isConnected || node === document.activeElement) return;
    node.scrollIntoView({ block: "nearest" });
    if (this.root.contains(document.activeElement)) node.focus({ preventScroll: true });
    else this.keepOneTabStop();
  }

  /** The row `by` places on, or the next change; the focus goes with it. @param {number} by */
  step(by, changesOnly = false) {
    const all = this.list.all();
    let at = all.indexOf(/** @type {HTMLElement} */ (this.list.stop));
    if (changesOnly && !this.model.get("selected")) at = by > 0 ? -1 : all.length;
    do at += by; while (changesOnly && all[at] && !all[at].classList.contains("lt-change"));
    if (all[at]) this.list.focus(all[at]);
    else this.announce(this.say[by > 0 ? "at-end" : "at-start"]);
  }

  /* ---- keys: those of a grid, and none of them reaches the notebook ---- */

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab") return;
    if (event.key === "Escape") { this.leave(event); return; }
    event.stopPropagation();
    if (event.target === this.bar.search) {
      if (event.key === "Enter" || event.key === "ArrowDown") this.act(event, () => this.first());
      return;
    }
    /** @type {Record<string, () => void>} */
    const acts = { ...this.everywhere(), ...(isIn(event, ".lt-body") && this.inGrid(/** @type {HTMLElement} */ (event.target))) };
    if (Object.hasOwn(acts, event.key)) this.act(event, acts[event.key]);
  }

  everywhere() {
    return {
      "/": () => this.bar.search.focus(),
      "?": () => this.toggleHelp(),
      n: () => this.step(1, true),
      p: () => this.step(-1, true),
    };
  }

  /** @param {HTMLElement} row */
  inGrid(row) {
    return {
      ArrowDown: () => this.step(1), j: () => this.step(1), ArrowUp: () => this.step(-1), k: () => this.step(-1),
      Home: () => this.first(), End: () => this.list.focus(this.list.all().at(-1)),
      ArrowLeft: () => this.list.slide(-1), ArrowRight: () => this.list.slide(1),
      Enter: () => this.toggle(row), " ": () => this.toggle(row), y: () => this.copy(),
    };
  }

  /** @param {KeyboardEvent} event @param {() => void} what */
  act(event, what) {
    event.preventDefault();
    what();
  }

  first() {
    const node = this.list.first();
    if (node) this.list.focus(node);
  }

  /** Esc gives the keyboard back: from the search box to the list, from the list to the notebook's cell.
   *  @param {KeyboardEvent} event */
  leave(event) {
    if (document.activeElement === this.bar.search) {
      event.stopPropagation();
      this.bar.search.value = this.local.query = "";
      this.show(true);
      this.first();
    } else {
      /** @type {HTMLElement | null} */ (this.root.closest(".jp-Cell"))?.focus();
    }
  }

  /** @param {string} sentence */
  announce(sentence) {
    this.live.textContent = sentence;
  }

  copy() {
    const row = this.rows.find((each) => each.id === this.model.get("selected"));
    const chosen = row ? [row] : this.rows.filter((each) => !isQuiet(each));
    this.announce(copyRows(chosen, this.many) ? fill(this.say.copied, { count: chosen.length }) : this.say["copy-failed"]);
  }
}

/** @param {Row} row */
const kindOf = (row) => (row.cells ? null : row.kind);

/** The row of the list in which something happened. @param {Event} event @returns {HTMLElement | null} */
function rowAt({ target }) {
  return target instanceof Element ? target.closest(".lt-body > .lt-row") : null;
}

/** @param {Event} event @param {string} selector */
function isIn({ target }, selector) {
  return target instanceof Element && target.closest(selector) !== null;
}
