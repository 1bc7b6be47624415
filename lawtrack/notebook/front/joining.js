/* A decision applied to a version; two people's texts made one. */
import { html, useState } from "./preact.js";
import { Compared } from "./compared.js";
import { carried } from "./link.js";
import { Doing, Field, Problem, Waiting, closedUp, dated, useInLanguage, usePage } from "./ui.js";
/** @import { Applied, ComparedFiles, ConflictShown, Landing, Merged, VersionShown } from "./answers" */
/** @import { Brings, Carried, OnFile, OnInput, OnValue, Pair } from "./types" */

const optionsOf = (/** @type {VersionShown[]} */ versions) => versions.map((version) => [version.sha, version.name]);

/** @param {{draft: string, versions: VersionShown[], stages: Pair[], today: string, landed: (made: Landing) => void}} props */
export function ApplyDecision({ draft, versions, stages, today, landed }) {
  const { t, ask, act } = usePage();
  const [base, setBase] = useState(versions.at(-1)?.sha ?? "");
  const [brought, setBrought] = useState(/** @type {Brings} */ ({}));
  const [found, setFound] = useState(/** @type {Applied | null} */ (null));
  const [form, setForm] = useState({ stage: "", date: today, meeting: "", partial: false });
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  const look = async (more = brought, version = base) => {
    setBusy(true);
    const answer = await ask("apply.preview", { draft, version, ...more });
    setBusy(false);
    setFound(answer.ok ? answer.result : null);
    setProblem(answer.ok ? "" : answer.say);
  };
  useInLanguage(() => { if (found) look(); });
  const choose = async (/** @type {File | undefined} */ one) => { if (!one) return; const more = { file: await carried(one) }; setBrought(more); look(more); };
  const save = async () => { const answer = await act("apply.save", { draft, version: base, ...brought, ...form }); if (answer.ok) landed(answer.result); else setProblem(answer.say); };
  return html`<div class="fields"><${Field} kind="choice" label=${t("apply-to")} value=${base} options=${optionsOf(versions)} onChange=${(/** @type {string} */ sha) => { setBase(sha); if (brought.file || brought.text) look(brought, sha); }} />
      <label class="file">${brought.file?.name ?? t("choose-decision")}<input type="file" accept=".docx,.doc,.wps,.txt,.md,.html,.htm" onChange=${(/** @type {OnFile} */ event) => choose(event.currentTarget.files[0])} /></label></div>
    ${!brought.file && html`<${Field} kind="lines" label=${t("paste-decision")} value=${brought.text} onChange=${(/** @type {string} */ text) => setBrought({ text })} wide /><div class="formacts"><button type="button" disabled=${!brought.text} onClick=${() => look()}>${t("read-it")}</button></div>`}
    ${busy && html`<${Waiting} />`}
    ${found && html`<p><b>${found.title}</b> ${found.summary}</p><p class=${found.complete ? "proof" : "problem"}>${found.complete ? `✓ ${t("applied-whole")}` : t(found.instructions.some((one) => one.status === "failed") ? "applied-partly" : "applied-doubt")}</p>${found.doubts.map((/** @type {string} */ words) => html`<p class="flag">${dated(words)}</p>`)}
      <ol class="instructions" tabindex="0">${found.instructions.map((one) => html`<li class=${one.status}><b>${t(`status-${one.status}`)}</b> ${one.source.slice(0, 120)}${one.reason && html`<p class="flag">${one.reason}</p>`}</li>`)}</ol>
      <div class="boxed small"><${Compared} given=${found} /></div>
      <div class="fields"><${Field} kind="choice" label=${t("field-stage")} value=${form.stage} options=${[["", "–"], ...stages]} onChange=${set("stage")} needed /><${Field} label=${t("field-date")} value=${form.date} onChange=${set("date")} needed /><${Field} label=${t("field-meeting")} value=${form.meeting} onChange=${set("meeting")} wide /></div>
      ${!found.complete && html`<label><input type="checkbox" checked=${form.partial} onChange=${(/** @type {OnInput} */ event) => setForm({ ...form, partial: event.currentTarget.checked })} /> ${t("save-partly")}</label>`}`}
    <${Problem} words=${problem} />${found && html`<div class="formacts"><${Doing} className="primary" label=${t("save-version")} act=${save} disabled=${!found.complete && !form.partial} /></div>`}`;
}

