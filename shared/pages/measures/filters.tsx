import { FILTERS, type Filter } from '../../contracts/http/measures-request.ts';
import { overviewPath } from './links.ts';
import type { MeasuresView } from './measures-view.ts';

const LABELS: Readonly<Record<Filter, string>> = {
  territory: 'Territory',
  rep: 'Rep',
  source: 'Source',
  campaign: 'Campaign',
};

const Choice = ({ name, view }: { name: Filter; view: MeasuresView }) => {
  const { [name]: chosen } = view.scope;
  const known = view.choices[name];
  const all = chosen === undefined || known.includes(chosen) ? known : [...known, chosen];
  return (
    <label>
      {LABELS[name]}
      <select name={name}>
        <option value="">All</option>
        {all.map((value) => (
          <option value={value} selected={value === chosen}>
            {name === 'rep' ? view.repName(value) : value}
          </option>
        ))}
      </select>
    </label>
  );
};

/** Which days, and which part of the leads. */
export const Filters = ({ view }: { view: MeasuresView }) => {
  const { from, to } = view.report.period;
  return (
    <section aria-label="What is shown">
      {view.problem === undefined ? null : (
        <p class="late" role="alert">
          <b>All days are shown: the first day must be a date that is not after the last.</b>
        </p>
      )}
      <form method="get" action={overviewPath(view.base, {})} class="pick">
        <label>
          First day
          <input type="date" name="from" value={from} />
        </label>
        <label>
          Last day
          <input type="date" name="to" value={to} />
        </label>
        {FILTERS.map((name) => (
          <Choice name={name} view={view} />
        ))}
        <button type="submit" class="main">
          Show
        </button>
      </form>
      <p>
        <a href={overviewPath(view.base, {})}>All days and all leads</a>
      </p>
    </section>
  );
};
