// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { INSTANT, URI, castBoolean, castInteger, isObject } from '../internal/checks.ts';
import { LibraryRecordError, type ReadPosition } from '../errors.ts';
import { exactDecimal } from '../internal/exact-json.ts';
import { paperJsonSchema } from '../json-schemas/paper.ts';
import { standardSchema, type StandardSchema } from '../internal/standard-schema.ts';

export interface Paper {
  readonly id: string;
  /** An ISO 8601 instant. */
  readonly updated: string;
  readonly title: string;
  readonly pages: number | null;
  readonly withdrawn: boolean | null;
  /** A decimal number, with the digits it was sent with. */
  readonly score?: string | null;
  readonly author: readonly PaperAuthor[];
  readonly category: readonly PaperCategory[] | null;
  readonly journal: PaperJournal | null;
}

export interface PaperAuthor {
  readonly name: string | null;
  readonly 'arxiv:affiliation': string | null;
}

export interface PaperCategory {
  readonly '@term': string;
  readonly '@scheme': string | null;
}

export interface PaperJournal {
  readonly '@year': number | null;
  readonly '#text': string | null;
}

/**
 * Returns `paper` as a {@link Paper}: checked, and with null in the nullable fields that it leaves out.
 *
 * @throws {@link LibraryRecordError} that names the field.
 */
export function decodePaper(paper: unknown, place: ReadPosition): Paper {
  if (!isObject<keyof Paper>(paper)) throw new LibraryRecordError(place, '', 'an object', paper);
  if (typeof paper.id !== 'string' || !URI.test(paper.id)) {
    throw new LibraryRecordError(place, 'id', 'an absolute URI', paper.id);
  }
  if (typeof paper.updated !== 'string' || !INSTANT.test(paper.updated)) {
    throw new LibraryRecordError(place, 'updated', 'an ISO 8601 instant', paper.updated);
  }
  if (typeof paper.title !== 'string') throw new LibraryRecordError(place, 'title', 'a string', paper.title);
  if (paper.pages === '') paper.pages = null;
  if (paper.pages !== undefined) paper.pages = castInteger(paper.pages);
  paper.pages ??= null;
  if (paper.pages !== null && !Number.isSafeInteger(paper.pages)) {
    throw new LibraryRecordError(place, 'pages', 'a safe integer or null', paper.pages);
  }
  if (paper.withdrawn === '') paper.withdrawn = null;
  if (paper.withdrawn !== undefined) paper.withdrawn = castBoolean(paper.withdrawn);
  paper.withdrawn ??= null;
  if (paper.withdrawn !== null && typeof paper.withdrawn !== 'boolean') {
    throw new LibraryRecordError(place, 'withdrawn', 'true or false or null', paper.withdrawn);
  }
  if (paper.score === '') paper.score = null;
  if (paper.score !== undefined && paper.score !== null) {
    const exactScore = exactDecimal(paper, 'score');
    if (exactScore === undefined) {
      throw new LibraryRecordError(place, 'score', 'a decimal number or null', paper.score);
    }
    paper.score = exactScore;
  }
  const author = paper.author;
  if (!Array.isArray(author)) throw new LibraryRecordError(place, 'author', 'an array', author);
  for (let index2 = 0; index2 < author.length; index2++) {
    const authorItem: unknown = author[index2];
    if (!isObject<keyof PaperAuthor>(authorItem)) {
      throw new LibraryRecordError(place, `author[${index2}]`, 'an object', authorItem);
    }
    if (authorItem.name === '') authorItem.name = null;
    authorItem.name ??= null;
    if (authorItem.name !== null && typeof authorItem.name !== 'string') {
      throw new LibraryRecordError(place, `author[${index2}].name`, 'a string or null', authorItem.name);
    }
    if (authorItem['arxiv:affiliation'] === '') authorItem['arxiv:affiliation'] = null;
    authorItem['arxiv:affiliation'] ??= null;
    if (authorItem['arxiv:affiliation'] !== null && typeof authorItem['arxiv:affiliation'] !== 'string') {
      throw new LibraryRecordError(
        place,
        `author[${index2}]["arxiv:affiliation"]`,
        'a string or null',
        authorItem['arxiv:affiliation'],
      );
    }
  }
  if (paper.category === '') paper.category = null;
  const category = (paper.category ??= null);
  if (category !== null) {
    if (!Array.isArray(category)) throw new LibraryRecordError(place, 'category', 'an array or null', category);
    for (let index2 = 0; index2 < category.length; index2++) {
      const categoryItem: unknown = category[index2];
      if (!isObject<keyof PaperCategory>(categoryItem)) {
        throw new LibraryRecordError(place, `category[${index2}]`, 'an object', categoryItem);
      }
      if (typeof categoryItem['@term'] !== 'string') {
        throw new LibraryRecordError(place, `category[${index2}]["@term"]`, 'a string', categoryItem['@term']);
      }
      if (categoryItem['@scheme'] === '') categoryItem['@scheme'] = null;
      categoryItem['@scheme'] ??= null;
      if (categoryItem['@scheme'] !== null && typeof categoryItem['@scheme'] !== 'string') {
        throw new LibraryRecordError(
          place,
          `category[${index2}]["@scheme"]`,
          'a string or null',
          categoryItem['@scheme'],
        );
      }
    }
  }
  if (paper.journal === '') paper.journal = null;
  const journal = (paper.journal ??= null);
  if (journal !== null) {
    if (!isObject<keyof PaperJournal>(journal)) {
      throw new LibraryRecordError(place, 'journal', 'an object or null', journal);
    }
    if (journal['@year'] === '') journal['@year'] = null;
    if (journal['@year'] !== undefined) journal['@year'] = castInteger(journal['@year']);
    journal['@year'] ??= null;
    if (journal['@year'] !== null && !Number.isSafeInteger(journal['@year'])) {
      throw new LibraryRecordError(place, 'journal["@year"]', 'a safe integer or null', journal['@year']);
    }
    if (journal['#text'] === '') journal['#text'] = null;
    journal['#text'] ??= null;
    if (journal['#text'] !== null && typeof journal['#text'] !== 'string') {
      throw new LibraryRecordError(place, 'journal["#text"]', 'a string or null', journal['#text']);
    }
  }
  return paper as Paper; // every field was checked above
}

/** What a {@link Paper} has beyond its declared fields: it passes as it came. */
export function extraPaperFields({
  id,
  updated,
  title,
  pages,
  withdrawn,
  score,
  author,
  category,
  journal,
  ...extra
}: Paper): Readonly<Record<string, unknown>> {
  return extra;
}

/** {@link Paper} as a Standard Schema and Standard JSON Schema (https://standardschema.dev). Decodes a copy: its input stays as it is. */
export const paperSchema: StandardSchema<Paper> = /* @__PURE__ */ standardSchema(decodePaper, 'paper', paperJsonSchema);
