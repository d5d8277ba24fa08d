import { pagesRead } from '../alert/text/pages-read.ts';
import { contentFor } from '../alert/text/read-next.ts';
import { firstOfAlert, startAlert } from '../clock/run-alert.ts';
import { BLANK } from '../lead/blank.ts';
import type { Decision } from '../lead/decision.ts';
import type { Fact } from '../lead/facts.ts';
import { ROUTING_GRACE_MS } from '../lead/grace.ts';
import type { Lead, StageOf } from '../lead/lead.ts';
import { baseOf } from '../lead/leave-owner.ts';
import type { Rules } from '../rules.ts';
import { growsHotAt } from '../scoring/grows-hot.ts';
import { isHeldOut } from '../scoring/hold-out.ts';
import { scoreLead } from '../scoring/score.ts';
import { triggerOf } from '../scoring/trigger.ts';
import { type Instant, toIso } from '../time/instant.ts';

const missingOf = (lead: Lead, minimum: readonly string[]): readonly string[] =>
  minimum.filter((path) => lead.fields[path] === undefined);

const sameList = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
  a !== undefined && a.length === b.length && a.every((item, index) => item === b[index]);

const nurtured = (lead: Lead): StageOf<'nurture'> => ({ stage: 'nurture', ...baseOf(lead) });

const waitToGrowHot = (lead: StageOf<'nurture'>, rules: Rules, now: Instant): Lead => {
  const lookAt = growsHotAt(lead, rules, now);
  if (lookAt === lead.lookAt) return lead;
  return { ...nurtured(lead), ...(lookAt === undefined ? {} : { lookAt }) };
};

/**
 * Scores a captured lead as at `now`, and qualifies it once a cycle when it is hot and complete. The
 * score is published at each capture and at each change of grade.
 */
export const qualify = (lead: Lead, rules: Rules, now: Instant, captured: boolean): Decision => {
  if (lead.stage === 'uncaptured' || lead.stage === 'ended') return { lead, facts: [] };
  const { scoring, sla, content } = rules.agreement;
  const score = scoreLead(lead, rules, now);
  const facts: Fact[] = [];
  if (captured || score.grade !== lead.grade) facts.push({ type: 'LeadScored', data: score });
  const scored: Lead = score.grade === lead.grade ? lead : { ...BLANK, ...lead, grade: score.grade };
  if (scored.stage !== 'nurture') return { lead: scored, facts };
  if (score.grade !== 'hot') return { lead: waitToGrowHot(scored, rules, now), facts };

  const missing = missingOf(lead, scoring.minimum);
  if (missing.length > 0) {
    if (!sameList(lead.missing, missing)) facts.push({ type: 'LeadIncomplete', data: { score: score.score, missing } });
    return { lead: { ...nurtured(scored), missing }, facts };
  }
  const trigger = triggerOf(lead, score, scoring);
  const alert = startAlert(sla.alert, now);
  const pages = pagesRead(lead.timeline, content);
  const offered = contentFor(lead, rules.agreement).map(({ id }) => id);
  const holdOut = scoring.holdOut === undefined ? {} : { heldOut: isHeldOut(lead.id, scoring.holdOut) };
  facts.push(
    {
      type: 'LeadQualified',
      data: {
        score: score.score,
        reasons: score.reasons,
        ...holdOut,
        ...(offered.length === 0 ? {} : { offered }),
        ...(pages.length === 0 ? {} : { pages }),
      },
    },
    {
      type: 'ClockStarted',
      data: { clause: 'alert', attempt: lead.attempt, dueAt: toIso(firstOfAlert(alert)) },
    },
  );
  return {
    lead: {
      stage: 'qualified',
      ...baseOf(scored),
      qualification: {
        at: now,
        score: score.score,
        reasons: score.reasons,
        ...(trigger === undefined ? {} : { trigger }),
        ...holdOut,
        alert,
      },
      lookAt: now + ROUTING_GRACE_MS,
    },
    facts,
  };
};
