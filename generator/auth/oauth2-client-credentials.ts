import { code, identifier, join } from '../code.js';
import { nameOf } from '../names.js';
import { literalWord, object, required, type Shaped } from '../shape.js';
import type { AuthScheme } from './contract.js';
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
  sharedMutants,
  type OAuth2Model,
} from './oauth2.js';
import { emitPlacement, placed } from './placement.js';
import { showUrl } from '../url-template.js';
import { tokenHelpers, tokenMembers, tokenSetup } from './tokens.js';
import { READ_POSITION } from './emitted.js';

const shape = object(
  'oauth2_client_credentials auth',
  { type: required(literalWord('oauth2_client_credentials')), ...oauth2Keys },
  {
    description: 'OAuth 2 client credentials: a token is fetched, kept, refreshed before it ends, and once more when the API answers 401.',
    check: checkRequestData,
  },
);

export interface OAuth2ClientCredentialsModel extends OAuth2Model {
  readonly type: 'oauth2_client_credentials';
}

export const oauth2ClientCredentials: AuthScheme<Shaped<typeof shape>, OAuth2ClientCredentialsModel> = {
  type: 'oauth2_client_credentials',
  shape,
  build: (spec) => ({ type: 'oauth2_client_credentials', ...buildOAuth2(spec) }),
  title: () => 'OAuth2',
  options: clientOptions,
  callbacks: () => [],
  texts: oauth2Texts,
  queryParams: () => [],

  emit(model, names) {
    const sent = model.authentication === 'basic' ? ['basic'] : clientOptions(model).map(({ name }) => nameOf(name).camel);
    const client = join(sent.map(identifier), ', ');
    const parameters = join(
      sent.map((name) => code`${identifier(name)}: string`),
      ', ',
    );
    return {
      summary: `Fetches tokens from \`${showUrl(model.tokenUrl)}\` and sends them as \`Authorization: Bearer …\`.`,
      setup: code`
        ${emitBasic(model)}
        ${tokenSetup(secretVariables(model))}
      `,
      members: tokenMembers(
        code`${names.fetchToken}(${client}${names.optionsArgument}, exchange, place)`,
        emitPlacement(sentAsBearer, code`token`),
      ),
      helpers: [
        ...tokenHelpers(names),
        code`
          /** Asks for a token, and takes nothing for one that is not. */
          async function ${names.fetchToken}(${parameters}${names.optionsParameter}, exchange: Exchange, place: ${READ_POSITION}): Promise<Token> {
            ${emitTokenRequest(model, names, code`grant_type: 'client_credentials'`, false)}
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
      ...replayRequest(model, { grant_type: 'client_credentials' }),
      defaultExpirySeconds: model.defaultExpirySeconds,
      reply: oauth2Reply,
      carrier: sentAsBearer,
    },
    secrets: clientSecrets(model),
  }),

  example: { type: 'oauth2_client_credentials', access_token_url: 'https://api.example.com/oauth/token' },

  mutants: sharedMutants(),
};
