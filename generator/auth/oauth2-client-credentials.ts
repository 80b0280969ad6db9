import { checkSecret, checkUrl } from '../checks.js';
import { code, literal, nothing, type Code } from '../code.js';
import { choice, integer, literalWord, mapOf, object, optional, required, text, type Shaped } from '../shape.js';
import { testCredential, type AuthScheme, type TokenReplay } from './contract.js';

const shape = object(
  'oauth2_client_credentials auth',
  {
    type: required(literalWord('oauth2_client_credentials')),
    access_token_url: required(
      text({ description: 'Where tokens are asked for.', check: checkUrl, examples: ['https://api.example.com/oauth/token'] }),
    ),
    client_id: optional(text({ description: 'The environment variable of the client id: ${NAME}.', check: checkSecret })),
    client_secret: optional(
      text({
        description: 'The environment variable of the client secret: ${NAME}. The secret itself never stands in a spec.',
        check: checkSecret,
      }),
    ),
    client_authentication: optional(
      choice('a way to send the client secret', ['body', 'basic'], {
        description: 'Where client id and secret go in the token request.',
        default: 'body',
      }),
    ),
    scopes: optional(text({ description: 'Scopes to ask for, separated by spaces.' })),
    access_token_request_data: optional(
      mapOf(text({ description: 'A value.', allowEmpty: true }), {
        description: 'Further fields of the token request.',
        examples: [{ audience: 'https://api.example.com' }],
      }),
    ),
    default_token_expiration: optional(
      integer({ description: 'Seconds a token lives when the reply does not say.', min: 1, default: 3600 }),
    ),
  },
  {
    description: 'OAuth 2 client credentials: a token is fetched, kept, refreshed before it ends, and once more when the API answers 401.',
  },
);

export interface OAuth2ClientCredentialsModel {
  readonly type: 'oauth2_client_credentials';
  readonly tokenUrl: string;
  readonly authentication: 'body' | 'basic';
  readonly requestData: readonly (readonly [name: string, value: string])[];
  readonly defaultExpirySeconds: number;
  readonly clientIdEnv: string | undefined;
  readonly clientSecretEnv: string | undefined;
}

export const oauth2ClientCredentials: AuthScheme<Shaped<typeof shape>, OAuth2ClientCredentialsModel> = {
  type: 'oauth2_client_credentials',
  shape,

  build: (spec) => ({
    type: 'oauth2_client_credentials',
    tokenUrl: spec.access_token_url,
    authentication: spec.client_authentication ?? 'body',
    requestData: [...(spec.scopes === undefined ? [] : [['scope', spec.scopes] as const]), ...(spec.access_token_request_data ?? [])],
    defaultExpirySeconds: spec.default_token_expiration ?? 3600,
    clientIdEnv: spec.client_id?.slice(2, -1),
    clientSecretEnv: spec.client_secret?.slice(2, -1),
  }),

  title: () => 'OAuth2',

  options: (model) => [
    { name: 'client_id', description: 'The OAuth 2 client id.', env: model.clientIdEnv },
    { name: 'client_secret', description: 'The OAuth 2 client secret.', env: model.clientSecretEnv },
  ],

  queryParams: () => [],

  emit(model, names) {
    const extra = model.requestData.map(([name, value]) => code`form.set(${literal(name)}, ${literal(value)});`);
    return {
      summary: `Fetches tokens from \`${model.tokenUrl}\` and sends them as \`Authorization: Bearer …\`.`,
      setup: code`
        let token: Promise<Token> | undefined;
        const secrets = [clientSecret];
      `,
      members: code`
        secrets,
        async sign(_url: URL, headers: Headers, exchange: Exchange, place: RecordPlace) {
          if (token !== undefined && (await token).renewAt <= Date.now()) token = undefined;
          token ??= fetchToken(clientId, clientSecret, exchange, place); // one request, however many reads wait for it
          try {
            const { value } = await token;
            if (!secrets.includes(value)) secrets.push(value);
            headers.set('authorization', \`Bearer \${value}\`);
          } catch (error) {
            token = undefined;
            throw error;
          }
        },
        forget() {
          token = undefined;
        },
      `,
      helpers: tokenHelpers(model, extra, names.authError),
      fetchesTokens: true,
    };
  },

  replay: (model) => ({
    query: {},
    headers: { authorization: 'Bearer test-token' },
    token: replayToken(model),
    secrets: ['client_secret'],
  }),

  example: { type: 'oauth2_client_credentials', access_token_url: 'https://api.example.com/oauth/token' },

  mutants: [
    { name: 'the token is not sent', file: 'src/auth.ts', find: "headers.set('authorization', `Bearer ${value}`);", replace: '' },
    { name: 'every request fetches a token', file: 'src/auth.ts', find: 'token ??= fetchToken', replace: 'token = fetchToken' },
    { name: 'a token never ends', file: 'src/auth.ts', find: '(await token).renewAt <= Date.now()', replace: 'false' },
    { name: 'a refused token is kept', file: 'src/auth.ts', find: '    forget() {\n      token = undefined;', replace: '    forget() {' },
    { name: 'a reply without a token is taken', file: 'src/auth.ts', find: "typeof reply?.access_token !== 'string'", replace: 'false' },
  ],
};

function tokenHelpers(model: OAuth2ClientCredentialsModel, extra: readonly Code[], authError: Code): Code {
  const basic = model.authentication === 'basic';
  return code`
    interface Token {
      readonly value: string;
      /** Milliseconds since 1970: a little before the token ends. */
      readonly renewAt: number;
    }

    /** Asks for a token, and takes nothing for one that is not. */
    async function fetchToken(clientId: string, clientSecret: string, exchange: Exchange, place: RecordPlace): Promise<Token> {
      const form = new URLSearchParams({ grant_type: 'client_credentials'${basic ? nothing : code`, client_id: clientId, client_secret: clientSecret`} });
      ${extra}
      const { status, body } = await exchange(new URL(${literal(model.tokenUrl)}), {
        method: 'POST',
        headers: { accept: 'application/json'${basic ? code`, authorization: \`Basic \${btoa(\`\${encodeURIComponent(clientId)}:\${encodeURIComponent(clientSecret)}\`)}\`` : nothing} },
        body: form,
      });
      const reply = body as { readonly access_token?: unknown; readonly expires_in?: unknown } | null | undefined;
      if (typeof reply?.access_token !== 'string' || reply.access_token === '') throw new ${authError}(place, 'invalid_token', \`: the token endpoint answered \${status} without an access_token\`);
      const seconds = Number(reply.expires_in ?? ${literal(model.defaultExpirySeconds)});
      if (!(seconds >= 0)) throw new ${authError}(place, 'invalid_token', ': expires_in is not a number of seconds');
      return { value: reply.access_token, renewAt: Date.now() + seconds * 900 }; // a tenth of its life early
    }
  `;
}

function replayToken(model: OAuth2ClientCredentialsModel): TokenReplay {
  const [id, secret] = [testCredential('client_id'), testCredential('client_secret')];
  const basic = model.authentication === 'basic';
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...(basic ? {} : { client_id: id, client_secret: secret }) });
  for (const [name, value] of model.requestData) form.set(name, value);
  const headers = { accept: 'application/json', ...(basic ? { authorization: `Basic ${btoa(`${id}:${secret}`)}` } : {}) };
  return { url: model.tokenUrl, headers, body: form.toString(), defaultExpirySeconds: model.defaultExpirySeconds };
}
