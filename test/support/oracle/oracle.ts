import { checkBreach, checkStep, endClause, type Life, newLife, type Owned, start, takesOutcome } from './lead-life.ts';
import { createMessageRules } from './messages.ts';
import { countriesOf, opening, teamOf } from './planned.ts';
import type { Decided, Printed } from './printed-lines.ts';
import type { PlannedRep, World } from './random-world.ts';
import { createShares } from './shares.ts';

const MINUTE = 60_000;

const END_OF: Readonly<Record<string, string>> = {
  recycle: 'recycled',
  'return-to-marketing': 'returned',
  close: 'closed',
};

/**
 * Reads what was printed of a world, line by line, and tells each line that is not as the documents say. It knows the
 * plan of the agreement and nothing of the code that decides.
 */
export const problemsOf = (world: World, printed: readonly Printed[]): readonly string[] => {
  const { plan } = world;
  const problems: string[] = [];
  let where = '';
  const complain = (problem: string): void => {
    problems.push(`${where}: ${problem}`);
  };
  const leads = new Map<string, Life>();
  const searching = new Set<Life>();
  const open = new Map<string, number>();
  const countries = countriesOf(world);
  const shares = createShares(plan.teams, complain);
  const messages = createMessageRules(plan, complain);

  const count = ({ rep, isManager }: Owned, by: 1 | -1): void => {
    if (!isManager) open.set(rep, (open.get(rep) ?? 0) + by);
  };

  const lose = (life: Life): Owned | undefined => {
    const { owner } = life;
    if (owner !== undefined) count(owner, -1);
    life.owner = undefined;
    return owner;
  };

  const keep = (life: Life, { owner }: NonNullable<Life['previous']>): void => {
    searching.delete(life);
    if (life.state !== 'routing') return;
    life.owner = owner;
    if (owner.clause !== undefined) owner.clause.steps = [];
    count(owner, 1);
    life.state = 'owned';
    life.previous = undefined;
  };

  /** Nobody else was found in the instant in which the last owner lost them: they are kept. */
  const keepBefore = (time: number): void => {
    for (const life of searching) {
      if (life.previous !== undefined && life.previous.since < time) keep(life, life.previous);
    }
  };

  const seek = (life: Life, time: number): void => {
    const owner = lose(life);
    life.state = 'routing';
    life.previous = owner && { owner, since: time };
    searching.add(life);
  };

  const end = (life: Life, how: string, time: number): void => {
    endClause(lose(life)?.clause, time, complain);
    if (life.alert === 'pending' && life.alertDue < time) complain('our broken promise was not told');
    life.alert = 'none';
    life.state = how === 'sales-qualified' ? 'sealed' : 'ended';
    life.end = how;
    life.previous = undefined;
  };

  const checkWork = (life: Life, rep: PlannedRep, { startsAt }: Decided, time: number): void => {
    const at = opening(rep, time);
    const told = startsAt === undefined ? time : Date.parse(startsAt);
    if (told !== at) complain(`${rep.id} starts at ${at}, and not at ${told}`);
    const accept = time + plan.accept.within * MINUTE;
    const horizon = life.alert === 'pending' ? Math.min(life.alertDue, accept) : accept;
    if (at > time && at >= horizon) complain(`${rep.id} starts at ${at}, after ${horizon}`);
  };

  const assign = (life: Life, { time, data }: Printed): void => {
    const { decision } = data;
    const { attempt = 0, territory = '' } = data;
    const rep = data.rep ?? '';
    if (decision === undefined) {
      complain('no decision record');
      return;
    }
    if (life.owner !== undefined) complain(`two owners: ${life.owner.rep} and ${rep}`);
    if (attempt !== life.attempt + 1) complain(`attempt ${attempt} after ${life.attempt}`);
    const own = teamOf(plan, countries.get(life.email) ?? '');
    if (territory !== own) complain(`the lead of ${own} went to ${territory}`);
    const isManager = decision.by === 'manager';
    const planned = plan.reps.find(({ id }) => id === rep);
    if (planned === undefined) {
      complain(`nobody is called ${rep}`);
      return;
    }
    if (!isManager) {
      if (life.past.includes(rep)) complain(`${rep} has had the lead before`);
      if (life.past.length >= plan.maxOwners) complain(`${rep} is owner ${life.past.length + 1}`);
      if ((open.get(rep) ?? 0) >= (planned.capacity ?? Number.POSITIVE_INFINITY)) complain(`${rep} is full`);
      checkWork(life, planned, decision, time);
      life.past.push(rep);
    }
    const paid = isManager ? undefined : shares.give(decision.team ?? territory, rep, life.score, decision);
    const owner: Owned = {
      rep,
      attempt,
      isManager,
      clause: undefined,
      paid,
      stage: isManager ? 'accepted' : 'assigned',
    };
    owner.clause = isManager ? start('contact', plan.contact, owner, time) : start('accept', plan.accept, owner, time);
    count(owner, 1);
    Object.assign(life, { owner, attempt, state: 'owned', previous: undefined });
    searching.delete(life);
  };

  const answered = (life: Life, line: Printed, stage: Owned['stage']): void => {
    const { owner } = life;
    if (owner === undefined || owner.rep !== line.data.rep) {
      complain(`${line.data.rep} does not have the lead`);
      return;
    }
    const due = owner.clause?.due ?? Number.POSITIVE_INFINITY;
    if (line.time > due !== (line.data.lateBy !== undefined)) complain(`lateBy ${line.data.lateBy}, due at ${due}`);
    endClause(owner.clause, line.time, complain);
    owner.stage = stage;
    owner.clause = stage === 'accepted' ? start('contact', plan.contact, owner, line.time) : undefined;
    if (life.alert === 'pending') life.alert = 'met';
  };

  const reject = (life: Life, { time, data }: Printed): void => {
    const { owner } = life;
    if (owner === undefined || owner.rep !== data.rep) {
      complain(`${data.rep} does not have the lead`);
      return;
    }
    if (data.reason !== 'no-time' && owner.paid !== undefined) {
      shares.giveBack(owner.paid);
      owner.paid = undefined;
    }
    const how = END_OF[data.action ?? ''];
    if (how === undefined) seek(life, time);
    else end(life, how, time);
  };

  const close = (life: Life, { time, data }: Printed): void => {
    const { outcome = '', applied } = data;
    if (applied !== takesOutcome(life, outcome)) complain(`${outcome} is ${applied} for ${life.state} ${life.end}`);
    if (applied) end(life, outcome, time);
  };

  const hear = (life: Life, leadId: string, line: Printed): void => {
    const { time, data } = line;
    switch (line.type) {
      case 'LeadQualified':
        if (life.state !== 'new' && life.state !== 'ended') complain(`qualified while ${life.state}`);
        Object.assign(life, { cycle: life.cycle + 1, attempt: 0, past: [], qualifiedAt: time, score: data.score ?? 0 });
        Object.assign(life, { alert: 'pending', alertDue: time + plan.alert * MINUTE, state: 'routing', end: '' });
        return;
      case 'LeadWaiting':
        if (life.state !== 'routing') complain(`waits while ${life.state}`);
        life.state = 'waiting';
        return;
      case 'LeadAssigned':
        assign(life, line);
        return;
      case 'LeadAccepted':
        answered(life, line, 'accepted');
        return;
      case 'ContactRecorded':
        if (data.applied) answered(life, line, 'contacted');
        return;
      case 'LeadRejected':
        reject(life, line);
        return;
      case 'OutcomeRecorded':
        close(life, line);
        return;
      case 'LeadRecycled':
        if (life.state !== 'ended') end(life, 'recycled', time);
        return;
      case 'SlaBreached':
        // A rejection at the very deadline: whoever keeps the lead breaks the clause in the same instant.
        if (data.clause !== 'alert' && life.previous !== undefined && life.previous.owner.attempt === data.attempt)
          keep(life, life.previous);
        checkBreach(life, line, complain);
        return;
      case 'LeadEscalated':
        checkStep(life, line, complain);
        if (data.step === 'reassign') seek(life, time);
        return;
      case 'RepAlerted':
        messages.alerted(leadId, life.cycle, line);
        if (life.alert !== 'pending' || data.failure !== undefined) return;
        if (data.purpose !== 'alert' && data.purpose !== 'digest') return;
        if (time > life.alertDue) complain(`alerted at ${time}, due at ${life.alertDue}`);
        life.alert = 'met';
        return;
      case 'LeadRefused':
        complain('a line is refused');
        return;
      default:
        return;
    }
  };

  for (const line of printed) {
    where = `${line.at} ${line.type} ${line.email ?? line.rep ?? ''}`;
    keepBefore(line.time);
    if (line.type === 'Message') messages.message(line);
    else if (typeof line.leadId !== 'string') complain('a line is refused');
    else {
      const life = leads.get(line.leadId) ?? newLife(line.email ?? '');
      leads.set(line.leadId, life);
      hear(life, line.leadId, line);
    }
  }
  where = 'at the end';
  keepBefore(Number.POSITIVE_INFINITY);
  for (const life of leads.values()) {
    endClause(life.owner?.clause, Number.POSITIVE_INFINITY, (problem) => complain(`${life.email}: ${problem}`));
    if (life.alert === 'pending') complain(`${life.email}: our promise neither met nor broken`);
    if (life.state === 'routing') complain(`${life.email} is nobody’s`);
  }
  const emails = new Set([...leads.values()].map(({ email }) => email));
  for (const email of countries.keys()) if (!emails.has(email)) complain(`nothing is said of ${email}`);
  return problems;
};
