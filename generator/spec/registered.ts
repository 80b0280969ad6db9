import { authSchemes, type AuthSpec } from '../auth/index.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, list as words } from '../diagnostics/words.js';
import { paginators, type PaginatorSpec } from '../paginators/index.js';
import { list, oneOf, tagged, type Shape } from '../shape.js';

/** What the registries bring to the language: every paginator and every auth scheme, by its type. */

export const paginatorShape = namingOthers(
  variants<PaginatorSpec>('a paginator', paginators, 'How to get from page to page. Default: there is one page.'),
);

export const authSchemeShape = keepingSecrets(
  variants<AuthSpec>('an auth scheme', authSchemes, 'How requests are signed. Secrets never stand in a spec.'),
);

export const authShape = oneOf(
  'an auth scheme or a list of them',
  [authSchemeShape, list(authSchemeShape, { description: 'A choice: the client takes the credentials of any one of these.', min: 1 })],
  {
    description: 'How requests are signed: one scheme, or a list of schemes the caller chooses from.',
  },
);

function variants<Spec>(
  what: string,
  all: readonly { readonly type: string; readonly shape: Shape<unknown> }[],
  description: string,
): Shape<Spec> {
  return tagged('type', what, Object.fromEntries(all.map((each) => [each.type, each.shape])), { description }) as Shape<Spec>;
}

/** dlt's other words for paginators, each with what to write in its place. */
function namingOthers(shape: Shape<PaginatorSpec>): Shape<PaginatorSpec> {
  return {
    ...shape,
    get schema() {
      return shape.schema;
    },
    read(node, reading) {
      const type = node.kind === 'map' ? node.entries.find(({ key }) => key === 'type')?.value : node;
      if (type?.kind === 'scalar' && type.value === 'auto') {
        reading.report(
          messages.pattern(
            type.span,
            'spec/auto-paginator',
            'a paginator is not guessed while reading: a wrong guess loses rows',
            'Run `npx tapwright init` on the API: it looks once and writes down what it found.',
          ),
        );
        return undefined;
      }
      if (type?.kind === 'scalar' && type.value === 'json_response') {
        reading.report(messages.pattern(type.span, 'spec/enum', '"json_response" is the old name of a paginator', 'Write "json_link".'));
        return undefined;
      }
      return shape.read(node, reading);
    },
  };
}

/** A word that is not like any scheme may be the credential itself: it is not shown. */
function keepingSecrets(shape: Shape<AuthSpec>): Shape<AuthSpec> {
  const known = authSchemes.map((scheme) => scheme.type);
  return {
    ...shape,
    read(node, reading) {
      if (node.kind !== 'scalar' || typeof node.value !== 'string' || closest(node.value, known) !== undefined)
        return shape.read(node, reading);
      reading.report(messages.secret(node.span, 'spec/enum', 'expected an auth scheme', `Known: ${words(known)}.`));
      return undefined;
    },
  };
}
