import type { Happening } from '../../../shared/application/history/life.ts';
import { toIso } from '../../../shared/domain/time/instant.ts';
import type { LeadLine } from '../lead-lines.ts';

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What the lines of a feed tell of the lead, and what they say that it did; answers are told by facts. */
export const toldByLines = (lines: readonly LeadLine[]): readonly Happening[] =>
  lines.flatMap(({ at, event }): readonly Happening[] => {
    const { data } = event.detail;
    const [source, kind, url, title] = [data.source, data.kind, data.url, data.title].map(textOf);
    switch (event['detail-type']) {
      case 'LeadCaptured':
        return [{ at: toIso(at), type: 'LeadCaptured', data: source === undefined ? {} : { source } }];
      case 'LeadActivityRecorded':
        return [
          {
            at: toIso(at),
            type: 'LeadActivityRecorded',
            data: {
              kind: kind ?? 'something',
              ...(url === undefined ? {} : { url }),
              ...(title === undefined ? {} : { title }),
            },
          },
        ];
      default:
        return [];
    }
  });
