import type { Sink } from '../../domain/sink/sink.ts';
import type { FactType } from '../../domain/vocabulary/fact-types.ts';
import type { SinkKind } from '../../domain/vocabulary/sink-kinds.ts';
import { CARD_FACTS, CRM_FACTS } from '../../domain/vocabulary/told-facts.ts';
import type { FunctionName } from '../functions.ts';

/** The function that tells the sinks of a kind. */
export const TOLD_BY = {
  webhook: 'send-webhook',
  hubspot: 'write-crm',
  salesforce: 'write-crm',
  teams: 'post-card',
} as const satisfies Readonly<Record<SinkKind, FunctionName>>;

export type SinkFunctionName = (typeof TOLD_BY)[SinkKind];

/** Which facts a sink is told, or is told by. */
export const factsOf = (sink: Sink): readonly FactType[] => {
  switch (sink.kind) {
    case 'webhook':
      return sink.facts;
    case 'hubspot':
    case 'salesforce':
      return CRM_FACTS;
    case 'teams':
      return CARD_FACTS;
  }
};
