import type { Source } from '../../../domain/source/source.ts';
import { own } from '../../events/json-tree.ts';
import { LINKEDIN_API } from '../kinds/linkedin.ts';
import { entriesIn, type Period, type SourceListing } from '../listing.ts';
import { idForPath } from '../read-body.ts';
import type { Fetch } from '../source.ts';

const AT_ONCE = 100;

/** Its parentheses and colons are LinkedIn's own grammar, and not escaped; what is in a URN is. */
const page = ({ from, to }: Period, { apiBase, organization = '' }: Source, start: number): Fetch => ({
  method: 'GET',
  url: `${apiBase ?? LINKEDIN_API}/rest/leadFormResponses?q=owner&owner=(organization:${encodeURIComponent(
    `urn:li:organization:${organization}`,
  )})&leadType=(leadType:SPONSORED)&limitedToTestLeads=false&submittedAtTimeRange=(start:${from},end:${to})&start=${start}&count=${AT_ONCE}`,
});

const startOf = ({ url }: Fetch): number => Number(/&start=(\d+)/.exec(url)?.[1] ?? 0);

/** LinkedIn: the responses to the forms of an organization. */
export const linkedinListing: SourceListing = {
  needs: 'organization',
  begin: (period, source) => page(period, source, 0),
  read: (request, answer, period, source) => {
    const elements = entriesIn(answer, 'elements');
    if (elements === undefined) return undefined;
    const bodies = elements.flatMap((one) => {
      const id = idForPath(own(one, 'id'));
      if (id === '') return [];
      return [
        {
          type: 'LEAD_ACTION',
          leadAction: 'CREATED',
          leadGenFormResponse: `urn:li:leadGenFormResponse:${id}`,
          leadGenForm: own(one, 'versionedLeadGenFormUrn'),
          occurredAt: own(one, 'submittedAt'),
        },
      ];
    });
    return { bodies, next: elements.length < AT_ONCE ? [] : [page(period, source, startOf(request) + AT_ONCE)] };
  },
};
