import { code, identifier, join, literal, nothing } from '../code.js';
import type { VirtualFile } from '../virtual-file.js';
import { testPathOf } from './test-path.js';
import { renderTemplate } from './template.js';
import { rows, type TestedResource, type TestPlan } from './test-plan.js';
import { isHooked } from './hooked.js';
import { expectedRecords, importHooks, notPages } from './test-resource.js';
import { actionErrors, actionTests, refusedStatus, untouchedRetry } from './test-actions.js';
import { downStatus, expectedWaits, inSeconds } from './test-waits.js';

/** `test/comments.test.ts` of a resource that is read for each record of another. */
export function emitChildTest(plan: TestPlan, resource: TestedResource): VirtualFile {
  const { context } = plan;
  const { model, names, record } = resource;
  const { prefix, header } = context;
  const retry = untouchedRetry(resource);
  const down = downStatus(retry);
  const waits = expectedWaits(retry);
  const retries = retry.maxRetries > 0;
  const skips = model.parent?.onChildError === 'skip';
  const included = model.parent?.included.map(({ as }) => as) ?? [];
  const exact = record.type.needsExactNumbers;
  const records = expectedRecords(resource, code`own`);
  const helpers = [
    'answering',
    'api',
    ...(records.text.includes('bodyOf(') ? ['bodyOf'] : []),
    'collect',
    'credentials',
    ...(retries && down === undefined ? ['disconnected'] : []),
    'failure',
    'hang',
    ...(exact ? ['plain'] : []),
    'recording',
    'times',
  ];
  const pages = code`pages.map((page) => page.records)`;
  return {
    path: testPathOf(model.name),
    text: renderTemplate('test/child.test.ts.hbs', {
      header,
      prefix,
      imports: code`
        import { ${prefix}Client, ${join(
          actionErrors(resource).map((name) => code`${prefix}${identifier(name)}, `),
          '',
        )}${isHooked(resource, 'select') ? nothing : code`${prefix}ResponseError, `}${prefix}StateError, type ${names.options}, type ${names.state} } from '../src/index.js';
        ${importHooks(resource)}
        import { ${join([...helpers.map(identifier), code`type Api`], ', ')} } from './replay.js';
      `,
      property: names.property,
      readOptions: names.options,
      state: names.state,
      recording: literal(model.name.kebab),
      resource: literal(model.name.raw),
      records,
      refusedStatus: literal(refusedStatus(resource, retry)),
      options: code`{ ...credentials, ${resource.options}...server }`,
      pagesRead: exact ? code`plain(${pages})` : pages,
      recordsRead: code`...${exact ? code`plain(records)` : code`records`}`,
      included: included.length === 0 ? false : literal(included),
      retries,
      retryTitle: literal(`asks again after ${inSeconds(waits)} while the API is down`),
      maxRetries: literal(retry.maxRetries),
      waits: literal(waits),
      down: down === undefined ? code`disconnected('ECONNREFUSED')` : literal({ status: down }),
      notPages: isHooked(resource, 'select') ? false : rows(notPages(resource).map((body) => literal([body]))),
      actions: actionTests(plan, resource),
      childErrorTitle: skips
        ? code`goes on with the next parent when the API refuses one, and counts it`
        : code`ends when the API refuses the records of a parent`,
      skips,
    }),
  };
}
