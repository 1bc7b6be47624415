/* Which rows stand on the page, and which are folded away. */
import { cellsOf, wordsOf } from "./cells.js";
import { RANKS, isHeading, isQuiet, tagsOf } from "./rows.js";

/** @typedef {import("./rows.js").Row} Row
 *  @typedef {import("./listing.js").Item} Item
 *  @typedef {{filters: string[], showUnchanged: boolean, opened: Set<string>, collapsed: Set<string>, query: string}} Wanted
 *    what the reader wants to see; `opened` and `collapsed` are ids of rows */

/** What stands on the page, in order: {row: i} or {fold: [i…]} for a run of unchanged rows that is folded away.

    @param {Row[]} rows @param {Wanted} view @returns {Item[]} */
export function layoutOf(rows, view) {
  const narrowed = view.filters.length > 0 || view.query !== "";
  const hidden = hiddenByHeading(rows, view.collapsed);
  const shown = rows.map((row, i) => !hidden[i] && !isHeading(row) && isShown(row, view, narrowed));
  showHeadings(rows, shown, hidden, view, narrowed);
  /** @type {Item[]} */
  const page = [];
  rows.forEach((row, i) => {
    if (shown[i]) page.push({ row: i });
    else if (narrowed || hidden[i] || row.level !== "article") return;
    else foldInto(page, i);
  });
  return page;
}

/** @param {Item[]} page @param {number} i */
function foldInto(page, i) {
  const last = page.at(-1);
  if (last?.fold) last.fold.push(i);
  else page.push({ fold: [i] });
}

/** @param {Row} row @param {Wanted} view @param {boolean} narrowed */
function isShown(row, view, narrowed) {
  if (!narrowed) return !isQuiet(row) || view.showUnchanged || view.opened.has(row.id);
  const wanted = view.filters.length === 0 || tagsOf(row).some((tag) => view.filters.includes(tag));
  return wanted && (view.query === "" || matches(row, view.query));
}

/** @param {Row} row @param {string} query */
const matches = (row, query) =>
  cellsOf(row).some(({ labels, runs }) => [wordsOf(runs), ...labels].some((text) => text.includes(query)));

/** @param {Row[]} rows @param {Set<string>} collapsed @returns {boolean[]} */
function hiddenByHeading(rows, collapsed) {
  let rank = Infinity;
  return rows.map((row) => {
    if (isHeading(row) && RANKS[row.level] <= rank) rank = Infinity;
    else if (rank !== Infinity && (row.level === "article" || isHeading(row))) return true;
    else rank = Infinity;
    if (isHeading(row) && collapsed.has(row.id)) rank = RANKS[row.level];
    return false;
  });
}

/** A heading shows when it is changed itself, or when something under it shows.
 *  @param {Row[]} rows @param {boolean[]} shown @param {boolean[]} hidden @param {Wanted} view @param {boolean} narrowed */
function showHeadings(rows, shown, hidden, view, narrowed) {
  /** @type {Record<string, boolean>} */
  let below = {};
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i];
    if (!isHeading(row)) {
      if (row.level !== "article") below = {};
      else if (shown[i]) for (const level of Object.keys(RANKS)) below[level] = true;
      continue;
    }
    shown[i] = !hidden[i] && (Boolean(below[row.level]) || view.collapsed.has(row.id) || isShown(row, view, narrowed));
    for (const level of Object.keys(RANKS)) if (RANKS[level] >= RANKS[row.level]) delete below[level];
    if (shown[i]) for (const level of Object.keys(RANKS)) if (RANKS[level] < RANKS[row.level]) below[level] = true;
  }
}
