/* Rows as nodes of the page. A document's text is untrusted and reaches them through textContent alone. */
import { cellsOf, isLong, labelsOf } from "./cells.js";
import { paragraphsOf } from "./paragraphs.js";
import { isChange, isHeading, tagsOf } from "./rows.js";

/** @typedef {import("./rows.js").Row} Row
 *  @typedef {import("./rows.js").Run} Run
 *  @typedef {import("./rows.js").Say} Say
 *  @typedef {import("./cells.js").Side} Side */

/** `sentence` with its {names} filled in; of `{count:article|articles}` the number, and the noun that goes with it.
 *  @param {string} sentence @param {Record<string, unknown>} details */
export const fill = (sentence, details) => sentence.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name, one, many) =>
  many === undefined ? String(details[name]) : `${details[name]} ${String(details[name]) === "1" ? one : many}`);

/** @template {keyof HTMLElementTagNameMap} Tag
 *  @param {Tag} tag @param {string} className @param {(Node | string)[]} children */
export function make(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

/** @param {string} className @param {string} label @param {(event: MouseEvent) => void} act */
export function button(className, label, act) {
  const node = make("button", className, label);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}

/** @param {Run} run */
export function words([op, text]) {
  if (op === "both") return make("ins", "", make("del", "", text));
  if (op === "equal") return document.createTextNode(text);
  return make(op === "insert" ? "ins" : "del", "", text);
}

/** @param {Record<string, unknown>} states */
const named = (states) => Object.keys(states).filter((name) => states[name]).join(" ");

/** @template {keyof HTMLElementTagNameMap} Tag
 *  @param {Tag} tag @param {string} role @param {string} className @param {(Node | string)[]} children */
export function cellNode(tag, role, className, ...children) {
  const node = make(tag, className, ...children);
  node.setAttribute("role", role);
  return node;
}

/** @param {Side} side */
function paragraphNodes({ labels, runs }) {
  return paragraphsOf(runs, labels).map(({ label, item, runs: kept }) => {
    const paragraph = make("p", "");
    if (item) paragraph.append(label);
    else if (label) paragraph.append(make("b", "", label), "\u3000");
    paragraph.append(...kept.map(words));
    return paragraph;
  });
}

/** @param {Side} cell @param {Say} say */
function sideNode(cell, say) {
  /** @type {HTMLElement[]} */
  let nodes = paragraphNodes(cell);
  if (cell.gone && nodes.length) nodes = [make("del", "lt-whole", ...nodes)];
  if (cell.come && nodes.length) nodes = [make("ins", "lt-whole", ...nodes)];
  const states = { "lt-come": cell.come, "lt-gone": cell.gone, "lt-same": cell.kind === "unchanged" };
  const node = cellNode("td", "gridcell", `lt-side ${named(states)}`);
  const tags = [cell.kind === "unchanged" ? "" : (cell.kind ?? ""), cell.moved ? "moved" : ""].filter(Boolean);
  const notes = doubtsOf(cell).map((doubt) => doubtNode(doubt, say));
  if (tags.length + notes.length) node.append(make("div", "lt-step", ...tags.map((tag) => tagNode(tag, say)), ...notes));
  node.append(...nodes);
  return node;
}

/** @param {string} tag @param {Say} say */
const tagNode = (tag, say) => make("span", `lt-tag lt-${tag}`, say[`kind-${tag}`]);

/** Why a row is doubtful, by its kind: what only came or went may be what stands in its place, what stayed names another clause.
 *  @type {Record<string, string>} */
const DOUBTS = { added: "opposite", deleted: "opposite", unchanged: "repeated" };

/** What a reader has to look at before relying on it. @param {{in_place?: boolean, doubtful?: boolean, kind?: string | null}} of */
const doubtsOf = ({ in_place, doubtful, kind }) => [
  ...(in_place ? ["in-place"] : []),
  ...(doubtful ? [DOUBTS[kind ?? ""] ?? "doubtful"] : []),
];

/** Why two wordings that have little in common stand in one row. @param {string} doubt @param {Say} say */
function doubtNode(doubt, say) {
  const note = make("span", "lt-note", say[doubt]);
  note.title = say[`${doubt}-why`] ?? "";
  return note;
}

/** @param {Row} row @param {Say} say */
function headNode(row, say) {
  const cell = cellNode("th", "rowheader", "lt-head");
  const number = make("span", "lt-number");
  cell.append(number);
  if (row.cells) {
    number.append(labelsOf(row).join("、") || (say[`level-${row.level}`] ?? ""));
    return cell;
  }
  const before = row.old.join("、");
  const after = row.new.join("、");
  if (before && after && before !== after) number.append(make("s", "", before), " ", make("span", "", `\u2192 ${after}`));
  else number.append(after || before || (say[`level-${row.level}`] ?? ""));
  for (const tag of tagsOf(row)) {
    if (tag !== "unchanged" || !(row.renumbered || isHeading(row))) cell.append(tagNode(tag, say));
  }
  cell.append(...doubtsOf(row).map((doubt) => doubtNode(doubt, say)));
  for (const [name, kind] of row.parts ?? []) {
    cell.append(make("span", `lt-part lt-${kind}`, `${name} ${say[`kind-${kind}`]}`));
  }
  return cell;
}

/** @param {Row} row @param {number} at @param {Say} say @param {[string, string][]} columns */
export function rowNode(row, at, say, columns) {
  const cells = cellsOf(row);
  const states = {
    "lt-heading": isHeading(row), "lt-title": row.level === "title", "lt-change": isChange(row), "lt-quiet": !row.cells && row.kind === "unchanged",
    "lt-long": isLong(cells),
  };
  const node = cellNode("tr", "row", `lt-row ${named(states)}`);
  node.setAttribute("aria-rowindex", String(at + 2));
  node.dataset.id = row.id;
  node.tabIndex = -1;
  const sides = cells.map((cell) => sideNode(cell, say));
  for (const [i, side] of sides.entries()) side.dataset.column = columns[i].join(" ").trim();
  node.append(headNode(row, say), ...sides);
  return node;
}
