/* Which rows stand on the page, and which are folded away. */
import { cellsOf, wordsOf } from "./cells.js";
import { RANKS, isChange, isHeading, tagsOf } from "./rows.js";

/** What stands on the page, in order: {row: i} or {fold: [i…]} for a run of unchanged rows that is folded away.

    `view` = {filters, showUnchanged, opened: Set of row ids, collapsed: Set of row ids, query}. */
export function layoutOf(rows, view) {
  const narrowed = view.filters.length > 0 || view.query !== "";
  const hidden = hiddenByHeading(rows, view.collapsed);
  const shown = rows.map((row, i) => !hidden[i] && !isHeading(row) && isShown(row, view, narrowed));
  showHeadings(rows, shown, hidden, view, narrowed);
  const page = [];
  rows.forEach((row, i) => {
    if (shown[i]) page.push({ row: i });
    else if (narrowed || hidden[i] || row.level !== "article") return;
    else if (page.at(-1)?.fold) page.at(-1).fold.push(i);
    else page.push({ fold: [i] });
  });
  return page;
}

function isShown(row, view, narrowed) {
  if (!narrowed) return isChange(row) || view.showUnchanged || view.opened.has(row.id);
  const wanted = view.filters.length === 0 || tagsOf(row).some((tag) => view.filters.includes(tag));
  return wanted && (view.query === "" || matches(row, view.query));
}

const matches = (row, query) =>
  cellsOf(row).some(({ labels, runs }) => [wordsOf(runs), ...labels].some((text) => text.includes(query)));

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

/* A heading shows when it is changed itself, or when something under it shows. */
function showHeadings(rows, shown, hidden, view, narrowed) {
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
