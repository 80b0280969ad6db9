import { randomInt } from 'node:crypto';
import { serve } from './recorded-api.js';

/** Issues that change: an API which lists them by their last change, as GitHub can. */
export interface ChangingIssues {
  readonly url: string;
  /** Changes so many of them; each goes to the end of the list. */
  change(count: number): void;
  /** Calls back at the given request from now on. */
  whenAsked(requests: number, callback: () => void): void;
  /** What a table of them must hold, by id. */
  rows(): readonly { readonly id: string; readonly title: string; readonly comments: string }[];
}

interface Issue {
  readonly id: number;
  readonly title: string;
  readonly comments: number;
  /** Where it stands in the list. */
  readonly change: number;
}

export async function changingIssues(count: number, pageSize: number): Promise<ChangingIssues> {
  let list: Issue[] = Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    title: `Issue ${index + 1}`,
    comments: 0,
    change: index + 1,
  }));
  let last = count;
  let asked = 0;
  let awaited = { requests: Infinity, callback: (): void => undefined };
  const url = await serve((request, response) => {
    if (++asked === awaited.requests) awaited.callback();
    const after = Number(new URL(request.url ?? '', url).searchParams.get('after') ?? 0);
    const start = list.findIndex((issue) => issue.change > after);
    const page = start < 0 ? [] : list.slice(start, start + pageSize);
    const next = page.at(-1);
    const isLast = next === undefined || next.change === list.at(-1)?.change;
    const link = isLast ? {} : { link: `<${url}/repos/o/r/issues?per_page=${pageSize}&after=${next.change}>; rel="next"` };
    response.writeHead(200, { 'content-type': 'application/json', ...link }).end(JSON.stringify(page.map(wireIssue)));
  });
  return {
    url,
    change(changes) {
      const chosen = new Map(Array.from({ length: changes }, () => list[randomInt(list.length)]).map((issue) => [issue?.id, issue]));
      const changed = [...chosen.values()].flatMap((issue) =>
        issue === undefined
          ? []
          : [{ ...issue, title: `Issue ${issue.id}, change ${last + 1}`, comments: issue.comments + 1, change: ++last }],
      );
      list = [...list.filter((issue) => !chosen.has(issue.id)), ...changed];
    },
    whenAsked(requests, callback) {
      asked = 0;
      awaited = { requests, callback };
    },
    rows: () =>
      [...list].sort((a, b) => a.id - b.id).map(({ id, title, comments }) => ({ id: String(id), title, comments: String(comments) })),
  };
}

function wireIssue({ id, title, comments }: Issue): object {
  const user = {
    id: 1,
    node_id: 'n',
    login: 'octocat',
    type: 'User',
    site_admin: false,
    avatar_url: 'https://example.com/a',
    html_url: 'https://example.com/u',
  };
  const none = { total_count: 0, '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 };
  return {
    id,
    node_id: `n${id}`,
    number: id,
    title,
    body: null,
    state: 'open',
    locked: false,
    user,
    assignees: [user],
    labels: [{ id: 7, name: 'bug', color: null, description: null }],
    comments,
    reactions: none,
    author_association: 'NONE',
    html_url: 'https://example.com/i',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  };
}
