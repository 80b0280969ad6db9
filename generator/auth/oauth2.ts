import { checkSecret, checkTemplate, checkUrlTemplate } from '../checks.js';
import { code, literal, nothing, type Code } from '../code.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import { choice, integer, mapOf, nullable, optional, required, text, type Reading } from '../shape.js';
import { testCredential, type AuthNames, type AuthText, type CredentialOption, type TokenReply } from './contract.js';
import { SECRET_ROOT, showTemplate, templateOf, type Template } from '../placeholder.js';
import { urlTemplate, type UrlTemplate } from '../url-template.js';
import type { Placement } from './placement.js';
import { BASE64 } from './emitted.js';

/** What the OAuth 2 schemes have in common: one token endpoint, asked with a form (RFC 6749). */

export const oauth2Keys = {
  access_token_url: required(
    text({
      description: 'Where tokens are asked for. `{config.x}` is replaced.',
      placeholders: 'filled',
      check: checkUrlTemplate,
      examples: ['https://api.example.com/oauth/token', 'https://login.example.com/{config.tenant}/token'],
    }),
  ),
  client_id: optional(
    nullable(
      text({
        description: 'The environment variable of the client id: ${NAME}. null: neither a client id nor a secret is sent.',
        check: checkSecret,
      }),
    ),
  ),
  client_secret: optional(
    nullable(
      text({
        description:
          'The environment variable of the client secret: ${NAME}. The secret itself never stands in a spec. null: a public client, which has none.',
        check: checkSecret,
      }),
    ),
  ),
  client_authentication: optional(
    choice('a way to send the client secret', ['body', 'basic'], {
      description: 'Where client id and secret go in the token request.',
      default: 'body',
    }),
  ),
  scopes: optional(
    text({
      description: 'Scopes to ask for, separated by spaces. `{config.x}` is replaced.',
      placeholders: 'filled',
      check: checkTemplate,
    }),
  ),
  audience: optional(
    text({
      description: 'The API that the token is for, where the token endpoint serves several. `{config.x}` is replaced.',
      placeholders: 'filled',
      check: checkTemplate,
    }),
  ),
  access_token_request_data: optional(
    mapOf(text({ description: 'A value; `{config.x}` is replaced.', placeholders: 'filled', check: checkTemplate, allowEmpty: true }), {
      description: 'Further fields of the token request.',
      examples: [{ resource: 'https://api.example.com' }],
    }),
  ),
  default_token_expiration: optional(integer({ description: 'Seconds a token lives when the reply does not say.', min: 1, default: 3600 })),
} as const;

export interface OAuth2Spec {
  readonly type: string;
  readonly access_token_url: string;
  readonly client_id?: string | null;
  readonly client_secret?: string | null;
  readonly client_authentication?: 'body' | 'basic';
  readonly scopes?: string;
  readonly audience?: string;
  readonly access_token_request_data?: ReadonlyMap<string, string>;
  readonly default_token_expiration?: number;
}

export interface OAuth2Model {
  readonly tokenUrl: UrlTemplate;
  /** `public`: the client has no secret; `none`: no client is named. */
  readonly client: 'confidential' | 'public' | 'none';
  readonly authentication: 'body' | 'basic';
  readonly requestData: readonly (readonly [name: string, value: Template])[];
  readonly defaultExpirySeconds: number;
  readonly clientIdEnv: string | undefined;
  readonly clientSecretEnv: string | undefined;
}

export function buildOAuth2(spec: OAuth2Spec): OAuth2Model {
  return {
    tokenUrl: urlTemplate(templateOf(spec.access_token_url)) ?? [spec.access_token_url],
    client: spec.client_id === null ? 'none' : spec.client_secret === null ? 'public' : 'confidential',
    authentication: spec.client_authentication ?? 'body',
    requestData: [
      ...(spec.scopes === undefined ? [] : [['scope', spec.scopes] as const]),
      ...(spec.audience === undefined ? [] : [['audience', spec.audience] as const]),
      ...(spec.access_token_request_data ?? []),
    ]
      .filter(([name]) => name !== 'grant_type')
      .map(([name, value]) => [name, templateOf(value)] as const),
    defaultExpirySeconds: spec.default_token_expiration ?? 3600,
    clientIdEnv: spec.client_id?.slice(2, -1),
    clientSecretEnv: spec.client_secret?.slice(2, -1),
  };
}

