/** How the engine's patterns of times are called here: a name, or the pattern itself. */
export function formatOf(pattern: string): string {
  switch (pattern) {
    case '%s':
    case '%epoch_seconds':
      return 'epoch_s';
    case '%ms':
    case '%epoch_milliseconds':
      return 'epoch_ms';
    case '%s_as_float':
      return 'epoch_s';
    default:
      return pattern.replaceAll('%_ms', '%f');
  }
}

/** Whether every time in this pattern is an ISO 8601 instant as records mostly have it. */
export function isIso(pattern: string): boolean {
  return /^%Y-%m-%dT%H:%M:%S(?:\.%f|\.%_ms|\.000)?(?:Z|%z|\+00:?00|\+0000|%Z)$/.test(pattern);
}

/** Whether times in it are days. */
export function isDay(pattern: string): boolean {
  return pattern === '%Y-%m-%d';
}
