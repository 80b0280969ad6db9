import { replyWith, type TokenReply } from '../../auth/contract.js';
import { code, join, literal, nothing, property, template, type Code } from '../../code.js';
import { placed, type Placement } from '../../auth/placement.js';
import type { JsonValue } from '../../shape.js';
import type { VirtualFile } from '../../virtual-file.js';
import { renderTemplate } from '../template.js';
import { credentialsFor, endless, rows, signedUrl, type TestedResource, type TestedScheme, type TestPlan } from './plan.js';

/** `test/token.test.ts` for a scheme that fetches tokens, `test/auth.test.ts` for a choice of schemes. */
export function emitAuthTests(plan: TestPlan, resource: TestedResource): readonly VirtualFile[] {
  const fetching = plan.schemes.filter(({ token }) => token !== undefined).slice(0, 1);
  return [...fetching.map((scheme) => tokenTest(plan, resource, scheme)), ...(plan.schemes.length > 1 ? [choiceTest(plan, resource)] : [])];
}

function tokenTest({ context, ownSchemes }: TestPlan, resource: TestedResource, scheme: TestedScheme): VirtualFile {
  const { prefix, header } = context;
  const { token } = scheme;
  if (token === undefined) throw new Error('the scheme fetches no tokens');
  const secrets = [...scheme.secretValues.values()];
  const { reply, carrier, defaultExpirySeconds } = token;
  const lives = [
    ...(reply.seconds === null ? [] : [[100, 90]]),
    ...(defaultExpirySeconds === null ? [] : [[undefined, defaultExpirySeconds * 0.9]]),
  ];
  const refused = [
    {},
    ...['', 7, 'two words'].map((value) => replyWith(reply, value, undefined)),
    ...(reply.seconds === null ? [] : [withSeconds(reply, 'soon')]),
    null,
  ];
  const values = {
    header,
    prefix,
    property: resource.names.property,
    recording: literal(resource.model.name.kebab),
    credentials: credentialsFor({ ownSchemes }, scheme),
    options: code`{ ...credentials, ${resource.options}...server }`,
    clientOptions: resource.options,
    tokenRequest: literal({ method: token.method, url: token.url, headers: token.headers, body: token.body }),
    granted: grantedBody(reply),
    endless: endless(resource),
    sentToken:
      carrier.location === 'query'
        ? code`new URL(url).searchParams.get(${literal(carrier.name)})`
        : code`headers[${literal(carrier.location === 'cookie' ? 'cookie' : carrier.name.toLowerCase())}]`,
    sentFrom: carrier.location === 'query' ? code`url` : code`headers`,
    signedRequests: signedRequests(carrier),
    tokenParam: carrier.location === 'query' && literal(carrier.name),
    carried: template([carrier.location === 'cookie' ? `${carrier.name}=` : '', carrier.around[0], code`token`, carrier.around[1]]),
    lives: lives.length > 0 && rows(lives.map((life) => literal(life))),
    renewal: literal(lives[0]?.[1] ?? 0),
    life: literal(lives[0]?.[0]),
    refused: rows(refused.map((body) => literal([body]))),
    secretEcho: literal(secrets.join(' and ')),
    secretHidden: literal(secrets.map(() => '***').join(' and ')),
    attempts: literal(resource.model.retry.maxRetries + 1),
    rotated:
      token.rotatedBody === undefined
        ? false
        : literal({ ...Object(replyWith(reply, 'old', undefined)), refresh_token: 'second-refresh-token' }),
    bodies: literal([token.body, token.rotatedBody ?? '']),
    assertion: token.assertion !== undefined,
    assertionField: literal(token.assertion?.field),
    assertionSaid: code`[{ alg: ${literal(token.assertion?.algorithm)}, typ: 'JWT' }, { ...${literal(token.assertion?.claims ?? {})}, iat: now, exp: now + ${literal(token.assertion?.lifetimeSeconds)} }]`,
    imports: code`
      ${token.assertion === undefined ? nothing : code`import { createPublicKey, verify } from 'node:crypto';`}
      import { ${prefix}AuthError, ${prefix}Client, ${prefix}HttpError, ${prefix}TimeoutError } from '../src/index.ts';
      import { api, collect, failure, hang, recording, times, type Answer, type Api } from './replay.ts';
    `,
  };
  return { path: 'test/token.test.ts', text: renderTemplate('test/token.test.ts.hbs', values) };
}

/** The recorded requests, each with the token where it belongs. */
function signedRequests(carrier: Placement): Code {
  const { query, headers } = placed(carrier, 'test-token');
  const url = Object.keys(query).length === 0 ? nothing : code`, url: withToken(request.url)`;
  return code`recorded.map((request) => ({ ...request${url}, headers: { ...request.headers, ...${literal(headers)} } }))`;
}

/** The body of an answer with `token`, which lives for `life` seconds: an expression. */
function grantedBody({ token, seconds }: TokenReply): Code {
  return nested([[token, code`token`], ...(seconds === null ? [] : [[seconds, code`life`] as const])]);
}

function nested(members: readonly (readonly [path: readonly string[], value: Code])[]): Code {
  const keys = [...new Set(members.map(([path]) => path[0] ?? ''))];
  const entries = keys.map((key) => {
    const inside = members.filter(([path]) => path[0] === key);
    const [leaf] = inside.filter(([path]) => path.length === 1);
    return code`${property(key)}: ${leaf?.[1] ?? nested(inside.map(([path, value]) => [path.slice(1), value]))}`;
  });
  return code`{ ${join(entries, ', ')} }`;
}

/** An answer whose token lives for no number of seconds. */
function withSeconds(reply: TokenReply, value: string): JsonValue {
  return replyWith({ token: reply.seconds ?? [], seconds: null }, value, undefined, replyWith(reply, 'token', undefined));
}

function choiceTest({ context, schemes, ownSchemes }: TestPlan, resource: TestedResource): VirtualFile {
  const { prefix, header } = context;
  const text = code`
    ${header}

    import { expect, test } from 'vitest';
    import { ${prefix}Client } from '../src/index.ts';
    import { api, recording } from './replay.ts';

    const { first } = recording(${literal(resource.model.name.kebab)});

    ${schemes.map((scheme) => schemeTest(prefix, resource, scheme, credentialsFor({ ownSchemes }, scheme)))}
  `;
  return { path: 'test/auth.test.ts', text: `${text.text}\n` };
}

function schemeTest(prefix: Code, { recording, names, options }: TestedResource, scheme: TestedScheme, credentials: Code): Code {
  const request = recording.fixture.exchanges[0]?.request;
  if (request === undefined) return nothing;
  const url = signedUrl(new URL(request.url), scheme);
  const headers = Object.entries({ ...request.headers, ...scheme.headers }).map(
    ([name, value]) => code`${property(name)}: ${literal(value)}, `,
  );
  return code`
    test(${literal(`signs requests as the client of ${scheme.title} credentials`)}, async () => {
      const server = api([first]);
      await new ${prefix}Client({ ...${credentials}, ${options}...server }).${names.property}.pages().next();
      expect(server.requests).toEqual([{ method: ${literal(request.method)}, url: ${literal(url)}, headers: { ${headers} }${request.body === undefined ? nothing : code`, body: ${literal(request.body)}`} }]);
    });

  `;
}
