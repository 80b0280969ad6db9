import { checkSecret, checkTemplate } from '../checks.js';
import { code, identifier, join, literal, nothing, property, type Code } from '../code.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { choice, integer, literalWord, mapOf, object, optional, required, text, type Reading, type Shaped } from '../shape.js';
import { showTemplate, templateOf, type Template } from '../placeholder.js';
import { showUrl } from '../url-template.js';
import type { AuthNames, AuthScheme } from './contract.js';
import { jwtHelpers } from './jwt.js';
import {
  buildOAuth2,
  checkRequestData,
  clientOptions,
  clientSecrets,
  emitBasic,
  emitGranted,
  emitTokenRequest,
  oauth2Keys,
  oauth2Reply,
  oauth2Texts,
  replayRequest,
  secretVariables,
  sentAsBearer,
  type OAuth2Model,
  type OAuth2Spec,
} from './oauth2.js';
import { emitPlacement, placed } from './placement.js';
import { testPrivateKey } from './test-keys.js';
import { READ_POSITION } from './emitted.js';
import { tokenHelpers, tokenMembers, tokenSetup } from './tokens.js';

const { audience: _audience, ...sharedKeys } = oauth2Keys;

const claim = (description: string) => optional(text({ description, placeholders: 'filled', check: checkTemplate }));

const shape = object(
  'oauth2_jwt_bearer auth',
  {
    type: required(literalWord('oauth2_jwt_bearer')),
    ...sharedKeys,
    private_key: optional(
      text({
        description: 'The environment variable of the private key, in PEM (PKCS#8): ${NAME}. The key itself never stands in a spec.',
        check: checkSecret,
      }),
    ),
    algorithm: optional(choice('an algorithm', ['RS256', 'ES256'], { description: 'How assertions are signed.', default: 'RS256' })),
    assertion: optional(
      choice('a kind of assertion', ['grant', 'client'], {
        description:
          'grant: the assertion is what the token is granted for (RFC 7523, 2.1: service accounts of Google, Salesforce, Box, DocuSign). client: it is how the client proves who it is, for a client_credentials grant (2.2: Microsoft, Okta, SMART on FHIR).',
        default: 'grant',
      }),
    ),
    issuer: claim('The claim `iss`: who signs. `{config.x}` is replaced. Default: the client id.'),
    subject: claim('The claim `sub`: for whom. `{config.x}` is replaced. Default: with assertion: client the client id, else none.'),
    audience: claim('The claim `aud`. `{config.x}` is replaced. Default: access_token_url.'),
    claims: optional(
      mapOf(text({ description: 'A value; `{config.x}` is replaced.', placeholders: 'filled', check: checkTemplate, allowEmpty: true }), {
        description: 'Further claims of the assertion.',
        examples: [{ box_sub_type: 'enterprise' }],
      }),
    ),
    key_id: claim('`kid` in the header of the assertion: which key it is signed with. `{config.x}` is replaced.'),
    lifetime: optional(integer({ description: 'Seconds that an assertion holds.', min: 1, max: 86_400, default: 60 })),
  },
  {
    description:
      'OAuth 2 with a signed assertion (RFC 7523), as service accounts have it: a token is fetched with a JSON Web Token that a private key signs, kept, fetched again before it ends, and once more when the API answers 401.',
    check: checkAssertion,
  },
);

export interface OAuth2JwtBearerModel extends OAuth2Model {
  readonly type: 'oauth2_jwt_bearer';
  readonly algorithm: 'RS256' | 'ES256';
  readonly assertion: 'grant' | 'client';
  /** Texts of the assertion by their claims; null stands for the client id. */
  readonly claims: readonly (readonly [name: string, value: Template | null])[];
  readonly keyId: Template | null;
  readonly lifetimeSeconds: number;
  readonly privateKeyEnv: string | undefined;
}

