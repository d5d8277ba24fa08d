import { describe } from 'vitest';
import { content, scoring, sla, tellsEach, territories } from '../../support/agreement/wrong-agreement.ts';

describe('what has not the agreed shape is told where it is', () => {
  tellsEach([
    ['a key that nobody knows', scoring('hot: 60', 'hott: 60\nhot: 60'), 'hott', 'unknown field "hott"'],
    ['a key that is not there', scoring('hot: 60\nminimum', 'minimum'), 'minimum', 'missing "hot"'],
    ['a word for a number', scoring('hot: 60', 'hot: high'), 'high', 'expected a number, got "high"'],
    ['a number below zero', scoring('hot: 60', 'hot: -1'), '-1', 'must be more than 0'],
    ['an entry without its name', scoring('- { name: demo, kind', '- { kind'), '{ kind', 'missing "name"'],
    [
      'a kind in words',
      scoring('demo-requested', 'Demo requested'),
      'Demo requested',
      'expected lower-case words joined by "-", such as page-viewed, got "Demo requested"',
    ],
    [
      'a duration that is not ISO 8601',
      scoring('P14D', '14 days'),
      '14 days',
      'expected an ISO 8601 duration above zero such as PT30M, got "14 days"',
    ],
    [
      'a duration of nothing',
      scoring('P14D', 'PT0S'),
      'PT0S',
      'expected an ISO 8601 duration above zero such as PT30M, got "PT0S"',
    ],
    ['yes for true', scoring('handRaise: true', 'handRaise: yes'), 'yes', 'expected true or false, got "yes"'],
    [
      'a way to share that nobody knows',
      territories('share: score', 'share: scores'),
      'scores',
      'expected count or score, got "scores"',
    ],
    ['a language to match', territories('language: match', 'language: de'), 'de', 'expected match, got "de"'],
    ['a weight of zero', territories('weight: 2', 'weight: 0'), '0', 'must be more than 0'],
    ['a key with a slip of the pen', territories('weight: 2', 'wieght: 2'), 'wieght', 'unknown field "wieght"'],
    ['a number for a duration', sla('at: PT15M', 'at: 15'), '15', 'expected text, got 15'],
    [
      'a step that nobody knows',
      sla('do: remind', 'do: remember'),
      'remember',
      'expected remind, tell-manager, reassign or recycle, got "remember"',
    ],
    [
      'a reason in two words',
      sla('{ no-time: reassign }', '{ no time: reassign }'),
      'no time',
      'expected letters, digits, ".", "_" and "-", at most 64, got "no time"',
    ],
    ['half a message', sla('max: 5', 'max: 2.5'), '2.5', 'expected a whole number, got 2.5'],
    [
      'a price without quotes',
      sla('PT10M }', 'PT10M }, maxPrice: 0.2'),
      '0.2',
      'expected US dollars in quotes such as "0.20", got 0.2',
    ],
    [
      'a sender that is too long',
      sla('PT10M }', 'PT10M }, senderId: Acme Incorporated'),
      'Acme Incorporated',
      'expected at most 11 letters and digits, one a letter, got "Acme Incorporated"',
    ],
    [
      'a link that is not of the web',
      content('https://example.com/roi', 'ftp://example.com/roi'),
      'ftp://example.com/roi',
      'expected a URL such as https://example.com/roi, got "ftp://example.com/roi"',
    ],
  ]);
});
