import { describe, expect, test } from 'vitest';
import { Lines } from '../../generator/diagnostics/place.js';
import { load } from '../../generator/spec/load.js';
import { generateLater } from '../support/generate.js';

/** Hints that lead somewhere: what they say is written into the spec, and a package is made. */

const HEAD = 'name: acme\nclient:\n  base_url: https://api.example.com/v1\n';

async function said(spec: string): Promise<readonly string[]> {
  const loaded = load('spec.yaml', Buffer.from(HEAD + spec));
  const { diagnostics } = loaded.ok ? await generateLater(loaded.source) : loaded;
  const lines = new Lines(HEAD + spec);
  return diagnostics.map(
    ({ code, message, hint, span = { start: 0 } }) =>
      `${lines.at(span.start).line - 3}: ${code}: ${message}${hint === undefined ? '' : ` | ${hint}`}`,
  );
}

const parallel = (key: string) => `resources:\n  - name: a\n    ${key}\n    endpoint: { data_selector: items, paginator: header_link }\n`;

const UNKNOWN = '{ type: union, variants: [string, integer], nullable: false }';

const parent = (fields: string, field = 'number') => `resources:
  - name: a
    ${fields}
    endpoint: { data_selector: $, paginator: single_page }
  - name: b
    fields: { id: integer }
    endpoint: { path: "a/{resources.a.${field}}", data_selector: $, paginator: single_page }
`;