export const oauth2JwtBearer: AuthScheme<Shaped<typeof shape>, OAuth2JwtBearerModel> = {
  type: 'oauth2_jwt_bearer',
  shape,

  build: (spec) => {
    const { assertion = 'grant', scopes, client_id: id, ...rest } = spec;
    const own = { ...rest, client_secret: spec.client_secret ?? null };
    // a service account names no client but in its claims
    const named =
      assertion === 'grant' && id === undefined ? { ...own, client_id: null } : { ...own, ...(id === undefined ? {} : { client_id: id }) };
    const { audience: _, ...asked } = named;
    const model = buildOAuth2({ ...asked, ...(assertion === 'client' && scopes !== undefined ? { scopes } : {}) });
    const said = (key: 'issuer' | 'subject' | 'audience'): Template | undefined =>
      spec[key] === undefined ? undefined : templateOf(spec[key]);
    const subject = said('subject') ?? (assertion === 'client' ? null : undefined);
    return {
      type: 'oauth2_jwt_bearer',
      ...model,
      algorithm: spec.algorithm ?? 'RS256',
      assertion,
      claims: [
        ['iss', said('issuer') ?? null],
        ...(subject === undefined ? [] : [['sub', subject] as const]),
        ['aud', said('audience') ?? templateOf(spec.access_token_url)],
        ...(assertion === 'grant' && scopes !== undefined ? [['scope', templateOf(scopes)] as const] : []),
        ...[...(spec.claims ?? [])].map(([name, value]) => [name, templateOf(value)] as const),
      ],
      keyId: spec.key_id === undefined ? null : templateOf(spec.key_id),
      lifetimeSeconds: spec.lifetime ?? 60,
      privateKeyEnv: spec.private_key?.slice(2, -1),
    };
  },

  title: () => 'JwtBearer',

  options: (model) => [
    ...clientOptions(model),
    {
      name: 'private_key',
      description: `The private key that signs assertions, in PEM (PKCS#8, \`BEGIN PRIVATE KEY\`), for ${model.algorithm}.`,
      env: model.privateKeyEnv,
      allows: 'pem',
      sample: testPrivateKey(model.algorithm),
    },
  ],
  callbacks: () => [],

  texts: (spec, reading) => {
    const { claims } = spec;
    return [
      ...oauth2Texts(spec, reading),
      ...(['issuer', 'subject', 'key_id'] as const).flatMap((key) => {
        const text = spec[key];
        return text === undefined ? [] : [{ text, span: reading.spanOf(spec, key) }];
      }),
      ...[...(claims ?? [])].map(([name, text]) => ({ text, span: reading.spanOf(claims ?? spec, name) })),
    ];
  },

  queryParams: () => [],

  emit(model, names) {
    const grant =
      model.assertion === 'grant'
        ? code`grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion`
        : code`grant_type: 'client_credentials', client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: assertion`;
    return {
      summary: `Fetches tokens from \`${showUrl(model.tokenUrl)}\` with assertions that a private key signs, and sends them as \`Authorization: Bearer …\`.`,
      setup: code`
        ${emitBasic(model)}
        ${tokenSetup(secretVariables(model, 'privateKey'))}
        const ${names.fetchToken} = async (exchange: Exchange, place: ${READ_POSITION}): Promise<Token> => {
          const now = Math.floor(Date.now() / 1000);
          ${emitClaims(model, names)}
          const assertion = await signedJwt(${emitHeader(model, names)}, claims, privateKey, place);
          secrets.add('assertion', assertion);
          ${emitTokenRequest(model, names, grant, false)}
          return ${emitGranted(model)};
        };
      `,
      members: tokenMembers(code`${names.fetchToken}(exchange, place)`, emitPlacement(sentAsBearer, code`token`)),
      helpers: [...tokenHelpers(names), ...jwtHelpers(model.algorithm, names)],
      fetchesTokens: true,
    };
  },

  replay: (model) => {
    const grant: Readonly<Record<string, string>> =
      model.assertion === 'grant'
        ? { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: 'test-assertion' }
        : {
            grant_type: 'client_credentials',
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            client_assertion: 'test-assertion',
          };
    return {
      ...placed(sentAsBearer, 'test-token'),
      token: {
        url: showUrl(model.tokenUrl),
        method: 'POST',
        ...replayRequest(model, grant),
        defaultExpirySeconds: model.defaultExpirySeconds,
        reply: oauth2Reply,
        carrier: sentAsBearer,
        assertion: {
          field: model.assertion === 'grant' ? 'assertion' : 'client_assertion',
          claims: Object.fromEntries(
            model.claims.flatMap(([name, value]) => (value === null || !isPlain(value) ? [] : [[name, showTemplate(value)]])),
          ),
          lifetimeSeconds: model.lifetimeSeconds,
          algorithm: model.algorithm,
        },
      },
      secrets: [...clientSecrets(model), 'private_key'],
    };
  },

  example: {
    type: 'oauth2_jwt_bearer',
    access_token_url: 'https://api.example.com/oauth/token',
    algorithm: 'ES256',
    issuer: 'service@example.com',
    scopes: 'read',
  },

  mutants: [
    { name: 'an assertion never ends', file: 'src/internal/auth.ts', find: 'exp: now + 60', replace: 'exp: now * 2' },
    {
      name: 'an assertion is not signed',
      file: 'src/internal/auth.ts',
      find: 'new TextEncoder().encode(text)))',
      replace: "new TextEncoder().encode('')))",
    },
    { name: 'an assertion is for nobody', file: 'src/internal/auth.ts', find: "aud: 'https", replace: "for: 'https" },
    { name: 'errors show the private key', file: 'src/internal/auth.ts', find: "secrets.add('privateKey', privateKey);", replace: '' },
    { name: 'errors show an assertion', file: 'src/internal/auth.ts', find: "secrets.add('assertion', assertion);", replace: '' },
  ],
};

