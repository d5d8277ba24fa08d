import data from 'moment-timezone/data/packed/latest.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { timeZoneProblem } from '../../shared/agreement/codes/time-zones.ts';
import { readTimeZone } from '../../shared/fields/time-zone.ts';
import { loadFiles, problemsIn, SOUND } from '../support/agreement/agreement-folder.ts';

/** The problems of the sound agreement with this condition for Norway, each from its column on. */
const ofCondition = async (condition: string, takenBy: 'speakers' | 'anybody' = 'speakers') => {
  const written = SOUND.territories.replace('location.country: NO', condition);
  const territories = takenBy === 'speakers' ? written : written.replace('    language: match\n', '');
  const problems = problemsIn(await loadFiles({ ...SOUND, territories }));
  return problems.map((problem) => problem.replace(/^territories\.yaml:7:/, ''));
};

const ofReps = async (from: string, to: string): Promise<readonly string[]> => {
  expect(SOUND.reps).toContain(from);
  return problemsIn(await loadFiles({ ...SOUND, reps: SOUND.reps.replace(from, to) }));
};

const columnOf = (condition: string, value: string): number => `    when: { ${condition}`.lastIndexOf(value) + 1;

describe('a part of a code in a condition', () => {
  it.each([
    'location.country: { startsWith: g }',
    'location.country: { not: { contains: B } }',
    'location.region: { startsWith: us-n }',
    'location.region: { startsWith: DE }',
    'location.region: { endsWith: -BY }',
    'location.region: { endsWith: NY }',
    'location.timeZone: { startsWith: europe/ }',
    'location.timeZone: { endsWith: Berlin }',
    'location.timeZone: { contains: America }',
    'language: { startsWith: de }',
    'language: { startsWith: zh-Hant }',
    'language: { startsWith: z }',
    'language: { endsWith: -CH }',
    'location.city: { startsWith: New }',
  ])('may be as in %s', async (condition) => {
    const problems = await ofCondition(condition);
    expect(problems.filter((problem) => / (begins with|ends with|contains) "/.test(problem))).toEqual([]);
  });

  it.each([
    ['location.country: { startsWith: Ger }', 'no country begins with "Ger"'],
    ['location.country: { endsWith: A1 }', 'no country ends with "A1"'],
    ['location.region: { startsWith: NY- }', 'no region begins with "NY-"'],
    ['location.region: { startsWith: US_ }', 'no region begins with "US_"'],
    ['location.region: { startsWith: UK-E }', 'no region begins with "UK-E"'],
    ['location.region: { contains: Bavaria }', 'no region contains "Bavaria"'],
    ['location.timeZone: { startsWith: Europa/ }', 'no time zone begins with "Europa/"'],
    ['location.timeZone: { endsWith: Berln }', 'no time zone ends with "Berln"'],
    ['location.timeZone: { startsWith: EST }', 'no time zone begins with "EST"'],
    ['language: { startsWith: nb }', 'no language begins with "nb"'],
    ['language: { startsWith: iw }', 'no language begins with "iw"'],
    ['language: { startsWith: German }', 'no language begins with "German"'],
    ['language: { startsWith: en_ }', 'no language begins with "en_"'],
    ['language: { not: { startsWith: xx- } }', 'no language begins with "xx-"'],
    ['language: und', '"und" says that no language is known: no lead has it'],
  ])('that no lead has is told: %s', async (condition, message) => {
    expect((await ofCondition(condition, 'anybody')).join('\n')).toContain(message);
  });
});

describe('a country in a condition', () => {
  it.each(['FR', 'gb', 'XK', '" fr\u00a0"', '[NO, SE]', '{ not: NO }', '{ startsWith: N }'])(
    'may be %s',
    async (code) => {
      expect(await ofCondition(`location.country: ${code}`)).toEqual([]);
    },
  );

  it.each([
    ['UK', 'did you mean GB?'],
    ['uk', 'did you mean GB?'],
    ['EL', 'did you mean GR?'],
    ['USA', 'did you mean US?'],
    ['DEU', 'did you mean DE?'],
    ['Germany', 'did you mean DE?'],
    ['united kingdom', 'did you mean GB?'],
    ['Deutschland', 'did you mean DE?'],
    ['Côte d’Ivoire', 'did you mean CI?'],
  ])('that is %s is told, with what is meant', async (code, hint) => {
    const condition = `location.country: [NO, ${code}]`;
    expect(await ofCondition(condition)).toEqual([
      `${columnOf(condition, code)} "${code}" is no country of ISO 3166-1: ${hint}`,
    ]);
  });

  it.each(['EU', 'EN', 'XX', 'ZZ', 'AA', 'QM', 'Atlantis', 'D'])('that is %s is told', async (code) => {
    expect(await ofCondition(`location.country: { not: ${code} }`)).toEqual([
      `38 "${code}" is no country of ISO 3166-1, such as DE or GB`,
    ]);
  });
});

describe('a region in a condition', () => {
  it.each(['US-NY', 'de-by', 'GB-ENG', 'FR-75C', '[CA-QC, CA-ON]', '{ startsWith: US- }'])(
    'may be %s',
    async (code) => {
      expect(await ofCondition(`location.region: ${code}`)).toEqual([]);
    },
  );

  it.each([
    ['California', ': did you mean US-CA?'],
    ['new york', ': did you mean US-NY?'],
    ['Bayern', ': did you mean DE-BY?'],
    ['Ile-de-France', ': did you mean FR-IDF?'],
    ['DE_BY', ': did you mean DE-BY?'],
    ['UK-ENG', ': did you mean GB-ENG?'],
    ['NY', ': did you mean HU-NY or US-NY?'],
    ['CA', ', such as US-NY or DE-BY'],
    ['XX-ZZ', ', such as US-NY or DE-BY'],
    ['US-XX', ', such as US-NY or DE-BY'],
    ['Bavaria', ', such as US-NY or DE-BY'],
    ['US', ', such as US-NY or DE-BY'],
  ])('that is %s is told', async (code, hint) => {
    expect(await ofCondition(`location.region: ${code}`)).toEqual([`30 "${code}" is no region of ISO 3166-2${hint}`]);
  });

  it('of the country beside it is meant', async () => {
    expect(await ofCondition('location.country: US, location.region: [NY, CA]')).toEqual([
      '53 "NY" is no region of ISO 3166-2: did you mean US-NY?',
      '57 "CA" is no region of ISO 3166-2: did you mean US-CA?',
    ]);
  });
});

describe('a language', () => {
  it.each(['de', 'EN', 'en-GB', 'zh-Hant-TW', 'es-419', 'gsw', 'no', 'nb', 'iw', 'qaa', 'de-CH-1996', 'tlh'])(
    'may be %s, of a lead and of a rep',
    async (code) => {
      expect(await ofCondition(`language: [no, ${code}]`, 'anybody')).toEqual([]);
      expect(await ofReps('[de, EN]', `[${code}]`)).toEqual([]);
    },
  );

  it.each([
    ['German', ': did you mean de?'],
    ['english', ': did you mean en?'],
    ['Deutsch', ': did you mean de?'],
    ['français', ': did you mean fr?'],
    ['jp', ': did you mean ja?'],
    ['cz', ': did you mean cs?'],
    ['dk', ': did you mean da?'],
    ['gr', ': did you mean el?'],
    ['en-UK', ': did you mean en-GB?'],
    ['de_AT', ': did you mean de-AT?'],
    ['pt_BR.UTF-8', ': did you mean pt-BR?'],
    ['xx', ', such as en or de-AT'],
    ['en-AB', ', such as en or de-AT'],
    ['Dothraki', ', such as en or de-AT'],
    ['"*"', ', such as en or de-AT'],
  ])('that is %s is told, of a lead and of a rep', async (code, hint) => {
    const message = `"${code.replaceAll('"', '')}" is no language of BCP 47${hint}`;
    expect(await ofCondition(`language: ${code}`)).toEqual([`23 ${message}`]);
    expect(await ofReps('[de, EN]', `[${code}]`)).toEqual([`reps.yaml:8:17 ${message}`]);
  });
});

describe('a time zone', () => {
  it.each([
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'UTC',
    'Etc/GMT+5',
    'US/Eastern',
    'Japan',
  ])('may be %s, of a lead and of a rep', async (zone) => {
    expect(await ofCondition(`location.timeZone: ${zone}`)).toEqual([]);
    expect(await ofReps('Europe/Berlin', zone)).toEqual([]);
  });

  it.each([
    ['Berlin', 'unknown time zone "Berlin": did you mean Europe/Berlin?'],
    ['Europe/Berlinn', 'unknown time zone "Europe/Berlinn": did you mean Europe/Berlin?'],
    ['America/NewYork', 'unknown time zone "America/NewYork": did you mean America/New_York?'],
    ['America/New York', 'unknown time zone "America/New York": did you mean America/New_York?'],
    ['CET2', 'unknown time zone "CET2", expected an IANA name such as Europe/Berlin'],
    ['+01:00', 'unknown time zone "+01:00", expected an IANA name such as Europe/Berlin'],
    ['GMT+2', 'unknown time zone "GMT+2", expected an IANA name such as Europe/Berlin'],
    ['BST', '"BST" is an abbreviation: write the place, such as Europe/London'],
    ['EST', '"EST" is an abbreviation: write the place, such as America/New_York'],
    ['PST8PDT', '"PST8PDT" is an abbreviation: write the place, such as America/Los_Angeles'],
    ['CET', '"CET" is an abbreviation: write the place, such as Europe/Berlin'],
    ['MESZ', '"MESZ" is an abbreviation: write the place, such as Europe/Berlin'],
    ['IST', '"IST" is an abbreviation: write the place, such as Asia/Kolkata'],
    ['NST', '"NST" is an abbreviation: write the place, such as Europe/Berlin'],
  ])('that is %s is told, of a lead and of a rep', async (zone, message) => {
    expect(await ofCondition(`location.timeZone: ${zone}`)).toEqual([`32 ${message}`]);
    expect(await ofReps('Europe/Berlin', zone)).toEqual([`reps.yaml:7:15 ${message}`]);
  });
});

describe('every name of a zone', () => {
  it('is read of a lead if a condition may ask for it, and else of neither', () => {
    const names = [
      ...data.zones.map((zone) => zone.split('|')[0] ?? ''),
      ...data.links.map((link) => link.split('|')[1] ?? ''),
    ];
    const isRead = (name: string): boolean => 'value' in readTimeZone(name);
    const mayBeAsked = (name: string): boolean => timeZoneProblem(name) === undefined;
    expect(names).toEqual(expect.arrayContaining(['Singapore', 'Zulu', 'EST', 'PST8PDT']));
    expect(names.filter((name) => isRead(name) !== mayBeAsked(name))).toEqual([]);
  });
});

describe('a calendar', () => {
  it('of a country by another name is told, with the one that is meant if there is one', async () => {
    expect(await ofReps('DE-BY', 'Germany-BY')).toEqual([
      'reps.yaml:10:15 unknown calendar "Germany-BY": did you mean DE-BY?',
    ]);
    expect(await ofReps('DE-BY', 'UK')).toEqual([
      'reps.yaml:10:15 unknown calendar "UK", expected a country or a part of one such as DE or DE-BY',
    ]);
  });
});

describe('a code', () => {
  it('is looked at wherever a condition on leads stands, however deep', async () => {
    const files = {
      ...SOUND,
      scoring: SOUND.scoring.replace('company.domain: [rival.com]', 'any: [{ not: { location.country: UK } }]'),
      content: SOUND.content.replace('company.industry: [Retail]', 'all: [{ language: { not: [jp] } }]'),
    };
    expect(problemsIn(await loadFiles(files))).toEqual([
      'scoring.yaml:7:46 "UK" is no country of ISO 3166-1: did you mean GB?',
      'content.yaml:3:91 "jp" is no language of BCP 47: did you mean ja?',
    ]);
  });

  it('is not looked at where a producer may send what it likes', async () => {
    expect(await ofCondition('fields.country: UK, source: NY, location.postalCode: CA')).toEqual([]);
  });
});
