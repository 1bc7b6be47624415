/* One side of a row as paragraphs. */

/** @typedef {import("./rows.js").Run} Run
 *  @typedef {{label: string, item: boolean, runs: Run[]}} Paragraph */

const BEFORE_TEXT = /^[\s#]+/; // blanks, and the marks of a Markdown heading
const ITEM = /^[（(][一二三四五六七八九十百]+[）)]/;

/** One side as paragraphs, each {label, item, runs: [[op, text]…]}: the number in front is split off, so that a new
    number is not marked as a change of words; `item` says that it is the number of an item.
 *  @param {Run[]} side @param {string[]} labels */
export function paragraphsOf(side, labels) {
  /** @type {Run[][]} */
  const lines = [[]];
  for (const [op, text] of side) {
    text.split("\n").forEach((piece, at) => {
      if (at > 0) lines.push([]);
      if (piece) lines[lines.length - 1].push([op, piece]);
    });
  }
  return joined(lines.map((runs) => paragraphOf(trimmed(runs), labels)).filter(({ label, runs }) => label || runs.length));
}

/** A number that stands alone on its line, as Word files often have it, belongs to the paragraph below.
 *  @param {Paragraph[]} paragraphs */
function joined(paragraphs) {
  /** @type {Paragraph[]} */
  const kept = [];
  for (const paragraph of paragraphs) {
    const last = kept.at(-1);
    if (last && last.runs.length === 0 && !paragraph.label) last.runs = paragraph.runs;
    else kept.push(paragraph);
  }
  return kept;
}

/** @param {Run[]} runs */
function trimmed(runs) {
  const kept = runs.slice();
  while (kept.length && !kept[0][1].replace(BEFORE_TEXT, "")) kept.shift();
  if (kept.length) kept[0] = [kept[0][0], kept[0][1].replace(BEFORE_TEXT, "")];
  return kept;
}

/** @param {Run[]} runs @param {string[]} labels @returns {Paragraph} */
function paragraphOf(runs, labels) {
  const text = runs.map(([, piece]) => piece).join("");
  const label = labels.filter((each) => text.startsWith(each)).toSorted((a, b) => b.length - a.length)[0] ?? "";
  const item = label ? "" : (ITEM.exec(text)?.[0] ?? "");
  const number = label || item;
  return { label: number, item: item !== "", runs: number ? trimmed(without(runs, number.length)) : runs };
}

/** The runs behind the first `length` characters. @param {Run[]} runs @param {number} length */
function without(runs, length) {
  /** @type {Run[]} */
  const kept = [];
  for (const [op, text] of runs) {
    if (length < text.length) kept.push([op, text.slice(length)]);
    length = Math.max(0, length - text.length);
  }
  return kept;
}
