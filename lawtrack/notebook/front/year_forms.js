/* Changes of one project, in a form that opens in place of its row. */
import { html, useState } from "./preact.js";
import { Doing, Field, Problem, useKept, usePage } from "./ui.js";
/** @import { YearRow, YearShown } from "./answers" */

/** @param {{row: YearRow, plan: YearShown, kind: string, close: () => void}} props */
export function RowForm({ row, plan, kind, close }) {
  const { t, act } = usePage();
  const day = plan.today.startsWith(String(plan.year)) ? plan.today : plan.as_of;
  const likeliest = kind === "withdraw" ? "withdrawn" : row.next_stage ?? row.steps[0]?.[0] ?? "";
  const likely = { stage: likeliest, date: day, title: row.title, until: "", meeting: "", note: "", to: "", reason: "", body: "" };
  const [form, setForm, forget] = useKept(`form:${plan.year}:${row.id}:${kind}`, likely);
  const [problem, setProblem] = useState("");
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  const deed = () => {
    const { stage, until, meeting, note, to, reason, body, title } = form;
    const about = { year: plan.year, item: row.id, date: form.date };
    if (kind === "record") return act("year.record", { ...about, stage, until, meeting, note });
    if (kind === "withdraw") return act("year.record", { ...about, stage, body, note: reason });
    if (kind === "postpone") return act("year.postpone", { ...about, stage, to, reason, body });
    if (kind === "rename") return act("year.rename", { ...about, title });
    if (kind === "take-out") return act("year.take-out", { ...about, reason, body });
    return act("year.carry-over", { ...about, reason, body });
  };
  const save = async () => {
    const answer = await deed();
    if (answer.ok) { forget(); close(); } else setProblem(answer.say);
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") { event.stopPropagation(); close(); } // what is typed is there when the form opens again
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) { event.preventDefault(); save(); }
  };
  return html`<form class="inplace" onKeyDown=${onKey} onSubmit=${(/** @type {Event} */ event) => event.preventDefault()} aria-label=${`${t(kind).replace("…", "")} ${row.title}`}>
    <h3>${t(kind).replace("…", "")} <span>${row.title}</span></h3>
    <div class="fields">
      ${kind === "record" && html`<${Field} kind="choice" label=${t("field-stage")} value=${form.stage} options=${row.steps} onChange=${set("stage")} focus />
        <${Field} label=${t("field-date")} value=${form.date} onChange=${set("date")} hint="2020-08-28" needed />
        ${form.stage === "public-comment" && html`<${Field} label=${t("field-until")} value=${form.until} onChange=${set("until")} hint="2020-09-30" />`}
        <${Field} label=${t("field-meeting")} value=${form.meeting} onChange=${set("meeting")} wide />
        <${Field} label=${t("field-note")} value=${form.note} onChange=${set("note")} wide />`}
      ${kind === "postpone" && html`<${Field} label=${t("field-to")} value=${form.to} onChange=${set("to")} hint=${t("vague-hint")} needed focus />
        <${Field} label=${t("field-reason")} value=${form.reason} onChange=${set("reason")} needed wide />
        <${Field} label=${t("field-body")} value=${form.body} onChange=${set("body")} /><${Field} label=${t("field-decided")} value=${form.date} onChange=${set("date")} />`}
      ${(kind === "withdraw" || kind === "take-out" || kind === "carry-over") && html`<${Field} label=${t("field-reason")} value=${form.reason} onChange=${set("reason")} needed=${kind === "take-out"} wide focus />
        <${Field} label=${t("field-body")} value=${form.body} onChange=${set("body")} /><${Field} label=${t("field-date")} value=${form.date} onChange=${set("date")} needed />`}
      ${kind === "rename" && html`<${Field} label=${t("field-title")} value=${form.title} onChange=${set("title")} needed wide focus /><${Field} label=${t("field-date")} value=${form.date} onChange=${set("date")} needed />`}
    </div>
    <${Problem} words=${problem} />
    <div class="formacts"><${Doing} className="primary" label=${t("save")} act=${save} /><button type="button" onClick=${() => { forget(); close(); }}>${t("cancel")}</button></div>
  </form>`;
}
