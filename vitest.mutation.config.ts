import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The tests that find mutants of the domain, cheap ones first. A mutant is done with at the first test that fails,
 * so the order decides how long a run takes; what survives pays for all of them.
 */
const CHEAP_FIRST = [
  'unit/iso-duration',
  'unit/quiet-hours',
  'unit/read-next',
  'unit/conditions',
  'unit/zone',
  'unit/daylight-saving',
  'unit/interval',
  'unit/fair-share',
  'unit/grows-hot',
  'unit/capture',
  'unit/fact-event',
  'unit/leave-owner',
  'unit/clock',
  'unit/recheck',
  'unit/answer',
  'unit/contact-and-outcome',
  'unit/link-standing',
  'unit/settle-reply',
  'unit/scoring',
  'unit/territories',
  'unit/understand-reply',
  'property/clock.property',
  'property/scoring.property',
  'property/sharing.property',
  'property/alert-text.property',
  'property/territory.property',
  'property/working-time.property',
  'unit/alert-text',
  'unit/working-time',
  'property/bundle-text.property',
  'unit/answer-by-link',
  'scenario/scoring',
  'scenario/grows-hot',
  'scenario/out-of-order',
  'scenario/clock-ahead',
  'scenario/placeholders',
  'scenario/decision-record',
  'scenario/identity',
  'scenario/visitor-capture',
  'scenario/messages',
  'scenario/unanswered-lead',
  'scenario/alert-promise',
  'scenario/answers',
  'scenario/marketing',
  'scenario/replies',
  'scenario/reply-help',
  'scenario/reply-again',
  'scenario/routing',
  'scenario/account-owner',
  'scenario/waitlists',
  'scenario/deploys',
  'scenario/faults',
  'scenario/outages',
  'scenario/held-back',
  'scenario/digest',
  'scenario/reply-digest',
  'property/lead-machine.property',
].map((name) => `test/${name}.test.ts`);

class CheapFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = (file: TestSpecification) => CHEAP_FIRST.findIndex((name) => file.moduleId.endsWith(name));
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

const fewRuns = fileURLToPath(new URL('test/support/mutation/fast-check.ts', import.meta.url));

export default defineConfig({
  plugins: [
    {
      name: 'fast-check with few runs',
      enforce: 'pre',
      resolveId: (source, importer) => (source === 'fast-check' && importer !== fewRuns ? fewRuns : undefined),
    },
  ],
  test: {
    include: CHEAP_FIRST,
    isolate: false,
    testTimeout: 60_000,
    sequence: { sequencer: CheapFirst },
  },
});
