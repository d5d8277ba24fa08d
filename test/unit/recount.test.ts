import { describe, expect, it } from 'vitest';
import { mended } from '../../shared/domain/recount/difference.ts';
import { type OpenLead, openLeadOf } from '../../shared/domain/recount/open-lead.ts';
import { recountAccount } from '../../shared/domain/recount/recount-account.ts';
import { recountRep } from '../../shared/domain/recount/recount-rep.ts';
import { endedLead, NOON, nurtureLead, ownedLead, waitingLead } from '../support/store/store-samples.ts';

const open = (leadId: string, at: number, isUnanswered = true): OpenLead => ({ leadId, rep: 'ana', at, isUnanswered });

const numbered = (count: number): readonly OpenLead[] =>
  Array.from({ length: count }, (_, at) => open(`lead-${at}`, at));

const idsOf = (leads: readonly OpenLead[]): readonly string[] => leads.map(({ leadId }) => leadId);

describe('an open lead', () => {
  it('has an owner who is a rep, and no end', () => {
    const owned = ownedLead('ann', 'ana', NOON);
    const manager = { ...owned, owner: { ...owned.owner, by: 'manager' as const } };
    const sealed = {
      ...endedLead('eve'),
      stage: 'sales-qualified' as const,
      salesQualifiedAt: NOON,
      owner: owned.owner,
    };
    const others = [nurtureLead('ben'), waitingLead('cem', 'North', NOON), endedLead('dee'), manager, sealed];
    expect(others.map(openLeadOf)).toEqual(others.map(() => undefined));
    expect(openLeadOf(owned)).toEqual({ leadId: 'ann', rep: 'ana', at: NOON, isUnanswered: false });
    expect(openLeadOf({ ...owned, stage: 'assigned' })).toMatchObject({ isUnanswered: true });
  });
});

describe('what is missing', () => {
  it('comes before what came later, and what holds keeps its order', () => {
    const text = (one: string): string => one;
    expect(mended(['d', 'b'], ['a', 'b', 'c', 'd', 'e'], text)).toEqual(['a', 'c', 'd', 'b', 'e']);
    expect(mended(['x', 'b', 'b'], ['b'], text)).toEqual(['b']);
    expect(mended([], ['a', 'b'], text)).toEqual(['a', 'b']);
  });
});

describe('the document of a rep', () => {
  const load = { open: 2, day: '2026-11-02', today: 7, unanswered: ['lead-1', 'lead-0'] };

  it('is right in any order, and keeps what no lead says', () => {
    expect(recountRep(numbered(2), load)).toEqual({ differences: [], value: load });
    expect(recountRep([], load).value).toEqual({ open: 0, day: '2026-11-02', today: 7 });
  });

  it('remembers a hundred leads to accept, and any hundred will do', () => {
    const leads = numbered(150);
    const full = (ids: readonly string[]) => recountRep(leads, { ...load, open: 150, unanswered: ids });
    expect(full(idsOf(leads).slice(-100)).differences).toEqual([]);
    expect(full(idsOf(leads).slice(0, 100)).differences).toEqual([]);
    const wrong = full([...idsOf(leads).slice(0, 99), 'gone']);
    expect(wrong.differences).toHaveLength(1);
    expect(wrong.value.unanswered).toEqual(idsOf(leads).slice(-100));
  });
});

describe('the document of an account', () => {
  it('keeps whoever had the last lead, and those who watch', () => {
    const account = { open: [], lastOwner: 'ben', watchers: [{ rep: 'ana', until: NOON }] };
    expect(recountAccount([open('lead-1', 1)], account)).toEqual({
      differences: [{ counter: 'open', kept: [], counted: [{ leadId: 'lead-1', rep: 'ana' }] }],
      value: { ...account, open: [{ leadId: 'lead-1', rep: 'ana' }] },
    });
  });
});
