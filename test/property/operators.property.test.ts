import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { candidateValues } from '../../cli/explain/what-if/candidate-values.ts';
import { testInWords } from '../../cli/explain/what-if/test-in-words.ts';
import { canHold } from '../../shared/agreement/analysis/can-hold.ts';
import { formulaOf, type Literal } from '../../shared/agreement/analysis/formula.ts';
import { withLookupKeys } from '../../shared/agreement/analysis/lookup-keys.ts';
import { LEADS } from '../../shared/agreement/analysis/universe.ts';
import { ABSENT, equalTo, pickValue, type ValueSet, valuesInBoth } from '../../shared/agreement/analysis/value-set.ts';
import { checkCondition } from '../../shared/agreement/checks/check-conditions.ts';
import { condition } from '../../shared/agreement/files/condition.ts';
import { OPERATOR_DESCRIPTIONS } from '../../shared/agreement/operators/operators.ts';
import { readYaml } from '../../shared/agreement/yaml/read-yaml.ts';
import type { Territory } from '../../shared/domain/agreement/agreement.ts';
import type { Fields, Operands, OperatorName, Scalar, Test } from '../../shared/domain/condition/condition.ts';
import { leadFieldType } from '../../shared/domain/condition/condition-fields.ts';
import { matches } from '../../shared/domain/condition/matches.ts';
import { OPERATOR_NAMES, OPERATORS } from '../../shared/domain/condition/operators.ts';
import { createTerritoryMatcher } from '../../shared/domain/territory/match-territory.ts';

/*
 * Each operator is told in several places: how it runs, how it is written, what is known of it. Here they are held
 * against each other for every operator there is, one that was added a minute ago among them.
 */

/** A field of each type; whatever a field holds may come of `fields.x`. */
const FIELDS = { text: 'source', number: 'company.employees', flag: 'consent.email', any: 'fields.x' } as const;

const TEXTS = ['a', 'A', 'b', 'aB', 'ba', 'Bab', 'abba', 'z', '1', 'E1', 'e1 6an', 'E10 5XX', 'E1W1AA'];
const NUMBERS = [-3, -2.5, -1, 0, 0.5, 1, 1.25, 1.5, 2, 3, 4, 100];
const VALUES: readonly Scalar[] = [...TEXTS, ...NUMBERS, true, false];
const EVERY_VALUE: readonly (Scalar | undefined)[] = [...VALUES, undefined];

const typeOf = (value: Scalar): 'text' | 'number' | 'flag' =>
  typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'flag';

const scalar = fc.constantFrom(...VALUES);
const number = fc.constantFrom(...NUMBERS);

/** Something that could be written as an operand, of every shape that an operator may ask for. */
const anything = fc.oneof(
  number,
  fc.constantFrom(...TEXTS),
  fc.boolean(),
  fc.array(scalar, { minLength: 1, maxLength: 4 }),
  fc.tuple(number, number),
  fc.tuple(fc.constantFrom(...TEXTS), fc.constantFrom(...TEXTS)),
);

/** What the operator takes of that. */
const operandOf = <Name extends OperatorName>(name: Name): fc.Arbitrary<Operands[Name]> => {
  const taken = fc
    .sample(anything, { numRuns: 1_000, seed: 1 })
    .map((operand) => OPERATOR_DESCRIPTIONS[name].written.safeParse(operand))
    .filter((parsed) => parsed.success)
    .map(({ data }) => data);
  if (taken.length === 0) throw new Error(`Of what is made here, ${name} takes nothing: add what it is written as`);
  return fc.constantFrom(...taken);
};

/** As it stands in a file, on one field. */
const writtenOn = (field: string, name: OperatorName, operand: unknown): unknown => ({
  [field]: name === 'in' ? operand : { [name]: operand },
});

const testOf = (name: OperatorName, operand: unknown): Test =>
  condition.parse(writtenOn('x', name, operand)).fields.x ?? {};

const passes = (test: Test, value: Scalar | undefined): boolean =>
  matches({ field: 'x', test }, value === undefined ? {} : { x: value });

const holdsValue = (set: ValueSet, value: Scalar | undefined): boolean =>
  pickValue(valuesInBoth(set, value === undefined ? ABSENT : equalTo([value]))) !== undefined;

const literalOf = (test: Test): Literal => {
  const formula = formulaOf({ field: FIELDS.any, test });
  if (formula.kind !== 'literal') throw new Error('A test by one operator is one literal');
  return formula;
};

const territoryOf = (test: Test, i: number): Territory => ({
  name: `${i}`,
  when: { field: FIELDS.any, test },
  team: [],
  share: 'count',
  matchLanguage: false,
});

const leadOf = (field: string, value: Scalar | undefined): Fields => (value === undefined ? {} : { [field]: value });

