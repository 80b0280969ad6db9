/** An answer of an API, as it is pasted. */
export interface Answer {
  /** What it is the answer to, without credentials. Undefined: to whatever comes next. */
  readonly url: string | undefined;
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const SEPARATOR = '\n---\n';

/**
 * Answers as text: status and headers as `curl -i` prints them, then the body; a line of dashes between two. Where several
 * requests are on their way at once, the first line says which one it answers: `GET https://…`.
 */
export function answersText(
  answers: readonly {
    readonly url?: string;
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly bodyText?: string;
  }[],
): string {
  return answers
    .map(({ url, status, headers, body, bodyText }) => {
      const shown = Object.entries(headers).filter(([name, value]) => name !== 'content-type' || !value.startsWith('application/json'));
      const head =
        status === 200 && shown.length === 0 ? '' : [`HTTP ${status}`, ...shown.map((each) => each.join(': ')), '', ''].join('\n');
      return (url === undefined ? '' : `GET ${url}\n`) + head + (bodyText ?? (body === undefined ? '' : JSON.stringify(body, null, 2)));
    })
    .join(SEPARATOR);
}

/** Reads answers as they were pasted: a bare body is one with status 200, in JSON. */
export function parseAnswers(text: string): readonly Answer[] {
  if (text.trim() === '') return [];
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n-{3,}[ \t]*(?:\n|$)/)
    .map(parseAnswer);
}

function parseAnswer(text: string): Answer {
  const [line, url] = /^\n*[A-Z]+ (https?:\/\/\S+)[ \t]*(?:\n|$)/.exec(text) ?? [''];
  const plain = text.slice(line.length).replace(/^\n+/, '');
  const status = /^HTTP(?:\/[\d.]+)?\s+(\d{3})[^\n]*/.exec(plain);
  if (status === null) return { url, status: 200, headers: { 'content-type': 'application/json' }, body: plain };
  const end = plain.indexOf('\n\n');
  const head = end === -1 ? plain : plain.slice(0, end);
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  for (const line of head.split('\n').slice(1)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { url, status: Number(status[1]), headers, body: end === -1 ? '' : plain.slice(end + 2) };
}
