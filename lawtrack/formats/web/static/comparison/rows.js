/* What kind of change a row is. A row of a comparison has one step from text to text; a row of a concordance carries its
   `cells` and has a step before each further column. */

/** @typedef {import("./shapes").ViewerRow & {cells?: undefined}} TwoRow a clause of two texts
 *  @typedef {TwoRow | import("./shapes").ConcordanceRow} Row a clause of two texts, or of many
 *  @typedef {string[]} Run an operation (equal, delete, insert, both) and its words
 *  @typedef {Record<string, string>} Say the words for the reader, by name */

export const KINDS = ["added", "deleted", "amended", "split", "merged", "moved", "renumbered", "unchanged"];
/** @type {Record<string, number>} */
export const RANKS = { part: 0, subpart: 1, chapter: 2, section: 3 };

/** The steps from text to text that a row shows: one in a comparison, one before each further column in a concordance.
 *  @param {Row} row @returns {{kind: string | null, moved: boolean, renumbered: boolean}[]} */
const stepsOf = (row) => (row.cells ? row.cells.filter(({ kind }) => kind) : [row]);

/** The chips that a row belongs to: its kinds, and the flags that stand beside a kind. @param {Row} row */
export function tagsOf(row) {
  const tags = new Set(stepsOf(row).flatMap((step) => [step.kind, step.moved && "moved", step.renumbered && "renumbered"]));
  if (row.cells && isChange(row)) tags.delete("unchanged");
  if (row.cells && !isChange(row)) tags.add("unchanged");
  return KINDS.filter((kind) => tags.has(kind));
}

/** Does the row change words or place? A new number alone is no change. @param {Row} row */
export const isChange = (row) => stepsOf(row).some(({ kind, moved }) => kind !== "unchanged" || moved);

/** Does the row stay as it is, with no doubt that a reader has to look at? @param {Row} row */
export const isQuiet = (row) => !isChange(row) && !(row.cells ?? [row]).some(({ doubtful }) => doubtful);

/** @param {Row} row */
export const isHeading = (row) => row.level in RANKS;

/** How many rows carry each tag; headings and the like are not counted among the articles. @param {Row[]} rows */
export function countTags(rows) {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  for (const row of rows) if (row.level === "article") for (const tag of tagsOf(row)) counts[tag] += 1;
  return counts;
}
