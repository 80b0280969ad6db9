import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  cli,
  exitCodeOf,
  report
} from "./chunk-I6XHRQFQ.js";
import "./chunk-765UOFLF.js";
import {
  shownPath
} from "./chunk-CRVNHETF.js";
import {
  errorCode,
  out
} from "./chunk-5MBANDOH.js";
import {
  error,
  printable
} from "./chunk-3EQSA2BL.js";

// generator/commands/generate.ts
import { basename, join as join3, resolve as resolve2 } from "node:path";

// generator/fixtures/read.ts
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

// generator/diagnostics/messages/io.ts
var io = {
  isDirectory: (path, hint) => error("io/is-directory", void 0, `${printable(path)} is a folder; give a spec file`, hint),
  notAFile: (path) => error("io/not-a-file", void 0, `${printable(path)} is not a plain file`),
  unreadable: (path, reason) => error("io/unreadable", void 0, `${printable(path)} cannot be read (${printable(reason)})`),
  fixtureSymlink: (path) => error("fixtures/symlink", void 0, `${printable(path)} is a symbolic link; recordings are not read through one`, "Copy the file.")
};

// generator/fixtures/read.ts
async function readRecordings(specPath, shown = specPath) {
  const folder = withoutExtension(specPath);
  const shownFolder = withoutExtension(shown);
  const kind = await lstat(folder).catch(() => void 0);
  if (folder === specPath || kind === void 0) return { ok: true, recordings: /* @__PURE__ */ new Map() };
  if (kind.isSymbolicLink()) return { ok: false, diagnostics: [io.fixtureSymlink(shownFolder)] };
  if (!kind.isDirectory()) return { ok: true, recordings: /* @__PURE__ */ new Map() };
  const recordings = /* @__PURE__ */ new Map();
  const diagnostics = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => a.name < b.name ? -1 : 1)) {
    if (!entry.name.endsWith(".json")) continue;
    if (entry.isSymbolicLink()) diagnostics.push(io.fixtureSymlink(`${shownFolder}/${entry.name}`));
    else if (entry.isFile()) recordings.set(entry.name.slice(0, -".json".length), await readFile(join(folder, entry.name), "utf8"));
    else diagnostics.push(io.notAFile(`${shownFolder}/${entry.name}`));
  }
  return diagnostics.length === 0 ? { ok: true, recordings } : { ok: false, diagnostics };
}
function withoutExtension(path) {
  return path.replace(/\.[^./\\]*$/, "");
}

// generator/commands/generate-outcomes.ts
async function printModels(made, _request, { cwd }) {
  return {
    findings: [],
    text: made.map(({ model }) => `${JSON.stringify(model, null, 2)}
`).join(""),
    data: { packages: made.map((each) => ({ ...headOf(each, cwd), model: each.model })) }
  };
}
async function compare(made, request, io2) {
  const { comparePackage, isUpToDate } = await import("./check-2IOCWIPQ.js");
  const findings = [];
  const packages = [];
  let text = "";
  for (const each of made) {
    const head = headOf(each, io2.cwd);
    const compared = await comparePackage(each.folder, each.files, { base: io2.cwd, disk: io2.disk });
    if (!compared.ok) {
      findings.push({ diagnostics: [compared.diagnostic] });
      continue;
    }
    const { stale, missing, extra } = compared.drift;
    packages.push({ ...head, stale, missing, extra });
    if (isUpToDate(compared.drift)) {
      text += `${head.folder}: up to date
`;
      continue;
    }
    for (const { diff } of stale) text += diff;
    for (const path of missing) text += `missing: ${head.folder}/${path}
`;
    for (const path of extra) text += `left over: ${head.folder}/${path}
`;
    const counts = { stale: stale.length, missing: missing.length, extra: extra.length };
    findings.push({ diagnostics: [out.stale(head.folder, counts, commandFor(each, request))] });
  }
  return { findings, text, data: { packages } };
}
async function write(made, request, io2) {
  const { writePackages } = await import("./write-K5BYWFKT.js");
  const written = await writePackages(made, {
    base: io2.cwd,
    owner: io2.owner,
    disk: io2.disk,
    signal: io2.interrupt,
    force: request.force ?? false
  });
  if (!written.ok) return { findings: [{ diagnostics: written.interrupted ? [cli.interrupted()] : written.diagnostics }] };
  const packages = made.map((each, index) => ({
    ...headOf(each, io2.cwd),
    ...written.reports[index] ?? { written: [], unchanged: [], removed: [] },
    milliseconds: Math.round(each.milliseconds)
  }));
  const lines = packages.map(({ folder, written: written2, unchanged, removed, milliseconds }) => {
    const files = written2.length === 1 ? "1 file" : `${written2.length} files`;
    const what = written2.length + removed.length === 0 ? `up to date, ${unchanged.length} files` : `${files} written, ${unchanged.length} unchanged, ${removed.length} removed`;
    return `${folder}: ${what} (${milliseconds} ms)
`;
  });
  return { findings: [], text: lines.join(""), data: { packages } };
}
function headOf({ spec, model, folder }, cwd) {
  return { spec: spec.shown, name: model.name.raw, folder: shownPath(folder, cwd) };
}
function commandFor({ spec }, request) {
  return `npm run generate -- ${spec.shown}${request.out === void 0 ? "" : ` --out ${request.out}`}`;
}

