import { out } from '../diagnostics/messages/out.js';
import { cli } from '../diagnostics/messages/cli.js';
import { shownPath } from '../output/target.js';
import type { Written } from '../output/write.js';
import { packageManager } from '../scaffold/index.js';
import type { GenerateRequest, Made } from './generate-request.js';
import type { Io } from './io.js';
import type { Outcome } from './report.js';

/** `--print-model`: one JSON document per spec. */
export async function printModels(made: readonly Made[], _request: GenerateRequest, { cwd }: Io): Promise<Outcome> {
  return {
    findings: [],
    text: made.map(({ model }) => `${JSON.stringify(model, null, 2)}\n`).join(''),
    data: { packages: made.map((each) => ({ ...headOf(each, cwd), model: each.model })) },
  };
}

/** `--check`: how the folders differ from the files, as diffs on stdout and one error for each on stderr. */
export async function compare(made: readonly Made[], request: GenerateRequest, io: Io): Promise<Outcome> {
  const findings: Outcome['findings'][number][] = [];
  const packages: object[] = [];
  let text = '';
  for (const each of made) {
    const head = headOf(each, io.cwd);
    if (each.unchanged !== undefined) {
      packages.push({ ...head, stale: [], missing: [], extra: [] });
      text += `${head.folder}: up to date\n`;
      continue;
    }
    const { comparePackage, isUpToDate } = await import('../output/check.js');
    const compared = await comparePackage(each.folder, each.files, { base: io.cwd, disk: io.disk });
    if (!compared.ok) {
      findings.push({ diagnostics: [compared.diagnostic] });
      continue;
    }
    const { stale, missing, extra } = compared.drift;
    packages.push({ ...head, stale, missing, extra });
    if (isUpToDate(compared.drift)) {
      text += `${head.folder}: up to date\n`;
      continue;
    }
    for (const { diff } of stale) text += diff;
    for (const path of missing) text += `missing: ${head.folder}/${path}\n`;
    for (const path of extra) text += `left over: ${head.folder}/${path}\n`;
    const counts = { stale: stale.length, missing: missing.length, extra: extra.length };
    findings.push({ diagnostics: [out.stale(head.folder, counts, commandFor(each, request, io))] });
  }
  return { findings, text, data: { packages } };
}

/** Writes the files, and says what that changed. */
export async function write(made: readonly Made[], request: GenerateRequest, io: Io): Promise<Outcome> {
  const written = await writeThose(
    made.filter(({ unchanged }) => unchanged === undefined),
    request,
    io,
  );
  if (!written.ok) return { findings: [{ diagnostics: written.interrupted ? [cli.interrupted()] : written.diagnostics }] };

  const reports = written.reports.values();
  const packages = made.map((each) => ({
    ...headOf(each, io.cwd),
    ...((each.unchanged === undefined ? reports.next().value : undefined) ?? { written: [], unchanged: each.unchanged ?? [], removed: [] }),
    milliseconds: Math.round(each.milliseconds),
    ...(each.release === undefined ? {} : { release: each.release }),
  }));
  const lines = packages.map(({ folder, written, unchanged, removed, milliseconds, release }) => {
    const files = written.length === 1 ? '1 file' : `${written.length} files`;
    const what =
      written.length + removed.length === 0
        ? `up to date, ${unchanged.length} files`
        : `${files} written, ${unchanged.length} unchanged, ${removed.length} removed`;
    const raised =
      release === undefined ? '' : `${folder}: ${release.before} → ${release.version} (${release.level}), see ${release.changelog}\n`;
    return `${folder}: ${what} (${milliseconds} ms)\n${raised}`;
  });
  return { findings: [], text: lines.join(''), data: { packages } };
}

async function writeThose(made: readonly Made[], request: GenerateRequest, io: Io): Promise<Written> {
  if (made.length === 0) return { ok: true, reports: [] };
  const { writePackages } = await import('../output/write.js');
  return writePackages(made, { base: io.cwd, owner: io.owner, disk: io.disk, signal: io.interrupt, force: request.force ?? false });
}

function headOf({ spec, model, folder }: Made, cwd: string): { readonly spec: string; readonly name: string; readonly folder: string } {
  return { spec: spec.shown, name: model.name.raw, folder: shownPath(folder, cwd) };
}

function commandFor({ spec }: Made, request: GenerateRequest, { env }: Io): string {
  return `${packageManager(env).tool} generate ${spec.shown}${request.out === undefined ? '' : ` --out ${request.out}`}`;
}
