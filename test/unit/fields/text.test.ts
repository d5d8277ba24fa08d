import { describe, expect, it } from 'vitest';
import { cut, tidy } from '../../../shared/fields/characters.ts';
import { readIdentifier } from '../../../shared/fields/identifier.ts';
import { isNoValue, isPlaceholder, isPlaceholderName } from '../../../shared/fields/placeholder.ts';
import { readFurther, readName, readText } from '../../../shared/fields/text.ts';
import { ABSENT, outcomeOf, PROBLEM } from '../../support/fields/outcome.ts';

const FAMILY = '👩‍👩‍👧‍👦';

describe('a text', () => {
  it.each([
    ['Müller AG', 'Müller AG'],
    ['Mu\u0308ller AG', 'Müller AG'],
    ['  Müller\u00a0\u2003AG \n', 'Müller AG'],
    ['Müller\r\nAG\tand\u2028Sons', 'Müller AG and Sons'],
    ['\ufeffMül\u200bler\u00ad \u202aAG\u202c', 'Müller AG'],
    ['Ac\u0000me\u0007', 'Acme'],
    ['Acme\ud83d', 'Acme'],
    ['A\u200dc\u200cme', 'Acme'],
    ['\u3164Acme\u2800', 'Acme'],
    [`Ops ${FAMILY}`, `Ops ${FAMILY}`],
    ['1\ufe0f\u20e3 x\ufe0f', '1\ufe0f\u20e3 x'],
    [
      '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} a\u{E0067}b',
      '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} ab',
    ],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['ＭÜLLER', 'ＭÜLLER'],
    [80331, '80331'],
    [-1.5, '-1.5'],
    [['Acme'], 'Acme'],
    [true, PROBLEM],
    [Number.NaN, PROBLEM],
    [1e21, PROBLEM],
    [['a', 'b'], PROBLEM],
    [{ name: 'Acme' }, PROBLEM],
    [() => 'Acme', PROBLEM],
    [null, ABSENT],
    [undefined, ABSENT],
    ['', ABSENT],
    [' \u200b ', ABSENT],
    [[], ABSENT],
    [[null], ABSENT],
    ['n/a', ABSENT],
  ])('of %j is as a person sees it', (value, expected) => {
    expect(outcomeOf(readText(value))).toBe(expected);
  });

  it('of more than 1,000 characters is cut to 1,000 with an ellipsis, and says so', () => {
    const reading = readText('x'.repeat(1_001));
    expect(reading).toEqual({ value: `${'x'.repeat(999)}…`, problem: 'longer than 1000 characters, and cut' });
    expect(readText('x'.repeat(1_000))).toEqual({ value: 'x'.repeat(1_000) });
  });

  it.each(['😀', FAMILY, '🇩🇪', 'é', 'n\u0303\u0323', '👍🏽'])(
    'is cut between characters, not inside %s',
    (character) => {
      const text = tidy(character.repeat(2_000));
      const short = cut(text, 1_000);
      expect([...short].length).toBeLessThanOrEqual(1_000);
      expect(short.endsWith('…')).toBe(true);
      expect(short.slice(0, -1).replaceAll(tidy(character), '')).toBe('');
    },
  );

  it('whose first character is longer than all that is kept is cut all the same', () => {
    expect([...cut(`e${'\u0301'.repeat(5_000)}`, 1_000)]).toHaveLength(1_000);
  });
});

describe('a placeholder', () => {
  const everywhere =
    '- -- — . … ... ? * n/a N/A n.a. N.A. k.A. null NULL (null) <null> undefined NaN nil TBD tba #N/A #REF! #VALUE! #DIV/0! {{company}} %%firstname%% $+{name} [[name]] {company} *|FNAME|* <%=name%> {!Lead.Company} <?=$name?> ##name## @{name} %7B%7Bname%7D%7D \\N n.v.t. __CAMPAIGN_NAME__ [object_Object]'
      .split(' ')
      .map((text) => text.replace('_Object', ' Object').replace('$+', '$'));

  it.each([...everywhere, '(not set)', 'not provided', 'Please select'])('%s says nothing in any field', (text) => {
    expect(isNoValue(text)).toBe(true);
    expect(outcomeOf(readText(text))).toBe(ABSENT);
    expect(outcomeOf(readFurther(text))).toBe(ABSENT);
  });

  it.each([
    'none',
    'None',
    '--None--',
    'unknown',
    'test',
    'TEST',
    'x',
    'xxx',
    '0',
    '000',
    '0000-000',
    'asdf',
    'unbekannt',
    'нет',
    '無',
  ])('%s says nothing in a known field, and may be an answer in a further one', (text) => {
    expect(outcomeOf(readText(text))).toBe(ABSENT);
    expect(outcomeOf(readFurther(text))).toBe(text);
  });

  it.each([
    'Acme',
    '3M',
    'X Corp',
    '0x',
    'Value',
    'C&A',
    'Nan Ltd',
    'Test Valley',
    '7',
    '!?y',
    '✓',
    '株式会社テスト',
    'A.N.A.',
    'None Such',
    '{curly} Ltd',
  ])('%s is not one', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });

  it.each([
    ['Null', 'Null'],
    ['Na', 'Na'],
    ['null', ABSENT],
    ['NULL', ABSENT],
    ['na', ABSENT],
    ['xxx', ABSENT],
    ['O’Neill', 'O’Neill'],
  ])('is told from the name of a person: %s', (text, expected) => {
    expect(outcomeOf(readName(text))).toBe(expected);
    expect(isPlaceholderName('-')).toBe(true);
  });
});

describe('a further field', () => {
  it.each([
    [true, true],
    [250, 250],
    [0, 0],
    [1e30, PROBLEM],
    [1e-12, PROBLEM],
    [' NA ', 'NA'],
    [['a', 'b'], PROBLEM],
    [null, ABSENT],
  ])('of %j keeps its type', (value, expected) => {
    expect(outcomeOf(readFurther(value))).toBe(expected);
  });
});

describe('an identifier', () => {
  it.each([
    ['v1', 'v1'],
    [' GA1.2.123.456\u200b', 'GA1.2.123.456'],
    [123, '123'],
    ['00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000000'],
    [true, PROBLEM],
    [{}, PROBLEM],
    ['x1'.repeat(200), PROBLEM],
  ])('is read of %j if it is one', (value, expected) => {
    expect(outcomeOf(readIdentifier(value))).toBe(expected);
  });

  const nobody =
    'undefined null NaN 0 -1 0000 - 00000000-0000-0000-0000-000000000000 ffffffff-ffff-ffff-ffff-ffffffffffff ' +
    '{{visitor.id}} %%id%% $+{id} [[id]] <%=id%> *|UNIQID|* GA1.2.undefined user_null anonymous unknown none guest false ' +
    '{!Lead.Id} %7B%7Bid%7D%7D undefined%20 undefinedundefined nullnull GA1.1.undefined.1700000000 ' +
    '%5Bobject%20Object%5D your-visitor-id {00000000-0000-0000-0000-000000000000}';

  it.each([...nobody.replace('$+', '$').split(' '), '[object Object]', '', null])(
    "is nobody's where it is %j",
    (value) => {
      expect(outcomeOf(readIdentifier(value))).toBe(ABSENT);
    },
  );
});
