/* A draft beside its superior law, clause by clause, or beside the laws of other cities, a column a city. */
import { html, useState } from "./preact.js";
import { ChooseLaw, Table, Titles, carriedLaw } from "./choosing.js";
import { Asked, Doing, Field, Problem, useAsk, useInLanguage, usePage } from "./ui.js";
/** @import { ListingShown } from "./answers" */
/** @import { Requests } from "./requests" */
/** @import { Law, OnValue, Pair } from "./types" */

/** @param {{drafts: Pair[]}} props */
export function Beside({ drafts }) {
  const { t, ask } = usePage();
  const [draft, setDraft] = useState(drafts[0]?.[0] ?? "");
  const [version, setVersion] = useState("");
  const [text, setText] = useState(/** @type {Law | null} */ (null));
  const [words, setWords] = useState("");
  const [laws, setLaws] = useState(/** @type {string[][]} */ ([]));
  const [cities, setCities] = useState(false);
  const [made, setMade] = useState(/** @type {{given: Requests["library.beside"], found: ListingShown} | null} */ (null));
  const [problem, setProblem] = useState("");
  const project = useAsk("project.show", { draft }, !draft);
  const versions = project.result?.versions ?? [];
  const at = versions.some((one) => one.sha === version) ? version : project.result?.newest ?? "";
  const given = { ...(draft ? { draft, version: at } : carriedLaw("text", text)), instruments: laws.map(([id]) => id), cities };
  const look = async () => { const answer = await ask("library.beside", given); setMade(answer.ok ? { given, found: answer.result } : null); setProblem(answer.ok ? "" : answer.say); };
  useInLanguage(() => { if (made) look(); });
  const toggle = (/** @type {string[][]} */ next) => { setLaws(next); setMade(null); };
  return html`<div class="pad-wide"><div class="fields"><${Field} kind="choice" label=${t("beside-draft")} value=${draft} options=${[...drafts, ["", t("a-file")]]} onChange=${(/** @type {string} */ slug) => { setDraft(slug); setMade(null); }} />
        ${draft && html`<${Field} kind="choice" label=${t("beside-version")} value=${at} options=${versions.map((one) => [one.sha, one.name])} onChange=${(/** @type {string} */ sha) => { setVersion(sha); setMade(null); }} />`}</div>
      ${!draft && html`<${ChooseLaw} label=${t("a-file")} chosen=${text} choose=${(/** @type {Law | null} */ law) => { setText(law); setMade(null); }} />`}
      <div class="choose-law"><b>${t("beside-with")}</b> ${laws.map((law) => html`<span class="chip picked">${law[1]} <button type="button" class="icon" aria-label=${`${t("close")} ${law[1]}`} onClick=${() => toggle(laws.filter((one) => one !== law))}>×</button></span>`)}
        <input type="search" aria-label=${t("law-find")} placeholder=${t("law-find")} value=${words} onInput=${(/** @type {OnValue} */ event) => setWords(event.currentTarget.value)} />${!made && html`<${Titles} words=${words} chosen=${laws.map(([id]) => id)} take=${(/** @type {string[]} */ law) => toggle([...laws, law])} />`}</div>
      <div class="formacts"><span class="views" role="group">${[false, true].map((each) => html`<button type="button" aria-pressed=${String(cities === each)} onClick=${() => { setCities(each); setMade(null); }}>${t(each ? "beside-cities" : "beside-pairs")}</button>`)}</span>
        <${Doing} className="primary" label=${t("beside-go")} act=${look} disabled=${laws.length === 0 || (draft ? !at : !text)} /></div><${Problem} words=${problem} />${draft && html`<${Asked} asked=${project} />`}</div>
    ${made && html`<${Table} name="library.beside" given=${made.given} found=${made.found} />`}`;
}