/** @param {{draft: string, versions: VersionShown[], stages: Pair[], today: string, landed: (made: Landing) => void}} props */
export function MergeTexts({ draft, versions, stages, today, landed }) {
  const { t, ask, act } = usePage();
  const [given, setGiven] = useState({ base: versions.at(-2)?.sha ?? "", ours: versions.at(-1)?.sha ?? "", theirs: "" });
  const [file, setFile] = useState(/** @type {Carried | null} */ (null));
  const [found, setFound] = useState(/** @type {Merged | null} */ (null));
  const [choices, setChoices] = useState(/** @type {Record<string, string>} */ ({}));
  const [form, setForm] = useState({ stage: versions.at(-1)?.stage ?? "", date: today, reason: "" });
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const [all, setAll] = useState(/** @type {ConflictShown[]} */ ([]));
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  const look = async (decided = choices, sent = file, asked = given) => {
    setBusy(true);
    const answer = await ask("merge.preview", { draft, ...asked, file: sent, choices: decided });
    setBusy(false);
    setProblem(answer.ok ? "" : answer.say);
    if (!answer.ok) return;
    setFound(answer.result);
    if (Object.keys(decided).length === 0) setAll(answer.result.conflicts);
  };
  useInLanguage(() => { if (found) look(); });
  const decide = (/** @type {string} */ id, /** @type {string} */ choice) => { const next = { ...choices, [id]: choice }; setChoices(next); look(next); };
  const start = (/** @type {Partial<typeof given>} */ more) => { const next = { ...given, ...more }; setGiven(next); setChoices({}); setFound(null); if (next.theirs || file) look({}, file, next); };
  const choose = async (/** @type {File | undefined} */ one) => { if (!one) return; const sent = await carried(one); setFile(sent); setChoices({}); look({}, sent, { ...given, theirs: "" }); };
  const save = async () => { const answer = await act("merge.save", { draft, ...given, file, choices, ...form }); if (answer.ok) landed(answer.result); else setProblem(answer.say); };
  return html`<p class="quiet">${t("merge-hint")}</p><div class="fields"><${Field} kind="choice" label=${t("merge-base")} value=${given.base} options=${optionsOf(versions)} onChange=${(/** @type {string} */ base) => start({ base })} />
      <${Field} kind="choice" label=${t("merge-ours")} value=${given.ours} options=${optionsOf(versions)} onChange=${(/** @type {string} */ ours) => start({ ours })} />
      <${Field} kind="choice" label=${t("merge-theirs")} value=${given.theirs} options=${[["", t("a-file")], ...optionsOf(versions)]} onChange=${(/** @type {string} */ theirs) => start({ theirs })} />
      ${!given.theirs && html`<label class="file">${file?.name ?? t("choose-file")}<input type="file" accept=".docx,.doc,.wps,.txt,.md,.html,.htm" onChange=${(/** @type {OnFile} */ event) => choose(event.currentTarget.files[0])} /></label>`}</div>
    ${busy && html`<${Waiting} />`}
    ${found && html`<p role="status">${all.length === 0 ? t("no-conflict") : t("conflicts", { open: found.conflicts.length, all: all.length })}</p>${found.notes.map((/** @type {string} */ words) => html`<p class="flag">${dated(words)}</p>`)}
      ${all.map((one) => html`<${Conflict} key=${one.id} one=${one} choice=${choices[one.id]} decide=${(/** @type {string} */ choice) => decide(one.id, choice)} />`)}
      <div class="fields"><${Field} kind="choice" label=${t("field-stage")} value=${form.stage} options=${[["", "–"], ...stages]} onChange=${set("stage")} needed /><${Field} label=${t("field-date")} value=${form.date} onChange=${set("date")} needed /><${Field} label=${t("field-why")} value=${form.reason} onChange=${set("reason")} wide /></div>`}
    <${Problem} words=${problem} />${found && html`<div class="formacts"><${Doing} className="primary" label=${t("save-version")} act=${save} disabled=${!found.complete} /></div>`}`;
}

/** @param {{one: ConflictShown, choice: string, decide: (choice: string) => void}} props */
function Conflict({ one, choice, decide }) {
  const { t } = usePage();
  const [own, setOwn] = useState("");
  const label = one.labels.ours || one.labels.theirs || one.labels.base || one.merged;
  return html`<section class="conflict" aria-label=${label}><h3>${label} <small>${one.message}</small></h3><div class="three">${["base", "ours", "theirs"].map((side) => html`<div class=${choice === side ? "chosen" : ""}><b>${t(`merge-${side}`)} ${one.labels[side]}</b><p>${closedUp(one.texts[side] ?? "") || t("not-there")}</p>
      <button type="button" aria-pressed=${String(choice === side)} onClick=${() => decide(side)}>${t("take-this")}</button></div>`)}</div>
    <details open=${choice !== undefined && !["base", "ours", "theirs"].includes(choice)}><summary>${t("own-words")}</summary><textarea rows="3" aria-label=${t("own-words")} value=${own || one.texts.ours} onInput=${(/** @type {OnValue} */ event) => setOwn(event.currentTarget.value)}></textarea><button type="button" onClick=${() => decide(own || one.texts.ours)}>${t("take-this")}</button></details></section>`;
}

const SIDES = /** @type {const} */ (["old", "new"]);

/** Two files clause by clause; nothing is kept of them. */
export function CompareFiles() {
  const { t, ask } = usePage();
  const [files, setFiles] = useState(/** @type {{old?: Carried, new?: Carried}} */ ({}));
  const [found, setFound] = useState(/** @type {ComparedFiles | null} */ (null));
  const [problem, setProblem] = useState("");
  const look = async (two = files) => {
    const answer = await ask("file.compare", two);
    setFound(answer.ok ? answer.result : null);
    setProblem(answer.ok ? "" : answer.say);
  };
  useInLanguage(() => { if (found) look(); });
  const choose = (/** @type {"old" | "new"} */ side) => async (/** @type {OnFile} */ event) => {
    const one = event.currentTarget.files[0];
    if (!one) return;
    const next = { ...files, [side]: await carried(one) };
    setFiles(next);
    if (next.old && next.new) look(next);
  };
  return html`<p class="quiet">${t("compare-files-hint")}</p><div class="fields">${SIDES.map((side) => html`<label class="file">${t(`file-${side}`)}${files[side] ? html` <b>${files[side].name}</b>` : "…"}<input type="file" accept=".docx,.doc,.wps,.txt,.md,.html,.htm" onChange=${choose(side)} /></label>`)}</div>
    <${Problem} words=${problem} />${found && html`<p>${found.summary}</p>${found.warnings.map((/** @type {string} */ words) => html`<p class="flag">${dated(words)}</p>`)}<div class="boxed tall"><${Compared} given=${found} /></div>`}`;
}
