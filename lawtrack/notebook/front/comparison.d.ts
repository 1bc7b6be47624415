declare const comparison: { render(given: { model: object; el: Element }): () => void };
export default comparison;
