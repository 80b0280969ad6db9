import type { Pointer } from '../pointer.js';
import type { JsonValue } from '../../shape.js';
import { isList, isObject, member, objectAt, textAt, type JsonObject } from '../values.js';

/** A manifest with `$ref` and `$parameters` written out where they are looked at. */
export class Manifest {
  readonly root: JsonValue;
  #budget = 5_000_000;

  constructor(root: JsonValue) {
    this.root = root;
  }

  /**
   * A value with all its references followed: what a reference leads to, with what stands beside it winning. `at` is where the
   * value itself stands.
   */
  resolved(value: JsonValue, at: Pointer, within: readonly string[] = []): { readonly value: JsonValue; readonly at: Pointer } {
    if (--this.#budget < 0) throw new ManifestError('its references would make it larger than can be read');
    if (typeof value === 'string' && /^#\//.test(value)) return this.#follow(value, at, within);
    if (isList(value)) return { value: value.map((each, index) => this.resolved(each, [...at, index], within).value), at };
    if (!isObject(value)) return { value, at };
    const ref = textAt(value, '$ref');
    const own = Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== '$ref')
        .map(([key, inner]) => [key, this.resolved(inner, [...at, key], within).value]),
    );
    if (ref === undefined) return { value: own, at };
    const target = this.#follow(ref, at, within);
    if (!isObject(target.value)) return target;
    return { value: { ...target.value, ...own }, at: Object.keys(own).length === 0 ? target.at : at };
  }

  #follow(ref: string, at: Pointer, within: readonly string[]): { readonly value: JsonValue; readonly at: Pointer } {
    if (within.includes(ref) || within.length > 100) throw new ManifestError(`the reference ${ref} leads back to itself`);
    const path = ref.replace(/^#\//, '').split('/');
    let value: JsonValue | undefined = this.root;
    const pointer: (string | number)[] = [];
    // names may hold slashes: the longest that is there counts
    for (let index = 0; index < path.length && value !== undefined;) {
      let taken = 1;
      let key = path[index] ?? '';
      for (let length = path.length - index; length > 1; length--) {
        const joined = path.slice(index, index + length).join('/');
        if (isObject(value) && Object.hasOwn(value, joined)) [taken, key] = [length, joined];
      }
      if (isList(value)) {
        value = value[Number(key)];
        pointer.push(Number(key));
      } else {
        value = member(value, key);
        pointer.push(key);
      }
      index += taken;
    }
    if (value === undefined) throw new ManifestError(`the reference ${ref} leads nowhere`, at);
    return this.resolved(value, pointer, [...within, ref]);
  }
}

/** What is wrong with a manifest, where it is a matter of one component. */
export class ManifestError extends Error {
  readonly at: Pointer | undefined;

  constructor(message: string, at?: Pointer) {
    super(message);
    this.at = at;
  }
}

/** The type of a component that leaves it out, by the component it is in and the key. */
const USUAL: Readonly<Record<string, string>> = {
  'CompositeErrorHandler.error_handlers': 'DefaultErrorHandler',
  'DeclarativeSource.check': 'CheckStream',
  'DeclarativeSource.spec': 'Spec',
  'DeclarativeSource.streams': 'DeclarativeStream',
  'DeclarativeStream.retriever': 'SimpleRetriever',
  'DeclarativeStream.schema_loader': 'JsonFileSchemaLoader',
  'DynamicDeclarativeStream.stream_template': 'DeclarativeStream',
  'DefaultErrorHandler.response_filters': 'HttpResponseFilter',
  'DefaultPaginator.page_size_option': 'RequestOption',
  'DpathExtractor.decoder': 'JsonDecoder',
  'HttpRequester.error_handler': 'DefaultErrorHandler',
  'ListPartitionRouter.request_option': 'RequestOption',
  'ParentStreamConfig.request_option': 'RequestOption',
  'ParentStreamConfig.stream': 'DeclarativeStream',
  'RecordSelector.extractor': 'DpathExtractor',
  'RecordSelector.record_filter': 'RecordFilter',
  'SimpleRetriever.paginator': 'NoPagination',
  'SimpleRetriever.record_selector': 'RecordSelector',
  'SimpleRetriever.requester': 'HttpRequester',
  'SubstreamPartitionRouter.parent_stream_configs': 'ParentStreamConfig',
  'AddFields.fields': 'AddedFieldDefinition',
  'DatetimeBasedCursor.end_datetime': 'MinMaxDatetime',
  'DatetimeBasedCursor.start_datetime': 'MinMaxDatetime',
  'DatetimeBasedCursor.start_time_option': 'RequestOption',
  'DatetimeBasedCursor.end_time_option': 'RequestOption',
};
const CUSTOM: Readonly<Record<string, string>> = {
  'CompositeErrorHandler.backoff_strategies': 'CustomBackoffStrategy',
  'DeclarativeStream.retriever': 'CustomRetriever',
  'DeclarativeStream.transformations': 'CustomTransformation',
  'DefaultErrorHandler.backoff_strategies': 'CustomBackoffStrategy',
  'DefaultPaginator.pagination_strategy': 'CustomPaginationStrategy',
  'HttpRequester.authenticator': 'CustomAuthenticator',
  'HttpRequester.error_handler': 'CustomErrorHandler',
  'RecordSelector.extractor': 'CustomRecordExtractor',
  'SimpleRetriever.partition_router': 'CustomPartitionRouter',
  'DeclarativeStream.schema_loader': 'CustomSchemaLoader',
  'SimpleRetriever.requester': 'CustomRequester',
  'DeclarativeStream.incremental_sync': 'CustomIncrementalSync',
};

/** Gives a component and all in it their types, and what `$parameters` above them say; the nearest of them wins. */
export function withParameters(component: JsonObject, field: string, outer: JsonObject = {}): JsonObject {
  const { $parameters: own, ...rest } = component;
  const usual = Object.hasOwn(rest, 'class_name') ? CUSTOM[field] : USUAL[field];
  const type = textAt(rest, 'type') ?? usual;
  const typed: JsonObject = type === undefined ? rest : { ...rest, type };
  const parameters = { ...outer, ...(isObject(own) ? own : {}) };
  if (type === undefined || isJsonSchema(typed)) return isObject(own) ? component : typed;
  const filled: Record<string, JsonValue> = { ...typed };
  for (const [key, value] of Object.entries(parameters)) if (!isTrueOf(filled[key])) filled[key] = value;
  for (const [key, value] of Object.entries(filled)) {
    const { [key]: _same, ...others } = parameters;
    const inside = `${type}.${key}`;
    if (isObject(value)) filled[key] = withParameters(value, inside, others);
    else if (isList(value)) filled[key] = value.map((each) => (isObject(each) ? withParameters(each, inside, others) : each));
  }
  return Object.keys(parameters).length === 0 ? filled : { ...filled, $parameters: parameters };
}

function isTrueOf(value: JsonValue | undefined): boolean {
  return (
    value !== undefined &&
    value !== null &&
    value !== '' &&
    value !== false &&
    value !== 0 &&
    !(isList(value) && value.length === 0) &&
    !(isObject(value) && Object.keys(value).length === 0)
  );
}

function isJsonSchema(value: JsonObject): boolean {
  return textAt(value, 'type') === 'object' || isList(member(value, 'type'));
}

/** What `parameters` means inside of a component. */
export function parametersOf(component: JsonObject): JsonObject {
  return objectAt(component, '$parameters') ?? {};
}
