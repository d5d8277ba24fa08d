import type { Source } from '../../domain/source/source.ts';
import type { SourceKind } from '../../domain/vocabulary/source-kinds.ts';

/** How the events of a partner's bus begin to call their source. */
const PARTNERS: Readonly<Partial<Record<SourceKind, string>>> = {
  'salesforce-cdc': 'aws.partner/salesforce.com',
  segment: 'aws.partner/segment.com',
};

/** Whose event it is; undefined where no source of sources.yaml hears that bus. */
export const sourceOfEvent = (eventSource: string, sources: readonly Source[]): Source | undefined =>
  sources.find(({ kind }) => {
    const prefix = PARTNERS[kind];
    return prefix !== undefined && eventSource.startsWith(prefix);
  });
