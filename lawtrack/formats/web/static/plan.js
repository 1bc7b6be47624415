/* The plan's table on screen. The kernel computes what stands where on a day; this file shows it, and says which day. */

/** @typedef {import("./comparison/shapes").StatusRecord} PlanRecord
 *  @typedef {{records: PlanRecord[], as_of: string, lang: string, messages: Record<string, string>}} Held
 *  @typedef {import("./comparison/view.js").Model<Held>} Model */

const COLUMNS = ["item", "stage", "next", "source"];

/** @template {keyof HTMLElementTagNameMap} Tag
 *  @param {Tag} tag @param {string} className @param {(Node | string | null | undefined)[]} children */
function make(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.flatMap((child) => child || []));
  return node;
}

/** `sentence` with its {names} filled in; of `{count:article|articles}` the number, and the noun that goes with it.
 *  @param {string} sentence @param {Record<string, unknown>} details */
export const fill = (sentence, details) => sentence.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name, one, many) =>
  many === undefined ? String(details[name]) : `${details[name]} ${String(details[name]) === "1" ? one : many}`);

/** How many records there are, and how many of them are late. @param {PlanRecord[]} records */
export const countsOf = (records) => ({
  count: records.length,
  late: records.filter((record) => record.overdue === true).length,
});

/** @param {PlanRecord} record @param {Record<string, string>} say */
function rowOf(record, say) {
  const certainty = record.certainty && make("abbr", "lt-certainty", record.certainty);
  if (certainty) certainty.title = say[`certainty-${record.certainty}`] ?? "";
  const left = (record.days_left ?? 0) >= 0 ? say["days-left"] : say["days-late"];
  const due = record.due && make("span", "lt-due", fill(say.due, { date: record.due }),
    record.days_left === null ? "" : fill(left, { days: Math.abs(record.days_left) }));
  const late = record.overdue === true && make("span", "lt-late", say.overdue);
  const stage = make("span", "lt-stage", record.stage_label ?? say.unknown);
  stage.dataset.stage = record.stage ?? "unknown";
  const head = make("th", "", make("b", "", record.title),
    make("span", "lt-quiet", [record.instrument, record.action].filter(Boolean).join(" · ")));
  head.scope = "row";
  const row = make("tr", record.overdue === true ? "lt-is-late" : "", head,
    make("td", "", stage,
      make("span", "lt-when", record.stage_date ?? "", certainty || "")),
    make("td", "", record.next_label ? make("span", "lt-next", record.next_label) : make("span", "lt-quiet", "\u2013"),
      due || "", late || "", record.due_basis && record.due ? make("span", "lt-quiet", record.due_basis) : ""),
    make("td", "lt-source", make("span", "", record.source ?? (record.stage === "unknown" ? "" : say["no-source"])),
      record.note ? make("span", "lt-quiet", record.note) : "",
      record.warnings ? make("span", "lt-warning", record.warnings) : ""));
  row.dataset.id = record.id;
  return row;
}

/** @param {HTMLElement} root @param {Model} model */
function build(root, model) {
  const say = model.get("messages");
  const records = model.get("records");
  root.lang = model.get("lang") === "en" ? "en" : "zh-CN";
  const day = make("input", "");
  day.type = "date";
  day.value = model.get("as_of");
  day.addEventListener("change", () => {
    if (!day.value) return;
    model.set("as_of", day.value);
    model.save_changes();
  });
  const label = make("label", "", say["as-of"], day);
  const counted = make("p", "lt-count", fill(say.count, { ...countsOf(records), day: model.get("as_of") }));
  counted.setAttribute("role", "status");
  const heads = COLUMNS.map((name) => {
    const cell = make("th", "", say[`column-${name}`]);
    cell.scope = "col";
    return cell;
  });
  const table = make("table", "", make("caption", "", say.caption),
    make("thead", "", make("tr", "", ...heads)), make("tbody", "", ...records.map((record) => rowOf(record, say))));
  const scroll = make("div", "lt-scroll", table);
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", say.caption);
  const { activeElement } = document;
  const held = root.contains(activeElement) && activeElement instanceof HTMLInputElement && activeElement.type === "date";
  root.replaceChildren(make("div", "lt-bar", label, counted), scroll);
  if (held) day.focus();
}

export default {
  /** @param {{model: Model, el: HTMLElement}} given */
  render({ model, el }) {
    const root = make("section", "lawtrack-plan");
    root.dataset.lmSuppressShortcuts = "true";
    root.addEventListener("keydown", (event) => {
      if (event.key !== "Tab" && event.key !== "Escape" && !event.ctrlKey && !event.metaKey) event.stopPropagation();
    });
    el.append(root);
    const again = () => build(root, model);
    for (const name of ["records", "messages", "lang"]) model.on(`change:${name}`, again);
    again();
    return () => {
      for (const name of ["records", "messages", "lang"]) model.off(`change:${name}`, again);
    };
  },
};
