import { DataTable } from './data-table.tsx';
import { tablePath } from './links.ts';
import type { MeasuresView } from './measures-view.ts';

/** What leads read before they qualified, and what reps sent them. */
export const ContentSection = ({ view: { tables, base, scope } }: { view: MeasuresView }) => (
  <section aria-labelledby="content">
    <h2 id="content">Content that sells</h2>
    <DataTable table={tables.pieces} csv={tablePath(base, 'pieces', scope)} />
    <p class="soft">
      What is not in the catalogue is content and pages that leads read and that content.yaml does not name: reps cannot
      send it.
    </p>
  </section>
);
