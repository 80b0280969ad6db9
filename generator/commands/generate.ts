import { basename, join, resolve } from 'node:path';
import { cli } from '../diagnostics/messages/cli.js';
import { out } from '../diagnostics/messages/out.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { readRecordings } from '../recordings/read.js';
import { exitCodeOf } from './exit-code.js';
import { compare, printModels, write } from './generate-outcomes.js';
import type { GenerateRequest, Made, MadeOne } from './generate-request.js';
import type { Io } from './io.js';
import { loadPipeline, type Pipeline } from './pipeline.js';
import { type Finding, type Outcome, report } from './report.js';
import { recall, remember } from './remembered.js';
import { findSpecs, type SpecPath } from './specs.js';
import { hooksFinding } from './hooks-input.js';
import { readInput, type SpecInput, writeInput } from './spec-input.js';

/**
 * `tapwright generate`. Everything is made before anything is written: when one spec of several is refused, or one folder
 * is not ours, no folder is touched. A package goes to DIR/<name>, for one spec as for many.
 */
export async function generateCommand(request: GenerateRequest, io: Io, pipeline?: Pipeline): Promise<number> {
  const outcome = await generateAll(request, io, pipeline);
  return report(outcome, request.format ?? 'human', io);
}

async function generateAll(request: GenerateRequest, io: Io, pipeline: Pipeline | undefined): Promise<Outcome> {
  const found = await findSpecs(request.specs, io.cwd);
  if (!found.ok) return { findings: [{ diagnostics: [found.diagnostic] }] };

  const findings: Finding[] = [];
  const made: Made[] = [];
  const inputs: SpecInput[] = [];
  const all = await inPairs(found.specs, (spec) => (io.interrupt.aborted ? undefined : makeSpec(spec, request, io, pipeline)));
  for (const one of all) {
    if (one === undefined) return { findings: [{ diagnostics: [cli.interrupted()] }] };
    findings.push(...one.findings);
    if (one.made !== undefined) made.push(one.made);
    if (one.input !== undefined) inputs.push(one.input);
  }
  findings.push({ diagnostics: findClashes(made) });
  if (exitCodeOf(findings.flatMap(({ diagnostics }) => diagnostics)) !== 0) return { findings };

  const finish = request.printModel === true ? printModels : request.check === true ? compare : write;
  const outcome = await finish(made, request, io);
  for (const input of exitCodeOf(outcome.findings.flatMap(({ diagnostics }) => diagnostics)) === 0 ? inputs : [])
    findings.push(...(await writeInput(input, io)));
  return { ...outcome, findings: [...findings, ...outcome.findings] };
}

/** Two at a time and in order: while one package is compiled, in a process of its own, the next one is written. */
async function inPairs<Item, Value>(items: readonly Item[], run: (item: Item) => Value | Promise<Value>): Promise<readonly Value[]> {
  const values: Value[] = [];
  const queue = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) values[index] = await run(item);
  };
  await Promise.all([work(), work()]);
  return values;
}

async function makeSpec(spec: SpecPath, request: GenerateRequest, io: Io, pipeline: Pipeline | undefined): Promise<MadeOne> {
  const input = await readInput(spec, io.cwd, io.disk);
  if (!input.ok) return { findings: [{ diagnostics: input.diagnostics }] };
  const parent = resolve(io.cwd, request.out ?? 'generated');
  if (request.force !== true && request.printModel !== true && request.release !== true) {
    const known = await recall(input.input, parent, io);
    if (known !== undefined) return known;
  }
  const makeIt = (given: SpecInput): Promise<MadeOne> => make(given, parent, io, pipeline);
  const first = await makeIt(input.input);
  if (request.release !== true || first.made === undefined) return first;
  const { release } = await import('./release.js');
  return release({ ...first, made: first.made, input: input.input }, makeIt, request, io);
}

/** Makes the files of one spec. */
async function make(input: SpecInput, parent: string, io: Io, pipeline: Pipeline | undefined): Promise<MadeOne> {
  const { spec } = input;
  const started = io.now();
  const { load, generate } = pipeline ?? (await loadPipeline());
  const loaded = load(spec.shown, input.bytes);
  if (!loaded.ok) return { findings: [{ source: { path: spec.shown, text: loaded.text }, diagnostics: loaded.diagnostics }] };
  const recorded = await readRecordings(spec.path, spec.shown);
  if (!recorded.ok) return { findings: [{ diagnostics: recorded.diagnostics }] };

  const generated = await generate(loaded.source, recorded.recordings, { ...input, signal: io.interrupt });
  const findings = [{ source: loaded.source, diagnostics: generated.diagnostics }];
  if (!generated.ok) return { findings: [...findings, ...hooksFinding(input.hooks, generated.hooksDiagnostics)] };
  const { model, files } = generated;
  await remember(input, recorded.recordings, generated, io);
  return { findings, made: { spec, model, files, folder: join(parent, model.name.raw), milliseconds: io.now() - started } };
}

/** Specs of one name would overwrite each other's package; on some machines, so would names that differ in case. */
function findClashes(made: readonly Made[]): Diagnostic[] {
  const specs = new Map<string, string[]>();
  for (const { folder, spec } of made) specs.set(folder.toLowerCase(), [...(specs.get(folder.toLowerCase()) ?? []), spec.shown]);
  return [...specs].filter(([, shown]) => shown.length > 1).map(([folder, shown]) => out.sameFolder(basename(folder), shown));
}
