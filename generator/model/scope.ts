import type { Span } from '../diagnostics/diagnostic.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, shorten } from '../diagnostics/words.js';
import { nameOf } from '../names.js';
import { parseTemplate, type Placeholder } from '../placeholder.js';
import { parseSelector } from '../selector.js';
import type { Reading } from '../shape.js';
import type { ConfigOption, ParentReference, Reference, ValueTemplate } from './connector-model.js';

/** What placeholders of one resource may name, and what they did name. */
export class Scope {
  readonly config: readonly ConfigOption[];
  readonly reading: Reading;
  /** The resource itself; none for what stands under `client`. */
  readonly resource: string | undefined;
  readonly #resources: readonly string[];
  readonly #incremental: boolean;
  readonly #lists: readonly string[];
  /** The references to parents, with their places: whether the fields exist is known when the records are. */
  readonly parents: { readonly reference: ParentReference; readonly span: Span }[] = [];
  /** Whether a bound of an incremental read was named. */
  readonly bounds = new Set<'start' | 'end'>();
  /** The lists whose values were named. */
  readonly values = new Set<string>();

  constructor(
    config: readonly ConfigOption[],
    reading: Reading,
    resource?: {
      readonly name: string;
      readonly others: readonly string[];
      readonly incremental: boolean;
      readonly lists: readonly string[];
    },
  ) {
    this.config = config;
    this.reading = reading;
    this.resource = resource?.name;
    this.#resources = resource?.others ?? [];
    this.#incremental = resource?.incremental ?? false;
    this.#lists = resource?.lists ?? [];
  }

  /** A text of the spec with its placeholders resolved; one that names nothing is reported at `span`. */
  template(text: string, span: Span): ValueTemplate {
    const parsed = parseTemplate(text);
    if (!parsed.ok) return [];
    return parsed.template.flatMap((part): ValueTemplate => {
      if (typeof part === 'string') return [part];
      const reference = this.#resolve(part, span);
      return reference === undefined ? [] : [reference];
    });
  }

  /** A field of a record of another resource. */
  parent(resource: string, field: string, span: Span, source: string, fieldSpan = span): ParentReference | undefined {
    const other = this.#resources.includes(resource);
    if (resource === this.resource) {
      this.reading.report(messages.pattern(span, 'spec/cycle', `${shorten(resource)} depends on itself`));
      return undefined;
    }
    if (!other) {
      const match = closest(resource, this.#resources);
      this.reading.report(
        messages.pattern(
          span,
          'spec/unknown-resource',
          `${shorten(source)} names no resource`,
          match === undefined ? undefined : `Did you mean "${match}"?`,
        ),
      );
      return undefined;
    }
    const parsed = parseSelector(field);
    if (!parsed.ok || parsed.path.length === 0 || parsed.path.some((step) => step.kind === 'every')) {
      this.reading.report(
        messages.pattern(span, 'spec/placeholder', `${shorten(source)} names no single field`, 'Write {resources.parent.field}.'),
      );
      return undefined;
    }
    const first = this.parents[0]?.reference.resource.raw;
    if (first !== undefined && first !== resource) {
      this.reading.report(
        messages.pattern(
          span,
          'spec/two-parents',
          `${shorten(this.resource ?? '')} would have two parents: ${shorten(first)} and ${shorten(resource)}`,
          'Let the parent include what it has from its own: include_from_parent.',
        ),
      );
      return undefined;
    }
    const reference: ParentReference = { kind: 'parent', resource: nameOf(resource), field: parsed.path };
    this.parents.push({ reference, span: fieldSpan });
    return reference;
  }

  #resolve(part: Placeholder, span: Span): Reference | undefined {
    const { root, path, source } = part;
    if (root === 'config' && path.length === 1) return this.#option(path[0] ?? '', source, span);
    if (root === 'resources' && this.resource !== undefined && path.length >= 2)
      return this.parent(path[0] ?? '', path.slice(1).join('.'), span, source);
    if (root === 'for_each' && this.#lists.length > 0 && path.length === 1) return this.#each(path[0] ?? '', source, span);
    if (root === 'incremental' && this.#incremental && path.length === 1) {
      const bound = path[0] === 'end_value' ? 'end' : path[0] === 'start_value' || path[0] === 'last_value' ? 'start' : undefined;
      if (bound !== undefined) {
        this.bounds.add(bound);
        return { kind: 'bound', bound };
      }
    }
    this.reading.report(messages.pattern(span, 'spec/placeholder', `${shorten(source)} is not a placeholder`, this.#hint(root)));
    return undefined;
  }

  #option(name: string, source: string, span: Span): Reference | undefined {
    const option = this.config.find((each) => each.name.raw === name);
    if (option?.type === 'list') {
      this.reading.report(
        messages.pattern(
          span,
          'spec/list-option',
          `${shorten(source)} is a list, and here is one value`,
          `Read the resource for each of them: for_each: { item: "{config.${name}}" }, and {for_each.item} here.`,
        ),
      );
      return undefined;
    }
    if (option !== undefined) return { kind: 'config', config: option.name };
    const match = closest(
      name,
      this.config.map((each) => each.name.raw),
    );
    this.reading.report(
      messages.pattern(
        span,
        'spec/unknown-option',
        `${shorten(source)} names no option of config`,
        match === undefined ? 'Declare it under config.' : `Did you mean "{config.${match}}"?`,
      ),
    );
    return undefined;
  }

  #each(name: string, source: string, span: Span): Reference | undefined {
    if (this.#lists.includes(name)) {
      this.values.add(name);
      return { kind: 'each', list: nameOf(name) };
    }
    const match = closest(name, this.#lists);
    this.reading.report(
      messages.pattern(
        span,
        'spec/unknown-list',
        `${shorten(source)} names no list of for_each`,
        match === undefined
          ? `Known: ${this.#lists.map((each) => `{for_each.${each}}`).join(', ')}.`
          : `Did you mean "{for_each.${match}}"?`,
      ),
    );
    return undefined;
  }

  #hint(root: string): string {
    if (root === 'for_each')
      return this.#lists.length > 0
        ? 'Write {for_each.name}.'
        : 'The resource has no for_each: { name: [values] }, or this is not of an endpoint.';
    if (root === 'incremental')
      return this.#incremental ? 'Known: {incremental.start_value} and {incremental.end_value}.' : 'The endpoint has no incremental block.';
    if (root === 'resources') return 'Write {resources.parent.field}, in an endpoint.';
    return 'Write {config.name}; double the braces for literal ones.';
  }
}
