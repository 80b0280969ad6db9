import { checkName, checkSecret } from '../checks.js';
import { code, identifier } from '../code.js';
import { nameOf } from '../names.js';
import { literalWord, object, optional, required, text, type Shaped } from '../shape.js';
import { testCredential, type AuthScheme } from './contract.js';
import {
  buildPlacement,
  checkPlacement,
  describePlacement,
  emitCookieCheck,
  emitPlacement,
  placed,
  placementKeys,
  placementParams,
  type Placement,
} from './placement.js';
import { registered } from './registered.js';

const shape = object(
  'api_key auth',
  {
    type: required(literalWord('api_key')),
    ...placementKeys('api_key', '{api_key}'),
    option: optional(
      text({ description: 'Name of the client option, where a choice of schemes has two keys.', default: 'api_key', check: checkName }),
    ),
    api_key: optional(
      text({ description: 'The environment variable of the key: ${NAME}. The key itself never stands in a spec.', check: checkSecret }),
    ),
  },
  { description: 'One key, sent with every request.', check: (said, reading) => checkPlacement(said, 'api_key', reading) },
);

export interface ApiKeyModel {
  readonly type: 'api_key';
  readonly placement: Placement;
  readonly option: string;
  readonly env: string | undefined;
}

export const apiKey: AuthScheme<Shaped<typeof shape>, ApiKeyModel> = {
  type: 'api_key',
  shape,

  build: (spec) => ({
    type: 'api_key',
    placement: buildPlacement(spec, '{api_key}'),
    option: spec.option ?? 'api_key',
    env: spec.api_key?.slice(2, -1),
  }),

  title: (model) => nameOf(model.option).pascal,

  options: (model) => [
    { name: model.option, description: `The API key, sent as the ${describePlacement(model.placement)}.`, env: model.env, allows: 'token' },
  ],
  callbacks: () => [],

  queryParams: (model) => placementParams(model.placement),

  emit(model) {
    const { camel } = nameOf(model.option);
    const key = identifier(camel);
    const { url, headers, statement } = emitPlacement(model.placement, key);
    return {
      summary: `Sends the key as the ${describePlacement(model.placement)}.`,
      setup: code`
        ${emitCookieCheck(model.placement, camel, key)}
        ${registered([camel])}
      `,
      members: code`
        sign(${url}: URL${model.placement.location === 'query' ? code`` : code`, ${headers}: Record<string, string>`}) {
          ${statement}
        },
      `,
      helpers: [],
      fetchesTokens: false,
    };
  },

  replay: (model) => ({ ...placed(model.placement, testCredential(model.option)), token: undefined, secrets: [model.option] }),

  example: { type: 'api_key', name: 'api_key', location: 'query' },

  mutants: [
    { name: 'the key is not sent', file: 'src/internal/auth.ts', find: "url.searchParams.set('api_key', apiKey);", replace: '' },
    { name: 'the key is sent under another name', file: 'src/internal/auth.ts', find: "set('api_key'", replace: "set('key'" },
  ],
};
