/* A file or pasted text: shown as it was read, then saved as a version. */
import { html, useEffect, useState } from "./preact.js";
import { carried } from "./link.js";
import { Doing, Field, Problem, Waiting, dated, useInLanguage, useKept, usePage } from "./ui.js";
/** @import { Brought, Landing, ProjectShown } from "./answers" */
/** @import { Requests } from "./requests" */
/** @import { Carried, OnFile, OnInput } from "./types" */

const ACCEPT = ".docx,.doc,.wps,.txt,.md,.html,.htm,.xml";

/** @param {{given: {draft: string, year?: number | null, item?: string}, first?: Carried, paste?: boolean, result: ProjectShown | null, landed: (made: Landing) => void, title: string, close: () => void}} props */
export function Intake({ given, first, paste, result, landed, title, close }) {
  const { t, ask, act } = usePage();
  const [file, setFile] = useState(first ?? null);
  const [text, setText, forget] = useKept(`paste:${given.draft || given.item || "new"}`, "");
  const [found, setFound] = useState(/** @type {Brought | null} */ (null));
  const [form, setForm] = useState({ stage: "", date: "", meeting: "", title: title ?? "", reason: "" });
  const [target, setTarget] = useState(given.draft);
  const [same, setSame] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm((before) => ({ ...before, [name]: value }));
  const brought = file ? { file } : { text };
  const look = async (/** @type {Requests["file.preview"]} */ more) => {
    setBusy(true);
    setProblem("");
    const answer = await ask("file.preview", { draft: target, ...brought, ...more });
    setBusy(false);
    if (!answer.ok) { setFound(null); setProblem(answer.say); return; }
    const read = answer.result;
    setFound(read);
    setSame(!read.strange);
    setForm((before) => ({ ...before, stage: read.stage || before.stage, date: read.date || before.date, meeting: read.meeting || before.meeting, title: before.title || read.title }));
  };
  useEffect(() => { if (first) look({ file: first }); }, []);
  useInLanguage(() => { if (found) look({}); });
  const choose = async (/** @type {File | undefined} */ one) => { if (!one) return; const sent = await carried(one); setFile(sent); look({ file: sent }); };
  const save = async () => {
    const answer = await act("file.save", { ...given, draft: target, ...brought, ...form });
    if (answer.ok) { forget(); landed(answer.result); } else setProblem(answer.say);
  };
  return html`<div class="intake">
    ${!paste && html`<label class="dropzone" onDragOver=${(/** @type {Event} */ event) => event.preventDefault()} onDrop=${(/** @type {DragEvent} */ event) => { event.preventDefault(); event.stopPropagation(); choose(event.dataTransfer?.files[0]); }}>${file ? file.name : t("drop-here")}<input type="file" accept=${ACCEPT} onChange=${(/** @type {OnFile} */ event) => choose(event.currentTarget.files[0])} /></label>`}
    ${(paste || (!file && !found)) && html`<${Field} kind="lines" label=${t(paste ? "paste-words" : "paste-here")} value=${text} onChange=${setText} focus=${paste} wide /><div class="formacts"><button type="button" disabled=${!text.trim()} onClick=${() => look({})}>${t("read-it")}</button></div>`}
    ${busy && html`<${Waiting} words=${t("reading-file")} />`}<${Problem} words=${problem} />
    ${found && html`<div class="preview"><h3>${found.title || t("no-title")}</h3>
        <p>${t("articles", { count: found.count })}${found.before && html` · ${dated(t("against", { name: found.before }))} ${found.summary} · ${t("alike", { share: found.alike })}`}</p>
        ${found.warnings.map((/** @type {string} */ words) => html`<p class="flag">${dated(words)}</p>`)}${found.problems.slice(0, 8).map((/** @type {string} */ words) => html`<p class="flag">${dated(words)}</p>`)}
        <details><summary>${t("begins")}</summary><ul>${found.lines.map((/** @type {string} */ line) => html`<li>${line}</li>`)}</ul></details></div>
      ${found.columns.length > 0 && html`<div class="fields"><${Field} kind="choice" label=${t("which-column")} value=${found.column} options=${found.columns} onChange=${(/** @type {string} */ column) => { setForm((before) => ({ ...before, column })); look({ column }); }} /></div>${found.reasons.length > 0 && html`<details><summary>${t("column-reasons", { count: found.reasons.length })}</summary><ul>${found.reasons.map((/** @type {string} */ words) => html`<li>${words}</li>`)}</ul></details>`}`}
      ${found.elsewhere.length > 0 && html`<p class="notice">${t("belongs-to", { title: found.elsewhere[1] })} <button type="button" onClick=${() => { setTarget(found.elsewhere[0]); look({ draft: found.elsewhere[0] }); }}>${t("put-there")}</button></p>`}
      ${found.strange && html`<div class="problem"><p>${t("strange", { known: found.known_title, title: found.title, share: found.alike })}</p>
        <label><input type="checkbox" checked=${same} onChange=${(/** @type {OnInput} */ event) => setSame(event.currentTarget.checked)} /> ${t("same-ordinance")}</label> <button type="button" onClick=${() => { setTarget(""); setForm({ ...form, title: found.title }); look({ draft: "" }); }}>${t("as-new-draft")}</button></div>`}
      ${!target && html`<${Field} label=${t("field-title")} value=${form.title} onChange=${set("title")} needed wide />`}
      <div class="fields"><${Field} kind="choice" label=${t("field-stage")} value=${form.stage} options=${[["", "–"], ...(result?.stages ?? [])]} onChange=${set("stage")} needed /><${Field} label=${t("field-date")} value=${form.date} onChange=${set("date")} hint="2020-08-28" needed />
        <${Field} label=${t("field-meeting")} value=${form.meeting} onChange=${set("meeting")} wide /><${Field} label=${t("field-why")} value=${form.reason} onChange=${set("reason")} wide /></div>
      <div class="formacts"><${Doing} className="primary" label=${t("save-version")} act=${save} disabled=${!same} /><button type="button" onClick=${close}>${t("cancel")}</button></div>`}</div>`;
}
