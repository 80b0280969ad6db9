import { code, literal, nothing } from '../../code.js';
import type { VirtualFile } from '../../virtual-file.js';
import { isPaged, isPartitioned } from '../reading/kinds.js';
import { renderTemplate } from '../template.js';
import { refusedStatus, untouchedRetry } from './actions.js';
import { testPathOf } from './path.js';
import { endlessOptions, rows, type TestedResource, type TestPlan } from './plan.js';

/** `test/contacts.test.ts` of a resource that is read from another endpoint where there is no state: how one goes on where the other ends. */
export function emitDelegatingTest({ context }: TestPlan, resource: TestedResource): VirtualFile {
  const { model, names, full } = resource;
  const { prefix, header } = context;
  const plain = full !== undefined && !isPartitioned(full) && full.model.job === null;
  const pages = full !== undefined && isPaged(full);
  const values = {
    plain,
    pages,
    header,
    prefix,
    imports: code`
      import { ${prefix}Client, ${plain && pages ? code`${prefix}HttpError, ` : nothing}${prefix}StateError, type ${names.options}, type ${names.state} } from '../src/index.ts';
      import { api, collect, credentials, failure, recording, type Api, type Sent } from './replay.ts';
    `,
    property: names.property,
    fullProperty: full?.names.property ?? names.property,
    readOptions: names.options,
    endlessOptions: endlessOptions(resource),
    state: names.state,
    recording: literal(model.name.kebab),
    full: literal(full?.model.name.kebab ?? model.name.kebab),
    options: code`{ ...credentials, ${resource.options}...server }`,
    refusedStatus: literal(refusedStatus(resource, untouchedRetry(resource))),
    foreignStates: rows(
      [{ v: 2 }, { resource: 'another one' }, { origin: 'https://elsewhere.example' }, { next: {} }, { next: { full: 7 } }].map((state) =>
        literal(state),
      ),
    ),
  };
  return { path: testPathOf(model.name), text: renderTemplate('test/delegating.test.ts.hbs', values) };
}
