import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  Lines
} from "./chunk-765UOFLF.js";
import {
  error,
  shorten,
  spec
} from "./chunk-3EQSA2BL.js";

// generator/spec/load.ts
import { createHash } from "node:crypto";

// generator/diagnostics/messages/yaml.ts
var yaml = {
  tooLarge: (bytes, limit) => error("yaml/too-large", void 0, `the file has ${bytes} bytes; a spec has at most ${limit}`),
  encoding: (span, what) => error("yaml/encoding", span, what, "Save the file as UTF-8."),
  controlCharacter: (span, sign) => error("yaml/control-character", span, `the character ${shorten(sign)} may not stand in YAML`, controlHint(sign)),
  empty: (span) => error("yaml/empty", span, "there is no spec in this file", 'Begin with "name:".'),
  multipleDocs: (span) => error("yaml/multiple-docs", span, "a second document begins here", "Write one spec per file."),
  directive: (span) => error("yaml/directive", span, "YAML directives are not supported: every spec is read as YAML 1.2", "Delete the line."),
  alias: (span) => error("yaml/alias", span, "anchors and aliases are not supported", "Use resource_defaults for what resources share."),
  mergeKey: (span) => error("yaml/merge-key", span, "merge keys are not supported", "Use resource_defaults for what resources share."),
  tag: (span) => error("yaml/tag", span, "YAML tags are not supported", "Write the plain value."),
  duplicateKey: (span, key, first) => error("yaml/duplicate-key", span, `key ${shorten(key)} is already defined at ${first.line}:${first.column}`),
  key: (span, message, hint) => error("yaml/key", span, message, hint),
  tooDeep: (span, limit) => error("yaml/too-deep", span, `nested deeper than ${limit} levels`),
  tooManyKeys: (span, limit) => error("yaml/too-many-keys", span, `a mapping has at most ${limit} keys`),
  tooManyNodes: (span, limit) => error("yaml/too-many-nodes", span, `a spec has at most ${limit} values`),
  tabIndent: (span) => error("yaml/tab-indent", span, "tabs cannot indent YAML", "Use spaces."),
  unclosedFlow: (span, closing, opened) => error(
    "yaml/unclosed-flow",
    span,
    `the ${closing === "]" ? "list" : "mapping"} opened at ${opened.line}:${opened.column} is not closed with "${closing}"`
  ),
  unclosedQuote: (span, opened) => error("yaml/unclosed-quote", span, `the quote opened at ${opened.line}:${opened.column} is not closed`),
  templateBraces: (span, written) => error("yaml/template-braces", span, "braces without quotes begin a YAML mapping, not a text", `Quote the value: ${quoted(written)}.`),
  reservedChar: (span, sign) => error("yaml/reserved-char", span, `${shorten(sign)} cannot begin a value without quotes`, "Quote the value."),
  escape: (span, written) => error("yaml/escape", span, `${shorten(written)} is not a YAML escape`, 'Write "\\\\" for a backslash, or use single quotes.'),
  halfCharacter: (span, half) => error(
    "yaml/escape",
    span,
    `the escape for U+${half.charCodeAt(0).toString(16).toUpperCase()} is half a character`,
    'Escape both halves, or write "\\U" and eight digits.'
  ),
  ambiguousNumber: (span, written, meanings, hint) => error("yaml/ambiguous-number", span, `${shorten(written)} is ${meanings}`, hint),
  indent: (span) => error("yaml/indent", span, "the indentation fits no line above", "Begin entries of one mapping or list in the same column."),
  nestedMapping: (span) => error(
    "yaml/nested-mapping",
    span,
    "a mapping cannot begin on the line of its key",
    'Quote a value with ": " in it, or indent the lines below.'
  ),
  missingColon: (span) => error("yaml/missing-colon", span, 'expected "key: value"', "A colon and a space follow each key, on the same line."),
  syntax: (span, message, hint) => error("yaml/syntax", span, message, hint),
  /** Not the user's fault: the YAML library failed in a way it should not. */
  library: () => error("internal/yaml", void 0, "the YAML parser failed on this file", "This is a bug of tapwright: please report it with the file.")
};
function controlHint(sign) {
  return sign === "\r" ? "End lines with LF or CR LF." : "Write it as an escape, in double quotes.";
}
function quoted(written) {
  return /["\\\n]/.test(written) ? "'{\u2026}'" : shorten(written);
}

// generator/spec/yaml-bytes.ts
var MAX_BYTES = 1024 * 1024;
function readText(bytes) {
  if (bytes.length > MAX_BYTES) return refused("", [yaml.tooLarge(bytes.length, MAX_BYTES)]);
  const [first, second] = bytes;
  if (first === 255 && second === 254 || first === 254 && second === 255)
    return refused("", [yaml.encoding({ start: 0, end: 0 }, "the file is UTF-16")]);
  const text = new TextDecoder("utf-8").decode(bytes);
  const bad = firstReplaced(text, bytes);
  if (bad !== void 0) return refused(text, [yaml.encoding({ start: bad, end: bad + 1 }, "the file is not UTF-8 here")]);
  const controls = [...text.matchAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|\r(?!\n)/g)];
  if (controls.length > 0)
    return refused(
      text,
      controls.slice(0, 1e3).map((match) => yaml.controlCharacter({ start: match.index, end: match.index + 1 }, match[0]))
    );
  return { ok: true, text };
}
function refused(text, diagnostics) {
  return { ok: false, text, diagnostics };
}
function firstReplaced(text, bytes) {
  const bom = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0;
  let byte = bom;
  let from = 0;
  for (let at = text.indexOf("\uFFFD"); at !== -1; at = text.indexOf("\uFFFD", from)) {
    byte += Buffer.byteLength(text.slice(from, at));
    if (bytes[byte] !== 239 || bytes[byte + 1] !== 191 || bytes[byte + 2] !== 189) return at;
    byte += 3;
    from = at + 1;
  }
  return void 0;
}

