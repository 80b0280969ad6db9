import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// generator/diagnostics/words.ts
function shorten(text) {
  const shown = printable(text);
  return `"${shown.length > 80 ? `${shown.slice(0, 79)}\u2026` : shown}"`;
}
function printable(text) {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (sign) => {
    const unit = sign.charCodeAt(0);
    if (sign === "\n") return "\\n";
    return unit < 256 ? `\\x${unit.toString(16).padStart(2, "0")}` : `\\u${unit.toString(16).padStart(4, "0")}`;
  });
}
function list(words) {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
function closest(word, known) {
  const plain = fold(word);
  let best;
  let least = Math.max(2, Math.floor(plain.length / 3)) + 1;
  for (const each of known) {
    const folded = fold(each);
    const related = plain.length > 2 && (plain.startsWith(`${folded}_`) || folded.startsWith(plain));
    const cost = folded === plain ? 0 : Math.min(distance(plain, folded), related ? 2 : Infinity);
    if (cost < least) [best, least] = [each, cost];
  }
  return best;
}
function fold(word) {
  return word.slice(0, 64).toLowerCase().replace(/[\s-]/g, "_");
}
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

// generator/diagnostics/messages/spec.ts
var spec = {
  type: (span, expected, got, hint) => error("spec/type", span, `expected ${expected}, got ${got}`, hint),
  unknownKey: (span, key, where, known) => error("spec/unknown-key", span, `unknown key ${shorten(key)} in ${where}`, didYouMean(key, known) ?? `Known: ${list(known)}.`),
  notSupportedYet: (span, key, instead) => error("spec/not-supported-yet", span, `${shorten(key)} is not supported yet`, instead),
  missingKey: (span, key, where) => error("spec/missing-key", span, `required key "${key}" is missing in ${where}`),
  enum: (span, got, what, known) => error("spec/enum", span, `${shorten(got)} is not ${what}`, didYouMean(got, known) ?? `Known: ${list(known)}.`),
  number: (span, message) => error("spec/number", span, message),
  empty: (span, message) => error("spec/empty", span, message),
  pattern: (span, code, message, hint) => error(code, span, message, hint),
  /** Like `pattern`, for a place whose text must not be shown. */
  secret: (span, code, message, hint) => ({ ...error(code, span, message, hint), secret: true }),
  duplicateName: (span, name, first) => error("spec/duplicate-name", span, `${shorten(name)} is already defined at ${first}`),
  warning: (span, code, message, hint) => ({ ...error(code, span, message, hint), severity: "warning" })
};
function didYouMean(word, known) {
  const match = closest(word, known);
  return match === void 0 ? void 0 : `Did you mean "${match}"?`;
}
function error(code, span, message, hint) {
  return { code, severity: "error", message, ...hint === void 0 ? {} : { hint }, ...span === void 0 ? {} : { span } };
}

export {
  shorten,
  printable,
  list,
  closest,
  spec,
  error
};
