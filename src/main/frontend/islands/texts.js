// Words of the islands in the reader's language. The server writes them into the page, so they live in the message
// bundles.
const texts = {};

function read() {
  for (const block of document.querySelectorAll("script[data-texts]:not([data-read])")) {
    Object.assign(texts, JSON.parse(block.textContent));
    block.dataset.read = "";
  }
}

/** The text of that name, {0}, {1}… filled in. */
export function text(name, ...args) {
  if (!(name in texts)) {
    read();
  }
  return (texts[name] ?? name).replace(/\{(\d)\}/g, (_, index) => args[index] ?? "");
}
