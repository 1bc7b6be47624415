/* 公布前校对: the text that is to be published, held against the decision and the text that it amends. */
import { html, useState } from "./preact.js";
import { Table } from "./choosing.js";
import { carried } from "./link.js";
import { Doing, Field, Problem, dated, useInLanguage, usePage } from "./ui.js";
/** @import { Answers } from "./answers" */
/** @import { Carried, OnFile } from "./types" */

const ACCEPT = ".docx,.doc,.wps,.txt,.md,.html,.htm";

/** @typedef {{sha: string, name: string}} Version
 *  @typedef {"base" | "published"} Side
 *  @typedef {{draft: string, base: string, published: string, "base-file"?: Carried, "published-file"?: Carried, decision?: Carried, text?: string}} ToProve */

/** Text before, decision, text after; the two texts are versions of the draft, or files.
 *  @param {{draft?: string, versions?: Version[], published?: string}} props */
export function Proofread({ draft = "", versions = [], published = "" }) {
  const { t, ask } = usePage();
  const at = versions.findIndex((one) => one.sha === published);
  const [given, setGiven] = useState(/** @type {ToProve} */ ({ draft, base: versions[at - 1]?.sha ?? "", published }));
  const [made, setMade] = useState(/** @type {{given: ToProve, found: Answers["proof.show"]} | null} */ (null));
  const [problem, setProblem] = useState("");
  const set = (/** @type {Partial<ToProve>} */ more) => { setGiven({ ...given, ...more }); setMade(null); setProblem(""); };
  const look = async () => { const answer = await ask("proof.show", given); setMade(answer.ok ? { given, found: answer.result } : null); setProblem(answer.ok ? "" : answer.say); };
  useInLanguage(() => { if (made) look(); });
  const ready = (given.base || given["base-file"]) && (given.published || given["published-file"]) && (given.decision || given.text?.trim());
  /** @param {Side} name */
  const text = (name) => html`<div class="proof-text"><b>${t(`proof-${name}`)}</b>
    ${versions.length > 0 && html`<${Field} kind="choice" label=${t("proof-which")} value=${given[name]} options=${[...versions.map((one) => [one.sha, one.name]), ["", t("a-file")]]} onChange=${(/** @type {string} */ sha) => set({ [name]: sha })} />`}
    ${!given[name] && html`<${Chosen} file=${given[`${name}-file`]} label=${t("choose-file")} take=${(/** @type {Carried} */ file) => set({ [`${name}-file`]: file })} />`}</div>`;
  return html`<p class="quiet">${t("proof-hint")}</p><div class="proof-texts">${text("base")}
      <div class="proof-text"><b>${t("proof-decision")}</b><${Chosen} file=${given.decision} label=${t("choose-decision")} take=${(/** @type {Carried} */ decision) => set({ decision, text: "" })} />
        ${!given.decision && html`<${Field} kind="lines" label=${t("paste-decision")} value=${given.text} onChange=${(/** @type {string} */ words) => set({ text: words })} />`}</div>${text("published")}</div>
    <div class="formacts"><${Doing} className="primary" label=${t("proof-go")} act=${look} disabled=${!ready} /></div><${Problem} words=${problem} />
    ${made && html`${made.found.notes.map((/** @type {string} */ words, /** @type {number} */ n) => html`<p class=${made.found.faithful ? "proof" : n === 0 ? "problem" : "flag"}>${made.found.faithful ? "✓ " : ""}${dated(words)}</p>`)}
      ${!made.found.faithful && html`<${Table} name="proof.show" given=${made.given} found=${made.found} notes=${false} />`}`}`;
}

/** @param {{file?: {name: string}, label: string, take: (file: Carried) => void}} props */
function Chosen({ file, label, take }) {
  const choose = async (/** @type {OnFile} */ event) => { const one = event.currentTarget.files[0]; if (one) take(await carried(one)); };
  return html`<label class="file">${file?.name ?? label}<input type="file" accept=${ACCEPT} onChange=${choose} /></label>`;
}
