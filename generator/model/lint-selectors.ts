import { spec as messages } from '../diagnostics/messages/spec.js';
import { shorten } from '../diagnostics/words.js';
import type { Reading } from '../shape.js';
import type { SpecDocument } from '../spec/document.js';
import type { ConnectorModel } from './connector-model.js';
import { hooksOf } from './hooks-model.js';
import { isSingleEntity } from './paginator.js';

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
