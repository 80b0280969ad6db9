import { isPartitioned } from '../reading/kinds.js';
import { type Code, code, identifier, join, literal, nothing } from '../../code.js';
import { wordsIn } from '../../code/names.js';
import type { HookName } from '../../model/hooks-model.js';
import type { JsonValue } from '../../shape.js';
import type { VirtualFile } from '../../virtual-file.js';
import { isHooked } from '../hooks/predicates.js';
import { hasRecords } from './records.js';
import type { TestedResource, TestPlan } from './plan.js';
import { importsOf, objectOf } from './stand-ins.js';

/** `test/hooks.test.ts`: that every hook is called where it belongs, and that a read fails with one that throws. */
export function emitHookTests(plan: TestPlan): readonly VirtualFile[] {
  const { context, resources } = plan;
  const { hooks } = context.model;
  if (hooks === null || (hooks.resources.length === 0 && hooks.client.length === 0)) return [];
  const hooked = resources.filter((resource) => resource.hooks.length > 0);
  const shared = hooks.client.length > 0 ? resources.find((resource) => !isHooked(resource, 'authenticate')) : undefined;
  const tests = [
    ...(shared === undefined ? [] : [sentTest(shared, 'authenticate', code`client`)]),
    ...hooked.flatMap((resource) => resource.hooks.flatMap(({ name }) => testsOf(resource, name, hooks.client.length > 0))),
    ...hooked.filter(({ recording }) => recording.fixture.synthesised !== true).map(replayTest),
  ];
  if (tests.length === 0) return [];
  const all = join(tests, '\n\n');
  const words = wordsIn(all);
  const helpers = ['api', 'bodyOf', 'collect', 'credentials', 'failure', 'recording', 'times'].filter(
    (name) => words.has(name) || ['api', 'credentials'].includes(name),
  );
  const opened = [...new Set([...hooked, ...(shared === undefined ? [] : [shared])])];
  const { prefix } = context;
  const text = code`
    ${context.header}

    import { expect, test, vi } from 'vitest';
    import { ${join(importsOf(plan), ', ')} } from '../src/hooks.ts';
    import type { HookRequest } from '../src/hook-types.ts';
    import { ${prefix}Client } from '../src/index.ts';
    import { ${join(helpers.map(identifier), ', ')}, type Api } from './replay.ts';

    ${opened.map(
      (resource) =>
        code`const ${openerOf(resource)} = (server: Api) => new ${prefix}Client({ ...credentials, ${resource.options}...server }).${resource.names.property};`,
    )}
    ${
      words.has('fail')
        ? code`

      /** A hook that throws. */
      const fail = (): never => {
        throw new Error('this hook fails');
      };

      /** What a read fails with then. */
      const failed = (hook: string, resource: string) => ({ code: 'hook_failed', hook, resource, cause: new Error('this hook fails') });
    `
        : nothing
    }
    ${
      words.has('mark')
        ? code`

      /** A hook that leaves a trace in a request. */
      const mark =
        (value: string) =>
        async (...[request]: unknown[]): Promise<void> =>
          (request as HookRequest).headers.set('x-hook', value);

      /** A hook that sends a request, with its credential, to another origin. */
      const lead = async (...[request]: unknown[]): Promise<void> => {
        (request as HookRequest).url.host = 'elsewhere.example';
      };
    `
        : nothing
    }

    ${all}
  `;
  return [{ path: 'test/hooks.test.ts', text: `${text.text}\n` }];
}

function openerOf({ model }: TestedResource): Code {
  return identifier(`open${model.name.pascal}`);
}

function testsOf(resource: TestedResource, name: HookName, hasShared: boolean): readonly Code[] {
  switch (name) {
    case 'request':
      return [sentTest(resource, name, objectOf(resource))];
    case 'authenticate':
      return [sentTest(resource, name, objectOf(resource), hasShared)];
    case 'select':
      return [selectTest(resource)];
    case 'next':
      return !isPartitioned(resource)
        ? [nextTest(resource), failTest(resource, name)].flatMap((each) => each ?? [])
        : [failTest(resource, name)];
    case 'filter':
    case 'map':
      return hasRecords(resource) ? [recordTest(resource, name)] : [];
  }
}

/** What a hook does to a request is what is sent. */
function sentTest(resource: TestedResource, hook: 'request' | 'authenticate', object: Code, replaces = false): Code {
  const { model, parent } = resource;
  const open = openerOf(resource);
  const own = parent === undefined ? code`server.requests.at(-1)` : code`server.requests[isOwn.lastIndexOf(true)]`; // after it may be one for a parent
  return code`
    test(${literal(`${hook} changes what is sent for ${model.name.raw}`)}, async () => {
      const { answers${parent === undefined ? nothing : code`, isOwn`} } = recording(${literal(model.name.kebab)});
      const server = api(answers);
      ${replaces ? code`vi.spyOn(client, 'authenticate').mockImplementation(mark('shared'));` : nothing}
      const hook = vi.spyOn(${object}, ${literal(hook)}).mockImplementation(mark(${literal(hook)}));
      await collect(${open}(server).list());
      expect(${own}?.headers).toMatchObject({ 'x-hook': ${literal(hook)} });

      const other = api(answers);
      hook.mockImplementation(lead);
      expect(await failure(collect(${open}(other).list()))).toMatchObject({ code: 'hook_failed', hook: ${literal(hook)}, page: 1 });
      expect(other.requests.filter(({ url }) => url.includes('elsewhere.example'))).toEqual([]);

      hook.mockImplementation(fail);
      expect(await failure(collect(${open}(api(answers)).list()))).toMatchObject({ ...failed(${literal(hook)}, expect.any(String)), attempts: 1 });
    });
  `;
}

