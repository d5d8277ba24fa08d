import { describe } from 'vitest';
import { content, scoring, tellsEach, territories } from '../../support/agreement/wrong-agreement.ts';

describe('a condition that cannot be meant is told where it is', () => {
  tellsEach([
    ['a test with a slip of the pen', scoring('{ gte: 200 }', '{ gte: 200, gtee: 5 }'), 'gtee', 'unknown field "gtee"'],
    ['a test that nobody knows', scoring('{ gte: 200 }', '{ atLeast: 5 }'), 'atLeast', 'unknown field "atLeast"'],
    [
      'a word for the number of a test',
      scoring('{ gte: 200 }', '{ gte: many }'),
      'many',
      'expected a number, got "many"',
    ],
    [
      'a word for the number of a test that is denied',
      scoring('{ gte: 200 }', '{ not: { gte: many } }'),
      'many',
      'expected a number, got "many"',
    ],
    ['a test of nothing', scoring('{ gte: 200 }', '{}'), '{}', 'an empty test says nothing'],
    ['a list of no value', scoring('{ gte: 200 }', '[]'), '[]', 'an empty list equals nothing'],
    [
      'a list with null in it',
      scoring('[rival.com]', '[rival.com, ~]'),
      '~',
      'expected a value: text, a number, true or false, got null',
    ],
    [
      'null for a value',
      scoring('[rival.com]', '~'),
      '~',
      'expected a value, a list of values or tests such as { gte: 200 }, got null',
    ],
    [
      'a condition of nothing',
      scoring('{ company.domain: [rival.com] }', '{}'),
      '{}',
      'an empty condition holds for everything: leave it out',
    ],
    [
      'any of no condition',
      scoring('{ company.domain: [rival.com] }', '{ any: [] }'),
      '[]',
      'an empty list decides nothing',
    ],
    [
      'text for a condition that is denied',
      scoring('{ company.domain: [rival.com] }', '{ not: rival.com }'),
      'rival.com',
      'expected a condition such as { company.employees: { gte: 200 } }, got "rival.com"',
    ],
    [
      'a field that nobody knows',
      scoring('company.domain: [rival.com]', 'company.size: 1'),
      'company.size',
      'unknown field "company.size"',
    ],
    [
      'a field of an activity asked of a lead, deep down',
      scoring('company.domain: [rival.com]', 'any: [{ source: a }, { not: { url: x } }]'),
      'url',
      'unknown field "url"',
    ],
    [
      'a field of a lead asked of an activity',
      scoring('url: { contains', 'company.name: { contains'),
      'company.name',
      'unknown field "company.name"',
    ],
    [
      'text that a number would have to equal',
      scoring('{ gte: 200 }', '"200"'),
      '"200"',
      'company.employees is a number and never equals "200"',
    ],
    [
      'a test of text for a number',
      scoring('{ gte: 200 }', '{ not: { contains: "2" } }'),
      'contains',
      'company.employees is a number: contains compares text',
    ],
    [
      'a test of numbers for text',
      scoring('[rival.com]', '{ gt: 5 }'),
      'gt',
      'company.domain is text: gt compares numbers',
    ],
    [
      'a number that text would have to equal',
      territories('location.country: NO', 'location.postalCode: [a, 01067]'),
      '01067',
      'location.postalCode is text and never equals 1067: write it in quotes',
    ],
    [
      'yes for a field that is true or false',
      territories('location.country: NO', 'consent.sms: yes'),
      'yes',
      'consent.sms is true or false and never equals "yes"',
    ],
    [
      'a country by another name',
      territories('location.country: NO', 'location.country: UK'),
      'UK',
      '"UK" is no country of ISO 3166-1, such as DE or GB',
    ],
    ['a field without its group', content('company.industry', 'industry'), 'industry', 'unknown field "industry"'],
  ]);
});
