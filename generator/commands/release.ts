import { basename } from 'node:path';
import type { MapNode } from '../shape.js';
import { shownPath } from '../output/target.js';
import { changelogPath } from './baseline.js';
import { releaseOf } from './diff.js';
import type { GenerateRequest, Made, MadeOne } from './generate-request.js';
import type { Io } from './io.js';
import type { SpecInput } from './spec-input.js';

interface Candidate {
  readonly findings: MadeOne['findings'];
  readonly made: Made;
  readonly input: SpecInput;
}

/**
 * Makes a package again with the version that its changes ask for, and with an entry for it in its CHANGELOG. A version
 * in the spec that is high enough already stays.
 */
export async function release(
  first: Candidate,
  make: (input: SpecInput) => Promise<MadeOne>,
  request: GenerateRequest,
  io: Io,
): Promise<MadeOne> {
  const { made, input, findings } = first;
  const { load } = await import('../spec/load.js');
  const loaded = load(input.spec.shown, input.bytes);
  if (!loaded.ok) return { findings };
  const current = versionOf(loaded.source.root);
  const compared = await releaseOf(
    made.files,
    current,
    { folder: made.folder, name: basename(made.folder), against: request.against ?? 'HEAD' },
    io,
  );
  if ('diagnostics' in compared) return { findings: [...findings, compared] };
  const { before, version, entry, level } = compared.release;
  if (level === undefined || before === undefined) return { findings, made };
  const { withEntry } = await import('../surface/level.js');
  const text = version === current ? loaded.source.text : withVersion(loaded.source.text, loaded.source.root, version);
  const next = { ...input, bytes: Buffer.from(text), changelog: withEntry(input.changelog ?? '', version, entry) };
  const again = await make(next);
  if (again.made === undefined) return again;
  const changelog = shownPath(changelogPath(input.spec.path), io.cwd);
  return { ...again, made: { ...again.made, release: { before, version, level, changelog } }, input: next };
}

function versionOf(root: MapNode): string {
  const node = root.entries.find(({ key }) => key === 'version')?.value;
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : '0.1.0';
}

/** The text of a spec with another version, everything else as it was. */
function withVersion(text: string, root: MapNode, version: string): string {
  const node = root.entries.find(({ key }) => key === 'version')?.value;
  if (node !== undefined) return text.slice(0, node.span.start) + version + text.slice(node.span.end);
  const name = root.entries.find(({ key }) => key === 'name');
  const at = name?.value.span.end ?? 0;
  const end = text.indexOf('\n', at);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const line = end === -1 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
  return `${text.slice(0, line)}${eol}version: ${version}${text.slice(line)}`;
}
