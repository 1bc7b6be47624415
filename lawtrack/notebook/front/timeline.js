/* The year as a timeline: a row a project, a label a stage, as many lines of labels as it takes for none to cover another. */
import { html } from "./preact.js";
import { usePage } from "./ui.js";
/** @import { YearRow, YearShown } from "./answers" */
/** @import { Opens } from "./types" */

/** What stands at a day: `at` hundredths of the year; `back` where the words stand before it.
 *  @typedef {{at: number, words: string, title: string, kind: string, back?: boolean}} Mark */

const MONTHS = 720; // pixels that the months have at least (page.css)
const LINE = 16; // pixels of a line of labels
const LEAST = 36; // pixels of a row

/** Hundredths of the year that a label takes where the months are narrowest. @param {string} words */
const widthOf = (words) => ([...words].reduce((sum, sign) => sum + (sign > "\u2e80" ? 12 : 7.5), 10) / MONTHS) * 100;

/** Each mark on the first line that has room for its words; what lies late in the year has them before it.
 *  @param {Mark[]} marks */
export function laid(marks) {
  /** @type {[number, number][][]} */
  const lines = [];
  return marks.map((mark) => {
    const width = widthOf(mark.words);
    const back = mark.back ?? mark.at + width > 100;
    const from = back ? mark.at - width : mark.at;
    let line = lines.findIndex((taken) => taken.every(([start, end]) => from + width <= start || from >= end));
    if (line < 0) line = lines.push([]) - 1;
    lines[line].push([from, from + width]);
    return { ...mark, back, line };
  });
}

/** Where a day lies in the year, null where it lies in another; the middle of the month where the day is not known.
 *  @param {string | null} iso @param {number} year */
function placeOf(iso, year) {
  const told = /(\d{4})-(\d\d)(?:-(\d\d))?/.exec(iso ?? "");
  if (!told || Number(told[1]) !== year) return null;
  return ((Number(told[2]) - 1 + (Number(told[3] ?? 15) - 1) / 31) / 12) * 100;
}

/** The stages of a row that lie in the year, by when the next has to be there, and the first of a later year.
 *  @param {YearRow} row @param {number} year */
function marksOf(row, year) {
  const marks = row.track.flatMap((step) => {
    const at = placeOf(step.date, year);
    return at === null ? [] : [/** @type {Mark} */ ({ at, words: step.label, title: `${step.label} ${step.date}`, kind: step.state })];
  });
  const due = placeOf(row.due, year);
  if (due !== null) marks.push({ at: due, words: `${row.next_label ?? ""} ≤ ${row.due?.slice(5)}`, title: `${row.next_label ?? ""} ≤ ${row.due}`, kind: "due", back: due > 70 ? true : undefined });
  const later = row.track.find((step) => (step.date ?? "").replace(/^[^0-9]/, "").slice(0, 4) > String(year));
  if (later) marks.push({ at: 100, words: `${later.label} ${later.date} ›`, title: `${later.label} ${later.date}`, kind: "later", back: true });
  return laid(marks);
}

const monthName = (/** @type {number} */ month, /** @type {string} */ lang) => new Date(2020, month - 1, 1).toLocaleDateString(lang === "en" ? "en" : "zh-CN", { month: "short" });

/** @param {{rows: YearRow[], plan: YearShown, open: Opens}} props */
export function Timeline({ rows, plan, open }) {
  const { t, lang } = usePage();
  const months = Array.from({ length: 12 }, (_, at) => at + 1);
  const now = placeOf(plan.as_of, plan.year);
  return html`<div class="timeline" role="table" aria-label=${t("view-timeline")}>
    <div class="heads" role="row"><span role="columnheader">${t("head-project")}</span><span class="months" role="columnheader">${months.map((month) => html`<i>${monthName(month, lang)}</i>`)}</span></div>
    ${rows.map((row) => html`<${Line} key=${row.id} row=${row} year=${plan.year} now=${now} open=${open} />`)}
  </div>`;
}

/** @param {{row: YearRow, year: number, now: number | null, open: Opens}} props */
function Line({ row, year, now, open }) {
  const marks = marksOf(row, year);
  const height = Math.max(LEAST, 4 + LINE * Math.max(...marks.map(({ line }) => line + 1)));
  return html`<div class="line" role="row" style=${`min-height:${height}px`}><span role="rowheader"><button type="button" class="link" onClick=${() => open(row)}>${row.title}</button></span>
    <span class="months" role="cell" aria-label=${row.track.filter((step) => step.date).map((step) => `${step.label} ${step.date}`).join("，") || row.stage_label}>${Array.from({ length: 12 }, () => html`<i></i>`)}
      ${marks.map(({ at, words, title, kind, back, line }) => html`<b class=${`${kind} ${back ? "back" : ""}`} style=${`${back ? `right:${100 - at}%` : `left:${at}%`};top:${2 + LINE * line}px`} title=${title}>${words}</b>`)}
      ${now !== null && html`<s style=${`left:${now}%`}></s>`}</span></div>`;
}
