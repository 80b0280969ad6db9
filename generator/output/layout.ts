/**
 * The layout of emitted files. Fixed: a configuration that lies around must not change what a spec makes. Keys keep their quotes:
 * which letters a bare one may have is a matter of Unicode's version, and that of a compiler may be older than a formatter's.
 */
export const LAYOUT = { printWidth: 120, singleQuote: true, quoteProps: 'preserve' } as const;