// generator/spec/yaml-document.ts
import { Composer, CST, isAlias, isMap, isScalar, isSeq, Lexer, Parser } from "yaml";

// generator/spec/yaml-errors.ts
function translate(error2, opened, text, lines) {
  const start = Math.min(error2.pos[0], text.length);
  const span = { start, end: Math.max(start, Math.min(error2.pos[1], text.length)) };
  switch (error2.code) {
    case "TAB_AS_INDENT":
      return yaml.tabIndent(span);
    case "BAD_SCALAR_START":
      return yaml.reservedChar(span, text.slice(start, start + 1));
    case "BAD_DQ_ESCAPE": {
      const written = /^\\(?:x.{0,2}|u.{0,4}|U.{0,8}|.)/su.exec(text.slice(start, start + 10))?.[0] ?? "\\";
      return yaml.escape({ start, end: start + written.length }, written);
    }
    case "BAD_INDENT":
      return yaml.indent(span);
    case "BLOCK_AS_IMPLICIT_KEY":
      return error2.message.startsWith("Nested mappings") ? yaml.nestedMapping(span) : yaml.indent(span);
    case "MULTILINE_IMPLICIT_KEY":
    case "KEY_OVER_1024_CHARS":
      return yaml.missingColon(span);
    case "MISSING_CHAR":
      if (opened !== void 0 && error2.message.startsWith("Missing closing")) return yaml.unclosedQuote(span, lines.at(opened));
      return missing(error2.message, span);
    case "UNEXPECTED_TOKEN":
      return yaml.syntax(span, "this is not expected here", "Quote the value if it is text.");
    case "BLOCK_IN_FLOW":
      return yaml.syntax(span, "inside brackets and braces, values stand in brackets, braces or on one line");
    default:
      return yaml.syntax(span, "this is not YAML");
  }
}
function missing(message, span) {
  if (message.startsWith("Implicit map keys")) return yaml.missingColon(span);
  if (message.startsWith("Comments"))
    return yaml.syntax(span, 'a space is missing before "#"', 'Quote the value if the "#" belongs to it.');
  if (message.startsWith("Missing space")) return yaml.syntax(span, 'a space is missing after ":"');
  if (message.startsWith("Missing ,")) return yaml.syntax(span, "a comma is missing");
  if (message.startsWith("Sequence item")) return yaml.syntax(span, 'a list item begins with "- "');
  return yaml.syntax(span, "this is not expected here");
}

