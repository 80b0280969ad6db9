import { checkSecret } from '../checks.js';
import { code, identifier, join } from '../code.js';
import { nameOf } from '../names.js';
import { literalWord, object, optional, required, text, type Shaped } from '../shape.js';
import { testCredential, type AuthScheme, type CredentialOption } from './contract.js';
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
} from './oauth2.js';
import { emitPlacement, placed } from './placement.js';
import { showUrl } from '../url-template.js';
import { READ_POSITION } from './emitted.js';
import { tokenHelpers, tokenMembers, tokenSetup } from './tokens.js';

const shape = object(
  'oauth2_password auth',
  {
    type: required(literalWord('oauth2_password')),
    ...oauth2Keys,
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
      'OAuth 2 with the name and password of a user (RFC 6749, 4.3): a token is fetched with them, kept, fetched again before it ends, and once more when the API answers 401. `client_id: null` where the API knows no clients.',
    check: checkRequestData,
  },
);

export interface OAuth2PasswordModel extends OAuth2Model {
  readonly type: 'oauth2_password';
  readonly usernameEnv: string | undefined;
  readonly passwordEnv: string | undefined;
}

export const oauth2Password: AuthScheme<Shaped<typeof shape>, OAuth2PasswordModel> = {
  type: 'oauth2_password',
  shape,
  build: (spec) => ({
    type: 'oauth2_password',
    ...buildOAuth2(spec),
    usernameEnv: spec.username?.slice(2, -1),
    passwordEnv: spec.password?.slice(2, -1),
  }),
  title: () => 'Password',
  options: (model) => [...clientOptions(model), ...userOptions(model)],
  callbacks: () => [],
  texts: oauth2Texts,
  queryParams: () => [],

  emit(model, names) {
    const client = model.authentication === 'basic' ? ['basic'] : clientOptions(model).map(({ name }) => nameOf(name).camel);
    const sent = [...client, 'username', 'password'].map(identifier);
    return {
      summary: `Fetches tokens from \`${showUrl(model.tokenUrl)}\` with the name and password of a user, and sends them as \`Authorization: Bearer …\`.`,
      setup: code`
        ${emitBasic(model)}
        ${tokenSetup(secretVariables(model, 'password'))}
      `,
      members: tokenMembers(
        code`${names.fetchToken}({ ${join(sent, ', ')} }${names.optionsArgument}, exchange, place)`,
        emitPlacement(sentAsBearer, code`token`),
      ),
      helpers: [
        ...tokenHelpers(names),
        code`
          /** Asks for a token, and takes nothing for one that is not. */
          async function ${names.fetchToken}(
            { ${join(sent, ', ')} }: { ${join(
              sent.map((name) => code`readonly ${name}: string;`),
              ' ',
            )} }${names.optionsParameter},
            exchange: Exchange,
            place: ${READ_POSITION},
          ): Promise<Token> {
            ${emitTokenRequest(model, names, code`grant_type: 'password', username, password`, false)}
            return ${emitGranted(model)};
          }
        `,
      ],
      fetchesTokens: true,
    };
  },

  replay: (model) => ({
    ...placed(sentAsBearer, 'test-token'),
    token: {
      url: showUrl(model.tokenUrl),
      method: 'POST',
      ...replayRequest(model, {
        grant_type: 'password',
        username: testCredential('username'),
        password: testCredential('password'),
      }),
      defaultExpirySeconds: model.defaultExpirySeconds,
      reply: oauth2Reply,
      carrier: sentAsBearer,
    },
    secrets: [...clientSecrets(model), 'password'],
  }),

  example: { type: 'oauth2_password', access_token_url: 'https://api.example.com/oauth/token', client_secret: null },

  mutants: [
    {
      name: 'the password is not sent',
      file: 'src/internal/auth.ts',
      find: "'password', username, password",
      replace: "'password', username",
    },
    { name: 'errors show the password of a user', file: 'src/internal/auth.ts', find: "secrets.add('password', password);", replace: '' },
  ],
};

function userOptions(model: OAuth2PasswordModel): readonly CredentialOption[] {
  return [
    { name: 'username', description: 'The name of the user.', env: model.usernameEnv, allows: 'text' },
    { name: 'password', description: 'The password of the user.', env: model.passwordEnv, allows: 'text' },
  ];
}
