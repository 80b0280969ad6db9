/** How large a YAML text may be, and how deep. */

export const MAX_LEVELS = 64;

export const MAX_KEYS = 5_000;

export const MAX_ANCHORS = 1_000;

export const MAX_ALIASES = 10_000;

export const MAX_NODES = 100_000;
