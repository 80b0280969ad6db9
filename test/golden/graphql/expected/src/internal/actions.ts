// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

/** What to do with an answer, whatever its status. */
export interface Action {
  /** `fail`: an error; `ignore`: the read ends here; `retry`, `rate_limited`: an error after which the request is made again. */
  readonly do: 'fail' | 'ignore' | 'retry' | 'rate_limited';
  /** What the error says. */
  readonly message?: string;
  /** How long to wait, in milliseconds, as the body says it. */
  readonly waitMs?: number;
}

/** The JSON in a text; undefined where there is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value says anything: null, false, 0, and empty texts, lists and objects do not. */
export function isSomething(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}

type Place = readonly (string | number)[];

/** How many milliseconds it takes until there is as much as is needed, by these places of a body; 0 where it does not say it. */
export function untilEnough(body: unknown, needed: Place, available: Place, perSecond: Place): number {
  const at = (place: Place): number => Number(place.reduce((value: unknown, key) => Object(value)[key], body) ?? NaN);
  const seconds = (at(needed) - at(available)) / at(perSecond);
  return seconds > 0 && seconds < Infinity ? Math.ceil(seconds * 1000) : 0;
}
