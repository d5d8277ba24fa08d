import { parseArgs } from 'node:util';
import { flood } from './flood.ts';
import { load } from './load.ts';

const FLOOD_SECONDS = 30;

const USAGE = `npm run load -- [options]
  --leads N     hot leads of one team, all at once (1000)
  --failing N   of the functions' calls to the table and to SNS, one in N fails (none)
  --seed N      which calls fail (1)
  --flood N     instead: so many requests a second that are nobody's, at the API of the sources`;

const { values } = parseArgs({
  options: {
    leads: { type: 'string', default: '1000' },
    failing: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    flood: { type: 'string', default: '0' },
  },
});

const numbers = [values.leads, values.failing, values.seed, values.flood].map(Number);
if (numbers.some((number) => !Number.isSafeInteger(number) || number < 0)) {
  console.error(USAGE);
  process.exit(2);
}
const [leads = 0, failing = 0, seed = 0, perSecond = 0] = numbers;
if (perSecond > 0) await flood({ perSecond, seconds: FLOOD_SECONDS });
else await load({ leads, failing, seed });
