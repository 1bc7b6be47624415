/* Editing clauses: what is typed stays in the browser and on the disk until it is saved as a version. */
import { html, useEffect, useState } from "./preact.js";
import { Compared } from "./compared.js";
import { Asked, Doing, Field, Problem, useAsk, usePage } from "./ui.js";
/** @import { ClauseShown, Landing, VersionShown } from "./answers" */
/** @import { InHand, OnValue, Pair, Typed } from "./types" */

/** @type {Typed} */
export const nothingTyped = { version: "", rewritten: {}, inserted: [], deleted: [] };

/* What a request carries of it: an inserted article is the address before it and its words, line by line. */
export const carriedEdit = (/** @type {Typed} */ typed) => ({ version: typed.version, rewritten: typed.rewritten, deleted: typed.deleted, inserted: typed.inserted.map((one) => `${one.after}\n${one.words}`) });

const ITEM = /^[（(][一二三四五六七八九十百]+[）)]/;

/** @param {{result: ClauseShown, clause: InHand, typed: Typed, setTyped: (typed: Typed) => void}} props */
export function EditClause({ result, clause, typed, setTyped }) {
  const { t } = usePage();
  const other = typed.version && typed.version !== clause.version && hasEdits(typed);
  if (other) return html`<p class="notice">${t("edits-elsewhere")}</p>`;
  const before = result.lines.join("\n");
  const words = typed.rewritten[result.eid] ?? before;
  const base = { ...typed, version: clause.version, back: false };
  const write = (/** @type {string} */ text) => {
    const rewritten = { ...typed.rewritten, [result.eid]: text };
    if (text === before) delete rewritten[result.eid];
    setTyped({ ...base, rewritten });
  };
  const gone = typed.deleted.includes(result.eid);
  const own = typed.inserted.map((one, /** @type {number} */ at) => ({ ...one, at })).filter((one) => one.after === result.eid);
  const insert = () => setTyped({ ...base, inserted: [...typed.inserted, { after: result.eid, words: "" }] });
  const change = (/** @type {number} */ at, /** @type {string} */ text) => setTyped({ ...base, inserted: typed.inserted.map((one, n) => (n === at ? { ...one, words: text } : one)) });
  const drop = (/** @type {number} */ at) => setTyped({ ...base, inserted: typed.inserted.filter((_, n) => n !== at) });
  const remove = () => setTyped({ ...base, deleted: gone ? typed.deleted.filter((one) => one !== result.eid) : [...typed.deleted, result.eid] });
  return html`<div class="edit"><p class="quiet">${t("edit-hint")}</p>
    <div class="edit-field"><ol class="structure" aria-hidden="true">${words.split("\n").map((/** @type {string} */ line, n) => html`<li>${ITEM.test(line.trim()) ? t("unit-item") : t("unit-para", { n: words.split("\n").slice(0, n + 1).filter((one) => one.trim() && !ITEM.test(one.trim())).length })}</li>`)}</ol>
      <textarea aria-label=${t("clause-words", { label: result.label })} disabled=${gone} rows=${Math.max(6, words.split("\n").length + Math.ceil(words.length / 22))} value=${words} onInput=${(/** @type {OnValue} */ event) => write(event.currentTarget.value)}></textarea></div>
    ${own.map((one) => html`<div class="edit-field new"><label>${t("inserted-after", { label: result.label })}<textarea rows="5" value=${one.words} onInput=${(/** @type {OnValue} */ event) => change(one.at, event.currentTarget.value)}></textarea></label><button type="button" onClick=${() => drop(one.at)}>${t("remove")}</button></div>`)}
    <div class="formacts"><button type="button" onClick=${insert}>+ ${t("insert-after")}</button><button type="button" aria-pressed=${String(gone)} onClick=${remove}>${gone ? t("undelete") : t("delete-clause")}</button>
      ${words !== before && html`<button type="button" onClick=${() => write(before)}>${t("reset")}</button>`}</div></div>`;
}

export const hasEdits = (/** @type {Typed} */ typed) => Object.keys(typed.rewritten).length > 0 || typed.inserted.length > 0 || typed.deleted.length > 0;

/** What has been typed and is no version yet, with the way to save it.
 *  @param {{draft: string, typed: Typed, forget: () => void, stages: Pair[], today: string, landed: (made: Landing) => void, versions: VersionShown[]}} props */
export function EditBar({ draft, typed, forget, stages, today, landed, versions }) {
  const { t } = usePage();
  const [open, setOpen] = useState(false);
  useEffect(() => { if (!hasEdits(typed)) setOpen(false); }, [typed]);
  if (!hasEdits(typed)) return null;
  const base = versions.find((version) => version.sha === typed.version);
  const name = base?.name ?? "";
  return html`<section class="editbar" aria-label=${t("typed")}><p>${typed.back ? t("typed-back") : t("typed-count", { name, changed: Object.keys(typed.rewritten).length, added: typed.inserted.length, gone: typed.deleted.length })}
    <button type="button" class="primary" aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>${t("see-and-save")}</button><button type="button" onClick=${forget}>${t("discard")}</button></p>
    ${open && html`<${SaveEdit} draft=${draft} typed=${typed} stage=${base?.stage ?? ""} stages=${stages} today=${today} done=${(/** @type {Landing} */ made) => { forget(); landed(made); }} />`}</section>`;
}

/** @param {{draft: string, typed: Typed, stage: string, stages: Pair[], today: string, done: (made: Landing) => void}} props */
function SaveEdit({ draft, typed, stage, stages, today, done }) {
  const { t, act } = usePage();
  const asked = useAsk("edit.preview", { draft, ...carriedEdit(typed) });
  const { result } = asked;
  const [form, setForm] = useState({ stage, date: today, reason: "", meeting: "" });
  const [refused, setRefused] = useState("");
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  const save = async () => { const answer = await act("edit.save", { draft, ...carriedEdit(typed), ...form }); if (answer.ok) done(answer.result); else setRefused(answer.say); };
  return html`<${Asked} asked=${asked} />${result && html`
    <div class="effects"><p><b>${result.summary}</b></p>
      ${result.renumbered.length > 0 && html`<details open=${result.renumbered.length <= 8}><summary>${t("renumbered-count", { count: result.renumbered.length })}</summary><p>${result.renumbered.map(([old, now]) => `${old} → ${now}`).join("，")}</p></details>`}
      ${result.references.length > 0 && html`<details open=${result.references.length <= 8}><summary>${t("followed-count", { count: result.references.length })}</summary><ul>${result.references.map(([where, old, now]) => html`<li>${where}：${old} → ${now}</li>`)}</ul></details>`}
      ${result.lost.length > 0 && html`<div class="problem">${t("lost-references")}<ul>${result.lost.map(([where, words]) => html`<li>${where}：${words}</li>`)}</ul></div>`}
      ${result.problems.map((/** @type {string} */ words) => html`<p class="problem">${words}</p>`)}</div>
    <div class="boxed small"><${Compared} given=${result} /></div>`}
    <div class="fields"><${Field} kind="choice" label=${t("field-stage")} value=${form.stage} options=${[["", "–"], ...stages]} onChange=${set("stage")} needed /><${Field} label=${t("field-date")} value=${form.date} onChange=${set("date")} needed />
      <${Field} label=${t("field-why")} value=${form.reason} onChange=${set("reason")} wide /></div>
    <${Problem} words=${refused} /><div class="formacts"><${Doing} className="primary" label=${t("save-version")} act=${save} disabled=${!result} /></div>`;
}
