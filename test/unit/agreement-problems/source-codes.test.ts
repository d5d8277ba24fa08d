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
  ])('may be as in %s', async (map) => {
    expect(await ofMap(map)).toEqual([]);
  });

  it.each([
    ['{ location.country: Germany }', 'Germany', '"Germany" is no country of ISO 3166-1: did you mean DE?'],
    ['{ location.country: XX }', 'XX', '"XX" is no country of ISO 3166-1, such as DE or GB'],
    ['{ location.country: 49 }', '49', '"49" is no country of ISO 3166-1, such as DE or GB'],
    ['{ location.region: Bayern }', 'Bayern', '"Bayern" is no region of ISO 3166-2: did you mean DE-BY?'],
    ['{ location.timeZone: CET }', 'CET', '"CET" is an abbreviation: write the place, such as Europe/Berlin'],
    ['{ language: German }', 'German', '"German" is no language of BCP 47: did you mean de?'],
    [
      '{ location.country: { column: land, map: { Deutschland: DE, Inselreich: UK } } }',
      'UK',
      '"UK" is no country of ISO 3166-1: did you mean GB?',
    ],
    ['{ language: { column: lang, default: jp } }', 'jp', '"jp" is no language of BCP 47: did you mean ja?'],
  ])('that no lead can have is told where it is: %s', async (map, at, message) => {
    expect(await ofMap(map)).toEqual([`${'    map: '.length + map.lastIndexOf(at) + 1} ${message}`]);
  });

  it('is understood by the country beside it', async () => {
    expect(await ofMap('{ location.country: US, location.region: NY }')).toEqual([
      '51 "NY" is no region of ISO 3166-2: did you mean US-NY?',
    ]);
  });

  it('is told of each of several, beside what has no sense and no shape', async () => {
    const map =
      '{ person.shoe: "{x}", location.country: Germany, language: { column: l, as: texts, map: { a: jp, b: [x] } } }';
    expect(await ofMap(map, '    test: no\n')).toEqual([
      expect.stringContaining('a lead has no field "person.shoe"'),
      expect.stringContaining('"Germany" is no country'),
      expect.stringContaining('got "texts"'),
      expect.stringContaining('"jp" is no language'),
      expect.stringContaining('expected text, a number, true or false, got a list'),
      expect.stringContaining('expected ignore or keep, got "no"'),
    ]);
  });
});
