import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  internal,
  version
} from "./chunk-FSDPLRD4.js";
import {
  withLock
} from "./chunk-R5ZBXODK.js";
import {
  pathInside,
  targetAt
} from "./chunk-CRVNHETF.js";
import "./chunk-5MBANDOH.js";
import {
  closest,
  error,
  list,
  printable,
  shorten,
  spec
} from "./chunk-3EQSA2BL.js";
import {
  COMPILER_OPTIONS,
  isChecked,
  readWebTypes
} from "./chunk-IW7YDA6Y.js";
import {
  ROOT
} from "./chunk-SWWATBND.js";
import "./chunk-7BOAENXZ.js";

// generator/diagnostics/messages/fixtures.ts
var fixtures = {
  notJson: (path) => error("fixtures/not-json", void 0, `${printable(path)} is not JSON`),
  version: (path) => error("fixtures/version", void 0, `${printable(path)} is not a recording of version 1`, "It may be written by a newer tapwright."),
  resource: (path, resource) => error("fixtures/resource", void 0, `${printable(path)} is not a recording of ${shorten(resource)}`),
  unknown: (name, known) => error(
    "fixtures/unknown-resource",
    void 0,
    `there is a recording of ${shorten(name)}, but no such resource`,
    closest(name, known) === void 0 ? `Known: ${list(known)}.` : `Did you mean "${closest(name, known)}"?`
  ),
  /** `at` is a path in the file: `exchanges[0].request.url`. */
  invalid: (path, at, expected) => error("fixtures/invalid", void 0, `${printable(path)} at ${printable(at)}: expected ${expected}`)
};

// generator/fixtures/format.ts
function parseFixture(text2, path, resource) {
  let read;
  try {
    read = JSON.parse(text2.replace(/^\ufeff/, ""));
  } catch {
    return refused(fixtures.notJson(path));
  }
  if (!isObject(read)) return refused(fixtures.invalid(path, "the file", "an object"));
  if (read["version"] !== 1) return refused(fixtures.version(path));
  if (read["resource"] !== resource) return refused(fixtures.resource(path, resource));
  if (isFixture(read)) return { ok: true, fixture: read };
  const { at, expected } = problemOf(read) ?? { at: "the file", expected: "a recording" };
  return refused(fixtures.invalid(path, at, expected));
}
function fixtureText(fixture) {
  return `${JSON.stringify(fixture, null, 2)}
`;
}
function bodyTextOf(response) {
  return response.bodyText ?? (response.body === void 0 ? "" : JSON.stringify(response.body));
}
var KNOWN_KEYS = ["version", "resource", "synthesised", "source", "config", "exchanges"];
function isFixture(value) {
  return problemOf(value) === void 0;
}
function problemOf(fixture) {
  const unknown = Object.keys(fixture).find((key) => !KNOWN_KEYS.includes(key));
  if (unknown !== void 0) return { at: unknown, expected: "no such key" };
  const { synthesised, source, config, exchanges } = fixture;
  if (synthesised !== void 0 && synthesised !== true) return { at: "synthesised", expected: "true, or no such key" };
  if (source !== void 0 && typeof source !== "string") return { at: "source", expected: "text" };
  if (config !== void 0 && !isObject(config)) return { at: "config", expected: "an object" };
  if (!Array.isArray(exchanges) || exchanges.length === 0) return { at: "exchanges", expected: "a list of at least one exchange" };
  for (const [index, exchange] of exchanges.entries()) {
    const problem = exchangeProblem(exchange);
    if (problem !== void 0) return { ...problem, at: `exchanges[${index}]${problem.at}` };
  }
  return void 0;
}
function exchangeProblem(exchange) {
  if (!isObject(exchange)) return { at: "", expected: "an object" };
  const { request, response } = exchange;
  if (!isObject(request)) return { at: ".request", expected: "an object" };
  if (typeof request["method"] !== "string") return { at: ".request.method", expected: "text" };
  if (typeof request["url"] !== "string" || !URL.canParse(request["url"])) return { at: ".request.url", expected: "an absolute URL" };
  if (!areHeaders(request["headers"])) return { at: ".request.headers", expected: "texts by lower-case name" };
  if (!isObject(response)) return { at: ".response", expected: "an object" };
  const { status, headers, bodyText } = response;
  if (typeof status !== "number" || !Number.isInteger(status) || status < 200 || status > 599) return { at: ".response.status", expected: "a status from 200 to 599" };
  if (!areHeaders(headers)) return { at: ".response.headers", expected: "texts by lower-case name" };
  if (bodyText !== void 0 && typeof bodyText !== "string") return { at: ".response.bodyText", expected: "text" };
  if (bodyText !== void 0 && response["body"] !== void 0) return { at: ".response", expected: 'either "body" or "bodyText"' };
  return void 0;
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function areHeaders(value) {
  return isObject(value) && Object.entries(value).every(([name, text2]) => typeof text2 === "string" && /^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name));
}
function refused(diagnostic) {
  return { ok: false, diagnostics: [diagnostic] };
}

// generator/names.ts
function nameOf(raw) {
  const words2 = raw.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2").split(/[^A-Za-z0-9]+/).filter((word) => word !== "").map((word) => word.toLowerCase());
  const pascal = words2.map(capital).join("");
  return { raw, camel: pascal.charAt(0).toLowerCase() + pascal.slice(1), pascal, kebab: words2.join("-") };
}
function singular(raw) {
  if (/[a-z]{2}ies$/i.test(raw)) return raw.replace(/ies$/i, "y");
  if (/(ss|sh|ch|x|z)es$/i.test(raw)) return raw.replace(/es$/i, "");
  if (/[^aisu]s$/i.test(raw)) return raw.replace(/s$/i, "");
  return raw;
}
function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

// generator/code.ts
var Code = class _Code {
  text;
  constructor(text2) {
    this.text = text2;
  }
  /** For this module only: every caller below has made its text safe. */
  static trusted(text2) {
    return new _Code(text2);
  }
};
function code(texts, ...parts) {
  const raws = dedent(texts.raw);
  let out = "";
  raws.forEach((raw, index) => {
    const part2 = parts[index - 1];
    let text2 = raw.replace(/\\([`$\\])/g, "$1");
    if (part2 !== void 0) {
      const filling = isCode(part2) ? part2.text : part2.map((each) => each.text).join("\n");
      const line = out.slice(out.lastIndexOf("\n") + 1);
      const alone = line.trim() === "" && (text2 === "" ? index === raws.length - 1 : text2.startsWith("\n"));
      if (alone && filling === "") {
        out = out.slice(0, out.length - line.length);
        if (text2.startsWith("\n")) text2 = text2.slice(1);
        else out = out.replace(/\n$/, "");
      } else {
        out += alone ? indentFurtherLines(filling, line) : filling;
      }
    }
    out += text2;
  });
  return Code.trusted(out);
}
function join(parts, separator) {
  return Code.trusted(parts.map((part2) => part2.text).join(separator));
}
var nothing = Code.trusted("");
function literal(value) {
  return Code.trusted(literalText(value));
}
function regex(pattern, flags = "") {
  return Code.trusted(`/${new RegExp(pattern, flags).source.replace(HIDDEN, escapeSign)}/${flags}`);
}
function template(parts) {
  if (parts.every((part2) => typeof part2 === "string")) return literal(parts.join(""));
  const texts = parts.map((part2) => typeof part2 === "string" ? templateText(part2) : `\${${part2.text}}`);
  return Code.trusted(`\`${texts.join("")}\``);
}
function lineComment(text2) {
  return Code.trusted(`// ${visible(text2).replace(/[\r\n\u2028\u2029]+/g, " ")}`);
}
function count(value) {
  return Code.trusted(String(value).replace(/\B(?=(\d{3})+$)/g, "_"));
}
function identifier(name) {
  if (!isIdentifier(name)) throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return Code.trusted(name);
}
function property(name) {
  if (name === "__proto__") return Code.trusted("['__proto__']");
  return Code.trusted(IDENTIFIER_NAME.test(name) ? name : quote(name));
}
function member(object2, name) {
  return Code.trusted(IDENTIFIER_NAME.test(name) ? `${object2.text}.${name}` : `${object2.text}[${quote(name)}]`);
}
function optionalMember(object2, name) {
  return Code.trusted(IDENTIFIER_NAME.test(name) ? `${object2.text}?.${name}` : `${object2.text}?.[${quote(name)}]`);
}
function jsdoc(...paragraphs) {
  const texts = paragraphs.map((paragraph) => paragraph instanceof Code ? paragraph.text : docText(paragraph ?? "")).filter((text2) => text2 !== "");
  if (texts.length === 0) return nothing;
  const lines = texts.flatMap((text2, index) => index === 0 ? text2.split("\n") : ["", ...text2.split("\n")]);
  if (lines.length === 1) return Code.trusted(`/** ${lines[0]} */`);
  return Code.trusted(["/**", ...lines.map((line) => line === "" ? " *" : ` * ${line}`), " */"].join("\n"));
}
function docWords(text2) {
  return Code.trusted(docText(text2));
}
function markdown(text2) {
  return Code.trusted(
    visible(text2).replace(/\s+/g, " ").trim().replace(/[\\`*_{}[\]()<>#|!&~]/g, (sign) => sign === "<" ? "&lt;" : sign === "&" ? "&amp;" : `\\${sign}`)
  );
}
function markdownCode(text2) {
  const shown = visible(text2).replace(/\s+/g, " ").replaceAll("`", "'").replaceAll("|", "\\|");
  return Code.trusted(`\`${shown === "" ? " " : shown}\``);
}
function json(value) {
  return Code.trusted(`${JSON.stringify(value, null, 2)}
`);
}
function isCode(value) {
  return value instanceof Code;
}
function isIdentifier(name) {
  return IDENTIFIER_NAME.test(name) && !RESERVED_WORDS.has(name);
}
var IDENTIFIER_NAME = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
var RESERVED_WORDS = new Set(
  "abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger declare default delete do else enum eval export extends false finally for from function get global if implements import in infer instanceof interface is keyof let module namespace never new null number object of package private protected public readonly require return set static string super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield NaN Infinity".split(" ")
);
function literalText(value) {
  if (typeof value === "string") return quote(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (value === null || typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map(literalText).join(", ")}]`;
  const entries = Object.entries(value).map(([key, each]) => `${property(key).text}: ${literalText(each)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
function isList(value) {
  return Array.isArray(value);
}
function quote(value) {
  const body = JSON.stringify(value).slice(1, -1).replace(HIDDEN, escapeSign).replace(/[\ud800-\udfff]/g, (sign, at, whole) => isPaired(whole, at) ? sign : `\\u${sign.charCodeAt(0).toString(16)}`);
  const singles = value.split("'").length - 1;
  const doubles = value.split('"').length - 1;
  if (singles > doubles) return `"${body}"`;
  return `'${body.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
function templateText(text2) {
  return JSON.stringify(text2).slice(1, -1).replaceAll('\\"', '"').replace(/[`$]/g, "\\$&").replace(HIDDEN, escapeSign);
}
var HIDDEN = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
function escapeSign(sign) {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function isPaired(text2, at) {
  const unit = text2.charCodeAt(at);
  const other = unit < 56320 ? text2.charCodeAt(at + 1) : text2.charCodeAt(at - 1);
  return unit < 56320 ? other >= 56320 && other <= 57343 : other >= 55296 && other <= 56319;
}
function docText(text2) {
  return visible(text2).split(/\r\n|[\n\r\u2028\u2029]/).map(
    (line) => line.replaceAll("*/", "*\\/").replace(/^(\s*)@/, "$1\\@").replaceAll("{@", "{\\@").trimEnd()
  ).join("\n").trim();
}
function visible(text2) {
  return text2.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "");
}
function dedent(raws) {
  if (raws[0]?.startsWith("\n") !== true) return raws;
  const margins = raws.flatMap((raw, index) => {
    const lines = raw.split("\n").slice(1);
    return lines.filter((line, at) => line.trim() !== "" || at === lines.length - 1 && index < raws.length - 1).map((line) => /^ */.exec(line)?.[0].length ?? 0);
  });
  const margin = Math.min(...margins);
  return raws.map((raw, index) => {
    const text2 = raw.replaceAll(new RegExp(`
 {0,${margin}}`, "g"), "\n");
    const opened = index === 0 ? text2.slice(1) : text2;
    return index === raws.length - 1 ? opened.replace(/\n *$/, "") : opened;
  });
}
function indentFurtherLines(text2, indent) {
  return text2.split("\n").map((line, index) => index === 0 || line === "" ? line : indent + line).join("\n");
}

// generator/shape.ts
var Reading = class {
  diagnostics = [];
  #facts = /* @__PURE__ */ new Set();
  #nodes = /* @__PURE__ */ new WeakMap();
  report(diagnostic) {
    const fact = JSON.stringify([diagnostic.code, diagnostic.message, diagnostic.span?.start]);
    if (!this.#facts.has(fact)) this.diagnostics.push(diagnostic);
    this.#facts.add(fact);
  }
  /** Remembers where `value` came from. */
  remember(value, node) {
    this.#nodes.set(value, node);
    return value;
  }
  /** The place of a value read from a mapping or a list, or of the whole when it has no such key. */
  spanOf(value, key) {
    const node = this.#nodes.get(value);
    if (node === void 0) return { start: 0, end: 0 };
    if (node.kind === "map") return node.entries.find((entry2) => entry2.key === key)?.value.span ?? node.span;
    if (node.kind === "list" && typeof key === "number") return node.items[key]?.span ?? node.span;
    return node.span;
  }
  /** The place of a key of a mapping. */
  keySpanOf(value, key) {
    const node = this.#nodes.get(value);
    const entry2 = node?.kind === "map" ? node.entries.find((each) => each.key === key) : void 0;
    return entry2?.keySpan ?? this.spanOf(value);
  }
};
function text(about) {
  return scalarShape("text", { type: "string", ...words(about), ...about.pattern === void 0 ? {} : { pattern: about.pattern } }, (node, reading) => {
    if (typeof node.value !== "string") return wrong(node, "text", reading, node.value === null ? void 0 : "Quote it.");
    if (node.value === "" && about.allowEmpty !== true) return said(reading, spec.empty(node.span, "expected text, got an empty one"));
    return about.check === void 0 || about.check(node.value, node.span, reading) ? node.value : void 0;
  });
}
function integer(about) {
  return numeric("a whole number", "integer", about);
}
function decimalNumber(about) {
  return numeric("a number", "number", about);
}
function boolean(about) {
  return scalarShape(
    "true or false",
    { type: "boolean", ...words(about) },
    (node, reading) => typeof node.value === "boolean" ? node.value : wrong(node, "true or false", reading)
  );
}
function choice(what, known, about) {
  return scalarShape(what, { enum: known, ...words(about) }, (node, reading) => {
    const match = known.find((each) => each === node.value);
    if (match !== void 0) return match;
    if (typeof node.value !== "string") return wrong(node, what, reading);
    return said(reading, spec.enum(node.span, node.value, what, known));
  });
}
function literalWord(word) {
  return choice(`"${word}"`, [word], { description: `Always \`${word}\`.` });
}
function scalar(about) {
  return scalarShape("a text, number, true, false or null", { type: ["string", "number", "boolean", "null"], ...words(about) }, (node) => node.value);
}
function list2(item, about) {
  return {
    expected: "a list",
    schema: { type: "array", items: item.schema, ...about.min === void 0 ? {} : { minItems: about.min }, ...words(about) },
    accepts: (node) => node.kind === "list",
    read(node, reading) {
      if (node.kind !== "list") return wrong(node, "a list", reading);
      if (node.items.length < (about.min ?? 0)) return said(reading, spec.empty(node.span, `at least ${about.min} of these ${about.min === 1 ? "is" : "are"} needed`));
      const values = node.items.map((each) => item.read(each, reading));
      return reading.remember(values.filter((value) => value !== void 0), node);
    }
  };
}
function mapOf(value, about) {
  return {
    expected: "a mapping",
    schema: { type: "object", additionalProperties: value.schema, ...about.min === void 0 ? {} : { minProperties: about.min }, ...words(about) },
    accepts: (node) => node.kind === "map",
    read(node, reading) {
      if (node.kind !== "map") return wrong(node, "a mapping", reading);
      if (node.entries.length < (about.min ?? 0)) return said(reading, spec.empty(node.span, `at least ${about.min} entry is needed`));
      const values = /* @__PURE__ */ new Map();
      for (const entry2 of node.entries) {
        const fits2 = about.key === void 0 || about.key(entry2.key, entry2.keySpan, reading);
        const read = value.read(entry2.value, reading);
        if (fits2 && read !== void 0) values.set(entry2.key, read);
      }
      return reading.remember(values, node);
    }
  };
}
function required(shape8) {
  return { shape: shape8, presence: "required" };
}
function optional(shape8) {
  return { shape: shape8, presence: "optional" };
}
function later(instead) {
  return { presence: "later", instead };
}
function object(where, keys, about) {
  const known = Object.keys(keys).filter((key) => keys[key]?.presence !== "later");
  const requiredKeys = known.filter((key) => keys[key]?.presence === "required");
  return {
    expected: "a mapping",
    get schema() {
      const properties = {};
      for (const key of known) {
        const entry2 = keys[key];
        if (entry2 !== void 0 && entry2.presence !== "later") properties[key] = entry2.shape.schema;
      }
      return { type: "object", properties, ...requiredKeys.length === 0 ? {} : { required: requiredKeys }, additionalProperties: false, ...words(about) };
    },
    accepts: (node) => node.kind === "map",
    read(node, reading) {
      if (node.kind !== "map") return wrong(node, "a mapping", reading);
      const before = reading.diagnostics.length;
      const values = /* @__PURE__ */ new Map();
      const meant = /* @__PURE__ */ new Set();
      for (const entry2 of node.entries) {
        const own = Object.hasOwn(keys, entry2.key) ? keys[entry2.key] : void 0;
        if (own === void 0) {
          meant.add(closest(entry2.key, known));
          reading.report(spec.unknownKey(entry2.keySpan, entry2.key, where, known));
        } else if (own.presence === "later") reading.report(spec.notSupportedYet(entry2.keySpan, entry2.key, own.instead));
        else values.set(entry2.key, own.shape.read(entry2.value, reading));
      }
      for (const key of requiredKeys) {
        if (!values.has(key) && !meant.has(key)) reading.report(spec.missingKey(about.missingAt?.(node) ?? node.span, key, where));
      }
      if (requiredKeys.some((key) => values.get(key) === void 0)) return void 0;
      const present = [...values].filter(([, value]) => value !== void 0);
      const read = reading.remember(Object.fromEntries(present), node);
      if (reading.diagnostics.length === before) about.check?.(read, reading);
      return read;
    }
  };
}
function tagged(tag, what, variants2, about) {
  const known = Object.keys(variants2);
  return {
    expected: what,
    get schema() {
      return { oneOf: [{ enum: known }, ...known.map((word) => variants2[word]?.schema)], ...words(about) };
    },
    accepts: (node) => node.kind === "map" || node.kind === "scalar" && typeof node.value === "string",
    read(node, reading) {
      const named2 = node.kind === "map" ? node.entries.find((entry2) => entry2.key === tag)?.value : node;
      if (named2 === void 0) return said(reading, spec.missingKey(node.span, tag, what));
      if (named2.kind !== "scalar" || typeof named2.value !== "string") return wrong(named2, what, reading);
      const variant = Object.hasOwn(variants2, named2.value) ? variants2[named2.value] : void 0;
      if (variant === void 0) return said(reading, spec.enum(named2.span, named2.value, what, known));
      const entries = [{ key: tag, keySpan: named2.span, value: named2 }];
      return variant.read(node.kind === "map" ? node : { kind: "map", span: node.span, entries }, reading);
    }
  };
}
function oneOf(expected, shapes, about) {
  return {
    expected,
    get schema() {
      return { anyOf: shapes.map((shape8) => shape8.schema), ...words(about) };
    },
    accepts: (node) => shapes.some((shape8) => shape8.accepts(node)),
    read(node, reading) {
      const shape8 = shapes.find((each) => each.accepts(node));
      if (shape8 === void 0) return wrong(node, expected, reading);
      return shape8.read(node, reading);
    }
  };
}
function nullable(shape8) {
  return {
    expected: `${shape8.expected} or null`,
    get schema() {
      return { anyOf: [shape8.schema, { type: "null" }] };
    },
    accepts: (node) => shape8.accepts(node) || isNull(node),
    read: (node, reading) => isNull(node) ? null : shape8.read(node, reading)
  };
}
function named(name, make) {
  let made;
  const shape8 = () => made ??= make();
  definitions.set(name, () => shape8().schema);
  return {
    get expected() {
      return shape8().expected;
    },
    schema: { $ref: `#/$defs/${name}` },
    accepts: (node) => shape8().accepts(node),
    read: (node, reading) => shape8().read(node, reading)
  };
}
function kindOf(node) {
  if (node.kind === "map") return "a mapping";
  if (node.kind === "list") return "a list";
  if (node.value === null) return "nothing";
  return typeof node.value === "string" ? "text" : typeof node.value === "number" ? "a number" : String(node.value);
}
function toJson(node) {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(toJson);
  const object2 = /* @__PURE__ */ Object.create(null);
  for (const entry2 of node.entries) object2[entry2.key] = toJson(entry2.value);
  return object2;
}
var definitions = /* @__PURE__ */ new Map();
function numeric(expected, type, about) {
  const schema = { type, ...about.min === void 0 ? {} : { minimum: about.min }, ...about.max === void 0 ? {} : { maximum: about.max }, ...words(about) };
  return scalarShape(expected, schema, (node, reading) => {
    const value = node.value;
    if (typeof value !== "number") return wrong(node, expected, reading);
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return said(reading, spec.number(node.span, "number out of range"));
    if (type === "integer" && !Number.isInteger(value)) return said(reading, spec.number(node.span, `expected a whole number, got ${value}`));
    if (about.min !== void 0 && value < about.min) return said(reading, spec.number(node.span, `must be at least ${about.min}, got ${value}`));
    if (about.max !== void 0 && value > about.max) return said(reading, spec.number(node.span, `must be at most ${about.max}, got ${value}`));
    return value;
  });
}
function scalarShape(expected, schema, read) {
  const types2 = [schema["type"]].flat();
  const fits2 = (value) => schema["enum"] !== void 0 ? typeof value === "string" : types2.includes(value === null ? "null" : typeof value) || typeof value === "number" && types2.includes("integer");
  return {
    expected,
    schema,
    accepts: (node) => node.kind === "scalar" && fits2(node.value),
    read: (node, reading) => node.kind === "scalar" ? read(node, reading) : wrong(node, expected, reading)
  };
}
function isNull(node) {
  return node.kind === "scalar" && node.value === null;
}
function wrong(node, expected, reading, hint) {
  return said(reading, spec.type(node.span, expected, kindOf(node), hint));
}
function said(reading, diagnostic) {
  reading.report(diagnostic);
  return void 0;
}
function words(about) {
  return {
    description: about.description,
    ...about.default === void 0 ? {} : { default: about.default },
    ...about.examples === void 0 ? {} : { examples: about.examples }
  };
}

// generator/paginators/header-link.ts
var shape = object(
  "a header_link paginator",
  {
    type: required(literalWord("header_link")),
    links_next_key: optional(text({ description: "The link relation of the next page in the Link header (RFC 8288), whatever its case.", default: "next" }))
  },
  { description: 'Follows the Link header: `<https://\u2026?page=2>; rel="next"`.' }
);
var headerLink = {
  type: "header_link",
  shape,
  build: (spec2) => ({ type: "header_link", relation: spec2.links_next_key ?? "next" }),
  queryParams: () => [],
  emit: (model) => ({
    summary: `page after page by the \`Link\` header, until it has no \`rel="${model.relation}"\``,
    reassignsUrl: true,
    kind: "header_link",
    position: [{ name: "link", type: code`string`, description: "Path and query of the next page.", check: (value) => code`typeof ${value} === 'string' && ownLink(${value}, url) !== undefined`, refused: [7, "https://elsewhere.example/"] }],
    fixedQuery: [],
    bodyFields: [],
    start: code`if (state?.next) url = new URL(state.next.link, url);`,
    request: code``,
    extras: [{ name: "link", type: code`URL | null`, value: code`linkedPage(response.headers, ${literal(model.relation.toLowerCase())}, url, place)`, readsResponse: true }],
    advance: code`if (link !== null) url = link;`,
    next: code`link && { link: link.pathname + link.search }`,
    progress: code`if (link !== null) checkProgress(link.href, place);`,
    helpers: ["linkedPage", "ownLink"]
  }),
  pageSizes: () => [3, 3, 2],
  answer(model, page) {
    const pageUrl = (index) => {
      const url = new URL(page.firstUrl);
      if (index > 0) url.searchParams.set("page", String(index + 1));
      return url.href;
    };
    const more = page.index < page.pages - 1;
    return { url: pageUrl(page.index), headers: more ? { link: `<${pageUrl(page.index + 1)}>; rel="${model.relation}"` } : {}, body: [] };
  },
  refusedAnswers: (model) => ["https://elsewhere.example/?page=2", "//elsewhere.example/", "http://["].map((target) => ({
    name: `a next page at ${target}`,
    headers: { link: `<${target}>; rel="${model.relation}"` },
    error: "PaginationError",
    code: "refused_link"
  })),
  example: { type: "header_link" },
  mutants: [
    { name: "only the first page is read", file: "resource", find: "link && { link: link.pathname + link.search }", replace: "null" },
    { name: "the next link is not followed", file: "resource", find: "if (link !== null) url = link;", replace: "" },
    { name: "the state forgets the query of the link", file: "resource", find: "link.pathname + link.search", replace: "link.pathname" },
    { name: "a saved link is ignored", file: "resource", find: "if (state?.next) url = new URL(state.next.link, url);", replace: "" }
  ]
};

// node_modules/jsonpath-rfc9535/dist/esm/parser/parser.js
function peg$subclass(child, parent) {
  function C() {
    this.constructor = child;
  }
  C.prototype = parent.prototype;
  child.prototype = new C();
}
function peg$SyntaxError(message, expected, found, location) {
  var self = Error.call(this, message);
  if (Object.setPrototypeOf) {
    Object.setPrototypeOf(self, peg$SyntaxError.prototype);
  }
  self.expected = expected;
  self.found = found;
  self.location = location;
  self.name = "SyntaxError";
  return self;
}
peg$subclass(peg$SyntaxError, Error);
function peg$padEnd(str, targetLength, padString) {
  padString = padString || " ";
  if (str.length > targetLength) {
    return str;
  }
  targetLength -= str.length;
  padString += padString.repeat(targetLength);
  return str + padString.slice(0, targetLength);
}
peg$SyntaxError.prototype.format = function(sources) {
  var str = "Error: " + this.message;
  if (this.location) {
    var src = null;
    var k;
    for (k = 0; k < sources.length; k++) {
      if (sources[k].source === this.location.source) {
        src = sources[k].text.split(/\r\n|\n|\r/g);
        break;
      }
    }
    var s = this.location.start;
    var offset_s = this.location.source && typeof this.location.source.offset === "function" ? this.location.source.offset(s) : s;
    var loc = this.location.source + ":" + offset_s.line + ":" + offset_s.column;
    if (src) {
      var e = this.location.end;
      var filler = peg$padEnd("", offset_s.line.toString().length, " ");
      var line = src[s.line - 1];
      var last = s.line === e.line ? e.column : line.length + 1;
      var hatLen = last - s.column || 1;
      str += "\n --> " + loc + "\n" + filler + " |\n" + offset_s.line + " | " + line + "\n" + filler + " | " + peg$padEnd("", s.column - 1, " ") + peg$padEnd("", hatLen, "^");
    } else {
      str += "\n at " + loc;
    }
  }
  return str;
};
peg$SyntaxError.buildMessage = function(expected, found) {
  var DESCRIBE_EXPECTATION_FNS = {
    literal: function(expectation) {
      return '"' + literalEscape(expectation.text) + '"';
    },
    class: function(expectation) {
      var escapedParts = expectation.parts.map(function(part2) {
        return Array.isArray(part2) ? classEscape(part2[0]) + "-" + classEscape(part2[1]) : classEscape(part2);
      });
      return "[" + (expectation.inverted ? "^" : "") + escapedParts.join("") + "]";
    },
    any: function() {
      return "any character";
    },
    end: function() {
      return "end of input";
    },
    other: function(expectation) {
      return expectation.description;
    }
  };
  function hex(ch) {
    return ch.charCodeAt(0).toString(16).toUpperCase();
  }
  function literalEscape(s) {
    return s.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, function(ch) {
      return "\\x0" + hex(ch);
    }).replace(/[\x10-\x1F\x7F-\x9F]/g, function(ch) {
      return "\\x" + hex(ch);
    });
  }
  function classEscape(s) {
    return s.replace(/\\/g, "\\\\").replace(/\]/g, "\\]").replace(/\^/g, "\\^").replace(/-/g, "\\-").replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, function(ch) {
      return "\\x0" + hex(ch);
    }).replace(/[\x10-\x1F\x7F-\x9F]/g, function(ch) {
      return "\\x" + hex(ch);
    });
  }
  function describeExpectation(expectation) {
    return DESCRIBE_EXPECTATION_FNS[expectation.type](expectation);
  }
  function describeExpected(expected2) {
    var descriptions = expected2.map(describeExpectation);
    var i, j;
    descriptions.sort();
    if (descriptions.length > 0) {
      for (i = 1, j = 1; i < descriptions.length; i++) {
        if (descriptions[i - 1] !== descriptions[i]) {
          descriptions[j] = descriptions[i];
          j++;
        }
      }
      descriptions.length = j;
    }
    switch (descriptions.length) {
      case 1:
        return descriptions[0];
      case 2:
        return descriptions[0] + " or " + descriptions[1];
      default:
        return descriptions.slice(0, -1).join(", ") + ", or " + descriptions[descriptions.length - 1];
    }
  }
  function describeFound(found2) {
    return found2 ? '"' + literalEscape(found2) + '"' : "end of input";
  }
  return "Expected " + describeExpected(expected) + " but " + describeFound(found) + " found.";
};
function peg$parse(input, options) {
  options = options !== void 0 ? options : {};
  var peg$FAILED = {};
  var peg$source = options.grammarSource;
  var peg$startRuleFunctions = { jsonpath_query: peg$parsejsonpath_query };
  var peg$startRuleFunction = peg$parsejsonpath_query;
  var peg$c0 = "$";
  var peg$c1 = ".";
  var peg$c2 = "..";
  var peg$c3 = "[";
  var peg$c4 = ",";
  var peg$c5 = "]";
  var peg$c6 = "*";
  var peg$c7 = ":";
  var peg$c8 = "?";
  var peg$c9 = '"';
  var peg$c10 = "'";
  var peg$c11 = "0";
  var peg$c12 = "-";
  var peg$c13 = "||";
  var peg$c14 = "\\";
  var peg$c15 = "u";
  var peg$c16 = "&&";
  var peg$c17 = "d";
  var peg$c18 = "(";
  var peg$c19 = ")";
  var peg$c20 = "!";
  var peg$c21 = "==";
  var peg$c22 = "!=";
  var peg$c23 = "<=";
  var peg$c24 = ">=";
  var peg$c25 = "-0";
  var peg$c26 = "true";
  var peg$c27 = "false";
  var peg$c28 = "null";
  var peg$c29 = "@";
  var peg$c30 = "e";
  var peg$r0 = /^[\t-\n\r ]/;
  var peg$r1 = /^[A-Z_a-z\x80-\uD7FF\uE000-\uFFFF]/;
  var peg$r2 = /^[\uD800-\uDBFF]/;
  var peg$r3 = /^[\uDC00-\uDFFF]/;
  var peg$r4 = /^[A-Za-z]/;
  var peg$r5 = /^[0-9]/;
  var peg$r6 = /^[1-9]/;
  var peg$r7 = /^[ -!#-&(-[\]-\uD7FF\uE000-\uFFFF]/;
  var peg$r8 = /^[\/\\bfnrt]/;
  var peg$r9 = /^[A-CE-F]/i;
  var peg$r10 = /^[0-7]/;
  var peg$r11 = /^[8-9]/;
  var peg$r12 = /^[A-B]/i;
  var peg$r13 = /^[C-F]/i;
  var peg$r14 = /^[A-F]/i;
  var peg$r15 = /^[<>]/;
  var peg$r16 = /^[0-9_a-z]/;
  var peg$r17 = /^[+\-]/;
  var peg$r18 = /^[a-z]/;
  var peg$e0 = peg$literalExpectation("$", false);
  var peg$e1 = peg$classExpectation([["	", "\n"], "\r", " "], false, false);
  var peg$e2 = peg$literalExpectation(".", false);
  var peg$e3 = peg$literalExpectation("..", false);
  var peg$e4 = peg$literalExpectation("[", false);
  var peg$e5 = peg$literalExpectation(",", false);
  var peg$e6 = peg$literalExpectation("]", false);
  var peg$e7 = peg$literalExpectation("*", false);
  var peg$e8 = peg$classExpectation([["A", "Z"], "_", ["a", "z"], ["\x80", "\uD7FF"], ["\uE000", "\uFFFF"]], false, false);
  var peg$e9 = peg$classExpectation([["\uD800", "\uDBFF"]], false, false);
  var peg$e10 = peg$classExpectation([["\uDC00", "\uDFFF"]], false, false);
  var peg$e11 = peg$literalExpectation(":", false);
  var peg$e12 = peg$literalExpectation("?", false);
  var peg$e13 = peg$classExpectation([["A", "Z"], ["a", "z"]], false, false);
  var peg$e14 = peg$classExpectation([["0", "9"]], false, false);
  var peg$e15 = peg$literalExpectation('"', false);
  var peg$e16 = peg$literalExpectation("'", false);
  var peg$e17 = peg$literalExpectation("0", false);
  var peg$e18 = peg$literalExpectation("-", false);
  var peg$e19 = peg$classExpectation([["1", "9"]], false, false);
  var peg$e20 = peg$literalExpectation("||", false);
  var peg$e21 = peg$classExpectation([[" ", "!"], ["#", "&"], ["(", "["], ["]", "\uD7FF"], ["\uE000", "\uFFFF"]], false, false);
  var peg$e22 = peg$literalExpectation("\\", false);
  var peg$e23 = peg$classExpectation(["/", "\\", "b", "f", "n", "r", "t"], false, false);
  var peg$e24 = peg$literalExpectation("u", false);
  var peg$e25 = peg$literalExpectation("&&", false);
  var peg$e26 = peg$classExpectation([["A", "C"], ["E", "F"]], false, true);
  var peg$e27 = peg$literalExpectation("D", true);
  var peg$e28 = peg$classExpectation([["0", "7"]], false, false);
  var peg$e29 = peg$classExpectation([["8", "9"]], false, false);
  var peg$e30 = peg$classExpectation([["A", "B"]], false, true);
  var peg$e31 = peg$classExpectation([["C", "F"]], false, true);
  var peg$e32 = peg$literalExpectation("(", false);
  var peg$e33 = peg$literalExpectation(")", false);
  var peg$e34 = peg$classExpectation([["A", "F"]], false, true);
  var peg$e35 = peg$literalExpectation("!", false);
  var peg$e36 = peg$literalExpectation("==", false);
  var peg$e37 = peg$literalExpectation("!=", false);
  var peg$e38 = peg$literalExpectation("<=", false);
  var peg$e39 = peg$literalExpectation(">=", false);
  var peg$e40 = peg$classExpectation(["<", ">"], false, false);
  var peg$e41 = peg$literalExpectation("-0", false);
  var peg$e42 = peg$literalExpectation("true", false);
  var peg$e43 = peg$literalExpectation("false", false);
  var peg$e44 = peg$literalExpectation("null", false);
  var peg$e45 = peg$literalExpectation("@", false);
  var peg$e46 = peg$classExpectation([["0", "9"], "_", ["a", "z"]], false, false);
  var peg$e47 = peg$literalExpectation("e", true);
  var peg$e48 = peg$classExpectation(["+", "-"], false, false);
  var peg$e49 = peg$classExpectation([["a", "z"]], false, false);
  var peg$f0 = function(segments) {
    return {
      type: "JsonPathQuery",
      segments
    };
  };
  var peg$f1 = function(value) {
    return value;
  };
  var peg$f2 = function(value) {
    return value;
  };
  var peg$f3 = function(node) {
    return { type: "ChildSegment", node };
  };
  var peg$f4 = function(node) {
    return { type: "DescendantSegment", node };
  };
  var peg$f5 = function(main, child) {
    return child;
  };
  var peg$f6 = function(main, rest) {
    return [main, ...rest];
  };
  var peg$f7 = function(selectors) {
    return {
      type: "BracketedSelection",
      selectors
    };
  };
  var peg$f8 = function() {
    return { type: "WildcardSelector" };
  };
  var peg$f9 = function(value) {
    return { type: "MemberNameShorthand", value };
  };
  var peg$f10 = function(value) {
    return { type: "NameSelector", value };
  };
  var peg$f11 = function(start, end, value) {
    return value;
  };
  var peg$f12 = function(start, end, step) {
    return { start, end, step };
  };
  var peg$f13 = function(values) {
    return {
      type: "SliceSelector",
      start: values.start === "" ? null : Number.parseInt(values.start.trim(), 10),
      end: values.end === "" ? null : Number.parseInt(values.end.trim(), 10),
      step: values.step === "" || values.step === null ? null : Number.parseInt(values.step.trim(), 10)
    };
  };
  var peg$f14 = function(value) {
    return { type: "IndexSelector", value: Number.parseInt(value, 10) };
  };
  var peg$f15 = function(value) {
    return { type: "FilterSelector", value };
  };
  var peg$f16 = function(value) {
    return value;
  };
  var peg$f17 = function(value) {
    return value;
  };
  var peg$f18 = function(value) {
    return value.join("");
  };
  var peg$f19 = function() {
    return '"';
  };
  var peg$f20 = function(value) {
    switch (value) {
      case "b":
        return "\b";
      case "f":
        return "\f";
      case "n":
        return "\n";
      case "r":
        return "\r";
      case "t":
        return "	";
      case "/":
        return "/";
      case "\\":
        return "\\";
      default:
        return value.slice(1);
    }
  };
  var peg$f21 = function() {
    return "'";
  };
  var peg$f22 = function(value) {
    switch (value) {
      case "b":
        return "\b";
      case "f":
        return "\f";
      case "n":
        return "\n";
      case "r":
        return "\r";
      case "t":
        return "	";
      case "/":
        return "/";
      case "\\":
        return "\\";
      default:
        return value.slice(1);
    }
  };
  var peg$f23 = function(left, value) {
    return value;
  };
  var peg$f24 = function(left, rest) {
    return rest.length === 0 ? left : {
      type: "LogicalOrExpr",
      left,
      right: rest.length === 1 ? rest[0] : rest.slice(1).reduce((acc, curr) => ({
        type: "LogicalOrExpr",
        left: acc,
        right: curr
      }), rest[0])
    };
  };
  var peg$f25 = function(main, value) {
    return value;
  };
  var peg$f26 = function(main, rest) {
    return [main, ...rest];
  };
  var peg$f27 = function(conditions) {
    return conditions.length === 1 ? conditions[0] : {
      type: "LogicalAndExpr",
      left: conditions[0],
      right: conditions.length === 2 ? conditions[1] : conditions.slice(2).reduce((acc, curr) => ({
        type: "LogicalOrExpr",
        left: acc,
        right: curr
      }), conditions[1])
    };
  };
  var peg$f28 = function() {
    return String.fromCharCode(Number.parseInt(text2(), 16));
  };
  var peg$f29 = function(h, l) {
    return String.fromCharCode(Number.parseInt(h, 16)) + String.fromCharCode(Number.parseInt(l, 16));
  };
  var peg$f30 = function(value) {
    return value;
  };
  var peg$f31 = function(not, expression) {
    return not !== null ? {
      type: "LogicalNotExpr",
      expression
    } : expression;
  };
  var peg$f32 = function(left, op, right) {
    return {
      type: "ComparisonExpr",
      left,
      op,
      right
    };
  };
  var peg$f33 = function(not, expression) {
    return not !== null ? {
      type: "LogicalNotExpr",
      expression: {
        type: "TestExpr",
        expression
      }
    } : {
      type: "TestExpr",
      expression
    };
  };
  var peg$f34 = function(value) {
    return { type: "FilterQuery", value };
  };
  var peg$f35 = function(name, f, rest) {
    return rest;
  };
  var peg$f36 = function(name, f, r) {
    return [f, ...r];
  };
  var peg$f37 = function(name, args) {
    return {
      type: "FunctionExpr",
      name,
      arguments: args
    };
  };
  var peg$f38 = function(value) {
    return { type: "Literal", value };
  };
  var peg$f39 = function(segments) {
    return { type: "RelQuery", segments };
  };
  var peg$f40 = function(value) {
    return Number(value);
  };
  var peg$f41 = function() {
    return true;
  };
  var peg$f42 = function() {
    return false;
  };
  var peg$f43 = function() {
    return null;
  };
  var peg$f44 = function(segments) {
    return { type: "RelSingularQuery", segments };
  };
  var peg$f45 = function(segments) {
    return { type: "AbsSingularQuery", segments };
  };
  var peg$f46 = function(segment) {
    return {
      type: "SingularQuerySegment",
      node: segment
    };
  };
  var peg$f47 = function(segments) {
    return segments;
  };
  var peg$f48 = function(value) {
    return value;
  };
  var peg$f49 = function(value) {
    return value;
  };
  var peg$f50 = function(selector) {
    return { type: "IndexSelector", selector };
  };
  var peg$currPos = options.peg$currPos | 0;
  var peg$savedPos = peg$currPos;
  var peg$posDetailsCache = [{ line: 1, column: 1 }];
  var peg$maxFailPos = peg$currPos;
  var peg$maxFailExpected = options.peg$maxFailExpected || [];
  var peg$silentFails = options.peg$silentFails | 0;
  var peg$result;
  if (options.startRule) {
    if (!(options.startRule in peg$startRuleFunctions)) {
      throw new Error(`Can't start parsing from rule "` + options.startRule + '".');
    }
    peg$startRuleFunction = peg$startRuleFunctions[options.startRule];
  }
  function text2() {
    return input.substring(peg$savedPos, peg$currPos);
  }
  function offset2() {
    return peg$savedPos;
  }
  function range() {
    return {
      source: peg$source,
      start: peg$savedPos,
      end: peg$currPos
    };
  }
  function location() {
    return peg$computeLocation(peg$savedPos, peg$currPos);
  }
  function expected(description, location2) {
    location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos);
    throw peg$buildStructuredError([peg$otherExpectation(description)], input.substring(peg$savedPos, peg$currPos), location2);
  }
  function error2(message, location2) {
    location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos);
    throw peg$buildSimpleError(message, location2);
  }
  function peg$literalExpectation(text3, ignoreCase) {
    return { type: "literal", text: text3, ignoreCase };
  }
  function peg$classExpectation(parts, inverted, ignoreCase) {
    return { type: "class", parts, inverted, ignoreCase };
  }
  function peg$anyExpectation() {
    return { type: "any" };
  }
  function peg$endExpectation() {
    return { type: "end" };
  }
  function peg$otherExpectation(description) {
    return { type: "other", description };
  }
  function peg$computePosDetails(pos) {
    var details = peg$posDetailsCache[pos];
    var p;
    if (details) {
      return details;
    } else {
      if (pos >= peg$posDetailsCache.length) {
        p = peg$posDetailsCache.length - 1;
      } else {
        p = pos;
        while (!peg$posDetailsCache[--p]) {
        }
      }
      details = peg$posDetailsCache[p];
      details = {
        line: details.line,
        column: details.column
      };
      while (p < pos) {
        if (input.charCodeAt(p) === 10) {
          details.line++;
          details.column = 1;
        } else {
          details.column++;
        }
        p++;
      }
      peg$posDetailsCache[pos] = details;
      return details;
    }
  }
  function peg$computeLocation(startPos, endPos, offset3) {
    var startPosDetails = peg$computePosDetails(startPos);
    var endPosDetails = peg$computePosDetails(endPos);
    var res = {
      source: peg$source,
      start: {
        offset: startPos,
        line: startPosDetails.line,
        column: startPosDetails.column
      },
      end: {
        offset: endPos,
        line: endPosDetails.line,
        column: endPosDetails.column
      }
    };
    if (offset3 && peg$source && typeof peg$source.offset === "function") {
      res.start = peg$source.offset(res.start);
      res.end = peg$source.offset(res.end);
    }
    return res;
  }
  function peg$fail(expected2) {
    if (peg$currPos < peg$maxFailPos) {
      return;
    }
    if (peg$currPos > peg$maxFailPos) {
      peg$maxFailPos = peg$currPos;
      peg$maxFailExpected = [];
    }
    peg$maxFailExpected.push(expected2);
  }
  function peg$buildSimpleError(message, location2) {
    return new peg$SyntaxError(message, null, null, location2);
  }
  function peg$buildStructuredError(expected2, found, location2) {
    return new peg$SyntaxError(peg$SyntaxError.buildMessage(expected2, found), expected2, found, location2);
  }
  function peg$parsejsonpath_query() {
    var s0, s1, s2;
    s0 = peg$currPos;
    s1 = peg$parseroot_identifier();
    if (s1 !== peg$FAILED) {
      s2 = peg$parsesegments();
      peg$savedPos = s0;
      s0 = peg$f0(s2);
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseroot_identifier() {
    var s0;
    if (input.charCodeAt(peg$currPos) === 36) {
      s0 = peg$c0;
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e0);
      }
    }
    return s0;
  }
  function peg$parsesegments() {
    var s0, s1, s2, s3;
    s0 = [];
    s1 = peg$currPos;
    s2 = peg$parseS();
    s3 = peg$parsesegment();
    if (s3 !== peg$FAILED) {
      peg$savedPos = s1;
      s1 = peg$f1(s3);
    } else {
      peg$currPos = s1;
      s1 = peg$FAILED;
    }
    while (s1 !== peg$FAILED) {
      s0.push(s1);
      s1 = peg$currPos;
      s2 = peg$parseS();
      s3 = peg$parsesegment();
      if (s3 !== peg$FAILED) {
        peg$savedPos = s1;
        s1 = peg$f1(s3);
      } else {
        peg$currPos = s1;
        s1 = peg$FAILED;
      }
    }
    return s0;
  }
  function peg$parseS() {
    var s0, s1;
    s0 = [];
    s1 = peg$parseB();
    while (s1 !== peg$FAILED) {
      s0.push(s1);
      s1 = peg$parseB();
    }
    return s0;
  }
  function peg$parsesegment() {
    var s0;
    s0 = peg$parsechild_segment();
    if (s0 === peg$FAILED) {
      s0 = peg$parsedescendant_segment();
    }
    return s0;
  }
  function peg$parseB() {
    var s0;
    s0 = input.charAt(peg$currPos);
    if (peg$r0.test(s0)) {
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e1);
      }
    }
    return s0;
  }
  function peg$parsechild_segment() {
    var s0, s1, s2, s3;
    s0 = peg$currPos;
    s1 = peg$parsebracketed_selection();
    if (s1 === peg$FAILED) {
      s1 = peg$currPos;
      if (input.charCodeAt(peg$currPos) === 46) {
        s2 = peg$c1;
        peg$currPos++;
      } else {
        s2 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e2);
        }
      }
      if (s2 !== peg$FAILED) {
        s3 = peg$parsewildcard_selector();
        if (s3 === peg$FAILED) {
          s3 = peg$parsemember_name_shorthand();
        }
        if (s3 !== peg$FAILED) {
          peg$savedPos = s1;
          s1 = peg$f2(s3);
        } else {
          peg$currPos = s1;
          s1 = peg$FAILED;
        }
      } else {
        peg$currPos = s1;
        s1 = peg$FAILED;
      }
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f3(s1);
    }
    s0 = s1;
    return s0;
  }
  function peg$parsedescendant_segment() {
    var s0, s1, s2;
    s0 = peg$currPos;
    if (input.substr(peg$currPos, 2) === peg$c2) {
      s1 = peg$c2;
      peg$currPos += 2;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e3);
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = peg$parsebracketed_selection();
      if (s2 === peg$FAILED) {
        s2 = peg$parsewildcard_selector();
        if (s2 === peg$FAILED) {
          s2 = peg$parsemember_name_shorthand();
        }
      }
      if (s2 !== peg$FAILED) {
        peg$savedPos = s0;
        s0 = peg$f4(s2);
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parsebracketed_selection() {
    var s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10;
    s0 = peg$currPos;
    if (input.charCodeAt(peg$currPos) === 91) {
      s1 = peg$c3;
      peg$currPos++;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e4);
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = peg$currPos;
      s3 = peg$parseS();
      s4 = peg$parseselector();
      if (s4 !== peg$FAILED) {
        s5 = [];
        s6 = peg$currPos;
        s7 = peg$parseS();
        if (input.charCodeAt(peg$currPos) === 44) {
          s8 = peg$c4;
          peg$currPos++;
        } else {
          s8 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e5);
          }
        }
        if (s8 !== peg$FAILED) {
          s9 = peg$parseS();
          s10 = peg$parseselector();
          if (s10 !== peg$FAILED) {
            peg$savedPos = s6;
            s6 = peg$f5(s4, s10);
          } else {
            peg$currPos = s6;
            s6 = peg$FAILED;
          }
        } else {
          peg$currPos = s6;
          s6 = peg$FAILED;
        }
        while (s6 !== peg$FAILED) {
          s5.push(s6);
          s6 = peg$currPos;
          s7 = peg$parseS();
          if (input.charCodeAt(peg$currPos) === 44) {
            s8 = peg$c4;
            peg$currPos++;
          } else {
            s8 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e5);
            }
          }
          if (s8 !== peg$FAILED) {
            s9 = peg$parseS();
            s10 = peg$parseselector();
            if (s10 !== peg$FAILED) {
              peg$savedPos = s6;
              s6 = peg$f5(s4, s10);
            } else {
              peg$currPos = s6;
              s6 = peg$FAILED;
            }
          } else {
            peg$currPos = s6;
            s6 = peg$FAILED;
          }
        }
        peg$savedPos = s2;
        s2 = peg$f6(s4, s5);
      } else {
        peg$currPos = s2;
        s2 = peg$FAILED;
      }
      if (s2 !== peg$FAILED) {
        s3 = peg$parseS();
        if (input.charCodeAt(peg$currPos) === 93) {
          s4 = peg$c5;
          peg$currPos++;
        } else {
          s4 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e6);
          }
        }
        if (s4 !== peg$FAILED) {
          peg$savedPos = s0;
          s0 = peg$f7(s2);
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parsewildcard_selector() {
    var s0, s1;
    s0 = peg$currPos;
    if (input.charCodeAt(peg$currPos) === 42) {
      s1 = peg$c6;
      peg$currPos++;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e7);
      }
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f8();
    }
    s0 = s1;
    return s0;
  }
  function peg$parsemember_name_shorthand() {
    var s0, s1, s2, s3, s4, s5;
    s0 = peg$currPos;
    s1 = peg$currPos;
    s2 = peg$currPos;
    s3 = peg$parsename_first();
    if (s3 !== peg$FAILED) {
      s4 = [];
      s5 = peg$parsename_char();
      while (s5 !== peg$FAILED) {
        s4.push(s5);
        s5 = peg$parsename_char();
      }
      s3 = [s3, s4];
      s2 = s3;
    } else {
      peg$currPos = s2;
      s2 = peg$FAILED;
    }
    if (s2 !== peg$FAILED) {
      s1 = input.substring(s1, peg$currPos);
    } else {
      s1 = s2;
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f9(s1);
    }
    s0 = s1;
    return s0;
  }
  function peg$parseselector() {
    var s0;
    s0 = peg$parsename_selector();
    if (s0 === peg$FAILED) {
      s0 = peg$parsewildcard_selector();
      if (s0 === peg$FAILED) {
        s0 = peg$parseslice_selector();
        if (s0 === peg$FAILED) {
          s0 = peg$parseindex_selector();
          if (s0 === peg$FAILED) {
            s0 = peg$parsefilter_selector();
          }
        }
      }
    }
    return s0;
  }
  function peg$parsename_first() {
    var s0, s1, s2;
    s0 = input.charAt(peg$currPos);
    if (peg$r1.test(s0)) {
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e8);
      }
    }
    if (s0 === peg$FAILED) {
      s0 = peg$currPos;
      s1 = input.charAt(peg$currPos);
      if (peg$r2.test(s1)) {
        peg$currPos++;
      } else {
        s1 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e9);
        }
      }
      if (s1 !== peg$FAILED) {
        s2 = input.charAt(peg$currPos);
        if (peg$r3.test(s2)) {
          peg$currPos++;
        } else {
          s2 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e10);
          }
        }
        if (s2 !== peg$FAILED) {
          s1 = [s1, s2];
          s0 = s1;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    }
    return s0;
  }
  function peg$parsename_char() {
    var s0;
    s0 = peg$parsename_first();
    if (s0 === peg$FAILED) {
      s0 = peg$parseDIGIT();
    }
    return s0;
  }
  function peg$parsename_selector() {
    var s0, s1;
    s0 = peg$currPos;
    s1 = peg$parsestring_literal();
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f10(s1);
    }
    s0 = s1;
    return s0;
  }
  function peg$parseslice_selector() {
    var s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11;
    s0 = peg$currPos;
    s1 = peg$currPos;
    s2 = peg$currPos;
    s3 = peg$currPos;
    s4 = peg$parseint();
    if (s4 !== peg$FAILED) {
      s5 = peg$parseS();
      s4 = [s4, s5];
      s3 = s4;
    } else {
      peg$currPos = s3;
      s3 = peg$FAILED;
    }
    if (s3 === peg$FAILED) {
      s3 = null;
    }
    s2 = input.substring(s2, peg$currPos);
    if (input.charCodeAt(peg$currPos) === 58) {
      s3 = peg$c7;
      peg$currPos++;
    } else {
      s3 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e11);
      }
    }
    if (s3 !== peg$FAILED) {
      s4 = peg$parseS();
      s5 = peg$currPos;
      s6 = peg$currPos;
      s7 = peg$parseint();
      if (s7 !== peg$FAILED) {
        s8 = peg$parseS();
        s7 = [s7, s8];
        s6 = s7;
      } else {
        peg$currPos = s6;
        s6 = peg$FAILED;
      }
      if (s6 === peg$FAILED) {
        s6 = null;
      }
      s5 = input.substring(s5, peg$currPos);
      s6 = peg$currPos;
      if (input.charCodeAt(peg$currPos) === 58) {
        s7 = peg$c7;
        peg$currPos++;
      } else {
        s7 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e11);
        }
      }
      if (s7 !== peg$FAILED) {
        s8 = peg$currPos;
        s9 = peg$currPos;
        s10 = peg$parseS();
        s11 = peg$parseint();
        if (s11 === peg$FAILED) {
          s11 = null;
        }
        s10 = [s10, s11];
        s9 = s10;
        s8 = input.substring(s8, peg$currPos);
        peg$savedPos = s6;
        s6 = peg$f11(s2, s5, s8);
      } else {
        peg$currPos = s6;
        s6 = peg$FAILED;
      }
      if (s6 === peg$FAILED) {
        s6 = null;
      }
      peg$savedPos = s1;
      s1 = peg$f12(s2, s5, s6);
    } else {
      peg$currPos = s1;
      s1 = peg$FAILED;
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f13(s1);
    }
    s0 = s1;
    return s0;
  }
  function peg$parseindex_selector() {
    var s0, s1, s2;
    s0 = peg$currPos;
    s1 = peg$currPos;
    s2 = peg$parseint();
    if (s2 !== peg$FAILED) {
      s1 = input.substring(s1, peg$currPos);
    } else {
      s1 = s2;
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f14(s1);
    }
    s0 = s1;
    return s0;
  }
  function peg$parsefilter_selector() {
    var s0, s1, s2, s3;
    s0 = peg$currPos;
    if (input.charCodeAt(peg$currPos) === 63) {
      s1 = peg$c8;
      peg$currPos++;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e12);
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = peg$parseS();
      s3 = peg$parselogical_or_expr();
      if (s3 !== peg$FAILED) {
        peg$savedPos = s0;
        s0 = peg$f15(s3);
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseALPHA() {
    var s0;
    s0 = input.charAt(peg$currPos);
    if (peg$r4.test(s0)) {
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e13);
      }
    }
    return s0;
  }
  function peg$parseDIGIT() {
    var s0;
    s0 = input.charAt(peg$currPos);
    if (peg$r5.test(s0)) {
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e14);
      }
    }
    return s0;
  }
  function peg$parsestring_literal() {
    var s0, s1, s2, s3, s4;
    s0 = peg$currPos;
    s1 = peg$currPos;
    if (input.charCodeAt(peg$currPos) === 34) {
      s2 = peg$c9;
      peg$currPos++;
    } else {
      s2 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e15);
      }
    }
    if (s2 !== peg$FAILED) {
      s3 = [];
      s4 = peg$parsedouble_quoted();
      while (s4 !== peg$FAILED) {
        s3.push(s4);
        s4 = peg$parsedouble_quoted();
      }
      if (input.charCodeAt(peg$currPos) === 34) {
        s4 = peg$c9;
        peg$currPos++;
      } else {
        s4 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e15);
        }
      }
      if (s4 !== peg$FAILED) {
        peg$savedPos = s1;
        s1 = peg$f16(s3);
      } else {
        peg$currPos = s1;
        s1 = peg$FAILED;
      }
    } else {
      peg$currPos = s1;
      s1 = peg$FAILED;
    }
    if (s1 === peg$FAILED) {
      s1 = peg$currPos;
      if (input.charCodeAt(peg$currPos) === 39) {
        s2 = peg$c10;
        peg$currPos++;
      } else {
        s2 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e16);
        }
      }
      if (s2 !== peg$FAILED) {
        s3 = [];
        s4 = peg$parsesingle_quoted();
        while (s4 !== peg$FAILED) {
          s3.push(s4);
          s4 = peg$parsesingle_quoted();
        }
        if (input.charCodeAt(peg$currPos) === 39) {
          s4 = peg$c10;
          peg$currPos++;
        } else {
          s4 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e16);
          }
        }
        if (s4 !== peg$FAILED) {
          peg$savedPos = s1;
          s1 = peg$f17(s3);
        } else {
          peg$currPos = s1;
          s1 = peg$FAILED;
        }
      } else {
        peg$currPos = s1;
        s1 = peg$FAILED;
      }
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f18(s1);
    }
    s0 = s1;
    return s0;
  }
  function peg$parseint() {
    var s0, s1, s2, s3, s4;
    if (input.charCodeAt(peg$currPos) === 48) {
      s0 = peg$c11;
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e17);
      }
    }
    if (s0 === peg$FAILED) {
      s0 = peg$currPos;
      if (input.charCodeAt(peg$currPos) === 45) {
        s1 = peg$c12;
        peg$currPos++;
      } else {
        s1 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e18);
        }
      }
      if (s1 === peg$FAILED) {
        s1 = null;
      }
      s2 = peg$parseDIGIT1();
      if (s2 !== peg$FAILED) {
        s3 = [];
        s4 = peg$parseDIGIT();
        while (s4 !== peg$FAILED) {
          s3.push(s4);
          s4 = peg$parseDIGIT();
        }
        s1 = [s1, s2, s3];
        s0 = s1;
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    }
    return s0;
  }
  function peg$parsedouble_quoted() {
    var s0, s1, s2;
    s0 = peg$currPos;
    s1 = peg$parseunescaped();
    if (s1 !== peg$FAILED) {
      s0 = input.substring(s0, peg$currPos);
    } else {
      s0 = s1;
    }
    if (s0 === peg$FAILED) {
      if (input.charCodeAt(peg$currPos) === 39) {
        s0 = peg$c10;
        peg$currPos++;
      } else {
        s0 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e16);
        }
      }
      if (s0 === peg$FAILED) {
        s0 = peg$currPos;
        s1 = peg$parseESC();
        if (s1 !== peg$FAILED) {
          if (input.charCodeAt(peg$currPos) === 34) {
            s2 = peg$c9;
            peg$currPos++;
          } else {
            s2 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e15);
            }
          }
          if (s2 !== peg$FAILED) {
            peg$savedPos = s0;
            s0 = peg$f19();
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        if (s0 === peg$FAILED) {
          s0 = peg$currPos;
          s1 = peg$parseESC();
          if (s1 !== peg$FAILED) {
            s2 = peg$parseescapable();
            if (s2 !== peg$FAILED) {
              peg$savedPos = s0;
              s0 = peg$f20(s2);
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        }
      }
    }
    return s0;
  }
  function peg$parsesingle_quoted() {
    var s0, s1, s2;
    s0 = peg$currPos;
    s1 = peg$parseunescaped();
    if (s1 !== peg$FAILED) {
      s0 = input.substring(s0, peg$currPos);
    } else {
      s0 = s1;
    }
    if (s0 === peg$FAILED) {
      if (input.charCodeAt(peg$currPos) === 34) {
        s0 = peg$c9;
        peg$currPos++;
      } else {
        s0 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e15);
        }
      }
      if (s0 === peg$FAILED) {
        s0 = peg$currPos;
        s1 = peg$parseESC();
        if (s1 !== peg$FAILED) {
          if (input.charCodeAt(peg$currPos) === 39) {
            s2 = peg$c10;
            peg$currPos++;
          } else {
            s2 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e16);
            }
          }
          if (s2 !== peg$FAILED) {
            peg$savedPos = s0;
            s0 = peg$f21();
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
        if (s0 === peg$FAILED) {
          s0 = peg$currPos;
          s1 = peg$parseESC();
          if (s1 !== peg$FAILED) {
            s2 = peg$parseescapable();
            if (s2 !== peg$FAILED) {
              peg$savedPos = s0;
              s0 = peg$f22(s2);
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        }
      }
    }
    return s0;
  }
  function peg$parseDIGIT1() {
    var s0;
    s0 = input.charAt(peg$currPos);
    if (peg$r6.test(s0)) {
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e19);
      }
    }
    return s0;
  }
  function peg$parselogical_or_expr() {
    var s0, s1, s2, s3, s4, s5, s6, s7;
    s0 = peg$currPos;
    s1 = peg$parselogical_and_expr();
    if (s1 !== peg$FAILED) {
      s2 = [];
      s3 = peg$currPos;
      s4 = peg$parseS();
      if (input.substr(peg$currPos, 2) === peg$c13) {
        s5 = peg$c13;
        peg$currPos += 2;
      } else {
        s5 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e20);
        }
      }
      if (s5 !== peg$FAILED) {
        s6 = peg$parseS();
        s7 = peg$parselogical_and_expr();
        if (s7 !== peg$FAILED) {
          peg$savedPos = s3;
          s3 = peg$f23(s1, s7);
        } else {
          peg$currPos = s3;
          s3 = peg$FAILED;
        }
      } else {
        peg$currPos = s3;
        s3 = peg$FAILED;
      }
      while (s3 !== peg$FAILED) {
        s2.push(s3);
        s3 = peg$currPos;
        s4 = peg$parseS();
        if (input.substr(peg$currPos, 2) === peg$c13) {
          s5 = peg$c13;
          peg$currPos += 2;
        } else {
          s5 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e20);
          }
        }
        if (s5 !== peg$FAILED) {
          s6 = peg$parseS();
          s7 = peg$parselogical_and_expr();
          if (s7 !== peg$FAILED) {
            peg$savedPos = s3;
            s3 = peg$f23(s1, s7);
          } else {
            peg$currPos = s3;
            s3 = peg$FAILED;
          }
        } else {
          peg$currPos = s3;
          s3 = peg$FAILED;
        }
      }
      peg$savedPos = s0;
      s0 = peg$f24(s1, s2);
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseunescaped() {
    var s0, s1, s2;
    s0 = input.charAt(peg$currPos);
    if (peg$r7.test(s0)) {
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e21);
      }
    }
    if (s0 === peg$FAILED) {
      s0 = peg$currPos;
      s1 = input.charAt(peg$currPos);
      if (peg$r2.test(s1)) {
        peg$currPos++;
      } else {
        s1 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e9);
        }
      }
      if (s1 !== peg$FAILED) {
        s2 = input.charAt(peg$currPos);
        if (peg$r3.test(s2)) {
          peg$currPos++;
        } else {
          s2 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e10);
          }
        }
        if (s2 !== peg$FAILED) {
          s1 = [s1, s2];
          s0 = s1;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    }
    return s0;
  }
  function peg$parseESC() {
    var s0;
    if (input.charCodeAt(peg$currPos) === 92) {
      s0 = peg$c14;
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e22);
      }
    }
    return s0;
  }
  function peg$parseescapable() {
    var s0, s1, s2;
    s0 = input.charAt(peg$currPos);
    if (peg$r8.test(s0)) {
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e23);
      }
    }
    if (s0 === peg$FAILED) {
      s0 = peg$currPos;
      if (input.charCodeAt(peg$currPos) === 117) {
        s1 = peg$c15;
        peg$currPos++;
      } else {
        s1 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e24);
        }
      }
      if (s1 !== peg$FAILED) {
        s2 = peg$parsehexchar();
        if (s2 !== peg$FAILED) {
          s1 = [s1, s2];
          s0 = s1;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    }
    return s0;
  }
  function peg$parselogical_and_expr() {
    var s0, s1, s2, s3, s4, s5, s6, s7, s8;
    s0 = peg$currPos;
    s1 = peg$currPos;
    s2 = peg$parsebasic_expr();
    if (s2 !== peg$FAILED) {
      s3 = [];
      s4 = peg$currPos;
      s5 = peg$parseS();
      if (input.substr(peg$currPos, 2) === peg$c16) {
        s6 = peg$c16;
        peg$currPos += 2;
      } else {
        s6 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e25);
        }
      }
      if (s6 !== peg$FAILED) {
        s7 = peg$parseS();
        s8 = peg$parsebasic_expr();
        if (s8 !== peg$FAILED) {
          peg$savedPos = s4;
          s4 = peg$f25(s2, s8);
        } else {
          peg$currPos = s4;
          s4 = peg$FAILED;
        }
      } else {
        peg$currPos = s4;
        s4 = peg$FAILED;
      }
      while (s4 !== peg$FAILED) {
        s3.push(s4);
        s4 = peg$currPos;
        s5 = peg$parseS();
        if (input.substr(peg$currPos, 2) === peg$c16) {
          s6 = peg$c16;
          peg$currPos += 2;
        } else {
          s6 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e25);
          }
        }
        if (s6 !== peg$FAILED) {
          s7 = peg$parseS();
          s8 = peg$parsebasic_expr();
          if (s8 !== peg$FAILED) {
            peg$savedPos = s4;
            s4 = peg$f25(s2, s8);
          } else {
            peg$currPos = s4;
            s4 = peg$FAILED;
          }
        } else {
          peg$currPos = s4;
          s4 = peg$FAILED;
        }
      }
      peg$savedPos = s1;
      s1 = peg$f26(s2, s3);
    } else {
      peg$currPos = s1;
      s1 = peg$FAILED;
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f27(s1);
    }
    s0 = s1;
    return s0;
  }
  function peg$parsehexchar() {
    var s0, s1, s2, s3, s4, s5, s6;
    s0 = peg$currPos;
    s1 = peg$currPos;
    s2 = peg$parsenon_surrogate();
    if (s2 !== peg$FAILED) {
      peg$savedPos = s1;
      s2 = peg$f28();
    }
    s1 = s2;
    if (s1 === peg$FAILED) {
      s1 = peg$currPos;
      s2 = peg$currPos;
      s3 = peg$parsehigh_surrogate();
      if (s3 !== peg$FAILED) {
        s2 = input.substring(s2, peg$currPos);
      } else {
        s2 = s3;
      }
      if (s2 !== peg$FAILED) {
        if (input.charCodeAt(peg$currPos) === 92) {
          s3 = peg$c14;
          peg$currPos++;
        } else {
          s3 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e22);
          }
        }
        if (s3 !== peg$FAILED) {
          if (input.charCodeAt(peg$currPos) === 117) {
            s4 = peg$c15;
            peg$currPos++;
          } else {
            s4 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e24);
            }
          }
          if (s4 !== peg$FAILED) {
            s5 = peg$currPos;
            s6 = peg$parselow_surrogate();
            if (s6 !== peg$FAILED) {
              s5 = input.substring(s5, peg$currPos);
            } else {
              s5 = s6;
            }
            if (s5 !== peg$FAILED) {
              peg$savedPos = s1;
              s1 = peg$f29(s2, s5);
            } else {
              peg$currPos = s1;
              s1 = peg$FAILED;
            }
          } else {
            peg$currPos = s1;
            s1 = peg$FAILED;
          }
        } else {
          peg$currPos = s1;
          s1 = peg$FAILED;
        }
      } else {
        peg$currPos = s1;
        s1 = peg$FAILED;
      }
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f30(s1);
    }
    s0 = s1;
    return s0;
  }
  function peg$parsebasic_expr() {
    var s0;
    s0 = peg$parseparen_expr();
    if (s0 === peg$FAILED) {
      s0 = peg$parsecomparison_expr();
      if (s0 === peg$FAILED) {
        s0 = peg$parsetest_expr();
      }
    }
    return s0;
  }
  function peg$parsenon_surrogate() {
    var s0, s1, s2, s3, s4, s5;
    s0 = peg$currPos;
    s1 = peg$parseDIGIT();
    if (s1 === peg$FAILED) {
      s1 = input.charAt(peg$currPos);
      if (peg$r9.test(s1)) {
        peg$currPos++;
      } else {
        s1 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e26);
        }
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = peg$currPos;
      s3 = [];
      s4 = peg$parseHEXDIG();
      while (s4 !== peg$FAILED) {
        s3.push(s4);
        if (s3.length >= 3) {
          s4 = peg$FAILED;
        } else {
          s4 = peg$parseHEXDIG();
        }
      }
      if (s3.length < 3) {
        peg$currPos = s2;
        s2 = peg$FAILED;
      } else {
        s2 = s3;
      }
      if (s2 !== peg$FAILED) {
        s1 = [s1, s2];
        s0 = s1;
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    if (s0 === peg$FAILED) {
      s0 = peg$currPos;
      s1 = input.charAt(peg$currPos);
      if (s1.toLowerCase() === peg$c17) {
        peg$currPos++;
      } else {
        s1 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e27);
        }
      }
      if (s1 !== peg$FAILED) {
        s2 = input.charAt(peg$currPos);
        if (peg$r10.test(s2)) {
          peg$currPos++;
        } else {
          s2 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e28);
          }
        }
        if (s2 !== peg$FAILED) {
          s3 = peg$currPos;
          s4 = [];
          s5 = peg$parseHEXDIG();
          while (s5 !== peg$FAILED) {
            s4.push(s5);
            if (s4.length >= 2) {
              s5 = peg$FAILED;
            } else {
              s5 = peg$parseHEXDIG();
            }
          }
          if (s4.length < 2) {
            peg$currPos = s3;
            s3 = peg$FAILED;
          } else {
            s3 = s4;
          }
          if (s3 !== peg$FAILED) {
            s1 = [s1, s2, s3];
            s0 = s1;
          } else {
            peg$currPos = s0;
            s0 = peg$FAILED;
          }
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    }
    return s0;
  }
  function peg$parsehigh_surrogate() {
    var s0, s1, s2, s3, s4, s5;
    s0 = peg$currPos;
    s1 = input.charAt(peg$currPos);
    if (s1.toLowerCase() === peg$c17) {
      peg$currPos++;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e27);
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = input.charAt(peg$currPos);
      if (peg$r11.test(s2)) {
        peg$currPos++;
      } else {
        s2 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e29);
        }
      }
      if (s2 === peg$FAILED) {
        s2 = input.charAt(peg$currPos);
        if (peg$r12.test(s2)) {
          peg$currPos++;
        } else {
          s2 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e30);
          }
        }
      }
      if (s2 !== peg$FAILED) {
        s3 = peg$currPos;
        s4 = [];
        s5 = peg$parseHEXDIG();
        while (s5 !== peg$FAILED) {
          s4.push(s5);
          if (s4.length >= 2) {
            s5 = peg$FAILED;
          } else {
            s5 = peg$parseHEXDIG();
          }
        }
        if (s4.length < 2) {
          peg$currPos = s3;
          s3 = peg$FAILED;
        } else {
          s3 = s4;
        }
        if (s3 !== peg$FAILED) {
          s1 = [s1, s2, s3];
          s0 = s1;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parselow_surrogate() {
    var s0, s1, s2, s3, s4, s5;
    s0 = peg$currPos;
    s1 = input.charAt(peg$currPos);
    if (s1.toLowerCase() === peg$c17) {
      peg$currPos++;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e27);
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = input.charAt(peg$currPos);
      if (peg$r13.test(s2)) {
        peg$currPos++;
      } else {
        s2 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e31);
        }
      }
      if (s2 !== peg$FAILED) {
        s3 = peg$currPos;
        s4 = [];
        s5 = peg$parseHEXDIG();
        while (s5 !== peg$FAILED) {
          s4.push(s5);
          if (s4.length >= 2) {
            s5 = peg$FAILED;
          } else {
            s5 = peg$parseHEXDIG();
          }
        }
        if (s4.length < 2) {
          peg$currPos = s3;
          s3 = peg$FAILED;
        } else {
          s3 = s4;
        }
        if (s3 !== peg$FAILED) {
          s1 = [s1, s2, s3];
          s0 = s1;
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseparen_expr() {
    var s0, s1, s2, s3, s4, s5, s6;
    s0 = peg$currPos;
    s1 = peg$currPos;
    s2 = peg$parselogical_not_op();
    if (s2 !== peg$FAILED) {
      s3 = peg$parseS();
      s2 = [s2, s3];
      s1 = s2;
    } else {
      peg$currPos = s1;
      s1 = peg$FAILED;
    }
    if (s1 === peg$FAILED) {
      s1 = null;
    }
    if (input.charCodeAt(peg$currPos) === 40) {
      s2 = peg$c18;
      peg$currPos++;
    } else {
      s2 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e32);
      }
    }
    if (s2 !== peg$FAILED) {
      s3 = peg$parseS();
      s4 = peg$parselogical_or_expr();
      if (s4 !== peg$FAILED) {
        s5 = peg$parseS();
        if (input.charCodeAt(peg$currPos) === 41) {
          s6 = peg$c19;
          peg$currPos++;
        } else {
          s6 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e33);
          }
        }
        if (s6 !== peg$FAILED) {
          peg$savedPos = s0;
          s0 = peg$f31(s1, s4);
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parsecomparison_expr() {
    var s0, s1, s2, s3, s4, s5;
    s0 = peg$currPos;
    s1 = peg$parsecomparable();
    if (s1 !== peg$FAILED) {
      s2 = peg$parseS();
      s3 = peg$parsecomparison_op();
      if (s3 !== peg$FAILED) {
        s4 = peg$parseS();
        s5 = peg$parsecomparable();
        if (s5 !== peg$FAILED) {
          peg$savedPos = s0;
          s0 = peg$f32(s1, s3, s5);
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parsetest_expr() {
    var s0, s1, s2, s3;
    s0 = peg$currPos;
    s1 = peg$currPos;
    s2 = peg$parselogical_not_op();
    if (s2 !== peg$FAILED) {
      s3 = peg$parseS();
      s2 = [s2, s3];
      s1 = s2;
    } else {
      peg$currPos = s1;
      s1 = peg$FAILED;
    }
    if (s1 === peg$FAILED) {
      s1 = null;
    }
    s2 = peg$parsefilter_query();
    if (s2 === peg$FAILED) {
      s2 = peg$parsefunction_expr();
    }
    if (s2 !== peg$FAILED) {
      peg$savedPos = s0;
      s0 = peg$f33(s1, s2);
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseHEXDIG() {
    var s0;
    s0 = peg$parseDIGIT();
    if (s0 === peg$FAILED) {
      s0 = input.charAt(peg$currPos);
      if (peg$r14.test(s0)) {
        peg$currPos++;
      } else {
        s0 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e34);
        }
      }
    }
    return s0;
  }
  function peg$parselogical_not_op() {
    var s0;
    if (input.charCodeAt(peg$currPos) === 33) {
      s0 = peg$c20;
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e35);
      }
    }
    return s0;
  }
  function peg$parsecomparable() {
    var s0;
    s0 = peg$parseliteral();
    if (s0 === peg$FAILED) {
      s0 = peg$parsesingular_query();
      if (s0 === peg$FAILED) {
        s0 = peg$parsefunction_expr();
      }
    }
    return s0;
  }
  function peg$parsecomparison_op() {
    var s0;
    if (input.substr(peg$currPos, 2) === peg$c21) {
      s0 = peg$c21;
      peg$currPos += 2;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e36);
      }
    }
    if (s0 === peg$FAILED) {
      if (input.substr(peg$currPos, 2) === peg$c22) {
        s0 = peg$c22;
        peg$currPos += 2;
      } else {
        s0 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e37);
        }
      }
      if (s0 === peg$FAILED) {
        if (input.substr(peg$currPos, 2) === peg$c23) {
          s0 = peg$c23;
          peg$currPos += 2;
        } else {
          s0 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e38);
          }
        }
        if (s0 === peg$FAILED) {
          if (input.substr(peg$currPos, 2) === peg$c24) {
            s0 = peg$c24;
            peg$currPos += 2;
          } else {
            s0 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e39);
            }
          }
          if (s0 === peg$FAILED) {
            s0 = input.charAt(peg$currPos);
            if (peg$r15.test(s0)) {
              peg$currPos++;
            } else {
              s0 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$e40);
              }
            }
          }
        }
      }
    }
    return s0;
  }
  function peg$parsefilter_query() {
    var s0, s1;
    s0 = peg$currPos;
    s1 = peg$parserel_query();
    if (s1 === peg$FAILED) {
      s1 = peg$parsejsonpath_query();
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f34(s1);
    }
    s0 = s1;
    return s0;
  }
  function peg$parsefunction_expr() {
    var s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11;
    s0 = peg$currPos;
    s1 = peg$parsefunction_name();
    if (s1 !== peg$FAILED) {
      if (input.charCodeAt(peg$currPos) === 40) {
        s2 = peg$c18;
        peg$currPos++;
      } else {
        s2 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e32);
        }
      }
      if (s2 !== peg$FAILED) {
        s3 = peg$parseS();
        s4 = peg$currPos;
        s5 = peg$parsefunction_argument();
        if (s5 !== peg$FAILED) {
          s6 = [];
          s7 = peg$currPos;
          s8 = peg$parseS();
          if (input.charCodeAt(peg$currPos) === 44) {
            s9 = peg$c4;
            peg$currPos++;
          } else {
            s9 = peg$FAILED;
            if (peg$silentFails === 0) {
              peg$fail(peg$e5);
            }
          }
          if (s9 !== peg$FAILED) {
            s10 = peg$parseS();
            s11 = peg$parsefunction_argument();
            if (s11 !== peg$FAILED) {
              peg$savedPos = s7;
              s7 = peg$f35(s1, s5, s11);
            } else {
              peg$currPos = s7;
              s7 = peg$FAILED;
            }
          } else {
            peg$currPos = s7;
            s7 = peg$FAILED;
          }
          while (s7 !== peg$FAILED) {
            s6.push(s7);
            s7 = peg$currPos;
            s8 = peg$parseS();
            if (input.charCodeAt(peg$currPos) === 44) {
              s9 = peg$c4;
              peg$currPos++;
            } else {
              s9 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$e5);
              }
            }
            if (s9 !== peg$FAILED) {
              s10 = peg$parseS();
              s11 = peg$parsefunction_argument();
              if (s11 !== peg$FAILED) {
                peg$savedPos = s7;
                s7 = peg$f35(s1, s5, s11);
              } else {
                peg$currPos = s7;
                s7 = peg$FAILED;
              }
            } else {
              peg$currPos = s7;
              s7 = peg$FAILED;
            }
          }
          peg$savedPos = s4;
          s4 = peg$f36(s1, s5, s6);
        } else {
          peg$currPos = s4;
          s4 = peg$FAILED;
        }
        if (s4 === peg$FAILED) {
          s4 = null;
        }
        s5 = peg$parseS();
        if (input.charCodeAt(peg$currPos) === 41) {
          s6 = peg$c19;
          peg$currPos++;
        } else {
          s6 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e33);
          }
        }
        if (s6 !== peg$FAILED) {
          peg$savedPos = s0;
          s0 = peg$f37(s1, s4);
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseliteral() {
    var s0, s1;
    s0 = peg$currPos;
    s1 = peg$parsenumber();
    if (s1 === peg$FAILED) {
      s1 = peg$parsestring_literal();
      if (s1 === peg$FAILED) {
        s1 = peg$parsetrue();
        if (s1 === peg$FAILED) {
          s1 = peg$parsefalse();
          if (s1 === peg$FAILED) {
            s1 = peg$parsenull();
          }
        }
      }
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f38(s1);
    }
    s0 = s1;
    return s0;
  }
  function peg$parsesingular_query() {
    var s0;
    s0 = peg$parserel_singular_query();
    if (s0 === peg$FAILED) {
      s0 = peg$parseabs_singular_query();
    }
    return s0;
  }
  function peg$parserel_query() {
    var s0, s1, s2;
    s0 = peg$currPos;
    s1 = peg$parsecurrent_node_identifier();
    if (s1 !== peg$FAILED) {
      s2 = peg$parsesegments();
      if (s2 !== peg$FAILED) {
        peg$savedPos = s0;
        s0 = peg$f39(s2);
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parsefunction_name() {
    var s0, s1, s2, s3, s4;
    s0 = peg$currPos;
    s1 = peg$currPos;
    s2 = peg$parseLCALPHA();
    if (s2 !== peg$FAILED) {
      s3 = [];
      s4 = peg$parsefunction_name_char();
      while (s4 !== peg$FAILED) {
        s3.push(s4);
        s4 = peg$parsefunction_name_char();
      }
      s2 = [s2, s3];
      s1 = s2;
    } else {
      peg$currPos = s1;
      s1 = peg$FAILED;
    }
    if (s1 !== peg$FAILED) {
      s0 = input.substring(s0, peg$currPos);
    } else {
      s0 = s1;
    }
    return s0;
  }
  function peg$parsefunction_argument() {
    var s0;
    s0 = peg$parseliteral();
    if (s0 === peg$FAILED) {
      s0 = peg$parsefilter_query();
      if (s0 === peg$FAILED) {
        s0 = peg$parsefunction_expr();
        if (s0 === peg$FAILED) {
          s0 = peg$parselogical_or_expr();
        }
      }
    }
    return s0;
  }
  function peg$parsenumber() {
    var s0, s1, s2, s3, s4, s5;
    s0 = peg$currPos;
    s1 = peg$currPos;
    s2 = peg$currPos;
    s3 = peg$parseint();
    if (s3 === peg$FAILED) {
      if (input.substr(peg$currPos, 2) === peg$c25) {
        s3 = peg$c25;
        peg$currPos += 2;
      } else {
        s3 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e41);
        }
      }
    }
    if (s3 !== peg$FAILED) {
      s4 = peg$parsefrac();
      if (s4 === peg$FAILED) {
        s4 = null;
      }
      s5 = peg$parseexp();
      if (s5 === peg$FAILED) {
        s5 = null;
      }
      s3 = [s3, s4, s5];
      s2 = s3;
    } else {
      peg$currPos = s2;
      s2 = peg$FAILED;
    }
    if (s2 !== peg$FAILED) {
      s1 = input.substring(s1, peg$currPos);
    } else {
      s1 = s2;
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f40(s1);
    }
    s0 = s1;
    return s0;
  }
  function peg$parsetrue() {
    var s0, s1;
    s0 = peg$currPos;
    if (input.substr(peg$currPos, 4) === peg$c26) {
      s1 = peg$c26;
      peg$currPos += 4;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e42);
      }
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f41();
    }
    s0 = s1;
    return s0;
  }
  function peg$parsefalse() {
    var s0, s1;
    s0 = peg$currPos;
    if (input.substr(peg$currPos, 5) === peg$c27) {
      s1 = peg$c27;
      peg$currPos += 5;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e43);
      }
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f42();
    }
    s0 = s1;
    return s0;
  }
  function peg$parsenull() {
    var s0, s1;
    s0 = peg$currPos;
    if (input.substr(peg$currPos, 4) === peg$c28) {
      s1 = peg$c28;
      peg$currPos += 4;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e44);
      }
    }
    if (s1 !== peg$FAILED) {
      peg$savedPos = s0;
      s1 = peg$f43();
    }
    s0 = s1;
    return s0;
  }
  function peg$parserel_singular_query() {
    var s0, s1, s2;
    s0 = peg$currPos;
    s1 = peg$parsecurrent_node_identifier();
    if (s1 !== peg$FAILED) {
      s2 = peg$parsesingular_query_segments();
      peg$savedPos = s0;
      s0 = peg$f44(s2);
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseabs_singular_query() {
    var s0, s1, s2;
    s0 = peg$currPos;
    s1 = peg$parseroot_identifier();
    if (s1 !== peg$FAILED) {
      s2 = peg$parsesingular_query_segments();
      peg$savedPos = s0;
      s0 = peg$f45(s2);
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parsecurrent_node_identifier() {
    var s0;
    if (input.charCodeAt(peg$currPos) === 64) {
      s0 = peg$c29;
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e45);
      }
    }
    return s0;
  }
  function peg$parsefunction_name_char() {
    var s0;
    s0 = input.charAt(peg$currPos);
    if (peg$r16.test(s0)) {
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e46);
      }
    }
    return s0;
  }
  function peg$parsefrac() {
    var s0, s1, s2, s3;
    s0 = peg$currPos;
    if (input.charCodeAt(peg$currPos) === 46) {
      s1 = peg$c1;
      peg$currPos++;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e2);
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = [];
      s3 = peg$parseDIGIT();
      if (s3 !== peg$FAILED) {
        while (s3 !== peg$FAILED) {
          s2.push(s3);
          s3 = peg$parseDIGIT();
        }
      } else {
        s2 = peg$FAILED;
      }
      if (s2 !== peg$FAILED) {
        s1 = [s1, s2];
        s0 = s1;
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parseexp() {
    var s0, s1, s2, s3, s4;
    s0 = peg$currPos;
    s1 = input.charAt(peg$currPos);
    if (s1.toLowerCase() === peg$c30) {
      peg$currPos++;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e47);
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = input.charAt(peg$currPos);
      if (peg$r17.test(s2)) {
        peg$currPos++;
      } else {
        s2 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e48);
        }
      }
      if (s2 === peg$FAILED) {
        s2 = null;
      }
      s3 = [];
      s4 = peg$parseDIGIT();
      if (s4 !== peg$FAILED) {
        while (s4 !== peg$FAILED) {
          s3.push(s4);
          s4 = peg$parseDIGIT();
        }
      } else {
        s3 = peg$FAILED;
      }
      if (s3 !== peg$FAILED) {
        s1 = [s1, s2, s3];
        s0 = s1;
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  function peg$parsesingular_query_segments() {
    var s0, s1, s2, s3, s4;
    s0 = peg$currPos;
    s1 = [];
    s2 = peg$currPos;
    s3 = peg$parseS();
    s4 = peg$parsename_segment();
    if (s4 === peg$FAILED) {
      s4 = peg$parseindex_segment();
    }
    if (s4 !== peg$FAILED) {
      peg$savedPos = s2;
      s2 = peg$f46(s4);
    } else {
      peg$currPos = s2;
      s2 = peg$FAILED;
    }
    while (s2 !== peg$FAILED) {
      s1.push(s2);
      s2 = peg$currPos;
      s3 = peg$parseS();
      s4 = peg$parsename_segment();
      if (s4 === peg$FAILED) {
        s4 = peg$parseindex_segment();
      }
      if (s4 !== peg$FAILED) {
        peg$savedPos = s2;
        s2 = peg$f46(s4);
      } else {
        peg$currPos = s2;
        s2 = peg$FAILED;
      }
    }
    peg$savedPos = s0;
    s1 = peg$f47(s1);
    s0 = s1;
    return s0;
  }
  function peg$parseLCALPHA() {
    var s0;
    s0 = input.charAt(peg$currPos);
    if (peg$r18.test(s0)) {
      peg$currPos++;
    } else {
      s0 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e49);
      }
    }
    return s0;
  }
  function peg$parsename_segment() {
    var s0, s1, s2, s3;
    s0 = peg$currPos;
    if (input.charCodeAt(peg$currPos) === 91) {
      s1 = peg$c3;
      peg$currPos++;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e4);
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = peg$parsename_selector();
      if (s2 !== peg$FAILED) {
        if (input.charCodeAt(peg$currPos) === 93) {
          s3 = peg$c5;
          peg$currPos++;
        } else {
          s3 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e6);
          }
        }
        if (s3 !== peg$FAILED) {
          peg$savedPos = s0;
          s0 = peg$f48(s2);
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    if (s0 === peg$FAILED) {
      s0 = peg$currPos;
      if (input.charCodeAt(peg$currPos) === 46) {
        s1 = peg$c1;
        peg$currPos++;
      } else {
        s1 = peg$FAILED;
        if (peg$silentFails === 0) {
          peg$fail(peg$e2);
        }
      }
      if (s1 !== peg$FAILED) {
        s2 = peg$parsemember_name_shorthand();
        if (s2 !== peg$FAILED) {
          peg$savedPos = s0;
          s0 = peg$f49(s2);
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    }
    return s0;
  }
  function peg$parseindex_segment() {
    var s0, s1, s2, s3;
    s0 = peg$currPos;
    if (input.charCodeAt(peg$currPos) === 91) {
      s1 = peg$c3;
      peg$currPos++;
    } else {
      s1 = peg$FAILED;
      if (peg$silentFails === 0) {
        peg$fail(peg$e4);
      }
    }
    if (s1 !== peg$FAILED) {
      s2 = peg$parseindex_selector();
      if (s2 !== peg$FAILED) {
        if (input.charCodeAt(peg$currPos) === 93) {
          s3 = peg$c5;
          peg$currPos++;
        } else {
          s3 = peg$FAILED;
          if (peg$silentFails === 0) {
            peg$fail(peg$e6);
          }
        }
        if (s3 !== peg$FAILED) {
          peg$savedPos = s0;
          s0 = peg$f50(s2);
        } else {
          peg$currPos = s0;
          s0 = peg$FAILED;
        }
      } else {
        peg$currPos = s0;
        s0 = peg$FAILED;
      }
    } else {
      peg$currPos = s0;
      s0 = peg$FAILED;
    }
    return s0;
  }
  peg$result = peg$startRuleFunction();
  if (options.peg$library) {
    return (
      /** @type {any} */
      {
        peg$result,
        peg$currPos,
        peg$FAILED,
        peg$maxFailExpected,
        peg$maxFailPos
      }
    );
  }
  if (peg$result !== peg$FAILED && peg$currPos === input.length) {
    return peg$result;
  } else {
    if (peg$result !== peg$FAILED && peg$currPos < input.length) {
      peg$fail(peg$endExpectation());
    }
    throw peg$buildStructuredError(peg$maxFailExpected, peg$maxFailPos < input.length ? input.charAt(peg$maxFailPos) : null, peg$maxFailPos < input.length ? peg$computeLocation(peg$maxFailPos, peg$maxFailPos + 1) : peg$computeLocation(peg$maxFailPos, peg$maxFailPos));
  }
}

// node_modules/jsonpath-rfc9535/dist/esm/parser/index.js
function parser_default(input) {
  return peg$parse(input);
}

// generator/selector.ts
function parseSelector(text2) {
  const rooted = /^\$/.test(text2) ? text2 : /^\[/.test(text2) ? `$${text2}` : `$.${text2}`;
  const quoted = rooted.replace(/(^|\.)([A-Za-z0-9_@-]*[@-][A-Za-z0-9_@-]*)(?=$|[.[])/g, (_, __, key) => `['${key}']`);
  let query;
  try {
    query = parser_default(quoted.replace(/\.'([^']*)'/g, "['$1']"));
  } catch (error2) {
    const found = error2 instanceof Error && "found" in error2 ? error2.found : void 0;
    return { ok: false, message: found === null ? `the selector ends too early${openBracket(text2)}` : "the selector is not JSONPath" };
  }
  const path = [];
  for (const segment of query.segments) {
    const node = segment.node;
    if (segment.type !== "ChildSegment") return undecidable('".."');
    if (node.type === "MemberNameShorthand") path.push({ kind: "key", key: node.value });
    else if (node.type === "WildcardSelector") path.push({ kind: "every" });
    else {
      const [selector, ...more] = node.selectors;
      if (selector === void 0 || more.length > 0) return undecidable("a union");
      if (selector.type === "NameSelector") path.push({ kind: "key", key: selector.value });
      else if (selector.type === "IndexSelector") path.push({ kind: "index", index: selector.value });
      else if (selector.type === "WildcardSelector") path.push({ kind: "every" });
      else return undecidable(selector.type === "SliceSelector" ? "a slice" : "a filter");
    }
  }
  return { ok: true, path };
}
function showPath(path) {
  const shown = path.map((step, index) => {
    if (step.kind === "every") return "[*]";
    if (step.kind === "index") return `[${step.index}]`;
    return /^[A-Za-z0-9_@-]+$/.test(step.key) ? `${index === 0 ? "" : "."}${step.key}` : `['${step.key}']`;
  });
  return shown.length === 0 ? "$" : shown.join("");
}
function accessPath(root, path) {
  if (path.length === 0) return root;
  let access = code`(${root} as ${typeAlong(path)})`;
  for (const step of path) {
    if (step.kind === "key") access = optionalMember(access, step.key);
    else if (step.kind === "index") access = step.index < 0 ? code`${access}?.at?.(${literal(step.index)})` : code`${access}?.[${literal(step.index)}]`;
    else throw new Error("a wildcard has no single value");
  }
  return access;
}
function typeAlong([step, ...rest]) {
  if (step === void 0) return code`unknown`;
  const inner2 = typeAlong(rest);
  if (step.kind === "key") return code`{ readonly ${property(step.key)}?: ${inner2} } | null | undefined`;
  if (step.kind === "index") return code`readonly (${inner2})[] | null | undefined`;
  throw new Error("a wildcard has no single value");
}
function undecidable(what) {
  return { ok: false, message: `${what} cannot be compiled to property access` };
}
function openBracket(text2) {
  return text2.lastIndexOf("[") > text2.lastIndexOf("]") ? ', inside "["' : "";
}

// generator/paginators/stop-rules.ts
var checkSelector = (value, span, reading) => {
  const parsed = parseSelector(value);
  if (parsed.ok) return true;
  reading.report(spec.pattern(span, "spec/selector-syntax", parsed.message));
  return false;
};
function stopRuleKeys(total) {
  return {
    total_path: optional(
      nullable(text({ description: `Where the body says how many ${total} there are. Default: not read (dlt reads "total").`, check: checkSelector, examples: ["meta.total"] }))
    ),
    has_more_path: optional(nullable(text({ description: "Where the body says whether there is more: true or false.", check: checkSelector, examples: ["has_more"] }))),
    stop_after_empty_page: optional(boolean({ description: "An empty page is the last one. Default: true where neither total_path nor has_more_path tells." })),
    stop_after_short_page: optional(boolean({ description: "A page with fewer records than asked for is the last one: one request less, but wrong where the API caps its pages.", default: false }))
  };
}
function buildStopRules(said2, hasMaximum, owner, reading) {
  const totalPath = pathOf(said2.total_path);
  const hasMorePath = pathOf(said2.has_more_path);
  const stopAfterEmptyPage = said2.stop_after_empty_page ?? (totalPath === null && hasMorePath === null);
  const stopAfterShortPage = said2.stop_after_short_page ?? false;
  if (totalPath === null && hasMorePath === null && !stopAfterEmptyPage && !stopAfterShortPage && !hasMaximum) {
    reading.report(
      spec.pattern(reading.spanOf(owner), "spec/endless-paginator", "nothing would stop this paginator", "Set total_path, has_more_path, a maximum, or stop_after_empty_page.")
    );
    return void 0;
  }
  return { totalPath, hasMorePath, stopAfterEmptyPage, stopAfterShortPage };
}
function emitStopRules(rules, limit, totalReached, maximum) {
  const conditions = [
    ...maximum === void 0 ? [] : [maximum],
    ...rules.stopAfterEmptyPage ? [code`records.length === 0`] : [],
    ...rules.stopAfterShortPage && limit !== void 0 ? [code`records.length < ${limit}`] : [],
    ...rules.totalPath === null ? [] : [totalReached],
    ...rules.hasMorePath === null ? [] : [code`!hasMore`]
  ];
  const extras = [
    ...rules.totalPath === null ? [] : [{ name: "total", type: code`number`, value: code`wholeNumber(${accessPath(code`body`, rules.totalPath)}, ${literal(showPath(rules.totalPath))}, place)`, readsResponse: false }],
    ...rules.hasMorePath === null ? [] : [{ name: "hasMore", type: code`boolean`, value: code`flag(${accessPath(code`body`, rules.hasMorePath)}, ${literal(showPath(rules.hasMorePath))}, place)`, readsResponse: false }]
  ];
  const helpers2 = [...rules.totalPath === null ? [] : ["wholeNumber"], ...rules.hasMorePath === null ? [] : ["flag"]];
  return { done: join(conditions, " || "), extras, helpers: helpers2 };
}
function describeStopRules(rules, maximum) {
  const ends = [
    ...rules.totalPath === null ? [] : [`\`${showPath(rules.totalPath)}\` is reached`],
    ...rules.hasMorePath === null ? [] : [`\`${showPath(rules.hasMorePath)}\` is false`],
    ...rules.stopAfterEmptyPage ? ["a page is empty"] : [],
    ...rules.stopAfterShortPage ? ["a page is short"] : [],
    ...maximum === void 0 ? [] : [maximum]
  ];
  return `until ${ends.join(" or ")}`;
}
function bodyAt(path, value) {
  return path === null ? [] : [[path.map((step) => step.kind === "key" ? step.key : "0"), value]];
}
function pathOf(selector) {
  if (selector === void 0 || selector === null) return null;
  const parsed = parseSelector(selector);
  return parsed.ok ? parsed.path : null;
}
function endsByAnswer(rules) {
  return rules.totalPath !== null || rules.hasMorePath !== null || rules.stopAfterEmptyPage || rules.stopAfterShortPage;
}
function samplePageSizes(rules, limit) {
  const full = limit === null ? 3 : rules.stopAfterShortPage ? limit : Math.min(limit, 3);
  const announced = rules.totalPath !== null || rules.hasMorePath !== null;
  if (full === 1) return announced ? [1, 1, 1] : [1, 1, 0];
  if (full > 3) return [full, 2];
  return announced || rules.stopAfterShortPage ? [full, full, full - 1] : [full, full, full - 1, 0];
}
function refusedCounts(rules) {
  const places = [...bodyAt(rules.totalPath, null), ...bodyAt(rules.hasMorePath, null)];
  return places.flatMap(
    ([path]) => [null, "many", -1].map((value) => ({ name: `${JSON.stringify(value)} at ${path.join(".")}`, body: [path, value], error: "ResponseError", code: "invalid_page" }))
  );
}

// generator/paginators/offset.ts
var shape2 = object(
  "an offset paginator",
  {
    type: required(literalWord("offset")),
    limit: required(integer({ description: "Records asked for in one page.", min: 1, examples: [100] })),
    offset: optional(integer({ description: "Where to start.", min: 0, default: 0 })),
    offset_param: optional(text({ description: "Query parameter of the offset.", default: "offset" })),
    limit_param: optional(nullable(text({ description: "Query parameter of the limit. null: it is not sent.", default: "limit" }))),
    maximum_offset: optional(nullable(integer({ description: "The first offset that is not asked for any more.", min: 1 }))),
    ...stopRuleKeys("records")
  },
  { description: "Pages by offset: the offset advances by the records received, whatever was asked for." }
);
var offset = {
  type: "offset",
  shape: shape2,
  build(spec2, reading) {
    const maximum = spec2.maximum_offset ?? null;
    const stop = buildStopRules(spec2, maximum !== null, spec2, reading);
    if (stop === void 0) return void 0;
    const limitParam = spec2.limit_param === void 0 ? "limit" : spec2.limit_param;
    return { type: "offset", limit: spec2.limit, start: spec2.offset ?? 0, offsetParam: spec2.offset_param ?? "offset", limitParam, maximum, stop };
  },
  queryParams: (model) => [model.offsetParam, ...model.limitParam === null ? [] : [model.limitParam]],
  emit(model) {
    const limit = literal(model.limit);
    const maximum = model.maximum === null ? void 0 : code`offset >= ${literal(model.maximum)}`;
    const { done, extras, helpers: helpers2 } = emitStopRules(model.stop, limit, code`offset >= total`, maximum);
    return {
      summary: `${model.limit} records a page by offset, ${describeStopRules(model.stop, model.maximum === null ? void 0 : `offset ${model.maximum} is reached`)}`,
      reassignsUrl: false,
      kind: "offset",
      position: [{ name: "offset", type: code`number`, description: "Records read so far.", check: (value) => code`Number.isSafeInteger(${value}) && ${value} >= 0`, refused: [-1, 0.5, "10"] }],
      fixedQuery: model.limitParam === null ? [] : [[model.limitParam, model.limit]],
      bodyFields: [],
      start: code`let offset = state?.next?.offset ?? ${literal(model.start)};`,
      request: code`url.searchParams.set(${literal(model.offsetParam)}, String(offset));`,
      extras,
      advance: advanceBy(model, limit),
      next: code`${done} ? null : { offset }`,
      progress: "records",
      helpers: helpers2
    };
  },
  pageSizes(model) {
    const sizes = samplePageSizes(model.stop, model.limit);
    if (model.maximum === null) return sizes;
    const asked = [];
    for (let at = model.start; at < model.maximum && (asked.length < sizes.length || !endsByAnswer(model.stop)); ) {
      const size = sizes[asked.length] ?? 0;
      asked.push(size);
      at += size || model.limit;
    }
    return asked;
  },
  answer(model, page) {
    const url = new URL(page.firstUrl);
    if (model.limitParam !== null) url.searchParams.set(model.limitParam, String(model.limit));
    url.searchParams.set(model.offsetParam, String(model.start + page.before));
    const total = page.totalRecords;
    const more = page.index < page.pages - 1;
    return { url: url.href, headers: {}, body: [...bodyAt(model.stop.totalPath, model.start + total), ...bodyAt(model.stop.hasMorePath, more)] };
  },
  refusedAnswers: (model) => refusedCounts(model.stop),
  example: { type: "offset", limit: 100 },
  mutants: [
    { name: "offset advances by the limit asked for", file: "resource", find: "offset += records.length", replace: "offset += 100" },
    { name: "offset never advances", file: "resource", find: "offset += records.length", replace: "offset += 0" },
    { name: "the state keeps the first offset", file: "resource", find: "null : { offset }", replace: "null : { offset: 0 }" },
    { name: "a saved offset is ignored", file: "resource", find: "state?.next?.offset ?? 0", replace: "0" },
    { name: "the paging never ends", file: "resource", find: "records.length === 0 ? null", replace: "records.length < 0 ? null" }
  ]
};
function advanceBy(model, limit) {
  if (model.stop.stopAfterEmptyPage) return code`offset += records.length; // by what came, not by what was asked: a server may cap its pages`;
  return code`offset += records.length || ${limit}; // by what came; past an empty page by what was asked`;
}

// generator/paginators/page-number.ts
var shape3 = object(
  "a page_number paginator",
  {
    type: required(literalWord("page_number")),
    base_page: optional(integer({ description: "The number of the first page.", min: 0, default: 0 })),
    page: optional(integer({ description: "The page to start with. Default: base_page.", min: 0 })),
    page_param: optional(text({ description: "Query parameter of the page number.", default: "page" })),
    limit: optional(integer({ description: "Records asked for in one page. Default: not sent.", min: 1, examples: [100] })),
    limit_param: optional(text({ description: "Query parameter of the limit, where there is one.", default: "limit" })),
    maximum_page: optional(nullable(integer({ description: "The first page number that is not asked for any more.", min: 1 }))),
    ...stopRuleKeys("pages")
  },
  { description: "Pages by number." }
);
var pageNumber = {
  type: "page_number",
  shape: shape3,
  build(spec2, reading) {
    const maximum = spec2.maximum_page ?? null;
    const stop = buildStopRules(spec2, maximum !== null, spec2, reading);
    if (stop === void 0) return void 0;
    const base = spec2.base_page ?? 0;
    return { type: "page_number", base, start: spec2.page ?? base, pageParam: spec2.page_param ?? "page", limit: spec2.limit ?? null, limitParam: spec2.limit_param ?? "limit", maximum, stop };
  },
  queryParams: (model) => [model.pageParam, ...model.limit === null ? [] : [model.limitParam]],
  emit(model) {
    const maximum = model.maximum === null ? void 0 : code`number >= ${literal(model.maximum)}`;
    const total = model.base === 0 ? code`number >= total` : code`number >= total + ${literal(model.base)}`;
    const { done, extras, helpers: helpers2 } = emitStopRules(model.stop, model.limit === null ? void 0 : literal(model.limit), total, maximum);
    const size = model.limit === null ? "pages by number" : `${model.limit} records a page by page number`;
    return {
      summary: `${size} from ${model.start}, ${describeStopRules(model.stop, model.maximum === null ? void 0 : `page ${model.maximum} is reached`)}`,
      reassignsUrl: false,
      kind: "page_number",
      position: [{ name: "number", type: code`number`, description: "The page to ask for next.", check: (value) => code`Number.isSafeInteger(${value}) && ${value} >= 0`, refused: [-1, 0.5, "10"] }],
      fixedQuery: model.limit === null ? [] : [[model.limitParam, model.limit]],
      bodyFields: [],
      start: code`let number = state?.next?.number ?? ${literal(model.start)};`,
      request: code`url.searchParams.set(${literal(model.pageParam)}, String(number));`,
      extras,
      advance: code`number += 1;`,
      next: code`${done} ? null : { number }`,
      progress: "records",
      helpers: helpers2
    };
  },
  pageSizes(model) {
    const sizes = samplePageSizes(model.stop, model.limit);
    if (model.maximum === null) return sizes;
    const most = model.maximum - model.start;
    return endsByAnswer(model.stop) ? sizes.slice(0, most) : Array.from({ length: most }, (_, index) => sizes[index] ?? 0);
  },
  answer(model, page) {
    const url = new URL(page.firstUrl);
    if (model.limit !== null) url.searchParams.set(model.limitParam, String(model.limit));
    url.searchParams.set(model.pageParam, String(model.start + page.index));
    const more = page.index < page.pages - 1;
    const total = model.start - model.base + page.pages;
    return { url: url.href, headers: {}, body: [...bodyAt(model.stop.totalPath, total), ...bodyAt(model.stop.hasMorePath, more)] };
  },
  refusedAnswers: (model) => refusedCounts(model.stop),
  example: { type: "page_number", base_page: 1, limit: 100, limit_param: "per_page" },
  mutants: [
    { name: "the page number never advances", file: "resource", find: "number += 1", replace: "number += 0" },
    { name: "every second page is skipped", file: "resource", find: "number += 1", replace: "number += 2" },
    { name: "a saved page number is ignored", file: "resource", find: "state?.next?.number ?? 1", replace: "1" },
    { name: "the state keeps the first page", file: "resource", find: "null : { number }", replace: "null : { number: 1 }" }
  ]
};

// generator/paginators/single-page.ts
var shape4 = object("a single_page paginator", { type: required(literalWord("single_page")) }, { description: "One request; there is nothing more." });
var singlePage = {
  type: "single_page",
  shape: shape4,
  build: () => ({ type: "single_page" }),
  queryParams: () => [],
  emit: () => ({
    summary: "in one request",
    reassignsUrl: false,
    kind: "single_page",
    position: [],
    fixedQuery: [],
    bodyFields: [],
    start: nothing,
    request: nothing,
    extras: [],
    advance: nothing,
    next: code`null`,
    progress: "records",
    helpers: []
  }),
  pageSizes: () => [3],
  answer: (_model, page) => ({ url: page.firstUrl, headers: {}, body: [] }),
  refusedAnswers: () => [],
  example: { type: "single_page" },
  mutants: []
};

// generator/paginators/index.ts
var paginators = [offset, pageNumber, headerLink, singlePage];

// generator/placeholder.ts
var PLACEHOLDER_ROOTS = ["config", "resources", "incremental"];
var PLACEHOLDER = /\{([A-Za-z_][A-Za-z0-9_-]*)((?:\.[^{}.\s"'=:]+)*)\}/g;
function parseTemplate(text2) {
  const parts = [];
  let rest = 0;
  const literalText2 = (until) => {
    if (until > rest) parts.push(text2.slice(rest, until));
  };
  for (const match of text2.matchAll(PLACEHOLDER)) {
    const [source, root = "", fields = ""] = match;
    const end = match.index + source.length;
    if (text2[match.index - 1] === "$") continue;
    if (text2[match.index - 1] === "{" && text2[end] === "}") {
      literalText2(match.index - 1);
      parts.push(source);
      rest = end + 1;
      continue;
    }
    literalText2(match.index);
    parts.push({ root, path: fields === "" ? [] : fields.slice(1).split("."), source });
    rest = end;
  }
  literalText2(text2.length);
  const open = parts.find((part2) => typeof part2 === "string" && OPENED.test(part2));
  if (open !== void 0) return { ok: false, message: 'a placeholder is opened with "{" and never closed' };
  return { ok: true, template: joinTexts(parts) };
}
var OPENED = new RegExp(`(^|[^{$])\\{(${PLACEHOLDER_ROOTS.join("|")})\\.[^{}]*$`);
function joinTexts(parts) {
  const joined = [];
  for (const part2 of parts) {
    const last = joined.at(-1);
    if (typeof part2 === "string" && typeof last === "string") joined[joined.length - 1] = last + part2;
    else joined.push(part2);
  }
  return joined;
}

// generator/model/request.ts
function buildHeaders(headers, config, reading) {
  const names2 = /* @__PURE__ */ new Map();
  return [...headers ?? []].map(([name, value]) => {
    const first = names2.get(name.toLowerCase());
    names2.set(name.toLowerCase(), name);
    if (first !== void 0 && headers !== void 0) reading.report(spec.pattern(reading.keySpanOf(headers, name), "spec/duplicate-name", `${shorten(name)} and ${shorten(first)} are one header`));
    const span = spanIn(headers, name, reading);
    const template2 = buildTemplate(value, config, reading, span);
    if (SECRET_HEADER.test(name)) checkNoSecret(template2, span, reading);
    return { name, value: template2 };
  });
}
function buildParams(params, config, reading) {
  return [...params ?? []].flatMap(([name, value]) => {
    if (value === null) return [];
    const span = spanIn(params, name, reading);
    const template2 = typeof value === "string" ? buildTemplate(value, config, reading, span) : [String(value)];
    if (SECRET_PARAM.test(name)) checkNoSecret(template2, span, reading);
    return [{ name, value: template2 }];
  });
}
var SECRET_HEADER = /^(authorization|proxy-authorization|cookie|x-api-key|api-key|x-auth-token|x-access-token)$/i;
var SECRET_PARAM = /^(api[_-]?key|access[_-]?token|auth[_-]?token|client[_-]?secret|password)$/i;
function checkNoSecret(template2, span, reading) {
  if (template2.every((part2) => typeof part2 === "string")) reading.report(spec.secret(span, "spec/secret-literal", "a secret stands in the spec", "Use client.auth: the caller passes it."));
}
function buildTemplate(text2, config, reading, span) {
  const parsed = parseTemplate(text2);
  if (!parsed.ok) return [];
  return parsed.template.flatMap((part2) => {
    if (typeof part2 === "string") return [part2];
    if (part2.root === "config" && part2.path.length === 1) {
      const option = config.find((each) => each.name.raw === part2.path[0]);
      if (option !== void 0) return [{ config: option.name }];
      const match = closest(part2.path[0] ?? "", config.map((each) => each.name.raw));
      reading.report(spec.pattern(span, "spec/unknown-option", `${shorten(part2.source)} names no option of config`, match === void 0 ? "Declare it under config." : `Did you mean "{config.${match}}"?`));
    } else if (part2.root === "resources" || part2.root === "incremental") {
      reading.report(spec.notSupportedYet(span, part2.source, "Only {config.\u2026} is known so far."));
    } else {
      reading.report(spec.pattern(span, "spec/placeholder", `${shorten(part2.source)} is not a placeholder`, "Write {config.name}; double the braces for literal ones."));
    }
    return [];
  });
}
function spanIn(map, key, reading) {
  return map === void 0 ? { start: 0, end: 0 } : reading.spanOf(map, key);
}

// generator/model/resource.ts
function buildResource(spec2, document, config, authParams, reading) {
  const endpoint = spec2.endpoint ?? {};
  const path = pathOf2(spec2, endpoint, document, config, reading);
  const params = buildParams(endpoint.params, config, reading);
  const headers = buildHeaders(endpoint.headers, config, reading);
  const paginator = buildPaginator(endpoint, document, reading);
  const parsed = parseSelector(endpoint.data_selector ?? "$");
  if (parsed.ok && parsed.path.some((step) => step.kind === "every")) {
    reading.report(spec.notSupportedYet(reading.spanOf(endpoint, "data_selector"), "[*]", "Select the list itself."));
  }
  if (paginator === void 0 || !parsed.ok) return void 0;
  checkParams(spec2, endpoint, paginator, authParams, document, reading);
  return {
    name: nameOf(spec2.name),
    description: spec2.description ?? "",
    path,
    params,
    headers,
    selector: parsed.path,
    paginator,
    primaryKey: keysOf(spec2.primary_key),
    mergeKey: keysOf(spec2.merge_key),
    writeDisposition: spec2.write_disposition ?? "append",
    selected: spec2.selected ?? true,
    config: config.filter((option) => [path, ...params.map((each) => each.value), ...headers.map((each) => each.value)].some((value) => uses(value, option)))
  };
}
function keysOf(key) {
  return key === void 0 || key === null ? [] : typeof key === "string" ? [key] : key;
}
function paginatorOf(type) {
  const paginator = paginators.find((each) => each.type === type);
  if (paginator === void 0) throw new Error(`no paginator ${type}`);
  return paginator;
}
function buildPaginator(endpoint, document, reading) {
  const spec2 = endpoint.paginator ?? document.client.paginator ?? { type: "single_page" };
  return paginatorOf(spec2.type).build(spec2, reading);
}
function pathOf2(spec2, endpoint, document, config, reading) {
  const owner = endpoint.path === void 0 ? spec2 : endpoint;
  const span = reading.spanOf(owner, endpoint.path === void 0 ? "name" : "path");
  const said2 = endpoint.path ?? spec2.name;
  const base = document.client.base_url.replace(/\/+$/, "");
  const filled2 = said2.replace(/\{[^{}]*\}/g, "x");
  if (/^\/\/|^\\|\\\\/.test(said2) || /^[a-z][a-z0-9+.-]*:/i.test(said2) || !URL.canParse(`${base}/${filled2}`) || new URL(`${base}/${filled2.replace(/^\/+/, "")}`).origin !== new URL(base).origin) {
    reading.report(spec.pattern(span, "spec/cross-origin-path", "the path leaves base_url", "A path is appended to base_url: /v1/events."));
    return [];
  }
  if (/[?#]/.test(filled2)) {
    reading.report(spec.pattern(span, "spec/path-query", "a path has no query and no fragment", "Put fixed parameters under params."));
    return [];
  }
  if (/[\u0000-\u001f\u007f]/.test(said2)) {
    reading.report(spec.pattern(span, "spec/path", "a path has no control characters", "URLs drop them in silence."));
    return [];
  }
  if (/(^|\/)(\.|%2e){1,2}(\/|$)/i.test(filled2)) {
    reading.report(spec.pattern(span, "spec/path-dots", 'a path has no "." and ".." segments'));
    return [];
  }
  return buildTemplate(said2 === "" ? "" : `/${said2.replace(/^\/+/, "")}`, config, reading, span);
}
function checkParams(spec2, endpoint, paginator, authParams, document, reading) {
  const paging = paginatorOf(paginator.type).queryParams(paginator);
  for (const name of endpoint.params?.keys() ?? []) {
    const by = paging.includes(name) ? "the paginator" : authParams.includes(name) ? "auth" : void 0;
    if (by !== void 0 && endpoint.params !== void 0) reading.report(spec.pattern(reading.keySpanOf(endpoint.params, name), "spec/param-conflict", `${shorten(name)} is set by ${by}`));
  }
  const auth = document.client.auth;
  const clash = paging.find((name) => authParams.includes(name));
  if (clash !== void 0 && auth !== void 0 && auth !== null) {
    const owner = Array.isArray(auth) ? auth[0] : auth;
    reading.report(spec.pattern(reading.spanOf(owner, "name"), "spec/param-conflict", `the credential is sent as query parameter ${shorten(clash)}, which the paginator of ${shorten(spec2.name)} also sets`));
  }
  const twice = paging.find((name, index) => paging.indexOf(name) !== index);
  if (twice !== void 0) {
    const owner = endpoint.paginator === void 0 ? document.client : endpoint;
    reading.report(spec.pattern(reading.spanOf(owner, "paginator"), "spec/param-conflict", `${shorten(twice)} would be two things of the paginator at once`));
  }
  const empty = [...endpoint.params?.keys() ?? []].find((name) => name === "");
  if (empty !== void 0 && endpoint.params !== void 0) reading.report(spec.empty(reading.keySpanOf(endpoint.params, empty), "a parameter needs a name"));
}
function uses(template2, option) {
  return template2.some((part2) => typeof part2 !== "string" && part2.config.raw === option.name.raw);
}

// generator/records/random.ts
function pick(values, random) {
  const value = values[Math.floor(random() * values.length)];
  if (value === void 0) throw new Error("nothing to pick from");
  return value;
}

// generator/records/sample-text.ts
function sampleText(format, words2, owner, random, index) {
  switch (format) {
    case "uuid":
      return sampleUuid(random);
    case "uri":
      return `https://example.com/${owner.replace(/[^\w-]+/g, "-")}/${index + 1}`;
    case "email":
      return `${pick(FIRST_NAMES, random).toLowerCase()}@example.com`;
    case "ip":
    case "ipv4":
      return `192.0.2.${1 + Math.floor(random() * 254)}`;
    case "ipv6":
      return `2001:db8::${(1 + Math.floor(random() * 65534)).toString(16)}`;
    case "base64":
      return pick(["aGVsbG8=", "dGFwd3JpZ2h0", "AAECAw=="], random);
    case void 0: {
      const guess = GUESSES.find(([pattern]) => pattern.test(words2));
      return guess === void 0 ? `${words2.replace(/[^\w]+/g, " ").trim() || "value"} ${index + 1}` : guess[1](random, index, owner);
    }
  }
}
var FIRST_NAMES = ["Ada", "Grace", "Edsger", "Barbara", "Alan", "Katherine", "Donald", "Radia"];
var GUESSES = [
  [/^(id|key|uid)$/i, (_, index, owner) => `${owner.toLowerCase()}_${String(index + 1).padStart(4, "0")}`],
  [/(_id|Id)$/, (random) => `c_${1e3 + Math.floor(random() * 9e3)}`],
  [/email/i, (random) => `${pick(FIRST_NAMES, random).toLowerCase()}@example.com`],
  [/(url|uri|link|href)$/i, (_, index, owner) => `https://example.com/${owner.replace(/[^\w-]+/g, "-")}/${index + 1}`],
  [/phone/i, (random) => `+1 202 555 01${10 + Math.floor(random() * 90)}`],
  [/(login|user_?name)$/i, (random) => pick(FIRST_NAMES, random).toLowerCase()],
  [/first_?name/i, (random) => pick(FIRST_NAMES, random)],
  [/name$/i, (random) => `${pick(FIRST_NAMES, random)} ${pick(["Green", "Stone", "Rivers", "Field"], random)}`],
  [/country/i, (random) => pick(["DE", "US", "BR", "JP", "KE"], random)],
  [/city/i, (random) => pick(["Lisbon", "Osaka", "Nairobi", "Oslo"], random)],
  [/currency/i, (random) => pick(["EUR", "USD", "JPY"], random)],
  [/(lang|locale)/i, (random) => pick(["en", "de", "pt", "ja"], random)],
  [
    /colou?r/i,
    (random) => `#${Math.floor(random() * 16777215).toString(16).padStart(6, "0")}`
  ],
  [/(status|state)$/i, (random) => pick(["active", "paused", "closed"], random)],
  [/(type|kind|category)$/i, (random) => pick(["alpha", "beta", "gamma"], random)],
  [
    /(title|subject|label)$/i,
    (random) => pick(["Release of the new dashboard", "Checkout opened", "Spring campaign", "Weekly report"], random)
  ],
  [
    /(description|body|comment|note|message|text|details)$/i,
    (random) => pick(["Seen on the start page.", "No remarks; all is well.", "\xDCberraschung: \u201Cquotes\u201D & \xFCn\xEFcode."], random)
  ],
  [/(version)$/i, (random) => `${Math.floor(random() * 4)}.${Math.floor(random() * 20)}.0`]
];
function sampleUuid(random) {
  const hex = (length) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}

// generator/records/sample-time.ts
function sampleTime(of, format, index, random) {
  const step = of === "date" ? 24 * 36e5 : 36e5;
  const date = new Date(Date.UTC(2025, 0, 1) + index * step + Math.floor(random() * 36e5));
  const iso = date.toISOString();
  switch (format.kind) {
    case "epoch_ms":
      return date.getTime();
    case "epoch_s":
      return Math.floor(date.getTime() / 1e3);
    case "rfc2822":
      return `${part(date, "a")}, ${part(date, "d")} ${part(date, "b")} ${part(date, "Y")} ${part(date, "T")} +0000`;
    case "strftime":
      return format.pattern.replace(/%(.)/gsu, (_, letter) => part(date, letter));
    case "iso8601":
      if (of === "date") return iso.slice(0, 10);
      return of === "time" ? iso.slice(11, 19) : iso;
  }
}
var MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
var DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
function part(date, letter) {
  const two = (value) => String(value).padStart(2, "0");
  const month = MONTHS[date.getUTCMonth()] ?? "";
  const day = DAYS[date.getUTCDay()] ?? "";
  const parts = {
    Y: () => String(date.getUTCFullYear()),
    m: () => two(date.getUTCMonth() + 1),
    d: () => two(date.getUTCDate()),
    e: () => String(date.getUTCDate()).padStart(2, " "),
    H: () => two(date.getUTCHours()),
    M: () => two(date.getUTCMinutes()),
    S: () => two(date.getUTCSeconds()),
    f: () => `${String(date.getUTCMilliseconds()).padStart(3, "0")}000`,
    z: () => "+0000",
    Z: () => "UTC",
    y: () => two(date.getUTCFullYear() % 100),
    j: () => String(Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 864e5) + 1).padStart(3, "0"),
    I: () => two(date.getUTCHours() % 12 || 12),
    p: () => date.getUTCHours() < 12 ? "AM" : "PM",
    b: () => month.slice(0, 3),
    B: () => month,
    a: () => day.slice(0, 3),
    A: () => day,
    s: () => String(Math.floor(date.getTime() / 1e3)),
    F: () => date.toISOString().slice(0, 10),
    T: () => date.toISOString().slice(11, 19),
    "%": () => "%"
  };
  return parts[letter]?.() ?? "";
}

// generator/records/sample.ts
function sampleRecord(type, random, index, types2) {
  if (!type.declared) return { id: `${type.variable}_${index + 1}` };
  return sampleObject(type.fields, { random, index, types: types2, depth: 0 }, type.variable);
}
function sampleValue({ type, nullable: nullable2 }, sampling, words2, owner) {
  const { random, depth } = sampling;
  if (nullable2 && (random() < 0.2 || depth > MOST_DEPTH && type.kind === "record")) return null;
  return sampleType(type, sampling, words2, owner);
}
var MOST_DEPTH = 1;
function sampleObject(fields, sampling, owner) {
  const { random } = sampling;
  const present = fields.filter((field) => !field.optional || random() < 0.7);
  return Object.fromEntries(present.map((field) => [field.name, sampleValue(field, sampling, field.name, owner)]));
}
function sampleType(type, sampling, words2, owner) {
  const { random, index, types: types2, depth } = sampling;
  switch (type.kind) {
    case "string":
      return sampleText(type.format, words2, owner, random, index);
    case "number":
      return sampleNumber(type, words2, random, index);
    case "boolean":
      return random() < 0.5;
    case "time":
      return sampleTime(type.of, type.format, index, random);
    case "decimal":
      return (random() * 1e3).toFixed(2);
    case "bigint":
      return (9007199254740993n + BigInt(index) * 2n).toString();
    // beyond what a number holds
    case "json":
      return { source: pick(["web", "ios", "android"], random) };
    case "enum":
      return pick(type.values, random);
    case "array":
      return depth > MOST_DEPTH ? [] : Array.from({ length: Math.floor(random() * 3) }, () => sampleValue(type.items, sampling, words2, owner));
    case "map":
      return Object.fromEntries(
        ["source", "campaign"].slice(0, depth > MOST_DEPTH ? 0 : 1 + Math.floor(random() * 2)).map((key) => [
          key,
          type.values.type.kind === "json" ? pick(["web", "spring", "newsletter"], random) : sampleValue(type.values, sampling, key, owner)
        ])
      );
    case "object":
      return sampleObject(type.fields, sampling, words2);
    case "union":
      return sampleType(pick(type.members, random), sampling, words2, owner);
    case "variants":
      return sampleObject(pick(type.variants, random).object.fields, sampling, words2);
    case "record": {
      const record = types2.find((each) => each.typeName === type.record.typeName);
      if (record === void 0 || depth > MOST_NESTED) return {};
      return sampleObject(record.fields, { ...sampling, depth: depth + 1 }, record.variable);
    }
  }
}
var MOST_NESTED = 20;
function sampleNumber(type, words2, random, index) {
  const least = type.minimum ?? 0;
  const most = type.maximum ?? Math.max(least + 1e3, 1e3);
  if (type.integer && /(^|_)id$/i.test(words2)) return Math.min(Math.max(index + 1, Math.ceil(least)), Math.floor(most));
  const value = least + random() * (most - least);
  if (!type.integer) return Math.min(Math.max(Number(value.toFixed(2)), least), most);
  return Math.min(Math.max(Math.round(value), Math.ceil(least)), Math.floor(most));
}

// generator/fixtures/random.ts
function seededRandom(seed) {
  let state = 2166136261;
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 16777619);
  return () => {
    state = state + 1831565813 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
}

// generator/fixtures/synthesise.ts
function synthesise(connector, resource, type) {
  const random = seededRandom(`${connector.name.raw}/${resource.name.raw}`);
  const config = sampleConfig(connector.config);
  const paginator = paginatorOf(resource.paginator.type);
  const sizes = paginator.pageSizes(resource.paginator);
  const totalRecords = sizes.reduce((sum, size) => sum + size, 0);
  const all2 = Array.from({ length: totalRecords }, (_, index) => sampleRecord(type, random, index, connector.records.types));
  const request = { firstUrl: firstUrl(connector, resource, config), headers: requestHeaders([...connector.headers, ...resource.headers], config) };
  let before = 0;
  const exchanges = sizes.map((size, index) => {
    const records3 = all2.slice(before, before + size);
    const answer = paginator.answer(resource.paginator, { index, pages: sizes.length, records: records3, before, totalRecords, firstUrl: request.firstUrl });
    before += size;
    const members2 = answer.body.map(([path, value]) => [path, value]);
    return {
      request: { method: "GET", url: answer.url, headers: request.headers },
      response: { status: 200, headers: { "content-type": "application/json", ...answer.headers }, body: bodyOf(records3, resource.selector, members2) }
    };
  });
  const made = Object.keys(config).length === 0 ? {} : { config };
  return { version: 1, resource: resource.name.raw, synthesised: true, ...made, exchanges };
}
function sampleConfig(options) {
  return Object.fromEntries(options.map((option) => [option.name.raw, option.default ?? sampleOption(option)]));
}
function sampleOption({ type, name }) {
  switch (type) {
    case "string":
      return `some-${name.kebab}`;
    case "integer":
      return 25;
    case "number":
      return 2.5;
    case "boolean":
      return true;
    case "datetime":
      return "2026-01-01T00:00:00Z";
    case "date":
      return "2026-01-01";
  }
}
function firstUrl(connector, resource, config) {
  const url = new URL(`${connector.baseUrl.replace(/\/+$/, "")}${filled(resource.path, config, encodeURIComponent)}`);
  for (const { name, value } of resource.params) url.searchParams.set(name, filled(value, config));
  return url.href;
}
function requestHeaders(headers, config) {
  const own = headers.map(({ name, value }) => [name.toLowerCase(), filled(value, config)]);
  return Object.fromEntries([["accept", "application/json"], ...own]);
}
function filled(template2, config, encode = (text2) => text2) {
  return template2.map((part2) => typeof part2 === "string" ? part2 : encode(String(config[part2.config.raw]))).join("");
}
function bodyOf(records3, selector, members2) {
  const steps = selector.map((step) => step.kind === "key" ? step.key : "0");
  return members2.reduce((body, [path, value]) => withValue(body, path, value), withValue(void 0, steps, records3));
}
function withValue(body, [key, ...rest], value) {
  if (key === void 0) return value;
  const inside = isObject2(body) && Object.hasOwn(body, key) ? body[key] : void 0;
  return Object.fromEntries([...isObject2(body) ? Object.entries(body) : [], [key, withValue(inside, rest, value)]]);
}
function isObject2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// generator/fixtures/gather.ts
function gatherFixtures(model, recordings) {
  const names2 = model.resources.map((resource) => resource.name.raw);
  const diagnostics = [...recordings.keys()].filter((name) => !names2.includes(name)).map((name) => fixtures.unknown(name, names2));
  const fixtures2 = model.resources.flatMap((resource, index) => {
    const recorded = recordings.get(resource.name.raw);
    if (recorded === void 0) {
      const type = model.records.resources[index]?.type;
      if (type === void 0) throw new Error(`no record for ${resource.name.raw}`);
      const fixture = synthesise(model, resource, type);
      return [{ fixture, text: fixtureText(fixture) }];
    }
    const parsed = parseFixture(recorded, `${resource.name.raw}.json`, resource.name.raw);
    if (!parsed.ok) {
      diagnostics.push(...parsed.diagnostics);
      return [];
    }
    return [{ fixture: parsed.fixture, text: `${recorded.replace(/^\ufeff/, "").replaceAll("\r\n", "\n").trimEnd()}
` }];
  });
  return diagnostics.length === 0 ? { ok: true, fixtures: fixtures2 } : { ok: false, diagnostics };
}

// generator/records/walk.ts
function referencesOf(fields) {
  const found = /* @__PURE__ */ new Map();
  for (const type of typesIn(fields)) if (type.kind === "record") found.set(type.record.typeName, type.record);
  return [...found.values()];
}
function typesIn(fields) {
  return fields.flatMap((field) => withInner(field.type));
}
function withInner(type) {
  switch (type.kind) {
    case "array":
      return [type, ...withInner(type.items.type)];
    case "map":
      return [type, ...withInner(type.values.type)];
    case "object":
      return [type, ...typesIn(type.fields)];
    case "union":
      return [type, ...type.members.flatMap(withInner)];
    case "variants":
      return [type, ...type.variants.flatMap((variant) => withInner(variant.object))];
    default:
      return [type];
  }
}
function objectsIn(fields) {
  return typesIn(fields).filter((type) => type.kind === "object");
}

// generator/records/file-scope.ts
var FileScope = class {
  /** Patterns of `src/checks.ts`, by constant. */
  patterns = /* @__PURE__ */ new Set();
  helpers = /* @__PURE__ */ new Set();
  constants = [];
  #names = /* @__PURE__ */ new Set();
  #patternConstants = /* @__PURE__ */ new Map();
  /** A new constant, named after `words`. */
  constant(words2, type, value) {
    const name = identifier(free(nameOf(words2).kebab.replaceAll("-", "_").toUpperCase(), "KNOWN", this.#names));
    this.constants.push(code`const ${name}${type} = ${value};`);
    return name;
  }
  /** A pattern that only this file has; the same one is not written twice. */
  localPattern(words2, pattern, flags = "") {
    const known = this.#patternConstants.get(pattern + flags);
    if (known !== void 0) return known;
    const name = this.constant(words2, code``, regex(pattern, flags));
    this.#patternConstants.set(pattern + flags, name);
    return name;
  }
  /** A set of values, for the long enums and for the names of declared fields. */
  set(words2, of, values) {
    return this.constant(words2, code`: ReadonlySet<${of}>`, code`new Set(${literal(values)})`);
  }
  shared(constant) {
    this.patterns.add(constant);
    return identifier(constant);
  }
  helper(name) {
    this.helpers.add(name);
    return identifier(name);
  }
};
var Locals = class _Locals {
  #names;
  constructor(taken) {
    this.#names = new Set(taken);
  }
  /** The variables of a block inside this one: it may use again what a block beside it uses. */
  inner() {
    return new _Locals(this.#names);
  }
  /** A variable named after `words`, told apart by a number where the name is taken. */
  variable(words2) {
    return identifier(free(nameOf(words2).camel, "value", this.#names));
  }
};
function free(preferred, otherwise, names2) {
  const base = isIdentifier(preferred) ? preferred : isIdentifier(`${preferred}Value`) ? `${preferred}Value` : otherwise;
  let name = base;
  for (let count2 = 2; names2.has(name); count2++) name = `${base}${count2}`;
  names2.add(name);
  return name;
}

// generator/records/patterns.ts
var HEX = String.raw`[\da-fA-F]`;
var OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
var IPV4 = String.raw`(?:${OCTET}\.){3}${OCTET}`;
var GROUP = `${HEX}{1,4}`;
var TAIL = `(?:${GROUP}:${GROUP}|${IPV4})`;
var IPV6 = [
  `(?:${GROUP}:){6}${TAIL}`,
  `::(?:${GROUP}:){5}${TAIL}`,
  `(?:${GROUP})?::(?:${GROUP}:){4}${TAIL}`,
  ...[1, 2, 3, 4].map((most) => `(?:(?:${GROUP}:){0,${most}}${GROUP})?::${most === 4 ? "" : `(?:${GROUP}:){${4 - most}}`}${TAIL}`),
  `(?:(?:${GROUP}:){0,5}${GROUP})?::${GROUP}`,
  `(?:(?:${GROUP}:){0,6}${GROUP})?::`
].join("|");
var STRING_FORMATS = {
  uuid: {
    constant: "UUID",
    pattern: `^${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}$`,
    about: "A UUID of any version.",
    words: "a UUID",
    jsonSchema: "uuid"
  },
  uri: {
    constant: "URI",
    pattern: String.raw`^[A-Za-z][A-Za-z\d+.-]*:[^\s"<>\\^\x60{|}]+$`,
    about: "An absolute URI: a scheme, a colon, and no sign that a URI must escape.",
    words: "an absolute URI"
  },
  email: {
    constant: "EMAIL",
    pattern: String.raw`^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$`,
    about: "An email address: something, one @, and a domain with a dot.",
    words: "an email address"
  },
  ip: { constant: "IP", pattern: `^(?:${IPV4}|${IPV6})$`, about: "An IP address, version 4 or 6.", words: "an IP address" },
  ipv4: { constant: "IPV4", pattern: `^${IPV4}$`, about: "An IP address, version 4.", words: "an IPv4 address" },
  ipv6: { constant: "IPV6", pattern: `^(?:${IPV6})$`, about: "An IP address, version 6.", words: "an IPv6 address" },
  base64: {
    constant: "BASE64",
    pattern: String.raw`^(?:[A-Za-z\d+/_-]{4})*(?:[A-Za-z\d+/_-]{2}(?:==)?|[A-Za-z\d+/_-]{3}=?)?$`,
    about: "Base64, of either alphabet, padded or not.",
    words: "base64 text"
  }
};
var INTEGER_DIGITS = String.raw`^-?\d+$`;
var DECIMAL_DIGITS = String.raw`^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$`;

// generator/records/time-format.ts
var NAMED_TIME_FORMATS = ["iso8601", "rfc2822", "epoch_s", "epoch_ms"];
var YEAR = String.raw`\d{4}`;
var MONTH = "(?:0[1-9]|1[0-2])";
var DAY = String.raw`(?:0[1-9]|[12]\d|3[01])`;
var HOUR = String.raw`(?:[01]\d|2[0-3])`;
var MINUTE = String.raw`[0-5]\d`;
var OFFSET = String.raw`(?:Z|[+-]${HOUR}:?${MINUTE})`;
var MONTH_NAME = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
var WEEKDAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
var ISO_DATE = String.raw`(?:${YEAR}-(?:${MONTH}-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)` + String.raw`|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)`;
var ISO_TIME = String.raw`${HOUR}:${MINUTE}:${MINUTE}(?:\.\d+)?`;
var RFC_2822 = String.raw`(?:${WEEKDAY}, )?(?:0?[1-9]|[12]\d|3[01]) ${MONTH_NAME} ${YEAR} ${HOUR}:${MINUTE}(?::${MINUTE})? (?:[+-]\d{4}|GMT|UTC?)`;
var DIRECTIVES = /* @__PURE__ */ new Map([
  ["Y", YEAR],
  ["m", MONTH],
  ["d", DAY],
  ["H", HOUR],
  ["M", MINUTE],
  ["S", MINUTE],
  ["f", String.raw`\d{1,9}`],
  ["z", OFFSET],
  ["Z", "(?:UTC|GMT|Z)"],
  ["y", String.raw`\d\d`],
  ["j", String.raw`(?:00[1-9]|0[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6])`],
  ["I", "(?:0[1-9]|1[0-2])"],
  ["p", "(?:AM|PM)"],
  ["b", MONTH_NAME],
  ["B", "(?:January|February|March|April|May|June|July|August|September|October|November|December)"],
  ["a", WEEKDAY],
  ["A", "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"],
  ["e", String.raw`(?:[ 0]?[1-9]|[12]\d|3[01])`],
  ["s", String.raw`-?\d{1,12}`],
  ["F", `${YEAR}-${MONTH}-${DAY}`],
  ["T", `${HOUR}:${MINUTE}:${MINUTE}`],
  ["%", "%"]
]);
function unknownDirective(pattern) {
  for (const [directive, letter = ""] of pattern.matchAll(/%(.?)/gsu)) if (!DIRECTIVES.has(letter)) return directive;
  return void 0;
}
function isEpoch(format) {
  return format.kind === "epoch_s" || format.kind === "epoch_ms";
}
function timePattern(of, format) {
  switch (format.kind) {
    case "epoch_s":
    case "epoch_ms":
      return void 0;
    case "rfc2822":
      return `^${RFC_2822}$`;
    case "strftime":
      return `^${strftimePattern(format.pattern)}$`;
    case "iso8601":
      if (of === "date") return `^${ISO_DATE}$`;
      return of === "time" ? `^${ISO_TIME}${OFFSET}?$` : `^${ISO_DATE}T${ISO_TIME}${OFFSET}$`;
  }
}
var PARTS = /* @__PURE__ */ new Map([
  ["Y", "year"],
  ["y", "shortYear"],
  ["m", "month"],
  ["b", "monthName"],
  ["B", "monthName"],
  ["d", "day"],
  ["e", "day"],
  ["j", "dayOfYear"],
  ["H", "hour"],
  ["I", "hour12"],
  ["p", "half"],
  ["M", "minute"],
  ["S", "second"],
  ["f", "fraction"],
  ["z", "zone"],
  ["s", "epoch"]
]);
function instantPattern(pattern) {
  const parts = /* @__PURE__ */ new Set();
  const spelt = pattern.replaceAll("%F", "%Y-%m-%d").replaceAll("%T", "%H:%M:%S");
  const groups = spelt.replace(/%(.)|[^%]+/gsu, (text2, letter) => {
    const piece = strftimePattern(text2);
    const part2 = letter === void 0 ? void 0 : PARTS.get(letter);
    if (part2 === void 0 || parts.has(part2)) return piece;
    parts.add(part2);
    return `(?<${part2}>${piece})`;
  });
  return { pattern: `^${groups}$`, parts };
}
function timeWords(of, format) {
  switch (format.kind) {
    case "epoch_s":
      return "seconds since 1970";
    case "epoch_ms":
      return "milliseconds since 1970";
    case "rfc2822":
      return "an RFC 2822 date and time";
    case "strftime":
      return `a ${of === "datetime" ? "date and time" : of} like ${format.pattern}`;
    case "iso8601":
      return of === "datetime" ? "an ISO 8601 instant" : `an ISO 8601 ${of}`;
  }
}
function strftimePattern(pattern) {
  return pattern.replace(
    /%(.)|[^%]+/gsu,
    (text2, letter) => letter === void 0 ? text2.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&") : DIRECTIVES.get(letter) ?? ""
  );
}

// generator/records/words.ts
function expectedWords({ type, nullable: nullable2 }) {
  if (type.kind === "enum" && !type.open && type.values.length <= MOST_LISTED)
    return nullable2 ? `${typeWords(type)} | null` : typeWords(type);
  const words2 = type.kind === "union" ? type.members.map(typeWords) : [typeWords(type)];
  return either(nullable2 ? [...words2, "null"] : words2);
}
var MOST_LISTED = 8;
function either(words2) {
  return words2.length < 2 ? words2.join("") : `${words2.slice(0, -1).join(", ")} or ${words2.at(-1)}`;
}
function typeWords(type) {
  switch (type.kind) {
    case "string":
      return type.format === void 0 ? "a string" : STRING_FORMATS[type.format].words;
    case "number":
      return `${type.integer ? "a safe integer" : "a number"}${boundWords(type.minimum, type.maximum)}`;
    case "boolean":
      return "true or false";
    case "time":
      return timeWords(type.of, type.format);
    case "decimal":
      return "a decimal number";
    case "bigint":
      return "an integer";
    case "json":
      return "a value";
    case "enum":
      if (type.open) return typeof type.values[0] === "string" ? "a string" : "a number";
      return type.values.length > MOST_LISTED ? `one of ${type.values.length} values, ${type.values.slice(0, 3).map((value) => JSON.stringify(value)).join(", ")}\u2026` : type.values.map((value) => JSON.stringify(value)).join(" | ");
    case "array":
      return "an array";
    case "object":
    case "map":
    case "record":
    case "variants":
      return "an object";
    case "union":
      return either(type.members.map(typeWords));
  }
}
function boundWords(minimum, maximum) {
  if (minimum !== void 0 && maximum !== void 0) return ` from ${minimum} to ${maximum}`;
  if (minimum !== void 0) return ` of at least ${minimum}`;
  return maximum === void 0 ? "" : ` of at most ${maximum}`;
}

// generator/records/check-parts.ts
var UNDECLARED = "a declared field";
function inBlock(target) {
  return { ...target, locals: target.locals.inner() };
}
function discards({ nullable: nullable2 }, slot, { contract }) {
  return contract.dataType === "discard_value" && (nullable2 || slot.presence === "optional");
}
function failure(value, slot, read, target) {
  if (!discards(value, slot, target)) return thrown(value, slot.path, read, target);
  const place = slot.presence === "item" ? code`${slot.holder}[${slot.key}]` : slot.read;
  return code`${value.nullable ? code`${place} = null;` : code`delete ${place};`}
place.discardedValues++;`;
}
function thrown(value, path, read, { errorClass }) {
  const sensitive = value.sensitive ? code`, true` : nothing;
  return code`throw new ${errorClass}(place, ${template(path)}, ${literal(expectedWords(value))}, ${read}${sensitive});`;
}
function when(condition, body) {
  const line = code`if (${condition}) ${body}`;
  return line.text.length <= 112 && !body.text.includes("\n") ? line : block(condition, [body]);
}
function block(condition, body) {
  return code`if (${condition}) {
  ${body}
}`;
}
function childPath(path, name) {
  const step = /^[A-Za-z_$][\w$]*$/.test(name) ? path.length === 0 || isPrefix(path) ? name : `.${name}` : `[${JSON.stringify(name)}]`;
  return [...path, step];
}
function isPrefix(path) {
  return path.length === 1 && typeof path[0] !== "string";
}

// generator/records/conditions.ts
function wrongWhen(type, read, words2, file) {
  switch (type.kind) {
    case "string":
      return [
        notA("string", read),
        ...type.format === void 0 ? [] : [code`!${file.shared(STRING_FORMATS[type.format].constant)}.test(${read})`]
      ];
    case "number": {
      const whole = type.integer ? code`!Number.isSafeInteger(${read})` : code`!Number.isFinite(${read})`;
      const bounds = [
        ...type.minimum === void 0 ? [] : [code`${read} < ${literal(type.minimum)}`],
        ...type.maximum === void 0 ? [] : [code`${read} > ${literal(type.maximum)}`]
      ];
      return bounds.length === 0 ? [whole] : [notA("number", read), whole, ...bounds];
    }
    case "boolean":
      return [notA("boolean", read)];
    case "time": {
      const pattern = timePattern(type.of, type.format);
      if (pattern === void 0) return [code`!Number.isFinite(${read})`];
      const constant = timeConstant(type);
      const name = constant === void 0 ? file.localPattern(`${words2}_format`, pattern) : file.shared(constant);
      return [notA("string", read), code`!${name}.test(${read})`];
    }
    case "enum":
      if (type.open) return [notA(typeof type.values[0] === "string" ? "string" : "number", read)];
      if (type.values.length > MOST_COMPARED) return [code`!${file.set(`${words2}_values`, code`unknown`, type.values)}.has(${read})`];
      return [
        join(
          type.values.map((value) => code`${read} !== ${literal(value)}`),
          " && "
        )
      ];
    case "array":
      return [code`!Array.isArray(${read})`];
    case "map":
      return [code`!${file.helper("isObject")}(${read})`];
    case "object":
      return [code`!${file.helper("isObject")}<${keysOf2([type.typeName])}>(${read})`];
    case "record":
      return [code`!${file.helper("isObject")}<${keysOf2([type.record.typeName])}>(${read})`];
    case "variants":
      return [code`!${file.helper("isObject")}<${keysOf2(type.variants.map((variant) => variant.object.typeName))}>(${read})`];
    case "union":
      return [
        join(
          type.members.map((member3) => allOf(wrongWhen(member3, read, words2, file))),
          " && "
        )
      ];
    case "decimal":
    case "bigint":
      return [code`typeof ${read} !== 'string' && typeof ${read} !== 'number'`];
    case "json":
      return [];
  }
}
function timeConstant(type) {
  if (type.format.kind === "rfc2822") return "RFC_2822";
  if (type.format.kind !== "iso8601") return void 0;
  return type.of === "datetime" ? "INSTANT" : type.of === "date" ? "DATE" : "TIME";
}
function allOf(alternatives) {
  const [first] = alternatives;
  if (alternatives.length === 1 && first !== void 0) return first;
  return code`(${join(alternatives, " || ")})`;
}
var MOST_COMPARED = 8;
function notA(type, read) {
  return code`typeof ${read} !== ${literal(type)}`;
}
function keysOf2(typeNames) {
  return join(
    typeNames.map((name) => code`keyof ${identifier(name)}`),
    " | "
  );
}

// generator/records/value-checks.ts
function checkObject(owner, fields, value, path, target, skip) {
  return [
    ...checkDeclared(owner, fields, value, path, target),
    ...fields.filter((field) => field.name !== skip).flatMap(
      (field) => checkValue(
        field,
        {
          read: field.name === "__proto__" ? code`${value}['__proto__']` : member(value, field.name),
          holder: value,
          key: literal(field.name),
          path: childPath(path, field.name),
          words: field.name,
          presence: field.optional ? "optional" : "field",
          inherited: field.name in Object.prototype
        },
        target
      )
    )
  ];
}
function checkDeclared(owner, fields, value, path, { file, locals, errorClass, contract }) {
  if (contract.columns === "evolve") return [];
  const known = file.set(
    `${owner}_fields`,
    code`string`,
    fields.map((field) => field.name)
  );
  if (contract.columns === "discard_value") return [code`place.discardedValues += ${file.helper("dropUndeclared")}(${value}, ${known});`];
  const key = locals.variable("undeclared");
  const at = template(path.length === 0 ? [key] : [...path, ...isPrefix(path) ? [] : ["."], key]);
  return [
    code`const ${key} = ${file.helper("undeclaredKey")}(${value}, ${known});`,
    when(
      code`${key} !== undefined`,
      code`throw new ${errorClass}(place, ${path.length === 0 ? key : at}, ${literal(UNDECLARED)}, Reflect.get(${value}, ${key}), true);`
    )
  ];
}
function checkValue(value, slot, target) {
  const { type, nullable: nullable2 } = value;
  const { read } = slot;
  const normalised = nullable2 && slot.presence === "field";
  const own = slot.inherited && slot.presence === "field" ? [code`${target.file.helper("ownKey")}(${slot.holder}, ${slot.key});`] : [];
  if (!isDeep(type)) {
    const wrong2 = type.kind === "json" ? jsonWrong(value, slot) : wrongWhen(type, read, slot.words, target.file);
    const present2 = presentWhen(value, slot, read);
    return [
      ...own,
      ...normalised ? [code`${read} ??= null;`] : [],
      ...wrong2.length === 0 ? [] : [when(present2 === void 0 ? join(wrong2, " || ") : code`${present2} && ${allOf(wrong2)}`, failure(value, slot, read, target))]
    ];
  }
  const needsLocal = type.kind !== "bigint" && type.kind !== "decimal" && slot.presence !== "item";
  const local = needsLocal ? target.locals.variable(slot.words) : read;
  const declared = needsLocal ? [code`const ${local} = ${normalised ? code`(${read} ??= null)` : read};`] : normalised ? [code`${read} ??= null;`] : [];
  const present = presentWhen(value, slot, local);
  const checks = checkDeep(value, slot, local, present === void 0 ? target : inBlock(target));
  return [...own, ...declared, ...present === void 0 ? checks : [block(present, checks)]];
}
function presentWhen({ nullable: nullable2, type }, slot, read) {
  if (type.kind === "json") return void 0;
  const notNull = nullable2 ? [code`${read} !== null`] : [];
  const there = slot.presence !== "optional" ? [] : slot.inherited ? [code`Object.hasOwn(${slot.holder}, ${slot.key})`] : [code`${read} !== undefined`];
  const all2 = [...there, ...notNull];
  return all2.length === 0 ? void 0 : join(all2, " && ");
}
function jsonWrong({ nullable: nullable2 }, slot) {
  if (nullable2) return [];
  const isNull2 = code`${slot.read} === null`;
  return slot.presence === "field" ? [code`${slot.read} === undefined`, isNull2] : [isNull2];
}
function isDeep(type) {
  switch (type.kind) {
    case "object":
    case "record":
    case "variants":
    case "bigint":
    case "decimal":
      return true;
    case "array":
      return !isAnything(type.items);
    case "map":
      return !isAnything(type.values);
    case "union":
      return type.members.some(isDeep);
    default:
      return false;
  }
}
function isAnything({ type, nullable: nullable2 }) {
  return type.kind === "json" && nullable2;
}
function checkDeep(value, slot, local, target) {
  const { type } = value;
  if (type.kind === "bigint" || type.kind === "decimal") return convert(value, slot, target);
  if (type.kind === "union") return checkUnion(value, type.members, slot, local, target);
  const wrong2 = join(wrongWhen(type, local, slot.words, target.file), " || ");
  const inner2 = checkInner(type, slot, local, discards(value, slot, target) ? inBlock(target) : target);
  if (discards(value, slot, target))
    return [
      code`${block(wrong2, [failure(value, slot, local, target)])} else {
  ${inner2}
}`
    ];
  return [when(wrong2, failure(value, slot, local, target)), ...inner2];
}
function checkInner(type, slot, local, target) {
  switch (type.kind) {
    case "object":
      return checkObject(type.typeName, type.fields, local, slot.path, target);
    case "record":
      return [code`${identifier(`check${type.record.typeName}`)}(${local}, place, ${template([...slot.path, "."])});`];
    case "variants": {
      const tag = member(local, type.discriminator);
      const tagValue = {
        type: { kind: "enum", values: type.variants.map((variant) => variant.word), open: false },
        nullable: false,
        sensitive: type.variants.some(
          (variant) => variant.object.fields.some((field) => field.name === type.discriminator && field.sensitive)
        )
      };
      const cases = type.variants.map(
        ({ word, object: object2 }) => code`case ${literal(word)}: {
  ${checkObject(object2.typeName, object2.fields, local, slot.path, inBlock(target), type.discriminator)}
  break;
}`
      );
      return [
        code`switch (${tag}) {
  ${cases}
  default:
    ${thrown(tagValue, childPath(slot.path, type.discriminator), tag, target)}
}`
      ];
    }
    case "array": {
      const body = inBlock(target);
      const index = body.locals.variable("index");
      return loop(
        type.items,
        code`for (let ${index} = 0; ${index} < ${local}.length; ${index}++)`,
        index,
        [...slot.path, "[", index, "]"],
        slot,
        local,
        body
      );
    }
    case "map": {
      const body = inBlock(target);
      const key = body.locals.variable("key");
      return loop(
        type.values,
        code`for (const ${key} in ${local})`,
        key,
        [...slot.path, "[", code`JSON.stringify(${key})`, "]"],
        slot,
        local,
        body
      );
    }
    default:
      return [];
  }
}
function loop(items, head2, key, path, slot, local, target) {
  const words2 = singular(slot.words) === slot.words ? `${slot.words}_item` : singular(slot.words);
  const place = { holder: local, key, path, words: words2, presence: "item", inherited: false };
  if (items.type.kind === "bigint" || items.type.kind === "decimal") {
    return [
      code`${head2} {
  ${checkValue(items, { ...place, read: code`${local}[${key}]` }, target)}
}`
    ];
  }
  const item = target.locals.variable(words2);
  return [
    code`${head2} {
  const ${item}: unknown = ${local}[${key}];
  ${checkValue(items, { ...place, read: item }, target)}
}`
  ];
}
function convert(value, slot, target) {
  const exact = target.locals.variable(`exact_${slot.words}`);
  const helper = target.file.helper(value.type.kind === "bigint" ? "exactBigint" : "exactDecimal");
  const missing = code`${exact} === undefined`;
  const assign = code`${slot.read} = ${exact};`;
  const declared = code`const ${exact} = ${helper}(${slot.holder}, ${slot.key});`;
  if (discards(value, slot, target))
    return [
      declared,
      code`${block(missing, [failure(value, slot, slot.read, target)])} else {
  ${assign}
}`
    ];
  return [declared, when(missing, failure(value, slot, slot.read, target)), assign];
}
function checkUnion(value, members2, slot, local, target) {
  const deep = members2.filter(isDeep);
  const shallow = members2.filter((each) => !isDeep(each));
  const branches = deep.map((type) => {
    const inner2 = { type, nullable: false, sensitive: value.sensitive };
    const fits2 = rightWhen(type, local, slot.words, target.file);
    const body = type.kind === "bigint" || type.kind === "decimal" ? convert(inner2, slot, inBlock(target)) : checkInner(type, slot, local, inBlock(target));
    return code`if (${fits2}) {
  ${body}
}`;
  });
  const wrong2 = shallow.length === 0 ? void 0 : join(
    shallow.map((type) => allOf(wrongWhen(type, local, slot.words, target.file))),
    " && "
  );
  const fail = failure(value, slot, local, target);
  const last = wrong2 === void 0 ? code`{
  ${fail}
}` : block(wrong2, [fail]);
  return [
    join(
      [...branches, last].map((each, index) => index === 0 ? each : code`else ${each}`),
      " "
    )
  ];
}
function rightWhen(type, read, words2, file) {
  if (type.kind === "array") return code`Array.isArray(${read})`;
  if (type.kind === "bigint" || type.kind === "decimal") return code`typeof ${read} === 'string' || typeof ${read} === 'number'`;
  return code`!(${join(wrongWhen(type, read, words2, file), " || ")})`;
}

// generator/records/decoder.ts
var OUTER_NAMES = ["place", "prefix", "isObject", "undeclaredKey", "dropUndeclared", "ownKey", "exactBigint", "exactDecimal"];
function emitDecoder(type, file, errorClass) {
  const name = identifier(type.typeName);
  const value = identifier(type.variable);
  const noObject = (keys) => code`if (!${file.helper("isObject")}${keys}(${value})) throw new ${errorClass}(place, '', 'an object', ${value});`;
  if (!type.declared) {
    return [
      code`${jsdoc(code`Returns \`${value}\` as it came: which fields ${anOf(type)} has is not declared.`, code`@throws {@link ${errorClass}} if it is not an object.`)}
export function ${identifier(type.decode)}(${value}: unknown, place: RecordPlace): ${name} {
  ${noObject(nothing)}
  return ${value};
}`
    ];
  }
  const strict = type.mayDiscardRows ? identifier(`assert${type.typeName}`) : identifier(type.decode);
  const check = identifier(`check${type.typeName}`);
  const locals = new Locals([
    ...OUTER_NAMES,
    type.variable,
    ...[type, ...referencesOf(type.fields)].map((each) => `check${each.typeName}`)
  ]);
  const checks = checkObject(type.typeName, type.fields, value, type.shared ? [code`prefix`] : [], {
    file,
    locals,
    errorClass,
    contract: type.contract
  });
  const nulls = type.fields.some((field) => field.nullable && !field.optional) ? code`, and with null in the nullable fields that it leaves out` : nothing;
  const strictDecoder = code`${type.mayDiscardRows ? nothing : jsdoc(code`Returns \`${value}\` as ${anOf(type)}: checked${nulls}.`, code`@throws {@link ${errorClass}} that names the field.`)}
${type.mayDiscardRows ? nothing : code`export `}function ${strict}(${value}: unknown, place: RecordPlace): ${name} {
  ${noObject(code`<keyof ${name}>`)}
  ${type.shared ? [code`${check}(${value}, place, '');`] : checks}
  return ${value} as ${name}; // every field was checked above
}`;
  const checker = code`/** Checks the fields of ${anOf(type)}. \`prefix\` is the path to it, with a dot at its end. */
export function ${check}(${value}: Record<keyof ${name}, unknown>, place: RecordPlace, prefix: string): void {
  ${checks}
}`;
  return [...type.mayDiscardRows ? [discardingDecoder(type, strict, errorClass)] : [], strictDecoder, ...type.shared ? [checker] : []];
}
function discardingDecoder(type, strict, errorClass) {
  const value = identifier(type.variable);
  const { columns, dataType } = type.contract;
  const dropped = columns === dataType ? "A record that is not one" : columns === "discard_row" ? "A record with an undeclared field" : "A record with a value of the wrong type";
  const others = columns === dataType ? nothing : code` || error.expected ${columns === "discard_row" ? code`!==` : code`===`} ${literal(UNDECLARED)}`;
  return code`${jsdoc(code`Returns \`${value}\` as ${anOf(type)}.`, code`${docWords(dropped)} is dropped: \`undefined\` is returned, and \`place.discardedRows\` counts it.`)}
export function ${identifier(type.decode)}(${value}: unknown, place: RecordPlace): ${identifier(type.typeName)} | undefined {
  try {
    return ${strict}(${value}, place);
  } catch (error) {
    if (!(error instanceof ${errorClass})${others}) throw error;
    place.discardedRows++;
    return undefined;
  }
}`;
}
function anOf(type) {
  return code`${/^[AEIO]/.test(type.typeName) ? code`an` : code`a`} {@link ${identifier(type.typeName)}}`;
}

// generator/records/emit-checks.ts
function emitChecks(scopes, { header }) {
  const helpers2 = HELPERS.filter(([name]) => scopes.some((scope) => scope.helpers.has(name))).map(([, text2]) => text2);
  const patterns = allPatterns().filter(({ constant }) => scopes.some((scope) => scope.patterns.has(constant))).map(
    ({ constant, pattern, about }) => code`/** ${docWords(about)} */
export const ${identifier(constant)}: RegExp = ${regex(pattern)};`
  );
  if (helpers2.length + patterns.length === 0) return void 0;
  return code`${header}

${join([...patterns, ...helpers2], "\n\n")}
`;
}
function allPatterns() {
  return [
    {
      constant: "INSTANT",
      pattern: timePattern("datetime", { kind: "iso8601" }) ?? "",
      about: "An ISO 8601 instant: a day that exists, a time, and `Z` or an offset."
    },
    { constant: "DATE", pattern: timePattern("date", { kind: "iso8601" }) ?? "", about: "An ISO 8601 date, of a day that exists." },
    {
      constant: "TIME",
      pattern: timePattern("time", { kind: "iso8601" }) ?? "",
      about: "An ISO 8601 time of day, with or without an offset."
    },
    {
      constant: "RFC_2822",
      pattern: timePattern("datetime", { kind: "rfc2822" }) ?? "",
      about: "An RFC 2822 date and time: `Tue, 01 Jul 2025 09:30:00 +0200`."
    },
    ...Object.values(STRING_FORMATS)
  ];
}
var HELPERS = [
  [
    "isObject",
    code`/** Whether a value is a JSON object. What its keys hold, if anything, is not known yet. */
export function isObject<Key extends string>(value: unknown): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}`
  ],
  [
    "undeclaredKey",
    code`/** The first key of an object that is not among the declared ones. */
export function undeclaredKey(object: object, declared: ReadonlySet<string>): string | undefined {
  for (const key in object) if (!declared.has(key)) return key;
  return undefined;
}`
  ],
  [
    "dropUndeclared",
    code`/** Deletes the keys of an object that are not among the declared ones, and says how many they were. */
export function dropUndeclared(object: object, declared: ReadonlySet<string>): number {
  const undeclared = Object.keys(object).filter((key) => !declared.has(key));
  for (const key of undeclared) Reflect.deleteProperty(object, key);
  return undeclared.length;
}`
  ],
  [
    "ownKey",
    code`/** Gives an object a key of its own, if undefined, where it would read as what every object inherits. */
export function ownKey(object: object, key: string): void {
  if (Object.hasOwn(object, key)) return;
  Object.defineProperty(object, key, { value: undefined, writable: true, enumerable: true, configurable: true });
}`
  ]
];

// generator/records/emit-exact-json.ts
function emitExactJson({ header }, scopes) {
  const readers = [
    ...scopes.some((scope) => scope.helpers.has("exactBigint")) ? [BIGINT] : [],
    ...scopes.some((scope) => scope.helpers.has("exactDecimal")) ? [DECIMAL] : []
  ];
  return code`${header}

/** The digits of the numbers that a double cannot hold as they were written, by the object and key they stand at. */
const digits = new WeakMap<object, Map<string, string>>();

/** A string, with the colon after it if it is a key; or a number, likewise. */
const TOKEN = /"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"(\\s*:)?|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?(\\s*:)?/g;

/** \`JSON.parse\`, but the fields that need every digit find them. Costs a scan of the text; a second one where digits would be lost. */
export function parseExactJson(text: string): unknown {
  let lossy = false;
  // Numbers that would change become strings that begin with #n; strings that begin with #, or could, begin with #s.
  const marked = text.replace(TOKEN, (token, key?: string, numberKey?: string) => {
    if (key !== undefined || numberKey !== undefined) return token;
    if (token.startsWith('"')) return /^"[#\\\\]/.test(token) ? \`"#s\${token.slice(1)}\` : token;
    if (Math.abs(Number(token)) <= Number.MAX_SAFE_INTEGER && String(Number(token)) === token) return token;
    lossy = true;
    return \`"#n\${token}"\`;
  });
  return lossy ? JSON.parse(marked, unmark) : JSON.parse(text);
}

function unmark(this: object, key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('#')) return value;
  if (value.startsWith('#s')) return value.slice(2);
  const written = digits.get(this) ?? new Map<string, string>();
  digits.set(this, written.set(key, value.slice(2)));
  return Number(value.slice(2));
}

${join(readers, "\n\n")}
`;
}
var BIGINT = code`/** The integer at \`object[key]\`, sent as a number or as text; nothing if it is none, or its digits are lost. */
export function exactBigint(object: object, key: string | number): bigint | undefined {
  const value: unknown = Reflect.get(object, key);
  if (Number.isSafeInteger(value)) return BigInt(Number(value));
  if (typeof value === 'string') return ${regex(INTEGER_DIGITS)}.test(value) ? BigInt(value) : undefined;
  const written = /^(-?\\d+)(?:\\.(\\d*?)0*)?(?:[eE]\\+?(\\d{1,3}))?$/.exec(digits.get(object)?.get(String(key)) ?? '');
  if (written === null) return undefined;
  const [, whole = '', fraction = '', exponent = '0'] = written;
  return fraction.length > Number(exponent) ? undefined : BigInt(whole + fraction.padEnd(Number(exponent), '0'));
}`;
var DECIMAL = code`/** The digits of the number at \`object[key]\`, sent as a number or as text; nothing if it is none, or its digits are lost. */
export function exactDecimal(object: object, key: string | number): string | undefined {
  const value: unknown = Reflect.get(object, key);
  const safe = typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  const text = typeof value !== 'number' ? value : (digits.get(object)?.get(String(key)) ?? (safe ? String(value) : undefined));
  return typeof text === 'string' && ${regex(DECIMAL_DIGITS)}.test(text) ? text : undefined;
}`;

// generator/records/emit-instants.ts
function instantReaders(model) {
  const readers = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Set();
  for (const type of model.types) {
    for (const { name, format } of [type, ...objectsIn(type.fields)].flatMap(timesOf)) {
      const key = format.kind === "strftime" ? format.pattern : format.kind;
      if (readers.has(key)) continue;
      let reader = NAMES[format.kind] ?? `instantOf${name}`;
      for (let count2 = 2; taken.has(reader); count2++) reader = `instantOf${name}${count2}`;
      taken.add(reader);
      readers.set(key, { name: reader, format });
    }
  }
  return [...readers.values()];
}
var NAMES = {
  iso8601: "instantOf",
  rfc2822: "instantOfRfc2822",
  epoch_s: "instantOfEpochSeconds",
  epoch_ms: "instantOfEpochMilliseconds"
};
function timesOf({ typeName, fields }) {
  return fields.flatMap((field, index) => {
    const name = `${typeName}${nameOf(field.name).pascal || `Field${index + 1}`}`;
    return formatsIn(field.type).map((format) => ({ name, format }));
  });
}
function formatsIn(type) {
  switch (type.kind) {
    case "time":
      return type.of === "datetime" ? [type.format] : [];
    case "array":
      return formatsIn(type.items.type);
    case "map":
      return formatsIn(type.values.type);
    case "union":
      return type.members.flatMap(formatsIn);
    default:
      return [];
  }
}
function emitInstants(model, { header }) {
  const readers = instantReaders(model);
  if (readers.length === 0) return void 0;
  const functions = readers.map(emitReader);
  const texts = join(functions, "\n\n").text;
  return code`${header}

/** A point in time, with what a \`Date\` has no room for. */
export interface Instant {
  readonly epochMilliseconds: number;
  /** Every digit that was written, up to nanoseconds. */
  readonly epochNanoseconds: bigint;
  /** The offset from UTC that it was written with; 0 where none was. */
  readonly offsetMinutes: number;
}

${join([...functions, INSTANT, ...texts.includes("offsetOf(") ? [OFFSET_OF] : []], "\n\n")}
`;
}
var INSTANT = code`function instant(localMilliseconds: number, fraction: string, offsetMinutes: number): Instant {
  if (Number.isNaN(localMilliseconds)) throw new RangeError('not a time in the declared format');
  const utc = localMilliseconds - offsetMinutes * 60_000;
  return {
    epochMilliseconds: utc + Number(fraction.slice(0, 3).padEnd(3, '0')),
    epochNanoseconds: BigInt(utc) * 1_000_000n + BigInt(fraction.slice(0, 9).padEnd(9, '0')),
    offsetMinutes,
  };
}`;
var OFFSET_OF = code`function offsetOf(zone: string): number {
  const [, sign = '', hours, minutes] = /^([+-])(\\d\\d):?(\\d\\d)$/.exec(zone) ?? [];
  return hours === undefined ? 0 : Number(\`\${sign}1\`) * (Number(hours) * 60 + Number(minutes)) + 0;
}`;
function emitReader({ name, format }) {
  const reader = identifier(name);
  switch (format.kind) {
    case "iso8601":
      return code`/** The instant that an ISO 8601 text names. Throws a \`RangeError\` for other text. */
export function ${reader}(text: string): Instant {
  const [, seconds = '', fraction = '', zone = ''] = /^(.{19})(?:\\.(\\d+))?(Z|[+-]\\d\\d:?\\d\\d)$/.exec(text) ?? [];
  return instant(Date.parse(\`\${seconds}Z\`), fraction, offsetOf(zone));
}`;
    case "rfc2822":
      return code`/** The instant that an RFC 2822 text names. Throws a \`RangeError\` for other text. */
export function ${reader}(text: string): Instant {
  const [, time = '', zone = ''] = /^(.*) ([+-]\\d{4}|[A-Z]+)$/.exec(text) ?? [];
  return instant(Date.parse(\`\${time} GMT\`), '', offsetOf(zone));
}`;
    case "epoch_s":
      return code`/** The instant that is so many seconds after 1970. */
export function ${reader}(seconds: number): Instant {
  const whole = Math.floor(seconds);
  return instant(whole * 1000, String(Math.round((seconds - whole) * 1e6)).padStart(6, '0'), 0);
}`;
    case "epoch_ms":
      return code`/** The instant that is so many milliseconds after 1970. */
export function ${reader}(milliseconds: number): Instant {
  const whole = Math.floor(milliseconds / 1000);
  return instant(whole * 1000, String(Math.floor(milliseconds) - whole * 1000).padStart(3, '0'), 0);
}`;
    case "strftime":
      return emitPatternReader(reader, format.pattern);
  }
}
function emitPatternReader(reader, pattern) {
  const { pattern: groups, parts } = instantPattern(pattern);
  const has = (part2) => parts.has(part2);
  const year = has("year") ? code`Number(year)` : has("shortYear") ? code`Number(shortYear) + (Number(shortYear) < 69 ? 2000 : 1900)` : code`1970`;
  const month = has("month") ? code`Number(month) - 1` : has("monthName") ? code`MONTHS.indexOf(monthName.slice(0, 3))` : code`0`;
  const day = has("dayOfYear") ? code`Number(dayOfYear)` : has("day") ? code`Number(day)` : code`1`;
  const hour = has("hour") ? code`Number(hour)` : has("hour12") ? code`(Number(hour12) % 12)${has("half") ? code` + (half === 'PM' ? 12 : 0)` : nothing}` : code`0`;
  const minute = has("minute") ? code`Number(minute)` : code`0`;
  const second = has("second") ? code`Number(second)` : code`0`;
  const local = has("epoch") ? code`Number(epoch) * 1000` : code`Date.UTC(${join([year, month, day, hour, minute, second], ", ")})`;
  const names2 = [...parts].map((part2) => code`${identifier(part2)} = ${literal(part2 === "fraction" || part2 === "zone" ? "" : "?")}`);
  const months = local.text.includes("MONTHS") ? [code`const MONTHS = ${literal(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])};`] : [];
  return code`/** The instant that a text like ${docWords(`\`${pattern}\``)} names${has("zone") ? nothing : code`, which is in UTC`}. Throws a \`RangeError\` for other text. */
export function ${reader}(text: string): Instant {
  const { ${join(names2, ", ")} } = ${regex(groups)}.exec(text)?.groups ?? {};
  ${months}
  return instant(${local}, ${has("fraction") ? code`fraction` : literal("")}, ${has("zone") ? code`offsetOf(zone)` : code`0`});
}`;
}

// generator/records/emit-standard-schema.ts
function emitStandardSchema(model, { header, errorClass, vendor }) {
  const rows3 = model.types.some((type) => type.mayDiscardRows) ? code`, discardedRows: 0` : nothing;
  const values = model.types.some((type) => type.mayDiscardValues) ? code`, discardedValues: 0` : nothing;
  return code`${header}

import { ${identifier(errorClass)}, type RecordPlace } from './errors.js';

/** Version 1 of https://standardschema.dev. */
export interface StandardSchema<Output> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

export type StandardResult<Output> = StandardSuccess<Output> | StandardFailure;

export interface StandardSuccess<Output> {
  readonly value: Output;
  readonly issues?: undefined;
}

export interface StandardFailure {
  readonly issues: readonly StandardIssue[];
}

export interface StandardIssue {
  readonly message: string;
  /** The keys and indexes that lead to the value. */
  readonly path: readonly (string | number)[];
}

/** Makes a schema of a decoder. It decodes a copy, since decoders set absent fields to null in place. */
export function standardSchema<Output>(decode: (value: unknown, place: RecordPlace) => Output, resource: string): StandardSchema<Output> {
  return {
    '~standard': {
      version: 1,
      vendor: ${literal(vendor)},
      validate(value) {
        try {
          return { value: decode(copyOf(value), { resource, page: 1, attempt: 0, record: 0${rows3}${values}, state: undefined }) };
        } catch (error) {
          if (!(error instanceof ${identifier(errorClass)})) throw error;
          return { issues: [{ message: \`expected \${error.expected}\`, path: stepsOf(error.path) }] };
        }
      },
    },
  };
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)]));
}

/** \`plan.tiers[2]["+1"]\` as \`['plan', 'tiers', 2, '+1']\`. */
function stepsOf(path: string): (string | number)[] {
  const steps = path.matchAll(/\\[(\\d+)\\]|\\[("(?:[^"\\\\]|\\\\.)*")\\]|[^.[]+/g);
  return Array.from(steps, ([name, index, quoted]) => (index !== undefined ? Number(index) : quoted !== undefined ? String(JSON.parse(quoted)) : name));
}
`;
}

// generator/records/doc.ts
function fieldDoc(field) {
  const { description, unit, examples, deprecated } = field.doc;
  const facts = [unit === void 0 ? "" : `In ${unit}.`, factsOf(field.type)].filter((each) => each !== "").join(" ");
  const lead = [description ?? "", facts].filter((each) => each !== "");
  const oneLine = lead.join(description !== void 0 && /[.!?]$/.test(description.trim()) ? " " : ". ");
  const tags = [
    ...examples.map((example2) => code`@example ${docWords(literal(example2).text)}`),
    ...deprecated === false ? [] : [deprecated === true ? code`@deprecated` : code`@deprecated ${docWords(deprecated)}`]
  ];
  return jsdoc(oneLine, tags.length === 0 ? void 0 : joinLines(tags));
}
function factsOf(type) {
  switch (type.kind) {
    case "time":
      return `${capital2(timeWords(type.of, type.format))}.`;
    case "decimal":
      return "A decimal number, with the digits it was sent with.";
    case "string":
      return type.format === "base64" ? "Base64." : "";
    case "number":
      if (type.minimum !== void 0 && type.maximum !== void 0) return `From ${type.minimum} to ${type.maximum}.`;
      if (type.minimum !== void 0) return `At least ${type.minimum}.`;
      return type.maximum === void 0 ? "" : `At most ${type.maximum}.`;
    default:
      return "";
  }
}
function joinLines(parts) {
  return code`${parts}`;
}
function capital2(text2) {
  return text2.charAt(0).toUpperCase() + text2.slice(1);
}

// generator/records/type-text.ts
function typeTextOf({ type, nullable: nullable2 }) {
  const text2 = plainTypeText(type);
  if (!nullable2 || type.kind === "json") return text2;
  return { kind: "union", members: [...text2.kind === "union" ? text2.members : [text2], { kind: "name", name: "null" }] };
}
function plainTypeText(type) {
  switch (type.kind) {
    case "string":
    case "decimal":
      return { kind: "name", name: "string" };
    case "number":
    case "boolean":
    case "bigint":
      return { kind: "name", name: type.kind };
    case "time":
      return { kind: "name", name: isEpoch(type.format) ? "number" : "string" };
    case "json":
      return { kind: "name", name: "unknown" };
    case "enum": {
      const values = type.values.map((value) => ({ kind: "literal", value }));
      return union(type.open ? [...values, { kind: "open", of: typeof type.values[0] }] : values);
    }
    case "object":
      return { kind: "name", name: type.typeName };
    case "record":
      return { kind: "name", name: type.record.typeName };
    case "array":
      return { kind: "array", items: typeTextOf(type.items) };
    case "map":
      return { kind: "map", values: typeTextOf(type.values) };
    case "union":
      return union(type.members.map(plainTypeText));
    case "variants":
      return union(type.variants.map((variant) => plainTypeText(variant.object)));
  }
}
function union(members2) {
  const flat = members2.flatMap((member3) => member3.kind === "union" ? member3.members : [member3]);
  return flat.length === 1 && flat[0] !== void 0 ? flat[0] : { kind: "union", members: flat };
}
function renamed(type, names2) {
  switch (type.kind) {
    case "name":
      return { ...type, name: names2.get(type.name) ?? type.name };
    case "array":
      return { ...type, items: renamed(type.items, names2) };
    case "map":
      return { ...type, values: renamed(type.values, names2) };
    case "union":
      return { ...type, members: type.members.map((member3) => renamed(member3, names2)) };
    default:
      return type;
  }
}
function parseDeclarations(text2) {
  const tokens = new Tokens(text2);
  const declarations = /* @__PURE__ */ new Map();
  while (!tokens.atEnd) {
    tokens.expect("export");
    tokens.expect("interface");
    const name = tokens.take();
    tokens.expect("{");
    const types2 = [];
    while (!tokens.skip("}")) {
      tokens.take();
      tokens.expect(":");
      types2.push(parseUnion(tokens));
    }
    declarations.set(name, types2);
  }
  return declarations;
}
function parseUnion(tokens) {
  const members2 = [parseArray(tokens)];
  while (tokens.skip("|")) members2.push(parseArray(tokens));
  return union(members2);
}
function parseArray(tokens) {
  let type = parsePrimary(tokens);
  while (tokens.skip("[")) {
    tokens.expect("]");
    type = { kind: "array", items: type };
  }
  return type;
}
function parsePrimary(tokens) {
  const token = tokens.take();
  if (token === "(") {
    const inner2 = parseUnion(tokens);
    if (tokens.skip("&")) {
      tokens.expect("{");
      tokens.expect("}");
      tokens.expect(")");
      if (inner2.kind !== "name") throw new Error("only names can be open");
      return { kind: "open", of: inner2.name };
    }
    tokens.expect(")");
    return inner2;
  }
  if (token === "{") {
    for (const sign of ["[", "k", ":", "string", "]", ":"]) tokens.expect(sign);
    const values = parseUnion(tokens);
    tokens.expect("}");
    return { kind: "map", values };
  }
  if (token.startsWith('"')) return { kind: "literal", value: String(JSON.parse(token)) };
  if (/^-?\d/.test(token)) return { kind: "literal", value: Number(token) };
  if (token === "true" || token === "false") return { kind: "literal", value: token === "true" };
  return { kind: "name", name: token };
}
var Tokens = class {
  #tokens;
  #at = 0;
  constructor(text2) {
    this.#tokens = Array.from(
      text2.matchAll(/\/\*[^]*?\*\/|("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[\w$]+|[^\s\w])/g),
      (match) => match[1] ?? ""
    ).filter((token) => token !== "");
  }
  get atEnd() {
    return this.#at >= this.#tokens.length;
  }
  take() {
    const token = this.#tokens[this.#at++];
    if (token === void 0) throw new Error("json-schema-to-typescript wrote something that ends early");
    return token;
  }
  skip(token) {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }
  expect(token) {
    const found = this.take();
    if (found !== token)
      throw new Error(`json-schema-to-typescript wrote ${JSON.stringify(found)} where ${JSON.stringify(token)} was expected`);
  }
};

// generator/records/interfaces.ts
async function compileTypes(model) {
  const shapes = model.types.flatMap((type) => [type, ...objectsIn(type.fields)]);
  const numbers = new Map(shapes.map((shape8, index) => [shape8.typeName, `Shape${index}`]));
  const definitions2 = Object.fromEntries(shapes.map((shape8, index) => [`Shape${index}`, interfaceSchema(shape8, numbers)]));
  const { compile } = await import("./src-6XJYQF53.js");
  const text2 = await compile({ $defs: definitions2, type: "object", additionalProperties: false }, "Records", {
    additionalProperties: false,
    bannerComment: "",
    customName: (_schema, name) => name,
    format: false,
    ignoreMinAndMaxItems: true,
    strictIndexSignatures: false,
    unknownAny: true,
    unreachableDefinitions: true,
    $refOptions: { resolve: { external: false } }
  });
  const declared = parseDeclarations(text2);
  const names2 = new Map(shapes.map((shape8, index) => [`Shape${index}`, shape8.typeName]));
  return new Map(
    shapes.map((shape8, index) => {
      const types2 = declared.get(`Shape${index}`) ?? [];
      if (types2.length !== shape8.fields.length) throw new Error(`json-schema-to-typescript lost fields of ${shape8.typeName}`);
      return [shape8.typeName, types2.map((type) => renamed(type, names2))];
    })
  );
}
function emitInterface(shape8, doc, types2) {
  const texts = types2.get(shape8.typeName) ?? [];
  const members2 = shape8.fields.flatMap((field, index) => {
    const comment = fieldDoc(field);
    const mark = field.optional ? code`?` : nothing;
    const line = code`readonly ${property(field.name)}${mark}: ${typeCode(texts[index])};`;
    return comment.text === "" ? [line] : [comment, line];
  });
  return code`${doc}
export interface ${identifier(shape8.typeName)} {
  ${members2}
}`;
}
function typeCode(type, inArray = false) {
  if (type === void 0) return code`unknown`;
  switch (type.kind) {
    case "literal":
      return literal(type.value);
    case "name":
      return KEYWORDS.get(type.name) ?? identifier(type.name);
    case "open":
      return code`(${typeCode({ kind: "name", name: type.of })} & {})`;
    case "array": {
      const text2 = code`readonly ${typeCode(type.items, true)}[]`;
      return inArray ? code`(${text2})` : text2;
    }
    case "map":
      return code`{ readonly [key: string]: ${typeCode(type.values)} }`;
    case "union": {
      const text2 = join(
        type.members.map((member3) => typeCode(member3)),
        " | "
      );
      return inArray ? code`(${text2})` : text2;
    }
  }
}
var KEYWORDS = /* @__PURE__ */ new Map([
  ["string", code`string`],
  ["number", code`number`],
  ["boolean", code`boolean`],
  ["bigint", code`bigint`],
  ["unknown", code`unknown`],
  ["null", code`null`],
  ["never", code`never`]
]);
function interfaceSchema({ fields }, numbers) {
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(fields.map((field, index) => [`field_${index}`, valueSchema(field, numbers)])),
    required: fields.map((_, index) => `field_${index}`)
  };
}
function valueSchema({ type, nullable: nullable2 }, numbers) {
  const schema = typeSchema(type, numbers);
  return nullable2 && type.kind !== "json" ? { anyOf: [schema, { type: "null" }] } : schema;
}
function typeSchema(type, numbers) {
  switch (type.kind) {
    case "string":
    case "decimal":
      return { type: "string" };
    case "number":
      return { type: "number" };
    case "boolean":
      return { type: "boolean" };
    case "time":
      return { type: isEpoch(type.format) ? "number" : "string" };
    case "bigint":
      return { tsType: "bigint" };
    case "json":
      return {};
    case "enum":
      return type.open ? { anyOf: [{ enum: type.values }, { tsType: `(${typeof type.values[0]} & {})` }] } : { enum: type.values };
    case "object":
      return { $ref: `#/$defs/${numbers.get(type.typeName) ?? ""}` };
    case "record":
      return { $ref: `#/$defs/${numbers.get(type.record.typeName) ?? ""}` };
    case "array":
      return { type: "array", items: valueSchema(type.items, numbers) };
    case "map":
      return { type: "object", additionalProperties: valueSchema(type.values, numbers) };
    case "union":
      return { anyOf: type.members.map((member3) => typeSchema(member3, numbers)) };
    case "variants":
      return { anyOf: type.variants.map((variant) => typeSchema(variant.object, numbers)) };
  }
}

// generator/records/public-names.ts
function recordExports(model) {
  const readers = instantReaders(model).map((reader) => identifier(reader.name));
  return [
    ...model.types.map((type) => code`export { ${join(namesOf(type), ", ")} } from ${literal(`./records/${type.file}.js`)};`),
    ...readers.length === 0 ? [] : [code`export { ${join([code`type Instant`, ...readers], ", ")} } from './instants.js';`]
  ];
}
function interfaceNames(type) {
  return [type.typeName, ...objectsIn(type.fields).map((each) => each.typeName)];
}
function namesOf(type) {
  const values = [...type.extras === void 0 ? [] : [type.extras], type.schema];
  return [...interfaceNames(type).map((name) => code`type ${identifier(name)}`), ...values.map(identifier)];
}

// generator/records/emit-type-tests.ts
function emitTypeTests(model, { header }) {
  const names2 = model.types.flatMap(interfaceNames).map((name) => identifier(name));
  const tests = model.types.map((type) => {
    const lines = type.declared ? [type, ...objectsIn(type.fields)].flatMap(({ typeName, fields }) => fields.map((field) => fieldLine(typeName, field))) : [code`expectTypeOf<${identifier(type.typeName)}>().toEqualTypeOf<{ readonly [field: string]: unknown }>();`];
    return code`test(${literal(`types of ${type.typeName}`)}, () => {
  ${lines}
});`;
  });
  return code`${header}

import { expectTypeOf, test } from 'vitest';
import type { ${join(names2, ", ")} } from '../src/index.js';

${join(tests, "\n\n")}
`;
}
function fieldLine(typeName, field) {
  const mark = field.optional ? code`?` : nothing;
  const expected = code`{ readonly ${property(field.name)}${mark}: ${typeCode(typeTextOf(field))} }`;
  return code`expectTypeOf<Pick<${identifier(typeName)}, ${literal(field.name)}>>().toEqualTypeOf<${expected}>();`;
}

// generator/records/json-schema.ts
function recordSchema(type, types2) {
  const definitions2 = /* @__PURE__ */ new Map();
  const schema = objectSchema(type.fields, type, types2, definitions2);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: type.typeName,
    ...type.description === void 0 ? {} : { description: type.description },
    ...schema,
    ...definitions2.size === 0 ? {} : { $defs: Object.fromEntries(definitions2) }
  };
}
function objectSchema(fields, owner, types2, definitions2) {
  const required2 = fields.filter((field) => !field.nullable && !field.optional).map((field) => field.name);
  const properties = fields.map((field) => [field.name, { ...valueSchema2(field, owner, types2, definitions2), ...annotations(field) }]);
  return {
    type: "object",
    ...fields.length === 0 ? {} : { properties: Object.fromEntries(properties) },
    ...required2.length === 0 ? {} : { required: required2 },
    ...owner.contract.columns === "freeze" || owner.contract.columns === "discard_row" ? { additionalProperties: false } : {}
  };
}
function annotations({ doc, type }) {
  const unit = doc.unit === void 0 ? void 0 : `In ${doc.unit}.`;
  const description = [doc.description, unit].filter((each) => each !== void 0).join(" ");
  const known = type.kind === "enum" && type.open ? type.values : [];
  const examples = [...doc.examples, ...known];
  return {
    ...description === "" ? {} : { description },
    ...examples.length === 0 ? {} : { examples },
    ...doc.deprecated === false ? {} : { deprecated: true }
  };
}
function valueSchema2(value, owner, types2, definitions2) {
  const { type, nullable: nullable2 } = value;
  if (type.kind === "json") return nullable2 ? {} : { not: { type: "null" } };
  const schema = typeSchema2(type, owner, types2, definitions2);
  if (!nullable2) return schema;
  if (typeof schema["type"] === "string" && schema["type"] !== "object") return { ...schema, type: [schema["type"], "null"] };
  if (Array.isArray(schema["enum"])) return { enum: [...schema["enum"], null] };
  return { anyOf: [schema, { type: "null" }] };
}
function typeSchema2(type, owner, types2, definitions2) {
  switch (type.kind) {
    case "string": {
      const format = type.format === void 0 ? void 0 : STRING_FORMATS[type.format];
      return { type: "string", ...format === void 0 ? {} : textSchema(format.pattern, format.jsonSchema) };
    }
    case "number":
      return {
        type: type.integer ? "integer" : "number",
        ...bound("minimum", type.integer ? Math.max(type.minimum ?? -Infinity, Number.MIN_SAFE_INTEGER) : type.minimum),
        ...bound("maximum", type.integer ? Math.min(type.maximum ?? Infinity, Number.MAX_SAFE_INTEGER) : type.maximum)
      };
    case "boolean":
      return { type: "boolean" };
    case "time": {
      const pattern = timePattern(type.of, type.format);
      if (pattern === void 0) return { type: "number" };
      const known = type.format.kind === "iso8601" ? { datetime: "date-time", date: "date", time: void 0 }[type.of] : void 0;
      return { type: "string", ...textSchema(pattern, known) };
    }
    case "decimal":
      return { anyOf: [{ type: "number" }, { type: "string", pattern: DECIMAL_DIGITS }] };
    case "bigint":
      return { anyOf: [{ type: "integer" }, { type: "string", pattern: INTEGER_DIGITS }] };
    case "json":
      return {};
    case "enum":
      return type.open ? { type: typeof type.values[0] } : { enum: type.values };
    case "object":
      return objectSchema(type.fields, owner, types2, definitions2);
    case "array":
      return { type: "array", ...inner("items", valueSchema2(type.items, owner, types2, definitions2)) };
    case "map":
      return { type: "object", ...inner("additionalProperties", valueSchema2(type.values, owner, types2, definitions2)) };
    case "union":
      return { anyOf: type.members.map((member3) => typeSchema2(member3, owner, types2, definitions2)) };
    case "variants":
      return { anyOf: type.variants.map((variant) => typeSchema2(variant.object, owner, types2, definitions2)) };
    case "record": {
      const record = types2.find((each) => each.typeName === type.record.typeName);
      if (record !== void 0 && !definitions2.has(record.typeName)) {
        definitions2.set(record.typeName, {});
        definitions2.set(record.typeName, {
          ...record.description === void 0 ? {} : { description: record.description },
          ...objectSchema(record.fields, record, types2, definitions2)
        });
      }
      return { $ref: `#/$defs/${type.record.typeName}` };
    }
  }
}
function textSchema(pattern, format) {
  return { ...format === void 0 ? {} : { format }, pattern };
}
function bound(keyword, value) {
  return value === void 0 ? {} : { [keyword]: value };
}
function inner(keyword, schema) {
  return Object.keys(schema).length === 0 ? {} : { [keyword]: schema };
}

// generator/records/emit.ts
async function emitRecords(model, context) {
  const types2 = await compileTypes(model);
  const scopes = model.types.map(() => new FileScope());
  const sources = model.types.map((type, index) => {
    const scope = scopes[index] ?? new FileScope();
    return { path: `src/records/${type.file}.ts`, text: emitRecord(type, scope, types2, context).text };
  });
  const schemas = model.resources.map((resource) => ({
    path: resource.schemaFile,
    text: json(recordSchema(resource.type, model.types)).text
  }));
  const checks = emitChecks(scopes, context);
  const instants = emitInstants(model, context);
  return [
    ...sources,
    ...checks === void 0 ? [] : [{ path: "src/checks.ts", text: checks.text }],
    ...instants === void 0 ? [] : [{ path: "src/instants.ts", text: instants.text }],
    { path: "src/standard-schema.ts", text: emitStandardSchema(model, context).text },
    ...model.types.some((type) => type.needsExactNumbers) ? [{ path: "src/exact-json.ts", text: emitExactJson(context, scopes).text }] : [],
    ...schemas,
    { path: "test/types.test.ts", text: emitTypeTests(model, context).text }
  ];
}
var EXACT = ["exactBigint", "exactDecimal"];
function emitRecord(type, scope, types2, context) {
  const errorClass = identifier(context.errorClass);
  const decoder = emitDecoder(type, scope, errorClass);
  const interfaces = type.declared ? [
    emitInterface(type, jsdoc(type.description), types2),
    ...objectsIn(type.fields).map((object2) => emitInterface(object2, nothing, types2))
  ] : [
    code`${jsdoc(type.description)}
export interface ${identifier(type.typeName)} {
  readonly [field: string]: unknown;
}`
  ];
  const standard = code`/** {@link ${identifier(type.typeName)}} as a Standard Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const ${identifier(type.schema)}: StandardSchema<${identifier(type.typeName)}> = /* @__PURE__ */ standardSchema(${identifier(strictName(type))}, ${literal(type.variable)});`;
  const blocks = [
    ...interfaces,
    ...scope.constants.length === 0 ? [] : [code`${scope.constants}`],
    ...decoder,
    ...emitExtras(type),
    standard
  ];
  return code`${context.header}

${imports(type, scope, errorClass)}

${join(blocks, "\n\n")}
`;
}
function strictName(type) {
  return type.mayDiscardRows ? `assert${type.typeName}` : type.decode;
}
function imports(type, scope, errorClass) {
  const shared = [...scope.patterns, ...[...scope.helpers].filter((helper) => !EXACT.includes(helper))].sort();
  const exact = [...scope.helpers].filter((helper) => EXACT.includes(helper)).sort();
  const records3 = referencesOf(type.fields).filter((record) => record.typeName !== type.typeName);
  return [
    ...shared.length === 0 ? [] : [code`import { ${names(shared)} } from '../checks.js';`],
    code`import { ${errorClass}, type RecordPlace } from '../errors.js';`,
    ...exact.length === 0 ? [] : [code`import { ${names(exact)} } from '../exact-json.js';`],
    code`import { standardSchema, type StandardSchema } from '../standard-schema.js';`,
    ...records3.map(
      (record) => code`import { ${identifier(`check${record.typeName}`)}, type ${identifier(record.typeName)} } from ${literal(`./${record.file}.js`)};`
    )
  ];
}
function emitExtras(type) {
  if (type.extras === void 0) return [];
  const declared = type.fields.map(
    (field, index) => isIdentifier(field.name) && field.name !== "extra" ? identifier(field.name) : code`${patternKey(field.name)}: ${identifier(`_${index}`)}`
  );
  return [
    code`/** What ${anOf(type)} has beyond its declared fields: it passes as it came. */
export function ${identifier(type.extras)}({ ${join([...declared, code`...extra`], ", ")} }: ${identifier(type.typeName)}): Readonly<Record<string, unknown>> {
  return extra;
}`
  ];
}
function patternKey(name) {
  return name.includes("'") && name.includes('"') ? code`[${literal(name)}]` : property(name);
}
function names(all2) {
  return join(all2.map(identifier), ", ");
}

// generator/checks.ts
var checkName = (name, span, reading) => {
  if (RESERVED_NAMES.has(name) || DEVICE_NAMES.test(name)) {
    const why = name === "then" ? '"then" would make the client a thenable: awaiting it would never settle' : RESERVED_NAMES.has(name) ? `"${name}" is reserved` : `"${name}" is a device on Windows, where no file can have that name`;
    reading.report(spec.pattern(span, "spec/reserved-name", why, "Pick another name."));
    return false;
  }
  if (/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name)) return true;
  const hint = /^[0-9]/.test(name) ? "A name starts with a letter." : "Names match [A-Za-z][A-Za-z0-9_-]{0,63}.";
  reading.report(spec.pattern(span, "spec/name", "not a name", hint));
  return false;
};
var checkConnectorName = (name, span, reading) => {
  if (/^[a-z][a-z0-9_-]{0,63}$/.test(name) && !RESERVED_NAMES.has(name) && !DEVICE_NAMES.test(name)) return true;
  reading.report(spec.pattern(span, "spec/package-name", "not a connector name", "Names match [a-z][a-z0-9_-]{0,63}: they are folders and packages too."));
  return false;
};
var checkPackageName = (name, span, reading) => {
  if (/^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(name) && name.length <= 214 && !/\.\./.test(name)) return true;
  reading.report(spec.pattern(span, "spec/package-name", "not an npm package name", 'Lower case letters, digits, "-", "." and "_", with an optional "@scope/".'));
  return false;
};
var checkVersion = (version2, span, reading) => {
  if (/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.test(version2)) return true;
  reading.report(spec.pattern(span, "spec/version", "not a version", "Write major.minor.patch: 1.0.0."));
  return false;
};
var checkHeaderName = (name, span, reading) => {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) reading.report(spec.pattern(span, "spec/header-name", "not an HTTP header name"));
  else if (TRANSPORT_HEADERS.test(name)) reading.report(spec.pattern(span, "spec/header-name", `"${name}" is set by the transport, it cannot be chosen`));
  else return true;
  return false;
};
var checkHeaderValue = (value, span, reading) => {
  if (/^[\x20-\x7e]*$/.test(value)) return true;
  reading.report(spec.pattern(span, "spec/header-value", "header values are printable ASCII, on one line"));
  return false;
};
var checkUrl = (value, span, reading) => {
  const url = URL.canParse(value) ? new URL(value) : void 0;
  if (url === void 0 || !/^https?:$/.test(url.protocol) || !/^https?:\/\//i.test(value)) {
    reading.report(spec.pattern(span, "spec/url", "not an absolute http or https URL"));
  } else if (url.username !== "" || url.password !== "") {
    reading.report(spec.secret(span, "spec/url-credentials", "credentials in a URL", "Use client.auth."));
  } else if (value.includes("?") || value.includes("#")) {
    reading.report(spec.pattern(span, "spec/url", "a base URL has no query and no fragment", "Put fixed parameters under params."));
  } else return true;
  return false;
};
var checkSecret = (value, span, reading) => {
  const named2 = /^\$\{(.*)\}$/s.exec(value);
  if (named2 === null) {
    reading.report(spec.secret(span, "spec/secret-literal", "a secret stands in the spec", "Leave it out: the caller passes it, or name an environment variable: ${NAME}."));
    return false;
  }
  if (/^[A-Z_][A-Z0-9_]*$/.test(named2[1] ?? "")) return true;
  reading.report(spec.pattern(span, "spec/env-name", "not the name of an environment variable", "Names match [A-Z_][A-Z0-9_]*."));
  return false;
};
var TRANSPORT_HEADERS = /^(connection|content-length|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade)$/i;
var RESERVED_NAMES = /* @__PURE__ */ new Set([
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "toLocaleString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "then",
  "catch",
  "finally",
  "toJSON",
  "default"
]);
var DEVICE_NAMES = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

// generator/auth/contract.ts
function testCredential(option) {
  return `test-${nameOf(option).kebab}`;
}

// generator/auth/api-key.ts
var shape5 = object(
  "api_key auth",
  {
    type: required(literalWord("api_key")),
    name: optional(text({ description: "Name of the query parameter or header that carries the key.", default: "Authorization", examples: ["api_key", "X-Api-Key"] })),
    location: optional(choice("a location", ["header", "query"], { description: "Where the key goes.", default: "header" })),
    option: optional(text({ description: "Name of the client option, where a choice of schemes has two keys.", default: "api_key", check: checkName })),
    api_key: optional(text({ description: "The environment variable of the key: ${NAME}. The key itself never stands in a spec.", check: checkSecret }))
  },
  { description: "One key, sent with every request." }
);
var apiKey = {
  type: "api_key",
  shape: shape5,
  build: (spec2) => ({
    type: "api_key",
    name: spec2.name ?? "Authorization",
    location: spec2.location ?? "header",
    option: spec2.option ?? "api_key",
    env: spec2.api_key?.slice(2, -1)
  }),
  title: (model) => nameOf(model.option).pascal,
  options: (model) => [
    {
      name: model.option,
      description: `The API key, sent as the ${model.location === "query" ? "query parameter" : "header"} \`${model.name}\`.`,
      env: model.env
    }
  ],
  queryParams: (model) => model.location === "query" ? [model.name] : [],
  emit(model) {
    const key = identifier(nameOf(model.option).camel);
    const sign = model.location === "query" ? code`url.searchParams.set(${literal(model.name)}, ${key})` : code`headers.set(${literal(model.name)}, ${key})`;
    return {
      summary: `Sends the key as the ${model.location === "query" ? "query parameter" : "header"} \`${model.name}\`.`,
      setup: nothing,
      members: code`
        secrets: [${key}],
        sign(${model.location === "query" ? code`url: URL` : code`_url: URL, headers: Headers`}) {
          ${sign};
        },
      `,
      helpers: nothing,
      fetchesTokens: false
    };
  },
  replay(model) {
    const key = testCredential(model.option);
    const sent = model.location === "query" ? { query: { [model.name]: key }, headers: {} } : { query: {}, headers: { [model.name.toLowerCase()]: key } };
    return { ...sent, token: void 0, secrets: [model.option] };
  },
  example: { type: "api_key", name: "api_key", location: "query" },
  mutants: [
    { name: "the key is not sent", file: "src/auth.ts", find: "url.searchParams.set('api_key', apiKey);", replace: "" },
    { name: "the key is sent under another name", file: "src/auth.ts", find: "set('api_key'", replace: "set('key'" }
  ]
};

// generator/auth/bearer.ts
var shape6 = object(
  "bearer auth",
  {
    type: required(literalWord("bearer")),
    token: optional(text({ description: "The environment variable of the token: ${NAME}. The token itself never stands in a spec.", check: checkSecret }))
  },
  { description: "A token, sent as `Authorization: Bearer \u2026`." }
);
var bearer = {
  type: "bearer",
  shape: shape6,
  build: (spec2) => ({ type: "bearer", env: spec2.token?.slice(2, -1) }),
  title: () => "Bearer",
  options: (model) => [{ name: "token", description: "The access token, sent as `Authorization: Bearer \u2026`.", env: model.env }],
  queryParams: () => [],
  emit() {
    const token = identifier(nameOf("token").camel);
    return {
      summary: "Sends the token as `Authorization: Bearer \u2026`.",
      setup: nothing,
      members: code`
        secrets: [${token}],
        sign(_url: URL, headers: Headers) {
          headers.set('authorization', \`Bearer \${${token}}\`);
        },
      `,
      helpers: nothing,
      fetchesTokens: false
    };
  },
  replay: () => ({ query: {}, headers: { authorization: `Bearer ${testCredential("token")}` }, token: void 0, secrets: ["token"] }),
  example: { type: "bearer" },
  mutants: [{ name: "the token is not sent", file: "src/auth.ts", find: "headers.set('authorization', `Bearer ${token}`);", replace: "" }]
};

// generator/auth/oauth2-client-credentials.ts
var shape7 = object(
  "oauth2_client_credentials auth",
  {
    type: required(literalWord("oauth2_client_credentials")),
    access_token_url: required(text({ description: "Where tokens are asked for.", check: checkUrl, examples: ["https://api.example.com/oauth/token"] })),
    client_id: optional(text({ description: "The environment variable of the client id: ${NAME}.", check: checkSecret })),
    client_secret: optional(text({ description: "The environment variable of the client secret: ${NAME}. The secret itself never stands in a spec.", check: checkSecret })),
    client_authentication: optional(choice("a way to send the client secret", ["body", "basic"], { description: "Where client id and secret go in the token request.", default: "body" })),
    scopes: optional(text({ description: "Scopes to ask for, separated by spaces." })),
    access_token_request_data: optional(
      mapOf(text({ description: "A value.", allowEmpty: true }), { description: "Further fields of the token request.", examples: [{ audience: "https://api.example.com" }] })
    ),
    default_token_expiration: optional(integer({ description: "Seconds a token lives when the reply does not say.", min: 1, default: 3600 }))
  },
  { description: "OAuth 2 client credentials: a token is fetched, kept, refreshed before it ends, and once more when the API answers 401." }
);
var oauth2ClientCredentials = {
  type: "oauth2_client_credentials",
  shape: shape7,
  build: (spec2) => ({
    type: "oauth2_client_credentials",
    tokenUrl: spec2.access_token_url,
    authentication: spec2.client_authentication ?? "body",
    requestData: [...spec2.scopes === void 0 ? [] : [["scope", spec2.scopes]], ...spec2.access_token_request_data ?? []],
    defaultExpirySeconds: spec2.default_token_expiration ?? 3600,
    clientIdEnv: spec2.client_id?.slice(2, -1),
    clientSecretEnv: spec2.client_secret?.slice(2, -1)
  }),
  title: () => "OAuth2",
  options: (model) => [
    { name: "client_id", description: "The OAuth 2 client id.", env: model.clientIdEnv },
    { name: "client_secret", description: "The OAuth 2 client secret.", env: model.clientSecretEnv }
  ],
  queryParams: () => [],
  emit(model, names2) {
    const extra = model.requestData.map(([name, value]) => code`form.set(${literal(name)}, ${literal(value)});`);
    return {
      summary: `Fetches tokens from \`${model.tokenUrl}\` and sends them as \`Authorization: Bearer \u2026\`.`,
      setup: code`
        let token: Promise<Token> | undefined;
        const secrets = [clientSecret];
      `,
      members: code`
        secrets,
        async sign(_url: URL, headers: Headers, exchange: Exchange, place: RecordPlace) {
          if (token !== undefined && (await token).renewAt <= Date.now()) token = undefined;
          token ??= fetchToken(clientId, clientSecret, exchange, place); // one request, however many reads wait for it
          try {
            const { value } = await token;
            if (!secrets.includes(value)) secrets.push(value);
            headers.set('authorization', \`Bearer \${value}\`);
          } catch (error) {
            token = undefined;
            throw error;
          }
        },
        forget() {
          token = undefined;
        },
      `,
      helpers: tokenHelpers(model, extra, names2.authError),
      fetchesTokens: true
    };
  },
  replay: (model) => ({ query: {}, headers: { authorization: "Bearer test-token" }, token: replayToken(model), secrets: ["client_secret"] }),
  example: { type: "oauth2_client_credentials", access_token_url: "https://api.example.com/oauth/token" },
  mutants: [
    { name: "the token is not sent", file: "src/auth.ts", find: "headers.set('authorization', `Bearer ${value}`);", replace: "" },
    { name: "every request fetches a token", file: "src/auth.ts", find: "token ??= fetchToken", replace: "token = fetchToken" },
    { name: "a token never ends", file: "src/auth.ts", find: "(await token).renewAt <= Date.now()", replace: "false" },
    { name: "a refused token is kept", file: "src/auth.ts", find: "    forget() {\n      token = undefined;", replace: "    forget() {" },
    { name: "a reply without a token is taken", file: "src/auth.ts", find: "typeof reply?.access_token !== 'string'", replace: "false" }
  ]
};
function tokenHelpers(model, extra, authError) {
  const basic = model.authentication === "basic";
  return code`
    interface Token {
      readonly value: string;
      /** Milliseconds since 1970: a little before the token ends. */
      readonly renewAt: number;
    }

    /** Asks for a token, and takes nothing for one that is not. */
    async function fetchToken(clientId: string, clientSecret: string, exchange: Exchange, place: RecordPlace): Promise<Token> {
      const form = new URLSearchParams({ grant_type: 'client_credentials'${basic ? nothing : code`, client_id: clientId, client_secret: clientSecret`} });
      ${extra}
      const { status, body } = await exchange(new URL(${literal(model.tokenUrl)}), {
        method: 'POST',
        headers: { accept: 'application/json'${basic ? code`, authorization: \`Basic \${btoa(\`\${encodeURIComponent(clientId)}:\${encodeURIComponent(clientSecret)}\`)}\`` : nothing} },
        body: form,
      });
      const reply = body as { readonly access_token?: unknown; readonly expires_in?: unknown } | null | undefined;
      if (typeof reply?.access_token !== 'string' || reply.access_token === '') throw new ${authError}(place, 'invalid_token', \`: the token endpoint answered \${status} without an access_token\`);
      const seconds = Number(reply.expires_in ?? ${literal(model.defaultExpirySeconds)});
      if (!(seconds >= 0)) throw new ${authError}(place, 'invalid_token', ': expires_in is not a number of seconds');
      return { value: reply.access_token, renewAt: Date.now() + seconds * 900 }; // a tenth of its life early
    }
  `;
}
function replayToken(model) {
  const [id, secret] = [testCredential("client_id"), testCredential("client_secret")];
  const basic = model.authentication === "basic";
  const form = new URLSearchParams({ grant_type: "client_credentials", ...basic ? {} : { client_id: id, client_secret: secret } });
  for (const [name, value] of model.requestData) form.set(name, value);
  const headers = { accept: "application/json", ...basic ? { authorization: `Basic ${btoa(`${id}:${secret}`)}` } : {} };
  return { url: model.tokenUrl, headers, body: form.toString(), defaultExpirySeconds: model.defaultExpirySeconds };
}

// generator/auth/index.ts
var authSchemes = [apiKey, bearer, oauth2ClientCredentials];

// generator/model/auth.ts
function schemesInDocument(document, reading) {
  return authSpecsOf(document).flatMap((spec2) => {
    const scheme = schemeOf(spec2.type);
    return scheme.options(scheme.build(spec2)).map((option) => ({ name: option.name, span: reading.spanOf(spec2) }));
  });
}
function authSpecsOf(document) {
  const said2 = document.client.auth ?? [];
  return isList2(said2) ? said2 : [said2];
}
function schemeOf(type) {
  const scheme = authSchemes.find((each) => each.type === type);
  if (scheme === void 0) throw new Error(`no auth scheme ${type}`);
  return scheme;
}
function isList2(said2) {
  return Array.isArray(said2);
}

// generator/model/config.ts
function buildConfig(document, connector, reading) {
  return [...document.config ?? []].map(([raw, said2]) => {
    const name = nameOf(raw);
    const facts = typeof said2 === "string" ? { type: said2 } : said2;
    const given = "default" in facts ? facts.default ?? null : null;
    if (given !== null && !fits(given, facts.type) && document.config !== void 0) {
      reading.report(spec.pattern(reading.spanOf(document.config, raw), "spec/config-default", `the default of "${raw}" is not of type ${facts.type}`));
    }
    return {
      name,
      type: facts.type,
      description: descriptionOf(said2, raw),
      optional: given !== null || typeof said2 !== "string" && said2.optional === true,
      default: given,
      env: environmentName(connector, raw)
    };
  });
}
function environmentName(connector, option) {
  return `${connector.kebab}-${nameOf(option).kebab}`.replaceAll("-", "_").toUpperCase();
}
function descriptionOf(said2, raw) {
  return typeof said2 === "string" || said2.description === void 0 ? `The option \`${raw}\`.` : said2.description;
}
function fits(value, type) {
  if (type === "boolean") return typeof value === "boolean";
  if (type === "integer") return Number.isSafeInteger(value);
  return type === "number" ? typeof value === "number" : typeof value === "string";
}

// generator/emit/auth.ts
function emitAuth(context) {
  const schemes = context.model.auth.map((model) => describe(context, model));
  if (schemes.length === 0) return [];
  return [{ path: "src/auth.ts", text: `${(schemes.length === 1 ? oneScheme(context, schemes) : choice2(context, schemes)).text}
` }];
}
function fetchesTokens(context) {
  return context.model.auth.some((model) => describe(context, model).emission.fetchesTokens);
}
function describe(context, model) {
  const scheme = schemeOf(model.type);
  return {
    title: scheme.title(model),
    options: scheme.options(model).map((option) => ({ ...option, camel: identifier(nameOf(option.name).camel) })),
    emission: scheme.emit(model, { authError: code`${context.prefix}AuthError`, placeType: code`RecordPlace` })
  };
}
function oneScheme(context, schemes) {
  const [scheme] = schemes;
  if (scheme === void 0) return nothing;
  return code`
    ${head(context, schemes)}

    ${jsdoc("What requests are signed with.")}
    export interface Credentials {
      ${credentialFields(context, scheme)}
    }

    ${authInterface(schemes)}

    ${factory(scheme, code`createAuth`, code`Credentials`, true)}

    ${tail(schemes)}
  `;
}
function choice2(context, schemes) {
  const names2 = schemes.map((scheme) => code`${identifier(`${scheme.title}Credentials`)}`);
  const interfaces = schemes.map((scheme, index) => {
    const others = schemes.filter((other) => other !== scheme).flatMap((other) => other.options.map((option) => option.camel));
    return code`
      ${jsdoc(scheme.emission.summary)}
      export interface ${names2[index] ?? nothing} {
        ${credentialFields(context, scheme)}
        ${others.map((camel) => code`readonly ${camel}?: never;`)}
      }
    `;
  });
  const picks = schemes.map((scheme, index) => {
    const call = code`return ${identifier(`create${scheme.title}Auth`)}(credentials);`;
    return index === schemes.length - 1 ? call : code`if (credentials.${scheme.options[0]?.camel ?? nothing} !== undefined) ${call}`;
  });
  return code`
    ${head(context, schemes)}

    ${join(interfaces, "\n\n")}

    /** What requests are signed with: the credentials of one of the schemes. */
    export type Credentials = ${join(names2, " | ")};

    ${authInterface(schemes)}

    /** Signs requests the way the given credentials are for. */
    export function createAuth(credentials: Credentials): Auth {
      ${picks}
    }

    ${join(schemes.map((scheme, index) => factory(scheme, identifier(`create${scheme.title}Auth`), names2[index] ?? nothing, false)), "\n\n")}

    ${tail(schemes)}
  `;
}
function head(context, schemes) {
  const tokens = schemes.some((scheme) => scheme.emission.fetchesTokens);
  return code`
    ${context.header}
    ${tokens ? code`

      import { ${context.prefix}AuthError, type RecordPlace } from './errors.js';
    ` : nothing}
  `;
}
function credentialFields(context, scheme) {
  return scheme.options.map((option) => {
    const env = option.env ?? environmentName(context.model.name, option.name);
    return code`
      ${jsdoc(docWords(`${option.description} By convention kept in the environment as \`${env}\`.`))}
      readonly ${option.camel}: string;
    `;
  });
}
function authInterface(schemes) {
  const some = schemes.some((scheme) => scheme.emission.fetchesTokens);
  const every = schemes.every((scheme) => scheme.emission.fetchesTokens);
  const forget = code`
    /** Drops a token that the API has refused, so that the next request fetches another. */
    forget${every ? nothing : code`?`}(): void;
  `;
  const exchange = code`

    /** Sends a token request, and returns the parsed answer. */
    export type Exchange = (url: URL, init: RequestInit) => Promise<{ readonly status: number; readonly body: unknown }>;
  `;
  return code`
    /** Signs requests. */
    export interface Auth {
      /** What no error may show. */
      readonly secrets: readonly string[];
      /** Adds the credential to a request that goes to the API's own origin. */
      sign(url: URL, headers: Headers${some ? code`, exchange: Exchange, place: RecordPlace` : nothing}): ${every ? code`Promise<void>` : some ? code`void | Promise<void>` : code`void`};
      ${some ? forget : nothing}
    }
    ${some ? exchange : nothing}
  `;
}
function factory({ options, emission }, name, type, isExported) {
  return code`
    ${jsdoc(docWords(emission.summary))}
    ${isExported ? code`export ` : nothing}function ${name}({ ${join(options.map((option) => option.camel), ", ")} }: ${type}): Auth {
      ${options.map((option) => code`checkCredential(${literal(nameOf(option.name).camel)}, ${option.camel});`)}
      ${emission.setup}
      return {
        ${emission.members}
      };
    }
  `;
}
function tail(schemes) {
  const helpers2 = schemes.map((scheme) => scheme.emission.helpers).filter((helper) => helper.text !== "");
  return code`
    ${helpers2.length === 0 ? nothing : code`
      ${join(helpers2, "\n\n")}

    `}
    /** \`text\` without the secrets, in the ways that servers echo them. */
    export function redact(text: string, secrets: readonly string[]): string {
      const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
      return forms.reduce((shown, form) => shown.replaceAll(form, '***'), text);
    }

    /** Here, and not in fetch, whose error would quote it. */
    function checkCredential(option: string, value: unknown): void {
      if (typeof value === 'string' && /^[\\x21-\\x7e]+$/.test(value)) return;
      throw new TypeError(\`\${option}: expected a text of visible ASCII characters without spaces\`);
    }
  `;
}

// generator/emit/config.ts
function tsType(option) {
  if (option.type === "boolean") return code`boolean`;
  return option.type === "integer" || option.type === "number" ? code`number` : code`string`;
}
function configType(option) {
  return option.optional && option.default === null ? code`${tsType(option)} | undefined` : tsType(option);
}

// generator/emit/client.ts
function emitClient(context) {
  const { model, prefix, header } = context;
  const text2 = code`
    ${header}

    ${imports2(context)}

    ${optionsType(context)}

    ${jsdoc(model.description)}
    export class ${prefix}Client {
      ${context.resources.map(({ model: resource, names: names2 }) => code`
        ${jsdoc(resource.description)}
        readonly ${names2.property}: ${names2.resource};
      `)}

      constructor(options: ${prefix}ClientOptions) {
        const fetchPage = createFetchPage(${getOptions(context)});
        const baseUrl = options.baseUrl ?? ${literal(model.baseUrl)};
        ${context.resources.map(({ model: resource, names: names2 }) => code`this.${names2.property} = new ${names2.resource}(fetchPage, baseUrl${resourceOptions(resource.config)});`)}
      }
    }
  `;
  return [{ path: "src/client.ts", text: `${text2.text}
` }];
}
function getOptions({ model }) {
  const filled2 = model.config.filter((option) => option.default !== null && model.headers.some((header) => header.value.some((part2) => typeof part2 !== "string" && part2.config.raw === option.name.raw)));
  if (filled2.length === 0) return code`options`;
  return code`{ ...options, ${join(filled2.map((option) => code`${property(option.name.camel)}: ${valueOf(option)}`), ", ")} }`;
}
function imports2(context) {
  return code`
    ${context.model.auth.length === 0 ? nothing : code`import type { Credentials } from './auth.js';`}
    import { createFetchPage, type HttpOptions } from './http.js';
    ${context.resources.map(({ model, names: names2 }) => code`import { ${names2.resource} } from ${literal(`./resources/${model.name.kebab}.js`)};`)}
  `;
}
function optionsType({ model, prefix }) {
  const own = model.config.map((option) => code`
    ${jsdoc(docWords(`${option.description}${option.default === null ? "" : ` Default: \`${String(option.default)}\`.`}`))}
    readonly ${property(option.name.camel)}${option.optional ? code`?: ${tsType(option)} | undefined` : code`: ${tsType(option)}`};
  `);
  const doc = jsdoc(docWords(`What \`new ${model.name.pascal}Client()\` takes.`));
  if (model.auth.length > 1) {
    const literalType = own.length === 0 ? nothing : code` & { ${join(own, "\n")} }`;
    return code`
      ${doc}
      export type ${prefix}ClientOptions = HttpOptions & Credentials${literalType};
    `;
  }
  const bases = model.auth.length === 0 ? code`HttpOptions` : code`HttpOptions, Credentials`;
  return code`
    ${doc}
    export interface ${prefix}ClientOptions extends ${bases} {
      ${own}
    }
  `;
}
function resourceOptions(config) {
  if (config.length === 0) return nothing;
  return code`, { ${join(config.map((option) => code`${property(option.name.camel)}: ${valueOf(option)}`), ", ")} }`;
}
function valueOf(option) {
  const given = code`options.${property(option.name.camel)}`;
  return option.default === null ? given : code`${given} ?? ${literal(option.default)}`;
}

// generator/emit/context.ts
function emitContext(model) {
  const prefix = identifier(model.name.pascal);
  const { types: types2 } = model.records;
  return {
    model,
    header: sourceHeader(model.specPath),
    prefix,
    client: identifier(isIdentifier(model.name.camel) ? model.name.camel : `${model.name.camel}Client`),
    resources: model.resources.map((resource, index) => {
      const record = model.records.resources[index];
      if (record === void 0) throw new Error(`no record for ${resource.name.raw}`);
      const pascal = resource.name.pascal;
      return {
        model: resource,
        record,
        loop: paginatorOf(resource.paginator.type).emit(resource.paginator, { responseError: code`${prefix}ResponseError` }),
        names: {
          property: property(resource.name.camel),
          resource: identifier(`${pascal}Resource`),
          page: identifier(`${pascal}Page`),
          state: identifier(`${pascal}State`),
          options: identifier(`${pascal}ReadOptions`),
          select: identifier(`select${pascal}`)
        }
      };
    }),
    counters: [...types2.some((type) => type.mayDiscardRows) ? ["discardedRows"] : [], ...types2.some((type) => type.mayDiscardValues) ? ["discardedValues"] : []],
    exactNumbers: types2.some((type) => type.needsExactNumbers)
  };
}
function sourceHeader(specPath) {
  return code`
    ${lineComment(`Code generated from ${specPath}. DO NOT EDIT.`)}
    ${lineComment(`Regenerate with: npm run generate -- ${specPath}`)}
  `;
}
function emitTemplate(value, options, wrap = (option) => option) {
  return template(value.map((part2) => typeof part2 === "string" ? part2 : wrap(code`${options}.${property(part2.config.camel)}`)));
}
function isDynamic(template2) {
  return template2.some((part2) => typeof part2 !== "string");
}
function optionsIn(template2, config) {
  return config.filter((option) => template2.some((part2) => typeof part2 !== "string" && part2.config.raw === option.name.raw));
}
function showTemplate(value) {
  return value.map((part2) => typeof part2 === "string" ? part2 : `{${part2.config.camel}}`).join("");
}
function emitHeaders(headers, options) {
  return headers.map((header) => code`${property(header.name.toLowerCase())}: ${emitTemplate(header.value, options)},`);
}

// generator/emit/fixtures.ts
function emitFixtures(context, fixtures2) {
  return context.resources.flatMap(({ model }, index) => {
    const file = fixtures2[index];
    return file === void 0 ? [] : [{ path: `fixtures/${model.name.kebab}.json`, text: file.text }];
  });
}

// generator/emit/url.ts
function emitUrl(resource, loop2) {
  const params = [...resource.params, ...loop2.fixedQuery.map(([name, value]) => ({ name, value: [String(value)] }))];
  const firstDynamic = params.findIndex((param) => isDynamic(param.value));
  const fixed = firstDynamic === -1 ? params : params.slice(0, firstDynamic);
  const query = fixed.length === 0 ? "" : `?${new URLSearchParams(fixed.map((param) => [param.name, param.value.join("")])).toString()}`;
  const path = resource.path.map((part2) => typeof part2 === "string" ? encodePath(part2) : code`pathSegment(this.#options.${property(part2.config.camel)}, ${literal(part2.config.camel)})`);
  const declare = loop2.reassignsUrl ? code`let` : code`const`;
  return code`
    ${declare} url = new URL(${template([code`this.#baseUrl`, ...path, query])});
    ${params.slice(fixed.length).map((param) => setParam(param, resource.config))}
  `;
}
function setParam({ name, value }, config) {
  const set = code`url.searchParams.set(${literal(name)}, ${emitValue(value)});`;
  const missing = config.filter((option) => option.optional && option.default === null && usesOption(value, option));
  if (missing.length === 0) return set;
  const given = missing.map((option) => code`this.#options.${property(option.name.camel)} !== undefined`);
  return code`if (${given.reduce((all2, each) => code`${all2} && ${each}`)}) ${set}`;
}
function emitValue(value) {
  const [only, ...more] = value;
  if (only !== void 0 && typeof only !== "string" && more.length === 0) return code`String(this.#options.${property(only.config.camel)})`;
  return template(value.map((part2) => typeof part2 === "string" ? part2 : code`this.#options.${property(part2.config.camel)}`));
}
function usesOption(value, option) {
  return value.some((part2) => typeof part2 !== "string" && part2.config.raw === option.name.raw);
}
function encodePath(path) {
  return new URL(`https://path.example/${path.replaceAll("\\", "%5C").replaceAll("?", "%3F").replaceAll("#", "%23")}`).pathname.slice(1);
}

// generator/emit/resource.ts
function emitResources(context) {
  return context.resources.map((resource) => ({ path: `src/resources/${resource.model.name.kebab}.ts`, text: `${emitResource(context, resource).text}
` }));
}
function exampleField({ type }) {
  const field = type.fields.find((each) => each.nullable && isIdentifier(each.name)) ?? type.fields[0];
  return field === void 0 ? nothing : member(nothing, field.name);
}
function isPaged(loop2) {
  return loop2.position.length > 0;
}
function emitResource(context, resource) {
  const { model, names: names2, record } = resource;
  const options = model.config.length === 0 ? nothing : code`{ ${join(model.config.map((option) => code`readonly ${property(option.name.camel)}: ${configType(option)};`), " ")} }`;
  const type = identifier(record.type.typeName);
  return code`
    ${context.header}

    ${imports3(context, resource)}

    ${types(resource)}

    ${jsdoc(model.description)}
    export class ${names2.resource} {
      readonly #fetchPage: FetchPage;
      readonly #baseUrl: string;
      ${model.config.length === 0 ? nothing : code`readonly #options: ${options};`}

      constructor(fetchPage: FetchPage, baseUrl: string${model.config.length === 0 ? nothing : code`, options: ${options}`}) {
        this.#fetchPage = fetchPage;
        this.#baseUrl = baseUrl;
        ${model.config.length === 0 ? nothing : code`this.#options = options;`}
      }

      /**
       * Every record, one at a time${isPaged(resource.loop) ? code`; the next page is fetched when it is needed` : nothing}.
       *
       * @example
       * for await (const ${identifier(record.type.variable)} of ${context.client}.${names2.property}.list()) console.log(${identifier(record.type.variable)}${exampleField(record)});
       */
      async *list(options: ${names2.options} = {}): AsyncGenerator<${type}, void, undefined> {
        for await (const page of this.pages(options)) yield* page.records;
      }

      ${jsdoc(docWords(`\`GET ${showTemplate(model.path)}\`, ${resource.loop.summary}.`))}
      async *pages({ state, signal }: ${names2.options} = {}): AsyncGenerator<${names2.page}, void, undefined> {
        ${pagesBody(context, resource)}
      }
    }

    ${readFunction(context, resource)}
  `;
}
function imports3(context, { model, record, loop: loop2 }) {
  const helpers2 = [...loop2.helpers, ...isPaged(loop2) ? ["repeatGuard"] : []].sort();
  return code`
    import { ${context.prefix}ResponseError, type RecordPlace } from '../errors.js';
    import type { FetchPage } from '../http.js';
    ${record.type.needsExactNumbers ? code`import { parseExactJson } from '../exact-json.js';` : nothing}
    ${helpers2.length === 0 ? nothing : code`import { ${join(helpers2.map(identifier), ", ")} } from '../pagination.js';`}
    ${model.path.every((part2) => typeof part2 === "string") ? nothing : code`import { pathSegment } from '../path.js';`}
    import { ${identifier(record.type.decode)}, type ${identifier(record.type.typeName)} } from ${literal(`../records/${record.type.file}.js`)};
    import { checkState } from '../state.js';
  `;
}
function types({ model, loop: loop2, names: names2, record }) {
  const position = loop2.position.map((field) => code`readonly ${property(field.name)}: ${field.type}`);
  const counts = [
    ...record.type.mayDiscardRows ? [code`/** Records of this page that were left out because they are not what the type says. */`, code`readonly discardedRows: number;`] : [],
    ...record.type.mayDiscardValues ? [code`/** Values on this page that were left out because they are not what the type says. */`, code`readonly discardedValues: number;`] : []
  ];
  return code`
    /** Where a read stands after a page. JSON-serialisable: keep it, and pass it back to go on from there. */
    export interface ${names2.state} {
      readonly v: 1;
      readonly resource: ${literal(model.name.raw)};
      /** How the read pages: a state of another path or paginator is refused. */
      readonly shape: ${literal(shapeOf(model, loop2))};
      /** Where the API is: a state of another origin is refused. */
      readonly origin: string;
      ${jsdoc(docWords(position.length === 0 ? "Always null: there is one page." : `${loop2.position.map((field) => field.description).join(" ")} Null: the read is complete.`))}
      readonly next: ${position.length === 0 ? code`null` : code`{ ${join(position, ", ")} } | null`};
    }

    ${jsdoc(docWords(`One page of \`GET ${showTemplate(model.path)}\`.`))}
    export interface ${names2.page} {
      readonly records: readonly ${identifier(record.type.typeName)}[];
      ${counts}
      /** Goes on after this page. Save it once the records are safe. */
      readonly state: ${names2.state};
    }

    export interface ${names2.options} {
      /** The state of the last page that was stored. Default: from the start. */
      readonly state?: ${names2.state} | undefined;
      /** Ends the read, which then throws the signal's reason. */
      readonly signal?: AbortSignal | undefined;
    }
  `;
}
function shapeOf(model, loop2) {
  return `${loop2.kind} of ${showTemplate(model.path)}`;
}
function pagesBody({ counters: counters2 }, resource) {
  const { model, loop: loop2, names: names2, record } = resource;
  const results = [code`records`, ...loop2.extras.map((extra) => identifier(extra.name))];
  const answer = loop2.extras.length === 0 ? code`records` : code`{ ${join(results, ", ")} }`;
  const counts = [...record.type.mayDiscardRows ? ["discardedRows"] : [], ...record.type.mayDiscardValues ? ["discardedValues"] : []];
  const countFields = counters2.map((name) => code`, ${identifier(name)}: 0`);
  const place = (page) => code`{ resource: ${literal(model.name.raw)}, ${page}, attempt: 0, record: 0${join(countFields, "")}, state }`;
  const read = code`await this.#fetchPage(url, ${names2.select}, place, signal${ownRequest(resource)})`;
  const yielded = [code`records`, ...counts.map((name) => code`${identifier(name)}: place.${identifier(name)}`), code`state`];
  const token = code`const token = { v: 1, resource: ${literal(model.name.raw)}, shape: ${literal(shapeOf(model, loop2))}, origin: url.origin } as const;`;
  if (!isPaged(loop2)) {
    return code`
      ${emitUrl(model, loop2)}
      ${token}
      checkState(state, token);
      const place: RecordPlace = ${place(code`page: 1`)};
      const ${answer} = ${read};
      yield { ${join(yielded.slice(0, -1), ", ")}, state: { ...token, next: null } };
    `;
  }
  return code`
    ${emitUrl(model, loop2)}
    ${token}
    checkState(state, token, (next) => ${positionCheck(loop2)});
    ${loop2.start}
    const checkProgress = repeatGuard();
    for (let page = 1; ; page++) {
      const place: RecordPlace = ${place(code`page`)};
      ${loop2.request}
      const ${answer} = ${read};
      ${progress(resource)}
      ${loop2.advance}
      state = { ...token, next: ${loop2.next} };
      yield { ${join(yielded, ", ")} };
      if (state.next === null) return;
    }
  `;
}
function ownRequest({ model, record }) {
  const members2 = [
    ...model.headers.length === 0 ? [] : [code`headers: { ${join(emitHeaders(model.headers, code`this.#options`), " ")} }`],
    ...record.type.needsExactNumbers ? [code`parse: parseExactJson`] : []
  ];
  return members2.length === 0 ? nothing : code`, { ${join(members2, ", ")} }`;
}
function positionCheck(loop2) {
  return join(loop2.position.map((field) => field.check(code`next.${property(field.name)}`)), " && ");
}
function progress({ model, loop: loop2, record }) {
  if (loop2.progress !== "records") return loop2.progress;
  const keys = [code`records[0]`, code`records.at(-1)`].flatMap((each) => model.primaryKey.map((field) => optionalMember(each, field)));
  const digits = record.type.needsExactNumbers ? code`, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)` : nothing;
  const mark = keys.length > 0 ? code`String([${join(keys, ", ")}])` : code`JSON.stringify(records${digits})`;
  return code`if (records.length > 0) checkProgress(${mark}, place);`;
}
function readFunction({ prefix }, { model, loop: loop2, names: names2, record }) {
  const type = identifier(record.type.typeName);
  const decode = identifier(record.type.decode);
  const found = accessPath(code`body`, model.selector);
  const where = model.selector.length === 0 ? "the body to be a list" : `a list at "${showPath(model.selector)}"`;
  const extras = loop2.extras.map((extra) => code`${identifier(extra.name)}: ${extra.value}`);
  const decoded = record.type.mayDiscardRows ? code`records.flatMap((record: unknown, index) => { place.record = index; return ${decode}(record, place) ?? []; })` : code`records.map((record: unknown, index) => { place.record = index; return ${decode}(record, place); })`;
  const result = extras.length === 0 ? code`readonly ${type}[]` : code`{ readonly records: readonly ${type}[]; ${join(loop2.extras.map((extra) => code`readonly ${identifier(extra.name)}: ${extra.type};`), " ")} }`;
  const needsResponse = loop2.extras.some((extra) => extra.readsResponse);
  return code`
    ${jsdoc(docWords(model.selector.length === 0 ? "The records: the body itself." : `The records at \`${showPath(model.selector)}\`.`))}
    function ${names2.select}(body: unknown, place: RecordPlace${needsResponse ? code`, response: Response, url: URL` : nothing}): ${result} {
      const records = body === undefined ? [] : ${found}; // undefined: 204 No Content
      if (!Array.isArray(records)) throw new ${prefix}ResponseError(place, 'no_records', ${literal(`: expected ${where}`)});
      ${extras.length === 0 ? code`return ${decoded};` : code`return { records: ${decoded}, ${join(extras, ", ")} };`}
    }
  `;
}

// generator/emit/template.ts
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
function renderTemplate(path, values) {
  let render = compiled.get(path);
  if (render === void 0) {
    const source = readFileSync(new URL(path, TEMPLATES), "utf8");
    render = handlebars().compile(source, { strict: true, knownHelpersOnly: true, noEscape: false });
    compiled.set(path, render);
  }
  return render(values);
}
var TEMPLATES = new URL("templates/", ROOT);
var compiled = /* @__PURE__ */ new Map();
var loaded;
function handlebars() {
  if (loaded === void 0) {
    loaded = createRequire(import.meta.url)("handlebars");
    loaded.Utils.escapeExpression = (value) => {
      if (value instanceof Code) return value.text;
      throw new Error(`a template hole takes code, got ${typeof value}`);
    };
  }
  return loaded;
}

// generator/emit/http.ts
function emitHttp(context) {
  const { model, header, prefix } = context;
  const { retry } = model;
  const tokens = fetchesTokens(context);
  const auth = model.auth.length > 0;
  const retries = retry.maxRetries > 0;
  const common = { header, prefix, retries, maxRetryAfterMs: count(retry.maxRetryAfterMs) };
  return [
    {
      path: "src/http.ts",
      text: renderTemplate("src/http.ts.hbs", {
        ...common,
        auth,
        tokens,
        ...ownRequest2(context),
        imports: imports4(context, auth, tokens, retries),
        baseUrlDoc: docWords(`\`${model.baseUrl}\``),
        timeoutDoc: docWords(`${model.timeoutMs.toLocaleString("en-US")}`),
        timeoutMs: count(model.timeoutMs),
        optionsType: optionsType2(context),
        retryDoc: retryDoc(context),
        headers: headersObject(context),
        forgets: model.auth.length > 1 ? code` && auth.forget !== undefined` : nothing,
        maxRetries: literal(retry.maxRetries),
        backoffMs: count(retry.backoffMs),
        maxBackoffMs: count(retry.maxBackoffMs),
        sign: auth ? code`${tokens ? code`await ` : nothing}auth.sign(signed, headers${tokens ? code`, exchange, place` : nothing});` : nothing
      })
    },
    { path: "src/retry.ts", text: renderTemplate("src/retry.ts.hbs", { ...common, statuses: literal(retry.statuses) }) },
    {
      path: "src/errors.ts",
      text: renderTemplate("src/errors.ts.hbs", {
        header,
        prefix,
        tokens,
        paging: context.resources.some(({ loop: loop2 }) => isPaged(loop2)),
        counters: counters(context),
        codes: join(errorCodes(context, tokens).map((word) => literal(word)), " | "),
        maxRetryAfterSeconds: literal(retry.maxRetryAfterMs / 1e3)
      })
    }
  ];
}
function imports4({ prefix }, auth, tokens, retries) {
  const errors = ["Error", "HttpError", "NetworkError", "RateLimitedError", "ResponseError", "TimeoutError"].map((name) => code`${prefix}${identifier(name)}`);
  const retry = retries ? code`isReset, isTransient, retryAfterMs, sleep` : code`retryAfterMs`;
  return code`
    ${auth ? code`import { createAuth, redact, type Credentials${tokens ? code`, type Exchange` : nothing} } from './auth.js';` : nothing}
    import { ${join(errors, ", ")}, type RecordPlace } from './errors.js';
    import { ${retry} } from './retry.js';
  `;
}
function ownRequest2({ model, exactNumbers }) {
  const ownHeaders = model.resources.some((resource) => resource.headers.length > 0);
  const members2 = code`
    ${ownHeaders ? code`readonly headers?: Readonly<Record<string, string>>;` : nothing}
    ${exactNumbers ? code`readonly parse?: (text: string) => unknown;` : nothing}
  `;
  return { own: ownHeaders || exactNumbers, ownType: code`{ ${members2} }`, ownHeaders, ownParse: exactNumbers };
}
function optionsType2({ model }) {
  const used = [...new Set(model.headers.flatMap((header) => optionsIn(header.value, model.config)))];
  const own = used.length === 0 ? nothing : code` & { ${join(used.map(member2), " ")} }`;
  return code`HttpOptions${model.auth.length === 0 ? nothing : code` & Credentials`}${own}`;
}
function member2(option) {
  return code`readonly ${property(option.name.camel)}: ${configType(option)};`;
}
function headersObject({ model }) {
  const accepts = model.headers.some((header) => header.name.toLowerCase() === "accept");
  const headers = [...accepts ? [] : [{ name: "accept", value: ["application/json"] }], ...model.headers];
  return code`{ ${join(emitHeaders(headers, code`options`), " ")} }`;
}
function retryDoc({ model: { retry, timeoutMs } }) {
  if (retry.maxRetries === 0) return jsdoc("Returns a function that gets pages. Nothing is tried again.");
  const waits = Array.from({ length: retry.maxRetries }, (_, index) => Math.min(retry.backoffMs * 2 ** index, retry.maxBackoffMs) / 1e3);
  return jsdoc(
    [
      "Returns a function that gets pages: the request, its whole body and the records in it are one attempt.",
      "",
      `Answers with status ${retry.statuses.join(", ")}, failed connections, cut bodies and attempts longer than ${timeoutMs / 1e3} s are`,
      `tried again up to ${retry.maxRetries} times, after ${waits.join(", ")} s (of each at least half, the rest by chance), or after what the API`,
      `asks for in \`Retry-After\`, if that is at most ${retry.maxRetryAfterMs / 1e3} s.`
    ].join("\n")
  );
}
function counters({ counters: names2 }) {
  return code`
    ${names2.includes("discardedRows") ? code`
      /** Records of this page left out so far. */
      discardedRows: number;
    ` : nothing}
    ${names2.includes("discardedValues") ? code`
      /** Values of this page left out so far. */
      discardedValues: number;
    ` : nothing}
  `;
}
function errorCodes(context, tokens) {
  return [
    "http_status",
    "rate_limited",
    "network",
    "timeout",
    "refused_redirect",
    "body_too_large",
    "not_utf8",
    "not_json",
    "malformed_body",
    "no_records",
    ...context.resources.some(({ loop: loop2 }) => loop2.helpers.some((helper) => helper === "wholeNumber" || helper === "flag")) ? ["invalid_page"] : [],
    ...context.resources.some(({ loop: loop2 }) => isPaged(loop2)) ? ["no_progress"] : [],
    ...context.resources.some(({ loop: loop2 }) => loop2.helpers.some((helper) => helper === "linkedPage" || helper === "ownLink")) ? ["refused_link"] : [],
    ...tokens ? ["invalid_token"] : [],
    "invalid_state",
    "invalid_record"
  ];
}

// generator/emit/error-facts.ts
function errorFacts(context) {
  const { model } = context;
  const facts = [
    ["HttpError", "The API answered with a status that is not a success: status, url, body."],
    ["RateLimitedError", `The API answered 429 to every attempt, or asked to wait for more than ${model.retry.maxRetryAfterMs / 1e3} s: retryAfterMs.`],
    ["NetworkError", "The connection failed: reason."],
    ["TimeoutError", `An attempt took longer than timeoutMs (${model.timeoutMs.toLocaleString("en-US")}), its body included.`],
    ["ResponseError", "The answer is cut off, not JSON, too large, or without its records."],
    ["AuthError", "The token endpoint gave no token.", fetchesTokens(context)],
    ["PaginationError", "The API sent the same page again, or a link to another origin.", context.resources.some(({ loop: loop2 }) => isPaged(loop2))],
    ["StateError", "The state belongs to another resource, API or way of paging."],
    ["RecordError", "A record is not what its type says: index, path, expected."]
  ];
  return facts.filter(([, , there = true]) => there).map(([name, when2]) => ({ name: `${model.name.pascal}${name}`, when: when2 }));
}

// generator/emit/index-file.ts
function emitIndex(context) {
  const { prefix, header, resources, model } = context;
  const errors = errorFacts(context).map((fact) => identifier(fact.name));
  const text2 = code`
    ${header}

    export { ${prefix}Client, type ${prefix}ClientOptions } from './client.js';
    export { ${prefix}Error, ${join(errors, ", ")}, type ${prefix}ErrorCode } from './errors.js';
    ${recordExports(model.records)}
    ${resources.map(({ names: names2, model: resource }) => code`export { type ${names2.resource}, type ${names2.page}, type ${names2.options}, type ${names2.state} } from ${literal(`./resources/${resource.name.kebab}.js`)};`)}
  `;
  return [{ path: "src/index.ts", text: `${text2.text}
` }];
}

// generator/emit/package-files.ts
function emitPackageFiles(context) {
  return [
    { path: "package.json", text: json(manifest(context)).text },
    { path: "tsconfig.json", text: json(TSCONFIG).text },
    ...context.model.license === "MIT" ? [{ path: "LICENSE", text: renderTemplate("LICENSE.hbs", { holder: docWords(context.model.author ?? `the authors of ${context.model.packageName}`) }) }] : []
  ];
}
function manifest({ model }) {
  return {
    name: model.packageName,
    version: model.version,
    description: model.description,
    license: model.license,
    ...model.author === null ? {} : { author: model.author },
    ...model.repository === null ? {} : { repository: { type: "git", url: model.repository } },
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19" },
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./schemas/*.json": "./schemas/*.json",
      "./package.json": "./package.json"
    },
    main: "./dist/index.js",
    types: "./dist/index.d.ts",
    files: ["dist", "schemas", "src"],
    publishConfig: { access: "public", provenance: true },
    scripts: { build: "tsc -p .", test: "vitest run", prepublishOnly: "npm run build" },
    devDependencies: { typescript: "^7.0.2", vitest: "^4.1.0" }
  };
}
var TSCONFIG = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    module: "nodenext",
    types: [],
    rootDir: "src",
    outDir: "dist",
    declaration: true,
    sourceMap: true,
    declarationMap: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitOverride: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    isolatedDeclarations: true,
    useDefineForClassFields: false
  },
  include: ["src"]
};

// generator/emit/pagination.ts
function emitPagination(context) {
  const paged = context.resources.some(({ loop: loop2 }) => isPaged(loop2));
  const used = HELPERS2.filter(([name]) => context.resources.some(({ loop: loop2 }) => loop2.helpers.includes(name)));
  const errors = [...paged ? [code`${context.prefix}PaginationError`] : [], ...used.some(([name]) => name === "wholeNumber" || name === "flag") ? [code`${context.prefix}ResponseError`] : [], code`type RecordPlace`];
  const pagination = code`
    ${context.header}

    import { ${join(errors, ", ")} } from './errors.js';

    ${join([...paged ? [repeatGuard(context.prefix)] : [], ...used.map(([, emit]) => emit(context.prefix))], "\n\n")}
  `;
  return [...paged ? [{ path: "src/pagination.ts", text: `${pagination.text}
` }] : [], ...emitState(context), ...emitPath(context)];
}
function repeatGuard(prefix) {
  return code`
    /** Returns a check that throws when a mark comes a second time, however long the cycle (Brent's algorithm: constant memory). */
    export function repeatGuard(): (mark: string, place: RecordPlace) => void {
      let kept: string | undefined;
      let steps = 0;
      let limit = 1;
      return (mark, place) => {
        if (mark === kept) throw new ${prefix}PaginationError(place, 'no_progress', ': the API sent the same page again');
        if (++steps < limit) return;
        kept = mark;
        steps = 0;
        limit *= 2;
      };
    }
  `;
}
var HELPERS2 = [
  [
    "wholeNumber",
    (prefix) => code`
      /** A count from a body: a whole number, or one written as text. */
      export function wholeNumber(value: unknown, path: string, place: RecordPlace): number {
        if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
        if (typeof value === 'string' && /^\\d{1,15}$/.test(value)) return Number(value);
        throw new ${prefix}ResponseError(place, 'invalid_page', \`: expected a whole number at "\${path}"\`);
      }
    `
  ],
  [
    "flag",
    (prefix) => code`
      /** A yes or no from a body: true, false, or one of them as text. */
      export function flag(value: unknown, path: string, place: RecordPlace): boolean {
        if (typeof value === 'boolean') return value;
        if (value === 'true' || value === 'false') return value === 'true';
        throw new ${prefix}ResponseError(place, 'invalid_page', \`: expected true or false at "\${path}"\`);
      }
    `
  ],
  [
    "linkedPage",
    (prefix) => code`
      /** The page that a \`Link\` header names for a relation (RFC 8288), or null. Links to another origin are refused. */
      export function linkedPage(headers: Headers, relation: string, url: URL, place: RecordPlace): URL | null {
        for (const [, target = '', params = ''] of (headers.get('link') ?? '').matchAll(/<([^<>]*)>((?:[^",<]|"(?:[^"\\\\]|\\\\.)*")*)/g)) {
          const [, quoted, bare] = /;\\s*rel\\s*=\\s*(?:"([^"]*)"|([^\\s;,"]+))/i.exec(params) ?? [];
          const relations = (quoted ?? bare ?? '').toLowerCase().split(/\\s+/);
          if (!relations.includes(relation)) continue;
          const next = ownLink(target, url);
          if (next === undefined) throw new ${prefix}PaginationError(place, 'refused_link', ': the next page is not at the same origin');
          return next;
        }
        return null;
      }
    `
  ],
  [
    "ownLink",
    () => code`
      /** A link of the API as a URL; undefined when it leaves the origin of \`url\`: it would take the credential with it. */
      export function ownLink(link: string, url: URL): URL | undefined {
        const target = URL.canParse(link, url.href) ? new URL(link, url) : undefined;
        return target?.origin === url.origin && target.username === '' && target.password === '' ? target : undefined;
      }
    `
  ]
];
function emitState({ prefix, header, resources, counters: counters2 }) {
  const paged = resources.some(({ loop: loop2 }) => isPaged(loop2));
  const text2 = code`
    ${header}

    import { ${prefix}StateError } from './errors.js';

    /** What every state of one resource has in common. */
    export interface StateToken {
      readonly v: 1;
      readonly resource: string;
      readonly shape: string;
      readonly origin: string;
    }

    /** Throws when a saved state was made by another resource, paginator, API or version${paged ? code`, or names no position` : nothing}. */
    export function checkState<Next extends object>(
      state: (StateToken & { readonly next: Next | null }) | undefined,
      token: StateToken,
      ${paged ? code`isPosition: (next: Next) => boolean = () => false,` : nothing}
    ): void {
      if (state === undefined) return;
      const place = { resource: token.resource, page: 0, attempt: 0, record: 0${join(counters2.map((name) => code`, ${identifier(name)}: 0`), "")}, state };
      for (const key of ['v', 'resource', 'shape', 'origin'] as const) {
        if (state[key] !== token[key]) throw new ${prefix}StateError(place, 'invalid_state', \`: the state has another \${key}\`);
      }
      ${paged ? code`if (state.next !== null && !(typeof state.next === 'object' && isPosition(state.next))) {` : code`if (state.next !== null) {`}
        throw new ${prefix}StateError(place, 'invalid_state', ': the state names no position');
      }
    }
  `;
  return [{ path: "src/state.ts", text: `${text2.text}
` }];
}
function emitPath({ header, resources }) {
  if (resources.every(({ model }) => model.path.every((part2) => typeof part2 === "string"))) return [];
  const text2 = code`
    ${header}

    /** A value as one segment of a path: it can neither add segments nor take any away. */
    export function pathSegment(value: string | number | boolean | undefined, option: string): string {
      const text = String(value ?? '');
      if (text === '' || text === '.' || text === '..') throw new TypeError(\`\${option}: expected a text that can stand in a path\`);
      return encodeURIComponent(text);
    }
  `;
  return [{ path: "src/path.ts", text: `${text2.text}
` }];
}

// generator/records/describe.ts
function describeFields(type) {
  return rows(type.fields, "");
}
function rows(fields, prefix) {
  return fields.flatMap((field) => [
    {
      name: `${prefix}${field.name}${field.optional ? "?" : ""}`,
      type: typeCode(typeTextOf(field)).text,
      description: sentences(field)
    },
    ...innerRows(field.type, `${prefix}${field.name}`)
  ]);
}
function innerRows(type, path) {
  switch (type.kind) {
    case "object":
      return rows(type.fields, `${path}.`);
    case "array":
      return innerRows(type.items.type, `${path}[]`);
    case "map":
      return innerRows(type.values.type, `${path}{}`);
    default:
      return [];
  }
}
function sentences({ doc, type }) {
  const deprecated = doc.deprecated === false ? "" : doc.deprecated === true ? "Deprecated." : `Deprecated: ${sentence(doc.deprecated)}`;
  return [sentence(doc.description ?? ""), doc.unit === void 0 ? "" : `In ${doc.unit}.`, factsOf(type), deprecated].filter((each) => each !== "").join(" ");
}
function sentence(text2) {
  const trimmed = text2.trim();
  return trimmed === "" || /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

// generator/emit/readme.ts
function emitReadme(context, fixtures2) {
  const { model, prefix } = context;
  const text2 = renderTemplate("README.md.hbs", {
    title: markdown(model.packageName),
    description: markdown(model.description),
    synthesised: fixtures2.some(({ fixture }) => fixture.synthesised === true),
    packageName: docWords(model.packageName),
    prefix,
    example: example(context),
    optionsTable: optionsTable(context),
    credentialNote: credentialNote(context),
    retries: model.retry.maxRetries > 0,
    resources: join(context.resources.map(resourceSection), "\n\n"),
    resume: resume(context),
    errorsTable: table(["Error", "When"], errorFacts(context).map(({ name, when: when2 }) => [markdownCode(name), markdown(when2)])),
    retryText: retryText(context),
    spec: markdownCode(model.specPath),
    specPath: docWords(model.specPath)
  });
  return [{ path: "README.md", text: text2 }];
}
function example(context) {
  const { model, prefix, resources } = context;
  const [first] = resources;
  const { client } = context;
  return code`
    import { ${prefix}Client } from ${literal(model.packageName)};

    const ${client} = new ${prefix}Client({ ${join(exampleOptions(context), ", ")} });
    ${first === void 0 ? nothing : loopExample(client, first)}
  `;
}
function exampleOptions({ model }) {
  const [auth] = model.auth;
  const credentials = auth === void 0 ? [] : schemeOf(auth.type).options(auth);
  return [
    ...credentials.map((option) => code`${identifier(nameOf(option.name).camel)}: process.env.${identifier(option.env ?? environmentName(model.name, option.name))}!`),
    ...model.config.filter((option) => !option.optional).map((option) => code`${property(option.name.camel)}: ${sampleOf(option.type)}`)
  ];
}
function sampleOf(type) {
  if (type === "boolean") return literal(true);
  if (type === "integer" || type === "number") return literal(1);
  return literal(type === "datetime" ? "2026-01-01T00:00:00Z" : type === "date" ? "2026-01-01" : "\u2026");
}
function loopExample(client, { names: names2, record }) {
  const field = record.type.fields.find((each) => each.nullable && isIdentifier(each.name)) ?? record.type.fields[0];
  const variable = identifier(record.type.variable);
  const shown = field === void 0 ? variable : member(variable, field.name);
  const type = field === void 0 ? void 0 : describeFields(record.type).find((row) => row.name === field.name)?.type;
  return code`

    for await (const ${variable} of ${client}.${names2.property}.list()) {
      console.log(${shown});${type === void 0 ? nothing : code` // ${docWords(type)}`}
    }
  `;
}
function resume({ client, resources }) {
  const [first] = resources;
  if (first === void 0) return nothing;
  return code`
    for await (const page of ${client}.${first.names.property}.pages({ state })) {
      await store(page.records);
      await save(page.state);
    }
  `;
}
function optionsTable({ model }) {
  const credentials = model.auth.flatMap(
    (auth) => schemeOf(auth.type).options(auth).map((option) => [markdownCode(nameOf(option.name).camel), markdownCode(option.env ?? environmentName(model.name, option.name)), markdown(option.description)])
  );
  const config = model.config.map((option) => [
    markdownCode(`${option.name.camel}${option.optional ? "?" : ""}: ${tsType(option).text}`),
    markdownCode(option.env),
    markdown(`${option.description}${option.default === null ? "" : ` Default: ${String(option.default)}.`}`)
  ]);
  const rows3 = [...credentials, ...config];
  return rows3.length === 0 ? code`The API needs no credentials.` : table(["Option", "By convention in the environment as", "What it is"], rows3);
}
function credentialNote({ model }) {
  if (model.auth.length < 2) return nothing;
  const ways = model.auth.map((auth) => schemeOf(auth.type).options(auth).map((option) => markdownCode(nameOf(option.name).camel)));
  return code`Give the credentials of one scheme: ${join(ways.map((names2) => join(names2, " & ")), " | ")}. `;
}
function resourceSection(resource) {
  const { model, loop: loop2, names: names2, record } = resource;
  const rows3 = describeFields(record.type).map((row) => [markdownCode(row.name), markdownCode(row.type), markdown(row.description)]);
  const key = model.primaryKey.length === 0 ? nothing : code` Primary key: ${join(model.primaryKey.map(markdownCode), ", ")}.`;
  return code`
    ### ${markdownCode(names2.property.text)}

    ${markdown(model.description)}

    ${markdownCode(`GET ${showTemplate(model.path)}`)}, ${markdown(loop2.summary)}.${key} Records are ${markdownCode(record.type.typeName)}s; their JSON Schema is ${markdownCode(record.schemaFile)}.

    ${rows3.length === 0 ? code`Its fields are not declared.` : table(["Field", "Type", "What it is"], rows3)}
  `;
}
function retryText({ model: { retry, timeoutMs } }) {
  if (retry.maxRetries === 0) return code`Nothing is tried again.`;
  const waits = Array.from({ length: retry.maxRetries }, (_, index) => Math.min(retry.backoffMs * 2 ** index, retry.maxBackoffMs) / 1e3);
  return markdown(
    `Answers with status ${retry.statuses.join(", ")}, failed connections, cut bodies and attempts longer than ${timeoutMs / 1e3} s are tried again, up to ${retry.maxRetries} times, after ${waits.join(", ")} s (half of each by chance) or after what Retry-After asks for.`
  );
}
function table(head2, rows3) {
  const line = (cells) => code`| ${join(cells, " | ")} |`;
  return join([line(head2.map((cell) => docWords(cell))), line(head2.map(() => code`---`)), ...rows3.map(line)], "\n");
}

// generator/emit/test-auth.ts
function emitAuthTests(plan, resource) {
  const fetching = plan.schemes.filter(({ token }) => token !== void 0).slice(0, 1);
  return [...fetching.map((scheme) => tokenTest(plan, resource, scheme)), ...plan.schemes.length > 1 ? [choiceTest(plan, resource)] : []];
}
function tokenTest({ context }, resource, scheme) {
  const { prefix, header } = context;
  const secrets = [...scheme.secretValues.values()];
  const values = {
    header,
    prefix,
    property: resource.names.property,
    recording: literal(resource.model.name.kebab),
    credentials: scheme.credentials,
    options: code`{ ...credentials, ${resource.options}...server }`,
    tokenRequest: literal({ method: "POST", url: scheme.token?.url ?? "", headers: scheme.token?.headers ?? {}, body: scheme.token?.body ?? "" }),
    defaultRenewal: literal((scheme.token?.defaultExpirySeconds ?? 0) * 0.9),
    secretEcho: literal(secrets.join(" and ")),
    secretHidden: literal(secrets.map(() => "***").join(" and ")),
    imports: code`
      import { ${prefix}AuthError, ${prefix}Client, ${prefix}HttpError } from '../src/index.js';
      import { api, collect, failure, recording, times, type Answer, type Api } from './replay.js';
    `
  };
  return { path: "test/token.test.ts", text: renderTemplate("test/token.test.ts.hbs", values) };
}
function choiceTest({ context, schemes }, resource) {
  const { prefix, header } = context;
  const text2 = code`
    ${header}

    import { expect, test } from 'vitest';
    import { ${prefix}Client } from '../src/index.js';
    import { api, recording } from './replay.js';

    const { first } = recording(${literal(resource.model.name.kebab)});

    ${schemes.map((scheme) => schemeTest(prefix, resource, scheme))}
  `;
  return { path: "test/auth.test.ts", text: `${text2.text}
` };
}
function schemeTest(prefix, { recording, names: names2, options }, scheme) {
  const request = recording.fixture.exchanges[0]?.request;
  if (request === void 0) return nothing;
  const url = new URL(request.url);
  for (const [name, value] of Object.entries(scheme.query)) url.searchParams.set(name, value);
  const headers = Object.entries({ ...request.headers, ...scheme.headers }).map(([name, value]) => code`${property(name)}: ${literal(value)}, `);
  return code`
    test(${literal(`signs requests as the client of ${scheme.title} credentials`)}, async () => {
      const server = api([first]);
      await new ${prefix}Client({ ...${scheme.credentials}, ${options}...server }).${names2.property}.pages().next();
      expect(server.requests).toEqual([{ method: 'GET', url: ${literal(url.href)}, headers: { ${headers} } }]);
    });

  `;
}

// generator/emit/test-plan.ts
function testedScheme(model) {
  const scheme = schemeOf(model.type);
  const replay = scheme.replay(model);
  const credentials = Object.fromEntries(scheme.options(model).map(({ name }) => [nameOf(name).camel, testCredential(name)]));
  return { ...replay, title: scheme.title(model), credentials: literal(credentials), secretValues: new Map(replay.secrets.map((name) => [nameOf(name).camel, testCredential(name)])) };
}
function optionsOf({ model }, { fixture }) {
  const sample = sampleConfig(model.config);
  const options = model.config.map(({ name }) => code`${property(name.camel)}: ${literal(fixture.config?.[name.raw] ?? sample[name.raw] ?? null)}, `);
  return join(options, "");
}
function rows2(values) {
  return code`[
    ${values.map((value) => code`${value},`)}
  ]`;
}

// generator/emit/test-waits.ts
function expectedWaits({ maxRetries, backoffMs, maxBackoffMs }) {
  return Array.from({ length: maxRetries }, (_, index) => jittered(Math.min(backoffMs * 2 ** index, maxBackoffMs)));
}
function expectedWait({ backoffMs, maxBackoffMs }, askedMs) {
  const backoff = Math.min(backoffMs, maxBackoffMs);
  return askedMs > backoff ? askedMs * (1 + 0.5 / 10) : jittered(backoff);
}
function downStatus({ statuses }) {
  return statuses.includes(503) ? 503 : statuses.find((status) => status !== 429) ?? statuses[0];
}
function jittered(backoff) {
  return backoff * (1 + 0.5) / 2;
}
function inSeconds(waits) {
  const seconds2 = waits.map((wait) => String(wait / 1e3));
  return `${seconds2.length < 2 ? seconds2.join("") : `${seconds2.slice(0, -1).join(", ")} and ${seconds2.at(-1)}`} s`;
}

// generator/emit/test-http.ts
function emitHttpTest({ context, schemes }, resource) {
  const { prefix, header, model } = context;
  const { retry } = model;
  const retries = retry.maxRetries > 0;
  const down = downStatus(retry);
  const [scheme] = schemes;
  const waits = expectedWaits(retry);
  const origin = new URL(model.baseUrl).origin;
  const firstUrl2 = resource.recording.fixture.exchanges[0]?.request.url ?? "";
  const tooLong = Math.floor(retry.maxRetryAfterMs / 1e3) + 1;
  const emptyPages = resource.loop.extras.every((extra) => extra.readsResponse);
  const laterMs = askedBeyondBackoff(retry);
  const values = {
    header,
    prefix,
    property: resource.names.property,
    readOptions: resource.names.options,
    recording: literal(resource.model.name.kebab),
    options: code`{ ...credentials, ${resource.options}...server }`,
    retries,
    retriesTwice: retry.maxRetries > 1,
    secondWait: literal(waits[1] ?? 0),
    ownOptions: resource.options,
    statuses: retry.statuses.length > 0 ? literal(retry.statuses) : false,
    firstWait: literal(waits[0] ?? 0),
    finalStatuses: literal([400, 401, 403, 404, 409, 500, 501].filter((status) => !retry.statuses.includes(status) && !(status === 401 && scheme?.token !== void 0))),
    retryAfters: rows2(retryAfters(retry).map(([value, wait]) => literal([value, wait]))),
    downStatus: literal(down ?? 503),
    down: down === void 0 ? code`disconnected('ECONNREFUSED')` : literal({ status: down }),
    obeysRetryAfter: laterMs !== void 0,
    laterDate: literal(`Sun, 01 Mar 2026 13:00:${seconds((laterMs ?? 0) / 1e3)} GMT`),
    laterWait: literal(expectedWait(retry, laterMs ?? 0)),
    tooLongTitle: literal(`does not wait for more than ${retry.maxRetryAfterMs / 1e3} s`),
    tooLong: literal(String(tooLong)),
    tooLongMs: literal(tooLong * 1e3),
    limitedAttempts: literal(retry.statuses.includes(429) ? retry.maxRetries + 1 : 1),
    attempts: literal(retry.maxRetries + 1),
    waits: literal(waits),
    timeoutTitle: literal(`waits for %s ${model.timeoutMs / 1e3} s, and no longer`),
    timeoutMs: literal(model.timeoutMs),
    movedUrl: literal(`${origin}/moved?to=here`),
    elsewhere: literal(["https://elsewhere.example/", "//elsewhere.example", otherScheme(origin), otherPort(origin)]),
    secrets: scheme === void 0 ? false : literal([...scheme.secretValues.keys()]),
    firstUrl: literal(firstUrl2),
    baseUrl: literal(model.baseUrl.replace(/\/+$/, "")),
    emptyPages
  };
  const errors = ["HttpError", "NetworkError", "RateLimitedError", "ResponseError", "TimeoutError"].map((name) => code`${prefix}${identifier(name)}`);
  const imports5 = code`
    import { ${prefix}Client, ${join(errors, ", ")}, type ${resource.names.options} } from '../src/index.js';
    import { api, bodyOf, credentials, disconnected, failure, hang, recording, signed, stall, times, type Step } from './replay.js';
  `;
  return { path: "test/http.test.ts", text: renderTemplate("test/http.test.ts.hbs", { ...values, imports: imports5 }) };
}
function retryAfters(retry) {
  const ignored = ["soon", "-5", "5, 10", "Sun, 01 Mar 2026 11:00:00 GMT"].map((value) => [value, expectedWait(retry, 0)]);
  const short = Math.min(retry.backoffMs, retry.maxBackoffMs) >= 1e3 ? [["0.5", expectedWait(retry, 500)]] : [];
  const later2 = askedBeyondBackoff(retry);
  if (later2 === void 0) return [...short, ...ignored];
  const wait = expectedWait(retry, later2);
  const second = seconds(later2 / 1e3);
  const most = Math.floor(retry.maxRetryAfterMs / 1e3);
  return [
    [String(later2 / 1e3), wait],
    [`${later2 / 1e3 - 0.5}`, expectedWait(retry, later2 - 500)],
    [String(most), expectedWait(retry, most * 1e3)],
    [`Sun, 01 Mar 2026 12:00:${second} GMT`, wait],
    [`Sunday, 01-Mar-26 12:00:${second} GMT`, wait],
    [`Sun Mar  1 12:00:${second} 2026`, wait],
    ...short,
    ...ignored
  ];
}
function askedBeyondBackoff(retry) {
  const asked = (Math.floor(Math.min(retry.backoffMs, retry.maxBackoffMs) / 1e3) + 3) * 1e3;
  return asked <= Math.min(retry.maxRetryAfterMs, 59e3) ? asked : void 0;
}
function seconds(value) {
  return String(value).padStart(2, "0");
}
function otherScheme(origin) {
  return origin.startsWith("https:") ? origin.replace(/^https:/, "http:") : origin.replace(/^http:/, "https:");
}
function otherPort(origin) {
  const url = new URL(origin);
  url.port = url.port === "8443" ? "8444" : "8443";
  return url.href;
}

// generator/emit/test-replay.ts
function emitReplay({ context, schemes }) {
  const [scheme] = schemes;
  const tokenUrl = schemes.find(({ token }) => token !== void 0)?.token?.url;
  const query = Object.entries(scheme?.query ?? {}).map(([name, value]) => code`url.searchParams.set(${literal(name)}, ${literal(value)});`);
  const headers = Object.entries(scheme?.headers ?? {}).map(([name, value]) => code`headers[${literal(name)}] = ${literal(value)};`);
  return {
    path: "test/replay.ts",
    text: renderTemplate("test/replay.ts.hbs", {
      header: context.header,
      credentials: scheme?.credentials ?? literal({}),
      sign: code`${[...query, ...headers]}`,
      exactNumbers: context.exactNumbers,
      token: tokenUrl !== void 0,
      tokenUrl: literal(tokenUrl ?? "")
    })
  };
}

// generator/fixtures/wrong-values.ts
function wrongValues(type, records3, types2) {
  if (records3.length === 0) return [];
  const self = { index: records3.length - 1, path: "", values: [null, 7, "text", []] };
  return [self, ...wrongFields(type.fields, "", { records: records3, types: types2 })];
}
function fillings(type, records3, types2) {
  const sampling = { random: seededRandom(type.typeName), index: records3.length, types: types2, depth: 0 };
  const seen = new Set(type.fields.filter((field) => records3.some((record) => hasPlace(record, placeOf(field)))).map(typeNameOf));
  return type.fields.flatMap((field) => {
    const inner2 = innerOf(field);
    const typeName = typeNameOf(field);
    if (records3.length === 0 || !isEditable(field.name) || typeName === void 0 || seen.has(typeName)) return [];
    seen.add(typeName);
    const sample = sampleValue({ ...inner2, nullable: false }, sampling, field.name, type.variable);
    return [{ index: records3.length - 1, path: field.name, value: field.type.kind === "array" ? [sample] : sample }];
  });
}
function innerOf(field) {
  return field.type.kind === "array" ? field.type.items : field;
}
function typeNameOf(field) {
  const { type } = innerOf(field);
  return type.kind === "object" ? type.typeName : type.kind === "record" ? type.record.typeName : void 0;
}
function placeOf(field) {
  return field.type.kind === "array" ? [field.name, "0"] : [field.name];
}
function wrongFields(fields, prefix, search) {
  return fields.filter((field) => isEditable(field.name)).flatMap((field) => wrongAt(field, childPath2(prefix, field.name), search));
}
function isEditable(name) {
  return /^[^.[\]"\\]+$/.test(name);
}
function childPath2(prefix, name) {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${prefix}[${JSON.stringify(name)}]`;
  return prefix === "" ? name : `${prefix}.${name}`;
}
function wrongAt(value, path, search) {
  const holder = (path.match(/[^.[\]"]+/g) ?? []).slice(0, -1);
  const index = search.records.findLastIndex((record) => hasPlace(record, holder));
  if (index === -1) return [];
  const values = [...value.nullable ? [] : [null], ...wrongFor(value.type)];
  return [...values.length === 0 ? [] : [{ index, path, values }], ...wrongInside(value.type, path, search)];
}
function wrongInside(type, path, search) {
  if (type.kind === "object") return wrongFields(type.fields, path, search);
  if (type.kind === "array") return wrongAt(type.items, `${path}[0]`, search);
  const record = type.kind === "record" ? search.types.find((each) => each.typeName === type.record.typeName) : void 0;
  return record === void 0 ? [] : wrongFields(record.fields, path, search);
}
function wrongFor(type) {
  switch (type.kind) {
    case "string":
      return type.format === void 0 ? [7] : [7, "?"];
    case "number":
      return ["7", ...type.integer ? [0.5] : [], ...type.minimum === void 0 ? [] : [type.minimum - 1], ...type.maximum === void 0 ? [] : [type.maximum + 1]];
    case "boolean":
      return ["true"];
    case "time":
      return type.format.kind === "epoch_s" || type.format.kind === "epoch_ms" ? ["soon"] : [7, "soon"];
    case "decimal":
    case "bigint":
      return ["many", true];
    case "enum":
      return type.open ? [typeof type.values[0] === "string" ? 7 : "seven"] : ["none of these"];
    case "array":
      return [{}];
    case "object":
    case "record":
    case "variants":
    case "map":
      return [7, []];
    case "json":
    case "union":
      return [];
  }
}
function hasPlace(value, [key, ...rest]) {
  if (typeof value !== "object" || value === null) return false;
  if (key === void 0) return true;
  if (Array.isArray(value)) return value.length > Number(key) && hasPlace(value[Number(key)], rest);
  return Object.hasOwn(value, key) && hasPlace(Object.entries(value).find(([name]) => name === key)?.[1], rest);
}

// generator/emit/test-resource.ts
function emitResourceTest(plan, resource) {
  const { context, schemes } = plan;
  const { model, names: names2, loop: loop2, record, recording } = resource;
  const { prefix, header } = context;
  const { retry } = context.model;
  const { exchanges } = recording.fixture;
  const retries = retry.maxRetries > 0;
  const loops = isPaged(loop2) && exchanges.length > 2;
  const pages = exchanges.length > 1;
  const waits = expectedWaits(retry);
  const down = downStatus(retry);
  const checked = !record.type.contract.dataType.startsWith("discard") && canBeEdited(resource);
  const { types: types2 } = context.model.records;
  const filled2 = checked ? fillings(record.type, recordsOf(resource), types2) : [];
  const wrong2 = checked ? wrongValues(record.type, withFillings(recordsOf(resource), filled2), types2) : [];
  const segments = context.model.config.filter((option) => option.type === "string" && usesOption2(model.path, option)).map((option) => segmentRow(resource, option, schemes[0]));
  const leftOut = recordsOf(resource).length > 0 && canBeEdited(resource) ? record.type.fields.find(isReadAsNull)?.name : void 0;
  const errors = [
    ...down === void 0 ? ["NetworkError"] : down === 429 ? ["RateLimitedError"] : ["HttpError"],
    ...loops || refusals(resource).some(({ error: error2 }) => error2 === "PaginationError") ? ["PaginationError"] : [],
    ...wrong2.length > 0 ? ["RecordError"] : [],
    "ResponseError",
    "StateError"
  ];
  const values = {
    header,
    prefix,
    property: names2.property,
    readOptions: names2.options,
    state: names2.state,
    recording: literal(model.name.kebab),
    resource: literal(model.name.raw),
    recordsOf: accessPath(code`bodyOf(answer)`, model.selector),
    options: code`{ ...credentials, ${resource.options}...server }`,
    ends: literal(exchanges.map((_, index) => index === exchanges.length - 1)),
    pagesRead: record.type.needsExactNumbers ? code`plain(pages.map((page) => page.records))` : code`pages.map((page) => page.records)`,
    recordsRead: record.type.needsExactNumbers ? code`plain(records)` : code`records`,
    firstRequest: firstRequest(resource, schemes[0]),
    retries,
    ownOptions: resource.options,
    segments: segments.length > 0 ? rows2(segments) : false,
    retryTitle: literal(`asks again after ${inSeconds(waits)} while the API is down`),
    maxRetries: literal(retry.maxRetries),
    waits: literal(waits),
    down: down === void 0 ? code`disconnected('ECONNREFUSED')` : literal({ status: down }),
    downError: code`${prefix}${identifier(errors[0] ?? "")}`,
    downFacts: down === void 0 ? code`code: 'network'` : code`code: ${literal(down === 429 ? "rate_limited" : "http_status")}, status: ${literal(down)}`,
    giveUpTitle: literal(retries ? `gives up after ${retry.maxRetries + 1} attempts${pages ? ", with the state to go on from" : ""}` : "does not ask again"),
    attempts: literal(retry.maxRetries + 1),
    attemptsAndOne: literal(retry.maxRetries + 2),
    pages,
    loops,
    exactText: exchanges[0]?.response.bodyText !== void 0,
    notPages: rows2(notPages(resource).map((body) => literal([body]))),
    refusals: refusalTest(plan, resource),
    checksRecords: wrong2.length > 0,
    fills: filled2.length > 0,
    filled: literal(Object.fromEntries(filled2.map(({ index, path, value }) => [`${placeOfRecord(resource)}${index}.${path}`, value]))),
    complete: filled2.length > 0 ? code`complete` : code`first`,
    origin: literal(new URL(context.model.baseUrl).origin),
    wrongValues: rows2(wrong2.map(({ index, path, values: values2 }) => literal([index, path, values2]))),
    recordPlace: placeOf2(resource),
    leftOut: leftOut === void 0 ? false : literal(leftOut),
    leftOutPlace: literal(`${placeOfRecord(resource)}0.${leftOut}`),
    foreignStates: rows2(foreignStates(resource).map((state) => literal(state))),
    imports: nothing
  };
  const imports5 = code`
    import { ${prefix}Client, ${join(errors.sort().map((name) => code`${prefix}${identifier(name)}`), ", ")}, type ${names2.options}, type ${names2.state} } from '../src/index.js';
    import { ${join(helpers(values, down === void 0, record.type.needsExactNumbers), ", ")} } from './replay.js';
  `;
  return { path: `test/${model.name.kebab}.test.ts`, text: renderTemplate("test/resource.test.ts.hbs", { ...values, imports: imports5 }) };
}
function helpers(values, disconnects, exact) {
  const names2 = [
    "api",
    "bodyOf",
    "collect",
    "credentials",
    ...disconnects ? ["disconnected"] : [],
    ...values.checksRecords || values.leftOut !== false || values.refusals.text.includes("edited(") ? ["edited"] : [],
    "failure",
    "hang",
    ...exact ? ["plain"] : [],
    "recording",
    "times"
  ];
  return [...names2.map(identifier), code`type Api`];
}
function firstRequest({ recording }, scheme) {
  const request = recording.fixture.exchanges[0]?.request;
  if (request === void 0) return nothing;
  return literal({ method: request.method, url: signedUrl(new URL(request.url), scheme), headers: { ...request.headers, ...scheme?.headers } });
}
function segmentRow(resource, option, scheme) {
  const first = resource.recording.fixture.exchanges[0]?.request.url ?? "";
  const value = resource.recording.fixture.config?.[option.name.raw];
  const url = new URL(first.replace(`/${encodeURIComponent(String(value))}`, "/a%2Fb%3Fc%20d"));
  return literal([option.name.camel, signedUrl(url, scheme)]);
}
function usesOption2(path, option) {
  return path.some((part2) => typeof part2 !== "string" && part2.config.raw === option.name.raw);
}
function signedUrl(url, scheme) {
  for (const [name, value] of Object.entries(scheme?.query ?? {})) url.searchParams.set(name, value);
  return url.href;
}
function recordsOf({ recording, model }) {
  const found = model.selector.reduce((value, step) => childOf(value, step.kind === "key" ? step.key : 0), bodyOf2(recording.fixture.exchanges[0]?.response));
  return isList3(found) ? found : [];
}
function withFillings(records3, filled2) {
  return filled2.reduce((all2, { index, path, value }) => all2.map((record, at) => at === index && typeof record === "object" ? { ...record, [path]: value } : record), records3);
}
function bodyOf2(response) {
  return response === void 0 ? void 0 : JSON.parse(bodyTextOf(response) || "null");
}
function childOf(value, key) {
  if (isList3(value)) return typeof key === "number" ? value[key] : void 0;
  if (typeof value !== "object" || value === null || typeof key === "number" || !Object.hasOwn(value, key)) return void 0;
  return value[key];
}
function isList3(value) {
  return Array.isArray(value);
}
function notPages({ model }) {
  const key = model.selector.at(-1);
  if (key?.kind !== "key" || model.selector.length > 1) return [{}, null, "records", 7];
  return [{}, { [key.key]: null }, { [key.key]: {} }, { [key.key]: "records" }, [], null];
}
function placeOf2(resource) {
  return template([placeOfRecord(resource), code`index`, ".", code`path`]);
}
function placeOfRecord({ model }) {
  return model.selector.map((step) => step.kind === "key" ? `${step.key}.` : "0.").join("");
}
function isReadAsNull({ name, nullable: nullable2, optional: optional2 }) {
  return nullable2 && !optional2 && /^[A-Za-z_$][\w$]*$/.test(name);
}
function canBeEdited({ model }) {
  return model.selector.every((step) => step.kind === "key" && !/[.[\]]/.test(step.key) && step.key !== "");
}
function refusals({ model }) {
  return paginatorOf(model.paginator.type).refusedAnswers(model.paginator);
}
function refusalTest({ context }, resource) {
  const answers = refusals(resource);
  const [first] = answers;
  if (first === void 0) return nothing;
  const cases = answers.map(({ name, headers, body }) => {
    const answer = body === void 0 ? code`first` : code`edited(first, ${literal({ [body[0].join(".")]: body[1] })})`;
    return code`[${literal(name)}, ${headers === void 0 ? answer : code`{ ...${answer}, headers: { ...first.headers, ${members(headers)} } }`}]`;
  });
  return code`

    test.each(${rows2(cases)})('refuses %s', async (_, answer) => {
      const error = await failure(read(api([answer])));
      expect(error).toBeInstanceOf(${context.prefix}${identifier(first.error)});
      expect(error).toMatchObject({ code: ${literal(first.code)}, resource: ${literal(resource.model.name.raw)}, page: 1, attempts: 1 });
    });
  `;
}
function members(headers) {
  return join(Object.entries(headers).map(([name, value]) => code`${property(name)}: ${literal(value)}`), ", ");
}
function foreignStates({ loop: loop2 }) {
  const positions = loop2.position.flatMap(({ name, refused: refused2 }) => refused2.map((value) => ({ next: { [name]: value } })));
  return [{ v: 2 }, { resource: "another one" }, { shape: "another way" }, { origin: "https://elsewhere.example" }, ...positions.length === 0 ? [{ next: {} }] : positions];
}

// generator/emit/tests.ts
function emitTests(context, fixtures2) {
  const tested = context.resources.flatMap((resource, index) => {
    const recording = fixtures2[index];
    return recording === void 0 ? [] : [{ ...resource, recording, options: optionsOf(context, recording) }];
  });
  const schemes = context.model.auth.map(testedScheme);
  const plan = { context, schemes, resources: tested };
  const [first] = tested;
  return [
    emitReplay(plan),
    ...tested.map((resource) => emitResourceTest(plan, resource)),
    ...first === void 0 ? [] : [emitHttpTest(plan, first), ...emitAuthTests(plan, first)]
  ];
}

// generator/emit/index.ts
async function emitPackage(model, fixtures2) {
  const context = emitContext(model);
  const files = await Promise.all(EMITTERS.map((emit) => emit(context, fixtures2)));
  return files.flat();
}
var EMITTERS = [emitPackageFiles, emitReadme, emitIndex, emitClient, emitResources, records, emitPagination, emitHttp, emitAuth, emitTests, emitFixtures];
function records({ model, header }) {
  return emitRecords(model.records, { header, errorClass: `${model.name.pascal}RecordError`, vendor: model.packageName });
}

// generator/diagnostics/messages/records.ts
var records2 = {
  fieldKey: (span, key, fits2) => error("spec/field-key", span, `"${key}" says nothing about this field`, `It is for ${fits2}.`),
  fieldType: (span, missing) => error("spec/missing-key", span, `required key "type" is missing in field`, missing),
  fieldNeeds: (span, type, key) => error("spec/missing-key", span, `required key "${key}" is missing in a field of type ${type}`),
  format: (span, got, what, known) => {
    const match = closest(got, known);
    const hint = match === void 0 ? `Known: ${list(known)}.` : `Did you mean "${match}"?`;
    return error("spec/enum", span, `${shorten(got)} is not ${what}`, hint);
  },
  columnType: (span, got, instead) => error("spec/enum", span, `${shorten(got)} is not a column type`, `Did you mean "${instead}"?`),
  directive: (span, directive) => error(
    "spec/time-format",
    span,
    `${shorten(directive)} is not a directive that can be checked`,
    "Known: %Y %m %d %H %M %S %f %z %Z %y %j %I %p %b %B %a %A %e %T %F %s %%."
  ),
  value: (span, message, hint) => error("spec/field-value", span, message, hint),
  range: (span) => error("spec/number", span, "minimum is above maximum"),
  keyNullable: (span, field, word) => error(
    "spec/key-nullable",
    span,
    `${shorten(field)} identifies a record, it cannot be ${word}`,
    `Leave "${word}" out, or take the field out of the key.`
  ),
  unknownRecord: (span, name, known) => {
    const match = closest(name, known);
    const hint = match !== void 0 ? `Did you mean "${match}"?` : known.length === 0 ? 'Describe it under "records".' : `Known: ${list(known)}.`;
    return error("spec/unknown-record", span, `${shorten(name)} is not a shared record`, hint);
  },
  twoSources: (span, first, second) => error("spec/conflict", span, `"${first}" and "${second}" both say what the fields are`, "Keep one of them."),
  /** Reported at both places, so that both are shown. */
  collision: (span, what, other, name) => error("spec/collision", span, `${what} and ${other} would both be ${name}`, "Rename one of them."),
  recordName: (span, name) => error(
    "spec/name",
    span,
    `${shorten(name)} cannot be the name of a record`,
    'Names are letters, digits, "_" and "-", a letter first, at most 64.'
  ),
  typeName: (span, name) => error(
    "spec/name",
    span,
    `${shorten(name)} cannot be the name of an interface`,
    "It starts with a capital and goes on with letters and digits."
  ),
  unionMembers: (span, first, second) => error(
    "spec/union",
    span,
    `${first} and ${second} look the same in JSON`,
    'Tell objects apart with a "discriminator"; leave all but one of the others out.'
  ),
  schema: (span, message, hint) => error("spec/json-schema", span, message, hint)
};

// generator/records/field.ts
var TYPE_WORDS = [
  "string",
  "integer",
  "number",
  "boolean",
  "datetime",
  "date",
  "time",
  "decimal",
  "bigint",
  "binary",
  "json",
  "object",
  "array",
  "map",
  "union",
  "text",
  "double",
  "bool",
  "timestamp",
  "wei"
];
var COLUMN_TYPES = ["text", "bigint", "double", "bool", "timestamp", "date", "time", "decimal", "wei", "binary", "json"];
var typeShape = choice("a field type", TYPE_WORDS, {
  description: "string, integer, number and boolean are JSON\u2019s own. datetime, date and time stay text, checked against `format`. decimal keeps its digits as text, bigint is exact at any size, binary is base64 text, json is any value. object has `fields`, array `items`, map `values`, union `variants`. text, double, bool, timestamp and wei are dlt\u2019s words for string, number, boolean, datetime and bigint."
});
var fieldShape = named(
  "field",
  () => oneOf("a field type or a mapping", [typeShape, factsShape], {
    description: "A type word (`string`), or a mapping with the facts about the field.",
    examples: ["string"]
  })
);
var fieldsShape = mapOf(fieldShape, {
  description: "The fields of a record, by the names the API uses, in the order in which they are to be read. A field is nullable unless it says otherwise.",
  min: 1
});
var literalShape = scalar({ description: "The one value the field has." });
var factsShape = object(
  "field",
  {
    type: optional(typeShape),
    description: optional(text({ description: "What the field holds. Becomes its JSDoc." })),
    nullable: optional(
      boolean({ description: "Whether the API may send null. A nullable field that it leaves out reads as null.", default: true })
    ),
    optional: optional(boolean({ description: "Whether the field may be missing, and then stays missing.", default: false })),
    enum: optional(
      list2(scalar({ description: "A value." }), { description: "The values it can have. Closed, unless `open` is true.", min: 1 })
    ),
    open: optional(
      boolean({ description: "Whether values outside `enum` pass too: the known ones still complete in an editor.", default: false })
    ),
    const: optional(literalShape),
    format: optional(
      text({
        description: 'string: uuid, uri, email, ip, ipv4 or ipv6. datetime: iso8601 (the default), rfc2822, epoch_s, epoch_ms, or a pattern such as "%Y-%m-%d %H:%M:%S". date and time: iso8601 or a pattern.',
        examples: ["uuid", "iso8601", "%Y-%m-%d %H:%M:%S"]
      })
    ),
    minimum: optional(decimalNumber({ description: "The least number it can be." })),
    maximum: optional(decimalNumber({ description: "The greatest number it can be." })),
    values: optional(fieldShape),
    items: optional(fieldShape),
    fields: optional(fieldsShape),
    variants: optional(
      oneOf(
        "a list of types, or a mapping of them",
        [
          list2(fieldShape, { description: "Types that differ in JSON: `[string, number]`.", min: 2 }),
          mapOf(fieldShape, { description: "Objects, by the word their discriminator has.", min: 1 })
        ],
        { description: "What a union can be: a list of types that differ in JSON, or, with a `discriminator`, objects by its words." }
      )
    ),
    discriminator: optional(text({ description: "The field whose text tells the variants of a union apart." })),
    record: optional(text({ description: "The shared record (under `records:`) that the field holds." })),
    type_name: optional(
      text({
        description: "A name for the interface of an object with `fields`, where the derived one does not suit.",
        examples: ["IssueAuthor"]
      })
    ),
    unit: optional(text({ description: "The unit of a number: seconds, EUR, bytes." })),
    example: optional(scalar({ description: "An example of a value." })),
    examples: optional(list2(scalar({ description: "An example of a value." }), { description: "Examples of values." })),
    deprecated: optional(
      oneOf("true, false or text", [boolean({ description: "Whether it is deprecated." }), text({ description: "What to use instead." })], {
        description: "Whether the field is deprecated, or what to use instead.",
        default: false
      })
    ),
    sensitive: optional(boolean({ description: "Whether the value must never stand in a message.", default: false }))
  },
  { description: "The facts about a field.", check: checkFacts }
);
var COLUMN_TYPE_INSTEAD = /* @__PURE__ */ new Map([
  ["integer", "bigint"],
  ["int", "bigint"],
  ["string", "text"],
  ["number", "double"],
  ["float", "double"],
  ["boolean", "bool"],
  ["datetime", "timestamp"],
  ["object", "json"],
  ["array", "json"],
  ["map", "json"],
  ["complex", "json"]
]);
var plainColumnTypeShape = choice("a column type", COLUMN_TYPES, { description: "dlt\u2019s name of the type." });
var columnTypeShape = {
  ...plainColumnTypeShape,
  read(node, reading) {
    const instead = node.kind === "scalar" ? COLUMN_TYPE_INSTEAD.get(String(node.value)) : void 0;
    if (instead === void 0) return plainColumnTypeShape.read(node, reading);
    reading.report(records2.columnType(node.span, String(toJson(node)), instead));
    return void 0;
  }
};
var HINT_FOR_DESTINATIONS = "It is a hint for a destination, which a connector does not have: leave it out.";
var columnShape = object(
  "column",
  {
    data_type: optional(columnTypeShape),
    nullable: optional(boolean({ description: "Whether it can be null.", default: true })),
    description: optional(text({ description: "What the column holds. Becomes its JSDoc." })),
    primary_key: optional(boolean({ description: "Whether it is part of the primary key: never null.", default: false })),
    merge_key: optional(boolean({ description: "Whether it is part of the merge key: never null.", default: false })),
    precision: later(HINT_FOR_DESTINATIONS),
    scale: later(HINT_FOR_DESTINATIONS),
    timezone: later(HINT_FOR_DESTINATIONS),
    unique: later(HINT_FOR_DESTINATIONS),
    sort: later(HINT_FOR_DESTINATIONS),
    partition: later(HINT_FOR_DESTINATIONS),
    cluster: later(HINT_FOR_DESTINATIONS)
  },
  { description: "A column, in dlt\u2019s words." }
);
var columnsShape = mapOf(columnShape, {
  description: "The columns of a record in dlt\u2019s words: the same as `fields`, with dlt\u2019s type names.",
  min: 1
});
var contractModeShape = choice("a contract mode", ["evolve", "freeze", "discard_row", "discard_value"], {
  description: "evolve: undeclared fields pass, a wrong type is an error. freeze: either is an error. discard_row, discard_value: the record or the value is dropped and counted."
});
var schemaContractShape = oneOf(
  "a contract mode or a mapping",
  [
    contractModeShape,
    object(
      "schema_contract",
      {
        columns: optional(contractModeShape),
        data_type: optional(contractModeShape)
      },
      { description: "Contract modes for undeclared fields (`columns`) and for values of the wrong type (`data_type`)." }
    )
  ],
  { description: "What happens to fields that are not declared and to values of the wrong type.", default: "evolve" }
);
var recordShape = object(
  "record",
  {
    description: optional(text({ description: "What the record is. Becomes the JSDoc of its interface." })),
    fields: optional(fieldsShape),
    schema_contract: optional(schemaContractShape)
  },
  { description: "A record that fields of several resources, or of itself, refer to by name." }
);
var recordsShape = mapOf(recordShape, {
  description: "Records that several resources share, or that contain themselves; fields refer to them with `record: name`."
});
var KEY_FITS = {
  format: { types: ["string", "text", "datetime", "timestamp", "date", "time"], words: "string, datetime, date and time" },
  minimum: { types: ["integer", "number", "double"], words: "integer and number" },
  maximum: { types: ["integer", "number", "double"], words: "integer and number" },
  enum: { types: ["string", "text", "integer", "number", "double", "boolean", "bool"], words: "string, integer, number and boolean" },
  const: { types: ["string", "text", "integer", "number", "double", "boolean", "bool"], words: "string, integer, number and boolean" },
  values: { types: ["map"], words: "map" },
  items: { types: ["array"], words: "array" },
  fields: { types: ["object"], words: "object" },
  type_name: { types: ["object"], words: "object" },
  record: { types: ["object"], words: "object" },
  variants: { types: ["union"], words: "union" },
  discriminator: { types: ["union"], words: "union" }
};
function impliedType(facts) {
  if (facts.type !== void 0) return facts.type;
  if (facts.fields !== void 0 || facts.record !== void 0) return "object";
  if (facts.items !== void 0) return "array";
  if (facts.values !== void 0) return "map";
  if (facts.variants !== void 0) return "union";
  const first = facts.const ?? facts.enum?.[0];
  if (typeof first === "string") return "string";
  if (typeof first === "boolean") return "boolean";
  if (typeof first === "number") return Number.isInteger(first) ? "integer" : "number";
  return void 0;
}
function checkFacts(facts, reading) {
  const type = impliedType(facts);
  if (type === void 0) {
    reading.report(records2.fieldType(reading.spanOf(facts), 'Say which type it has, or "json" for any value.'));
    return;
  }
  for (const key of Object.keys(KEY_FITS)) {
    const fits2 = KEY_FITS[key];
    if (fits2 === void 0 || facts[key] === void 0 || fits2.types.includes(type)) continue;
    reading.report(records2.fieldKey(reading.keySpanOf(facts, key), key, fits2.words));
  }
  if (type === "union" && facts.variants === void 0) reading.report(records2.fieldNeeds(reading.spanOf(facts), type, "variants"));
  if (facts.open !== void 0 && facts.enum === void 0)
    reading.report(records2.fieldKey(reading.keySpanOf(facts, "open"), "open", "fields with an enum"));
  if (facts.minimum !== void 0 && facts.maximum !== void 0 && facts.minimum > facts.maximum)
    reading.report(records2.range(reading.spanOf(facts, "minimum")));
}

// generator/records/json-types.ts
function jsonTypesOf(type) {
  switch (type.kind) {
    case "string":
    case "number":
    case "boolean":
    case "array":
    case "object":
      return [type.kind];
    case "time":
      return isEpoch(type.format) ? ["number"] : ["string"];
    case "decimal":
    case "bigint":
      return ["string", "number"];
    case "enum":
      return [
        ...new Set(type.values.map((value) => typeof value === "string" ? "string" : typeof value === "number" ? "number" : "boolean"))
      ];
    case "map":
    case "record":
    case "variants":
      return ["object"];
    case "union":
      return type.members.flatMap(jsonTypesOf);
    case "json":
      return ["string", "number", "boolean", "object", "array"];
  }
}

// generator/records/type-names.ts
var TAKEN_TYPES = new Set(
  "Array ArrayBuffer AsyncGenerator AsyncIterable AbortController AbortSignal BigInt Boolean Date DOMException Error Function Generator Headers Infinity Instant Intl Iterable JSON Map Math NaN NonNullable Number Object Omit Partial Pick Promise Proxy Readonly ReadonlyArray ReadonlyMap Record RecordPlace Reflect RegExp Request Required Response Set StandardSchema String Symbol URL URLSearchParams Uint8Array WeakMap WeakSet".split(" ")
);
var DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
var DECODER_WORDS = /* @__PURE__ */ new Set([
  "place",
  "path",
  "value",
  "error",
  "key",
  "index",
  "digits",
  "undeclared",
  "undefined"
]);
function namesOfRecord(raw) {
  const { pascal, camel, kebab } = nameOf(raw);
  const taken = TAKEN_TYPES.has(pascal);
  const typeName = taken ? `${pascal}Record` : pascal;
  const short = taken ? `${camel}Record` : camel;
  return {
    typeName,
    file: DEVICE.test(kebab) ? `${kebab}-record` : kebab,
    decode: `decode${typeName}`,
    variable: isIdentifier(short) && !DECODER_WORDS.has(short) ? short : `${short}Record`,
    schema: `${short}Schema`,
    extras: `extra${typeName}Fields`
  };
}
function recordNameOf(resource) {
  return singular(resource);
}
var TypeRegistry = class {
  #reading;
  #owners = /* @__PURE__ */ new Map();
  constructor(reading) {
    this.#reading = reading;
  }
  /** Takes a name for `what`, which stands at `span`; two that want the same are both reported. */
  claim(name, what, span) {
    const key = name.toLowerCase();
    const owner = this.#owners.get(key);
    if (owner === void 0) {
      this.#owners.set(key, { what, span });
      return;
    }
    if (this.#reading.diagnostics.some((each) => each.span?.start === span.start)) return;
    this.#reading.report(records2.collision(owner.span, owner.what, what, name));
    this.#reading.report(records2.collision(span, what, owner.what, name));
  }
};
function nestedTypeName(owner, field, position, many) {
  const word = nameOf(many ? singular(field) : field).pascal;
  return `${owner}${word === "" ? `Field${position + 1}` : word}`;
}

// generator/records/resolve.ts
var STRING_FORMATS2 = ["uuid", "uri", "email", "ip", "ipv4", "ipv6"];
function resolveFields(fields, owner, scope, bearing = {}) {
  return [...fields].map(([name, spec2], position) => {
    const value = resolveValue(
      spec2,
      { owner, name, position, many: false, place: fields, sensitive: bearing.sensitive === true },
      scope,
      true
    );
    const facts = typeof spec2 === "string" ? void 0 : spec2;
    const isKey = bearing.keys?.has(name) === true;
    return { ...value, name, nullable: value.nullable && !isKey, optional: facts?.optional === true && !isKey, doc: docOf(facts) };
  });
}
function checkKeys(fields, keys, words2, reading) {
  for (const key of keys) {
    const facts = fields.get(key);
    if (facts === void 0 || typeof facts === "string") continue;
    for (const word of words2) if (facts[word] === true) reading.report(records2.keyNullable(reading.spanOf(facts, word), key, word));
  }
}
function resolveValue(spec2, at, scope, nullable2) {
  if (typeof spec2 === "string") {
    const type2 = resolveWord(spec2);
    return { type: type2, nullable: nullable2 || type2.kind === "json", sensitive: at.sensitive };
  }
  const sensitive = at.sensitive || spec2.sensitive === true;
  const type = resolveFacts(spec2, { ...at, sensitive }, scope);
  return { type, nullable: spec2.nullable ?? (nullable2 || type.kind === "json"), sensitive };
}
function resolveWord(word) {
  switch (word) {
    case "string":
    case "text":
      return { kind: "string", format: void 0 };
    case "integer":
      return { kind: "number", integer: true, minimum: void 0, maximum: void 0 };
    case "number":
    case "double":
      return { kind: "number", integer: false, minimum: void 0, maximum: void 0 };
    case "boolean":
    case "bool":
      return { kind: "boolean" };
    case "datetime":
    case "timestamp":
      return { kind: "time", of: "datetime", format: { kind: "iso8601" } };
    case "date":
    case "time":
      return { kind: "time", of: word, format: { kind: "iso8601" } };
    case "decimal":
      return { kind: "decimal" };
    case "bigint":
    case "wei":
      return { kind: "bigint" };
    case "binary":
      return { kind: "string", format: "base64" };
    case "json":
    case "union":
      return { kind: "json" };
    case "array":
      return { kind: "array", items: ANYTHING };
    case "object":
    case "map":
      return { kind: "map", values: ANYTHING };
  }
}
var ANYTHING = { type: { kind: "json" }, nullable: true, sensitive: false };
function resolveFacts(facts, at, scope) {
  const word = impliedType(facts);
  if (word === void 0) return { kind: "json" };
  const plain = resolveWord(word);
  if (facts.const !== void 0 || facts.enum !== void 0) return resolveEnum(facts, plain, scope);
  if (facts.record !== void 0) return resolveReference(facts, facts.record, scope);
  if (facts.fields !== void 0) return resolveObject(facts, facts.fields, at, scope);
  if (facts.items !== void 0)
    return { kind: "array", items: resolveValue(facts.items, { ...at, many: true, place: facts }, scope, false) };
  if (facts.values !== void 0)
    return { kind: "map", values: resolveValue(facts.values, { ...at, many: true, place: facts }, scope, false) };
  if (facts.variants !== void 0) return resolveUnion(facts, facts.variants, at, scope);
  if (plain.kind === "number") return { ...plain, minimum: facts.minimum, maximum: facts.maximum };
  if (facts.format === void 0) return plain;
  if (plain.kind === "time") return { ...plain, format: resolveTimeFormat(facts, facts.format, plain.of, scope.reading) };
  if (plain.kind === "string") return { ...plain, format: resolveStringFormat(facts, facts.format, scope.reading) };
  return plain;
}
function resolveEnum(facts, plain, { reading }) {
  const fits2 = (value) => {
    if (plain.kind === "number") return typeof value === "number" && (!plain.integer || Number.isInteger(value));
    return typeof value === plain.kind;
  };
  const span = (index) => facts.enum === void 0 ? reading.spanOf(facts, "const") : reading.spanOf(facts.enum, index);
  const values = [];
  (facts.enum ?? [facts.const ?? null]).forEach((value, index) => {
    if (value === null) reading.report(records2.value(span(index), "null is not a value of its own", 'Say "nullable: true".'));
    else if (!fits2(value)) reading.report(records2.value(span(index), "the value is not of the field\u2019s type", "Quote it if it is text."));
    else if (values.includes(value)) reading.report(records2.value(span(index), `${shorten(String(value))} is listed twice`));
    else values.push(value);
  });
  return { kind: "enum", values, open: facts.open === true };
}
function resolveReference(facts, name, { reading, shared }) {
  const record = shared.get(name);
  if (record !== void 0) return { kind: "record", record };
  reading.report(records2.unknownRecord(reading.spanOf(facts, "record"), name, [...shared.keys()]));
  return { kind: "json" };
}
function resolveObject(facts, fields, at, scope) {
  const typeName = facts.type_name ?? nestedTypeName(at.owner, at.name, at.position, at.many);
  if (facts.type_name !== void 0 && !/^[A-Z][A-Za-z0-9]{0,63}$/.test(facts.type_name)) {
    scope.reading.report(records2.typeName(scope.reading.spanOf(facts, "type_name"), facts.type_name));
  }
  scope.types.claim(typeName, `the object in ${shorten(at.name)}`, scope.reading.keySpanOf(at.place, at.name));
  return { kind: "object", typeName, fields: resolveFields(fields, typeName, scope, { sensitive: at.sensitive }) };
}
function resolveUnion(facts, variants2, at, scope) {
  const { reading } = scope;
  if (!isMapping(variants2)) {
    if (facts.discriminator !== void 0)
      reading.report(records2.value(reading.spanOf(facts, "variants"), "a discriminator needs a mapping of its words to objects"));
    const members2 = variants2.map((each, index) => resolveValue(each, { ...at, position: index, place: variants2 }, scope, false).type);
    reportTwins(members2, variants2, reading);
    return { kind: "union", members: members2 };
  }
  const discriminator = facts.discriminator;
  if (discriminator === void 0) {
    reading.report(records2.fieldNeeds(reading.spanOf(facts), "union", "discriminator"));
    return { kind: "json" };
  }
  return {
    kind: "variants",
    discriminator,
    variants: [...variants2].map(([word, each], position) => {
      const fields = typeof each === "string" ? void 0 : each.fields;
      if (fields === void 0)
        reading.report(records2.value(reading.spanOf(variants2, word), `the variant ${shorten(word)} needs "fields"`));
      const object2 = resolveObject(
        typeof each === "string" ? {} : each,
        fields ?? /* @__PURE__ */ new Map(),
        {
          owner: nestedTypeName(at.owner, at.name, at.position, at.many),
          name: word,
          position,
          many: false,
          place: variants2,
          sensitive: at.sensitive
        },
        scope
      );
      const own = object2.fields.find((field) => field.name === discriminator);
      const tag = {
        name: discriminator,
        type: { kind: "enum", values: [word], open: false },
        nullable: false,
        optional: false,
        sensitive: at.sensitive,
        doc: own?.doc ?? docOf(void 0)
      };
      return { word, object: { ...object2, fields: [tag, ...object2.fields.filter((field) => field !== own)] } };
    })
  };
}
function reportTwins(members2, place, reading) {
  const seen = /* @__PURE__ */ new Map();
  members2.forEach((member3, index) => {
    for (const type of jsonTypesOf(member3)) {
      const twin = seen.get(type);
      if (twin !== void 0) {
        reading.report(records2.unionMembers(reading.spanOf(place, index), typeWords(twin), typeWords(member3)));
        return;
      }
    }
    for (const type of jsonTypesOf(member3)) seen.set(type, member3);
  });
}
function resolveTimeFormat(facts, format, of, reading) {
  const known = of === "datetime" ? NAMED_TIME_FORMATS : ["iso8601"];
  const name = known.find((each) => each === format);
  if (name !== void 0) return { kind: name };
  const span = reading.spanOf(facts, "format");
  const unknown = unknownDirective(format);
  if (!format.includes("%"))
    reading.report(
      records2.format(span, format, `a format of ${of}`, [
        ...known,
        of === "datetime" ? "%Y-%m-%d %H:%M:%S" : of === "date" ? "%d/%m/%Y" : "%H:%M"
      ])
    );
  else if (unknown !== void 0) reading.report(records2.directive(span, unknown));
  return { kind: "strftime", pattern: format };
}
function resolveStringFormat(facts, format, reading) {
  const known = STRING_FORMATS2.find((each) => each === format);
  if (known === void 0) reading.report(records2.format(reading.spanOf(facts, "format"), format, "a format of string", STRING_FORMATS2));
  return known;
}
function docOf(facts) {
  const examples = [...facts?.example === void 0 ? [] : [facts.example], ...facts?.examples ?? []].filter(isScalar);
  return { description: facts?.description, unit: facts?.unit, examples, deprecated: facts?.deprecated ?? false };
}
function isScalar(value) {
  return value === null || typeof value !== "object";
}
function isMapping(variants2) {
  return variants2 instanceof Map;
}

// generator/records/columns.ts
function resolveColumns(columns, keys, reading) {
  return [...columns].map(([name, column]) => {
    const isKey = keys.has(name) || column.primary_key === true || column.merge_key === true;
    if (isKey && column.nullable === true) reading.report(records2.keyNullable(reading.spanOf(column, "nullable"), name, "nullable"));
    return {
      name,
      type: resolveWord(column.data_type ?? "json"),
      nullable: !isKey && column.nullable !== false,
      optional: false,
      sensitive: false,
      doc: { description: column.description, unit: void 0, examples: [], deprecated: false }
    };
  });
}

// generator/records/build.ts
function buildRecords(input, reading) {
  const registry = new TypeRegistry(reading);
  for (const { name, what, span } of input.taken ?? []) registry.claim(name, what, span);
  const sharedNames = new Map([...input.records ?? []].map(([name]) => [name, namesOfRecord(name)]));
  const scope = { reading, types: registry, shared: sharedNames };
  for (const name of sharedNames.keys()) {
    const span = input.records === void 0 ? { start: 0, end: 0 } : reading.keySpanOf(input.records, name);
    if (!isRecordName(name)) reading.report(records2.recordName(span, name));
    else registry.claim(namesOfRecord(name).typeName, `the shared record ${shorten(name)}`, span);
  }
  const shared = [...input.records ?? []].map(([name, spec2]) => {
    const names2 = namesOfRecord(name);
    const readers = input.resources.filter((resource) => resource.record === name && !isDescribed(resource));
    const keys = new Set(readers.flatMap((resource) => resource.keys));
    const fields = spec2.fields === void 0 ? void 0 : resolveFields(spec2.fields, names2.typeName, scope, { keys });
    if (spec2.fields !== void 0) checkKeys(spec2.fields, keys, ["nullable", "optional"], reading);
    return typeOf(names2, spec2.description, fields, contractOf(spec2.schema_contract ?? readers[0]?.contract ?? input.contract));
  });
  const sharedByName = new Map([...sharedNames.keys()].map((name, index) => [name, shared[index]]));
  const own = [];
  const resources = input.resources.map((resource) => {
    const reused = isDescribed(resource) ? void 0 : sharedByName.get(resource.record ?? "");
    const type = reused ?? ownRecord(resource, scope);
    if (reused === void 0) own.push(type);
    return { resource: resource.name.raw, type, schemaFile: `schemas/${resource.name.kebab}.json` };
  });
  const finished = finish([...own, ...shared]);
  const byName = new Map(finished.map((type) => [type.typeName, type]));
  return { types: finished, resources: resources.map((each) => ({ ...each, type: byName.get(each.type.typeName) ?? each.type })) };
}
function isDescribed(resource) {
  return resource.fields !== void 0 || resource.columns !== void 0 || resource.schema !== void 0;
}
function ownRecord(resource, scope) {
  const raw = resource.record ?? recordNameOf(resource.name.raw);
  const names2 = namesOfRecord(raw);
  const span = resource.recordSpan ?? resource.nameSpan;
  if (!isRecordName(raw)) scope.reading.report(records2.recordName(span, raw));
  else scope.types.claim(names2.typeName, `the record of ${shorten(resource.name.raw)}`, span);
  const given = ["fields", "columns", "schema"].filter((key) => resource[key] !== void 0);
  const [first, second] = given;
  const doubled = second === void 0 ? void 0 : resource[second];
  if (first !== void 0 && second !== void 0 && doubled !== void 0) {
    scope.reading.report(records2.twoSources(scope.reading.spanOf(doubled), first, second));
  }
  const fields = fieldsOf(resource, names2.typeName, scope);
  return typeOf(names2, resource.description ?? resource.schema?.description, fields, contractOf(resource.contract));
}
function fieldsOf(resource, owner, scope) {
  const keys = new Set(resource.keys);
  if (resource.columns !== void 0) return resolveColumns(resource.columns, keys, scope.reading);
  const fields = resource.fields ?? resource.schema?.fields;
  if (fields === void 0) return void 0;
  checkKeys(fields, keys, resource.fields === void 0 ? ["nullable"] : ["nullable", "optional"], scope.reading);
  return resolveFields(fields, owner, scope, { keys });
}
var PASS = { columns: "evolve", dataType: "evolve" };
function typeOf(names2, description, fields, given) {
  const contract = fields === void 0 ? PASS : given;
  return {
    ...names2,
    extras: fields !== void 0 && contract.columns === "evolve" ? names2.extras : void 0,
    description,
    fields: fields ?? [],
    declared: fields !== void 0,
    contract,
    shared: false,
    needsExactNumbers: false,
    mayDiscardRows: contract.columns === "discard_row" || contract.dataType === "discard_row",
    mayDiscardValues: false
  };
}
function contractOf(spec2) {
  if (spec2 === void 0) return PASS;
  if (typeof spec2 === "string") return { columns: spec2, dataType: spec2 };
  return { columns: spec2.columns ?? "evolve", dataType: spec2.data_type ?? "evolve" };
}
function finish(types2) {
  const byName = new Map(types2.map((type) => [type.typeName, type]));
  const reached = new Map(types2.map((type) => [type, reachable(type, byName)]));
  const referred = new Set(types2.flatMap((type) => referencesOf(type.fields).map((record) => record.typeName)));
  return types2.map((type) => {
    const all2 = [type, ...reached.get(type) ?? []];
    return {
      ...type,
      shared: referred.has(type.typeName),
      needsExactNumbers: all2.some((each) => typesIn(each.fields).some((part2) => part2.kind === "bigint" || part2.kind === "decimal")),
      mayDiscardValues: all2.some((each) => each.contract.columns === "discard_value" || each.contract.dataType === "discard_value")
    };
  });
}
function reachable(type, byName) {
  const found = /* @__PURE__ */ new Set();
  const visit = (each) => {
    for (const { typeName } of referencesOf(each.fields)) {
      const next = byName.get(typeName);
      if (next === void 0 || found.has(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit(type);
  return [...found];
}
function isRecordName(name) {
  return /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name);
}

// generator/model/check.ts
function checkConnector(document, records3, reading) {
  checkPlainHttp(document, reading);
  document.resources.forEach((resource, index) => {
    for (const key of ["primary_key", "merge_key"]) checkKey(resource, key, records3.resources[index]?.type, reading);
    if (resource.write_disposition === "merge" && keysOf(resource.primary_key).length + keysOf(resource.merge_key).length === 0) {
      reading.report(spec.pattern(reading.spanOf(resource, "write_disposition"), "spec/merge-without-key", "merge needs a key to tell records apart", "Give the resource a primary_key."));
    }
    if (resource.endpoint?.paginator === void 0 && document.client.paginator === void 0) {
      reading.report(spec.warning(reading.spanOf(resource, "name"), "lint/no-paginator", `only the first page of ${shorten(resource.name)} is read`, "Name its paginator; single_page if there is one page."));
    }
  });
}
function checkKey(resource, key, record, reading) {
  const said2 = resource[key];
  const fields = keysOf(said2);
  fields.forEach((field, index) => {
    const span = typeof said2 === "object" && said2 !== null ? reading.spanOf(said2, index) : reading.spanOf(resource, key);
    if (fields.indexOf(field) !== index) reading.report(spec.pattern(span, "spec/duplicate-name", `${shorten(field)} is listed twice`));
    else if (record?.declared === true && !record.fields.some((each) => each.name === field)) {
      const match = closest(field, record.fields.map((each) => each.name));
      reading.report(spec.pattern(span, "spec/unknown-field", `${shorten(resource.name)} has no field ${shorten(field)}`, match === void 0 ? void 0 : `Did you mean "${match}"?`));
    }
  });
}
function checkPlainHttp(document, reading) {
  const url = new URL(document.client.base_url);
  if (url.protocol === "https:" || authSpecsOf(document).length === 0 || isLoopback(url.hostname)) return;
  reading.report(spec.pattern(reading.spanOf(document.client, "base_url"), "spec/url-plain-http", "credentials would be sent in clear", "Use https; only loopback hosts may use http."));
}
function isLoopback(host) {
  return host === "localhost" || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}

// generator/model/clashes.ts
function checkNames(document, reading) {
  const resources = /* @__PURE__ */ new Map();
  for (const resource of document.resources) {
    claim(resources, resource.name, "resource", reading.spanOf(resource, "name"), reading);
  }
  const options = new Map(CLIENT_OPTIONS.map((option) => [nameOf(option).camel.toLowerCase(), option]));
  for (const { name, span } of schemesInDocument(document, reading)) claim(options, name, "option", span, reading);
  for (const name of document.config?.keys() ?? []) {
    if (document.config !== void 0) claim(options, name, "option", reading.keySpanOf(document.config, name), reading);
  }
}
var CLIENT_OPTIONS = ["base_url", "fetch", "sleep", "random", "timeout_ms"];
function claim(taken, name, what, span, reading) {
  const identifier2 = nameOf(name).camel.toLowerCase();
  const first = taken.get(identifier2);
  if (first === name) reading.report(spec.pattern(span, "spec/duplicate-name", `${what} ${shorten(name)} is already defined`));
  else if (first !== void 0) reading.report(spec.pattern(span, "spec/identifier-collision", `${shorten(name)} and ${shorten(first)} would have one name in the package`, "Rename one of them."));
  else taken.set(identifier2, name);
}

// generator/model/build.ts
function buildModel(document, specPath, reading) {
  const name = nameOf(document.name);
  const config = buildConfig(document, name, reading);
  const auth = authSpecsOf(document).map((spec2) => schemeOf(spec2.type).build(spec2));
  const authParams = auth.flatMap((model) => schemeOf(model.type).queryParams(model));
  checkNames(document, reading);
  const headers = buildHeaders(document.client.headers, config, reading);
  const resources = document.resources.map((resource) => buildResource(resource, document, config, authParams, reading));
  const records3 = buildRecords(
    {
      taken: takenTypes(document, reading),
      resources: document.resources.map((resource) => ({
        name: nameOf(resource.name),
        nameSpan: reading.spanOf(resource, "name"),
        record: resource.record,
        recordSpan: resource.record === void 0 ? void 0 : reading.spanOf(resource, "record"),
        description: resource.description,
        fields: resource.fields,
        columns: resource.columns,
        schema: resource.schema,
        keys: [...keysOf(resource.primary_key), ...keysOf(resource.merge_key)],
        contract: resource.schema_contract ?? document.schema_contract
      })),
      records: document.records,
      contract: document.schema_contract
    },
    reading
  );
  checkConnector(document, records3, reading);
  if (reading.diagnostics.some((each) => each.severity === "error")) return void 0;
  return {
    name,
    packageName: document.package ?? `${name.kebab}-connector`,
    version: document.version ?? "0.1.0",
    description: document.description ?? `A typed connector for the ${document.name} API.`,
    license: document.license ?? "MIT",
    author: document.author ?? null,
    repository: document.repository ?? null,
    specPath,
    baseUrl: document.client.base_url.replace(/\/+$/, ""),
    headers,
    timeoutMs: Math.round((document.client.timeout ?? 60) * 1e3),
    retry: retryOf(document),
    auth,
    config,
    resources: resources.flatMap((resource) => resource ?? []),
    records: records3
  };
}
function takenTypes(document, reading) {
  const { pascal } = nameOf(document.name);
  const own = [...OWN_TYPES.map((type) => `${pascal}${type}`), "FetchPage", "RecordPlace"].map((name) => ({ name, what: "a type of the package", span: reading.spanOf(document, "name") }));
  const ofResources = document.resources.flatMap(
    (resource) => RESOURCE_TYPES.map(([suffix, what]) => ({ name: `${nameOf(resource.name).pascal}${suffix}`, what: `the ${what} of ${shorten(resource.name)}`, span: reading.spanOf(resource, "name") }))
  );
  return [...own, ...ofResources];
}
var OWN_TYPES = ["Client", "ClientOptions", "Error", "ErrorCode", ..."Auth Http Network Pagination RateLimited Record Response State Timeout".split(" ").map((kind) => `${kind}Error`)];
var RESOURCE_TYPES = [
  ["Resource", "resource type"],
  ["Page", "page"],
  ["State", "state"],
  ["ReadOptions", "options"]
];
function retryOf({ client: { retry = {} } }) {
  return {
    statuses: [...new Set(retry.statuses ?? [429, 500, 502, 503, 504])].sort((a, b) => a - b),
    maxRetries: retry.max_retries ?? 3,
    backoffMs: Math.round((retry.backoff_factor ?? 1) * 1e3),
    maxBackoffMs: Math.round((retry.max_delay ?? 30) * 1e3),
    maxRetryAfterMs: Math.round((retry.max_retry_after ?? 60) * 1e3)
  };
}

// generator/output/format.ts
var LAYOUT = { printWidth: 120, singleQuote: true };
async function formatFiles(files) {
  const { format } = await import("oxfmt");
  return Promise.all(
    files.map(async ({ path, text: text2 }) => {
      if (!/\.(?:ts|md)$/.test(path)) return { path, text: text2 };
      const { code: code2, errors } = await format(path, text2, LAYOUT);
      if (errors.length > 0) return { path, text: text2 };
      return { path, text: path.endsWith(".ts") && isPrettiers(code2) ? await formatByPrettier(code2) : code2 };
    })
  );
}
function isPrettiers(code2) {
  return Array.from(code2.matchAll(BROKEN_UNION), ([union2]) => union2.replace(/\n *\|/g, " |")).some(
    (line) => line.length <= LAYOUT.printWidth + 2
  );
}
var BROKEN_UNION = /^( *)\| .*(?:\n\1\| .*)*/gm;
async function formatByPrettier(text2) {
  const { format } = await import("prettier");
  return format(text2, { ...LAYOUT, parser: "babel-ts" });
}

// generator/output/native-compiler.ts
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire as createRequire2 } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join as join2 } from "node:path";
import { promisify } from "node:util";
var UNCHECKED = "// @ts-nocheck\n";
function nativeCompiler() {
  const library = findLibrary();
  if (library === void 0) return void 0;
  return async (files) => {
    const folder = await mkdtemp(join2(tmpdir(), "tapwright-"));
    try {
      await writeSources(folder, files, library);
      return parseFaults(await runCompiler(library, folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}
function findLibrary() {
  try {
    const compiler = createRequire2(import.meta.url).resolve("typescript/package.json");
    const own = createRequire2(compiler).resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`);
    const library = join2(dirname(own), "lib");
    return existsSync(programIn(library)) ? library : void 0;
  } catch {
    return void 0;
  }
}
function programIn(library) {
  return join2(library, process.platform === "win32" ? "tsc.exe" : "tsc");
}
async function writeSources(folder, files, library) {
  const target = targetAt(folder, folder);
  const folders = new Set(files.map(({ path }) => dirname(pathInside(target, path))));
  await Promise.all([...folders].map((each) => mkdir(each, { recursive: true })));
  await Promise.all([
    writeFile(join2(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ["."] })),
    writeFile(join2(folder, "package.json"), '{"type":"module"}'),
    writeFile(join2(folder, "web.d.ts"), await readWebTypes(join2(library, "lib.dom.d.ts"))),
    ...files.map(({ path, text: text2 }) => writeFile(pathInside(target, path), isChecked(path) ? text2 : UNCHECKED + text2))
  ]);
}
async function runCompiler(library, folder) {
  try {
    const { stdout } = await run(programIn(library), ["-p", folder, "--pretty", "false"], { cwd: folder, maxBuffer: 1 << 26 });
    return stdout;
  } catch (error2) {
    const said2 = error2 instanceof Error && "stdout" in error2 && typeof error2.stdout === "string" ? error2.stdout : "";
    if (said2.search(FAULT) < 0) throw error2;
    return said2;
  }
}
var run = promisify(execFile);
var FAULT = /^(?:(.+)\((\d+),\d+\): )?error TS(\d+): (.*(?:\n .*)*)/gm;
function parseFaults(output) {
  return Array.from(output.matchAll(FAULT), ([, path, line, number, text2 = ""]) => {
    const message = text2.replace(/\s*\n\s*/g, " ");
    if (path === void 0) return [{ message }];
    if (isChecked(path)) return [{ path, line: Number(line), message }];
    return isSyntax(Number(number)) ? [{ path, line: Number(line) - 1, message }] : [];
  }).flat();
}
function isSyntax(number) {
  return number < 2e3;
}

// generator/output/verify.ts
var MOST = 20;
async function verifyFiles(files, compile) {
  const sources = files.filter(({ path }) => path.endsWith(".ts"));
  const faults = await (compile ?? await findCompiler())(sources);
  const diagnostics = faults.map(({ path, line, message }) => internal.emittedCode(path ?? "the code", line, message));
  return [...brokenJson(files), ...diagnostics].slice(0, MOST);
}
async function findCompiler() {
  return nativeCompiler() ?? (await import("./script-compiler-RPBIDHCX.js")).compileInProcess;
}
function brokenJson(files) {
  return files.filter(({ path }) => path.endsWith(".json")).flatMap(({ path, text: text2 }) => {
    try {
      JSON.parse(text2);
      return [];
    } catch (error2) {
      return [internal.emittedCode(path, void 0, String(error2))];
    }
  });
}

// generator/spec/defaults.ts
function applyDefaults(root) {
  if (root.kind !== "map") return root;
  const defaults = valueOf2(root, "resource_defaults");
  const entries = root.entries.map((entry2) => {
    if (entry2.key !== "resources" || entry2.value.kind !== "list") return entry2;
    const items = entry2.value.items.map((item) => applyTo(spellOut(item), defaults));
    return { ...entry2, value: { ...entry2.value, items } };
  });
  return { ...root, entries };
}
function applyTo(resource, defaults) {
  return resource.kind === "map" && defaults?.kind === "map" ? merge(resource, defaults, mergeResourceKey) : resource;
}
function merge(own, defaults, mergeKey) {
  const entries = own.entries.map((entry2) => {
    const inherited = valueOf2(defaults, entry2.key);
    const both = entry2.value.kind === "map" && inherited?.kind === "map";
    return both ? { ...entry2, value: mergeKey(entry2.key, entry2.value, inherited) } : entry2;
  });
  const missing = defaults.entries.filter((entry2) => valueOf2(own, entry2.key) === void 0);
  return { ...own, entries: [...entries, ...missing] };
}
function mergeResourceKey(key, own, inherited) {
  if (key === "endpoint") return merge(own, inherited, mergeEndpointKey);
  if (key === "fields" || key === "columns") return merge(own, inherited, mergeOneLevel);
  return own;
}
function mergeEndpointKey(key, own, inherited) {
  return key === "params" || key === "json" ? merge(own, inherited, keepOwn) : own;
}
function mergeOneLevel(_key, own, inherited) {
  return merge(own, inherited, keepOwn);
}
function keepOwn(_key, own) {
  return own;
}
function spellOut(resource) {
  if (resource.kind === "scalar" && typeof resource.value === "string") {
    const entry2 = { key: "name", keySpan: resource.span, value: resource };
    return { kind: "map", span: resource.span, entries: [entry2] };
  }
  if (resource.kind !== "map") return resource;
  const entries = resource.entries.map((entry2) => {
    if (entry2.key !== "endpoint" || entry2.value.kind !== "scalar" || typeof entry2.value.value !== "string") return entry2;
    const path = { key: "path", keySpan: entry2.value.span, value: entry2.value };
    return { ...entry2, value: { kind: "map", span: entry2.value.span, entries: [path] } };
  });
  return { ...resource, entries };
}
function valueOf2(node, key) {
  return node.entries.find((entry2) => entry2.key === key)?.value;
}

// generator/records/schema-shape.ts
var schemaShape = {
  expected: "a JSON Schema",
  schema: {
    type: "object",
    description: "The fields of a record as JSON Schema (draft 2020-12): type, properties, required, items, additionalProperties, enum, const, format, minimum, maximum, anyOf, oneOf, $ref to #/$defs, description, examples, deprecated. A property that is not required may be missing. Other keywords are refused."
  },
  accepts: (node) => node.kind === "map",
  read(node, reading) {
    if (node.kind !== "map") {
      reading.report(records2.schema(node.span, `expected a JSON Schema, got ${kindOf(node)}`));
      return void 0;
    }
    const facts = new SchemaReader(node, reading).facts(node, []);
    if (facts === void 0) return void 0;
    if (facts.fields === void 0) {
      reading.report(records2.schema(node.span, 'a record is an object with "properties"'));
      return void 0;
    }
    const described = facts.description === void 0 ? {} : { description: facts.description };
    return reading.remember({ ...described, fields: facts.fields }, node);
  }
};
var IGNORED = /* @__PURE__ */ new Set([
  "$schema",
  "$id",
  "$comment",
  "$defs",
  "title",
  "default",
  "readOnly",
  "writeOnly",
  "required",
  "type"
]);
var FORMATS = new Map([
  ["date-time", { type: "datetime" }],
  ["date", { type: "date" }],
  ["time", { type: "time" }],
  ...["uuid", "uri", "email", "ipv4", "ipv6"].map((format) => [format, { format }])
]);
var TYPES = ["string", "integer", "number", "boolean", "object", "array"];
var SchemaReader = class {
  #root;
  #reading;
  constructor(root, reading) {
    this.#root = root;
    this.#reading = reading;
  }
  /** What a schema says, `nullable` included. `within` are the definitions it stands in. */
  facts(node, within) {
    if (node.kind === "scalar" && node.value === true) return { type: "json" };
    if (node.kind !== "map") return this.#refuse(node, `expected a schema, got ${kindOf(node)}`);
    const ref = entry(node, "$ref");
    if (ref !== void 0) return this.#definition(ref, within);
    const draft = { nullable: false, ...this.#type(node) };
    for (const { key, keySpan, value } of node.entries) {
      if (IGNORED.has(key)) continue;
      if (!this.#keyword(key, value, node, draft, within)) {
        this.#reading.report(
          records2.schema(keySpan, `"${key}" is not checked here`, 'Leave it out, or describe the record with "fields".')
        );
      }
    }
    if (draft.type === void 0 && draft.enum === void 0 && draft.const === void 0 && draft.fields === void 0 && draft.values === void 0) {
      draft.type = draft.items === void 0 ? "json" : "array";
    }
    if (draft.type === "json") delete draft.nullable;
    if (draft.values !== void 0) draft.type = "map";
    return this.#reading.remember(draft, node);
  }
  /** Takes one keyword into the draft; false when it is none that can be. */
  #keyword(key, value, node, draft, within) {
    switch (key) {
      case "description":
        draft.description = String(toJson(value));
        return true;
      case "deprecated":
        draft.deprecated = toJson(value) === true;
        return true;
      case "examples":
        if (value.kind === "list") draft.examples = value.items.map(toJson);
        return true;
      case "minimum":
      case "maximum":
        if (value.kind === "scalar" && typeof value.value === "number") draft[key] = value.value;
        else this.#refuse(value, `expected a number, got ${kindOf(value)}`);
        return true;
      case "format":
        this.#format(value, draft);
        return true;
      case "enum":
        if (value.kind === "list") this.#enum(value, draft);
        else this.#refuse(value, `expected a list, got ${kindOf(value)}`);
        return true;
      case "const":
        draft.const = toJson(value);
        return true;
      case "items":
        draft.items = this.facts(value, within) ?? "json";
        return true;
      case "properties":
        draft.fields = this.#properties(value, node, within);
        return true;
      case "additionalProperties":
        if (value.kind === "map" && entry(node, "properties") === void 0) draft.values = this.facts(value, within) ?? "json";
        else if (toJson(value) !== true) {
          this.#reading.report(
            records2.schema(
              value.span,
              "undeclared fields are a matter of the contract",
              'Say "schema_contract: freeze" beside the schema.'
            )
          );
        }
        return true;
      case "anyOf":
      case "oneOf":
        this.#alternatives(value, draft, within);
        return true;
      default:
        return false;
    }
  }
  /** The type word, or the union, that `type` stands for. */
  #type(node) {
    const value = entry(node, "type");
    if (value === void 0) return {};
    const words2 = (value.kind === "list" ? value.items : [value]).map((item) => {
      const word = TYPES.find((each) => each === toJson(item));
      if (word === void 0 && toJson(item) !== "null") this.#refuse(item, "not a type of JSON Schema");
      return word;
    });
    const types2 = words2.filter((word) => word !== void 0);
    const nullable2 = words2.length > types2.length;
    const [only] = types2;
    return types2.length > 1 ? { type: "union", variants: types2, nullable: nullable2 } : { ...only === void 0 ? {} : { type: only }, nullable: nullable2 };
  }
  #format(value, draft) {
    const format = FORMATS.get(String(toJson(value)));
    if (format === void 0) this.#refuse(value, "not a format that is checked", `Checked: ${[...FORMATS.keys()].join(", ")}.`);
    else Object.assign(draft, format);
  }
  #enum(value, draft) {
    const values = value.items.map(toJson);
    if (values.includes(null)) draft.nullable = true;
    draft.enum = this.#reading.remember(
      values.filter((each) => each !== null),
      { ...value, items: value.items.filter((item) => toJson(item) !== null) }
    );
  }
  #properties(value, node, within) {
    const fields = /* @__PURE__ */ new Map();
    if (value.kind !== "map") {
      this.#refuse(value, `expected a mapping, got ${kindOf(value)}`);
      return fields;
    }
    const required2 = entry(node, "required");
    const names2 = new Set(required2?.kind === "list" ? required2.items.map(toJson) : []);
    for (const each of value.entries) {
      const facts = this.facts(each.value, within);
      if (facts !== void 0) fields.set(each.key, this.#reading.remember({ ...facts, optional: !names2.has(each.key) }, each.value));
    }
    return this.#reading.remember(fields, value);
  }
  /** One of several schemas: null among them makes it nullable, what is left is a union. */
  #alternatives(value, draft, within) {
    if (value.kind !== "list") {
      this.#refuse(value, `expected a list, got ${kindOf(value)}`);
      return;
    }
    const isNull2 = (node) => node.kind === "map" && toJson(entry(node, "type") ?? node) === "null";
    const schemas = value.items.filter((item) => !isNull2(item));
    const members2 = schemas.flatMap((item) => this.facts(item, within) ?? []);
    const [only] = members2;
    const nullable2 = schemas.length < value.items.length || members2.some((member3) => member3.nullable === true);
    if (members2.length === 1 && only !== void 0) Object.assign(draft, only, { nullable: nullable2 });
    else Object.assign(draft, { type: "union", variants: this.#reading.remember(members2, { ...value, items: schemas }), nullable: nullable2 });
  }
  #definition(ref, within) {
    const name = /^#\/\$defs\/([^/]+)$/.exec(String(toJson(ref)))?.[1];
    const definitions2 = entry(this.#root, "$defs");
    const found = name !== void 0 && definitions2?.kind === "map" ? entry(definitions2, name) : void 0;
    if (name === void 0 || found === void 0) return this.#refuse(ref, "not a schema under #/$defs of this one");
    if (within.includes(name)) return this.#refuse(ref, "a schema that contains itself", 'Describe it under "records", where records may.');
    return this.facts(found, [...within, name]);
  }
  #refuse(node, message, hint) {
    this.#reading.report(records2.schema(node.span, message, hint));
    return void 0;
  }
};
function entry(node, key) {
  return node.entries.find((each) => each.key === key)?.value;
}

// generator/spec/placeholders.ts
var checkTemplate = (value, span, reading) => {
  const parsed = parseTemplate(value);
  if (!parsed.ok) reading.report(spec.pattern(span, "spec/placeholder", parsed.message));
  return parsed.ok;
};

// generator/spec/document.ts
var paginatorShape = variants("a paginator", paginators, "How to get from page to page. Default: there is one page.");
var authSchemeShape = keepingSecrets(variants("an auth scheme", authSchemes, "How requests are signed. Secrets never stand in a spec."));
var authShape = oneOf("an auth scheme or a list of them", [authSchemeShape, list2(authSchemeShape, { description: "A choice: the client takes the credentials of any one of these.", min: 1 })], {
  description: "How requests are signed: one scheme, or a list of schemes the caller chooses from."
});
var headersShape = mapOf(text({ description: "The value; `{config.x}` is replaced.", check: all(checkHeaderValue, checkTemplate), allowEmpty: true }), {
  description: "Headers sent with every request.",
  key: checkHeaderName,
  examples: [{ Accept: "application/vnd.github+json" }]
});
var paramValue = oneOf(
  "a text, number, true, false, null or a list of them",
  [
    text({ description: "A text; `{config.x}` is replaced.", check: checkTemplate, allowEmpty: true }),
    scalar({ description: "A number, true or false; null: not sent." })
  ],
  { description: "The value." }
);
var paramsShape = mapOf(paramValue, { description: "Query parameters sent with every request.", examples: [{ state: "all" }] });
var endpointKeys = {
  path: optional(text({ description: "Appended to base_url; `{config.x}` is replaced, percent-encoded. Default: the name of the resource.", check: checkTemplate, allowEmpty: true, examples: ["/v1/events"] })),
  method: optional(choice("a method", ["GET"], { description: "The HTTP method.", default: "GET" })),
  params: optional(paramsShape),
  headers: optional(headersShape),
  data_selector: optional(nullable(text({ description: "Where the records are in the body: JSONPath, `$` for the whole body.", default: "$", check: checkSelector, examples: ["data", "result.items"] }))),
  paginator: optional(nullable(paginatorShape)),
  json: later("Only GET is read so far."),
  data: later("Only GET is read so far."),
  auth: later("Give auth under client."),
  incremental: later("Every read is a full read so far."),
  response_actions: later("A status that is not a success ends the read with an error.")
};
var keyShape = oneOf("a field or a list of fields", [text({ description: "One field." }), list2(text({ description: "A field." }), { description: "Several fields.", min: 1 })], {
  description: "The field, or fields, that tell records apart. Never null."
});
var resourceKeys = {
  description: optional(text({ description: "What one record is, for the reader of the package.", allowEmpty: true })),
  primary_key: optional(nullable(keyShape)),
  merge_key: optional(nullable(keyShape)),
  write_disposition: optional(choice("a write disposition", ["append", "replace", "merge"], { description: "What a destination does with records it already has.", default: "append" })),
  record: optional(text({ description: "Name of the record type. Default: the singular of the resource: events \u2192 Event.", check: checkName })),
  fields: optional(fieldsShape),
  columns: optional(columnsShape),
  schema: optional(schemaShape),
  schema_contract: optional(schemaContractShape),
  selected: optional(boolean({ description: "False: readable, but not part of a sync.", default: true })),
  include_from_parent: later("Children of other resources are not read so far."),
  processing_steps: later("Change records where you use them."),
  parallelized: later("Pages are read one after the other."),
  table_name: later("The name of the resource is the name of its table."),
  max_table_nesting: later("Nested values stay nested."),
  table_format: later("It is a matter of the destination."),
  file_format: later("It is a matter of the destination.")
};
var resourceShape = object(
  "a resource",
  {
    name: required(text({ description: "Name of the resource: a property of the client, a file, a table.", check: checkName, examples: ["events"] })),
    endpoint: optional(object("endpoint", endpointKeys, { description: "What to request." })),
    ...resourceKeys
  },
  { description: "One kind of record, and the endpoint it is read from." }
);
var { path: _path, ...defaultEndpointKeys } = endpointKeys;
var { description: _description, record: _record, ...defaultResourceKeys } = resourceKeys;
var resourceDefaultsShape = object(
  "resource_defaults",
  { endpoint: optional(object("resource_defaults.endpoint", defaultEndpointKeys, { description: "What to request." })), ...defaultResourceKeys },
  { description: "What every resource has unless it says otherwise; merged as dlt does: one level deep for endpoint, params and columns." }
);
var CONFIG_TYPES = ["string", "integer", "number", "boolean", "datetime", "date"];
var configTypeShape = choice("a type of option", CONFIG_TYPES, { description: "The type of the option." });
var configOptionShape = oneOf(
  "a type or a mapping",
  [
    configTypeShape,
    object(
      "a config option",
      {
        type: required(configTypeShape),
        description: optional(text({ description: "What it does, for the caller." })),
        optional: optional(boolean({ description: "Whether it may be left out.", default: false })),
        default: optional(scalar({ description: "Its value when it is left out." }))
      },
      { description: "An option that the caller of the client supplies." }
    )
  ],
  { description: "An option that the caller of the client supplies; `{config.name}` stands for it." }
);
var clientShape = object(
  "client",
  {
    base_url: required(text({ description: "Where the API is; paths are appended.", check: checkUrl, examples: ["https://api.example.com"] })),
    headers: optional(headersShape),
    auth: optional(nullable(authShape)),
    paginator: optional(nullable(paginatorShape)),
    retry: optional(
      object(
        "retry",
        {
          statuses: optional(list2(integer({ description: "An HTTP status.", min: 400, max: 599 }), { description: "Statuses that are tried again.", default: [429, 500, 502, 503, 504] })),
          max_retries: optional(integer({ description: "Tries after the first.", min: 0, max: 20, default: 3 })),
          backoff_factor: optional(decimalNumber({ description: "Seconds before the first retry; doubled for each further one, with jitter.", min: 0, max: 3600, default: 1 })),
          max_delay: optional(decimalNumber({ description: "Seconds that the backoff never exceeds.", min: 0, max: 86400, default: 30 })),
          max_retry_after: optional(decimalNumber({ description: "Seconds of Retry-After up to which a read waits; beyond, it ends with an error that carries the state.", min: 0, max: 86400, default: 60 }))
        },
        { description: "What is tried again, and when." }
      )
    ),
    timeout: optional(decimalNumber({ description: "Seconds for one attempt, its body included.", min: 1e-3, max: 86400, default: 60 })),
    session: later("The client takes a `fetch` of yours.")
  },
  { description: "The API: where it is and how to talk to it." }
);
var specShape = object(
  "a spec",
  {
    name: required(text({ description: "Name of the connector: its folder under generated/, its classes, its environment variables.", check: checkConnectorName, examples: ["analytics"] })),
    package: optional(text({ description: "Name on npm. Default: <name>-connector.", check: checkPackageName, examples: ["@acme/analytics-connector"] })),
    version: optional(text({ description: "Version of the package.", check: checkVersion, default: "0.1.0" })),
    description: optional(text({ description: "One sentence about the connector.", allowEmpty: true })),
    license: optional(text({ description: "SPDX name of the license.", default: "MIT" })),
    author: optional(text({ description: "Who holds the copyright, for the LICENSE file." })),
    repository: optional(text({ description: "URL of the repository the package is published from.", check: checkUrl })),
    config: optional(mapOf(configOptionShape, { description: "What the caller supplies beside credentials: options of the client.", key: checkName })),
    client: required(clientShape),
    resource_defaults: optional(resourceDefaultsShape),
    records: optional(recordsShape),
    schema_contract: optional(schemaContractShape),
    resources: required(list2(resourceShape, { description: "What can be read.", min: 1 }))
  },
  { description: "A tapwright spec: one REST API, as a connector." }
);
function variants(what, all2, description) {
  return tagged("type", what, Object.fromEntries(all2.map((each) => [each.type, each.shape])), { description });
}
function keepingSecrets(shape8) {
  const known = authSchemes.map((scheme) => scheme.type);
  return {
    ...shape8,
    read(node, reading) {
      if (node.kind !== "scalar" || typeof node.value !== "string" || closest(node.value, known) !== void 0) return shape8.read(node, reading);
      reading.report(spec.secret(node.span, "spec/enum", "expected an auth scheme", `Known: ${list(known)}.`));
      return void 0;
    }
  };
}
function all(...checks) {
  return (value, span, reading) => checks.every((check) => check(value, span, reading));
}

// generator/spec/validate.ts
function validate(source) {
  const reading = new Reading();
  const document = specShape.read(applyDefaults(source.root), reading);
  return { document: reading.diagnostics.length === 0 ? document : void 0, reading };
}

// generator/generate.ts
async function generate(source, recordings) {
  const { document, reading } = validate(source);
  const model = document === void 0 ? void 0 : buildModel(document, source.path, reading);
  if (model === void 0) return { ok: false, diagnostics: reading.diagnostics };
  const gathered = gatherFixtures(model, recordings);
  if (!gathered.ok) return { ok: false, diagnostics: [...reading.diagnostics, ...gathered.diagnostics] };
  const files = await formatFiles(await emitPackage(model, gathered.fixtures));
  const problems = await verifyFiles(files);
  if (problems.length > 0) return { ok: false, diagnostics: problems };
  return { ok: true, diagnostics: reading.diagnostics, model, files: withLock(files, version, source.text) };
}
export {
  generate
};
