import { type Code, code } from '../../code.js';
import { testHelper } from '../symbols.js';

/** Helpers of `test/replay.ts` that some tests alone call: a test file imports those that its code has. */

/** `answering(requests, answers)`: each request has the answer of its address. */
export const ANSWERING: Code = testHelper('answering');

/** `bodyOf(answer)`: its parsed body. */
export const BODY_OF: Code = testHelper('bodyOf');

/** `cutFile(answer)`: a gzip file that ends before its end. */
export const CUT_FILE: Code = testHelper('cutFile');

/** `edited(answer, { 'data.0.id': 7 })`: with other values in its body. */
export const EDITED: Code = testHelper('edited');

/** The names of error classes that tests expect, as they are without the prefix of the package. */
export const RESPONSE_ERROR: Code = code`ResponseError`;
export const RECORD_ERROR: Code = code`RecordError`;