/** The texts that options of the caller may stand in. */
export function oauth2Texts(spec: OAuth2Spec, reading: Reading): readonly AuthText[] {
  const { access_token_request_data: data } = spec;
  return [
    { text: spec.access_token_url, span: reading.spanOf(spec, 'access_token_url') },
    ...(['scopes', 'audience'] as const).flatMap((key) => {
      const text = spec[key];
      return text === undefined ? [] : [{ text, span: reading.spanOf(spec, key) }];
    }),
    ...[...(data ?? [])].map(([name, text]) => ({ text, span: reading.spanOf(data ?? spec, name) })),
  ];
}

/** What each scheme asks with. */
const GRANTS: Readonly<Record<string, readonly string[]>> = {
  oauth2_client_credentials: ['client_credentials'],
  oauth2_jwt_bearer: ['urn:ietf:params:oauth:grant-type:jwt-bearer', 'client_credentials'],
  oauth2_password: ['password'],
  oauth2_refresh_token: ['refresh_token'],
};

const HINTS: Readonly<Record<string, string>> = {
  grant_type: 'Leave it out: the type of auth says it.',
  client_id: 'Leave it out: the caller passes it.',
  scope: 'Keep scopes, or this.',
  audience: 'Keep audience, or this.',
};

/** Refuses a credential that hides among the further fields of the token request, and one that it has anyway. */
export function checkRequestData(spec: OAuth2Spec, reading: Reading): void {
  const data = spec.access_token_request_data;
  if (spec.client_id === null && (spec.type === 'oauth2_client_credentials' || typeof spec.client_secret === 'string'))
    reading.report(
      messages.pattern(reading.spanOf(spec, 'client_id'), 'spec/param-conflict', 'there is no client to authenticate', 'Leave it out.'),
    );
  if ((spec.client_secret === null || spec.client_id === null) && spec.client_authentication === 'basic')
    reading.report(
      messages.pattern(
        reading.spanOf(spec, 'client_authentication'),
        'spec/param-conflict',
        'a public client has no secret to authenticate with',
        'Leave it out: the client id goes in the body.',
      ),
    );
  const own = [
    'grant_type',
    ...(spec.client_authentication === 'basic' ? [] : ['client_id']),
    ...(spec.scopes === undefined ? [] : ['scope']),
    ...(spec.audience === undefined ? [] : ['audience']),
  ];
  for (const name of data?.keys() ?? []) {
    if (data === undefined || !own.includes(name)) continue;
    if (name === 'grant_type' && GRANTS[spec.type]?.includes(data.get(name) ?? '') === true) continue; // as the scheme has it
    const message = `${shorten(name)} is a field of the token request already`;
    reading.report(messages.pattern(reading.keySpanOf(data, name), 'spec/param-conflict', message, HINTS[name] ?? 'Leave it out.'));
  }
  for (const name of data?.keys() ?? []) {
    if (
      data !== undefined &&
      /^(client_secret|client_assertion|password|refresh_token|assertion)$/i.test(name) &&
      !isSecretName(data.get(name))
    )
      reading.report(
        messages.secret(reading.spanOf(data, name), 'spec/secret-literal', 'a secret stands in the spec', 'The caller passes credentials.'),
      );
  }
}

/** Whether a text is nothing but the name of a secret: `${NAME}`. */
function isSecretName(text: string | undefined): boolean {
  const [only, ...more] = templateOf(text ?? '');
  return typeof only === 'object' && only.root === SECRET_ROOT && more.length === 0;
}

export const sentAsBearer: Placement = { location: 'header', name: 'Authorization', around: ['Bearer ', ''] };

/** What a body of `name=value` pairs is. */
export const FORM = 'application/x-www-form-urlencoded;charset=UTF-8';

export const oauth2Reply: TokenReply = { token: ['access_token'], seconds: ['expires_in'] };

