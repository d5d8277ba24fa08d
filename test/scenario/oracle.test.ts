import { describe, expect, it } from 'vitest';
import { simulate } from '../../cli/simulate/simulate.ts';
import { problemsOf } from '../support/oracle/oracle.ts';
import { type Printed, readPrinted } from '../support/oracle/printed-lines.ts';
import { randomWorld, type World } from '../support/oracle/random-world.ts';
import { collect, writeAgreement, writeFeed } from '../support/scenario/what-if.ts';

/** More and bigger worlds: `ORACLE_WORLDS=3 ORACLE_LINES=5000 npx vitest run test/scenario/oracle.test.ts`. */
const WORLDS = Number(process.env.ORACLE_WORLDS ?? 12);
const LINES = Number(process.env.ORACLE_LINES ?? 300);
const FIRST_SEED = Number(process.env.ORACLE_SEED ?? 1);

const played = async ({ written, lines }: World): Promise<readonly Printed[]> => {
  const options = { agreement: writeAgreement(written), events: writeFeed(lines), json: true, seed: 1 };
  return readPrinted(await collect((stdout) => simulate(options, stdout)));
};

const worlds = Array.from({ length: WORLDS }, (_, index) => FIRST_SEED + index);

describe('a random world is printed as the documents say', { timeout: 1_200_000 }, () => {
  it.each(worlds)('world %i', async (seed) => {
    const world = randomWorld(seed, LINES);
    expect(problemsOf(world, await played(world)).slice(0, 5)).toEqual([]);
  });
});

describe('the oracle notices', { timeout: 60_000 }, () => {
  const world = randomWorld(5, 300);

  /** What is told of a printed world once each line of a kind was changed. */
  const toldOf = async (type: string, change: (line: Printed) => readonly Printed[]): Promise<readonly string[]> => {
    const printed = await played(world);
    expect(printed.map((line) => line.type)).toContain(type);
    return problemsOf(
      world,
      printed.flatMap((line) => (line.type === type ? change(line) : [line])),
    );
  };

  it.each(['LeadAssigned', 'SlaBreached', 'LeadEscalated', 'LeadRejected', 'RepAlerted'])(
    'a missing %s',
    async (type) => {
      expect(await toldOf(type, () => [])).not.toEqual([]);
    },
  );

  it.each(['SlaBreached', 'LeadEscalated'])('a %s a second late', async (type) => {
    expect(await toldOf(type, (line) => [{ ...line, time: line.time + 1000 }])).not.toEqual([]);
  });

  it.each(['SlaBreached', 'LeadAssigned', 'Message'])('a %s that comes twice', async (type) => {
    expect(await toldOf(type, (line) => [line, line])).not.toEqual([]);
  });

  it('an outcome that is not applied', async () => {
    const ignored = (line: Printed) => [{ ...line, data: { ...line.data, applied: false } }];
    expect(await toldOf('OutcomeRecorded', ignored)).not.toEqual([]);
  });

  it('a lead that went to somebody else', async () => {
    const toMia = (line: Printed) => [{ ...line, data: { ...line.data, rep: 'mia' } }];
    expect(await toldOf('LeadAssigned', toMia)).not.toEqual([]);
  });
});
