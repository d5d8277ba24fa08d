import { type Account, NEW_ACCOUNT } from '../routing/account.ts';
import { type Difference, isSameSet, mended, type Recounted } from './difference.ts';
import { byAssignment, type OpenLead } from './open-lead.ts';

type Own = Account['open'][number];

const nameOf = ({ leadId, rep }: Own): string => JSON.stringify([leadId, rep]);

/** The same as is kept where that holds. */
const ownedOf = (kept: readonly Own[], open: readonly OpenLead[]): readonly Own[] => {
  const inOrder = open.toSorted(byAssignment).map(({ leadId, rep }) => ({ leadId, rep }));
  return isSameSet(kept.map(nameOf), inOrder.map(nameOf)) ? kept : mended(kept, inOrder, nameOf);
};

/**
 * A company's document by its open leads. Who had the last lead of all, only facts tell: it is counted where nobody is
 * remembered though somebody has one. A lead that waits and is not remembered is remembered when it is rechecked; one
 * that is owned here and remembered as waiting all the same would stay so for ever.
 */
export const recountAccount = (open: readonly OpenLead[], kept: Account = NEW_ACCOUNT): Recounted<Account> => {
  const { waiting: remembered = [], ...account } = kept;
  const owned = ownedOf(account.open, open);
  const lastOwner = account.lastOwner ?? owned.at(-1)?.rep;
  const waiting = remembered.filter((id) => !open.some(({ leadId }) => leadId === id));
  const differences: Difference[] = [];
  if (owned !== account.open) differences.push({ counter: 'open', kept: account.open, counted: owned });
  if (lastOwner !== account.lastOwner)
    differences.push({ counter: 'lastOwner', kept: account.lastOwner ?? null, counted: lastOwner ?? null });
  if (waiting.length < remembered.length) differences.push({ counter: 'waiting', kept: remembered, counted: waiting });
  return {
    differences,
    value: {
      ...account,
      open: owned,
      ...(lastOwner === undefined ? {} : { lastOwner }),
      ...(waiting.length === 0 ? {} : { waiting }),
    },
  };
};
