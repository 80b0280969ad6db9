import { testCredential, type AuthReplay } from '../../auth/contract.js';
import { type Code, code, join, literal, property } from '../../code.js';
import type { ResourceFixture } from '../../recordings/gather.js';
import { sampleConfig } from '../../recordings/synthesise.js';
import { schemeOf } from '../../model/auth.js';
import { nameOf } from '../../names.js';
import { needsClock } from '../reading/kinds.js';
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
  /** Client options that are functions. */
  readonly callbacks: readonly string[];
  /** The values of its secret options, by the names of the client options. */
  readonly secretValues: ReadonlyMap<string, string>;
}

/** A scheme with the credentials that the tests pass. */
export function testedScheme(model: EmitContext['model']['auth'][number]): TestedScheme {
  const scheme = schemeOf(model.type);
  const replay = scheme.replay(model);
  const options = scheme.options(model);
  const callbacks = scheme.callbacks(model);
  const given = [
    ...options.map(({ name }) => code`${property(nameOf(name).camel)}: ${literal(testCredential(name))}`),
    ...callbacks.map(({ name }) => code`${property(nameOf(name).camel)}: () => {}`),
  ];
  return {
    ...replay,
    title: scheme.title(model),
    given: new Map(given.map((each, index) => [[...options, ...callbacks][index]?.name ?? '', each])),
    credentialValues: options.map(({ name }) => testCredential(name)),
    texts: options.filter(({ allows }) => allows === 'text').map(({ name }) => nameOf(name).camel),
    callbacks: callbacks.map(({ name }) => nameOf(name).camel),
    secretValues: new Map(replay.secrets.map((name) => [nameOf(name).camel, testCredential(name)])),
  };
}

/** What a client takes for a scheme, and for those of single endpoints: an object. */
export function credentialsFor({ ownSchemes }: Pick<TestPlan, 'ownSchemes'>, scheme: TestedScheme | undefined): Code {
  const given = new Map([...(scheme === undefined ? [] : [scheme]), ...ownSchemes].flatMap((each) => [...each.given]));
  return given.size === 0 ? literal({}) : code`{ ${join([...given.values()], ', ')} }`;
}

/** The options that a recording was made with, made up where it does not say. */
export function optionsOf({ model }: EmitContext, { fixture }: ResourceFixture): Code {
  const sample = sampleConfig(model.config);
  const options = model.config.map(
    ({ name }) => code`${property(name.camel)}: ${literal(fixture.config?.[name.raw] ?? sample[name.raw] ?? null)}, `,
  );
  const { wall_clock: time } = fixture.config ?? {};
  const now = typeof time === 'string' ? time : '2100-01-01T00:00:00Z'; // what was made up or recorded is not later
  const clock = model.resources.some(needsClock) ? [code`wallClock: () => Date.parse(${literal(now)}), `] : [];
  return join([...options, ...clock], '');
}

/** A list of literals, one below the other. */
export function rows(values: readonly Code[]): Code {
  return code`[
    ${values.map((value) => code`${value},`)}
  ]`;
}
