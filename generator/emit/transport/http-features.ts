import type { ConnectorModel } from '../../model/connector-model.js';
import { everyAuth, schemeOf } from '../../model/auth.js';
import { hasDeadlines } from '../../model/deadlines.js';
import { keepsSecrets } from '../../model/secrets.js';
import { hasActions, hasRestarts, waitsForCost } from './actions.js';
import { everyFetchesTokens, fetchesTokens, signsWhole } from '../client/auth-schemes.js';
import type { EmitContext } from '../context.js';
import { hasFormats, hasGzip, readsBodiesAsJson } from './format.js';
import { requestHooks } from '../hooks/calls.js';
import { isHooked, takesContext } from '../hooks/predicates.js';
import { readsAhead } from '../reading/ahead.js';
import { everRetries, ownRetryOf } from './retry.js';

/** What the requests of a connector need: the pieces that `src/internal/http.ts` is composed of. */
export interface HttpFeatures {
  /** Requests are signed. */
  readonly signs: boolean;
  /** What is signed is what a request asks for. */
  readonly signsWhole: boolean;
  /** Signing may ask for a token; `every`: all requests carry one. */
  readonly tokens: 'none' | 'some' | 'every';
  /** Some texts must not leave. */
  readonly secrets: boolean;
  /** Links of a saved state may have a placeholder for a token, which is filled in once there is one. */
  readonly fills: boolean;
  /** Something is tried again. */
  readonly retries: boolean;
  /** A `Retry-After` holds for several requests at once. */
  readonly pauses: boolean;
  /** The API tells in a header of its own when a limit is lifted. */
  readonly resets: boolean;
  /** Requests wait for their turn. */
  readonly limited: boolean;
  readonly deadlines: boolean;
  /** Signing may write spaces of a query as a plus, where requests have `%20`. */
  readonly spaces: boolean;
  /** Redirects may lead to other origins. */
  readonly leaves: boolean;
  /** Some records come in files of jobs: reads wait for them. */
  readonly jobs: boolean;
  /** Some of these may be at other origins. */
  readonly files: boolean;
  /** Answers may mean what their status does not say. */
  readonly acts: boolean;
  /** One of them is that the position of a state is none any more. */
  readonly restarts: boolean;
  /** One of them says in its body how long to wait. */
  readonly waitsForCost: boolean;
  /** Numbers of bodies keep digits that a double has not got. */
  readonly exact: boolean;
  /** Some bodies are rows. */
  readonly formats: boolean;
  /** Some bodies are gzip files. */
  readonly gzips: boolean;
  /** Hooks change requests. */
  readonly hooked: ReturnType<typeof requestHooks>;
  /** Hooks that all resources share are told the options of the client. */
  readonly hooksTakeOptions: boolean;
  /** What single resources have of their own. */
  readonly own: OwnFeatures;
}

export interface OwnFeatures {
  /** Any of these, or of the features above that stand with a resource. */
  readonly any: boolean;
  readonly auth: boolean;
  /** Some resource is not signed for. */
  readonly unsigned: boolean;
  readonly init: boolean;
  readonly headers: boolean;
  readonly parse: boolean;
  /** Some answers are read that come with other content types. */
  readonly accepts: boolean;
  /** Whether some answer may have no body, whatever its status. */
  readonly empty: boolean;
  /** Redirects of some lead elsewhere than those of the client. */
  readonly redirects: boolean;
  /** The texts of some are not in UTF-8. */
  readonly charset: boolean;
  readonly timeout: boolean;
  readonly retry: boolean;
}

export function httpFeatures(context: EmitContext): HttpFeatures {
  const { model, resources } = context;
  const hooked = requestHooks(context);
  const formats = hasFormats(model);
  const gzips = hasGzip(model);
  const deadlines = hasDeadlines(model);
  const acts = hasActions(context);
  const jobs = model.resources.some(({ job }) => job !== null);
  const own = {
    auth: resources.some(({ model: { auth } }) => auth !== 'client'),
    unsigned: model.resources.some(({ auth }) => auth === 'none'),
    init: jobs || resources.some(({ model: { method }, loop }) => method !== 'GET' || loop.sent !== undefined),
    headers:
      jobs ||
      resources.some(
        ({ model: { headers, body }, loop }) =>
          headers.length > 0 || body !== null || loop.bodyFields.length > 0 || loop.sent !== undefined,
      ),
    parse: resources.some(({ model: { format }, record }) => format.kind === 'json' && record.type.needsExactNumbers),
    empty: model.resources.some(({ job }) => job !== null && job.fields.every(({ from }) => from.kind === 'header')),
    accepts: model.resources.some(({ accepts }) => accepts.length > 0),
    redirects: model.resources.some(({ redirectOrigins }) => redirectOrigins !== null),
    charset: model.resources.some(({ charset }) => charset !== null),
    timeout: model.resources.some(({ timeoutMs }) => timeoutMs !== null),
    retry: retriesItsOwnWay(model),
  };
  const retries = everRetries(model);
  return {
    signs: model.auth.length > 0,
    signsWhole: signsWhole(context),
    tokens: !fetchesTokens(context) ? 'none' : everyFetchesTokens(context) && !own.unsigned ? 'every' : 'some',
    secrets: keepsSecrets(model),
    fills: fetchesTokens(context) && resources.some(({ hidesState }) => hidesState),
    retries,
    pauses: retries && resources.some(readsAhead),
    resets: model.rateLimitReset !== null,
    limited: model.rateLimit !== null,
    deadlines,
    spaces:
      model.resources.some(({ paramsEncoding }) => paramsEncoding === 'percent') &&
      everyAuth(model).some((auth) => schemeOf(auth.type).queryParams(auth).length > 0),
    leaves: model.redirectOrigins.length > 0 || own.redirects,
    jobs,
    files: model.resources.some(({ job }) => job !== null && job.download.urlsPath !== null),
    acts,
    restarts: hasRestarts(context),
    waitsForCost: waitsForCost(context),
    exact: readsBodiesAsJson(model),
    formats,
    gzips,
    hooked,
    hooksTakeOptions: takesContext({ hooks: model.hooks?.client ?? [] }),
    own: { ...own, any: Object.values(own).includes(true) || hooked.own || formats || gzips || deadlines || acts || jobs },
  };
}

/** Whether some resource retries in another way than the client. */
function retriesItsOwnWay(model: ConnectorModel): boolean {
  return model.resources.some((resource) => Object.keys(ownRetryOf(model, resource)).length > 0);
}

/** Whether some resource signs with a hook of its own. */
export function hooksSign({ resources }: EmitContext): boolean {
  return resources.some((resource) => isHooked(resource, 'authenticate'));
}
