import type { Source } from '../../domain/source/source.ts';
import type { SourceKind } from '../../domain/vocabulary/source-kinds.ts';
import type { SourceListing } from './listing.ts';
import { hubspotListing } from './listings/hubspot.ts';
import { linkedinListing } from './listings/linkedin.ts';
import { metaListing } from './listings/meta.ts';
import { salesforceListing } from './listings/salesforce.ts';

/** Kinds that lose what they could not deliver, or tell of it only once, and can be asked what came. */
const SOURCE_LISTINGS: Readonly<Partial<Record<SourceKind, SourceListing>>> = {
  meta: metaListing,
  linkedin: linkedinListing,
  hubspot: hubspotListing,
  'salesforce-cdc': salesforceListing,
};

/** How a source is asked what came; undefined where it cannot be, or shall not. */
export const listingOf = (source: Source): SourceListing | undefined => {
  const listing = SOURCE_LISTINGS[source.kind];
  if (listing === undefined || source.reconcile === false) return undefined;
  return listing.needs === undefined || source[listing.needs] !== undefined ? listing : undefined;
};
