import type { Agreement } from '../../domain/agreement/agreement.ts';
import type { Condition, Test } from '../../domain/condition/condition.ts';
import { isLeadField, type LeadField } from '../../domain/condition/condition-fields.ts';
import { quote } from '../../domain/language/quote.ts';
import { contextOf, LEAD_READERS } from '../../fields/lead-readers.ts';
import { PART_OPERATORS } from './parts.ts';

interface Place {
  readonly field: LeadField;
  readonly freeMail: ReadonlySet<string>;
}

/** Domains are kept in ASCII, so that `köln` is a part of none. */
const IN_A_DOMAIN = /^[a-z0-9.-]*$/i;

const ofTest = ({ field, freeMail }: Place, test: Test): readonly string[] => {
  const whole = (test.in ?? []).flatMap((text): readonly string[] => {
    if (typeof text !== 'string') return [];
    const context = { ...contextOf(undefined), freeMail };
    // Conditions do not tell Null, which is a name, from null.
    const canBe = [text, `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`].some(
      (one) => 'value' in LEAD_READERS[field](one, context),
    );
    return canBe ? [] : [`no lead has the ${field} ${quote(text)}`];
  });
  const parts = PART_OPERATORS.flatMap((operator): readonly string[] => {
    const { [operator]: part } = test;
    if (field !== 'company.domain' || part === undefined || IN_A_DOMAIN.test(part)) return [];
    return [`no domain has ${quote(part)} in it: they are kept in ASCII`];
  });
  return [...whole, ...parts, ...(test.not === undefined ? [] : ofTest({ field, freeMail }, test.not))];
};

const ofCondition = (condition: Condition, freeMail: ReadonlySet<string>): readonly string[] => {
  if ('all' in condition) return condition.all.flatMap((part) => ofCondition(part, freeMail));
  if ('any' in condition) return condition.any.flatMap((part) => ofCondition(part, freeMail));
  if ('not' in condition) return ofCondition(condition.not, freeMail);
  const { field, test } = condition;
  return isLeadField(field) ? ofTest({ field, freeMail }, test) : [];
};

/**
 * What conditions ask for and no lead has, for it says nothing or is nobody's: a mailbox provider as a company's domain,
 * a placeholder. Such a rule is no mistake by itself, so this is no problem; codes of the world's lists are.
 */
export const neverHad = ({ scoring, territories, content, watches = [] }: Agreement): readonly string[] => {
  const freeMail = new Set(scoring.freeMail);
  const told = (place: string, when: Condition | undefined): readonly string[] =>
    when === undefined ? [] : ofCondition(when, freeMail).map((message) => `${place}: ${message}`);
  return [
    ...scoring.fit.flatMap(({ name, when }) => told(`scoring.yaml, ${quote(name)}`, when)),
    ...territories.flatMap(({ name, when }) => told(`territories.yaml, ${quote(name)}`, when)),
    ...content.flatMap((piece) => told(`content.yaml, ${quote(piece.id)}`, piece.for)),
    ...watches.flatMap(({ name, when }) => told(`watches.yaml, ${quote(name)}`, when)),
  ];
};
