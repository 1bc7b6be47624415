/* Whose name stands under what is saved; asked for where nobody is named yet. */
import { html, useState } from "./preact.js";
import { Doing, Problem, useKept, usePage } from "./ui.js";
/** @import { OnValue } from "./types" */

/** `waits`: something that is to be saved goes on once there is a name.
 *  @param {{done: () => void, waits?: boolean}} props */
export function Sign({ done, waits = false }) {
  const { t, act } = usePage();
  const [form, setForm, forget] = useKept("sign", { name: "", mail: "" });
  const [problem, setProblem] = useState("");
  const save = async () => { const answer = await act("who.sign", form); if (answer.ok) { forget(); done(); } else setProblem(answer.say); };
  const field = (/** @type {"name" | "mail"} */ name) => html`<label><span>${t(`sign-${name}`)}</span> <input type="text" autocomplete="off" value=${form[name]}
    onInput=${(/** @type {OnValue} */ event) => setForm({ ...form, [name]: event.currentTarget.value })} onKeyDown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Enter" && form.name.trim()) save(); }} /></label>`;
  return html`<section class="sign notice" aria-label=${t("sign-name")}><span>${t("sign-told")}</span> ${field("name")} ${field("mail")}
    <${Doing} className="primary" label=${t(waits ? "sign-save" : "sign-with")} act=${save} disabled=${!form.name.trim()} /><${Problem} words=${problem} /></section>`;
}
