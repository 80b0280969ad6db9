import { mkdir, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { init as messages } from '../diagnostics/messages/init.js';
import { cli } from '../diagnostics/messages/cli.js';
import { record } from '../diagnostics/messages/record.js';
import { Secrets } from '../fixtures/secrets.js';
import type { Sample } from '../init/propose.js';
import type { AuthChoice } from '../init/write.js';
import { environmentName } from '../model/config.js';
import { nameOf } from '../names.js';
import { errorCode, kindOf } from '../output/disk.js';
import { shownPath } from '../output/target.js';
import type { JsonValue } from '../shape.js';
import type { Io } from './io.js';
import { type Format, type Outcome, report } from './report.js';
import { nextSteps, scaffold, schemaLineFor } from './scaffold.js';
import { replaceFile } from './staging.js';

/** What `tapwright init` is asked for. */
export interface InitRequest {
  /** URLs of lists, or files with answers: JSON bodies, or HAR. */
  readonly sources: readonly string[];
  /** Default: from the host. */
  readonly name?: string;
  /** The URLs that the JSON files are answers to, in their order. */
  readonly url?: readonly string[];
  /** `bearer`, `api_key:X-Key`, `api_key:key:query` */
  readonly auth?: string;
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
  if (request.name !== undefined && !/^[a-z][a-z0-9_-]{0,63}$/.test(request.name)) return refuse(messages.badName(request.name));
  const auth = authOf(request.auth);
  if (request.auth !== undefined && auth === undefined) return refuse(messages.badAuth(request.auth));

  const firstUrl = [...request.sources, ...(request.url ?? [])].find(isUrl);
  const proposedName = request.name ?? (firstUrl === undefined ? 'api' : nameFor(new URL(firstUrl)));
  const signing = signingOf(auth, proposedName, request.sources.some(isUrl), io);
  if ('code' in signing) return refuse(signing);
  const read = await readSamples(request, signing, io);
  if (!Array.isArray(read)) return refuse(read);
  const other = read.find(({ url }) => url.origin !== read[0]?.url.origin);
  if (other !== undefined && read[0] !== undefined) return refuse(messages.otherOrigin(read[0].url.origin, other.url.origin));

  const [{ proposeSpec }, { specText }] = await Promise.all([import('../init/propose.js'), import('../init/write.js')]);
  const proposed = proposeSpec(read);
  if ('without' in proposed) return refuse(messages.noRecords(withoutQuery(proposed.without)));
  const { terminal } = io;
  const asked =
    terminal === undefined || request.yes === true
      ? { name: proposedName, spec: proposed }
      : await (await import('../init/ask.js')).ask(proposedName, proposed, terminal);
  if (asked === undefined) return refuse(cli.interrupted());

  const path = resolve(io.cwd, `specs/${asked.name}.yaml`);
  const shown = shownPath(path, io.cwd);
  if (request.force !== true && (await kindOf(path, io.disk)) !== undefined) return refuse(messages.exists(shown));
  const text = schemaLineFor(path, io) + specText(asked.name, asked.spec, auth);
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, text, io);
  } catch (error) {
    return refuse(record.notWritten(shown, errorCode(error) ?? 'an unforeseen failure'));
  }
  const names = asked.spec.resources.map(({ name }) => name);
  const project = await scaffold(io, request.ci);
  if (!project.ok) return refuse(project.diagnostic);
  return {
    findings: [],
    text: `${shown}: ${names.join(', ')}\n${nextSteps(shown, project.files, io)}`,
    data: { spec: shown, name: asked.name, resources: names, text, files: project.files.map((file) => file.path) },
  };
}

/** How requests are signed while the API is looked at. */
interface Signing {
  readonly headers: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: string };
  readonly secrets: Secrets;
}

function signingOf(auth: AuthChoice | undefined, name: string, isLive: boolean, { env }: Io): Signing | Diagnostic {
  if (auth === undefined || !isLive) return { headers: {}, query: {}, secrets: new Secrets() };
  const facts = new Map(auth);
  const variable = environmentName(nameOf(name), facts.get('type') === 'bearer' ? 'token' : 'api_key');
  const value = env[variable] ?? '';
  if (value === '') return record.missingSecret(variable, env[variable] !== undefined);
  if (!/^[\x21-\x7e]+$/.test(value)) return record.badSecret(variable);
  const secrets = new Secrets([value]);
  if (facts.get('type') === 'bearer') return { headers: { authorization: `Bearer ${value}` }, query: {}, secrets };
  const place = { [facts.get('name') ?? 'Authorization']: value };
  return facts.get('location') === 'query' ? { headers: {}, query: place, secrets } : { headers: place, query: {}, secrets };
}

