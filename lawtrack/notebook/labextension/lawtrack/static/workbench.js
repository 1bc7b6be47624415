/* The workbench over the full window, and the keys and clicks that it keeps to itself. */
import { open } from "./loader.js";

const KEPT_IN = ["keydown", "keyup", "keypress", "contextmenu", "dragover", "drop", "paste", "cut", "copy"];

/* What is said before the kernel has sent the catalogue. */
const WORDS = {
  opening: "正在打开工作台…　Opening the workbench…",
  failed: "工作台没有打开。请重新载入本页；仍不行时，重新启动 lawtrack lab。 The workbench did not open: reload this page, or else start lawtrack lab again.",
};

/** Opens the workbench over `wire`; the function that ends it. Raises where no kernel can be joined.
 *  @param {import("./wire.js").Wire} wire what joins with a kernel (`loader.js`), with `connect()`, which gives the front end */
export async function show(wire) {
  const host = overlay();
  Object.assign(window, { lawtrackWire: wire });
  const front = await wire.connect();
  host.replaceChildren();
  return open(front, host, wire, "");
}

/** Says that the workbench did not open, and what helps. @param {Error} error */
export function sorry(error) {
  const host = document.getElementById("lawtrack-page") ?? document.body;
  host.replaceChildren(told("alert", `${WORDS.failed} (${error.message})`));
}

/** @param {string} role @param {string} sentence */
function told(role, sentence) {
  const words = document.createElement("p");
  words.style.cssText = "margin:0;padding:48px;font:16px/1.6 system-ui;color:CanvasText";
  words.setAttribute("role", role);
  words.textContent = sentence;
  return words;
}

function overlay() {
  const there = document.getElementById("lawtrack-page");
  if (there) return there;
  const host = document.createElement("div");
  host.id = "lawtrack-page";
  host.dataset.lmSuppressShortcuts = "true";
  host.style.cssText = "position:fixed;inset:0;z-index:100000;background:Canvas;overflow:hidden;color-scheme:light dark";
  host.append(told("status", WORDS.opening));
  document.body.append(host);
  document.body.dataset.lmSuppressShortcuts = "true"; // a click into blank space leaves the focus on the body
  // before JupyterLab, whose listeners stand at the document: what happens on this page is this page's
  for (const type of KEPT_IN) {
    window.addEventListener(type, (event) => keep(host, event), true);
    host.addEventListener(type, (event) => event.stopPropagation());
  }
  for (const child of document.body.children) if (child !== host && child.id !== "jupyter-config-data") quiet(child);
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) if (node !== host) quiet(node);
  }).observe(document.body, { childList: true });
  return host;
}

/** Takes what lies below the page out of reach. @param {Node} node */
function quiet(node) {
  if (node instanceof HTMLElement) node.inert = true;
}

/** @param {HTMLElement} host @param {Event} event */
function keep(host, event) {
  const ours = event.target instanceof Node && host.contains(event.target);
  if (!ours && event.target !== document.body) return;
  if (ours && event.type !== "contextmenu") return; // stopped at the host
  event.stopImmediatePropagation();
  if (event instanceof KeyboardEvent && event.type === "keydown" && !ours) pass(host, event);
}

/** A key that nobody has the focus for is the view's, so that Esc and the like work after a click into blank space.
 *  @param {HTMLElement} host @param {KeyboardEvent} key */
function pass(host, { key, ctrlKey, metaKey, altKey, shiftKey }) {
  const views = host.querySelectorAll(".view");
  views[views.length - 1]?.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, metaKey, altKey, shiftKey, bubbles: true }));
}
