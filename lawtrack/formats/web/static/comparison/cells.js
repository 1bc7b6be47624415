/* What stands in each column of a row, and how it is marked. */

/** @typedef {import("./rows.js").Row} Row
 *  @typedef {import("./rows.js").TwoRow} TwoRow
 *  @typedef {import("./rows.js").Run} Run
 *  @typedef {{labels: string[], runs: Run[], kind?: string | null, moved?: boolean, in_place?: boolean, doubtful?: boolean, come: boolean, gone: boolean}} Side */

const UNMARKED = new Set(["added", "deleted", "unchanged"]);
const ACROSS = { two: 60, many: 74 }; // characters that stand side by side on a printed page, where many have smaller type
const WHOLE = 16; // a row of at most so many printed lines stays on one page, which holds about twice as many

/** One side of the operations: [[op, text]…] without what the other side alone has.
 *  @param {Run[]} ops @param {string} side */
export const sideOf = (ops, side) => ops.filter(([op]) => op === "equal" || op === side);

/** @type {Record<string, (text: string) => string>} */
const PLAIN = {
  equal: (text) => text, delete: (text) => `[-${text}-]`, insert: (text) => `{+${text}+}`, both: (text) => `{+[-${text}-]+}`,
};

/** Old and new in one line of plain text: `[-old-]{+new+}`, as git writes it. @param {Run[]} ops */
export const markedText = (ops) => ops.map(([op, text]) => PLAIN[op](text)).join("");

/** What to show of one side of a row: as the kernel marked it, or else as the operations have it.
 *  @param {TwoRow} row @param {string} side */
export const shownOf = (row, side) => row.sides?.[side === "delete" ? 0 : 1] ?? sideOf(row.ops, side);

/** The columns of a row: each {labels, runs: [[op, text]…], kind, moved, come, gone}. `come` and `gone` say that the whole
    clause is new here, or has no place in the next text; such a cell is marked as a whole and not word by word.
 *  @param {Row} row @returns {Side[]} */
export function cellsOf(row) {
  if (row.cells) {
    const { cells } = row;
    return cells.map((cell, at) => marked({ ...cell, come: cell.kind === "added", gone: cells[at + 1]?.kind === "deleted" }));
  }
  const quiet = UNMARKED.has(row.kind);
  /** @param {string[]} labels @param {string} op */
  const side = (labels, op) => ({ labels, runs: quiet ? relabelled(shownOf(row, op), { [op]: "equal" }) : shownOf(row, op) });
  return [
    { ...side(row.old, "delete"), come: false, gone: row.kind === "deleted" },
    { ...side(row.new, "insert"), come: row.kind === "added", gone: false },
  ];
}

/** @param {Run[]} runs @param {Record<string, string>} names @returns {Run[]} */
const relabelled = (runs, names) => runs.map(([op, text]) => [names[op] ?? op, text]);

/** @param {Side} cell @returns {Side} */
function marked(cell) {
  let { runs } = cell;
  if (cell.come) runs = relabelled(runs, { insert: "equal", both: "delete" });
  if (cell.gone) runs = relabelled(runs, { delete: "equal", both: "insert" });
  return { ...cell, runs };
}

/** The numbers that a row goes by: the newest that it has. @param {Row} row */
export const labelsOf = (row) => cellsOf(row).map(({ labels }) => labels).findLast((labels) => labels.length) ?? [];

/** Would the row take so much of a printed page that it may go on to the next? @param {Side[]} cells */
export function isLong(cells) {
  const room = Math.floor((cells.length > 2 ? ACROSS.many : ACROSS.two) / cells.length) - 1;
  /** @param {Side} side */
  const lines = ({ runs }) => wordsOf(runs).split("\n").reduce((sum, line) => sum + Math.ceil(line.trim().length / room), 0);
  return cells.some((cell) => lines(cell) > WHOLE);
}

/** @param {Run[]} runs */
export const wordsOf = (runs) => runs.map(([, text]) => text).join("");

/** "第三条—第七条" for a run of rows. @param {Row[]} rows */
export function spanOf(rows) {
  const labels = rows.flatMap(labelsOf).filter(Boolean);
  if (labels.length === 0) return "";
  return labels.length === 1 ? labels[0] : `${labels[0]}—${labels.at(-1)}`;
}
