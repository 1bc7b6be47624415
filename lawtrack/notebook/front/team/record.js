/* The record of the workspace: verified, and sealed by a line that proves it later. */
import { html, useState } from "./preact.js";
import { Doing, Field, Problem, useInLanguage, usePage } from "./ui.js";
/** @import { RecordVerified } from "./answers" */

export function Record() {
  const { t, ask, say } = usePage();
  const [receipt, setReceipt] = useState("");
  const [found, setFound] = useState(/** @type {RecordVerified | null} */ (null));
  const [sealed, setSealed] = useState("");
  const [problem, setProblem] = useState("");
  const verify = async () => { const answer = await ask("record.verify", { receipt }); setFound(answer.ok ? answer.result : null); setProblem(answer.ok ? "" : answer.say); };
  const seal = async () => { const answer = await ask("record.seal", {}); setSealed(answer.ok ? answer.result.receipt : ""); setProblem(answer.ok ? "" : answer.say); };
  const copy = async () => { try { await navigator.clipboard.writeText(sealed); say(t("copied")); } catch { say(t("copy-by-hand")); } };
  useInLanguage(() => { if (found) verify(); });
  return html`<section class="record-of-all" aria-label=${t("record-title")}><h3>${t("record-title")}</h3><p class="quiet">${t("record-hint")}</p>
    <div class="fields"><${Field} label=${t("record-receipt")} value=${receipt} onChange=${setReceipt} hint="lawtrack-seal 1 …" wide /><div class="formacts"><${Doing} label=${t("record-verify")} act=${verify} /><${Doing} label=${t("record-seal")} act=${seal} /></div></div><${Problem} words=${problem} />
    ${found?.well.map((/** @type {string} */ words) => html`<p class="proof record-found" role="status">✓ ${words}</p>`)}${found?.problems.map((/** @type {string} */ words) => html`<p class="problem record-found" role="alert">${words}</p>`)}
    ${sealed && html`<p class="sealed"><code>${sealed}</code> <button type="button" onClick=${copy}>${t("copy")}</button></p>`}</section>`;
}
