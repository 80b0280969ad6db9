import type { JsonObject } from './body.js';
import { recordsAt, detect, withRecords, type Detected } from './detect.js';
import type { Exchange, Finding, Paging } from './exchange.js';
import { nextRequest, type NextRequest } from './next-request.js';
import { counted } from './words.js';

/** Sends a request to the API; a text says why there is no answer. */
export type Ask = (request: NextRequest) => Promise<Exchange | string>;

/**
 * Looks at the page after this one, asked for as the paginator that is proposed would ask, and at the ways to go on that
 * are used most where nothing was proposed. What a second page says is certain: other records came, or the same ones.
 */
export async function look(first: Exchange, ask: Ask): Promise<Detected | undefined> {
  const detected = detect([first]);
  if (detected === undefined) return undefined;
  const proposed = await tryPaging(detected.paging, detected, first, ask);
  if (proposed !== undefined) return proposed;
  for (const guess of detected.guesses) {
    const found = await tryPaging(guess, detected, first, ask);
    if (found?.paging.sure === true) return { ...found, paging: { ...found.paging, reason: guess.reason } };
  }
  return detected;
}

/** What the second page says of a paginator; undefined where there is none to ask for. */
async function tryPaging(paging: Finding<Paging>, detected: Detected, first: Exchange, ask: Ask): Promise<Detected | undefined> {
  const request = nextRequest(paging.value.paginator, first, detected.records, detected.pageSize);
  if (request === undefined) return undefined;
  const second = await ask(request);
  const told = (reason: string, isSure: boolean): Detected => ({
    ...detected,
    paging: { ...paging, reason: `${paging.reason}; ${reason}`, sure: isSure },
  });
  if (typeof second === 'string') return told(`the next page was asked for, and there was ${second}`, false);
  const records = recordsAt(second.body, detected.list);
  const others = withoutKnown(records, detected.records);
  if (records.length === 0) {
    const isShort = detected.total !== undefined && detected.total.count > detected.pageSize;
    return told(isShort ? 'the next page was asked for, and is empty' : 'the page after it is empty', paging.sure && !isShort);
  }
  if (others.length === 0) return told('the next page was asked for, and has the same records', false);
  const seen = withRecords(detected, [...detected.records, ...records]);
  return {
    ...seen,
    paging: { ...paging, reason: `${paging.reason}; the next page has ${counted(others.length, 'other record')}`, sure: true },
  };
}

function withoutKnown(records: readonly JsonObject[], known: readonly JsonObject[]): readonly JsonObject[] {
  const seen = new Set(known.map((each) => JSON.stringify(each)));
  return records.filter((each) => !seen.has(JSON.stringify(each)));
}
