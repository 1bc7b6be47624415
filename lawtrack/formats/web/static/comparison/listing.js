/* The rows on the page, in blocks that a browser leaves unlaid until they come near: so that five thousand scroll as
   smoothly as fifty. What does not fit the first screen is put there in slices of time, so that the page answers. */
import { spanOf } from "./cells.js";
import { cellNode, fill, make, rowNode } from "./nodes.js";

const BLOCK = 40; // rows
const AT_ONCE = 40;
const SLICE = 12; // milliseconds

/** @typedef {{row?: number, fold?: number[]}} Item what `layoutOf` gives */

export class Listing {
  /** @param {import("./rows.js").Row[]} rows @param {Record<string, string>} say @param {[string, string][]} columns */
  constructor(rows, say, columns) {
    this.rows = rows;
    this.say = say;
    this.columns = columns;
    /** @type {Map<number, HTMLElement>} */
    this.nodes = new Map();
    /** @type {Item[]} */
    this.left = [];
    /** @type {Set<string>} */
    this.collapsed = new Set();
    this.timer = 0;
    /** @type {HTMLElement | null} the row that the keyboard is on */
    this.stop = null;
    this.grid = cellNode("table", "grid", "lt-grid");
    this.grid.setAttribute("aria-label", say.grid);
    this.grid.setAttribute("aria-rowcount", String(rows.length + 1));
    this.grid.append(this.head());
    this.scroll = make("div", "lt-scroll", this.grid);
  }

  head() {
    const row = cellNode("tr", "row", "lt-row lt-columns");
    row.setAttribute("aria-rowindex", "1");
    for (const [title, detail] of [[this.say["column-number"], ""], ...this.columns]) {
      const cell = cellNode("th", "columnheader", "", title);
      if (detail) cell.append(make("span", "lt-detail", detail));
      row.append(cell);
    }
    return cellNode("thead", "rowgroup", "lt-top", row);
  }

  /** Takes more rows, of which the first are those that are there. @param {import("./rows.js").Row[]} rows */
  extend(rows) {
    this.rows = rows;
    this.grid.setAttribute("aria-rowcount", String(rows.length + 1));
  }

  /** Puts `page` in the place of what was there; nodes are made once and kept.
   *  @param {Item[]} page @param {Set<string>} collapsed */
  lay(page, collapsed) {
    const top = this.scroll.scrollTop;
    const held = this.grid.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
    this.cancel();
    for (const block of this.blocks()) block.remove();
    this.collapsed = collapsed;
    this.left = page.slice();
    this.put(AT_ONCE);
    if (page.length === 0) this.block().append(this.wide("lt-none", this.say[this.rows.length ? "no-match" : "no-rows"]));
    while (this.left.length && top > 0 && this.scroll.scrollHeight < top + 2 * this.scroll.clientHeight) this.put(BLOCK);
    this.scroll.scrollTop = top;
    if (held && !held.isConnected) this.finish();
    if (held?.isConnected && held !== document.activeElement) held.focus({ preventScroll: true });
    this.later();
  }

  /** @param {number} count */
  put(count) {
    for (const item of this.left.splice(0, count)) {
      this.block().append(item.fold ? this.foldNode(item.fold) : this.node(/** @type {number} */ (item.row)));
    }
  }

  later() {
    if (!this.left.length) return;
    this.timer = window.setTimeout(() => {
      const until = performance.now() + SLICE;
      while (this.left.length && performance.now() < until) this.put(8);
      this.later();
    }, 0);
  }

  /** Puts there what is still to come. */
  finish() {
    this.put(Infinity);
  }

  cancel() {
    window.clearTimeout(this.timer);
  }

  blocks() {
    return /** @type {HTMLElement[]} */ ([...this.grid.querySelectorAll(".lt-body")]);
  }

  /* The last block, or a new one where it is full. */
  block() {
    const last = this.grid.lastElementChild;
    if (last?.classList.contains("lt-body") && last.childElementCount < BLOCK) return last;
    const made = cellNode("tbody", "rowgroup", "lt-body");
    this.grid.append(made);
    return made;
  }

  /** All rows on the page, in order. @returns {HTMLElement[]} */
  all() {
    this.finish();
    return [...this.grid.querySelectorAll(".lt-body > .lt-row")].filter((node) => node instanceof HTMLElement);
  }

  /** The first row on the page. @returns {HTMLElement | null} */
  first() {
    return this.grid.querySelector(".lt-body > .lt-row");
  }

  /** The node of the row of that place, on the page or not. @param {number} at */
  node(at) {
    const node = this.nodes.get(at) ?? rowNode(this.rows[at], at, this.say, this.columns);
    this.nodes.set(at, node);
    node.classList.toggle("lt-collapsed", this.collapsed.has(this.rows[at].id));
    return node;
  }

  /** @param {number[]} run */
  foldNode(run) {
    const rows = run.map((at) => this.rows[at]);
    const node = this.wide("lt-row lt-fold", make("span", "", fill(this.say.unchanged, { count: run.length, span: spanOf(rows) })));
    node.setAttribute("aria-rowindex", String(run[0] + 2));
    node.dataset.run = rows.map((row) => row.id).join(" ");
    node.tabIndex = -1;
    return node;
  }

  /** A row of one cell across all columns. @param {string} className @param {Node | string} words */
  wide(className, words) {
    const cell = cellNode("td", "gridcell", "", words);
    cell.setAttribute("colspan", String(this.columns.length + 1));
    return cellNode("tr", "row", className, cell);
  }

  /** Tab leads to this row and to no other; it is marked as the one in hand. @param {HTMLElement | null} node */
  stopAt(node) {
    if (this.stop) {
      this.stop.tabIndex = -1;
      this.stop.removeAttribute("aria-selected");
    }
    this.stop = node;
    if (!node) return;
    node.tabIndex = 0;
  }

  /** The row in hand, where there is one. @param {HTMLElement | null | undefined} node */
  focus(node) {
    if (!node) return;
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest" });
  }

  /** One column to the left or right, where there are more than fit. @param {number} by */
  slide(by) {
    const column = this.grid.querySelector(".lt-columns > :last-child");
    this.scroll.scrollBy({ left: by * (column instanceof HTMLElement ? column.offsetWidth : 0) });
  }
}
