import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { spec as messages } from '../diagnostics/messages/spec.js';
import { closest, shorten } from '../diagnostics/words.js';
import { orElse } from '../gap.js';
import { nameOf } from '../names.js';
import { EXPRESSION_ROOT, parseTemplate, SECRET_ROOT, type Placeholder } from '../placeholder.js';
import { buildExpression } from './expression.js';
import { optionsOfExpression } from './value-template.js';
import { parseSelector } from '../selector.js';
import type { Reading } from '../shape.js';
import type { ConfigOption, EachReference, JobReference, ParentReference, Reference, ValueTemplate } from './connector-model.js';

/** The resource that placeholders stand in, and the names of all of them. */
export interface ScopeOwner {
  readonly name: string;
  readonly others: readonly string[];
  readonly incremental: boolean;
  /** The names under for_each. */
  readonly lists: readonly string[];
  /** What stands between several that are asked for at once; null: one is. */
  readonly separator: string | null;
}

/** What placeholders of one resource may name, and what they did name. */
export class Scope {
  readonly config: readonly ConfigOption[];
  readonly reading: Reading;
  /** Whether everything that was to name something did: what was not named may otherwise stand where it was refused. */
  complete = true;
  readonly #owner: ScopeOwner | undefined;
  /** The references to parents, with their places: whether the fields exist is known when the records are. */
  readonly parents: { readonly reference: ParentReference; readonly span: Span }[] = [];
  /** Those that no request is made of. */
  readonly mentioned: { readonly reference: ParentReference; readonly span: Span }[] = [];
  /** Whether a bound of an incremental read was named. */
  readonly bounds = new Set<'start' | 'end'>();
  /** The lists whose values were named. */
  readonly values = new Set<string>();
  /** Which answers about a job may be named where it is being looked, and the fields of them that were. */
  job: readonly JobReference['of'][] = [];
  readonly jobFields: JobReference[] = [];
  /** Whether expressions may stand here: in what is sent with requests. */
  takesExpressions = false;
  /** The options that were named. */
  readonly options = new Set<string>();

  /** `owner`: the resource; none for what stands under `client`. */
  constructor(config: readonly ConfigOption[], reading: Reading, owner?: ScopeOwner) {
    this.config = config;
    this.reading = reading;
    this.#owner = owner;
  }

  /** The resource that is read. */
  get resource(): string {
    return this.#owner?.name ?? '';
  }

  /** The same names for what no request is made of: a parent, or a bound, that is only named there is not asked for. */
  beside(): Scope {
    const scope = new Scope(this.config, this.reading, this.#owner);
    return Object.assign(scope, { parents: this.mentioned, values: this.values, options: this.options });
  }

  /** A text of the spec with its placeholders resolved; one that names nothing is reported at `span`. `own`: words in braces that are none. */
  template(text: string, span: Span, own: readonly string[] = []): ValueTemplate {
    const parsed = parseTemplate(text);
    if (!parsed.ok) {
      this.#refuse(messages.pattern(span, 'spec/placeholder', parsed.message, parsed.hint));
      return [];
    }
    return parsed.template.flatMap((part): ValueTemplate => {
      if (typeof part === 'string') return [part];
      if (part.path.length === 0 && own.includes(part.root)) return [];
      const reference = this.#resolve(part, span);
      return reference === undefined ? [] : [reference];
    });
  }

  /** A field of a record of another resource. */
  parent(resource: string, field: string, span: Span, source: string, fieldSpan = span): ParentReference | undefined {
    const { name: own = '', others = [] } = this.#owner ?? {};
    if (resource === own) {
      this.#refuse(messages.pattern(span, 'spec/cycle', `${shorten(resource)} depends on itself`));
      return undefined;
    }
    if (!others.includes(resource)) {
      const match = closest(resource, others);
      this.#refuse(
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
      const why = parsed.ok ? '' : `: ${parsed.message}`;
      const hint = parsed.ok ? 'Write {resources.parent.field}; [0] is the first of a list.' : 'Write {resources.parent.field}.';
      this.#refuse(messages.pattern(span, 'spec/placeholder', `${shorten(source)} names no single field${why}`, hint));
      return undefined;
    }
    const first = this.parents[0]?.reference.resource.raw;
    if (first !== undefined && first !== resource) {
      this.#refuse(
        messages.pattern(
          span,
          'spec/two-parents',
          `${shorten(own)} would have two parents: ${shorten(first)} and ${shorten(resource)}`,
          'Name one parent, and fields of what that is read for itself.',
        ),
      );
      return undefined;
    }
    const reference: ParentReference = { kind: 'parent', resource: nameOf(resource), field: parsed.path };
    this.parents.push({ reference, span: fieldSpan });
    return reference;
  }

  /** What stands for it in a request: the field of one record, or of several. */
  parentValue(resource: string, field: string, span: Span, source: string, fieldSpan = span): Reference | undefined {
    return this.#grouped(this.parent(resource, field, span, source, fieldSpan));
  }

