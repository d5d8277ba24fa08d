import { parseArgs } from 'node:util';
import { benchBundles } from './bundles.ts';
import { benchConflicts } from './conflicts.ts';
import { benchCost } from './cost/cost.ts';
import { benchDecisions } from './decisions.ts';
import { benchLatency } from './latency/latency.ts';
import { machine } from './machine.ts';
import { benchMeasures } from './measures.ts';
import { benchReading } from './reading/reading.ts';
import { benchReceiving } from './receiving.ts';
import { benchRuntime } from './runtime.ts';
import { benchSimulate } from './simulate.ts';
import { benchTerritories } from './territories.ts';
import { benchWorkingTime } from './working-time.ts';

const FULL_LEADS = 100_000;

const { values } = parseArgs({ options: { full: { type: 'boolean', default: false }, only: { type: 'string' } } });

const parts: Readonly<Record<string, () => Promise<void>>> = {
  runtime: benchRuntime,
  territories: benchTerritories,
  'working-time': benchWorkingTime,
  decisions: benchDecisions,
  conflicts: benchConflicts,
  latency: benchLatency,
  bundles: benchBundles,
  cost: benchCost,
  measures: benchMeasures,
  reading: benchReading,
  receiving: benchReceiving,
  simulate: () => benchSimulate(values.full ? FULL_LEADS : FULL_LEADS / 10),
};

const chosen = values.only === undefined ? Object.keys(parts) : values.only.split(',');
const unknown = chosen.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`No benchmark is named ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
console.log(machine());
for (const name of chosen) await parts[name]?.();