describe.each<[about: string, spec: string, expected: readonly string[], instead: string]>([
  [
    'a parent that declares no fields',
    parent(''),
    [
      '7: spec/undeclared-field: "a" declares no fields, and so not what "number" can be | Declare it there: fields: { number: string }, or integer; { type: union, variants: [string, integer], nullable: false } where you do not know.',
    ],
    parent('fields: { number: { type: union, variants: [string, integer], nullable: false } }'),
  ],
  [
    'a cursor among the params',
    'resources:\n  - name: a\n    endpoint: { data_selector: $, params: { since: { type: incremental, cursor_path: at, initial_value: "2020" } }, paginator: single_page }\n',
    [
      '3: spec/param-value: "since" is neither a value nor a parent\'s field | Write it beside params: incremental: { cursor_path: at, start_param: since, initial_value: … }.',
    ],
    'resources:\n  - name: a\n    fields: { at: datetime }\n    primary_key: at\n    endpoint: { data_selector: $, incremental: { cursor_path: at, start_param: since, initial_value: "2020-01-01T00:00:00Z" }, paginator: single_page }\n',
  ],
  [
    'a cursor of a resource that declares no fields',
    'resources:\n  - name: a\n    endpoint: { data_selector: $, incremental: { cursor_path: at, start_param: since, initial_value: "2020" }, paginator: single_page }\n',
    ['3: spec/unknown-field: "a" has no field "at" | Declare it: fields: { at: datetime }; or date, integer or number, as the API has it.'],
    'resources:\n  - name: a\n    fields: { at: datetime }\n    endpoint: { data_selector: $, incremental: { cursor_path: at, start_param: since, initial_value: "2020-01-01" }, paginator: single_page }\n',
  ],
  [
    'a cursor that is deeper in a record of which nothing is declared',
    'resources:\n  - name: a\n    endpoint: { data_selector: $, incremental: { cursor_path: commit.at, start_param: since, initial_value: "2020-01-01" }, paginator: single_page }\n',
    [
      '3: spec/unknown-field: "a" has no field "commit.at" | Declare it: fields: { commit: { type: object, fields: { at: datetime } } }; or date, integer or number, as the API has it.',
    ],
    'resources:\n  - name: a\n    fields: { commit: { type: object, fields: { at: datetime } } }\n    endpoint: { data_selector: $, incremental: { cursor_path: commit.at, start_param: since, initial_value: "2020-01-01" }, paginator: single_page }\n',
  ],
  [
    'a year as the first value of a time',
    'resources:\n  - name: a\n    fields: { at: datetime }\n    endpoint: { data_selector: $, incremental: { cursor_path: at, start_param: since, initial_value: "2020" }, paginator: single_page }\n',
    [
      '4: spec/cursor-type: initial_value is "2020", the cursor is a time as records have it | Write it in ISO 8601: 2026-01-31T00:00:00Z, or 2026-01-31.',
    ],
    'resources:\n  - name: a\n    fields: { at: datetime }\n    endpoint: { data_selector: $, incremental: { cursor_path: at, start_param: since, initial_value: "2020-01-31" }, paginator: single_page }\n',
  ],
  [
    'the first cursor among the params',
    'resources:\n  - name: a\n    endpoint: { data_selector: items, params: { cursor: "*" }, paginator: { type: cursor, cursor_path: next } }\n',
    ['3: spec/param-conflict: "cursor" is set by the paginator | For the cursor of the first page, write cursor: "*" in the paginator.'],
    'resources:\n  - name: a\n    endpoint: { data_selector: items, paginator: { type: cursor, cursor_path: next, cursor: "*" } }\n',
  ],
  [
    'no fields to include',
    'resources:\n  - name: a\n    include_from_parent: []\n    endpoint: { data_selector: $, paginator: single_page }\n',
    ['3: spec/empty: at least 1 of these is needed | Leave the key out where there are none.'],
    'resources:\n  - name: a\n    endpoint: { data_selector: $, paginator: single_page }\n',
  ],
  [
    'a key that is no column',
    'resources:\n  - name: a\n    primary_key: id\n    columns: { name: { data_type: text } }\n    endpoint: { data_selector: $, paginator: single_page }\n',
    ['3: spec/unknown-field: "a" has no field "id" | Declare it under columns too: id: { data_type: text }.'],
    'resources:\n  - name: a\n    primary_key: id\n    columns: { id: { data_type: text }, name: { data_type: text } }\n    endpoint: { data_selector: $, paginator: single_page }\n',
  ],
  [
    'another placeholder of an incremental read',
    'resources:\n  - name: a\n    fields: { at: datetime }\n    primary_key: at\n    endpoint: { data_selector: $, params: { f: "{incremental.initial_value}" }, incremental: { cursor_path: at }, paginator: single_page }\n',
    [
      '5: spec/placeholder: "{incremental.initial_value}" is not a placeholder | Known: {incremental.start_value}, {incremental.last_value} (the same) and {incremental.end_value}.',
    ],
    'resources:\n  - name: a\n    fields: { at: datetime }\n    primary_key: at\n    endpoint: { data_selector: $, params: { f: "{incremental.last_value}" }, incremental: { cursor_path: at, initial_value: "2020-01-01T00:00:00Z" }, paginator: single_page }\n',
  ],
  [
    'a value inside of a list of the parent, of which nothing is declared',
    parent('', 'a[0].b'),
    [
      `7: spec/undeclared-field: "a" declares no fields, and so not what "a[0].b" can be | Declare it there: fields: { a: { type: array, items: { type: object, fields: { b: ${UNKNOWN} } } } }.`,
    ],
    parent(`fields: { a: { type: array, items: { type: object, fields: { b: ${UNKNOWN} } } } }`, 'a[0].b'),
  ],
  [
    'a value inside of a list, without which of it',
    parent('fields: { a: { type: array, items: { type: object, fields: { b: integer } } } }', 'a.b'),
    ['7: spec/not-a-value: "a.b" of "a" is not a text, a number or a boolean | Write {resources.a.a[0].b} for the first of the list.'],
    parent('fields: { a: { type: array, items: { type: object, fields: { b: integer } } } }', 'a[0].b'),
  ],
  [
    'a value of each of a list',
    parent('fields: { a: { type: array, items: { type: object, fields: { b: integer } } } }', 'a[*].b'),
    ['7: spec/placeholder: "{resources.a.a[*].b}" names no single field | Write {resources.parent.field}; [0] is the first of a list.'],
    parent('fields: { a: { type: array, items: { type: object, fields: { b: integer } } } }', 'a[0].b'),
  ],
  [
    'a field of the parent that can be anything',
    parent('fields: { number: json }'),
    [
      `7: spec/not-a-value: "number" of "a" is not a text, a number or a boolean | Where it is one: fields: { number: string }, or integer; ${UNKNOWN} where you do not know. Any value may stand alone in json.`,
    ],
    parent(`fields: { number: ${UNKNOWN} }`),
  ],
  ...(['prefetch: true', 'selected: true'] as const).map((instead): [string, string, readonly string[], string] => [
    `what dlt reads in parallel, with ${instead} in its place`,
    parallel('parallelized: true'),
    [
      '3: spec/not-supported-yet: "parallelized" is not supported yet | Leave it out, or say how many requests may be on their way at once: concurrency: 4 for children and pages with a total, prefetch: true for other pages.',
    ],
    parallel(instead),
  ]),
  [
    'more requests at once than its links tell',
    parallel('concurrency: 4'),
    ['3: spec/concurrency: no answer tells where all further pages of "a" begin | Set total_path, or prefetch: true for one page ahead.'],
    parallel('prefetch: true'),
  ],
  ...(
    [
      ['page_number', 'total_path: meta.pages', 'meta.pages'],
      ['page_number', 'has_more_path: more', 'more'],
      ['cursor', 'cursor_path: meta.next', 'meta.next'],
      ['cursor', 'cursor_object_path: continue', 'continue'],
      ['json_link', 'next_url_path: links.next', 'links.next'],
    ] as const
  ).flatMap(([type, path, named]) =>
    (
      [
        ['', 'data_selector: items,', type],
        ['data_selector: $,', '', 'single_page'],
      ] as const
    ).map(([given, better, paginator]): [string, string, readonly string[], string] => {
      const spec = (selector: string, paged: string): string =>
        `resources:\n  - name: a\n    endpoint: { ${selector} paginator: ${paged} }\n`;
      return [
        `a list with members: ${type} by ${path}, ${given === '' ? 'without a selector' : given}`,
        spec(given, `{ type: ${type}, ${path} }`),
        [
          `${given === '' ? 2 : 3}: spec/list-members: an answer of "a" is read as a list, and a list has no "${named}", which its paging looks for | Name the list: data_selector: items. Where there are no pages: paginator: single_page; where the answer is one record: single_object: record.`,
        ],
        spec(better, paginator === 'single_page' ? 'single_page' : `{ type: ${type}, ${path} }`),
      ];
    }),
  ),
  [
    'no resources',
    'resources: []\n',
    ['1: spec/empty: at least 1 of these is needed | Name what can be read: resources: [events].'],
    'resources: [events]\n',
  ],
  [
    'a union of one',
    'resources:\n  - name: a\n    fields: { v: { type: union, variants: [string] } }\n    endpoint: { data_selector: $, paginator: single_page }\n',
    ['3: spec/empty: at least 2 of these are needed | Where there is one, it is the type of the field: type: string.'],
    'resources:\n  - name: a\n    fields: { v: { type: string } }\n    endpoint: { data_selector: $, paginator: single_page }\n',
  ],
  [
    'a paginator without a type',
    'resources:\n  - name: a\n    endpoint: { data_selector: $, paginator: { limit: 5 } }\n',
    [
      '3: spec/missing-key: required key "type" is missing in a paginator | Write type: offset, or another: offset, page_number, cursor, json_link, header_link, header_cursor and single_page.',
    ],
    'resources:\n  - name: a\n    endpoint: { data_selector: $, paginator: { type: single_page } }\n',
  ],
  [
    'a query that says a parameter again',
    'resources:\n  - name: a\n    endpoint: { path: "x?a=1", params: { a: 2 }, data_selector: $, paginator: single_page }\n',
    ['3: spec/path-query: a path has no fragment, and one query, of names that "params" has not | Put fixed parameters under params.'],
    'resources:\n  - name: a\n    endpoint: { path: x, params: { a: 2 }, data_selector: $, paginator: single_page }\n',
  ],
  [
    'a place that dlt has another word for',
    'resources:\n  - name: a\n    endpoint: { data_selector: $, paginator: single_page, auth: { type: api_key, name: k, location: param } }\n',
    [
      '3: spec/enum: "param" is not a location | Known: header, query and cookie.',
      '3: spec/own-auth: an endpoint has auth, but the client has none | Put the scheme under client.auth, and auth: null where requests are not signed.',
    ],
    'resources:\n  - name: a\n    endpoint: { data_selector: $, paginator: single_page, params: { k: "${KEY}" } }\n',
  ],
])('%s', (_, spec, expected, instead) => {
  test('has a hint', async () => {
    expect((await said(spec)).filter((each) => !each.includes(': lint/'))).toEqual(expected);
  });

  test('that leads somewhere', async () => {
    expect((await said(instead)).filter((each) => !each.includes(': lint/'))).toEqual([]);
  });
});

