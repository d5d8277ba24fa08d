import { type ListedLead, MOST_LISTED } from '../../domain/measures/lead-lists.ts';
import { cellText } from '../../domain/measures/tables/cell-text.ts';
import { readableDuration } from '../../domain/time/readable-duration.ts';
import { DataTable } from './data-table.tsx';
import { LeadName } from './lead-name.tsx';
import { tablePath } from './links.ts';
import type { MeasuresView } from './measures-view.ts';

const Leads = ({ title, leads, view }: { title: string; leads: readonly ListedLead[]; view: MeasuresView }) => {
  if (leads.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul class="timeline">
        {leads.slice(0, MOST_LISTED).map(({ leadId, waited, territory, owner }) => (
          <li>
            <LeadName leadId={leadId} view={view} />
            <small>
              {[readableDuration(waited), territory, owner === undefined ? undefined : view.repName(owner)]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
      {leads.length > MOST_LISTED ? <p class="soft">and {leads.length - MOST_LISTED} more</p> : null}
    </div>
  );
};

/** Whether a lead's rep hears of it within the hour. */
export const PromiseSection = ({ view }: { view: MeasuresView }) => {
  const { times, contactWithinHour } = view.report;
  const { wall } = times.alert;
  const isKept = view.missed.length === 0;
  return (
    <section aria-labelledby="promise">
      <h2 id="promise">The promise: every hot lead at its rep within the hour</h2>
      <dl class="figures">
        <div>
          <dt>Time to alert, half of them</dt>
          <dd>{cellText('duration', wall?.p50 ?? null)}</dd>
        </div>
        <div>
          <dt>Time to alert, 99 % of them</dt>
          <dd>{cellText('duration', wall?.p99 ?? null)}</dd>
        </div>
        <div>
          <dt>Missed the hour</dt>
          <dd class={isKept ? 'good' : 'bad'}>{view.missed.length}</dd>
        </div>
        <div>
          <dt>Contacted within the hour</dt>
          <dd>
            {cellText('rate', contactWithinHour.rate)}
            <small>
              {contactWithinHour.n} of {contactWithinHour.of}
            </small>
          </dd>
        </div>
        <div>
          <dt>Waiting for an acceptance now</dt>
          <dd>{view.waiting.length}</dd>
        </div>
      </dl>
      <Leads title="Missed the hour" leads={view.missed} view={view} />
      <Leads title="Waiting now" leads={view.waiting} view={view} />
      <DataTable table={view.tables.times} csv={tablePath(view.base, 'times', view.scope)} />
    </section>
  );
};
