import type { Writable } from 'node:stream';
import { createSeededIds } from '../../shared/adapters/memory/seeded-ids.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { happeningsOf, lifeOf } from '../../shared/application/history/life.ts';
import { readInbound } from '../../shared/contracts/events/read-inbound.ts';
import { isDerived } from '../../shared/domain/capture/capture-fields.ts';
import type { Problem } from '../../shared/domain/lead/facts.ts';
import { ownerOf } from '../../shared/domain/lead/lead.ts';
import { createRules } from '../../shared/domain/rules.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { openFeed } from '../feed.ts';
import { createOutput } from '../output.ts';
import { watchedFeed } from '../watched-feed.ts';
import type { Explanation, WhyUnowned } from './explanation.ts';
import { findLeadLines, type LeadLine } from './lead-lines.ts';
import { type LeadRun, runLead } from './lead-run.ts';
import { toldByLines } from './life/told-by-lines.ts';
import { printExplanation } from './print-explanation.ts';
import { search } from './search.ts';
import { whyUnassigned } from './what-if/why-unassigned.ts';

export interface ExplainOptions {
  readonly agreement: string;
  readonly events: string;
  /** The lead's normalised e-mail address. */
  readonly lead: string;
  /** Epoch milliseconds. */
  readonly until?: Instant;
  readonly json: boolean;
  readonly seed: number;
}

const refused = (lines: readonly LeadLine[]): readonly Problem[] =>
  lines.flatMap(({ text }) => {
    const reading = readInbound(text);
    return reading.ok ? [] : reading.problems;
  });

const derivedOf = ({ lead }: LeadRun): Explanation['derived'] =>
  Object.entries(lead?.fields ?? {}).flatMap(([field, value]) =>
    lead !== undefined && isDerived(lead, field) ? [{ field, value }] : [],
  );

const unownedOf = ({ lead, closest }: LeadRun, lines: readonly LeadLine[]): WhyUnowned | null => {
  if (lead !== undefined && ownerOf(lead) !== undefined) return null;
  const problems = lead === undefined || lead.stage === 'uncaptured' ? refused(lines) : [];
  if (problems.length > 0) return { why: 'refused', problems };
  return lead === undefined ? { why: 'not-captured' } : whyUnassigned(lead, closest);
};

/** Explains one lead. Answers false, with a word on stderr, if the feed knows no such lead. */
export const explain = async (options: ExplainOptions, stdout: Writable, stderr: Writable): Promise<boolean> => {
  const { lead: email } = options;
  const feed = watchedFeed(openFeed(options.events, stderr), stderr);
  try {
    const agreement = await readAgreement(options.agreement, feed.years);
    const leadId = createSeededIds(options.seed).leadId(email);
    const lines = findLeadLines(feed, email, leadId);
    if (lines.length === 0) {
      stderr.write(`golden-hour: ${options.events} has no event of the lead ${email}\n`);
      return false;
    }
    const { seed, until } = options;
    const playing = { agreement, feed, seed, ...(until === undefined ? {} : { until }) };
    const run = await runLead(playing, leadId, lines);
    const rules = createRules(agreement);
    const unowned = unownedOf(run, lines);
    const hadOwner = run.decisions.some(({ type }) => type === 'LeadAssigned');
    const found = await search({ ...playing, email, leadId, lines, rules, run });
    const explanation: Explanation = {
      lead: email,
      leadId,
      stage: run.lead?.stage ?? null,
      cycle: run.lead?.cycle ?? 0,
      owner: (run.lead && ownerOf(run.lead)?.rep) ?? null,
      derived: derivedOf(run),
      life: lifeOf([...happeningsOf(run.facts), ...toldByLines(lines)]),
      decisions: run.decisions,
      unassigned: hadOwner ? null : unowned,
      unowned,
      ...found,
    };
    const output = createOutput(stdout);
    if (options.json) output.line(JSON.stringify(explanation, null, 2));
    else printExplanation(explanation, agreement, output.line);
    await output.flush(true);
    return true;
  } finally {
    feed.close();
  }
};
