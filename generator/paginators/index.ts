import type { Shaped } from '../shape.js';
import { cursor } from './cursor.js';
import { headerCursor } from './header-cursor.js';
import { headerLink } from './header-link.js';
import { jobPages, type JobPagesModel } from './job.js';
import { jsonLink } from './json-link.js';
import { offset } from './offset.js';
import { pageNumber } from './page-number.js';
import { singlePage } from './single-page.js';

/** Every paginator: a new one is a file and a line here. */
export const paginators = [offset, pageNumber, cursor, jsonLink, headerLink, headerCursor, singlePage] as const;

type Every = (typeof paginators)[number];

/** Those, and what pages where a spec names none. */
export const everyPaginator = [...paginators, jobPages] as const;

/** What a spec may say under `paginator`. */
export type PaginatorSpec = Shaped<Every['shape']>;

/** A paginator with every default filled in. */
export type PaginatorModel = NonNullable<ReturnType<Every['build']>> | JobPagesModel;

export type PaginatorType = PaginatorModel['type'];
