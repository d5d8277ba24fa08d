import type { SinkKind } from '../../domain/vocabulary/sink-kinds.ts';
import type { FunctionName } from '../functions.ts';

/** The function that tells the sinks of a kind. */
export const TOLD_BY = {
  webhook: 'send-webhook',
  hubspot: 'write-crm',
  salesforce: 'write-crm',
  teams: 'post-card',
} as const satisfies Readonly<Record<SinkKind, FunctionName>>;

export type SinkFunctionName = (typeof TOLD_BY)[SinkKind];