/** Statements that send the token request; `fields` are those of the grant. They declare `reply`. */
export function emitTokenRequest(model: OAuth2Model, names: AuthNames, fields: Code, withRefreshToken: boolean): Code {
  const basic = model.authentication === 'basic';
  const secret = model.client === 'confidential' ? code`, client_secret: clientSecret` : nothing;
  const client = basic || model.client === 'none' ? nothing : code`, client_id: clientId${secret}`;
  return code`
    const form = new URLSearchParams({ ${fields}${client} });
    ${model.requestData.map(([name, value]) => names.whereGiven(value, code`form.set(${literal(name)}, ${names.text(value)});`))}
    const body = await exchange(
      {
        method: 'POST',
        url: ${names.url(model.tokenUrl)},
        headers: { accept: 'application/json', 'content-type': ${literal(FORM)}${basic ? code`, authorization: \`Basic \${basic}\`` : nothing} },
        body: form.toString(),
      },
      place,
    );
    const reply = body as { readonly access_token?: unknown; readonly expires_in?: unknown${withRefreshToken ? code`; readonly refresh_token?: unknown` : nothing} } | null | undefined;
  `;
}

/** The token of that reply. */
export function emitGranted(model: OAuth2Model): Code {
  return code`grantedToken(reply?.access_token, reply?.expires_in ?? ${literal(model.defaultExpirySeconds)}, reply, place)`;
}

/** Declares `basic`, where the client authenticates so. */
export function emitBasic({ authentication }: OAuth2Model): Code {
  return authentication === 'basic'
    ? code`const basic = ${BASE64}(\`\${encodeURIComponent(clientId)}:\${encodeURIComponent(clientSecret)}\`);`
    : nothing;
}

/** Headers and form of a token request with the credentials of the tests. */
export function replayRequest(
  model: OAuth2Model,
  grant: Readonly<Record<string, string>>,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const [id, secret] = [testCredential('client_id'), testCredential('client_secret')];
  const basic = model.authentication === 'basic';
  const own = model.client === 'none' ? {} : model.client === 'public' ? { client_id: id } : { client_id: id, client_secret: secret };
  const form = new URLSearchParams({ ...grant, ...(basic ? {} : own) });
  for (const [name, value] of model.requestData) form.set(name, showTemplate(value));
  return {
    headers: { accept: 'application/json', 'content-type': FORM, ...(basic ? { authorization: `Basic ${btoa(`${id}:${secret}`)}` } : {}) },
    body: form.toString(),
  };
}

export function clientOptions(model: OAuth2Model): readonly CredentialOption[] {
  const id = { name: 'client_id', description: 'The OAuth 2 client id.', env: model.clientIdEnv, allows: 'token' } as const;
  if (model.client !== 'confidential') return model.client === 'none' ? [] : [id];
  return [id, { name: 'client_secret', description: 'The OAuth 2 client secret.', env: model.clientSecretEnv, allows: 'token' }];
}

/** Those of the client that are secrets, by the names of their options. */
export function clientSecrets({ client }: OAuth2Model): readonly string[] {
  return client === 'confidential' ? ['client_secret'] : [];
}

/** The secrets that the client registers, by the names of variables. */
export function secretVariables(model: OAuth2Model, ...own: readonly string[]): readonly string[] {
  return [...(model.client === 'confidential' ? ['clientSecret'] : []), ...own, ...(model.authentication === 'basic' ? ['basic'] : [])];
}

/** Mistakes in what both schemes emit. */
export function sharedMutants() {
  const file = 'src/internal/auth.ts' as const;
  return [
    { name: 'the token is not sent', file, find: "headers['authorization'] = `Bearer ${token}`;", replace: '' },
    { name: 'every request fetches a token', file, find: 'if (kept === undefined || kept === last)', replace: 'if (true)' },
    { name: 'a token never ends', file, find: 'Date.now() < token.renewAt', replace: 'true' },
    { name: 'a refused token is kept', file, find: 'token.value !== refused && ', replace: '' },
    { name: 'a reply without a token is taken', file, find: "typeof value !== 'string' || ", replace: '' },
  ];
}
