import type { CrmFields } from '../../domain/sink/crm-state.ts';
import type { CrmSink } from '../../domain/sink/sink.ts';
import type { WebAnswer } from '../../ports/web-calls.ts';
import { mayPass } from './answer-status.ts';

/** Whom a CRM is asked about, and whose record is written. */
export interface CrmPerson {
  readonly email: string;
  /** Of the record, where the lead has it. */
  readonly recordId?: string;
}

/** What became of a write: `unknown` where there is no such record, or none that can be written any more. */
export type CrmWrite = 'written' | 'unknown';

/** One kind of CRM. Each throws CrmRefused or CrmFailed where the CRM does not do what it is asked. */
export interface Crm<S extends CrmSink = CrmSink> {
  /** The id of whoever has this address there; undefined where nobody has. */
  ownerOf(email: string, sink: S): Promise<string | undefined>;
  write(person: CrmPerson, fields: CrmFields, sink: S): Promise<CrmWrite>;
}

/** The CRM refuses our secret, or what it is told: the same again would not help. */
export class CrmRefused extends Error {
  readonly code = 'CRM_REFUSED';
  constructor(
    sink: string,
    readonly status: number,
  ) {
    super(`${sink} answered ${status}: look at its secret, its scopes, and at what sinks.yaml writes there.`);
    this.name = 'CrmRefused';
  }
}

/** The CRM does not answer as it should, or has enough of us for now. */
export class CrmFailed extends Error {
  readonly code = 'CRM_FAILED';
  constructor(
    sink: string,
    readonly status: number,
    readonly retryAfter: string | undefined,
  ) {
    super(`${sink} answered ${status}. It is told again later.`);
    this.name = 'CrmFailed';
  }
}

/** What an answer that is no success is thrown as. Its body may say anything, so it goes nowhere. */
export const failureOf = ({ name }: CrmSink, { status, headers }: WebAnswer): CrmRefused | CrmFailed =>
  mayPass(status) ? new CrmFailed(name, status, headers['retry-after']) : new CrmRefused(name, status);
