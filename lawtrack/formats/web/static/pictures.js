/* Pictures that the kernel drew. As the address of an image, where nothing in an SVG can act or fetch. */

/** @typedef {import("./comparison/view.js").Model<{pictures: [string, string][]}>} Model */

/** @param {HTMLElement} root @param {Model} model */
function build(root, model) {
  const pictures = model.get("pictures");
  root.replaceChildren(...pictures.map(([title, svg]) => {
    const image = document.createElement("img");
    image.alt = title;
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    return image;
  }));
}

export default {
  /** @param {{model: Model, el: HTMLElement}} given */
  render({ model, el }) {
    const root = document.createElement("section");
    root.className = "lawtrack-pictures";
    el.append(root);
    const again = () => build(root, model);
    model.on("change:pictures", again);
    again();
    return () => model.off("change:pictures", again);
  },
};
