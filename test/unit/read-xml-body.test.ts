import { describe, expect, it } from 'vitest';
import { readXmlBody } from '../../shared/contracts/sources/read-xml-body.ts';

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

describe('XML', () => {
  it.each([
    ['an element with a text, trimmed', '<a> Jo\n</a>', { a: 'Jo' }],
    ['elements in one another, without their prefixes', '<s:a xmlns:s="urn:s"><s:b>1</s:b></s:a>', { a: { b: '1' } }],
    ['one that comes again', '<a><b>1</b><b>2</b><b>3</b></a>', { a: { b: ['1', '2', '3'] } }],
    ['a type', `<a ${XSI}><b xsi:type="sf:Lead"><c/></b></a>`, { a: { b: { '@type': 'Lead', c: '' } } }],
    ["XML's own entities, and letters by their numbers", '<a>&lt;R&#237;o&amp;&quot;</a>', { a: '<Río&"' }],
    ['what is not to be read as XML', '<a><![CDATA[<b>&]]></a>', { a: '<b>&' }],
  ])('is read: %s', (_, text, tree) => {
    expect(readXmlBody(text)).toEqual(tree);
  });

  it.each([
    ['no XML', '{"a":1}'],
    ['an element that does not end', '<a><b></a>'],
    ['a prefix that nobody has declared', '<sf:a/>'],
    ['an entity that nobody has declared', '<a>&b;</a>'],
    ['one that declares entities, which may be a file or a billion laughs', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['one that is deeper than any message', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
    ['nothing', ''],
  ])('is not: %s', (_, text) => {
    expect(() => readXmlBody(text)).toThrow();
  });
});
