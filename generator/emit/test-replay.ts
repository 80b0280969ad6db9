import { replyWith } from '../auth/contract.js';
import { code, literal } from '../code.js';
import type { VirtualFile } from '../virtual-file.js';
import { renderTemplate } from './template.js';
import type { TestPlan } from './test-plan.js';

/** `test/replay.ts`: an API made of recorded answers, for the tests of the package. */
export function emitReplay({ context, schemes }: TestPlan): VirtualFile {
  const [scheme] = schemes;
  const tokens = schemes.flatMap(({ token }) => token ?? []);
  const query = Object.entries(scheme?.query ?? {}).map(
    ([name, value]) => code`url.searchParams.set(${literal(name)}, ${literal(value)});`,
  );
  const headers = Object.entries(scheme?.headers ?? {}).map(([name, value]) => code`headers[${literal(name)}] = ${literal(value)};`);
  return {
    path: 'test/replay.ts',
    text: renderTemplate('test/replay.ts.hbs', {
      header: context.header,
      credentials: scheme?.credentials ?? literal({}),
      sign: code`${[...query, ...headers]}`,
      exactNumbers: context.exactNumbers,
      children: context.resources.some(({ parent }) => parent !== undefined),
      bodies: context.model.resources.some(({ method }) => method !== 'GET'),
      token: tokens.length > 0,
      limited: context.model.rateLimit !== null,
      granted: literal(tokens.map(({ url, reply }) => [url, replyWith(reply, 'test-token', 3600)])),
    }),
  };
}