function isPlain(value: Template): boolean {
  return value.every((part) => typeof part === 'string');
}

/** Declares `claims`, of which those are left out that options say which were left out. */
function emitClaims(model: OAuth2JwtBearerModel, names: AuthNames): Code {
  const always: Code[] = [];
  const sometimes: Code[] = [];
  for (const [name, value] of model.claims) {
    const written = value === null ? identifier('clientId') : names.text(value);
    const set = code`claims[${literal(name)}] = ${written};`;
    const statement = value === null ? set : names.whereGiven(value, set);
    if (statement === set) always.push(code`${property(name)}: ${written}`);
    else sometimes.push(statement);
  }
  const members = [...always, code`jti: crypto.randomUUID()`, code`iat: now`, code`exp: now + ${literal(model.lifetimeSeconds)}`];
  return code`
    const claims${sometimes.length === 0 ? nothing : code`: Record<string, unknown>`} = { ${join(members, ', ')} };
    ${sometimes}
  `;
}

function emitHeader({ algorithm, keyId }: OAuth2JwtBearerModel, names: AuthNames): Code {
  const kid = keyId === null ? nothing : code`, kid: ${names.text(keyId)}`;
  return code`{ alg: ${literal(algorithm)}, typ: 'JWT'${kid} }`;
}

interface AssertionSpec extends OAuth2Spec {
  readonly assertion?: 'grant' | 'client';
  readonly issuer?: string;
  readonly claims?: ReadonlyMap<string, string>;
}

function checkAssertion(spec: AssertionSpec, reading: Reading): void {
  checkRequestData(spec, reading);
  const named = typeof spec.client_id === 'string' || (spec.assertion === 'client' && spec.client_id !== null);
  if (spec.issuer === undefined && !named)
    reading.report(
      messages.pattern(
        reading.spanOf(spec),
        'spec/needs-key',
        'nothing says who signs the assertion',
        'Add issuer: the e-mail of the service account, say.',
      ),
    );
  const taken = ['iss', 'sub', 'aud', 'iat', 'exp', 'jti', ...(spec.scopes === undefined || spec.assertion === 'client' ? [] : ['scope'])];
  for (const name of spec.claims?.keys() ?? []) {
    if (spec.claims === undefined || !taken.includes(name)) continue;
    const hints: Readonly<Record<string, string>> = {
      iss: 'Write issuer.',
      sub: 'Write subject.',
      aud: 'Write audience.',
      exp: 'Write lifetime.',
    };
    const message = `the claim "${name}" is there already`;
    reading.report(messages.pattern(reading.keySpanOf(spec.claims, name), 'spec/param-conflict', message, hints[name] ?? 'Leave it out.'));
  }
}
