// Thai is written without spaces between words; drawing libraries would break it in the middle of a word, or even between
// a letter and its tone mark.
const words = typeof Intl.Segmenter === "function" ? new Intl.Segmenter("th", { granularity: "word" }) : null;
const pen = document.createElement("canvas").getContext("2d");

/** The text with line breaks between words, so that no line is wider than that (if its words allow it). */
export function wrapped(text, width, font) {
  pen.font = font;
  return text.split("\n").map((line) => wrappedLine(line, width)).join("\n");
}

function wrappedLine(line, width) {
  const done = [];
  let current = "";
  for (const word of parts(line)) {
    if (current.trim() && pen.measureText((current + word).trimEnd()).width > width) {
      done.push(current.trimEnd());
      current = word.trimStart();
    } else {
      current += word;
    }
  }
  return [...done, current].join("\n");
}

/** Words with what must not begin a line (spaces, closing marks, the Thai repetition mark) kept at the word before. */
function parts(line) {
  const found = words ? [...words.segment(line)].map(({ segment }) => segment) : line.split(/(?<=\s)/);
  return found.reduce((joined, part) => {
    if (joined.length && /^[\s)\].,:;!?ๆฯ”’%]+$/.test(part)) {
      joined[joined.length - 1] += part;
    } else if (joined.length && /[([“‘]$/.test(joined.at(-1))) {
      joined[joined.length - 1] += part;
    } else {
      joined.push(part);
    }
    return joined;
  }, []);
}
