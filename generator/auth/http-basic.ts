import { checkSecret } from '../checks.js';
import { code } from '../code.js';
import { literalWord, object, optional, required, text, type Shaped } from '../shape.js';
import { testCredential, type AuthScheme } from './contract.js';
import { registered } from './registered.js';
import { BASE64 } from './emitted.js';

const shape = object(
  'http_basic auth',
  {
    type: required(literalWord('http_basic')),
    username: optional(text({ description: 'The environment variable of the user name: ${NAME}.', check: checkSecret })),
    password: optional(
      text({
        description: 'The environment variable of the password: ${NAME}. The password itself never stands in a spec.',
        check: checkSecret,
      }),
    ),
  },
  {
    description:
      'User name and password, sent as `Authorization: Basic …`. Either may be empty, as with APIs that take a key for one of them.',
  },
);

export interface HttpBasicModel {
  readonly type: 'http_basic';
  readonly usernameEnv: string | undefined;
  readonly passwordEnv: string | undefined;
}

export const httpBasic: AuthScheme<Shaped<typeof shape>, HttpBasicModel> = {
  type: 'http_basic',
  shape,
  build: (spec) => ({ type: 'http_basic', usernameEnv: spec.username?.slice(2, -1), passwordEnv: spec.password?.slice(2, -1) }),
  title: () => 'Basic',
  options: (model) => [
    { name: 'username', description: 'The user name; it has no colon.', env: model.usernameEnv, allows: 'text' },
    { name: 'password', description: 'The password; it may be empty.', env: model.passwordEnv, allows: 'text' },
  ],
  callbacks: () => [],
  queryParams: () => [],

  emit: () => ({
    summary: 'Sends user name and password as `Authorization: Basic …`.',
    setup: code`
      if (username.includes(':')) throw new TypeError('username: expected a text without colons');
      const basic = ${BASE64}(\`\${username}:\${password}\`);
      ${registered(['password', 'basic'])}
    `,
    members: code`
      sign(_url: URL, headers: Record<string, string>) {
        headers['authorization'] = \`Basic \${basic}\`;
      },
    `,
    helpers: [],
    fetchesTokens: false,
  }),

  replay: () => ({
    query: {},
    headers: { authorization: `Basic ${btoa(`${testCredential('username')}:${testCredential('password')}`)}` },
    token: undefined,
    secrets: ['password'],
  }),

  example: { type: 'http_basic' },

  mutants: [
    {
      name: 'user name and password are not sent',
      file: 'src/internal/auth.ts',
      find: "headers['authorization'] = `Basic ${basic}`;",
      replace: '',
    },
    {
      name: 'user name and password change places',
      file: 'src/internal/auth.ts',
      find: '`${username}:${password}`',
      replace: '`${password}:${username}`',
    },
    { name: 'errors show the password', file: 'src/internal/auth.ts', find: "secrets.add('password', password);", replace: '' },
  ],
};
