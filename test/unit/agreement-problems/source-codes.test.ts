import { describe, expect, it } from 'vitest';
import { problemsBeside } from '../../support/agreement/beside-folder.ts';

/** The problems of a source with this map, each from its column on. */
const ofMap = async (map: string, more = ''): Promise<readonly string[]> => {
  const problems = await problemsBeside('sources', `sources:\n  - name: a\n    kind: json\n    map: ${map}\n${more}`);
  return problems.map((problem) => problem.replace(/^sources\.yaml:4:/, ''));
};

describe('a code that a map writes itself', () => {
  it.each([
    '{ location.country: DE }',
    '{ location.country: gb, location.region: GB-ENG, location.timeZone: Europe/London, language: en-GB }',
    '{ location.country: "{country}" }',
    '{ language: { column: lang, map: { deutsch: de, none: null }, default: nb } }',
    '{ location.country: { template: "{a}{b}" } }',
    '{ company.name: Germany, fields.country: Germany, source: NY }',
    '{ language: "" }',
    '{ location.country: Germany, location.region: Bayern, language: German }',
    '{ location.country: { column: land, map: { Deutschland: Germany, Inselreich: UK } } }',
    '{ location.country: US, location.region: NY }',
  ])('may be as in %s', async (map) => {
    expect(await ofMap(map)).toEqual([]);
  });

  it.each([
    ['{ location.country: Atlantis }', 'Atlantis', '"Atlantis" is no country of ISO 3166-1, such as DE or GB'],
    ['{ location.country: XX }', 'XX', '"XX" is no country of ISO 3166-1, such as DE or GB'],
    ['{ location.country: 49 }', '49', '"49" is no country of ISO 3166-1, such as DE or GB'],
    ['{ location.region: Bayern }', 'Bayern', '"Bayern" is no region of ISO 3166-2: did you mean DE-BY?'],
    ['{ location.timeZone: CET }', 'CET', '"CET" is an abbreviation: write the place, such as Europe/Berlin'],
    [
      '{ location.country: { column: land, map: { Deutschland: DE, Inselreich: Inselreich } } }',
      'Inselreich }',
      '"Inselreich" is no country of ISO 3166-1, such as DE or GB',
    ],
    [
      '{ language: { column: lang, default: germn } }',
      'germn',
      '"germn" is no language of BCP 47, such as en or de-AT',
    ],
  ])('that no lead can have is told where it is: %s', async (map, at, message) => {
    expect(await ofMap(map)).toEqual([`${'    map: '.length + map.lastIndexOf(at) + 1} ${message}`]);
  });

  it('is told of each of several, beside what has no sense and no shape', async () => {
    const map =
      '{ person.shoe: "{x}", location.country: Atlantis, language: { column: l, as: texts, map: { a: germn, b: [x] } } }';
    expect(await ofMap(map, '    test: no\n')).toEqual([
      expect.stringContaining('a lead has no field "person.shoe"'),
      expect.stringContaining('"Atlantis" is no country'),
      expect.stringContaining('got "texts"'),
      expect.stringContaining('"germn" is no language'),
      expect.stringContaining('expected text, a number, true or false, got a list'),
      expect.stringContaining('expected ignore or keep, got "no"'),
    ]);
  });
});
