import type { RoutingDecision } from '../../shared/application/history/routing-decision.ts';
import type { ExcludedRep } from '../../shared/domain/lead/decision-record.ts';
import type { Rules } from '../../shared/domain/rules.ts';
import { MINUTE_MS } from '../../shared/domain/time/durations.ts';
import { type Instant, toIso } from '../../shared/domain/time/instant.ts';
import { formatDuration } from '../../shared/domain/time/iso-duration.ts';
import type { Counterfactual } from './counterfactual.ts';
import type { LeadLine } from './lead-lines.ts';
import type { LeadRun, RunOptions } from './lead-run.ts';
import { createTrials, type Trials } from './trials.ts';
import { activityChanges } from './what-if/activity-changes.ts';
import { withField } from './what-if/candidate-values.ts';
import { type FieldChange, fieldChanges } from './what-if/field-changes.ts';
import { predictOwner, wouldQualify } from './what-if/predict-owner.ts';
import { repChanges } from './what-if/rep-changes.ts';

export interface Search {
  /** The smallest changes of fields first, then of what the lead did, of reps and of time. */
  readonly counterfactuals: readonly Counterfactual[];
  /** How many changed feeds and agreements were played. */
  readonly played: number;
}

export interface SearchOptions extends RunOptions {
  readonly email: string;
  readonly leadId: string;
  readonly lines: readonly LeadLine[];
  readonly rules: Rules;
  readonly run: LeadRun;
}

/** Fields of which a change is told. */
const FIELDS_TOLD = 3;
/** Attempts at finding a first change of a field. */
const FIELD_ATTEMPTS = 100;
const SHIFTS_MS = [15, 60, 120, 240, 480, 720, 1_440, 2_880, 4_320, 10_080].map((minutes) => minutes * MINUTE_MS);

const firstOwner = (decisions: readonly RoutingDecision[]): string | undefined => {
  for (const decision of decisions) if (decision.type === 'LeadAssigned') return decision.rep;
  return undefined;
};

/** Those who came into question and were passed over, up to the first assignment. */
const passedOver = (decisions: readonly RoutingDecision[]): readonly (ExcludedRep & { readonly at: Instant })[] => {
  const found = new Map<string, ExcludedRep & { readonly at: Instant }>();
  for (const decision of decisions) {
    const at = Date.parse(decision.at);
    const { account, reps } = decision.decision;
    const excluded = [...(account === undefined ? [] : [account]), ...reps.filter((rep) => 'excluded' in rep)];
    for (const one of excluded) if (!found.has(one.rep)) found.set(one.rep, { ...one, at });
    if (decision.type === 'LeadAssigned') break;
  }
  return [...found.values()];
};

/** Whether the change would have given the lead another owner, as things stood when it came. */
const isLikely = ({ path, to }: FieldChange, { run, rules }: SearchOptions): boolean => {
  const { moment, lead, closest, decisions } = run;
  if (moment !== undefined) {
    const owner = predictOwner(moment, withField(moment.lead.fields, path, to), rules);
    return owner !== undefined && owner !== firstOwner(decisions);
  }
  if (lead === undefined || closest === undefined) return true;
  return wouldQualify(lead, closest.score, withField(lead.fields, path, to), rules);
};

/** The unlikely ones are tried only for as long as none is found. */
const byField = async (options: SearchOptions, trials: Trials): Promise<readonly Counterfactual[]> => {
  const fields = options.run.moment?.lead.fields ?? options.run.lead?.fields;
  if (fields === undefined) return [];
  const changes = fieldChanges(fields, options.email, options.rules);
  const likely = new Set(changes.filter((change) => isLikely(change, options)));
  const found = new Map<string, Counterfactual>();
  for (const change of [...likely, ...changes.filter((one) => !likely.has(one))]) {
    if (found.size > 0 && (!likely.has(change) || found.size === FIELDS_TOLD || trials.isLong())) break;
    if (trials.count() === FIELD_ATTEMPTS) break;
    const { path, from, to } = change;
    if (found.has(path)) continue;
    const then = await trials.withLines({ kind: 'field', path, to });
    if (then !== undefined) found.set(path, { kind: 'field', path, from, to, ...then });
  }
  return [...found.values()];
};

/** Of a lead that was never hot. */
const byActivity = async (options: SearchOptions, trials: Trials): Promise<readonly Counterfactual[]> => {
  const { agreement, email, run } = options;
  if (run.closest === undefined || run.moment !== undefined) return [];
  for (const { activity } of activityChanges(agreement, run.closest.missing)) {
    if (trials.isLong()) break;
    const then = await trials.withLines({ kind: 'activity', email, activity });
    if (then === undefined) continue;
    return [{ kind: 'activity', path: 'kind', from: null, to: activity.kind, activity, ...then }];
  }
  return [];
};

const byRep = async ({ agreement, run }: SearchOptions, trials: Trials): Promise<readonly Counterfactual[]> => {
  const language = run.moment?.lead.fields.language;
  const found: Counterfactual[] = [];
  for (const { at, ...excluded } of passedOver(run.decisions)) {
    for (const { agreement: changed, input } of repChanges(excluded, agreement, at, language)) {
      if (trials.isLong()) return found;
      const then = await trials.with({ agreement: changed });
      if (then === undefined) continue;
      found.push({ ...input, ...then });
      break;
    }
  }
  return found;
};

const byTime = async ({ lines, run }: SearchOptions, trials: Trials): Promise<readonly Counterfactual[]> => {
  const from = lines[0]?.at;
  if (from === undefined || run.moment === undefined) return [];
  for (const byMs of SHIFTS_MS.flatMap((ms) => [ms, -ms])) {
    if (trials.isLong()) break;
    const then = await trials.withLines({ kind: 'time', byMs });
    if (then === undefined) continue;
    return [
      { kind: 'time', path: 'time', from: toIso(from), to: toIso(from + byMs), by: formatDuration(byMs), ...then },
    ];
  }
  return [];
};

/** Looks for the smallest changes of one input that give the lead another first owner, and plays each to be sure. */
export const search = async (options: SearchOptions): Promise<Search> => {
  const { leadId, lines, run } = options;
  const trials = createTrials(options, leadId, lines, firstOwner(run.decisions));
  const counterfactuals = [
    ...(await byField(options, trials)),
    ...(await byActivity(options, trials)),
    ...(await byRep(options, trials)),
    ...(await byTime(options, trials)),
  ];
  return { counterfactuals, played: trials.count() };
};
