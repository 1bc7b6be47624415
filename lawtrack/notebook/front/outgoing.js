/* 出文: by purpose, with a preview, as a download. */
import { html, useState } from "./preact.js";
import { List, Sure } from "./compared.js";
import { download } from "./link.js";
import { Asked, Doing, Field, Problem, Waiting, dated, keptWords, useAsk, usePage } from "./ui.js";
/** @import { Paper, VersionShown } from "./answers" */
/** @import { OnInput } from "./types" */

/** @type {Record<string, string[]>} */
const KINDS = { table: [".docx", ".xlsx", ".html"], beside: [".docx", ".xlsx", ".html"], opinions: [".docx", ".xlsx"], clean: [".docx", ".txt", ".md"], duties: [".docx", ".xlsx"], plan: [".xlsx", ".docx", ".csv", ".html"] };
/** @type {Record<string, string>} */
const NAMES = { ".docx": "Word", ".xlsx": "Excel", ".html": "HTML", ".txt": "TXT", ".md": "Markdown", ".csv": "CSV" };

/** @param {{draft: string, versions: string[], all: VersionShown[], year: number | null, asOf: string, first?: string}} props */
export function Outgoing({ draft, versions, all, year, asOf, first = "" }) {
  const { t, ask } = usePage();
  const [chosen, setChosen] = useState(versions);
  const [purpose, setPurpose] = useState(first || (versions.length > 1 ? "table" : "clean"));
  const [options, setOptions] = useState({ changed_only: true, lacking: false, kind: "", sure: keptWords("sure"), body: "", adopted: "", effective: "" });
  const [problem, setProblem] = useState("");
  const offer = useAsk("out.offer", { draft, versions: chosen });
  const given = { draft, versions: chosen, purpose, year: year ?? null, as_of: asOf ?? "", ...options };
  const known = offer.result?.purposes.find((one) => one.id === purpose);
  const shown = useAsk("out.make", given, !known || Boolean(known.no));
  const give = async () => {
    const answer = await ask("out.make", { ...given, file: true });
    if (answer.ok) { download(answer.result.file); setProblem(""); } else setProblem(answer.say);
  };
  const toggle = (/** @type {string} */ sha) => setChosen(chosen.includes(sha) ? chosen.filter((one) => one !== sha) : [...chosen, sha]);
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setOptions({ ...options, [name]: value });
  return html`<div class="outgoing"><nav aria-label=${t("purposes")}>${offer.result?.purposes.filter((one) => draft || !one.no).map((one) => html`<button type="button" aria-pressed=${String(purpose === one.id)} onClick=${() => { setPurpose(one.id); setOptions({ ...options, kind: "" }); }}><b>${one.name}</b><small>${one.no || one.what}</small></button>`)}</nav>
    <div class="out-main"><${Asked} asked=${offer} /><div class="picks">${all.map((version) => html`<label><input type="checkbox" checked=${chosen.includes(version.sha)} onChange=${() => toggle(version.sha)} /> <span>${dated(version.name)}</span></label>`)}</div>
      <div class="bar tools">${(purpose === "table" || purpose === "beside") && html`<label><input type="checkbox" checked=${options.changed_only} onChange=${(/** @type {OnInput} */ event) => setOptions({ ...options, changed_only: event.currentTarget.checked })} /> ${t("changed-only")}</label>`}${(purpose === "table" || purpose === "tracked") && html`<${Sure} sure=${options.sure} choose=${set("sure")} />`}
        ${purpose === "duties" && html`<label><input type="checkbox" checked=${options.lacking} onChange=${(/** @type {OnInput} */ event) => setOptions({ ...options, lacking: event.currentTarget.checked })} /> ${t("lacking-only")}</label>`}
        ${purpose === "decision" && html`<${Field} label=${t("field-body")} value=${options.body} onChange=${set("body")} /><${Field} label=${t("field-adopted")} value=${options.adopted} onChange=${set("adopted")} hint="2020-08-28" /><${Field} label=${t("field-effective")} value=${options.effective} onChange=${set("effective")} hint="2020-12-01" />`}
        ${KINDS[purpose] && html`<span class="views" role="group" aria-label=${t("file-kind")}>${KINDS[purpose].map((/** @type {string} */ kind) => html`<button type="button" aria-pressed=${String((options.kind || KINDS[purpose][0]) === kind)} onClick=${() => set("kind")(kind)}>${NAMES[kind]}</button>`)}</span>`}
        <span class="gap"></span><${Doing} className="primary" label=${t("download")} act=${give} disabled=${!known || Boolean(known.no)} /></div>
      ${shown.result && !known?.no && html`<p class="quiet">${shown.result.name}</p>`}<${Problem} words=${problem || known?.no} />${!known?.no && html`<${Asked} asked=${shown} />`}
      ${shown.busy && shown.result && html`<${Waiting} />`}${shown.result && !known?.no && html`<${Preview} shown=${shown.result.preview} />`}</div></div>`;
}

/** @param {{shown: Paper["preview"]}} props */
function Preview({ shown }) {
  const { t, say } = usePage();
  const copy = async (/** @type {string} */ text) => {
    try { await navigator.clipboard.writeText(text); say(t("copied")); } catch { say(t("copy-by-hand")); }
  };
  if (shown.kind === "comparison") return html`<p>${shown.summary}</p><div class="paper" tabindex="0" role="region" aria-label=${t("hand-out")}><${List} found=${shown} bare /></div>`;
  if (shown.kind === "table") return html`${shown.notes?.map((/** @type {string} */ words) => html`<p class="quiet">${dated(words)}</p>`)}<div class="paper" tabindex="0" role="region" aria-label=${t("hand-out")}><table><thead><tr>${shown.heads.map((/** @type {string} */ head) => html`<th>${head}</th>`)}</tr></thead><tbody>${shown.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${dated(cell)}</td>`)}</tr>`)}</tbody></table></div>`;
  return html`${shown.kind === "decision" && html`<p class=${shown.proved ? "proof" : "problem"}>${shown.proved ? "✓ " : ""}${dated(shown.proof)}</p>${shown.doubts.map((/** @type {string} */ words) => html`<p class="flag">${dated(words)}</p>`)}`}
    ${shown.kind === "lines" && html`<button type="button" onClick=${() => copy(shown.lines.join("\n"))}>${t("copy")}</button>`}
    <div class="paper lines" tabindex="0" role="region" aria-label=${t("hand-out")}>${shown.lines.map((/** @type {string} */ line) => html`<p>${dated(line)}</p>`)}</div>
    ${shown.kind === "decision" && html`<details><summary>${t("effects")}</summary><table><thead><tr><th>${t("col-number")}</th><th>${t("col-before")}</th><th>${t("col-after")}</th><th></th></tr></thead><tbody>${shown.effects.map((row) => html`<tr>${row.map((cell) => html`<td>${dated(cell)}</td>`)}</tr>`)}</tbody></table></details>`}`;
}