describe('what the paginator sets, it sets, with a warning', () => {
  test.each<[about: string, endpoint: string, expected: readonly string[]]>([
    [
      'in the query',
      'params: { page: 1, per_page: 10, q: x }, paginator: { type: page_number, page_param: page, limit: 100, limit_param: per_page }',
      [
        '3: lint/overridden: "page" is not sent as it stands here: the page_number paginator sets it | Leave it out, or set it in the paginator.',
        '3: lint/overridden: "per_page" is not sent as it stands here: the page_number paginator sets it | Leave it out, or set it in the paginator.',
      ],
    ],
    [
      'in a JSON body',
      'method: POST, json: { query: q, variables: { after: null, first: 5 } }, paginator: { type: cursor, cursor_path: next, cursor_body_path: variables.after }',
      [
        '3: lint/overridden: "variables.after" is not sent as it stands here: the cursor paginator sets it | Leave it out, or set it in the paginator.',
      ],
    ],
    [
      'in a form',
      'method: POST, data: { offset: 0, q: x }, paginator: { type: offset, limit: 10, offset_body_path: offset, limit_body_path: limit }',
      [
        '3: lint/overridden: "offset" is not sent as it stands here: the offset paginator sets it | Leave it out, or set it in the paginator.',
      ],
    ],
  ])('%s', async (_, endpoint, expected) => {
    expect(await said(`resources:\n  - name: a\n    endpoint: { data_selector: items, ${endpoint} }\n`)).toEqual(expected);
  });
});
