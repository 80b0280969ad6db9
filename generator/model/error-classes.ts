/** The classes of errors that a package may have beside its base, by what follows its name, in the order they are exported. */
export const ERROR_CLASSES = [
  'HttpError',
  'RateLimitedError',
  'NetworkError',
  'TimeoutError',
  'DeadlineError',
  'ResponseError',
  'AuthError',
  'PaginationError',
  'StateError',
  'OptionError',
  'HookError',
  'RecordError',
] as const;

export type ErrorClass = (typeof ERROR_CLASSES)[number];
