import { code, identifier } from '../code.js';
import { nameOf } from '../names.js';
import { literalWord, object, optional, required, text, type Shaped } from '../shape.js';
import { checkSecret } from '../checks.js';
import { testCredential, type AuthScheme } from './contract.js';
import { registered } from './registered.js';

const shape = object(
  'bearer auth',
  {
    type: required(literalWord('bearer')),
    token: optional(
      text({ description: 'The environment variable of the token: ${NAME}. The token itself never stands in a spec.', check: checkSecret }),
    ),
  },
  { description: 'A token, sent as `Authorization: Bearer …`.' },
);

export interface BearerModel {
  readonly type: 'bearer';
  readonly env: string | undefined;
}

export const bearer: AuthScheme<Shaped<typeof shape>, BearerModel> = {
  type: 'bearer',
  shape,
  build: (spec) => ({ type: 'bearer', env: spec.token?.slice(2, -1) }),
  title: () => 'Bearer',
  options: (model) => [
    { name: 'token', description: 'The access token, sent as `Authorization: Bearer …`.', env: model.env, allows: 'token' },
  ],
  callbacks: () => [],
  queryParams: () => [],

  emit() {
    const token = identifier(nameOf('token').camel);
    return {
      summary: 'Sends the token as `Authorization: Bearer …`.',
      setup: registered(['token']),
      members: code`
        sign(_url: URL, headers: Record<string, string>) {
          headers['authorization'] = \`Bearer \${${token}}\`;
        },
      `,
      helpers: [],
      fetchesTokens: false,
    };
  },

  replay: () => ({ query: {}, headers: { authorization: `Bearer ${testCredential('token')}` }, token: undefined, secrets: ['token'] }),

  example: { type: 'bearer' },

  mutants: [
    { name: 'the token is not sent', file: 'src/internal/auth.ts', find: "headers['authorization'] = `Bearer ${token}`;", replace: '' },
  ],
};
