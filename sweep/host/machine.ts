import type { VirtualTime } from '../../simulator/scheduler.ts';
import type { Plan } from '../plan/plan.ts';
import type { Story } from '../story.ts';
import type { Agenda } from './agenda.ts';
import type { Processes } from './processes.ts';

/** What the parts of a host share. */
export interface Machine {
  readonly time: VirtualTime;
  readonly agenda: Agenda;
  readonly processes: Processes;
  readonly plan: Plan;
  readonly story: Story;
}
