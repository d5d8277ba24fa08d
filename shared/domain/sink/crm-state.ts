import { isForgotten, type Lead, ownerOf } from '../lead/lead.ts';
import { CRM_PROPERTIES, type CrmProperty } from '../vocabulary/crm-properties.ts';
import type { CrmStage } from '../vocabulary/crm-stages.ts';
import type { CrmSink } from './sink.ts';

/** What is true of a lead now, as far as a CRM is told. */
export interface CrmState {
  readonly stage: CrmStage;
  /** Absent: nobody owns it. */
  readonly rep?: string;
  /** With which it qualified; absent before that and after its end. */
  readonly score?: number;
  readonly reasons?: string;
}

const stageOf = (lead: Lead): CrmStage | undefined => {
  switch (lead.stage) {
    case 'uncaptured':
      return undefined;
    case 'ended':
      return lead.end === 'forgotten' ? undefined : lead.end;
    default:
      return lead.stage;
  }
};

/** Undefined of a lead that nobody has told us of, or that was forgotten. */
export const crmStateOf = (lead: Lead): CrmState | undefined => {
  const stage = stageOf(lead);
  if (stage === undefined || isForgotten(lead)) return undefined;
  const rep = ownerOf(lead)?.rep;
  const qualification = 'qualification' in lead ? lead.qualification : undefined;
  return {
    stage,
    ...(rep === undefined ? {} : { rep }),
    ...(qualification === undefined
      ? {}
      : {
          score: qualification.score,
          reasons: qualification.reasons.map(({ name, points }) => `${name}: ${points}`).join('\n'),
        }),
  };
};

export type CrmFields = Readonly<Record<string, string | number>>;

/** What is written, under the CRM's own names. `owner` is the CRM's id of the owner; undefined where it has none. */
export const crmFields = ({ properties, stages }: CrmSink, state: CrmState, owner: string | undefined): CrmFields => {
  const values: Readonly<Record<CrmProperty, string | number | undefined>> = {
    owner,
    stage: stages[state.stage],
    score: state.score,
    reasons: state.reasons,
  };
  const fields: Record<string, string | number> = {};
  for (const property of CRM_PROPERTIES) {
    const [name, value] = [properties[property], values[property]];
    if (name !== undefined && value !== undefined) fields[name] = value;
  }
  return fields;
};

/** Whether a CRM that was told `told` has all of these. What is not among them stays there as it was. */
export const isTold = (told: CrmFields, fields: CrmFields): boolean =>
  Object.entries(fields).every(([name, value]) => told[name] === value);
