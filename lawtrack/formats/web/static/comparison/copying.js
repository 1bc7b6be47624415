/* Rows on the clipboard: plain text with marks, and rich text for Word. */
import { cellsOf, markedText } from "./cells.js";
import { make, words } from "./nodes.js";

/** @typedef {import("./rows.js").Row} Row
 *  @typedef {import("./rows.js").Run} Run */

/** Copies `rows`; did the browser let it? @param {Row[]} rows @param {boolean} many */
export function copyRows(rows, many) {
  const plain = rows.map((row) => (row.cells ? tabbed(row) : markedText(row.ops))).join("\n");
  const rich = many
    ? make("table", "", ...rows.map((row) => make("tr", "", ...cellsOf(row).map(({ runs }) => make("td", "", ...broken(runs))))))
    : make("div", "", ...rows.flatMap((row) => (row.cells ? [] : [make("p", "", ...broken(row.ops))])));
  return writeClipboard(plain, new XMLSerializer().serializeToString(rich));
}

/** A row of a concordance as a line of a table: cells between tabs. @param {Row} row */
const tabbed = (row) => cellsOf(row).map(({ runs }) => markedText(runs).replace(/\s*\n\s*/g, " ")).join("\t");

/** Operations as nodes, with the lines of the text. @param {Run[]} ops @returns {Node[]} */
const broken = (ops) => ops.flatMap(([op, text]) =>
  text.split("\n").flatMap((piece, at) => (at ? [make("br", ""), words([op, piece])] : [words([op, piece])])));

/** The clipboard API is missing where the notebook comes over plain http, as on most intranets; the copy event is not.
 *  @param {string} plain @param {string} rich */
function writeClipboard(plain, rich) {
  /** @param {ClipboardEvent} event */
  const give = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/plain", plain);
    event.clipboardData?.setData("text/html", rich);
  };
  document.addEventListener("copy", give, { capture: true, once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", give, { capture: true });
  return done;
}
