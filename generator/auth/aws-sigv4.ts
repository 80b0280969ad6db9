import { checkSecret, checkTemplate } from '../checks.js';
import { code, nothing, template } from '../code.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { showTemplate, templateOf, type Template } from '../placeholder.js';
import { literalWord, object, optional, required, text, type Check, type Shaped } from '../shape.js';
import type { AuthScheme, CredentialOption } from './contract.js';
import { registered } from './registered.js';
import { HEX, hmacHelpers, SHA256, wholeMembers } from './whole.js';

/** The name of a service stands in a header, and between slashes. */
const checkService: Check<string> = (value, span, reading) => {
  if (/^[a-z0-9-]+$/.test(value)) return true;
  reading.report(messages.pattern(span, 'spec/name', 'not the name of a service of AWS', 'Write it as in its endpoints: execute-api.'));
  return false;
};

const shape = object(
  'aws_sigv4 auth',
  {
    type: required(literalWord('aws_sigv4')),
    region: required(
      text({ description: 'The region; `{config.x}` is replaced.', placeholders: 'filled', check: checkTemplate, examples: ['us-east-1'] }),
    ),
    service: required(
      text({
        description: 'The name of the service in signatures.',
        check: checkService,
        examples: ['execute-api'],
      }),
    ),
    access_key_id: optional(text({ description: 'The environment variable of the access key id: ${NAME}.', check: checkSecret })),
    secret_access_key: optional(
      text({
        description: 'The environment variable of the secret key: ${NAME}. The key itself never stands in a spec.',
        check: checkSecret,
      }),
    ),
    session_token: optional(
      text({
        description: 'The environment variable of the session token, where credentials are temporary: ${NAME}. Default: there is none.',
        check: checkSecret,
      }),
    ),
  },
  {
    description:
      'AWS Signature Version 4: each request is signed by what it asks for. It is the only scheme of its client. A query is sent as it is signed: sorted, spaces as `%20`.',
  },
);

export interface AwsSigV4Model {
  readonly type: 'aws_sigv4';
  readonly region: Template;
  readonly service: string;
  readonly envs: { readonly id: string | undefined; readonly secret: string | undefined; readonly session: string | undefined };
}

export const awsSigV4: AuthScheme<Shaped<typeof shape>, AwsSigV4Model> = {
  type: 'aws_sigv4',
  shape,
  build: (spec) => ({
    type: 'aws_sigv4',
    region: templateOf(spec.region),
    service: spec.service,
    envs: {
      id: spec.access_key_id?.slice(2, -1),
      secret: spec.secret_access_key?.slice(2, -1),
      session: spec.session_token?.slice(2, -1),
    },
  }),
  title: () => 'Aws',
  options: ({ envs }): readonly CredentialOption[] => [
    { name: 'access_key_id', description: 'The AWS access key id.', env: envs.id, allows: 'token' },
    { name: 'secret_access_key', description: 'The AWS secret access key.', env: envs.secret, allows: 'token' },
    ...(envs.session === undefined
      ? []
      : [{ name: 'session_token', description: 'The AWS session token.', env: envs.session, allows: 'token' } as const]),
  ],
  callbacks: () => [],
  texts: (spec, reading) => [{ text: spec.region, span: reading.spanOf(spec, 'region') }],
  queryParams: () => [],

  emit(model, names) {
    const session = model.envs.session !== undefined;
    const s3 = model.service === 's3';
    return {
      summary: `Signs each request by AWS Signature Version 4, for \`${model.service}\` in \`${showTemplate(model.region)}\`.`,
      setup: registered(['secretAccessKey', ...(session ? ['sessionToken'] : [])]),
      members: wholeMembers(code`
        const time = new Date().toISOString().replace(/[-:]|\\.\\d+/g, '');
        const scope = ${template([code`time.slice(0, 8)`, '/', isPlain(model.region) ? showTemplate(model.region) : names.text(model.region), `/${model.service}/aws4_request`])};
        const body = await sha256(request.body ?? '');
        headers['x-amz-date'] = time;
        ${session ? code`headers['x-amz-security-token'] = sessionToken;` : nothing}
        ${s3 ? code`headers['x-amz-content-sha256'] = body;` : nothing}
        url.search = canonicalQuery(url);
        const signed = Object.entries({ ...headers, host: url.host })
          .filter(([name]) => /^(?:host|content-type|x-amz-.+)$/.test(name))
          .sort(([one], [other]) => (one < other ? -1 : 1));
        const signedNames = signed.map(([name]) => name).join(';');
        const canonical = [
          request.method,
          url.pathname.split('/').map((segment) => encoded(${s3 ? code`decodeURIComponent(segment)` : code`segment`})).join('/'),
          url.search.slice(1),
          ...signed.map(([name, value]) => \`\${name}:\${value.trim().replace(/ +/g, ' ')}\`),
          '',
          signedNames,
          body,
        ].join('\\n');
        let key: Uint8Array = new TextEncoder().encode(\`AWS4\${secretAccessKey}\`);
        for (const part of scope.split('/')) key = await hmac(new Uint8Array(key), part);
        const signature = hex(await hmac(new Uint8Array(key), ['AWS4-HMAC-SHA256', time, scope, await sha256(canonical)].join('\\n')));
        headers['authorization'] = \`AWS4-HMAC-SHA256 Credential=\${accessKeyId}/\${scope}, SignedHeaders=\${signedNames}, Signature=\${signature}\`;
      `),
      helpers: [
        code`
          /** A query as it is signed: by name and value, everything encoded that has to be. */
          function canonicalQuery(url: URL): string {
            const pairs = Array.from(url.searchParams, ([name, value]) => [encoded(name), encoded(value)] as const);
            const inOrder = pairs.sort(([a, one], [b, other]) => (a === b ? (one < other ? -1 : 1) : a < b ? -1 : 1));
            return inOrder.map(([name, value]) => \`\${name}=\${value}\`).join('&');
          }
        `,
        code`
          /** Percent-encoded as RFC 3986 has it. */
          function encoded(text: string): string {
            return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => \`%\${sign.charCodeAt(0).toString(16).toUpperCase()}\`);
          }
        `,
        hmacHelpers('SHA-256'),
        SHA256,
        HEX,
      ],
      fetchesTokens: false,
      signsWhole: true,
    };
  },

  replay: (model) => ({
    query: {},
    headers: {
      authorization: 'signed',
      'x-amz-date': 'signed',
      ...(model.envs.session === undefined ? {} : { 'x-amz-security-token': 'test-session-token' }),
    },
    varying: ['authorization', 'x-amz-date'],
    token: undefined,
    secrets: ['secret_access_key', ...(model.envs.session === undefined ? [] : ['session_token'])],
  }),

  example: { type: 'aws_sigv4', region: 'us-east-1', service: 'execute-api' },

  mutants: [
    {
      name: 'requests are not signed',
      file: 'src/internal/auth.ts',
      find: "headers['authorization'] = ",
      replace: "headers['x-other'] = ",
    },
    {
      name: 'errors show the secret key of AWS',
      file: 'src/internal/auth.ts',
      find: "secrets.add('secretAccessKey', secretAccessKey);",
      replace: '',
    },
  ],
};

function isPlain(value: Template): boolean {
  return value.every((part) => typeof part === 'string');
}
