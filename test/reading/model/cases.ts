import type { Case } from './case.js';
import { PAGING_CASES } from './cases-paging.js';
import { WATERMARK_CASES } from './cases-watermark.js';

/** Cases that are played before any random one: each was a counterexample once. Paste what a failure prints into one of the two. */
export const CASES: Readonly<Record<string, Case>> = { ...WATERMARK_CASES, ...PAGING_CASES };
