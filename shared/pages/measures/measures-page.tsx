import { Layout } from '../layout.tsx';
import { type Page, policyWith } from '../page-response.ts';
import { AheadSection } from './ahead-section.tsx';
import { ContentSection } from './content-section.tsx';
import { Filters } from './filters.tsx';
import { FunnelSection } from './funnel-section.tsx';
import { MEASURE_STYLE } from './measure-style.ts';
import type { MeasuresView } from './measures-view.ts';
import { OriginsSection } from './origins-section.tsx';
import { PromiseSection } from './promise-section.tsx';
import { RepsSection } from './reps-section.tsx';
import { SlaSection } from './sla-section.tsx';
import { WorthSection } from './worth-section.tsx';

/** Where the sections are on the page. */
const PARTS = [
  ['promise', 'The promise'],
  ['sla', 'The agreement'],
  ['funnel', 'Funnel'],
  ['origins', 'Sources and revenue'],
  ['content', 'Content that sells'],
  ['reps', 'Reps'],
  ['ahead', 'Looking ahead'],
  ['worth', 'The score'],
] as const;

export const MEASURES_POLICY = { 'content-security-policy': policyWith(MEASURE_STYLE) };

/** What marketing and sales both read: one page, from the same facts. */
export const measuresPage = (view: MeasuresView): Page => {
  const { period, refused } = view.report;
  const html = (
    <Layout language="en" title={`Measures, ${period.from} to ${period.to}`} style={MEASURE_STYLE}>
      <main id="main">
        {view.isEmpty ? (
          <h1>Nothing has come yet</h1>
        ) : (
          <div>
            <h1>
              {period.from} to {period.to}
            </h1>
            <p class="soft">
              Days of {period.timeZone}; nothing after {period.asOf.slice(0, 16).replace('T', ' ')} UTC counts.
              {refused > 0 ? ` Lines refused: ${refused}.` : ''}
            </p>
          </div>
        )}
        <nav class="toc" aria-label="On this page">
          <ul>
            {PARTS.map(([id, name]) => (
              <li>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <Filters view={view} />
        <PromiseSection view={view} />
        <SlaSection view={view} />
        <FunnelSection view={view} />
        <OriginsSection view={view} />
        <ContentSection view={view} />
        <RepsSection view={view} />
        <AheadSection view={view} />
        <WorthSection view={view} />
      </main>
    </Layout>
  );
  return { status: 200, html, headers: MEASURES_POLICY };
};
