import { describe, expect, it } from 'vitest';
import type { TeamMember } from '../../shared/domain/agreement/agreement.ts';
import {
  atDecision,
  chargeOf,
  chargeOutOfTurn,
  NEW_LEDGER,
  nextInTurn,
  refund,
  serve,
  standing,
} from '../../shared/domain/sharing/fair-share.ts';
import type { Ledger, Share } from '../../shared/domain/sharing/ledger.ts';

const member = (rep: string, weight = 1): TeamMember => ({ rep, weight });
const ANA = member('ana');
const BEN = member('ben');

const share = (parts: Partial<Share>): Share => ({ virtualTime: 0, servedAt: 0, leads: 0, value: 0, ...parts });

const ledger = (parts: Partial<Ledger>): Ledger => ({ ...NEW_LEDGER, ...parts });

describe('the next lead goes to', () => {
  it('nobody where nobody can take it', () => {
    expect(nextInTurn(NEW_LEDGER, [])).toBeUndefined();
  });

  it('whoever has the least virtual time, in whatever order they are named', () => {
    const behind = ledger({ shares: { ana: share({ virtualTime: 2 }), ben: share({ virtualTime: 1, servedAt: 9 }) } });
    expect(nextInTurn(behind, [ANA, BEN])).toBe(BEN);
    expect(nextInTurn(behind, [BEN, ANA])).toBe(BEN);
  });

  it('whoever was served longest ago, where both stand alike', () => {
    const alike = ledger({ shares: { ana: share({ servedAt: 20 }), ben: share({ servedAt: 10 }) } });
    expect(nextInTurn(alike, [ANA, BEN])).toBe(BEN);
    expect(nextInTurn(alike, [BEN, ANA])).toBe(BEN);
  });

  it('the first by id, where both were served at one instant or never', () => {
    expect(nextInTurn(NEW_LEDGER, [ANA, BEN])).toBe(ANA);
    expect(nextInTurn(NEW_LEDGER, [BEN, ANA])).toBe(ANA);
  });

  it('whoever was served longest ago, where they differ by what sums of fractions do', () => {
    const apart = (virtualTime: number) =>
      ledger({ shares: { ana: share({ servedAt: 20 }), ben: share({ virtualTime, servedAt: 10 }) } });
    expect(nextInTurn(apart(1e-9), [ANA, BEN])).toBe(BEN);
    expect(nextInTurn(apart(2e-9), [ANA, BEN])).toBe(ANA);
  });
});

describe('whoever comes back', () => {
  const excluded = ['ana'];

  it('starts at the virtual time of the team if they are behind it, and cannot be given back what is from before', () => {
    const back = standing(ledger({ virtualTime: 5, shares: { ana: share({ virtualTime: 3 }) }, excluded }), 'ana');
    expect(back).toEqual(share({ virtualTime: 5, floor: 5 }));
  });

  it('stays where they were if they are ahead of the team', () => {
    const ahead = share({ virtualTime: 8 });
    expect(standing(ledger({ virtualTime: 5, shares: { ana: ahead }, excluded }), 'ana')).toBe(ahead);
  });

  it('is forgiven nothing if they are where the team is', () => {
    const level = share({ virtualTime: 5 });
    expect(standing(ledger({ virtualTime: 5, shares: { ana: level }, excluded }), 'ana')).toBe(level);
  });

  it('is not who was never away, however far behind they are', () => {
    const behind = share({ virtualTime: 3 });
    expect(standing(ledger({ virtualTime: 5, shares: { ana: behind } }), 'ana')).toBe(behind);
  });
});

describe('a lead that is taken in turn', () => {
  it('costs its value by weight, and moves the team to where its taker stood', () => {
    const before = ledger({ virtualTime: 1, shares: { ana: share({ virtualTime: 4, leads: 2, value: 60 }) } });
    const after = serve(before, chargeOf(member('ana', 4), 20), { eligible: [ANA], excluded: [] }, 99);
    expect(after).toEqual({
      virtualTime: 4,
      shares: { ana: share({ virtualTime: 9, servedAt: 99, leads: 3, value: 80 }) },
      excluded: [],
    });
  });

  it('never moves the team back', () => {
    const before = ledger({ virtualTime: 7, shares: { ana: share({ virtualTime: 4 }) } });
    expect(serve(before, chargeOf(ANA, 1), { eligible: [ANA], excluded: [] }, 99).virtualTime).toBe(7);
  });

  it('gives those who could have taken it a place, and excludes the others: who could not, and who has left', () => {
    const before = ledger({ virtualTime: 2, shares: { gone: share({ virtualTime: 1 }) } });
    const after = serve(before, chargeOf(ANA, 1), { eligible: [ANA, BEN], excluded: ['cem'] }, 99);
    expect(after.excluded).toEqual(['cem', 'gone']);
    expect(after.shares).toMatchObject({ ben: { virtualTime: 2, leads: 0 }, gone: { virtualTime: 1 } });
  });

  it('names nobody twice among the excluded', () => {
    const before = ledger({ shares: { cem: share({}) } });
    expect(serve(before, chargeOf(ANA, 1), { eligible: [ANA], excluded: ['cem'] }, 99).excluded).toEqual(['cem']);
  });
});

