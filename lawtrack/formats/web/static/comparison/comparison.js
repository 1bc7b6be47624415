/* Texts side by side as a reader sees them: one list, a column a text, in JupyterLab and in the exported page alike. A
   comparison has two columns; a concordance has one for each version, and its rows carry their `cells`.

   The kernel computes every difference; these modules only show them. Every word for the reader comes from the
   `messages` of the model, none stands here. */
import { View } from "./view.js";

export default {
  /** @param {{model: import("./view.js").Model<import("./view.js").Held>, el: HTMLElement}} given */
  render({ model, el }) {
    const view = new View(model, el);
    return () => view.close();
  },
};
