import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  Lines
} from "./chunk-765UOFLF.js";
import {
  closest,
  error,
  list,
  printable,
  shorten
} from "./chunk-3EQSA2BL.js";
import {
  __commonJS,
  __toESM
} from "./chunk-7BOAENXZ.js";

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports, module) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open, close, replace = open) => (input) => {
      let string = "" + input, index = string.indexOf(close, open.length);
      return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
    };
    var replaceClose = (string, close, replace, index) => {
      let result = "", cursor = 0;
      do {
        result += string.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string.indexOf(close, cursor);
      } while (~index);
      return result + string.substring(cursor);
    };
    var createColors2 = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module.exports = createColors2();
    module.exports.createColors = createColors2;
  }
});

// generator/commands/exit-code.ts
var EXIT = {
  done: 0,
  /** The spec is refused, or `--check` found stale output. */
  refused: 1,
  /** Wrong usage, or a missing environment variable. */
  usage: 2,
  /** Refused or failed to write. */
  output: 3,
  /** Recordings or state are refused. */
  fixtures: 5,
  /** Our bug. */
  bug: 70,
  interrupted: 130
};
function exitCodeOf(diagnostics) {
  return Math.max(EXIT.done, ...diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => codeOf(code)));
}
function codeOf(code) {
  if (code === "out/stale") return EXIT.refused;
  if (code === "cli/interrupted") return EXIT.interrupted;
  if (code === "fixtures/symlink") return EXIT.output;
  switch (code.slice(0, code.indexOf("/"))) {
    case "cli":
      return EXIT.usage;
    case "out":
      return EXIT.output;
    case "fixtures":
      return EXIT.fixtures;
    case "internal":
      return EXIT.bug;
    default:
      return EXIT.refused;
  }
}

