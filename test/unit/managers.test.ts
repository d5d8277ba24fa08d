import { describe, expect, it } from 'vitest';
import { isManager, managerOfTerritory, managersInOrder } from '../../shared/domain/territory/managers.ts';
import { rep, smallAgreement, territory, withoutManager } from '../support/agreement/small-agreement.ts';

const own = territory('Own', ['ana'], { overflow: 'Helping' });
const helping = territory('Helping', ['ben', 'cem'], { manager: 'leo' });
const agreement = smallAgreement({
  reps: [
    rep('ana'),
    rep('ben', { manager: 'ida' }),
    withoutManager(rep('cem')),
    rep('mia', { manager: 'zoe' }),
    rep('zoe', { manager: 'mia' }),
    ...['ida', 'leo'].map((id) => withoutManager(rep(id))),
  ],
  territories: [own, helping],
});

describe('the managers of a lead', () => {
  it('come one above the other, then those of the teams, each once, though they report to each other', () => {
    expect(managersInOrder(own, 'zoe', agreement)).toEqual(['zoe', 'mia', 'leo', 'ida']);
    expect(managersInOrder(own, undefined, agreement)).toEqual(['mia', 'zoe', 'leo', 'ida']);
    expect(managersInOrder(helping, undefined, agreement)).toEqual(['leo', 'ida']);
  });

  it("begin with the territory's own", () => {
    expect(managerOfTerritory(helping, agreement)).toBe('leo');
    expect(managerOfTerritory(own, agreement)).toBe('mia');
    expect(managerOfTerritory(territory('Alone', ['cem']), agreement)).toBeUndefined();
  });

  it('are those whom a rep or a territory names', () => {
    expect(['mia', 'leo', 'ana'].map((id) => isManager(id, agreement))).toEqual([true, true, false]);
  });
});
