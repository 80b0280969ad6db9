import { internal } from '../diagnostics/messages/internal.js';
import { record } from '../diagnostics/messages/record.js';
import { errorCode } from '../output/disk.js';
import type { Io } from './io.js';
import { type Format, type Outcome, report } from './report.js';
import { replaceFile } from './staging.js';
import { chooseResources, modelOf, readFixtures, readModel } from './spec-model.js';

/** What `tapwright infer` is asked for. */
export interface InferRequest {
  readonly spec: string;
  readonly resource?: readonly string[];
  /** Show what would change, and write nothing. */
  readonly dryRun?: boolean;
  readonly format?: Format;
}

/** `tapwright infer`: the fields that recordings have and the spec has not, written into the spec. */
export async function inferCommand(request: InferRequest, io: Io): Promise<number> {
  return report(await inferFields(request, io), request.format ?? 'human', io);
}

async function inferFields(request: InferRequest, io: Io): Promise<Outcome> {
  const read = await readModel(request.spec, io);
  if (!read.ok) return { findings: read.findings };
  const { spec, source, model } = read.read;
  const chosen = chooseResources(model, request.resource ?? []);
  if ('diagnostics' in chosen) return { findings: [chosen] };
  const found = await readFixtures(read.read, chosen);
  if (!found.ok) return { findings: found.findings };

  const [{ infer }, { recordsOf }, { guessedRows }] = await Promise.all([
    import('../infer/infer.js'),
    import('../recorder/records.js'),
    import('../recordings/rows.js'),
  ]);
  const observed = chosen.flatMap((resource) => {
    const fixture = found.fixtures.get(resource.name.raw);
    return fixture === undefined
      ? []
      : [{ resource: resource.name.raw, records: guessedRows(recordsOf(fixture, resource), resource), primaryKey: resource.primaryKey }];
  });
  const inferred = infer(source.text, source.root, observed);
  const data = { spec: spec.shown, added: inferred.added };
  if (inferred.text === source.text) return { findings: [], text: `${spec.shown}: nothing to add\n`, data };

  const { load } = await import('../spec/load.js');
  const again = load(spec.shown, Buffer.from(inferred.text));
  const checked = again.ok ? await modelOf(spec, again.source) : undefined;
  if (checked === undefined || !checked.ok) {
    const first = again.ok ? checked?.findings[0]?.diagnostics[0] : again.diagnostics[0];
    return { findings: [{ diagnostics: [internal.unexpected(`what was inferred is no spec: ${first?.message ?? ''}`)] }] };
  }
  if (request.dryRun === true) {
    const { unifiedDiff } = await import('../output/check.js');
    return { findings: [], text: unifiedDiff(spec.shown, source.text, inferred.text), data: { ...data, text: inferred.text } };
  }
  try {
    await replaceFile(spec.path, inferred.text, io);
  } catch (error) {
    return { findings: [{ diagnostics: [record.notWritten(spec.shown, errorCode(error) ?? 'an unforeseen failure')] }] };
  }
  const count = inferred.added.length;
  return { findings: [], text: `${spec.shown}: ${count === 1 ? '1 field' : `${count} fields`} added\n`, data };
}
