/* What comes to a year: a new project, or a whole published plan. */
import { html, useState } from "./preact.js";
import { carried } from "./link.js";
import { Doing, Field, Problem, useInLanguage, useKept, usePage } from "./ui.js";
/** @import { NoYear, PlanRead, YearShown } from "./answers" */
/** @import { Carried, OnFile } from "./types" */

/** @param {{plan: YearShown, close: () => void}} props */
export function AddProject({ plan, close }) {
  const { t, act } = usePage();
  const [form, setForm, forget] = useKept(`add:${plan.year}`, { title: "", instrument: "local-regulation", action: "enact", drafting_unit: "" });
  const [problem, setProblem] = useState("");
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  const save = async () => {
    const answer = await act("year.add", { year: plan.year, ...form });
    if (answer.ok) { forget(); close(); } else setProblem(answer.say);
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") { event.stopPropagation(); close(); }
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) { event.preventDefault(); save(); }
  };
  return html`<form class="inplace" onKeyDown=${onKey} onSubmit=${(/** @type {Event} */ event) => event.preventDefault()} aria-label=${t("add-project")}>
    <h3>${t("add-project")}</h3><div class="fields">
      <${Field} label=${t("field-title")} value=${form.title} onChange=${set("title")} needed wide focus />
      <${Field} kind="choice" label=${t("field-instrument")} value=${form.instrument} options=${plan.choices.instrument} onChange=${set("instrument")} />
      <${Field} kind="choice" label=${t("field-action")} value=${form.action} options=${plan.choices.action} onChange=${set("action")} />
      <${Field} label=${t("field-unit")} value=${form.drafting_unit} onChange=${set("drafting_unit")} /></div>
    <${Problem} words=${problem} />
    <div class="formacts"><${Doing} className="primary" label=${t("save")} act=${save} /><button type="button" onClick=${() => { forget(); close(); }}>${t("cancel")}</button></div></form>`;
}

/** @param {{plan: YearShown | NoYear, close: () => void, done: (year: number) => void}} props */
export function ImportPlan({ plan, close, done }) {
  const { t, act, ask } = usePage();
  const [form, setForm] = useState({ year: String((plan.year ?? new Date().getFullYear() - 1) + 1), place: plan.year === null ? "" : plan.place, title: "" });
  const [file, setFile] = useState(/** @type {Carried | null} */ (null));
  const [found, setFound] = useState(/** @type {PlanRead | null} */ (null));
  const [problem, setProblem] = useState("");
  const given = () => ({ ...form, year: Number(form.year) || null, title: form.title || t("plan-title", { place: form.place, year: form.year }), file });
  const read = async (/** @type {Carried | null} */ chosen) => {
    setProblem("");
    const sent = chosen ?? file;
    setFile(sent);
    const answer = await ask("year.preview", { ...given(), file: sent });
    if (answer.ok) setFound(answer.result); else { setFound(null); setProblem(answer.say); }
  };
  useInLanguage(() => { if (found) read(null); });
  const save = async () => {
    const answer = await act("year.take", given());
    if (answer.ok) done(answer.result.year); else setProblem(answer.say);
  };
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  return html`<form class="inplace" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()} aria-label=${t("import-plan")} onKeyDown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } }}>
    <h3>${t("import-plan")}</h3><p class="quiet">${t("import-plan-hint")}</p>
    <div class="fields"><${Field} label=${t("field-year")} value=${form.year} onChange=${set("year")} needed focus /><${Field} label=${t("field-place")} value=${form.place} onChange=${set("place")} needed />
      <${Field} label=${t("field-title")} value=${form.title} onChange=${set("title")} hint=${t("plan-title", { place: form.place, year: form.year })} wide />
      <label class="file">${t("choose-file")}<input type="file" accept=".docx,.doc,.wps,.xlsx,.csv,.html,.htm,.txt,.md" onChange=${async (/** @type {OnFile} */ event) => { const one = event.currentTarget.files[0]; if (one) read(await carried(one)); }} /></label></div>
    ${file && html`<p class="quiet">${file.name}</p>`}
    <${Problem} words=${problem} />
    ${found && html`<div class="preview"><p>${t("plan-read", { count: found.items.length, left: found.left.length })}</p>
      <table><thead><tr><th>${t("field-title")}</th><th>${t("field-action")}</th><th>${t("field-unit")}</th><th>${t("targets")}</th></tr></thead>
        <tbody>${found.items.map((item) => html`<tr><td>${item.title}</td><td>${item.action}</td><td>${item.unit}</td><td>${item.targets.join("，")}</td></tr>`)}</tbody></table>
      ${found.left.length > 0 && html`<h4>${t("not-read")}</h4><ul>${found.left.map((one) => html`<li><b>${one.line}</b> ${one.words}</li>`)}</ul>`}</div>`}
    <div class="formacts">${found && html`<${Doing} className="primary" label=${t("take-plan")} act=${save} />`}
      ${file && html`<button type="button" onClick=${() => read(null)}>${t("read-again")}</button>`}${plan.year !== null && html`<button type="button" onClick=${close}>${t("cancel")}</button>`}</div></form>`;
}
