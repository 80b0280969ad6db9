import { replyWith } from '../../auth/contract.js';
import { type Code, code, literal } from '../../code.js';
import type { VirtualFile } from '../../virtual-file.js';
import { isPartitioned } from '../reading/kinds.js';
import { asksSeveral, opensSeveral } from '../reading/ahead.js';
import { hasFormats, hasGzip } from '../transport/format.js';
import { hasJob } from '../reading/job.js';
import { httpFeatures } from '../transport/http-features.js';
import { renderTemplate } from '../template.js';
import { splitTestsAnswer } from './splits.js';
import { emitStandAside, standIns } from './stand-ins.js';
import { credentialsFor, type TestedScheme, type TestPlan } from './plan.js';

/** `test/replay.ts`: an API made of recorded answers, for the tests of the package. */
export function emitReplay({ context, schemes, ownSchemes, resources }: TestPlan): VirtualFile {
  const [scheme] = schemes;
  const tokens = [...schemes, ...ownSchemes].flatMap(({ token }) => token ?? []);
  const varying = [...new Set([...schemes, ...ownSchemes].flatMap((each) => each.varying ?? []))];
  const others = resources.filter(({ model }) => model.auth !== 'client');
  return {
    path: 'test/replay.ts',
    text: renderTemplate('test/replay.ts.hbs', {
      header: context.header,
      standIns: standIns({ context, resources }),
      hooked: emitStandAside({ context, resources }).text !== '',
      standAside: emitStandAside({ context, resources }),
      credentials: credentialsFor({ ownSchemes }, scheme),
      sign:
        others.length === 0
          ? signing(scheme)
          : code`
        switch (resource) {
          ${others.map(
            (other) => code`
            case ${literal(other.model.name.raw)}:
              ${signing(other.scheme)}
              break;
          `,
          )}
          default:
            ${signing(scheme)}
        }
      `,
      ownAuth: others.length > 0,
      exactNumbers: context.model.records.types.some((type) => type.needsExactNumbers),
      children: context.resources.some(isPartitioned),
      jobs: context.resources.some(hasJob),
      answering:
        resources.some(splitTestsAnswer) ||
        context.resources.some(
          (resource) => isPartitioned(resource) || asksSeveral(resource) || hasJob(resource) || resource.full !== undefined,
        ),
      several: context.resources.some((resource) => asksSeveral(resource) || opensSeveral(resource)),
      jsonTypes: context.resources.some(
        ({ model }) => model.headers.some(({ name }) => name.toLowerCase() === 'content-type') && model.body?.kind !== 'text',
      ),
      bodies: context.resources.some(
        ({ model: { method, job, full }, loop }) => method !== 'GET' || job !== null || full !== null || loop.sent !== undefined,
      ),
      token: tokens.length > 0,
      varying: varying.length > 0 && literal(varying),
      spaces: httpFeatures(context).spaces,
      assertion: tokens.some(({ assertion }) => assertion !== undefined),
      charsets: context.model.resources.some(({ charset }) => charset !== null),
      gzips: hasGzip(context.model),
      rows: hasFormats(context.model),
      jsonLines: resources.some(({ model, parent }) => model.format.kind === 'jsonl' && parent === undefined && model.job === null),
      limited: context.model.rateLimit !== null,
      granted: literal(tokens.map(({ url, reply }) => [url.split('?', 1)[0] ?? '', replyWith(reply, 'test-token', 3600)])),
      // their queries may have credentials, which some tests change
      tokenQueries: tokens.some(({ url }) => url.includes('?')),
    }),
  };
}

/** Statements that sign as a scheme does. */
function signing(scheme: TestedScheme | undefined): Code {
  const query = Object.entries(scheme?.query ?? {}).map(
    ([name, value]) => code`url.searchParams.set(${literal(name)}, ${literal(value)});`,
  );
  const headers = Object.entries(scheme?.headers ?? {}).map(([name, value]) => code`headers[${literal(name)}] = ${literal(value)};`);
  return code`${[...query, ...headers]}`;
}
