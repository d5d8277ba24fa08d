import type { Source } from '../../domain/source/source.ts';
import type { SourceKind } from '../../domain/vocabulary/source-kinds.ts';

/** How the events of a partner's bus begin to call their source. */
const PARTNERS: Readonly<Partial<Record<SourceKind, string>>> = {
  'salesforce-cdc': 'aws.partner/salesforce.com',
  segment: 'aws.partner/segment.com',
};

/**
 * How a partner's events call their source, or how that begins; undefined of a kind that no bus tells. On AWS the bus has
 * the name of its one source, so that two organizations are told apart.
 */
export const eventSourceOf = ({
  kind,
  bus,
  eventSource,
}: Pick<Source, 'kind' | 'bus' | 'eventSource'>): string | undefined =>
  PARTNERS[kind] === undefined
    ? undefined
    : (eventSource ?? (bus?.startsWith('aws.partner/') === true ? bus : PARTNERS[kind]));

/** Whose event it is; undefined where no source of sources.yaml hears that bus. */
export const sourceOfEvent = (eventSource: string, sources: readonly Source[]): Source | undefined =>
  sources.find((source) => {
    const prefix = eventSourceOf(source);
    return prefix !== undefined && eventSource.startsWith(prefix);
  });