describe.each(OPERATOR_NAMES)('the operator %s', <Name extends OperatorName>(name: Name) => {
  const operand = operandOf(name);
  const description = OPERATOR_DESCRIPTIONS[name];

  it('is read as it was written', () => {
    fc.assert(
      fc.property(operand, (given) => {
        const { value } = readYaml(stringify(writtenOn(FIELDS.any, name, given)));
        expect(condition.parse(value).fields).toEqual({ [FIELDS.any]: { [name]: given } });
      }),
    );
  });

  it('is told in words, each operator in others', () => {
    fc.assert(
      fc.property(operand, (given) => {
        const words = testInWords(testOf(name, given));
        expect(words.trim()).not.toBe('');
        const others = OPERATOR_NAMES.filter(
          (other) => other !== name && OPERATOR_DESCRIPTIONS[other].written.safeParse(given).success,
        );
        expect(others.map((other) => testInWords(testOf(other, given)))).not.toContain(words);
      }),
    );
  });

  it('holds for the values that the analysis knows, and fails for the others', () => {
    fc.assert(
      fc.property(operand, fc.constantFrom(...EVERY_VALUE), (given, value) => {
        const test = testOf(name, given);
        const isKnown = description.known(given).kind !== 'unknown';
        const { holds, fails } = literalOf(test);
        expect(holdsValue(holds(), value)).toBe(passes(test, value) || !isKnown);
        expect(holdsValue(fails(), value)).toBe(!passes(test, value) || !isKnown);
      }),
      { numRuns: 500 },
    );
  });

  it('is never called impossible where it holds for a value, nor is its negation', () => {
    fc.assert(
      fc.property(operand, (given) => {
        const test = testOf(name, given);
        for (const one of [test, { not: test }, { not: { not: test } }]) {
          if (!EVERY_VALUE.some((value) => passes(one, value))) continue;
          expect(canHold({ field: FIELDS.any, test: one }, LEADS)).toBe(true);
        }
      }),
    );
  });

  it('gives explain a value for which it holds and one for which it fails, where there are such', () => {
    const field = FIELDS[description.compares];
    const ofField = VALUES.filter((value) => field === FIELDS.any || typeOf(value) === description.compares);
    fc.assert(
      fc.property(operand, (given) => {
        const test = testOf(name, given);
        const candidates = candidateValues([{ field, test }], {}).get(field) ?? [];
        const tried = [undefined, ...candidates.map(({ value }) => value ?? undefined)];
        for (const wanted of [true, false]) {
          if (![undefined, ...ofField].some((value) => passes(test, value) === wanted)) continue;
          expect(tried.some((value) => passes(test, value) === wanted)).toBe(true);
        }
      }),
    );
  });

  it('is looked up by keys that every value for which it holds has', () => {
    fc.assert(
      fc.property(operand, scalar, (given, value) => {
        const { length, values } = OPERATORS[name].lookupKey(given) ?? {};
        if (values === undefined || !passes(testOf(name, given), value)) return;
        const folded = typeof value === 'string' ? value.toLowerCase() : value;
        expect([...values]).toContain(typeof folded === 'string' ? folded.slice(0, length) : folded);
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same territory by its keys as one by one', () => {
    const tests = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: operand.map((given) => testOf(name, given)) },
        operand.map((given) => ({ not: testOf(name, given) })),
        fc.tuple(operand, scalar).map(([given, value]) => ({ ...testOf(name, given), not: { in: [value] } })),
      ),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(tests, (all) => {
        const territories = all.map(territoryOf);
        const plain = createTerritoryMatcher(territories);
        const { places, fieldsOf } = withLookupKeys(territories);
        const keyed = createTerritoryMatcher([...places.keys()]);
        for (const value of EVERY_VALUE) {
          const lead = leadOf(FIELDS.any, value);
          const expected = territories.findIndex(({ when }) => when !== undefined && matches(when, lead));
          expect(plain(lead)).toBe(territories[expected]);
          const found = keyed(fieldsOf(lead));
          expect(found === undefined ? -1 : places.get(found)).toBe(expected);
        }
      }),
    );
  });

  it('may be asked of the fields that can hold a value of its kind, and of no others', () => {
    const { compares, known } = description;
    fc.assert(
      fc.property(operand, fc.constantFrom(...Object.values(FIELDS)), (given, field) => {
        // Listed values are looked at one by one: each has a type of its own.
        if (known(given).kind === 'values') return;
        const type = leadFieldType(field);
        const isAllowed = compares === 'any' || type === 'any' || type === compares;
        const complaints = checkCondition(condition.parse(writtenOn(field, name, given)), leadFieldType, []);
        expect(complaints.length === 0).toBe(isAllowed);
        const ofField = VALUES.filter((value) => type === 'any' || typeOf(value) === type);
        if (!isAllowed) expect(ofField.some((value) => passes(testOf(name, given), value))).toBe(false);
      }),
    );
  });
});
