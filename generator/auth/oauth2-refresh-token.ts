import { checkSecret } from '../checks.js';
import { code, nothing } from '../code.js';
import { boolean, literalWord, object, optional, required, text, type Shaped } from '../shape.js';
import { testCredential, type AuthScheme } from './contract.js';
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
import { tokenHelpers, tokenMembers, tokenSetup } from './tokens.js';
import { READ_POSITION } from './emitted.js';

const shape = object(
  'oauth2_refresh_token auth',
  {
    type: required(literalWord('oauth2_refresh_token')),
    ...oauth2Keys,
    refresh_token: optional(
      text({
        description: 'The environment variable of the refresh token: ${NAME}. The token itself never stands in a spec.',
        check: checkSecret,
      }),
    ),
    rotating: optional(
      boolean({
        description:
          'Whether a reply may have a new refresh token, which ends the old one: the caller then passes a function that keeps it. false: refresh tokens in replies are not read.',
        default: true,
      }),
    ),
  },
  {
    description:
      'OAuth 2 with a refresh token: access tokens are fetched with it, kept, and refreshed before they end, and once more when the API answers 401.',
    check: checkRequestData,
  },
);

export interface OAuth2RefreshTokenModel extends OAuth2Model {
  readonly type: 'oauth2_refresh_token';
  readonly rotating: boolean;
  readonly refreshTokenEnv: string | undefined;
}

export const oauth2RefreshToken: AuthScheme<Shaped<typeof shape>, OAuth2RefreshTokenModel> = {
  type: 'oauth2_refresh_token',
  shape,
  build: (spec) => ({
    type: 'oauth2_refresh_token',
    ...buildOAuth2(spec),
    rotating: spec.rotating ?? true,
    refreshTokenEnv: spec.refresh_token?.slice(2, -1),
  }),
  title: () => 'RefreshToken',

  options: (model) => [
    ...clientOptions(model),
    { name: 'refresh_token', description: 'The OAuth 2 refresh token.', env: model.refreshTokenEnv, allows: 'token' },
  ],

  callbacks: (model) =>
    model.rotating
      ? [
          {
            name: 'on_refresh_token',
            description:
              'Keeps a new refresh token, which has ended the old one: called before it, or the access token that came with it, is used.',
            type: code`(refreshToken: string) => void | Promise<void>`,
          },
        ]
      : [],

  queryParams: () => [],
  texts: oauth2Texts,

  emit(model, names) {
    const rotate = code`
      const next = reply?.refresh_token;
      if (typeof next === 'string' && next !== '' && next !== refreshToken) {
        refreshToken = next;
        secrets.add('refreshToken', next);
        try {
          await onRefreshToken(next);
        } catch {
          throw new ${names.authError}(place, 'invalid_token', 'onRefreshToken failed to keep the new refresh token');
        }
      }
    `;
    return {
      summary: `Fetches tokens from \`${showUrl(model.tokenUrl)}\` with the refresh token, and sends them as \`Authorization: Bearer …\`.`,
      setup: code`
        ${emitBasic(model)}
        ${tokenSetup(secretVariables(model, 'refreshToken'))}
        const ${names.fetchToken} = async (exchange: Exchange, place: ${READ_POSITION}): Promise<Token> => {
          ${emitTokenRequest(model, names, code`grant_type: 'refresh_token', refresh_token: refreshToken`, model.rotating)}
          ${model.rotating ? rotate : nothing}
          return ${emitGranted(model)};
        };
      `,
      members: tokenMembers(code`${names.fetchToken}(exchange, place)`, emitPlacement(sentAsBearer, code`token`)),
      helpers: tokenHelpers(names),
      fetchesTokens: true,
      ...(model.rotating ? { changes: 'refreshToken' } : {}),
    };
  },

  replay: (model) => {
    const grant = { grant_type: 'refresh_token', refresh_token: testCredential('refresh_token') };
    return {
      ...placed(sentAsBearer, 'test-token'),
      token: {
        url: showUrl(model.tokenUrl),
        method: 'POST',
        ...replayRequest(model, grant),
        defaultExpirySeconds: model.defaultExpirySeconds,
        reply: oauth2Reply,
        carrier: sentAsBearer,
        ...(model.rotating ? { rotatedBody: replayRequest(model, { ...grant, refresh_token: 'second-refresh-token' }).body } : {}),
      },
      secrets: [...clientSecrets(model), 'refresh_token'],
    };
  },

  example: { type: 'oauth2_refresh_token', access_token_url: 'https://api.example.com/oauth/token' },

  mutants: [
    { name: 'the new refresh token is not used', file: 'src/internal/auth.ts', find: 'refreshToken = next;', replace: '' },
    { name: 'the new refresh token is not handed on', file: 'src/internal/auth.ts', find: 'await onRefreshToken(next);', replace: '' },
    {
      name: 'the new refresh token is used before it is kept',
      file: 'src/internal/auth.ts',
      find: 'await onRefreshToken(next);',
      replace: 'void onRefreshToken(next);',
    },
    { name: 'errors show the new refresh token', file: 'src/internal/auth.ts', find: "secrets.add('refreshToken', next);", replace: '' },
    {
      name: 'errors show the refresh token',
      file: 'src/internal/auth.ts',
      find: "secrets.add('refreshToken', refreshToken);",
      replace: '',
    },
  ],
};
