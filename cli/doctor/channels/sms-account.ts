import type { Rep } from '../../../shared/domain/agreement/agreement.ts';
import { hasOrigin, isNorthAmerican, isSpent } from '../../../shared/domain/alert/channels/sms/sms-standing.ts';
import { FIRST_LIMIT, isNearlySpent, type Sandbox, type Spending } from '../../../shared/domain/alert/reach/account.ts';
import { counted } from '../../../shared/domain/language/counted.ts';
import type { Facts } from '../facts.ts';
import { DOCTOR_PAGE, type Finding } from '../finding.ts';

const dollars = (amount: number): string => `$${amount.toFixed(2)}`;

const ofSandbox = (phones: readonly string[], sandbox: Sandbox): readonly Finding[] => {
  if (!sandbox.on) return [];
  const verified = phones.filter((phone) => sandbox.verified.has(phone)).length;
  return [
    {
      severity: 'warning',
      check: 'sms-sandbox',
      says: `The account's SMS are in the sandbox, which sends to ten verified numbers at most: ${verified} of ${phones.length} are verified`,
      todo: 'Ask AWS to move the account out of the sandbox',
      see: `${DOCTOR_PAGE}#the-sandbox`,
    },
  ];
};

const ofSpending = (asked: Facts['spending'], { limit, spent }: Spending): readonly Finding[] => {
  const used = isSpent(asked);
  if (!used && limit > FIRST_LIMIT && !isNearlySpent({ limit, spent })) return [];
  const then = used ? ': nobody gets SMS until the next month' : '';
  return [
    {
      severity: 'warning',
      check: 'sms-spending',
      says: `SMS may cost ${dollars(limit)} a month, and ${dollars(spent)} are spent${then}`,
      todo: 'Ask AWS to raise the spend limit',
      see: `${DOCTOR_PAGE}#the-spend-limit`,
    },
  ];
};

const ofRegistration = (phones: readonly string[], origins: ReadonlySet<string>): readonly Finding[] => {
  const numbers = phones.filter(isNorthAmerican).length;
  if (numbers === 0 || hasOrigin(origins)) return [];
  return [
    {
      severity: 'warning',
      check: 'sms-registration',
      says: `${counted(numbers, 'number')} of +1, and the account has no number to send from: carriers of the United States take SMS from registered ones alone`,
      todo: 'Register a toll-free number or 10DLC with AWS End User Messaging',
      see: `${DOCTOR_PAGE}#registration`,
    },
  ];
};

/** What stands in the way of all SMS of the account; whom that leaves unreached is told for each rep. */
export const diagnoseSms = (reps: readonly Rep[], { sandbox, spending, origins }: Facts): readonly Finding[] => {
  const phones = reps.flatMap(({ channels, phone }) =>
    channels.includes('sms') && phone !== undefined ? [phone] : [],
  );
  if (phones.length === 0) return [];
  return [
    ...('answer' in sandbox ? ofSandbox(phones, sandbox.answer) : []),
    ...('answer' in spending ? ofSpending(spending, spending.answer) : []),
    ...('answer' in origins ? ofRegistration(phones, origins.answer) : []),
  ];
};
