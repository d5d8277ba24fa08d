import type { Zone } from '../time/zone.ts';
import type { DerivedField } from '../vocabulary/derived-fields.ts';
import type { SourceKind } from '../vocabulary/source-kinds.ts';
import type { MappedValue } from './mapped-value.ts';

/** A source of sources.yaml, as functions read it. */
export interface Source {
  /** The source of its events, and part of its address. */
  readonly name: string;
  readonly kind: SourceKind;
  /** The kind of the activity that a form gives; absent: what the kind of source says. */
  readonly activity?: string;
  /** By the path of a lead's field; before what the kind of source knows by itself. */
  readonly map: Readonly<Record<string, MappedValue>>;
  /** Whose plan a telephone number without `+` follows, where the lead tells no country. */
  readonly country?: string;
  /** Of times without an offset. */
  readonly zone: Zone;
  readonly keepsTests: boolean;
  /** What other fields may tell where a lead does not say it. */
  readonly derive: readonly DerivedField[];
  /** Templates over the body; absent: what the kind of source says. */
  readonly id?: string;
  readonly time?: string;
  /** Lower-case name of a header that holds a secret as it is. */
  readonly secretHeader?: string;
  /** By whom we write into the CRM: an app, where that is another one than tells us, or a user. */
  readonly writer?: string;
  /** Of a CRM that leads are fetched from. */
  readonly apiBase?: string;
  /** The number of the organization whose forms they are. */
  readonly organization?: string;
  /** Whether it is asked every hour which leads came; absent: where it can be. */
  readonly reconcile?: boolean;
  /** The name of a partner's bus on which it tells. */
  readonly bus?: string;
  /** How the events there call their source, or how that begins; absent: as the partner does. */
  readonly eventSource?: string;
  /** By rep, their ids with the source: who may answer there. */
  readonly reps: Readonly<Record<string, string>>;
}
