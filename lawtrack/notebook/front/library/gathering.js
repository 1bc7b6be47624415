/* A folder chosen by mouse, and the collection gathered from it, with progress and a stop. */
import { html, useEffect, useRef, useState } from "./preact.js";
import { Asked, Doing, Problem, useAsk, usePage } from "./ui.js";
/** @import { LibraryShown, Progress } from "./answers" */

const BEAT = 500; // milliseconds between two looks at the progress
/** @type {Progress} */
const NOTHING = { folder: "", done: 0, all: 0, state: "running", problem: "" };

/** @param {{result: LibraryShown | null, done: () => void}} props */
export function Gather({ result, done }) {
  const { t, ask } = usePage();
  const [folder, setFolder] = useState(result?.folder ?? "");
  const [now, setNow] = useState(result?.building?.state === "running" ? result.building : null);
  const [problem, setProblem] = useState("");
  const there = useAsk("library.folders", { folder });
  const ended = useRef(done);
  ended.current = done;
  const running = now?.state === "running";
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(async () => {
      const answer = await ask("library.progress", {});
      setProblem(answer.ok ? "" : answer.say);
      if (!answer.ok) return;
      setNow(answer.result ?? { ...NOTHING, state: "failed", problem: t("gather-gone") }); // another kernel knows of none
      if (answer.result?.state === "done") ended.current();
    }, BEAT);
    return () => clearInterval(timer);
  }, [running]);
  const begin = async (/** @type {string} */ chosen) => {
    const answer = await ask("library.build", { folder: chosen });
    setProblem(answer.ok ? "" : answer.say);
    if (answer.ok) setNow({ ...NOTHING, folder: chosen });
  };
  const halt = async () => { const answer = await ask("library.stop", {}); setProblem(answer.ok ? "" : answer.say); };
  if (running) return html`<p role="status"><span class="spin" aria-hidden="true"></span>${now.all ? t("gathering", now) : t("gather-begins")}</p><progress max=${now.all || 1} value=${now.done} aria-label=${t("gathering", now)}></progress>
    <div class="formacts"><button type="button" onClick=${halt}>${t("stop")}</button></div><${Problem} words=${problem} />`;
  const ending = now?.state === "stopped" ? t("gather-stopped") : now?.state === "failed" ? now.problem : "";
  if (!there.result) return html`<${Asked} asked=${there} />`;
  const { folder: here, up, names, files } = there.result;
  return html`<${Problem} words=${problem || ending} /><${Asked} asked=${there} /><p><b>${here}</b></p><p class="quiet">${t("folder-files", { count: files })}</p>
    <div class="formacts"><${Doing} className="primary" label=${t("folder-take")} act=${() => begin(here)} /><button type="button" onClick=${() => setFolder(up)}>${t("folder-up")}</button></div>
    <ul class="folders">${names.map(([name, path]) => html`<li key=${path}><button type="button" onClick=${() => setFolder(path)}>${name}</button></li>`)}</ul>`;
}
