// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

/** An instant in ISO 8601, cut to microseconds: databases would round it, or refuse it. A leap second is the last microsecond before it. */
export function instant(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  return /:60|\.\d{7}/.test(text) ? text.replace(/:60(?:\.\d+)?/, ':59.999999').replace(/(\.\d{6})\d+/, '$1') : text;
}

/** An instant in ISO 8601, in UTC and cut to microseconds. A leap second is the last microsecond before it. */
export function utc(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const ordinary = text.replace(/:60(?:\.\d+)?/, ':59.999999');
  const [, time = '', fraction = '', sign, hours, minutes] =
    /^(.{19})(\.\d{1,6})?\d*(?:Z|([+-])(\d\d):?(\d\d))$/.exec(ordinary) ?? [];
  if (sign === undefined) return time === '' ? text : `${time}${fraction}Z`;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  return `${new Date(Date.parse(`${time}Z`) - offset).toISOString().slice(0, -5)}${fraction}Z`;
}
