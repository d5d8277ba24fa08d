import type { Scalar } from '../../shared/domain/condition/condition.ts';
import type { RepInput } from './what-if/rep-changes.ts';

/** One change of one input, after which the feed was played again and another rep was the lead's first owner. */
export type Counterfactual = Then &
  (
    | {
        readonly kind: 'field';
        /** In the data of each LeadCaptured of the lead; null for none. */
        readonly path: string;
        readonly from: Scalar | null;
        readonly to: Scalar | null;
      }
    | RepInput
    | {
        readonly kind: 'time';
        /** Of the lead's first event, ISO 8601; all its others are moved as far. */
        readonly path: 'time';
        readonly from: string;
        readonly to: string;
        readonly by: string;
      }
    | {
        readonly kind: 'activity';
        readonly path: 'kind';
        readonly from: null;
        readonly to: string;
        /** The data of a LeadActivityRecorded at the instant of the last capture, besides what there was. */
        readonly activity: Readonly<Record<string, Scalar>>;
      }
  );

/** Who owned the lead then. */
export interface Then {
  readonly owner: string;
  /** Every owner, in order. */
  readonly owners: readonly string[];
}