// generator/spec/yaml-scalars.ts
function checkPlain(written, value, span) {
  if (/^[-+]?0\d/.test(written) && typeof value === "number") {
    const old = /^[-+]?[0-7]+$/.test(written) ? `${parseInt(written, 8)}` : "text or another number";
    return yaml.ambiguousNumber(span, written, `${value} in YAML 1.2 and ${old} in YAML 1.1`, `Write ${value}, or quote it if it is text.`);
  }
  if (/^0[ox]/.test(written) && typeof value === "number")
    return yaml.ambiguousNumber(span, written, `the number ${value}`, `Write ${value}, or quote it if it is text.`);
  if (/^[-+]?\d+(_\d+)+$/.test(written))
    return yaml.ambiguousNumber(
      span,
      written,
      "text in YAML 1.2 and a number in YAML 1.1",
      `Write ${written.replaceAll("_", "")}, or quote it if it is text.`
    );
  if (typeof value === "number" && (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER))
    return spec.number(span, "number out of range");
  return void 0;
}
function checkText(value, span) {
  const half = typeof value === "string" ? new RegExp("\\p{Surrogate}", "u").exec(value)?.[0] : void 0;
  return half === void 0 ? void 0 : yaml.halfCharacter(span, half);
}
function checkKey(written, value, plain, span) {
  if (plain && written === "<<") return yaml.mergeKey(span);
  if (value === null && written === "") return yaml.key(span, "the key is empty");
  if (typeof value !== "string")
    return yaml.key(
      span,
      `a key is text, not ${value === null ? "null" : typeof value === "boolean" ? String(value) : "a number"}`,
      "Quote it."
    );
  const hidden = new RegExp("[\\u0000-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]|\\p{Surrogate}", "u").exec(value)?.[0];
  if (hidden !== void 0)
    return yaml.key(span, `the key holds U+${hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}, which a reader cannot see`);
  return void 0;
}

