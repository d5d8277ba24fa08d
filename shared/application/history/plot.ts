import { counted } from '../../domain/language/counted.ts';
import { CLAUSE_RULES } from '../../domain/lead/clause-rules.ts';
import type { Fact, Refused } from '../../domain/lead/facts.ts';
import type { FailingChannel, RepFact } from '../../domain/lead/rep-facts.ts';
import type { IsoInstant } from '../../domain/time/instant.ts';
import { readableDuration } from '../../domain/time/readable-duration.ts';
import { CHANNEL_NAMES } from '../../domain/vocabulary/channels.ts';
import { STEP_RULES } from '../../domain/vocabulary/steps.ts';

/** Of the day, UTC: `09:01`. */
export const time = (at: IsoInstant): string => at.slice(11, 16);
const dateAndTime = (at: IsoInstant): string => `${at.slice(0, 10)} ${time(at)}`;

const reasons = (named: readonly { readonly name: string; readonly points: number }[]): string =>
  named
    .slice(0, 3)
    .map(({ name, points }) => `${name} (${points})`)
    .join(', ');

const late = (lateBy: string | undefined): string =>
  lateBy === undefined ? '' : `, late by ${readableDuration(lateBy)}`;

const whyNot = (failing: readonly FailingChannel[]): string =>
  failing.map(({ channel, reason }) => `${CHANNEL_NAMES[channel]} (${reason})`).join(', ');

/** A fact about somebody, as a story tells it; undefined where another line tells it. */
export const plot = (
  fact: Fact | RepFact | Refused,
  who: string,
  nameOf: (rep: string) => string,
): string | undefined => {
  switch (fact.type) {
    case 'LeadFieldsIgnored':
      return `of ${who} is left out or cut: ${fact.data.fields.map(({ path, problem }) => `${path} (${problem})`).join(', ')}`;
    case 'LeadQualified':
      return fact.data.by === undefined
        ? `HOT  ${who}: ${counted(fact.data.score, 'point')}, ${reasons(fact.data.reasons)}`
        : `${who} is given to sales by hand, with ${counted(fact.data.score, 'point')}`;
    case 'LeadIncomplete':
      return `${who} is hot, but marketing may not pass it on without ${fact.data.missing.join(', ')}`;
    case 'LeadAssigned': {
      const { decision, territory, attempt, rep, from } = fact.data;
      const taken = from === undefined ? '' : `, taken from ${nameOf(from)}`;
      return `${who} goes to ${nameOf(rep)} (${territory}, by ${decision.by}${attempt > 1 ? `, owner ${attempt}` : ''}${taken})`;
    }
    case 'LeadWaiting':
      return `${who} waits in line: ${fact.data.why.replaceAll('-', ' ')}, next look ${dateAndTime(fact.data.dueAt)}`;
    case 'LeadAccepted':
      return `${nameOf(fact.data.rep)} accepts ${who}${late(fact.data.lateBy)}`;
    case 'LeadRejected': {
      const { rep, reason, note, lateBy } = fact.data;
      return `${nameOf(rep)} rejects ${who}: ${reason}${note === undefined ? '' : `, "${note}"`}${late(lateBy)}`;
    }
    case 'LeadEscalated': {
      const { rep, clause, step } = fact.data;
      const missed = rep === undefined ? 'nobody owns' : `${nameOf(rep)} ${CLAUSE_RULES[clause].missed}`;
      return `ESCALATION by the clock: ${missed} ${who}; ${STEP_RULES[step].words} (${clause}, ${step})`;
    }
    case 'LeadLeftWithOwner':
      return `${nameOf(fact.data.by)} leaves ${who} with ${nameOf(fact.data.rep)}`;
    case 'SlaBreached': {
      const { clause, party, dueAt } = fact.data;
      return `BROKEN  ${clause} of ${who}, by ${party}: it was due at ${time(dueAt)}`;
    }
    case 'ContactRecorded':
      return fact.data.applied ? `${who} is contacted${late(fact.data.lateBy)}` : undefined;
    case 'ContactAttemptRecorded':
      return fact.data.applied ? `${nameOf(fact.data.rep ?? '')} tries to reach ${who}` : undefined;
    case 'ContentSent':
      return `${nameOf(fact.data.rep)} sends ${who} ${fact.data.contentId}`;
    case 'LeadSuggested':
      return `${nameOf(fact.data.rep)} might call ${who} again: ${fact.data.was}, ${counted(fact.data.score, 'point')}`;
    case 'WatchTriggered': {
      const told = fact.data.watchers.map(
        ({ rep, what, kind }) => `${rep === undefined ? 'marketing' : nameOf(rep)} (${kind ?? what})`,
      );
      return `${who} is watched by ${told.join(', ')}`;
    }
    case 'OutcomeRecorded':
      return fact.data.applied ? `${who} is ${fact.data.outcome}${late(fact.data.lateBy)}` : undefined;
    case 'LeadRecycled':
      return `${who} goes back to marketing: ${fact.data.why}`;
    case 'LeadForgotten':
      return 'somebody is forgotten';
    case 'LeadRefused':
      return `REFUSED  ${fact.data.problems.map(({ path, message }) => `${path || 'a line'}: ${message}`).join('; ')}`;
    case 'RepAlerted': {
      const { failure, channel, rep } = fact.data;
      return failure === undefined ? undefined : `no ${channel} to ${nameOf(rep)} about ${who}: ${failure}`;
    }
    case 'RepWentAway': {
      const { rep, from, to, leadsReturned } = fact.data;
      const until = to === undefined ? 'until they are back' : `until ${dateAndTime(to)}`;
      const given = leadsReturned.length === 0 ? '' : `, and gives back ${counted(leadsReturned.length, 'lead')}`;
      return `${nameOf(rep)} is away from ${dateAndTime(from)} ${until}${given}`;
    }
    case 'RepCameBack':
      return `${nameOf(fact.data.rep)} is back`;
    case 'RepPaused':
      return `${nameOf(fact.data.rep)} gets no leads for now: ${counted(fact.data.lapses, 'lead')} in a row not answered`;
    case 'RepUnreachable':
      return `NOBODY REACHES ${nameOf(fact.data.rep)}: ${whyNot(fact.data.failing)}`;
    case 'RepReachable': {
      const { rep, by, failing } = fact.data;
      const but = failing.length === 0 ? '' : `, not by ${whyNot(failing)}`;
      return `${nameOf(rep)} is reached by ${by.map((channel) => CHANNEL_NAMES[channel]).join(', ')}${but}`;
    }
    case 'LeadTouched':
    case 'LeadScored':
    case 'ClockStarted':
      return undefined;
  }
};
