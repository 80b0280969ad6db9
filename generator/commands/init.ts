import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { init as messages } from '../diagnostics/messages/init.js';
import { cli } from '../diagnostics/messages/cli.js';
import { record } from '../diagnostics/messages/record.js';
import { errorCode, kindOf } from '../output/disk.js';
import { shownPath } from '../output/target.js';
import type { Sources } from './init-sources.js';
import type { Io } from './io.js';
import { type Format, type Outcome, report } from './report.js';
import { nextSteps, scaffold, schemaLineFor } from './scaffold.js';
import { replaceFile } from './staging.js';

/** What `tapwright init` is asked for. */
export interface InitRequest extends Sources {
  /** Default: from the host. */
  readonly name?: string;
  /** `bearer`, `basic`, `api_key:X-Key`, `api_key:key:query`, `api_key:Authorization=Token {api_key}` */
  readonly auth?: string;
  /** `Accept: application/vnd.api+json` */
  readonly header?: readonly string[];
  /** Where the project is checked on every push: a workflow for it is written. */
  readonly ci?: 'github';
  readonly force?: boolean;
  /** Ask nothing, even on a terminal. */
  readonly yes?: boolean;
  readonly format?: Format;
}

/** `tapwright init`: a first spec from answers of an API. */
export async function initCommand(request: InitRequest, io: Io): Promise<number> {
  return report(await init(request, io), request.format ?? 'human', io);
}

async function init(request: InitRequest, io: Io): Promise<Outcome> {
  const refuse = (...diagnostics: readonly Diagnostic[]): Outcome => ({ findings: [{ diagnostics }] });
  const [{ accessOf, authOf, NO_ACCESS }, { isUrl, readSources }] = await Promise.all([
    import('./api-access.js'),
    import('./init-sources.js'),
  ]);
  if (request.name !== undefined && !/^[a-z][a-z0-9_-]{0,63}$/.test(request.name)) return refuse(messages.badName(request.name));
  const auth = request.auth === undefined ? undefined : authOf(request.auth);
  if (request.auth !== undefined && auth === undefined) return refuse(messages.badAuth(request.auth));
  const headers = headersOf(request.header ?? []);
  if ('code' in headers) return refuse(headers);

  const firstUrl = [...request.sources, ...(request.url ?? [])].find(isUrl);
  const givenName = request.name ?? (firstUrl === undefined ? undefined : nameFor(new URL(firstUrl)));
  const access = request.sources.some(isUrl) ? accessOf(auth, givenName ?? 'api', io.env) : NO_ACCESS;
  if ('code' in access) return refuse(access);
  const read = await readSources(request, headers.list, access, io);
  if (!read.ok) return refuse(read.diagnostic);
  const origins = [...new Set(read.samples.map(({ exchange }) => exchange.url.origin))];
  const [origin, other] = origins;
  if (origin !== undefined && other !== undefined) return refuse(messages.otherOrigin(origin, other));
  const proposedName = givenName ?? (origin === undefined ? 'api' : nameFor(new URL(origin))); // a HAR file says it

  const [{ proposeSpec }, { specText }] = await Promise.all([import('../init/propose.js'), import('../init/write.js')]);
  const proposed = proposeSpec(read.samples);
  const { terminal } = io;
  const asked =
    terminal === undefined || request.yes === true
      ? { name: proposedName, spec: proposed }
      : await (await import('../init/ask.js')).ask(proposedName, proposed, terminal);
  if (asked === undefined) return refuse(cli.interrupted());

  const path = resolve(io.cwd, `specs/${asked.name}.yaml`);
  const shown = shownPath(path, io.cwd);
  if (request.force !== true && (await kindOf(path, io.disk)) !== undefined) return refuse(messages.exists(shown));
  const text = schemaLineFor(path, io) + specText({ name: asked.name, auth, headers: headers.list }, asked.spec);
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, text, io);
  } catch (error) {
    return refuse(record.notWritten(shown, errorCode(error) ?? 'an unforeseen failure'));
  }
  const names = asked.spec.resources.map(({ name }) => name);
  const looks = text.split('\n').filter((line) => line.includes('# LOOK: ')).length;
  const guesses = looks === 0 ? '' : `${looks === 1 ? '1 guess' : `${looks} guesses`} to look at: grep LOOK ${shown}\n`;
  const project = await scaffold(io, request.ci);
  if (!project.ok) return refuse(project.diagnostic);
  return {
    findings: [],
    text: `${shown}: ${names.join(', ')}\n${guesses}${nextSteps(shown, project.files, io)}`,
    data: { spec: shown, name: asked.name, resources: names, looks, text, files: project.files.map((file) => file.path) },
  };
}

/** `Name: value`; a header that signs is refused. */
function headersOf(given: readonly string[]): { readonly list: readonly (readonly [name: string, value: string])[] } | Diagnostic {
  const list: (readonly [string, string])[] = [];
  for (const each of given) {
    const [, name = '', value = ''] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*((?:[\x21-\x7e][\x20-\x7e]*)?)$/.exec(each) ?? [];
    if (name === '') return messages.badHeader(each.split(':')[0] ?? '');
    if (/^(?:authorization|proxy-authorization|cookie)$|(?:key|token|secret|password)$/i.test(name)) return messages.secretInHeader(name);
    list.push([name, value]);
  }
  return { list };
}

/** `https://api.example.com` → example */
function nameFor({ hostname }: URL): string {
  const parts = hostname.split('.').filter((part) => !/^(?:www|api|rest|data)$/.test(part));
  const word = /^[\d.]+$|^\[|^localhost$/.test(hostname) ? 'local' : ((parts.length > 1 ? parts.at(-2) : parts[0]) ?? 'api');
  const name = word.toLowerCase().replace(/[^a-z0-9_-]/g, '-');
  return /^[a-z]/.test(name) ? name.slice(0, 64) : `api-${name}`.slice(0, 64);
}