// generator/spec/yaml-document.ts
var MAX_LEVELS = 64;
var MAX_KEYS = 1e3;
var MAX_NODES = 5e4;
var MAX_SIGNS = 4 * MAX_NODES;
var MAX_REFUSED = 1e3;
function parseYaml(text, lines) {
  const tokens = tokenize(text);
  if (tokens.stopped) return { diagnostics: tokens.refused };
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: "silent"
  });
  const [document] = composer.compose(tokens.document, true, text.length);
  const converter = new Converter(text, lines);
  const root = document?.contents == null ? void 0 : converter.node(document.contents);
  const found = withSyntaxErrors([...tokens.refused, ...converter.diagnostics], document?.errors ?? [], tokens.quotes, text, lines);
  if (found.length > 0) return { diagnostics: found };
  if (root === void 0 || root.kind === "scalar" && root.source === "") return { diagnostics: [yaml.empty({ start: 0, end: 0 })] };
  if (root.kind !== "map") return { diagnostics: [notAMapping(root)] };
  return { root, diagnostics: [] };
}
function tokenize(text) {
  const parser = new Parser();
  const document = [];
  const refused2 = [];
  const quotes = /* @__PURE__ */ new Map();
  const stop = (reason) => ({ document, refused: [...refused2, reason], quotes, stopped: true });
  let inScalar = false;
  let values = 0;
  let signs = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const span = { start: parser.offset, end: parser.offset + lexeme.length };
    const type = inScalar ? void 0 : CST.tokenType(lexeme);
    inScalar = lexeme === CST.SCALAR;
    const refuse = type === null || type === void 0 ? void 0 : REFUSED[type];
    if (refuse !== void 0) refused2.push(refuse(span));
    if (type === "double-quoted-scalar" || type === "single-quoted-scalar") quotes.set(span.end, span.start);
    if (type === "seq-item-ind" || type === "map-value-ind") values++;
    else if (type !== void 0 && type !== "space" && type !== "newline" && type !== "comment") signs++;
    if (values > MAX_NODES || signs > MAX_SIGNS) return stop(yaml.tooManyNodes(span, MAX_NODES));
    for (const token of parser.next(lexeme)) if (isContent(token) && document.length < MAX_REFUSED) document.push(token);
    const beyond = parser.stack.length > MAX_LEVELS ? parser.stack.filter(CST.isCollection)[MAX_LEVELS] : void 0;
    if (beyond !== void 0) return stop(yaml.tooDeep({ start: beyond.offset, end: beyond.offset + 1 }, MAX_LEVELS));
    const [begun] = parser.stack;
    if (begun?.type === "document" && document.some((token) => token.type === "document")) {
      refused2.push(yaml.multipleDocs({ start: begun.offset, end: Math.min(begun.offset + 3, text.length) }));
      return { document, refused: refused2, quotes, stopped: false };
    }
    if (refused2.length >= MAX_REFUSED) return { document, refused: refused2, quotes, stopped: true };
  }
  document.push(...parser.end());
  return { document, refused: refused2, quotes, stopped: false };
}
var REFUSED = {
  anchor: yaml.alias,
  alias: yaml.alias,
  tag: yaml.tag,
  "directive-line": yaml.directive
};
function isContent(token) {
  return token.type === "document" || token.type === "directive" || token.type === "error" || token.type === "doc-end";
}
function withSyntaxErrors(found, errors, quotes, text, lines) {
  const lineOf = (diagnostic) => lines.at(diagnostic.span?.start ?? 0).line;
  const translated = errors.map((error2) => translate(error2, quotes.get(error2.pos[0]), text, lines));
  const tabs = new Set(translated.filter((each) => each.code === "yaml/tab-indent").map(lineOf));
  const kept = found.filter((each) => !tabs.has(lineOf(each)));
  const taken = new Set(kept.map(lineOf));
  for (const diagnostic of translated) {
    const line = lineOf(diagnostic);
    if (!taken.has(line)) kept.push(diagnostic);
    taken.add(line);
  }
  return kept;
}
function notAMapping(root) {
  const missingSpace = root.kind === "scalar" && /^[\w-]+:\S/.test(root.source);
  const got = root.kind === "list" ? "a list" : typeof root.value === "string" ? `text ${shorten(root.source)}` : shorten(root.source);
  return spec.type(root.span, "a mapping at the top level", got, missingSpace ? 'A space is missing after ":".' : void 0);
}
var Converter = class {
  diagnostics = [];
  #text;
  #lines;
  #nodes = 0;
  constructor(text, lines) {
    this.#text = text;
    this.#lines = lines;
  }
  node(node) {
    this.#nodes++;
    if (this.#nodes === MAX_NODES + 1) this.diagnostics.push(yaml.tooManyNodes(spanOf(node), MAX_NODES));
    if (isMap(node)) return this.#map(node);
    if (isSeq(node)) return this.#list(node);
    return this.#scalar(node);
  }
  #map(node) {
    const span = this.#collectionSpan(node);
    if (isTemplate(node)) {
      this.diagnostics.push(yaml.templateBraces(span, this.#text.slice(span.start, span.end)));
      return { kind: "scalar", span, value: null, source: "" };
    }
    const entries = [];
    const seen = /* @__PURE__ */ new Map();
    for (const pair of node.items) {
      if (this.#nodes > MAX_NODES) break;
      const keySpan = spanOf(pair.key);
      const key = this.#key(pair.key, keySpan);
      const first = key === void 0 ? void 0 : seen.get(key);
      if (key !== void 0 && first !== void 0) this.diagnostics.push(yaml.duplicateKey(keySpan, key, this.#lines.at(first.start)));
      const end = { start: keySpan.end, end: keySpan.end };
      const value = pair.value === null ? { kind: "scalar", span: end, value: null, source: "" } : this.node(pair.value);
      if (key === void 0 || first !== void 0) continue;
      seen.set(key, keySpan);
      if (seen.size === MAX_KEYS + 1) this.diagnostics.push(yaml.tooManyKeys(keySpan, MAX_KEYS));
      entries.push({ key, keySpan, value });
    }
    return { kind: "map", span: node.flow === true ? span : { start: span.start, end: endOf(entries.at(-1)?.value, span) }, entries };
  }
  #list(node) {
    const span = this.#collectionSpan(node);
    const items = [];
    for (const item of node.items) {
      if (this.#nodes > MAX_NODES) break;
      items.push(this.node(item));
    }
    return { kind: "list", span: node.flow === true ? span : { start: span.start, end: endOf(items.at(-1), span) }, items };
  }
  #scalar(node) {
    const span = spanOf(node);
    if (!isScalar(node)) return { kind: "scalar", span, value: null, source: "" };
    const wrong = node.type === "PLAIN" ? checkPlain(node.source, node.value, span) : checkText(node.value, span);
    if (wrong !== void 0) this.diagnostics.push(wrong);
    return { kind: "scalar", span, value: isPlainValue(node.value) ? node.value : null, source: node.source };
  }
  #key(node, span) {
    if (isAlias(node)) return void 0;
    if (!isScalar(node)) {
      this.diagnostics.push(yaml.key(span, "a key is text, not a list or a mapping"));
      return void 0;
    }
    const wrong = checkKey(node.source, node.value, node.type === "PLAIN", span);
    if (wrong !== void 0) this.diagnostics.push(wrong);
    return typeof node.value === "string" ? node.value : void 0;
  }
  /** The place of a collection; reports a missing bracket. */
  #collectionSpan(node) {
    const span = spanOf(node);
    const token = node.srcToken;
    const closing = isMap(node) ? "}" : "]";
    if (token?.type !== "flow-collection" || token.end[0]?.source === closing || token.start.source !== (closing === "}" ? "{" : "["))
      return span;
    const end = Math.min(span.end, this.#text.length);
    if (!this.diagnostics.some((each) => each.code === "yaml/unclosed-flow" && each.span?.start === end))
      this.diagnostics.push(yaml.unclosedFlow({ start: end, end }, closing, this.#lines.at(span.start)));
    return { start: span.start, end };
  }
};
function isTemplate(node) {
  const [first] = node.items;
  return node.flow === true && node.srcToken?.type === "flow-collection" && first !== void 0 && (isMap(first.key) || node.items.length === 1 && first.value === null);
}
function isPlainValue(value) {
  return value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
function spanOf(node) {
  return { start: node.range[0], end: node.range[1] };
}
function endOf(last, whole) {
  return Math.max(whole.start, last?.span.end ?? whole.end);
}

// generator/spec/load.ts
function load(path, bytes) {
  const read = readText(bytes);
  if (!read.ok) return read;
  const text = read.text;
  try {
    const parsed = parseYaml(text, new Lines(text));
    if (parsed.root === void 0) return { ok: false, text, diagnostics: parsed.diagnostics };
    const sha256 = createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
    return { ok: true, source: { path: path.replaceAll("\\", "/"), text, root: parsed.root, sha256 } };
  } catch {
    return { ok: false, text, diagnostics: [yaml.library()] };
  }
}
export {
  load
};
