import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeasuredLead } from '../../shared/domain/measures/measured-lead.ts';
import type { MeasuredStore } from '../../shared/ports/measured-store.ts';
import { wonLead } from '../support/store/measured-samples.ts';

interface MeasuredUnderTest {
  readonly measured: MeasuredStore;
  readonly close?: () => Promise<void>;
}

/** What every store of measures promises, whatever it keeps them in. `make` gives an empty one. */
export const measuredStoreContract = (name: string, make: () => Promise<MeasuredUnderTest>): void => {
  describe(`a store of measures ${name}`, () => {
    let underTest: MeasuredUnderTest;
    let measured: MeasuredStore;

    beforeEach(async () => {
      underTest = await make();
      measured = underTest.measured;
    });
    afterEach(() => underTest.close?.());

    const all = async () => {
      const leads: MeasuredLead[] = [];
      const refusals: string[] = [];
      for await (const page of measured.all()) {
        leads.push(...page.leads);
        refusals.push(...page.refusals.map(({ id, at }) => `${id} ${at}`));
      }
      return { leads: leads.toSorted((a, b) => (a.leadId < b.leadId ? -1 : 1)), refusals: refusals.toSorted() };
    };

    it('gives back a lead as it was kept, and nothing of one that was not', async () => {
      const ann = wonLead('ann', 9);
      expect(await measured.keep(ann, 0)).toBe(true);
      expect(await measured.read('ann')).toEqual(ann);
      expect(await measured.read('ben')).toBeUndefined();
    });

    it('keeps only what follows on from what is kept', async () => {
      expect(await measured.keep(wonLead('ann', 9), 3)).toBe(false);
      expect(await measured.keep(wonLead('ann', 9), 0)).toBe(true);
      expect(await measured.keep(wonLead('ann', 11), 0)).toBe(false);
      expect(await measured.keep(wonLead('ann', 11), 9)).toBe(true);
      expect((await measured.read('ann'))?.upTo).toBe(11);
    });

    it('tells again what it keeps as it is, and nothing that has changed meanwhile', async () => {
      const ann = wonLead('ann', 9);
      await measured.keep(ann, 0);
      expect(await measured.tellAgain(ann, 5)).toBe(true);
      expect(await measured.read('ann')).toEqual(ann);
      expect(await measured.keep(wonLead('ann', 11), 9)).toBe(true);
      expect(await measured.tellAgain(ann, 6)).toBe(false);
      expect(await measured.tellAgain(wonLead('ben', 3), 6)).toBe(false);
      expect((await measured.read('ann'))?.upTo).toBe(11);
      expect(await measured.read('ben')).toBeUndefined();
    });

    it('keeps a refusal once, with its first instant', async () => {
      await measured.keepRefusal({ id: 'a', at: 5 });
      await measured.keepRefusal({ id: 'a', at: 7 });
      await measured.keepRefusal({ id: 'b', at: 6 });
      expect((await all()).refusals).toEqual(['a 5', 'b 6']);
    });

    it('is whole once somebody says so, and since the last time', async () => {
      expect(await measured.wholeSince()).toBeUndefined();
      await measured.markWhole(5);
      await measured.markWhole(7);
      expect(await measured.wholeSince()).toBe(7);
      expect(await all()).toEqual({ leads: [], refusals: [] });
    });

    it('shows all that is kept, each once', async () => {
      expect(await all()).toEqual({ leads: [], refusals: [] });
      const leads = Array.from({ length: 40 }, (_, index) => wonLead(`lead${String(index).padStart(2, '0')}`, 9));
      for (const lead of leads) await measured.keep(lead, 0);
      expect((await all()).leads).toEqual(leads);
    });
  });
};
