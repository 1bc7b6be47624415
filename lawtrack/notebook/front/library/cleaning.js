/* 法规清理: which clauses cite what a law changed, the table, and what is certain as one decision. */
import { html, useState } from "./preact.js";
import { ChooseLaw, Table, carriedLaw } from "./choosing.js";
import { download } from "./link.js";
import { Doing, Problem, useInLanguage, usePage } from "./ui.js";
/** @import { Answers, Package } from "./answers" */
/** @import { Requests } from "./requests" */
/** @import { Law, OnInput } from "./types" */

export function Cleaning() {
  const { t, ask } = usePage();
  const [laws, setLaws] = useState(/** @type {{old: Law | null, new: Law | null}} */ ({ old: null, new: null }));
  const [ticked, setTicked] = useState({ repealed: false, names: false, everything: false });
  const [made, setMade] = useState(/** @type {{given: Requests["library.affected"], found: Answers["library.affected"]} | null} */ (null));
  const [decision, setDecision] = useState(/** @type {Package | null} */ (null));
  const [problem, setProblem] = useState("");
  const both = { ...carriedLaw("old", laws.old), ...carriedLaw("new", laws.new), repealed: ticked.repealed };
  const given = { ...both, names: ticked.names, everything: ticked.everything };
  const clear = () => { setMade(null); setDecision(null); setProblem(""); };
  const choose = (/** @type {"old" | "new"} */ side) => (/** @type {Law | null} */ law) => { setLaws({ ...laws, [side]: law }); clear(); };
  const tick = (/** @type {keyof typeof ticked} */ name) => html`<label><input type="checkbox" checked=${ticked[name]} onChange=${(/** @type {OnInput} */ event) => { setTicked({ ...ticked, [name]: event.currentTarget.checked }); clear(); }} /> ${t(name === "repealed" ? "law-repealed" : `clean-${name}`)}</label>`;
  const look = async () => { const answer = await ask("library.affected", given); setMade(answer.ok ? { given, found: answer.result } : null); setProblem(answer.ok ? "" : answer.say); };
  const write = async (/** @type {boolean} */ file) => {
    const answer = await ask("library.package", { ...both, file });
    if (!answer.ok) { setProblem(answer.say); return; }
    setDecision(answer.result);
    if (file) download(answer.result.file);
  };
  useInLanguage(() => { if (made) look(); if (decision) write(false); });
  return html`<div class="pad-wide"><${ChooseLaw} label=${t("law-old")} chosen=${laws.old} choose=${choose("old")} />
      ${!ticked.repealed && html`<${ChooseLaw} label=${t("law-new")} chosen=${laws.new} choose=${choose("new")} />`}<div class="picks">${/** @type {const} */ (["repealed", "names", "everything"]).map(tick)}</div>
      <div class="formacts"><${Doing} className="primary" label=${t("clean-go")} act=${look} disabled=${!laws.old || (!laws.new && !ticked.repealed)} />${made && made.found.certain > 0 && html`<${Doing} label=${t("clean-package")} act=${() => write(false)} />`}</div><${Problem} words=${problem} /></div>
    ${decision && html`<div class="pad-wide"><p class="proof">✓ ${t("clean-in", { count: decision.titles.length })}</p>${decision.left.length > 0 && html`<p class="flag">${t("clean-left", { titles: decision.left.join("、") })}</p>`}
      <div class="formacts"><${Doing} className="primary" label=${t("download")} act=${() => write(true)} disabled=${decision.lines.length === 0} /></div><div class="paper lines" tabindex="0">${decision.lines.map((/** @type {string} */ line) => html`<p>${line}</p>`)}</div></div>`}
    ${made && !decision && html`<${Table} name="library.affected" given=${made.given} found=${made.found} />`}`;
}
