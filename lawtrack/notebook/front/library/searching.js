/* Words found in the body of law: hits marked, a click opens the clause in its text beside them. */
import { html, useEffect, useRef, useState } from "./preact.js";
import { Asked, dated, keep, kept, useAsk, usePage } from "./ui.js";
/** @import { Hit } from "./answers" */
/** @import { Requests } from "./requests" */
/** @import { OnInput, OnValue } from "./types" */

/** @param {{runs: [boolean, string][]}} props */
export const Runs = ({ runs }) => runs.map(([out, words]) => (out ? html`<mark>${dated(words)}</mark>` : dated(words)));

export function Searching() {
  const { t } = usePage();
  const [form, setForm] = useState({ words: "", title: "", penalties: false, pattern: false, .../** @type {Requests["library.search"]} */ (kept("law-search")) });
  const [asked, setAsked] = useState(form);
  const [open, setOpen] = useState(/** @type {Hit | null} */ (null));
  const wanted = form.pattern ? "search-law-pattern" : "search-law";
  const idle = !asked.words && !asked.penalties;
  const answered = useAsk("library.search", asked, idle);
  const set = (/** @type {string} */ name, /** @type {string} */ value) => setForm({ ...form, [name]: value });
  const go = (next = form) => { setAsked(next); setOpen(null); keep("law-search", next); };
  const found = idle ? null : answered.result;
  return html`<form class="bar tools" role="search" onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); go(); }}>
      <select aria-label=${t("search-how")} value=${form.pattern ? "pattern" : "words"} onChange=${(/** @type {OnValue} */ event) => setForm({ ...form, pattern: event.currentTarget.value === "pattern" })}><option value="words">${t("search-words")}</option><option value="pattern">${t("search-pattern")}</option></select>
      <input type="search" class="long" aria-label=${t(wanted)} placeholder=${t(wanted)} value=${form.words} onInput=${(/** @type {OnValue} */ event) => set("words", event.currentTarget.value)} />
      <input type="search" aria-label=${t("search-title")} placeholder=${t("search-title")} value=${form.title} onInput=${(/** @type {OnValue} */ event) => set("title", event.currentTarget.value)} />
      <label><input type="checkbox" checked=${form.penalties} onChange=${(/** @type {OnInput} */ event) => { const next = { ...form, penalties: event.currentTarget.checked }; setForm(next); go(next); }} /> ${t("search-penalties")}</label>
      <button type="submit" class="primary">${t("search-go")}</button>
      <span class="hits" role="status">${found ? t(found.read !== null ? "search-so-far" : !found.counted ? "search-at-least" : found.total > found.rows.length ? "search-most" : "search-found", { total: found.total, shown: found.rows.length, read: found.read ?? 0 }) : ""}</span>
      ${found && found.read !== null && html`<button type="button" onClick=${() => setAsked({ ...asked, count: true })}>${t("search-on")}</button>`}</form>
    ${!idle && html`<${Asked} asked=${answered} />`}
    ${idle ? html`<p class="empty">${t("search-empty")}</p>` : found && found.rows.length === 0 ? html`<p class="empty">${found.read === null ? t("no-match") : t("search-so-far", { total: 0, read: found.read })}</p>${found.advice.map((words) => html`<p class="quiet">${words}</p>`)}`
      : found && html`<div class="two-panes"><ol class="law-hits">${found.rows.map((row) => html`<li key=${row.instrument + row.eid}><button type="button" aria-pressed=${String(open === row)} onClick=${() => setOpen(row)}><b>${row.title}</b> ${row.label}</button><p><${Runs} runs=${row.runs} /></p></li>`)}</ol>
        ${open && html`<${Text} key=${open.instrument} row=${open} />`}</div>`}`;
}

/** @param {{row: Hit}} props */
function Text({ row }) {
  const asked = useAsk("library.text", { instrument: row.instrument });
  const { result } = asked;
  const node = useRef(null);
  useEffect(() => { node.current?.querySelector(".in-hand")?.scrollIntoView({ block: "center" }); }, [result, row]);
  if (!result) return html`<div class="text"><${Asked} asked=${asked} /></div>`;
  return html`<div class="text" tabindex="0" ref=${node}><${Asked} asked=${asked} /><h2 class="law-title">${result.title}</h2>${result.rows.map((one) => (one.level === "article"
    ? html`<article key=${one.eid} class=${one.eid === row.eid ? "in-hand" : ""}>${one.lines.map((/** @type {string} */ line, /** @type {number} */ at) => html`<p>${at === 0 ? html`<b>${one.label}</b>　` : ""}${line}</p>`)}</article>` : html`<h3 key=${one.eid}>${one.label}　${one.heading}</h3>`))}</div>`;
}
