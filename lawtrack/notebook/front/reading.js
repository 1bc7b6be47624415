/* One version to read: outline, text, and what the checks found beside it. */
import { html, useEffect, useRef, useState } from "./preact.js";
import { Marked } from "./marked.js";
import { Asked, isTyping, useAsk, usePage } from "./ui.js";
/** @import { ClauseRead } from "./answers" */
/** @import { InHand, OnValue, Typed } from "./types" */

const words = (/** @type {ClauseRead} */ row) => row.lines.join("\n");
const ITEM = /^([（(][一二三四五六七八九十百]+[）)]|[0-9０-９]+[.．])/;

/** @param {{draft: string, version: string, clause: InHand | null, open: (eid: string, tab?: string) => void, typed: Typed}} props */
export function Reading({ draft, version, clause, open, typed }) {
  const { t } = usePage();
  const asked = useAsk("project.read", { draft, version });
  const { result } = asked;
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState("outline");
  const text = useRef(null);
  const search = useRef(null);
  useEffect(() => { if (clause) text.current?.querySelector(`[data-eid="${clause.eid}"]`)?.scrollIntoView({ block: "nearest" }); }, [clause?.eid]);
  if (!result) return html`<div class="column"><${Asked} asked=${asked} /></div>`;
  const jump = (/** @type {string} */ eid) => { const node = text.current?.querySelector(`[data-eid="${eid}"]`); if (node instanceof HTMLElement) { node.scrollIntoView({ block: "start" }); node.focus(); } };
  const articles = () => [...(text.current?.querySelectorAll("article") ?? [])];
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = articles();
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const to = /** @type {Record<string, number>} */ ({ ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: all.length - 1 })[event.key];
    if (to !== undefined) { event.preventDefault(); all[to]?.focus(); }
    else if (event.key === "Enter" && at >= 0) { event.preventDefault(); open(all[at].dataset.eid ?? ""); }
    else if (event.key === "/") { event.preventDefault(); search.current?.focus(); }
  };
  const hits = query.trim() ? result.rows.reduce((sum, row) => sum + words(row).split(query.trim()).length - 1, 0) : 0;
  return html`<div class="reading" onKeyDown=${onKey}>
    <aside class="outline"><span class="views" role="group" aria-label=${t("aside")}>
        <button type="button" aria-pressed=${String(shown === "outline")} onClick=${() => setShown("outline")}>${t("outline")}</button>
        <button type="button" aria-pressed=${String(shown === "findings")} onClick=${() => setShown("findings")}>${t("findings")} <b>${result.findings.length}</b></button></span>
      ${shown === "outline" ? html`<ol>${result.outline.map((node) => html`<li class=${node.level}><button type="button" class="link" onClick=${() => jump(node.eid)}>${node.label} ${node.heading}</button></li>`)}</ol>`
        : result.findings.length === 0 ? html`<p class="quiet pad">${t("no-findings")}</p>`
        : html`<ul class="found">${result.findings.map((one) => html`<li class=${one.severity}><button type="button" onClick=${() => { const eid = one.eid.split("__")[0]; jump(eid); if (eid) open(eid, "findings"); }}><b>${t(`severity-${one.severity}`)}</b> ${one.message}</button></li>`)}</ul>`}
    </aside>
    <div class="column"><${Asked} asked=${asked} /><div class="bar tools"><input type="search" ref=${search} aria-label=${t("search-text")} placeholder=${t("search-text")} value=${query} onInput=${(/** @type {OnValue} */ event) => setQuery(event.currentTarget.value)} />
      <span class="hits" role="status">${query.trim() ? t("hits", { count: hits }) : ""}</span><span class="gap"></span><small>${t("articles", { count: result.count })}</small></div>
      <div class="text" ref=${text} tabindex="0" role="document" aria-label=${result.title}>
        <h2 class="law-title">${result.title}</h2>${result.note && html`<p class="law-note">${result.note}</p>`}
        ${result.problems.length > 0 && html`<ul class="problems">${result.problems.map((one) => html`<li>${t("line", { line: one.line })} ${one.message}</li>`)}</ul>`}
        ${result.rows.map((row, /** @type {number} */ at) => row.level === "article" ? html`<article key=${row.eid} data-eid=${row.eid} tabindex=${at === 0 ? 0 : -1} class=${`${clause?.eid === row.eid ? "in-hand" : ""} ${typed.rewritten[row.eid] !== undefined ? "edited" : ""} ${typed.deleted.includes(row.eid) ? "struck" : ""}`}
            onClick=${() => { if (!window.getSelection()?.toString()) open(row.eid); }}>
            <div class="marks">${row.findings > 0 && html`<span class=${row.severe ? "severe" : ""} title=${t("findings")}>${t("mark-findings", { count: row.findings })}</span>`}${row.opinions > 0 && html`<span title=${t("opinions")}>${t("mark-opinions", { count: row.opinions })}</span>`}${typed.rewritten[row.eid] !== undefined && html`<span>${t("edited")}</span>`}</div>
            ${(typed.rewritten[row.eid] ?? row.lines.join("\n")).split("\n").map((/** @type {string} */ line, n) => html`<p class=${ITEM.test(line) ? "item" : ""}>${n === 0 ? html`<b>${row.label}</b>　` : ""}<${Marked} words=${line} query=${query} /></p>`)}
          </article>`
          : html`<h3 key=${row.eid} data-eid=${row.eid} tabindex="-1" class=${row.level}>${row.label} ${row.heading}</h3>`)}
      </div></div></div>`;
}