function selectTest(resource: TestedResource): Code {
  const { model } = resource;
  const open = openerOf(resource);
  const own = resource.parent === undefined ? code`answers[0]` : code`answers[isOwn.indexOf(true)]`;
  return code`
    test(${literal(`select finds the records of ${model.name.raw}`)}, async () => {
      const { answers${resource.parent === undefined ? nothing : code`, isOwn`} } = recording(${literal(model.name.kebab)});
      const hook = vi.spyOn(${objectOf(resource)}, 'select').mockImplementation(() => [] as never);
      const page = await ${open}(api(answers)).pages().next();
      expect(page.value).toMatchObject({ records: [] });
      expect([...(hook.mock.calls[0] ?? [])][0]).toEqual(bodyOf(${own} ?? { status: 0 }));

      hook.mockImplementation(fail);
      expect(await failure(collect(${open}(api(answers)).list()))).toMatchObject({ ...failed('select', ${literal(model.name.raw)}), page: 1, attempts: 1 });
    });
  `;
}

/** Positions that paginators take, by the names of their members. */
const POSITIONS: Readonly<Record<string, readonly [JsonValue, JsonValue]>> = {
  offset: [100, 200],
  number: [7, 8],
  cursor: ['c2', 'c3'],
  link: ['/next?page=2', '/next?page=3'],
};

function nextTest(resource: TestedResource): Code | undefined {
  const { model, loop } = resource;
  const open = openerOf(resource);
  if (loop.position.some(({ name }) => !Object.hasOwn(POSITIONS, name))) return undefined;
  const [position, other] = ([0, 1] as const).map((which) =>
    literal(Object.fromEntries(loop.position.map(({ name }) => [name, POSITIONS[name]?.[which] ?? null]))),
  );
  if (position === undefined || other === undefined) return undefined;
  return code`
    test(${literal(`next says where the next page of ${model.name.raw} begins`)}, async () => {
      const { answers, first } = recording(${literal(model.name.kebab)});
      const server = api([first, { status: 204 }]);
      const hook = vi.spyOn(${objectOf(resource)}, 'next').mockReturnValue(${position} as never);
      const pages = await collect(${open}(server).pages());
      expect(pages.map((page) => page.state.next)).toMatchObject([${position}, null]);
      expect(server.requests[1]).not.toEqual(server.requests[0]);
      expect([...(hook.mock.calls[0] ?? [])][0]).toMatchObject({ body: bodyOf(first), position: undefined });

      const again = api([first]);
      const state = pages[0]?.state;
      hook.mockClear().mockReturnValue(null as never);
      await collect(${open}(again).pages({ state }));
      expect(again.requests).toEqual(server.requests.slice(1));
      expect([...(hook.mock.calls[0] ?? [])][0]).toMatchObject({ position: ${position} });

      hook.mockReturnValue(${position} as never);
      expect(await failure(collect(${open}(api(times(2, first))).list()))).toMatchObject({ code: 'no_progress', page: 2 });

      let turn = 0;
      hook.mockImplementation((() => [${position}, ${other}][turn++ % 2]) as never);
      expect(await failure(collect(${open}(api(times(9, first))).list()))).toMatchObject({ code: 'no_progress' });

      hook.mockReturnValue(null as never);
      expect(await collect(${open}(api(answers)).pages())).toHaveLength(1);
    });
  `;
}

function failTest(resource: TestedResource, hook: HookName): Code {
  const { model } = resource;
  return code`
    test(${literal(`${hook} may fail a read of ${model.name.raw}`)}, async () => {
      const { answers } = recording(${literal(model.name.kebab)});
      vi.spyOn(${objectOf(resource)}, ${literal(hook)}).mockImplementation(fail);
      expect(await failure(collect(${openerOf(resource)}(api(answers)).list()))).toMatchObject({ ...failed(${literal(hook)}, ${literal(model.name.raw)}), attempts: 1 });
    });
  `;
}

function recordTest(resource: TestedResource, hook: 'filter' | 'map'): Code {
  const { model } = resource;
  const open = openerOf(resource);
  const expected = hook === 'map' ? code`before.map(() => ({ isMapped: true }))` : code`[]`;
  return code`
    test(${literal(hook === 'map' ? `map makes what is read of ${model.name.raw}` : `filter keeps records of ${model.name.raw}, or not`)}, async () => {
      const { answers } = recording(${literal(model.name.kebab)});
      const before = await collect(${open}(api(answers)).list());
      expect(before.length).toBeGreaterThan(0);
      const hook = vi.spyOn(${objectOf(resource)}, ${literal(hook)}).mockImplementation(() => ${hook === 'map' ? code`({ isMapped: true }) as never` : code`false`});
      expect(await collect(${open}(api(answers)).list())).toEqual(${expected});
      expect([...(hook.mock.calls[0] ?? [])][0]).toEqual(before[0]);

      hook.mockImplementation(fail);
      const error = await failure(collect(${open}(api(answers)).list()));
      expect(error).toMatchObject({ ...failed(${literal(hook)}, ${literal(model.name.raw)}), page: 1, index: 0 });
    });
  `;
}

function replayTest(resource: TestedResource): Code {
  const { model } = resource;
  return code`
    test(${literal(`the recording of ${model.name.raw} is read with all hooks`)}, async () => {
      const { answers } = recording(${literal(model.name.kebab)});
      vi.restoreAllMocks();
      const server = api(answers);
      const pages = await collect(${openerOf(resource)}(server).pages());
      expect(pages.at(-1)?.state.next).toBeNull();
      expect(server.requests).toHaveLength(answers.length);
    });
  `;
}
