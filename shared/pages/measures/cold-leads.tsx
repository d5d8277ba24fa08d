import { MOST_LISTED } from '../../domain/measures/lead-lists.ts';
import { DAY_MS } from '../../domain/time/durations.ts';
import { dateOf } from '../../domain/time/zone.ts';
import { LeadName } from './lead-name.tsx';
import type { MeasuresView } from './measures-view.ts';

/** Leads that are worth another call, and who has room for one; nothing where nobody has looked. */
export const ColdLeads = ({ view }: { view: MeasuresView }) => {
  const { cold } = view;
  if (cold === undefined) return null;
  return (
    <div>
      <h3>Worth another call: {cold.length}</h3>
      <ul class="timeline">
        {cold.slice(0, MOST_LISTED).map(({ leadId, was, score, since, territory, rep }) => (
          <li>
            <LeadName leadId={leadId} view={view} />
            <small>
              {[
                `${Math.round(score)} points`,
                `${was}, since ${dateOf(Math.floor(since / DAY_MS))}`,
                territory,
                rep === undefined ? 'nobody has room' : view.repName(rep),
              ]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
      {cold.length > MOST_LISTED ? (
        <p class="soft">and {cold.length - MOST_LISTED} more: golden-hour cold-list has them</p>
      ) : null}
    </div>
  );
};
