import anyAscii from 'any-ascii';
import { describe, expect, it } from 'vitest';
import { CHANNEL_RULES } from '../../shared/domain/alert/channels/channels.ts';
import { HANDOVER } from '../support/scenario/handover-sample.ts';

const envelope = { to: 'U0ANAORTIZ', alerts: {}, rejectReasons: ['not-a-fit', 'no-time'] };

/* Slack's Block Kit Builder shows these files as Slack does: https://app.slack.com/block-kit-builder */
describe('the blocks of a message in Slack', () => {
  it('of an alert', async () => {
    const link = 'https://golden-hour.example/a/AAAAAAAAAAAAAAAAAAAAAA';
    const { text, blocks } = CHANNEL_RULES.slack.compose({ ...HANDOVER, link }, envelope, anyAscii);
    await expect(`${JSON.stringify({ text, blocks }, undefined, 2)}\n`).toMatchFileSnapshot('slack/alert.json');
  });

  it('of several leads', async () => {
    const link = 'https://golden-hour.example/a/AAAAAAAAAAAAAAAAAAAAAA';
    const leads = [1, 2].map((place) => ({ ...HANDOVER, link: `${link}.${place}` }));
    const bundled = { purpose: 'alert', to: HANDOVER.to, leads, link } as const;
    const { text, blocks } = CHANNEL_RULES.slack.composeBundle(bundled, envelope, anyAscii);
    await expect(`${JSON.stringify({ text, blocks }, undefined, 2)}\n`).toMatchFileSnapshot('slack/several.json');
  });
});
