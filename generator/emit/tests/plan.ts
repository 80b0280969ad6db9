import type { RecordType } from '../../types/model.js';
import { sampleOf, testCredential, type AuthReplay } from '../../auth/contract.js';
import { type Code, code, join, literal, nothing, property } from '../../code.js';
import type { ResourceFixture } from '../../recordings/gather.js';
import { sampleConfig } from '../../recordings/sample-config.js';
import { schemeOf } from '../../model/auth.js';
import type { ResourceModel } from '../../model/connector-model.js';
import { conditionsOf } from '../../model/offered.js';
import { nameOf } from '../../names.js';
import { asksClock } from '../reading/kinds.js';
import type { EmitContext, EmittedResource } from '../context.js';

/** What the emitters of tests have in common. */
export interface TestPlan {
  readonly context: EmitContext;
  /** What the client may be given; the tests give it the first. */
  readonly schemes: readonly TestedScheme[];
  /** Those of single endpoints. */
  readonly ownSchemes: readonly TestedScheme[];
  readonly resources: readonly TestedResource[];
}

export interface TestedResource extends EmittedResource {
  /** How its requests are signed; undefined: they are not. */
  readonly scheme: TestedScheme | undefined;
  readonly recording: ResourceFixture;
  /** All records of the connector. */
  readonly types: readonly RecordType[];
  /** Client options beside the credentials, each with a comma: `owner: 'octokit', `. */
  readonly options: Code;
}

export interface TestedScheme extends AuthReplay {
  /** `ApiKey` */
  readonly title: string;
  /** `apiKey: 'test-api-key'`, by the name of the option. */
  readonly given: ReadonlyMap<string, Code>;
  /** The values of its options, as the tests pass them. */
  readonly credentialValues: readonly string[];
  /** Client options that may be any text. */
  readonly texts: readonly string[];
  /** Client options that cannot be any text. */
  readonly shaped: readonly string[];
  /** Client options that are private keys. */
  readonly keys: readonly string[];
  /** Client options that are functions. */
  readonly callbacks: readonly string[];
  /** The values of its secret options, by the names of the client options. */
  readonly secretValues: ReadonlyMap<string, string>;
}

/** What tests of waits pass to `pages()`, so that a deadline of the spec does not end them: nothing where there is none. */
export function endless({ model }: EmittedResource): Code {
  return model.deadlineMs === null ? nothing : code`{ deadlineMs: Infinity }`;
}

/** The same beside `options`. */
export function endlessOptions({ model }: EmittedResource): Code {
  return model.deadlineMs === null ? code`options` : code`{ deadlineMs: Infinity, ...options }`;
}

/** A scheme with the credentials that the tests pass. */
export function testedScheme(model: EmitContext['model']['auth'][number]): TestedScheme {
  const scheme = schemeOf(model.type);
  const replay = scheme.replay(model);
  const options = scheme.options(model);
  const callbacks = scheme.callbacks(model);
  const given = [
    ...options.map((option) => code`${property(nameOf(option.name).camel)}: ${sampleCode(sampleOf(option))}`),
    ...callbacks.map(({ name }) => code`${property(nameOf(name).camel)}: () => {}`),
  ];
  return {
    ...replay,
    title: scheme.title(model),
    given: new Map(given.map((each, index) => [[...options, ...callbacks][index]?.name ?? '', each])),
    credentialValues: options.map(sampleOf),
    texts: options.filter(({ allows }) => allows === 'text').map(({ name }) => nameOf(name).camel),
    shaped: options.filter(({ sample }) => sample !== undefined).map(({ name }) => nameOf(name).camel),
    keys: options.filter(({ allows }) => allows === 'pem').map(({ name }) => nameOf(name).camel),
    callbacks: callbacks.map(({ name }) => nameOf(name).camel),
    secretValues: new Map(replay.secrets.map((name) => [nameOf(name).camel, sampleOfName(name)])),
  };
  function sampleOfName(name: string): string {
    const option = options.find((each) => each.name === name);
    return option === undefined ? testCredential(name) : sampleOf(option);
  }
}

/** A credential as an expression. A private key of nobody is put together where it stands: what looks for lost keys in files need not find it. */
function sampleCode(value: string): Code {
  const [first = '', ...rest] = value.split(/(?<=^-----BEGIN )/);
  return rest.length === 0 ? literal(value) : code`[${literal(first)}, ${literal(rest.join(''))}].join('')`;
}

/** What a client takes for a scheme, and for those of single endpoints: an object. */
export function credentialsFor({ ownSchemes }: Pick<TestPlan, 'ownSchemes'>, scheme: TestedScheme | undefined): Code {
  const given = new Map([...(scheme === undefined ? [] : [scheme]), ...ownSchemes].flatMap((each) => [...each.given]));
  return given.size === 0 ? literal({}) : code`{ ${join([...given.values()], ', ')} }`;
}

/** The options that a recording was made with, made up where it does not say. */
export function optionsOf({ model }: EmitContext, { fixture }: ResourceFixture, resource?: ResourceModel): Code {
  const sample = sampleConfig(model.config, resource === undefined ? [] : conditionsOf(resource, model.resources));
  const options = model.config.flatMap(({ name }) => {
    const value = fixture.config?.[name.raw] ?? sample[name.raw];
    return value === undefined ? [] : [code`${property(name.camel)}: ${literal(value)}, `];
  });
  const { wall_clock: time } = fixture.config ?? {};
  const now = typeof time === 'string' ? time : '2100-01-01T00:00:00Z'; // what was made up or recorded is not later
  const clock = model.resources.some(asksClock) ? [code`wallClock: () => Date.parse(${literal(now)}), `] : [];
  return join([...options, ...clock], '');
}

/** A URL as a scheme signs it; spaces stay as they were. */
export function signedUrl(url: URL, scheme: TestedScheme | undefined): string {
  const signed = new URL(url);
  for (const [name, value] of Object.entries(scheme?.query ?? {})) signed.searchParams.set(name, value);
  if (!url.search.includes('+')) signed.search = signed.search.replaceAll('+', '%20');
  return signed.href;
}

/** A list of literals, one below the other. */
export function rows(values: readonly Code[]): Code {
  return code`[
    ${values.map((value) => code`${value},`)}
  ]`;
}
