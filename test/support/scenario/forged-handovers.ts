import fc from 'fast-check';
import type { Handover } from '../../../shared/domain/alert/text/handover.ts';
import { HANDOVER } from './handover-sample.ts';

export const FORGED_LINK = 'https://golden-hour.example/a/AAAAAAAAAAAAAAAAAAAAAA';

/** A lead, its page views and its names, all of which somebody else may have written. */
export const forgedHandovers = (hostile: fc.Arbitrary<string>, pageViews = 1): fc.Arbitrary<Handover> =>
  fc
    .tuple(hostile, hostile, hostile, hostile, fc.array(hostile, { maxLength: 40 }))
    .map(([first, company, title, url, others]) => ({
      ...HANDOVER,
      link: FORGED_LINK,
      lead: {
        email: HANDOVER.lead.email,
        fields: {
          ...HANDOVER.lead.fields,
          'person.firstName': first,
          'company.name': company,
          ...Object.fromEntries(others.map((value, index) => [`fields.${value}${index}`, value])),
        },
      },
      activities: Array.from({ length: pageViews }, () => ({ at: HANDOVER.now, kind: 'page-viewed', title, url })),
    }));
