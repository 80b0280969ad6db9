import type { JsonValue } from '../../../generator/shape.js';
import { rows, type Answered } from './support.js';

/** Answers in the style of real APIs and servers, written by hand, and what they say of themselves. */
export interface Style {
  readonly name: string;
  readonly answers: readonly Answered[];
  readonly selector: string;
  readonly paginator: { readonly [key: string]: JsonValue };
  readonly sure: boolean;
  /** Fields of the key, joined; null: none is found. */
  readonly key: string | null;
}

const named = (count: number, more: (index: number) => { readonly [key: string]: JsonValue } = () => ({})): JsonValue[] =>
  Array.from({ length: count }, (_, index) => ({ name: `thing-${index}`, ...more(index) }));

function style(
  name: string,
  answer: Answered | readonly Answered[],
  selector: string,
  paginator: Style['paginator'],
  key: string | null = 'id',
  sure = true,
): Style {
  return { name, answers: Array.isArray(answer) ? (answer as readonly Answered[]) : [answer as Answered], selector, paginator, sure, key };
}

export const STYLES: readonly Style[] = [
  // links
  style(
    'GitHub: a Link header',
    {
      url: '/users?per_page=2',
      body: rows(2),
      headers: { link: '<https://api.example.com/users?page=2>; rel="next", <https://api.example.com/users?page=9>; rel="last"' },
    },
    '$',
    { type: 'header_link' },
  ),
  style(
    'a Link header on the last page',
    { url: '/users', body: rows(2), headers: { link: '<https://api.example.com/users?page=1>; rel="first"' } },
    '$',
    { type: 'header_link' },
  ),
  style(
    'Sentry: a Link header that always has next',
    {
      url: '/issues/',
      body: rows(2),
      headers: { link: '<https://api.example.com/issues/?cursor=0:100:0>; rel="next"; results="false"; cursor="0:100:0"' },
    },
    '$',
    { type: 'header_link' },
    'id',
    false,
  ),
  style(
    'Kinto: Next-Page',
    {
      url: '/v1/buckets/b/collections/c/records?_limit=2',
      body: { data: rows(2) },
      headers: { 'next-page': 'https://api.example.com/v1/buckets/b/collections/c/records?_limit=2&_token=eyJ' },
    },
    'data',
    { type: 'header_link', links_header: 'Next-Page' },
  ),
  style(
    'OData 4',
    {
      url: '/odata/v4/cat/Books',
      body: {
        '@odata.context': '$metadata#Books',
        value: [
          { ID: 1, title: 'a' },
          { ID: 2, title: 'b' },
        ],
        '@odata.nextLink': 'https://api.example.com/odata/v4/cat/Books?$skiptoken=2',
      },
    },
    'value',
    { type: 'json_link', next_url_path: "['@odata.nextLink']" },
    'ID',
  ),
  style(
    'OData 4, a relative link',
    {
      url: '/odata/v4/cat/Books',
      body: { '@odata.context': '$metadata#Books', value: [{ ID: 1 }, { ID: 2 }], '@odata.nextLink': 'Books?$skiptoken=2' },
    },
    'value',
    { type: 'json_link', next_url_path: "['@odata.nextLink']" },
    'ID',
  ),
  style(
    'OData 4, relative to the service',
    {
      url: '/odata/v4/cat/Authors(1)/notes',
      body: { '@odata.context': '$metadata#notes', value: [{ ID: 1 }, { ID: 2 }], '@odata.nextLink': 'Authors(1)/notes?%24skiptoken=10' },
    },
    'value',
    { type: 'json_link', next_url_path: "['@odata.nextLink']", link_base: 'base_url' },
    'ID',
  ),
  style(
    'OData 4, the last page',
    { url: '/odata/v4/cat/Books', body: { '@odata.context': '$metadata#Books', value: [{ ID: 1 }, { ID: 2 }] } },
    'value',
    { type: 'json_link', next_url_path: "['@odata.nextLink']" },
    'ID',
  ),
  style(
    'OData 3',
    {
      url: '/odata/Products',
      body: {
        'odata.metadata': 'https://api.example.com/odata/$metadata#Products',
        value: rows(2),
        'odata.nextLink': 'https://api.example.com/odata/Products?$skiptoken=2',
      },
    },
    'value',
    { type: 'json_link', next_url_path: "['odata.nextLink']" },
  ),
  style(
    'OData 2',
    { url: '/odata/Products', body: { d: { results: rows(2), __next: 'https://api.example.com/odata/Products?$skiptoken=2' } } },
    'd.results',
    { type: 'json_link', next_url_path: 'd.__next' },
  ),
  style('a nextLink with neither / nor ?', { url: '/Capped', body: { value: rows(2), nextLink: 'Capped?$skiptoken=10' } }, 'value', {
    type: 'json_link',
    next_url_path: 'nextLink',
  }),
  style(
    'HAL',
    {
      url: '/orders',
      body: { _links: { self: { href: '/orders' }, next: { href: '/orders?page=2' } }, _embedded: { 'ea:order': rows(2) } },
    },
    "$['_embedded']['ea:order']",
    { type: 'json_link', next_url_path: '_links.next.href' },
  ),
  style(
    'Spring Data REST',
    {
      url: '/items',
      body: {
        _embedded: { items: named(2) },
        _links: { first: { href: 'https://api.example.com/items?page=0' }, next: { href: 'https://api.example.com/items?page=1' } },
        page: { size: 2, totalElements: 20, totalPages: 10, number: 0 },
      },
    },
    '_embedded.items',
    { type: 'json_link', next_url_path: '_links.next.href' },
    'name',
    true,
  ),
  style(
    'Spring: a Page',
    {
      url: '/items?page=0&size=2',
      body: {
        content: rows(2),
        pageable: { pageNumber: 0, pageSize: 2, offset: 0 },
        totalPages: 10,
        totalElements: 20,
        last: false,
        number: 0,
        size: 2,
        numberOfElements: 2,
        first: true,
        empty: false,
      },
    },
    'content',
    { type: 'page_number', base_page: 0, page_param: 'page', limit: 2, limit_param: 'size', total_path: 'totalPages' },
  ),
  style(
    'Spring: a Page, asked for nothing',
    { url: '/items', body: { content: rows(2), totalPages: 10, totalElements: 20, number: 0, size: 2 } },
    'content',
    { type: 'page_number', base_page: 0, page_param: 'page', limit: 2, limit_param: 'size', total_path: 'totalPages' },
  ),
  style(
    'JSON:API',
    {
      url: '/articles',
      body: {
        data: [
          { type: 'articles', id: '1', attributes: { title: 'a' } },
          { type: 'articles', id: '2', attributes: { title: 'b' } },
        ],
        included: rows(9),
        links: { self: '/articles', next: '/articles?page[number]=2' },
      },
    },
    'data',
    { type: 'json_link', next_url_path: 'links.next' },
  ),
  style(
    'JSON:API, the last page',
    {
      url: '/articles',
      body: {
        data: rows(2),
        links: { self: '/articles', first: 'https://api.example.com/articles?page[number]=1', prev: null, next: null },
      },
    },
    'data',
    { type: 'json_link', next_url_path: 'links.next' },
  ),
  style(
    'DRF',
    { url: '/things/', body: { count: 50, next: 'https://api.example.com/things/?page=2', previous: null, results: rows(2) } },
    'results',
    { type: 'json_link', next_url_path: 'next' },
  ),
  style('DRF, one page', { url: '/things/', body: { count: 2, next: null, previous: null, results: rows(2) } }, 'results', {
    type: 'json_link',
    next_url_path: 'next',
  }),
  style(
    'Twilio: next_page_uri',
    {
      url: '/2010-04-01/Accounts/AC1/Calls.json',
      body: { page: 0, page_size: 2, calls: [{ sid: 'a' }, { sid: 'b' }], next_page_uri: '/2010-04-01/Accounts/AC1/Calls.json?Page=1' },
    },
    'calls',
    { type: 'json_link', next_url_path: 'next_page_uri' },
    'sid',
  ),
  style(
    'Laravel: next_page_url',
    {
      url: '/posts',
      body: { current_page: 1, data: rows(2), next_page_url: 'https://api.example.com/posts?page=2', prev_page_url: null, last_page: 3 },
    },
    'data',
    { type: 'json_link', next_url_path: 'next_page_url' },
  ),
  style(
    'Datasette: next_url',
    { url: '/db/t.json?_shape=objects', body: { rows: rows(2), next: '100', next_url: 'https://api.example.com/db/t.json?_next=100' } },
    'rows',
    { type: 'json_link', next_url_path: 'next_url' },
  ),
  style(
    'OGC API',
    {
      url: '/collections/obs/items?limit=2',
      body: {
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', id: 1, properties: {}, geometry: null },
          { type: 'Feature', id: 2, properties: {}, geometry: null },
        ],
        numberMatched: 50,
        numberReturned: 2,
        links: [
          { rel: 'self', href: '/collections/obs/items' },
          { rel: 'next', href: '/collections/obs/items?offset=2' },
        ],
      },
    },
    'features',
    { type: 'json_link', next_url_path: "links[?@.rel=='next'].href" },
  ),
  style(
    'OGC API, the last page',
    {
      url: '/collections/obs/items',
      body: {
        features: rows(2),
        links: [
          { rel: 'self', href: '/collections/obs/items' },
          { rel: 'prev', href: '/collections/obs/items?offset=0' },
        ],
      },
    },
    'features',
    { type: 'json_link', next_url_path: "links[?@.rel=='next'].href" },
  ),
  style(
    'STAC: a next link with a body',
    {
      url: '/search',
      sent: { limit: 2 },
      body: {
        features: rows(2),
        links: [{ rel: 'next', method: 'POST', href: 'https://api.example.com/search', body: { token: 'next:x' }, merge: true }],
      },
    },
    'features',
    {
      type: 'json_link',
      next_url_path: "links[?@.rel=='next'].href",
      next_body_path: "links[?@.rel=='next'].body",
      next_method_path: "links[?@.rel=='next'].method",
    },
  ),
  style(
    'FHIR',
    {
      url: '/fhir/Patient',
      body: {
        resourceType: 'Bundle',
        type: 'searchset',
        total: 50,
        link: [
          { relation: 'self', url: 'https://api.example.com/fhir/Patient' },
          { relation: 'next', url: 'https://api.example.com/fhir?_getpages=x' },
        ],
        entry: [
          { fullUrl: 'a', resource: { resourceType: 'Patient', id: '1' } },
          { fullUrl: 'b', resource: { resourceType: 'Patient', id: '2' } },
        ],
      },
    },
    'entry[*].resource',
    { type: 'json_link', next_url_path: "link[?@.relation=='next'].url" },
  ),
  style(
    'Plone: batching',
    {
      url: '/++api++/news',
      body: {
        '@id': '/news',
        batching: { '@id': '/news', first: '/news?b_start=0', next: '/news?b_start=2' },
        items: [
          { '@id': '/a', title: 'a' },
          { '@id': '/b', title: 'b' },
        ],
        items_total: 50,
      },
    },
    'items',
    { type: 'json_link', next_url_path: 'batching.next' },
    '@id',
  ),

  // cursors
  style(
    'Relay in the query',
    {
      url: '/v1/users?first=2&after=',
      body: {
        edges: [
          { cursor: 'a', node: { id: 1 } },
          { cursor: 'b', node: { id: 2 } },
        ],
        pageInfo: { endCursor: 'b', hasNextPage: true },
      },
    },
    'edges[*].node',
    { type: 'cursor', cursor_path: 'pageInfo.endCursor', cursor_param: 'after', has_more_path: 'pageInfo.hasNextPage' },
  ),
  style(
    'Relay in GraphQL',
    {
      url: '/graphql',
      sent: {
        query: 'query($cursor: String) { things(first: 2, after: $cursor) { nodes { id } pageInfo { endCursor hasNextPage } } }',
        variables: {},
      },
      body: { data: { things: { nodes: rows(2), pageInfo: { endCursor: 'b', hasNextPage: true } } } },
    },
    'data.things.nodes',
    {
      type: 'cursor',
      cursor_path: 'data.things.pageInfo.endCursor',
      cursor_body_path: 'variables.cursor',
      has_more_path: 'data.things.pageInfo.hasNextPage',
    },
  ),
  style(
    'MediaWiki: continue',
    {
      url: '/w/api.php?action=query&list=allpages&aplimit=2&format=json',
      body: {
        batchcomplete: '',
        continue: { apcontinue: 'Page_010', continue: '-||' },
        query: {
          allpages: [
            { pageid: 7, ns: 0, title: 'a' },
            { pageid: 9, ns: 0, title: 'b' },
          ],
        },
      },
    },
    'query.allpages',
    { type: 'cursor', cursor_object_path: 'continue' },
    'pageid',
    true,
  ),
  style(
    'MediaWiki: pages by id',
    {
      url: '/w/api.php?action=query&generator=allpages&format=json',
      body: {
        continue: { gapcontinue: 'x', continue: 'gapcontinue||' },
        query: { pages: { '17': { pageid: 17, title: 'a' }, '18': { pageid: 18, title: 'b' } } },
      },
    },
    'query.pages[*]',
    { type: 'cursor', cursor_object_path: 'continue' },
    'pageid',
    true,
  ),
  style(
    'Solr: cursorMark',
    {
      url: '/solr/things/select?q=*:*&sort=id+asc&rows=2&cursorMark=*',
      body: { responseHeader: { status: 0 }, response: { numFound: 25, start: 0, docs: rows(2) }, nextCursorMark: 'AoE' },
    },
    'response.docs',
    {
      type: 'cursor',
      cursor: '*',
      cursor_path: 'nextCursorMark',
      cursor_param: 'cursorMark',
      limit: 2,
      limit_param: 'rows',
      stop_after_repeated_cursor: true,
    },
  ),
  style(
    'Solr: start and rows',
    { url: '/solr/things/select?q=*:*&rows=2&start=0', body: { response: { numFound: 25, start: 0, docs: rows(2) }, facet_counts: {} } },
    'response.docs',
    { type: 'offset', limit: 2, offset_param: 'start', limit_param: 'rows', total_path: 'response.numFound' },
  ),
  style(
    'Solr, asked for nothing',
    { url: '/solr/things/select?q=*:*', body: { response: { numFound: 25, start: 0, docs: rows(2) } } },
    'response.docs',
    { type: 'offset', limit: 2, offset_param: 'start', limit_param: 'rows', total_path: 'response.numFound' },
  ),
  style(
    'CouchDB: _changes',
    {
      url: '/db/_changes?limit=2&since=0',
      body: {
        results: [
          { seq: 1, id: 'a', changes: [{ rev: '1' }] },
          { seq: 2, id: 'b', changes: [{ rev: '1' }] },
        ],
        last_seq: 2,
      },
    },
    'results',
    { type: 'cursor', cursor_path: 'last_seq', cursor_param: 'since', limit: 2, limit_param: 'limit', stop_after_repeated_cursor: true },
  ),
  style(
    'CouchDB: _all_docs',
    {
      url: '/db/_all_docs?limit=2&include_docs=true',
      body: {
        total_rows: 30,
        offset: 0,
        rows: [
          { id: 'a', key: 'a', value: { rev: '1' }, doc: { _id: 'a' } },
          { id: 'b', key: 'b', value: { rev: '1' }, doc: { _id: 'b' } },
        ],
      },
    },
    'rows[*].doc',
    { type: 'offset', limit: 2, offset_param: 'skip', limit_param: 'limit', total_path: 'total_rows' },
    '_id',
  ),
  style(
    'CouchDB: _find',
    { url: '/db/_find', sent: { selector: {}, limit: 2 }, body: { docs: [{ _id: 'a' }, { _id: 'b' }], bookmark: 'g1AAAA' } },
    'docs',
    {
      type: 'cursor',
      cursor_path: 'bookmark',
      cursor_body_path: 'bookmark',
      limit: 2,
      limit_body_path: 'limit',
      stop_after_empty_page: true,
    },
    '_id',
  ),
  style(
    'Matrix: messages',
    {
      url: '/_matrix/client/v3/rooms/r/messages?dir=b&limit=2',
      body: {
        start: 't1',
        end: 't2',
        chunk: [
          { event_id: '$a', type: 'm' },
          { event_id: '$b', type: 'm' },
        ],
      },
    },
    'chunk',
    { type: 'cursor', cursor_path: 'end', cursor_param: 'from', limit: 2, limit_param: 'limit' },
    'event_id',
    true,
  ),
  style(
    'Synapse: users',
    { url: '/_synapse/admin/v2/users?from=0&limit=2', body: { users: named(2), next_token: '2', total: 25 } },
    'users',
    { type: 'cursor', cursor_path: 'next_token', cursor_param: 'from', limit: 2, limit_param: 'limit' },
    'name',
    true,
  ),
  style(
    'Google: nextPageToken',
    { url: '/calendar/v3/events?maxResults=2', body: { kind: 'calendar#events', items: rows(2), nextPageToken: 'x' } },
    'items',
    { type: 'cursor', cursor_path: 'nextPageToken', cursor_param: 'pageToken', limit: 2, limit_param: 'maxResults' },
  ),
  style(
    'Slack',
    { url: '/api/conversations.list?limit=2', body: { ok: true, channels: rows(2), response_metadata: { next_cursor: 'dGVhbTpD' } } },
    'channels',
    { type: 'cursor', cursor_path: 'response_metadata.next_cursor', cursor_param: 'cursor', limit: 2, limit_param: 'limit' },
  ),
  style(
    'HubSpot',
    {
      url: '/crm/v3/objects/contacts?limit=2',
      body: { results: rows(2), paging: { next: { after: '3', link: 'https://api.example.com/crm/v3/objects/contacts?after=3' } } },
    },
    'results',
    { type: 'json_link', next_url_path: 'paging.next.link' },
  ),
  style(
    'Notion',
    { url: '/v1/users?start_cursor=a&page_size=2', body: { object: 'list', results: rows(2), next_cursor: 'b', has_more: true } },
    'results',
    {
      type: 'cursor',
      cursor_path: 'next_cursor',
      cursor_param: 'start_cursor',
      limit: 2,
      limit_param: 'page_size',
      has_more_path: 'has_more',
    },
  ),
  style(
    'Stripe',
    {
      url: '/v1/customers?limit=2',
      body: { object: 'list', data: [{ id: 'cus_1' }, { id: 'cus_2' }], has_more: true, url: '/v1/customers' },
    },
    'data',
    { type: 'cursor', cursor_path: 'last.id', cursor_param: 'starting_after', limit: 2, limit_param: 'limit', has_more_path: 'has_more' },
  ),
  style(
    'Kubernetes',
    {
      url: '/api/v1/pods?limit=2',
      body: {
        kind: 'PodList',
        metadata: { resourceVersion: '1', continue: 'eyJ2' },
        items: [{ metadata: { name: 'a', uid: 'u1' } }, { metadata: { name: 'b', uid: 'u2' } }],
      },
    },
    'items',
    { type: 'cursor', cursor_path: 'metadata.continue', cursor_param: 'continue', limit: 2, limit_param: 'limit' },
    'metadata.uid',
  ),
  style(
    'MLflow',
    {
      url: '/api/2.0/mlflow/runs/search',
      sent: { experiment_ids: ['1'], max_results: 2 },
      body: {
        runs: [
          { info: { run_id: 'a' }, data: {} },
          { info: { run_id: 'b' }, data: {} },
        ],
        next_page_token: 'Ck',
      },
    },
    'runs',
    { type: 'cursor', cursor_path: 'next_page_token', cursor_body_path: 'page_token', limit: 2, limit_body_path: 'max_results' },
    'info.run_id',
    false,
  ),
  style(
    'fastapi-pagination: a cursor',
    { url: '/things', body: { items: rows(2), total: 50, current_page: 'Pg%3D', next_page: 'Pmk6MTA%3D' } },
    'items',
    { type: 'cursor', cursor_path: 'next_page', cursor_param: 'page' },
    'id',
    false,
  ),
  style(
    'a cursor of any name',
    { url: '/things', body: { items: rows(2), meta: { next_cursor: 'abc' } } },
    'items',
    { type: 'cursor', cursor_path: 'meta.next_cursor', cursor_param: 'cursor' },
    'id',
    false,
  ),
  style('a cursor in a header', { url: '/things?cursor=a', body: rows(2), headers: { 'x-next-cursor': 'b' } }, '$', {
    type: 'header_cursor',
    cursor_key: 'X-Next-Cursor',
    cursor_param: 'cursor',
  }),
  style('the next page in a header', { url: '/things?page=1', body: rows(2), headers: { 'x-next-page': '2', 'x-total-pages': '9' } }, '$', {
    type: 'header_cursor',
    cursor_key: 'X-Next-Page',
    cursor_param: 'page',
  }),

  // counting
  style(
    'SCIM',
    {
      url: '/scim/v2/Users?startIndex=1&count=2',
      body: {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
        totalResults: 31,
        startIndex: 1,
        itemsPerPage: 2,
        Resources: [{ id: 'a' }, { id: 'b' }],
      },
    },
    'Resources',
    { type: 'offset', offset: 1, limit: 2, offset_param: 'startIndex', limit_param: 'count', total_path: 'totalResults' },
  ),
  style(
    'SCIM, asked for nothing',
    {
      url: '/scim/v2/Users',
      body: { schemas: ['x'], totalResults: 31, startIndex: 1, itemsPerPage: 2, Resources: [{ id: 'a' }, { id: 'b' }] },
    },
    'Resources',
    { type: 'offset', offset: 1, limit: 2, offset_param: 'startIndex', limit_param: 'count', total_path: 'totalResults' },
  ),
  style(
    'Strapi: pages',
    {
      url: '/api/articles?pagination[page]=1&pagination[pageSize]=2',
      body: {
        data: rows(2, (index) => ({ documentId: `d${index}` })),
        meta: { pagination: { page: 1, pageSize: 2, pageCount: 15, total: 30 } },
      },
    },
    'data',
    {
      type: 'page_number',
      base_page: 1,
      page_param: 'pagination[page]',
      limit: 2,
      limit_param: 'pagination[pageSize]',
      total_path: 'meta.pagination.pageCount',
    },
    'documentId',
  ),
  style(
    'Strapi, asked for nothing',
    { url: '/api/articles', body: { data: rows(2), meta: { pagination: { page: 1, pageSize: 2, pageCount: 15, total: 30 } } } },
    'data',
    {
      type: 'page_number',
      base_page: 1,
      page_param: 'pagination[page]',
      limit: 2,
      limit_param: 'pagination[pageSize]',
      total_path: 'meta.pagination.pageCount',
    },
  ),
  style(
    'Strapi: start and limit',
    {
      url: '/api/articles?pagination[start]=0&pagination[limit]=2',
      body: { data: rows(2), meta: { pagination: { start: 0, limit: 2, total: 30 } } },
    },
    'data',
    { type: 'offset', limit: 2, offset_param: 'pagination[start]', limit_param: 'pagination[limit]', total_path: 'meta.pagination.total' },
  ),
  style(
    'FeatureServer',
    {
      url: '/arcgis/rest/services/x/FeatureServer/0/query?where=1=1&resultOffset=0&resultRecordCount=2',
      body: {
        objectIdFieldName: 'OBJECTID',
        fields: [{ name: 'OBJECTID' }, { name: 'n' }],
        exceededTransferLimit: true,
        features: [{ attributes: { OBJECTID: 1, n: 'a' } }, { attributes: { OBJECTID: 2, n: 'b' } }],
      },
    },
    'features[*].attributes',
    {
      type: 'offset',
      limit: 2,
      offset_param: 'resultOffset',
      limit_param: 'resultRecordCount',
      has_more_path: 'exceededTransferLimit',
      has_more_absent: 'end',
    },
    'OBJECTID',
  ),
  style(
    'FeatureServer, asked for nothing',
    {
      url: '/arcgis/rest/services/x/FeatureServer/0/query?where=1=1',
      body: {
        objectIdFieldName: 'OBJECTID',
        exceededTransferLimit: true,
        features: [{ attributes: { OBJECTID: 1 } }, { attributes: { OBJECTID: 2 } }],
      },
    },
    'features[*].attributes',
    {
      type: 'offset',
      limit: 2,
      offset_param: 'resultOffset',
      limit_param: 'resultRecordCount',
      has_more_path: 'exceededTransferLimit',
      has_more_absent: 'end',
    },
    'OBJECTID',
  ),
  style(
    'Elasticsearch',
    {
      url: '/things/_search',
      sent: { query: { match_all: {} }, from: 0, size: 2 },
      body: {
        took: 1,
        timed_out: false,
        _shards: { total: 1 },
        hits: {
          total: { value: 50, relation: 'eq' },
          hits: [
            { _index: 'things', _id: 'a', _source: {} },
            { _index: 'things', _id: 'b', _source: {} },
          ],
        },
      },
    },
    'hits.hits',
    { type: 'offset', limit: 2, offset_body_path: 'from', limit_body_path: 'size', total_path: 'hits.total.value' },
    '_id',
  ),
  style('Keycloak: first and max', { url: '/admin/realms/r/users?first=0&max=2', body: rows(2) }, '$', {
    type: 'offset',
    limit: 2,
    offset_param: 'first',
    limit_param: 'max',
  }),
  style(
    'Jira',
    {
      url: '/rest/api/2/search',
      body: {
        startAt: 0,
        maxResults: 2,
        total: 12,
        issues: [
          { id: '1', key: 'A-1' },
          { id: '2', key: 'A-2' },
        ],
      },
    },
    'issues',
    { type: 'offset', limit: 2, offset_param: 'startAt', limit_param: 'maxResults', total_path: 'total' },
  ),
  style(
    'WordPress without Link',
    { url: '/wp-json/wp/v2/posts?page=1&per_page=2', body: rows(2), headers: { 'x-wp-total': '30', 'x-wp-totalpages': '15' } },
    '$',
    {
      type: 'page_number',
      base_page: 1,
      page_param: 'page',
      limit: 2,
      limit_param: 'per_page',
      total_header: 'X-WP-TotalPages',
      total: 'pages',
    },
  ),
  style('json-server: a total in a header', { url: '/posts?_start=0&_limit=2', body: rows(2), headers: { 'x-total-count': '9' } }, '$', {
    type: 'offset',
    limit: 2,
    offset_param: '_start',
    limit_param: '_limit',
    total_header: 'X-Total-Count',
  }),
  style(
    'Label Studio: pages, and a total of records',
    { url: '/api/tasks?page=1&page_size=2', body: { tasks: rows(2), total: 50, total_annotations: 3 } },
    'tasks',
    { type: 'page_number', base_page: 1, page_param: 'page', limit: 2, limit_param: 'page_size', total_path: 'total', total: 'records' },
  ),
  style(
    'Airflow',
    { url: '/api/v2/dags?limit=2&offset=0', body: { dags: [{ dag_id: 'a' }, { dag_id: 'b' }], total_entries: 120 } },
    'dags',
    { type: 'offset', limit: 2, offset_param: 'offset', limit_param: 'limit', total_path: 'total_entries' },
    'dag_id',
  ),
  style(
    'Prefect: in the body',
    { url: '/api/flow_runs/paginate', sent: { limit: 2, page: 1 }, body: { results: rows(2), count: 40, limit: 2, pages: 20, page: 1 } },
    'results',
    { type: 'page_number', base_page: 1, page_body_path: 'page', limit: 2, limit_body_path: 'limit', total_path: 'pages' },
  ),
  style(
    'Superset: a page in rison',
    { url: '/api/v1/dashboard/?q=(page:0,page_size:2)', body: { count: 50, ids: [1, 2], result: rows(2) } },
    'result',
    { type: 'page_number', base_page: 0, page_param: 'q', page_template: '(page:{page},page_size:{limit})', limit: 2, limit_param: null },
  ),
  style(
    'Plone, asked with b_start',
    { url: '/@search?b_start=0&b_size=2', body: { items: [{ '@id': '/a' }, { '@id': '/b' }], items_total: 50 } },
    'items',
    { type: 'offset', limit: 2, offset_param: 'b_start', limit_param: 'b_size', total_path: 'items_total' },
    '@id',
  ),

  // two answers
  style(
    'two answers: a page',
    [
      { url: '/things', body: { items: rows(3) } },
      { url: '/things?p=2', body: { items: rows(3, undefined, 4) } },
    ],
    'items',
    { type: 'page_number', base_page: 1, page_param: 'p' },
  ),
  style(
    'two answers: a position',
    [
      { url: '/things?pos=0', body: { items: rows(20) } },
      { url: '/things?pos=20', body: { items: rows(5, undefined, 21) } },
    ],
    'items',
    { type: 'offset', limit: 20, offset_param: 'pos', limit_param: null },
  ),
  style(
    'two answers: an odd cursor',
    [
      { url: '/things', body: { items: rows(2), state: { k: 'Zm9v' } } },
      { url: '/things?go_on=Zm9v', body: { items: rows(2, undefined, 3), state: { k: null } } },
    ],
    'items',
    { type: 'cursor', cursor_path: 'state.k', cursor_param: 'go_on' },
  ),
  style(
    'two answers: the last id',
    [
      { url: '/entries?limit=2', body: { entries: rows(2, undefined, 4711) } },
      { url: '/entries?limit=2&after_entry_id=4712', body: { entries: rows(2, undefined, 4713) } },
    ],
    'entries',
    { type: 'cursor', cursor_path: 'last.id', cursor_param: 'after_entry_id', limit: 2, limit_param: 'limit', stop_after_empty_page: true },
  ),
  style(
    'two answers: a URL at an odd place',
    [
      { url: '/things', body: { items: rows(2), forward: { to: 'https://api.example.com/things?x=1' } } },
      { url: '/things?x=1', body: { items: [] } },
    ],
    'items',
    { type: 'json_link', next_url_path: 'forward.to' },
  ),

  // which list
  style(
    'not the first list',
    { url: '/things', body: { tags: ['a', 'b'], filters: rows(3), things: rows(2), authors: rows(1) } },
    'things',
    { type: 'single_page' },
  ),
  style('the whole body', { url: '/things', body: rows(3) }, '$', { type: 'single_page' }),
  style(
    'Datasette: rows are lists',
    {
      url: '/db/t.json',
      body: {
        columns: ['a', 'b'],
        rows: Array.from({ length: 100 }, (_, index) => [index, 'x']),
        suggested_facets: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
        next: null,
      },
    },
    'rows',
    { type: 'single_page' },
    null,
    false,
  ),
];
