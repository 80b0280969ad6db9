import { code, identifier, literal, nothing } from '../code.js';
import { nameOf } from '../names.js';
import { choice, literalWord, object, optional, required, text, type Shaped } from '../shape.js';
import { checkName, checkSecret } from '../checks.js';
import { testCredential, type AuthScheme } from './contract.js';

const shape = object(
  'api_key auth',
  {
    type: required(literalWord('api_key')),
    name: optional(
      text({
        description: 'Name of the query parameter or header that carries the key.',
        default: 'Authorization',
        examples: ['api_key', 'X-Api-Key'],
      }),
    ),
    location: optional(choice('a location', ['header', 'query'], { description: 'Where the key goes.', default: 'header' })),
    option: optional(
      text({ description: 'Name of the client option, where a choice of schemes has two keys.', default: 'api_key', check: checkName }),
    ),
    api_key: optional(
      text({ description: 'The environment variable of the key: ${NAME}. The key itself never stands in a spec.', check: checkSecret }),
    ),
  },
  { description: 'One key, sent with every request.' },
);

export interface ApiKeyModel {
  readonly type: 'api_key';
  readonly name: string;
  readonly location: 'header' | 'query';
  readonly option: string;
  readonly env: string | undefined;
}

export const apiKey: AuthScheme<Shaped<typeof shape>, ApiKeyModel> = {
  type: 'api_key',
  shape,

  build: (spec) => ({
    type: 'api_key',
    name: spec.name ?? 'Authorization',
    location: spec.location ?? 'header',
    option: spec.option ?? 'api_key',
    env: spec.api_key?.slice(2, -1),
  }),

  title: (model) => nameOf(model.option).pascal,

  options: (model) => [
    {
      name: model.option,
      description: `The API key, sent as the ${model.location === 'query' ? 'query parameter' : 'header'} \`${model.name}\`.`,
      env: model.env,
    },
  ],

  queryParams: (model) => (model.location === 'query' ? [model.name] : []),

  emit(model) {
    const key = identifier(nameOf(model.option).camel);
    const sign =
      model.location === 'query'
        ? code`url.searchParams.set(${literal(model.name)}, ${key})`
        : code`headers.set(${literal(model.name)}, ${key})`;
    return {
      summary: `Sends the key as the ${model.location === 'query' ? 'query parameter' : 'header'} \`${model.name}\`.`,
      setup: nothing,
      members: code`
        secrets: [${key}],
        sign(${model.location === 'query' ? code`url: URL` : code`_url: URL, headers: Headers`}) {
          ${sign};
        },
      `,
      helpers: nothing,
      fetchesTokens: false,
    };
  },

  replay(model) {
    const key = testCredential(model.option);
    const sent =
      model.location === 'query'
        ? { query: { [model.name]: key }, headers: {} }
        : { query: {}, headers: { [model.name.toLowerCase()]: key } };
    return { ...sent, token: undefined, secrets: [model.option] };
  },

  example: { type: 'api_key', name: 'api_key', location: 'query' },

  mutants: [
    { name: 'the key is not sent', file: 'src/auth.ts', find: "url.searchParams.set('api_key', apiKey);", replace: '' },
    { name: 'the key is sent under another name', file: 'src/auth.ts', find: "set('api_key'", replace: "set('key'" },
  ],
};
