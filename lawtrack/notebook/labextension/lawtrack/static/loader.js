/* Loads the front end that the kernel sends: each module becomes an address of its own, which those that import it are
   given in place of its name. The same file is the widget's front end in a notebook's cell.

   A wire is what joins the page with its kernel:
     send(data)        a request
     listen(act)       act(data) for each message
     watch(act)        act("open" | "opening" | "lost") whenever the connection changes
     reconnect(), interrupt(), page: does the page own the window? */

/** @typedef {import("../../../front/jupyterlab").Front} Front what the kernel sends */

const loaded = new Map();

/** Starts the front end in `el`; the function that ends it.
 *  @param {Front} front @param {HTMLElement} el @param {object} wire @param {string} lang */
export async function open(front, el, wire, lang) {
  const key = front.modules.map(([, text]) => text.length).join(" ");
  if (!loaded.has(key)) loaded.set(key, linked(front));
  const main = await import(loaded.get(key));
  const style = document.createElement("style");
  style.textContent = front.style;
  el.append(style);
  const root = document.createElement("div");
  el.append(root);
  return main.start(root, wire, lang, front.words);
}

/** The address of the main module, once each module has one of its own. @param {Front} front @returns {string} */
function linked(front) {
  const urls = new Map();
  for (const [name, text] of front.modules) {
    const found = text.replace(/(from ")\.\/([\w.-]+)(";)/g, (_, before, other, after) => before + urls.get(other) + after);
    urls.set(name, URL.createObjectURL(new Blob([found], { type: "text/javascript" })));
  }
  return urls.get(front.main);
}

export default {
  /** @param {{model: import("../../../front/jupyterlab").WidgetModel, el: HTMLElement}} given an anywidget model, and where it shows */
  async render({ model, el }) {
    /** @type {import("../../../front/types").Wire} */
    const wire = {
      page: false,
      send: (data) => model.send(data),
      listen: (act) => model.on("msg:custom", act),
      watch: () => {},
      reconnect: async () => {},
      interrupt: async () => {},
    };
    const close = await open(model.get("front"), el, wire, model.get("lang"));
    return () => close();
  },
};