// generator/diagnostics/frame.ts
var import_picocolors = __toESM(require_picocolors(), 1);
var MOST = 50;
var WIDTH = 80;
function renderDiagnostics(diagnostics, source, options) {
  const lines = new Lines(source.text);
  const colors = (0, import_picocolors.createColors)(options.color);
  const secrets = diagnostics.flatMap(({ secret, span }) => secret === true && span !== void 0 ? [span] : []);
  const shown2 = sortByPlace(diagnostics).slice(0, MOST).map((diagnostic) => {
    const paint = diagnostic.severity === "error" ? colors.red : colors.yellow;
    const { code, severity, span } = diagnostic;
    const at = span === void 0 ? void 0 : lines.at(span.start);
    const path = printable(source.path) + (at === void 0 ? "" : `:${at.line}:${at.column}`);
    const head = `${colors.bold(path)}: ${paint(`${severity}[${code}]`)}: ${sentence(diagnostic)}
`;
    if (span === void 0 || source.text === "") return head;
    return `${head}
${frame(span, lines, secrets, colors.dim, paint)}
`;
  });
  if (diagnostics.length > MOST) shown2.push(`\u2026 and ${diagnostics.length - MOST} more
`);
  return shown2.join("");
}
function diagnosticsToJson(diagnostics, source) {
  const lines = new Lines(source.text);
  return sortByPlace(diagnostics).map(({ code, severity, message, hint, span }) => {
    const start = span === void 0 ? void 0 : lines.at(span.start);
    const end = span === void 0 ? void 0 : lines.at(span.end);
    return {
      file: source.path,
      ...start === void 0 ? {} : { line: start.line, column: start.column },
      ...end === void 0 ? {} : { endLine: end.line, endColumn: end.column },
      code,
      severity,
      message: printable(message),
      ...hint === void 0 ? {} : { hint: printable(hint) }
    };
  });
}
function sortByPlace(diagnostics) {
  return [...diagnostics].sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1));
}
function sentence({ message, hint }) {
  if (hint === void 0) return printable(message);
  const continued = hint.replace(/^[A-Z](?=[a-z]*\b)/, (letter) => letter.toLowerCase()).replace(/\.$/, "");
  return printable(`${message}; ${continued}`);
}
function frame(span, lines, secrets, dim, paint) {
  const { line } = lines.at(span.start);
  const start = lines.startOf(line);
  const marked = cells(lines.line(line), start, secrets);
  const from = marked.findIndex((cell) => cell.end > span.start);
  const first = from === -1 ? marked.length : from;
  const beyond = marked.findIndex((cell) => cell.start >= Math.max(span.end, span.start + 1));
  const view = visible(marked, first, beyond === -1 ? marked.length : beyond);
  const gutter = String(line).length;
  const row = (number, text) => `${`  ${dim(`${number.padStart(gutter)} |`)} ${text}`.trimEnd()}
`;
  const above = cells(lines.line(line - 1), lines.startOf(line - 1), secrets);
  return [
    ...above.every((cell) => cell.text.trim() === "") ? [] : [row(String(line - 1), visible(above, 0, 0).text)],
    row(String(line), view.text),
    row("", " ".repeat(view.before) + paint("^".repeat(Math.max(1, view.width))))
  ].join("");
}
function cells(line, start, marked) {
  const secrets = secretsOf(line, start, marked);
  const found = [];
  let at = start;
  for (const sign of line) {
    const end = at + sign.length;
    const secret = secrets.find((each) => each.start < end && at < each.end);
    const last = found.at(-1);
    if (secret === void 0) found.push({ ...shown(sign), start: at, end });
    else if (last?.text === MASK && last.end > secret.start) found[found.length - 1] = { ...last, end };
    else found.push({ text: MASK, width: MASK.length, start: at, end });
    at = end;
  }
  return found;
}
var MASK = "***";
function shown(sign) {
  if (sign === "	") return { text: "\u2192 ", width: 2 };
  const text = printable(sign).replace(new RegExp("\\p{Surrogate}", "u"), (half) => `\\u${half.charCodeAt(0).toString(16)}`);
  if (text !== sign) return { text, width: text.length };
  if (new RegExp("\\p{Mark}|[\\ufe00-\\ufe0f]", "u").test(sign)) return { text, width: 0 };
  return { text, width: WIDE.test(sign) ? 2 : 1 };
}
var WIDE = new RegExp("[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{1f300}-\\u{1faff}\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}", "u");
function visible(line, first, beyond) {
  const widthOf = (some) => some.reduce((sum, cell) => sum + cell.width, 0);
  let left = 0;
  let right = line.length;
  if (widthOf(line) > WIDTH) {
    let room = WIDTH - 2;
    left = right = Math.min(first, line.length - 1);
    const take = (index) => {
      const width = line[index]?.width ?? Infinity;
      const fits = width <= room;
      if (fits) room -= width;
      return fits;
    };
    while (right < beyond && take(right)) right++;
    for (let context = 0; context < 20 && left > 0 && take(left - 1); context++) left--;
    while (right < line.length && take(right)) right++;
    while (left > 0 && take(left - 1)) left--;
  }
  const cutLeft = left > 0 ? "\u2026" : "";
  const cutRight = right < line.length ? "\u2026" : "";
  return {
    text: `${cutLeft}${line.slice(left, right).map((cell) => cell.text).join("")}${cutRight}`,
    before: cutLeft.length + widthOf(line.slice(left, first)),
    width: widthOf(line.slice(first, Math.min(beyond, right)))
  };
}
function secretsOf(line, start, marked) {
  const looking = [...line.matchAll(LOOKS_SECRET)].map(({ index, 0: value }) => ({
    start: start + index,
    end: start + index + value.length
  }));
  return [...marked, ...looking];
}
var LOOKS_SECRET = /(?<=\b(?:token|\w+_token|password|passphrase|secret|\w+_secret|api_?key|private_key|authorization)["']?[ \t]*:[ \t]+)(?!["']?\$?\{|\[|[a-z_]+[ \t]*(?:[,}#]|$))[^\s,}][^,}]*|(?<=:\/\/)[^\s\/@]+(?=@)/gi;

// generator/commands/report.ts
var FORMATS = ["human", "json"];
var THE_RUN = { path: "tapwright", text: "" };
function report(outcome, format, { stdout, stderr }) {
  const exitCode = outcome.exitCode ?? exitCodeOf(outcome.findings.flatMap(({ diagnostics }) => diagnostics));
  if (format === "json") {
    const diagnostics = outcome.findings.flatMap((finding) => diagnosticsToJson(finding.diagnostics, finding.source ?? THE_RUN));
    stdout.write(`${JSON.stringify({ ok: exitCode === 0, exitCode, diagnostics, ...outcome.data }, null, 2)}
`);
    return exitCode;
  }
  for (const { source, diagnostics } of outcome.findings)
    stderr.write(renderDiagnostics(diagnostics, source ?? THE_RUN, { color: stderr.color }));
  if (outcome.text !== void 0) stdout.write(outcome.text);
  return exitCode;
}

// generator/diagnostics/messages/cli.ts
var cli = {
  noCommand: () => error("cli/no-command", void 0, "no command was given"),
  unknownCommand: (name, known) => error("cli/unknown-command", void 0, `${shorten(name)} is not a command`, suggest(name, known)),
  unknownFlag: (flag, known) => error("cli/unknown-flag", void 0, `unknown option ${shorten(flag)}`, suggest(flag, known)),
  repeatedFlag: (flag) => error("cli/repeated-flag", void 0, `${flag} was given twice`),
  emptyValue: (what) => error("cli/empty-value", void 0, `${what} is empty (an unset shell variable?)`),
  missingValue: (flag) => error("cli/missing-value", void 0, `${flag} needs a value`),
  unknownValue: (flag, value, known) => error("cli/unknown-value", void 0, `${flag} does not take ${shorten(value)}`, suggest(value, known)),
  conflict: (one, other) => error("cli/conflict", void 0, `${one} and ${other} cannot be given together`),
  usage: (message) => error("cli/usage", void 0, printable(message)),
  missingFile: (path, neighbours) => error(
    "cli/missing-file",
    void 0,
    `there is no file ${printable(path)}`,
    neighbours.length === 0 ? void 0 : suggest(path, neighbours)
  ),
  noSpec: (folder) => error("cli/no-spec", void 0, `no spec was given, and ${printable(folder)} holds no .yaml file`, "Give the path of a spec."),
  interrupted: () => error("cli/interrupted", void 0, "interrupted; every file is as it was")
};
function suggest(word, known) {
  const match = closest(word, known);
  return match === void 0 ? `Known: ${list(known.slice(0, 12).map(printable))}.` : `Did you mean "${printable(match)}"?`;
}

export {
  EXIT,
  exitCodeOf,
  FORMATS,
  report,
  cli
};