// generator/commands/pipeline.ts
async function loadPipeline() {
  const { load } = await import("./load-S6VJMPK7.js");
  return { load, generate: async (source, recordings) => (await import("./generate-T4FWXPHK.js")).generate(source, recordings) };
}

// generator/commands/specs.ts
import { open, readdir as readdir2, stat } from "node:fs/promises";
import { dirname, join as join2, resolve } from "node:path";
var SPECS = "specs";
var MOST_BYTES = 2 * 1024 * 1024;
async function findSpecs(given, cwd) {
  const names = given.length > 0 ? given : (await yamlFiles(join2(cwd, SPECS))).map((name) => join2(SPECS, name));
  if (names.length === 0) return { ok: false, diagnostic: cli.noSpec(SPECS) };
  const paths = new Set(names.map((name) => resolve(cwd, name)));
  return { ok: true, specs: [...paths].map((path) => ({ path, shown: shownPath(path, cwd) })) };
}
async function readSpec({ path, shown }, cwd) {
  try {
    const kind = await stat(path);
    if (kind.isDirectory()) return { ok: false, diagnostic: io.isDirectory(shown) };
    if (!kind.isFile()) return { ok: false, diagnostic: io.notAFile(shown) };
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(kind.size, MOST_BYTES)));
      return { ok: true, bytes: buffer.subarray(0, bytesRead) };
    } finally {
      await file.close();
    }
  } catch (error2) {
    const code = errorCode(error2) ?? String(error2);
    if (code !== "ENOENT" && code !== "ENOTDIR") return { ok: false, diagnostic: io.unreadable(shown, code) };
    const folders = [dirname(path), join2(cwd, SPECS)];
    const neighbours = await Promise.all(
      folders.map(async (folder) => (await yamlFiles(folder)).map((name) => shownPath(join2(folder, name), cwd)))
    );
    return { ok: false, diagnostic: cli.missingFile(shown, neighbours.flat()) };
  }
}
async function yamlFiles(folder) {
  const names = await readdir2(folder).catch(() => []);
  return names.filter((name) => name.endsWith(".yaml")).sort();
}

// generator/commands/generate.ts
async function generateCommand(request, io2, pipeline) {
  const outcome = await generateAll(request, io2, pipeline ?? await loadPipeline());
  return report(outcome, request.format ?? "human", io2);
}
async function generateAll(request, io2, pipeline) {
  const found = await findSpecs(request.specs, io2.cwd);
  if (!found.ok) return { findings: [{ diagnostics: [found.diagnostic] }] };
  const findings = [];
  const made = [];
  for (const spec of found.specs) {
    if (io2.interrupt.aborted) return { findings: [{ diagnostics: [cli.interrupted()] }] };
    const one = await make(spec, resolve2(io2.cwd, request.out ?? "generated"), io2, pipeline);
    findings.push(...one.findings);
    if (one.made !== void 0) made.push(one.made);
  }
  findings.push({ diagnostics: findClashes(made) });
  if (exitCodeOf(findings.flatMap(({ diagnostics }) => diagnostics)) !== 0) return { findings };
  const finish = request.printModel === true ? printModels : request.check === true ? compare : write;
  const outcome = await finish(made, request, io2);
  return { ...outcome, findings: [...findings, ...outcome.findings] };
}
async function make(spec, parent, io2, pipeline) {
  const started = io2.now();
  const read = await readSpec(spec, io2.cwd);
  if (!read.ok) return { findings: [{ diagnostics: [read.diagnostic] }] };
  const loaded = pipeline.load(spec.shown, read.bytes);
  if (!loaded.ok) return { findings: [{ source: { path: spec.shown, text: loaded.text }, diagnostics: loaded.diagnostics }] };
  const recorded = await readRecordings(spec.path, spec.shown);
  if (!recorded.ok) return { findings: [{ diagnostics: recorded.diagnostics }] };
  const generated = await pipeline.generate(loaded.source, recorded.recordings);
  const findings = [{ source: loaded.source, diagnostics: generated.diagnostics }];
  if (!generated.ok) return { findings };
  const { model, files } = generated;
  return { findings, made: { spec, model, files, folder: join3(parent, model.name.raw), milliseconds: io2.now() - started } };
}
function findClashes(made) {
  const specs = /* @__PURE__ */ new Map();
  for (const { folder, spec } of made) specs.set(folder.toLowerCase(), [...specs.get(folder.toLowerCase()) ?? [], spec.shown]);
  return [...specs].filter(([, shown]) => shown.length > 1).map(([folder, shown]) => out.sameFolder(basename(folder), shown));
}
export {
  generateCommand
};
