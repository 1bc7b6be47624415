/* A suggested wording: the clause as it stands, in a field to be changed. */
import { html, useEffect, useState } from "./preact.js";
import { Doing, Field, Problem, useKept, usePage } from "./ui.js";
/** @import { OnInput, Pair, RoundAt } from "./types" */

/** @param {{round: RoundAt, clauses: Pair[], close: () => void}} props */
export function Suggest({ round, clauses, close }) {
  const { t, ask, act } = usePage();
  const [form, setForm, forget] = useKept(`suggest:${round.draft}:${round.round}`, { eid: "", text: "", reason: "", after: false });
  const [problem, setProblem] = useState("");
  const set = (/** @type {string} */ name) => (/** @type {string} */ value) => setForm({ ...form, [name]: value });
  const choose = async (/** @type {string} */ eid, after = form.after) => {
    const answer = await ask("round.clause", { ...round, eid });
    if (answer.ok) setForm((before) => ({ ...before, eid, after, text: after ? "" : answer.result.words })); else setProblem(answer.say);
  };
  useEffect(() => { if (!form.eid && clauses.length) choose(clauses[0][0]); }, []);
  const save = async () => {
    const answer = await act("round.suggest", { ...round, ...form });
    if (answer.ok) { forget(); close(); } else setProblem(answer.say);
  };
  return html`<form class="card-form inplace" aria-label=${t("suggest")} onSubmit=${(/** @type {Event} */ event) => event.preventDefault()} onKeyDown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } }}>
    <div class="fields"><${Field} kind="choice" label=${t("suggest-clause")} value=${form.eid} options=${clauses} onChange=${(/** @type {string} */ eid) => choose(eid)} focus />
      <label><input type="checkbox" checked=${form.after} onChange=${(/** @type {OnInput} */ event) => choose(form.eid, event.currentTarget.checked)} /> ${t("suggest-after")}</label></div>
    <${Field} kind="lines" label=${t("suggest-words")} value=${form.text} onChange=${set("text")} wide /><${Field} label=${t("suggest-reason")} value=${form.reason} onChange=${set("reason")} wide />
    <${Problem} words=${problem} /><div class="formacts"><${Doing} className="primary" label=${t("save")} act=${save} /><button type="button" onClick=${() => { forget(); close(); }}>${t("cancel")}</button></div></form>`;
}
