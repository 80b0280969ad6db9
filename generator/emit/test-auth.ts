import { code, literal, nothing, property, type Code } from '../code.js';
import type { VirtualFile } from '../virtual-file.js';
import { renderTemplate } from './template.js';
import type { TestedResource, TestedScheme, TestPlan } from './test-plan.js';

/** `test/token.test.ts` for a scheme that fetches tokens, `test/auth.test.ts` for a choice of schemes. */
export function emitAuthTests(plan: TestPlan, resource: TestedResource): readonly VirtualFile[] {
  const fetching = plan.schemes.filter(({ token }) => token !== undefined).slice(0, 1);
  return [...fetching.map((scheme) => tokenTest(plan, resource, scheme)), ...(plan.schemes.length > 1 ? [choiceTest(plan, resource)] : [])];
}

function tokenTest({ context }: TestPlan, resource: TestedResource, scheme: TestedScheme): VirtualFile {
  const { prefix, header } = context;
  const secrets = [...scheme.secretValues.values()];
  const values = {
    header,
    prefix,
    property: resource.names.property,
    recording: literal(resource.model.name.kebab),
    credentials: scheme.credentials,
    options: code`{ ...credentials, ${resource.options}...server }`,
    tokenRequest: literal({
      method: 'POST',
      url: scheme.token?.url ?? '',
      headers: scheme.token?.headers ?? {},
      body: scheme.token?.body ?? '',
    }),
    defaultRenewal: literal((scheme.token?.defaultExpirySeconds ?? 0) * 0.9),
    secretEcho: literal(secrets.join(' and ')),
    secretHidden: literal(secrets.map(() => '***').join(' and ')),
    imports: code`
      import { ${prefix}AuthError, ${prefix}Client, ${prefix}HttpError } from '../src/index.js';
      import { api, collect, failure, recording, times, type Answer, type Api } from './replay.js';
    `,
  };
  return { path: 'test/token.test.ts', text: renderTemplate('test/token.test.ts.hbs', values) };
}

function choiceTest({ context, schemes }: TestPlan, resource: TestedResource): VirtualFile {
  const { prefix, header } = context;
  const text = code`
    ${header}

    import { expect, test } from 'vitest';
    import { ${prefix}Client } from '../src/index.js';
    import { api, recording } from './replay.js';

    const { first } = recording(${literal(resource.model.name.kebab)});

    ${schemes.map((scheme) => schemeTest(prefix, resource, scheme))}
  `;
  return { path: 'test/auth.test.ts', text: `${text.text}\n` };
}

function schemeTest(prefix: Code, { recording, names, options }: TestedResource, scheme: TestedScheme): Code {
  const request = recording.fixture.exchanges[0]?.request;
  if (request === undefined) return nothing;
  const url = new URL(request.url);
  for (const [name, value] of Object.entries(scheme.query)) url.searchParams.set(name, value);
  const headers = Object.entries({ ...request.headers, ...scheme.headers }).map(
    ([name, value]) => code`${property(name)}: ${literal(value)}, `,
  );
  return code`
    test(${literal(`signs requests as the client of ${scheme.title} credentials`)}, async () => {
      const server = api([first]);
      await new ${prefix}Client({ ...${scheme.credentials}, ${options}...server }).${names.property}.pages().next();
      expect(server.requests).toEqual([{ method: 'GET', url: ${literal(url.href)}, headers: { ${headers} } }]);
    });

  `;
}
