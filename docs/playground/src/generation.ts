import { replyWith, sampleOf } from '../../../generator/auth/contract.js';
import type { Diagnostic } from '../../../generator/diagnostics/diagnostic.js';
import { diagnosticsToJson } from '../../../generator/diagnostics/frame.js';
import { emitFiles } from '../../../generator/emitted.js';
import type { ResourceFixture } from '../../../generator/recordings/gather.js';
import { sampleConfig } from '../../../generator/recordings/sample-config.js';
import { everyAuth, schemeOf } from '../../../generator/model/auth.js';
import type { ConnectorModel } from '../../../generator/model/connector-model.js';
import { filledModel, type OptionValues } from '../../../generator/model/base-url.js';
import { nameOf } from '../../../generator/names.js';
import { load } from '../../../generator/spec/load.js';
import type { VirtualFile } from '../../../generator/virtual-file.js';
import { answersText } from './answers.js';

/** Something that is wrong with a spec, or could be better: `from` and `to` are offsets in its text. */
export interface Problem {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
}

/** A resource that can be read here, and what an API would answer to it. */
export interface Readable {
  readonly name: string;
  /** How the client calls it. */
  readonly property: string;
  /** Where its loop is. */
  readonly file: string;
  /** Answers that were made up from its fields, as text to edit: see `answers.ts`. */
  readonly answers: string;
  /** Whether its answers are gzip files. */
  readonly gzip: boolean;
}

/** How a client is made without anybody's credentials. */
export interface ClientFacts {
  readonly className: string;
  /** Options by name: credentials that are none, and config with values that fit. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Names of options that are functions. */
  readonly callbacks: readonly string[];
  /** What time it is, for reads that ask. */
  readonly wallClock: string | undefined;
  /** What is answered where tokens are asked for, by URL. */
  readonly tokens: Readonly<Record<string, unknown>>;
}

/** What a spec makes. */
export interface Made {
  readonly problems: readonly Problem[];
  /** Undefined where the spec is refused. */
  readonly made:
    | {
        readonly name: string;
        /** Neither laid out nor compiled. */
        readonly files: readonly VirtualFile[];
        readonly resources: readonly Readable[];
        readonly client: ClientFacts;
      }
    | undefined;
}

/** Where a spec would be: what is made says where it comes from. */
function pathOf(text: string): string {
  return `specs/${/^name:\s*["']?([a-z][a-z0-9_-]{0,63})/m.exec(text)?.[1] ?? 'playground'}.yaml`;
}

/** A spec in, the files of its package out: the first half of what `tapwright generate` does. */
export async function make(text: string): Promise<Made> {
  const loaded = load(pathOf(text), new TextEncoder().encode(text));
  if (!loaded.ok) return { problems: problemsOf(loaded.diagnostics, text), made: undefined };
  const emitted = await emitFiles(loaded.source, new Map());
  const problems = problemsOf(emitted.diagnostics, text);
  if (!emitted.ok) return { problems, made: undefined };
  const { model, files, fixtures } = emitted;
  return {
    problems,
    made: {
      name: model.name.raw,
      files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)),
      resources: fixtures.map((each) => readable(model, each, fixtures)),
      client: clientFacts(model, fixtures),
    },
  };
}

function readable(model: ConnectorModel, own: ResourceFixture, all: readonly ResourceFixture[]): Readable {
  const name = own.fixture.resource;
  const resource = model.resources.find((each) => each.name.raw === name);
  // there is no state here: what has another endpoint for its first read is read from that
  const { fixture } = all.find((each) => each.fixture.resource === resource?.full?.raw) ?? own;
  const words = resource?.name;
  const inOrder = (resource?.readAhead.concurrency ?? 1) === 1;
  return {
    name,
    property: words?.camel ?? name,
    file: `src/resources/${words?.kebab ?? name}.ts`,
    answers: answersText(fixture.exchanges.map(({ request, response }) => (inOrder ? response : { ...response, url: request.url }))),
    gzip: fixture.exchanges.some(({ response }) => response.gzip === true),
  };
}

function clientFacts(model: ConnectorModel, fixtures: readonly ResourceFixture[]): ClientFacts {
  const [first] = model.auth;
  const used = [...(first === undefined ? [] : [first]), ...model.ownAuth.map(({ scheme }) => scheme)];
  const credentials = used
    .flatMap((auth) => schemeOf(auth.type).options(auth))
    .map((option) => [nameOf(option.name).camel, sampleOf(option)]);
  const config: OptionValues = Object.assign({ ...sampleConfig(model.config) }, ...fixtures.map(({ fixture }) => fixture.config ?? {}));
  const options = model.config.flatMap(({ name }) => (config[name.raw] === undefined ? [] : [[name.camel, config[name.raw]] as const]));
  const tokens = everyAuth(filledModel(model, config)).flatMap((auth) => {
    const { token } = schemeOf(auth.type).replay(auth);
    return token === undefined ? [] : [[token.url, replyWith(token.reply, 'test-token', 3600)] as const];
  });
  return {
    className: `${model.name.pascal}Client`,
    options: Object.fromEntries([...credentials, ...options]) as Readonly<Record<string, unknown>>,
    callbacks: used.flatMap((auth) => schemeOf(auth.type).callbacks(auth)).map(({ name }) => nameOf(name).camel),
    wallClock: typeof config['wall_clock'] === 'string' ? config['wall_clock'] : undefined,
    tokens: Object.fromEntries(tokens),
  };
}

function problemsOf(diagnostics: readonly Diagnostic[], text: string): readonly Problem[] {
  const places = diagnosticsToJson(diagnostics, { path: pathOf(text), text });
  const spans = [...diagnostics].sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1));
  return places.map(({ line = 1, column = 1, severity, code, message, hint }, index) => {
    const { start = 0, end = 0 } = spans[index]?.span ?? {};
    return { from: start, to: Math.max(end, start), line, column, severity, code, message, hint };
  });
}