describe('a lead that is taken out of turn', () => {
  it('costs the same, and leaves the team where it is', () => {
    const before = ledger({ virtualTime: 1, shares: { ana: share({ virtualTime: 4 }) }, excluded: ['ben'] });
    expect(chargeOutOfTurn(before, chargeOf(ANA, 20), 99)).toEqual({
      ...before,
      shares: { ana: share({ virtualTime: 24, servedAt: 99, leads: 1, value: 20, outOfTurn: 20 }) },
    });
  });

  it('counts until the next turn of its owner', () => {
    const before = ledger({ shares: { ana: share({ virtualTime: 4, outOfTurn: 3 }), ben: share({ virtualTime: 9 }) } });
    const { shares } = serve(before, chargeOf(ANA, 1), { eligible: [ANA, BEN], excluded: [] }, 99);
    expect(shares.ana).toEqual(share({ virtualTime: 5, servedAt: 99, leads: 1, value: 1 }));
  });

  it('is forgiven when somebody comes back, as far as the team’s virtual time', () => {
    const before = ledger({
      virtualTime: 5,
      shares: { ana: share({ virtualTime: 9, outOfTurn: 3 }), ben: share({ virtualTime: 5 }), cem: share({}) },
      excluded: ['cem'],
    });
    const cem = member('cem');
    expect(atDecision(before, [ANA, BEN])).toBe(before);
    expect(atDecision(before, [ANA, BEN, cem])).toEqual({
      ...before,
      shares: {
        ana: share({ virtualTime: 6 }),
        ben: share({ virtualTime: 5 }),
        cem: share({ virtualTime: 5, floor: 5 }),
      },
      excluded: [],
    });
    const ahead = { ...before, shares: { ...before.shares, ana: share({ virtualTime: 9, outOfTurn: 30 }) } };
    expect(atDecision(ahead, [ANA, BEN, cem]).shares.ana).toEqual(share({ virtualTime: 5 }));
    const behind = { ...before, shares: { ...before.shares, ana: share({ virtualTime: 4, outOfTurn: 1 }) } };
    expect(atDecision(behind, [ANA, BEN, cem]).shares.ana).toEqual(share({ virtualTime: 4 }));
  });

  it('is forgiven when somebody joins the team', () => {
    const before = ledger({ virtualTime: 5, shares: { ana: share({ virtualTime: 9, outOfTurn: 3 }) } });
    expect(nextInTurn(before, [ANA, BEN])).toBe(BEN);
    expect(atDecision(before, [ANA, BEN]).shares.ana).toEqual(share({ virtualTime: 6 }));
  });
});

describe('a lead that is given back', () => {
  const charge = chargeOf(ANA, 3);

  it('takes away what it cost', () => {
    const before = ledger({ shares: { ana: share({ virtualTime: 10, leads: 2, value: 9 }), ben: share({}) } });
    expect(refund(before, charge, true)).toEqual({
      ...before,
      shares: { ana: share({ virtualTime: 7, leads: 1, value: 6 }), ben: share({}) },
    });
  });

  it('takes away no more than until the point at which its owner came back', () => {
    const before = ledger({ shares: { ana: share({ virtualTime: 10, floor: 8, leads: 2, value: 9 }) } });
    expect(refund(before, charge, true).shares).toMatchObject({ ana: { virtualTime: 8, leads: 1, value: 6 } });
  });

  it('adds nothing to somebody who stands below that point', () => {
    const before = ledger({ shares: { ana: share({ virtualTime: 6, floor: 8 }) } });
    expect(refund(before, charge, true).shares).toMatchObject({ ana: { virtualTime: 6 } });
  });

  it('no longer counts as one out of turn', () => {
    const before = ledger({ shares: { ana: share({ virtualTime: 10, outOfTurn: 4, leads: 2, value: 9 }) } });
    expect(refund(before, charge, false).shares.ana).toEqual(
      share({ virtualTime: 7, outOfTurn: 1, leads: 1, value: 6 }),
    );
    expect(refund(before, charge, true).shares.ana).toEqual(
      share({ virtualTime: 7, outOfTurn: 4, leads: 1, value: 6 }),
    );
  });

  it('changes nothing for somebody who has no share', () => {
    expect(refund(NEW_LEDGER, charge, true)).toBe(NEW_LEDGER);
  });
});
