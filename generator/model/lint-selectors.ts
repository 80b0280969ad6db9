import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import type { Reading } from '../shape.js';
import type { SpecDocument } from '../spec/document.js';
import type { ConnectorModel, ResourceModel } from './connector-model.js';
import { hooksOf } from './hooks-model.js';
import { isSingleEntity } from './paginator.js';
import { placesRead } from './places-read.js';

/** Refuses an answer that would have to be a list, and an object that says where the next page is: no page could be read. */
export function checkBodies(document: SpecDocument, model: ConnectorModel, reading: Reading): void {
  document.resources.forEach((resource, index) => {
    const { endpoint = {}, name } = resource;
    const built = model.resources[index];
    const [member] = built === undefined || !isListItself(built) ? [] : membersRead(built);
    if (member === undefined || hooksOf(model.hooks, name).some((hook) => hook.name === 'select' || hook.name === 'next')) return;
    reading.report(
      messages.pattern(
        endpoint.data_selector === undefined ? reading.spanOf(resource, 'name') : reading.spanOf(endpoint, 'data_selector'),
        'spec/list-members',
        `an answer of ${shorten(name)} is read as a list, and a list has no ${shorten(member)}, which its paging looks for`,
        'Name the list: data_selector: items. Where there are no pages: paginator: single_page; where the answer is one record: single_object: record.',
      ),
    );
  });
}

/** Whether a body is the list of records, with nothing around it. */
function isListItself({ selection, format }: ResourceModel): boolean {
  return selection.path.length === 0 && !selection.single && selection.reshape === null && format.kind === 'json';
}

/** What the paging of a resource reads in a body, by its paths from a key. */
function membersRead({ paginator, changeFeed }: Pick<ResourceModel, 'paginator' | 'changeFeed'>): readonly string[] {
  return placesRead({ paginator, changeFeed })
    .filter(([step]) => typeof step === 'string')
    .map((path) => path.join('.'));
}

/**
 * Warns where an answer would be read as one record, and nothing says that it is meant: of an API that puts its list into an envelope,
 * the envelope. `readsLists`: the resources whose recordings are lists.
 */
export function lintSelectors(document: SpecDocument, model: ConnectorModel, readsLists: ReadonlySet<string>, reading: Reading): void {
  document.resources.forEach((resource, index) => {
    const { endpoint = {}, name } = resource;
    const built = model.resources[index];
    if (endpoint.data_selector !== undefined || built?.selection.single !== true || isSingleEntity(endpoint) || readsLists.has(name))
      return;
    if (hooksOf(model.hooks, name).some((hook) => hook.name === 'select')) return;
    reading.report(
      messages.warning(
        reading.spanOf(resource, 'name'),
        'lint/no-selector',
        `without data_selector, an answer of ${shorten(name)} that is an object is one record, its list of records included`,
        'Name the list: data_selector: items. Write data_selector: $ where the answer is the record, or the list.',
      ),
    );
  });
}
