// Code generated from spec.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate spec.yaml

import { expect, test } from 'vitest';
import { xml } from '../src/internal/xml.ts';

const place = { resource: 'entries', page: 1, attempt: 1, record: 0, state: undefined };
const read = (text: string) =>
  xml({ lists: ['feed.entry', 'feed.entry.tag'], objects: ['feed.entry.by'], texts: ['feed.entry.title'] }).parse(
    text,
    place,
  );
const entries = (text: string) => read(`<feed>${text}</feed>`);

test.each([
  ['', []],
  ['<entry><id>1</id></entry>', [{ id: '1', tag: [] }]],
  [
    '<entry id="1"/>\n<entry id=\'2\' />',
    [
      { '@id': '1', tag: [] },
      { '@id': '2', tag: [] },
    ],
  ],
  ['<entry><tag>a</tag></entry>', [{ tag: ['a'] }]],
  ['<entry><tag>a</tag><tag/></entry>', [{ tag: ['a', ''] }]],
  ['<entry><x>a</x><x>b</x></entry>', [{ x: ['a', 'b'], tag: [] }]],
  ['<entry><by>Ada</by></entry>', [{ by: { '#text': 'Ada' }, tag: [] }]],
  ['<entry><title type="text"> A &amp; B &#x41;&#66; </title></entry>', [{ title: 'A & B AB', tag: [] }]],
  ['<entry><x><![CDATA[<b>&amp;</b>]]></x><!-- <y> --></entry>', [{ x: '<b>&amp;</b>', tag: [] }]],
  ['<entry><x unit="m">5</x></entry>', [{ x: { '@unit': 'm', '#text': '5' }, tag: [] }]],
  ['<entry><x xsi:nil="true"/></entry>', [{ x: null, tag: [] }]],
  ['<entry><dc:date>2026</dc:date></entry>', [{ 'dc:date': '2026', tag: [] }]],
])('reads %j', (text, entry) => {
  expect(entries(text)).toEqual({ feed: { entry } });
});

test('reads a document with a declaration and namespaces', () => {
  expect(read('<?xml version="1.0"?>\n<feed xmlns="urn:a" xmlns:b="urn:b">\n</feed>\n')).toEqual({
    feed: { entry: [] },
  });
});

test.each([
  ['', 'malformed_body'],
  ['text', 'malformed_body'],
  ['<feed>', 'malformed_body'],
  ['<feed><entry></feed>', 'malformed_body'],
  ['<feed><entry></feed></entry>', 'malformed_body'],
  ['<feed></feed', 'malformed_body'],
  ['<feed/><feed/>', 'malformed_body'],
  ['<feed a=1/>', 'malformed_body'],
  ['<feed a="1"b="2"/>', 'malformed_body'],
  ['<feed a="1" a="2"/>', 'malformed_body'],
  ['<feed>a & b</feed>', 'malformed_body'],
  ['<feed><!-- </feed>', 'malformed_body'],
  ['</feed>', 'malformed_body'],
  ['<feed>&own;</feed>', 'not_xml'],
  ['<feed>&x41;</feed>', 'not_xml'],
  ['<feed>&#x110000;</feed>', 'not_xml'],
  ['<!DOCTYPE feed [<!ENTITY own "text">]><feed>&own;</feed>', 'not_xml'],
  ['<feed><__proto__>1</__proto__></feed>', 'not_xml'],
])('refuses %j', (text, code) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code }));
});
