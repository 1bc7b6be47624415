/* The opinions on a draft together, and how they come in. */
import { html, useEffect, useState } from "./preact.js";
import { carried } from "./link.js";
import { OpinionCard } from "./drawer.js";
import { Asked, Doing, Field, Problem, useAsk, useInLanguage, useKept, usePage } from "./ui.js";
/** @import { OpinionFollowed, OpinionsRead, VersionShown } from "./answers" */
/** @import { Carried, OnFile, OnValue } from "./types" */

/** @type {Record<string, (one: OpinionFollowed) => boolean>} */
const PASSES = { open: (one) => !one.result && !one.no_comment, answered: (one) => Boolean(one.result), attention: (one) => one.remarks.length > 0 };

/** @param {{draft: string, version: string, name: string, open: (eid: string) => void, take: () => void}} props */
export function AllOpinions({ draft, version, name, open, take }) {
  const { t } = usePage();
  const asked = useAsk("register.show", { draft, version });
  const { result } = asked;
  const [filter, setFilter] = useState("");
  const [query, setQuery] = useState("");
  const [chapter, setChapter] = useState("");
  if (!result) return html`<${Asked} asked=${asked} />`;
  const wanted = query.trim();
  const rows = result.rows.filter((one) => (!chapter || one.chapter === chapter) && (!filter || PASSES[filter](one)) && (!wanted || [one.clause, one.text, one.source, one.reason].some((words) => (words ?? "").includes(wanted))));
  return html`<${Asked} asked=${asked} /><div class="bar tools"><input type="search" aria-label=${t("search")} placeholder=${t("search")} value=${query} onInput=${(/** @type {OnValue} */ event) => setQuery(event.currentTarget.value)} />
      <span class="chips">${Object.keys(PASSES).map((each) => html`<button type="button" class="chip" aria-pressed=${String(filter === each)} onClick=${() => setFilter(filter === each ? "" : each)}>${t(`filter-${each}`)} <b>${result.rows.filter(PASSES[each]).length}</b></button>`)}</span>
      ${result.chapters.length > 0 && html`<select aria-label=${t("all-chapters")} value=${chapter} onChange=${(/** @type {OnValue} */ event) => setChapter(event.currentTarget.value)}>${[["", t("all-chapters")], ...result.chapters.map((each) => [each, each])].map(([code, words]) => html`<option value=${code} selected=${code === chapter}>${words}</option>`)}</select>`}
      <small>${name}</small><span class="gap"></span><button type="button" onClick=${take}>${t("take-opinions")}</button></div>
    ${result.problems.map((/** @type {string} */ words) => html`<p class="problem">${words}</p>`)}
    ${rows.length === 0 && html`<p class="empty">${result.rows.length ? t("no-match") : t("no-opinions")}</p>`}
    <div class="all-opinions">${rows.map((one) => html`<section key=${one.id}><h3>${one.eid ? html`<button type="button" class="link" title=${t("go-to-clause")} onClick=${() => open(one.eid)}>${one.clause}</button>` : one.clause} <small>${one.fate}</small></h3><${OpinionCard} draft=${draft} version=${version} one=${one} result=${result} /></section>`)}</div>`;
}

/** @param {{draft: string, versions: VersionShown[], version: string, first?: Carried | null, done: () => void}} props */
export function TakeOpinions({ draft, versions, version, first = null, done }) {
  const { t, ask, act } = usePage();
  const [file, setFile] = useState(first);
  const [text, setText, forget] = useKept(`opinions:${draft}`, "");
  const [form, setForm] = useState({ version, source: "", date: "" });
  const [found, setFound] = useState(/** @type {OpinionsRead | null} */ (null));
  const [problem, setProblem] = useState("");
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  const look = async (sent = file) => { const answer = await ask("register.preview", { source: form.source, ...(sent ? { file: sent } : { text }) }); setFound(answer.ok ? answer.result : null); setProblem(answer.ok ? "" : answer.say); };
  useEffect(() => { if (first) look(); }, []);
  useInLanguage(() => { if (found) look(); });
  const save = async () => { const answer = await act("register.take", { draft, ...form, ...(file ? { file } : { text }) }); if (answer.ok) { forget(); done(); } else setProblem(answer.say); };
  return html`<p class="quiet">${t("take-hint")}</p><div class="fields"><label class="file">${file?.name ?? t("choose-file")}<input type="file" accept=".docx,.doc,.wps,.xlsx,.csv,.html,.htm,.txt,.md" onChange=${async (/** @type {OnFile} */ event) => { const one = event.currentTarget.files[0]; if (one) { const sent = await carried(one); setFile(sent); look(sent); } }} /></label>
      <${Field} kind="choice" label=${t("on-version")} value=${form.version} options=${versions.map((each) => [each.sha, each.name])} onChange=${set("version")} />
      <${Field} label=${t("field-from")} value=${form.source} onChange=${set("source")} /><${Field} label=${t("field-date")} value=${form.date} onChange=${set("date")} hint="2020-08-28" /></div>
    ${!file && html`<${Field} kind="lines" label=${t("paste-here")} value=${text} onChange=${setText} wide /><div class="formacts"><button type="button" disabled=${!text.trim()} onClick=${() => look()}>${t("read-it")}</button></div>`}
    <${Problem} words=${problem} />
    ${found && html`<p>${t("opinions-read", { count: found.rows.length, left: found.left.length })}</p><div class="preview"><table><tbody>${found.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>
      ${found.left.length > 0 && html`<h4>${t("not-read")}</h4><ul>${found.left.map(([line, words, why]) => html`<li><b>${line}</b> ${words} <small>${why}</small></li>`)}</ul>`}</div>
      <div class="formacts"><${Doing} className="primary" label=${t("take-in")} act=${save} /></div>`}`;
}
