import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { record } from '../diagnostics/messages/record.js';
import { errorCode } from '../output/disk.js';
import { shownPath } from '../output/target.js';
import type { Io } from './io.js';
import { type Outcome, report } from './report.js';
import { readModel } from './spec-model.js';
import { replaceFile } from './staging.js';

/** What `tapwright graph` is asked for. */
export interface GraphRequest {
  readonly spec: string;
  /** Default: mermaid. */
  readonly format?: GraphFormat;
  /** A file. Default: it is printed. */
  readonly out?: string;
}

export type GraphFormat = 'mermaid' | 'svg' | 'json';

/** `tapwright graph`: what a spec reads, as a picture. */
export async function graphCommand(request: GraphRequest, io: Io): Promise<number> {
  return report(await graph(request, io), request.format === 'json' ? 'json' : 'human', io);
}

async function graph({ spec, format = 'mermaid', out }: GraphRequest, io: Io): Promise<Outcome> {
  const found = await readModel(spec, io);
  if (!found.ok) return { findings: found.findings };
  const [{ graphOf }, { mermaid }, { svg }] = await Promise.all([
    import('../graph/graph.js'),
    import('../graph/mermaid.js'),
    import('../graph/svg.js'),
  ]);
  const made = graphOf(found.read.model);
  if (format === 'json') return { findings: [], data: { ...made } };
  const text = format === 'svg' ? svg(made) : mermaid(made);
  if (out === undefined) return { findings: [], text };
  const path = resolve(io.cwd, out);
  const shown = shownPath(path, io.cwd);
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, text, io);
  } catch (error) {
    return { findings: [{ diagnostics: [record.notWritten(shown, errorCode(error) ?? 'an unforeseen failure')] }] };
  }
  return { findings: [], text: `${shown}: written\n` };
}