const SECRET_PARAM = /^(?:.*[_-])?(?:api_?key|key|token|access_?token|secret|password|signature|sig|auth)$/i;

async function readSamples({ sources, url: urls = [] }: InitRequest, signing: Signing, io: Io): Promise<Sample[] | Diagnostic> {
  const samples: Sample[] = [];
  const pending = [...urls];
  for (const source of sources) {
    if (isUrl(source)) {
      const url = new URL(source);
      const secret = [...url.searchParams.keys()].find((name) => SECRET_PARAM.test(name) && !/page|next/i.test(name));
      if (secret !== undefined || url.password !== '') return messages.secretInUrl(secret ?? 'password');
      const sample = await ask(url, signing, io);
      if ('code' in sample) return sample;
      samples.push(sample);
      continue;
    }
    const text = await readFile(resolve(io.cwd, source), 'utf8').catch(() => undefined);
    if (text === undefined) return messages.unreadable(source);
    const har = await fromHar(text);
    if (har.length > 0) {
      samples.push(...har);
      continue;
    }
    const body = parsed(text);
    if (body === undefined) return messages.notJson(source);
    const given = pending.shift();
    if (given === undefined || !isUrl(given)) return messages.needsUrl(source);
    samples.push({ url: new URL(given), headers: {}, body });
  }
  return samples;
}

async function ask(url: URL, { headers, query, secrets }: Signing, { interrupt }: Io): Promise<Sample | Diagnostic> {
  const target = new URL(url);
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  try {
    const response = await fetch(target, {
      headers: { accept: 'application/json', ...headers },
      redirect: 'error',
      signal: AbortSignal.any([interrupt, AbortSignal.timeout(60_000)]),
    });
    const text = await response.text();
    if (!response.ok) return messages.failed(withoutQuery(url), `status ${response.status}`);
    const body = parsed(secrets.redact(text));
    return body === undefined
      ? messages.notJson(withoutQuery(url))
      : { url, headers: { link: secrets.redact(response.headers.get('link') ?? '') }, body };
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    return interrupt.aborted
      ? cli.interrupted()
      : messages.failed(withoutQuery(url), errorCode(cause) ?? errorCode(error) ?? 'the connection failed');
  }
}

/** The answers of a HAR file that are lists of records, one for each path. */
async function fromHar(text: string): Promise<Sample[]> {
  const { parseHar } = await import('../fixtures/har.js');
  const { proposeSpec } = await import('../init/propose.js');
  const har = parseHar(text);
  const samples = new Map<string, Sample>();
  for (const entry of har.ok ? har.entries : []) {
    const body = entry.status === 200 && entry.method === 'GET' ? parsed(entry.text) : undefined;
    const url = new URL(entry.url);
    for (const name of [...url.searchParams.keys()]) if (SECRET_PARAM.test(name)) url.searchParams.delete(name);
    const sample = body === undefined ? undefined : { url, headers: Object.fromEntries(entry.headers), body };
    const place = url.origin + url.pathname;
    if (sample !== undefined && !samples.has(place) && !('without' in proposeSpec([sample]))) samples.set(place, sample);
  }
  return [...samples.values()];
}

function authOf(given: string | undefined): AuthChoice | undefined {
  if (given === 'bearer') return [['type', 'bearer']];
  const [type, name, location] = given?.split(':') ?? [];
  if (
    type !== 'api_key' ||
    name === undefined ||
    !/^[A-Za-z0-9_-]+$/.test(name) ||
    (location !== undefined && location !== 'query' && location !== 'header')
  )
    return undefined;
  return [
    ['type', 'api_key'],
    ['name', name],
    ['location', location ?? 'header'],
  ];
}

/** `https://api.example.com` → example */
function nameFor({ hostname }: URL): string {
  const parts = hostname.split('.').filter((part) => !/^(?:www|api|rest|data)$/.test(part));
  const word = /^[\d.]+$|^\[|^localhost$/.test(hostname) ? 'local' : ((parts.length > 1 ? parts.at(-2) : parts[0]) ?? 'api');
  const name = word.toLowerCase().replace(/[^a-z0-9_-]/g, '-');
  return /^[a-z]/.test(name) ? name.slice(0, 64) : `api-${name}`.slice(0, 64);
}

function parsed(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text.replace(/^\ufeff/, ''));
    return value;
  } catch {
    return undefined;
  }
}

function isUrl(source: string): boolean {
  return /^https?:\/\//i.test(source) && URL.canParse(source);
}

function withoutQuery(url: URL): string {
  return `${url.origin}${url.pathname}`;
}
