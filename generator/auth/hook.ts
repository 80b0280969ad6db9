import { checkName } from '../checks.js';
import { code } from '../code.js';
import { nameOf } from '../names.js';
import { list, literalWord, object, required, text, type Shaped } from '../shape.js';
import type { AuthScheme } from './contract.js';
import { registered } from './registered.js';

const shape = object(
  'hook auth',
  {
    type: required(literalWord('hook')),
    credentials: required(
      list(text({ description: 'The name of a client option: access_key_id.', check: checkName }), {
        description: 'What the hook signs with. All of them are secrets.',
        min: 1,
        examples: [['access_key_id', 'secret_access_key']],
      }),
    ),
  },
  { description: 'Credentials for the hook authenticate, which signs requests with them.' },
);

export interface HookAuthModel {
  readonly type: 'hook';
  readonly credentials: readonly string[];
}

/** Says which credentials there are, and leaves what to do with them to the hooks file. */
export const hook: AuthScheme<Shaped<typeof shape>, HookAuthModel> = {
  type: 'hook',
  shape,
  build: ({ credentials }) => ({ type: 'hook', credentials: [...new Set(credentials)] }),
  title: () => 'Hook',
  options: ({ credentials }) =>
    credentials.map((name) => ({ name, description: 'A secret that requests are signed with.', env: undefined, allows: 'token' })),
  callbacks: () => [],
  queryParams: () => [],

  emit: ({ credentials }) => ({
    summary: 'Keeps the credentials that the hook authenticate signs with.',
    setup: registered(credentials.map((name) => nameOf(name).camel)),
    members: code`
      sign() {},
    `,
    helpers: [],
    fetchesTokens: false,
  }),

  replay: ({ credentials }) => ({ query: {}, headers: {}, token: undefined, secrets: credentials }),

  example: { type: 'hook', credentials: ['access_key_id', 'secret_access_key'] },

  mutants: [
    {
      name: 'errors show a credential of a hook',
      file: 'src/internal/auth.ts',
      find: "secrets.add('accessKeyId', accessKeyId);",
      replace: '',
    },
  ],
};
