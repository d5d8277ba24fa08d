import { readFact } from '../../../shared/contracts/events/facts.ts';
import type { FactEvent } from '../../../shared/domain/lead/fact-event.ts';
import type { Calendar } from './scenario-time.ts';

const late = (lateBy: string | undefined): string => (lateBy === undefined ? '' : ` late by ${lateBy}`);

/** A fact in one line, after it was read as its contract says. */
export const tellFact = (event: FactEvent, { format }: Calendar): string => {
  const fact = readFact(event);
  const instant = (at: string): string => format(Date.parse(at));
  const tell = (): string => {
    switch (fact.type) {
      case 'LeadFieldsIgnored':
        return fact.data.fields.map(({ path }) => path).join(' ');
      case 'LeadTouched':
        return fact.data.touches.map(({ kind, value }) => `${kind} ${value}`).join(', ');
      case 'LeadScored':
        return `${fact.data.grade} ${fact.data.score}`;
      case 'LeadQualified':
        return `${fact.data.score}`;
      case 'LeadIncomplete':
        return fact.data.missing.join(' ');
      case 'LeadAssigned':
        return `${fact.data.rep} ${fact.data.attempt} by ${fact.data.decision.by}`;
      case 'LeadWaiting':
        return `${fact.data.why} until ${instant(fact.data.dueAt)}`;
      case 'ClockStarted':
        return `${fact.data.clause} ${fact.data.attempt} until ${instant(fact.data.dueAt)}`;
      case 'RepAlerted': {
        const { rep, purpose, channel, failure, lateBy } = fact.data;
        return `${rep} ${purpose} ${channel}${failure === undefined ? '' : ` failed: ${failure}`}${late(lateBy)}`;
      }
      case 'LeadAccepted':
        return `${fact.data.rep}${late(fact.data.lateBy)}`;
      case 'LeadRejected':
        return `${fact.data.rep} ${fact.data.reason}${late(fact.data.lateBy)}`;
      case 'LeadEscalated':
        return `${fact.data.clause} ${fact.data.step} ${fact.data.attempt}`;
      case 'LeadLeftWithOwner':
        return `${fact.data.rep} ${fact.data.attempt} by ${fact.data.by}`;
      case 'SlaBreached':
        return `${fact.data.clause} ${fact.data.party} ${fact.data.attempt}`;
      case 'ContactRecorded':
        return `${fact.data.applied ? 'applied' : 'ignored'}${late(fact.data.lateBy)}`;
      case 'ContactAttemptRecorded': {
        const { applied, counted, lateBy } = fact.data;
        return `${applied ? (counted ? 'counted' : 'noted') : 'ignored'}${late(lateBy)}`;
      }
      case 'ContentSent':
        return `${fact.data.rep} ${fact.data.contentId}`;
      case 'LeadSuggested':
        return `${fact.data.rep} ${fact.data.was}`;
      case 'WatchTriggered':
        return fact.data.watchers
          .map(({ rep, watch, what }) => `${rep ?? 'marketing'} ${watch ?? 'own'} ${what}`)
          .join(', ');
      case 'OutcomeRecorded':
        return `${fact.data.outcome} ${fact.data.applied ? 'applied' : 'ignored'}${late(fact.data.lateBy)}`;
      case 'LeadRecycled':
        return fact.data.why;
      case 'LeadForgotten':
        return fact.data.rep ?? 'nobody';
      case 'RepWentAway': {
        const { rep, from, to, leadsReturned } = fact.data;
        const until = to === undefined ? 'open' : instant(to);
        return `${rep} from ${instant(from)} to ${until}, ${leadsReturned.length} returned`;
      }
      case 'RepCameBack':
        return fact.data.rep;
      case 'RepPaused':
        return `${fact.data.rep} after ${fact.data.lapses}`;
      case 'RepUnreachable':
        return `${fact.data.rep} ${fact.data.failing.map(({ channel, reason }) => `${channel} ${reason}`).join(', ')}`;
      case 'RepReachable': {
        const { rep, by, failing } = fact.data;
        return `${rep} by ${by.join(', ')}${failing.map(({ channel, reason }) => `, not ${channel} ${reason}`).join('')}`;
      }
      case 'LeadRefused':
        return fact.data.problems.map(({ path }) => path || 'whole').join(' ');
    }
  };
  return `${instant(event.time)} ${fact.type} ${tell()}`;
};
