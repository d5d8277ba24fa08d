import { describe, expect, it } from 'vitest';
import { agreementOf } from './agreement.ts';
import { heldState } from './held-state.ts';
import { ofType } from './lookup.ts';
import { BY_SES, type Resources, synth } from './synth.ts';

/** Everything that context can switch on, so that all that a deployment may hold is there. */
const { all } = synth({
  agreement: agreementOf(3, { phones: true }),
  config: {
    alarmEmail: 'on-call@example.com',
    archiveDays: 30,
    linkDomain: 'go.example.com',
    linkCertificateArn: 'arn:aws:acm:eu-central-1:123456789012:certificate/1234',
  },
});

const [[table] = []] = ofType(all, 'AWS::DynamoDB::GlobalTable');

const renamed = (from: string | undefined): Resources =>
  Object.fromEntries(Object.entries(all).map(([id, resource]) => [id === from ? 'Store1234' : id, resource]));

describe('what holds state', () => {
  /*
   * A line that changes or goes is a resource that the next deploy makes anew, empty: find out what renamed it. A line
   * that comes is fine: `npx vitest run test/infra/held-state.test.ts -u` writes it down.
   */
  it('keeps its logical ids, and what it cannot change without being made anew', async () => {
    await expect(`${heldState(all).join('\n')}\n`).toMatchFileSnapshot('golden/held-state.txt');
  });

  it('keeps them where e-mail goes by SES, too', async () => {
    const { all: bySes } = synth({ agreement: agreementOf(3, { phones: true }), config: BY_SES });
    const own = heldState(bySes).filter((line) => !heldState(all).includes(line));
    await expect(`${own.join('\n')}\n`).toMatchFileSnapshot('golden/held-state-by-ses.txt');
  });

  it('is another where a construct is renamed', () => {
    expect(table).toBeDefined();
    expect(heldState(renamed(table))).not.toEqual(heldState(all));
  });

  it('is another where a key changes', () => {
    const changed = { ...all, [String(table)]: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { KeySchema: [] } } };
    expect(heldState(changed)).not.toEqual(heldState(all));
  });

  it('is the same where only what can be changed in place does', () => {
    const changed = Object.fromEntries(
      Object.entries(all).map(([id, each]) => [id, { ...each, Properties: { ...each.Properties, Tags: [] } }]),
    );
    expect(heldState(changed)).toEqual(heldState(all));
  });
});
