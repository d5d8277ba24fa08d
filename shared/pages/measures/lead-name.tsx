import { leadPath } from './links.ts';
import type { MeasuresView } from './measures-view.ts';

/** A lead in a list; it leads to its own page where there is one. */
export const LeadName = ({ leadId, view }: { leadId: string; view: MeasuresView }) =>
  view.hasLeadPages ? (
    <a class="item" href={leadPath(view.base, leadId)}>
      {view.leadName(leadId)}
    </a>
  ) : (
    <b class="item">{view.leadName(leadId)}</b>
  );