  #grouped(of: ParentReference | EachReference | undefined): Reference | undefined {
    const { separator = null } = this.#owner ?? {};
    return of === undefined || separator === null ? of : { kind: 'group', of, separator };
  }

  #resolve(part: Placeholder, span: Span): Reference | undefined {
    const { root, path, source } = part;
    if (part.expression !== undefined && this.takesExpressions) {
      const expression = buildExpression(part.expression, source, span, this);
      if (expression === undefined) this.complete = false;
      else for (const { raw } of optionsOfExpression(expression)) this.options.add(raw);
      return expression === undefined ? undefined : { kind: 'expression', expression };
    }
    if (root === SECRET_ROOT) return this.#option(path[0]?.toLowerCase() ?? '', source, span);
    if (root === 'config' && path.length === 1) return this.#option(path[0] ?? '', source, span);
    if (root === 'resources' && this.#owner !== undefined && path.length >= 2)
      return this.parentValue(path[0] ?? '', path.slice(1).join('.'), span, source);
    const { lists = [] } = this.#owner ?? {};
    if (root === 'for_each' && lists.length > 0 && path.length === 1) return this.#each(path[0] ?? '', lists, source, span);
    if (root === 'incremental' && this.#owner?.incremental === true && path.length === 1) {
      const bound = path[0] === 'end_value' ? 'end' : path[0] === 'start_value' || path[0] === 'last_value' ? 'start' : undefined;
      if (bound !== undefined) {
        this.bounds.add(bound);
        return { kind: 'bound', bound };
      }
    }
    const of = this.job.find((each) => each === root);
    const field = of === undefined ? undefined : parseSelector(path.join('.'));
    if (of !== undefined && field?.ok === true && field.path.length > 0 && field.path.every(({ kind }) => kind !== 'every')) {
      const reference: JobReference = { kind: 'job', of, field: field.path };
      this.jobFields.push(reference);
      return reference;
    }
    this.#refuse(messages.pattern(span, 'spec/placeholder', `${shorten(source)} is not a placeholder`, this.#hint(root)));
    return undefined;
  }

  #option(name: string, source: string, span: Span): Reference | undefined {
    const option = this.config.find((each) => each.name.raw === name);
    if (option !== undefined && isList(option)) {
      this.#refuse(
        messages.pattern(
          span,
          'spec/list-option',
          `${shorten(source)} is a list, and here is one value`,
          `Read the resource for each of them: for_each: { item: "{config.${name}}" }, and {for_each.item} here.`,
        ),
      );
      return undefined;
    }
    if (option !== undefined) {
      this.options.add(name);
      return { kind: 'config', config: option.name };
    }
    const match = closest(
      name,
      this.config.map((each) => each.name.raw),
    );
    this.#refuse(
      messages.pattern(
        span,
        'spec/unknown-option',
        `${shorten(source)} names no option of config`,
        match === undefined ? 'Declare it under config.' : `Did you mean "{config.${match}}"?`,
      ),
    );
    return undefined;
  }

  #each(name: string, lists: readonly string[], source: string, span: Span): Reference | undefined {
    if (lists.includes(name)) {
      this.values.add(name);
      return this.#grouped({ kind: 'each', list: nameOf(name) });
    }
    const match = closest(name, lists);
    this.#refuse(
      messages.pattern(
        span,
        'spec/unknown-list',
        `${shorten(source)} names no list of for_each`,
        match === undefined ? `Known: ${lists.map((each) => `{for_each.${each}}`).join(', ')}.` : `Did you mean "{for_each.${match}}"?`,
      ),
    );
    return undefined;
  }

  #refuse(diagnostic: Diagnostic): void {
    this.complete = false;
    this.reading.report(diagnostic);
  }

  #hint(root: string): string {
    if (root === EXPRESSION_ROOT)
      return 'Expressions stand in params, headers, json and data of an endpoint, and of the requests of a job.';
    if (root === 'for_each')
      return (this.#owner?.lists ?? []).length > 0
        ? 'Write {for_each.name}.'
        : 'It stands in an endpoint, for the values of for_each: { name: [values] } of its resource.';
    if (root === 'incremental')
      return this.#owner?.incremental === true
        ? 'Known: {incremental.start_value}, {incremental.last_value} (the same) and {incremental.end_value}.'
        : 'The endpoint has no incremental block.';
    if (root === 'job' || root === 'poll')
      return this.job.includes(root)
        ? `Write {${root}.id}: a field of an answer.`
        : `It stands in ${root === 'job' ? 'poll, download and cleanup' : 'download'} of a job.`;
    if (root === 'resources') return 'Write {resources.parent.field}, in an endpoint.';
    return 'Write {config.name}; double the braces for literal ones.';
  }
}

function isList(option: ConfigOption): boolean {
  return orElse(
    () => option.type === 'list',
    () => false,
  );
}
