/* A law chosen by mouse: from the collection by its title, or a file. A table that was made, shown and downloaded. */
import { html, useState } from "./preact.js";
import { carried, download } from "./link.js";
import { useDrop } from "./dropping.js";
import { Runs } from "./searching.js";
import { Asked, Doing, Problem, dated, useAsk, usePage } from "./ui.js";
/** @import { ListingShown } from "./answers" */
/** @import { Requests } from "./requests" */
/** @import { Carried, Law, Listed, OnFile, OnValue } from "./types" */

const ACCEPT = ".docx,.doc,.wps,.txt,.md,.html,.htm,.pdf";

/** `chosen`: null, {id, name} of the collection, or {file, name}; what a request carries of it is `carriedLaw`.
 *  @param {{label: string, chosen: Law | null, choose: (law: Law | null) => void}} props */
export function ChooseLaw({ label, chosen, choose }) {
  const { t } = usePage();
  const [words, setWords] = useState("");
  const [looking, setLooking] = useState(false);
  const { over, drop } = useDrop((one) => file(one));
  if (chosen) return html`<div class="choose-law"><b>${label}</b> <span>${chosen.name}</span> <button type="button" class="link" onClick=${() => choose(null)}>${t("law-change")}</button></div>`;
  const file = async (/** @type {File | undefined} */ one) => { if (one) choose({ file: await carried(one), name: one.name }); };
  return html`<div class=${`choose-law ${over ? "over" : ""}`} ...${drop}><b>${label}</b> <label class="file">${t("law-from-file")}<input type="file" accept=${ACCEPT} onChange=${(/** @type {OnFile} */ event) => file(event.currentTarget.files[0])} /></label>
    ${looking ? html`<input type="search" aria-label=${`${label} ${t("law-find")}`} placeholder=${t("law-find")} value=${words} onInput=${(/** @type {OnValue} */ event) => setWords(event.currentTarget.value)} /><${Titles} words=${words} take=${(/** @type {string[]} */ [id, name]) => choose({ id, name })} />`
      : html`<button type="button" onClick=${() => setLooking(true)}>${t("law-from-library")}</button>`}</div>`;
}

/** What a request carries of a chosen law, under `name`.
 *  @template {string} Name @param {Name} name @param {Law | null} chosen
 *  @returns {Record<Name, string> | Record<`${Name}-file`, Carried>} */
export function carriedLaw(name, chosen) {
  if (chosen?.file) return /** @type {Record<`${Name}-file`, Carried>} */ ({ [`${name}-file`]: chosen.file });
  return /** @type {Record<Name, string>} */ ({ [name]: chosen?.id ?? "" });
}

/** @param {{words: string, take: (row: string[]) => void, chosen?: string[]}} props */
export function Titles({ words, take, chosen = [] }) {
  const asked = useAsk("library.titles", { words });
  const { result } = asked;
  const rows = (result?.rows ?? []).filter(([id]) => !chosen.includes(id)).slice(0, 12);
  return html`<${Asked} asked=${asked} /><ul class="titles">${rows.map((row) => html`<li key=${row[0]}><button type="button" onClick=${() => take(row)}>${row[1]} <small>${row[2]}</small></button></li>`)}</ul>`;
}

/** The table of the request `name`, with its downloads; its notes where they do not stand above it already.
 *  @param {{name: Listed, given: Requests[Listed], found: ListingShown, notes?: boolean}} props */
export function Table({ name, given, found, notes = true }) {
  const { t, ask } = usePage();
  const [problem, setProblem] = useState("");
  const give = async (/** @type {string} */ kind) => {
    const answer = await ask(name, { ...given, kind, file: true });
    if (answer.ok) { download(answer.result.file); setProblem(""); } else setProblem(answer.say);
  };
  return html`<div class="bar tools"><b>${found.title}</b><span class="gap"></span><${Doing} className="primary" label="Word" act=${() => give(".docx")} /><${Doing} label="Excel" act=${() => give(".xlsx")} /></div><${Problem} words=${problem} />
    ${notes && found.notes.map((/** @type {string} */ words) => html`<p class="quiet">${dated(words)}</p>`)}${found.count > found.rows.length && html`<p class="flag">${t("shown-first", { shown: found.rows.length, count: found.count })}</p>`}
    ${found.rows.length === 0 ? html`<p class="empty">${t("no-rows-found")}</p>` : html`<div class="paper grow" tabindex="0" role="region" aria-label=${found.title}><table><thead><tr>${found.heads.map((/** @type {string} */ head) => html`<th>${head}</th>`)}</tr></thead><tbody>${found.rows.map((row) => html`<tr>${row.length === 1 ? html`<th colspan=${found.heads.length}><${Runs} runs=${row[0]} /></th>` : row.map((cell) => html`<td><${Runs} runs=${cell} /></td>`)}</tr>`)}</tbody></table></div>`}`;
}
