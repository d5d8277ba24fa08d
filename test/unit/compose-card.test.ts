import { describe, expect, it } from 'vitest';
import { zoneNamed } from '../../examples/zone-named.ts';
import { isCardDue, type ReachedRep } from '../../shared/domain/alert/card/card-due.ts';
import { composeCard } from '../../shared/domain/alert/card/compose-card.ts';
import { MESSAGE_LANGUAGES } from '../../shared/domain/language/message-language.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { smallAgreement } from '../support/agreement/small-agreement.ts';
import { HANDOVER } from '../support/scenario/handover-sample.ts';
import { ownedLead } from '../support/scenario/owned-lead.ts';
import { contentOf, linesOf } from '../support/sinks/pretended-teams.ts';

describe('a card in Teams', () => {
  it('is as golden/card-en.json shows it', async () => {
    const text = `${JSON.stringify(composeCard(HANDOVER), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('golden/card-en.json');
  });

  it.each(MESSAGE_LANGUAGES)('says in %s what the e-mail says in it', (language) => {
    const { lang, actions, body } = contentOf(composeCard({ ...HANDOVER, to: { ...HANDOVER.to, language } }));
    expect(lang).toBe(language);
    expect(actions.map(({ url }) => url)).toEqual([HANDOVER.link]);
    expect(body.length).toBeGreaterThan(25);
  });

  it('asks a manager to decide, in their zone', () => {
    const to = { name: 'Mia Berg', zone: zoneNamed('America/New_York'), language: 'en' } as const;
    const content = contentOf(composeCard({ ...HANDOVER, purpose: 'tell-manager', to }));
    expect(linesOf(content)[0]).toBe(
      'Ana Ortiz has not accepted Jane Doe, Acme GmbH (asked for a demo 4 minutes ago; large company). Due Tue 08:30',
    );
    expect(content.actions.map(({ title }) => title)).toEqual(['Take it, give it to somebody or leave it']);
  });

  it('without a link has no button', () => {
    const { link: _, ...rest } = HANDOVER;
    expect(contentOf(composeCard(rest)).actions).toEqual([]);
  });
});

describe('a card that comes late', () => {
  const rules = createRules(smallAgreement());
  const alert: ReachedRep = { rep: 'ana', purpose: 'alert', attempt: 1 };

  it.each([
    ['of an alert is due while its owner has not answered', alert, 'assigned', true],
    ['of an alert is not, once they have accepted', alert, 'accepted', false],
    ['of a reminder is due while the lead is theirs', { ...alert, purpose: 'remind' }, 'contacted', true],
    ['of an attempt that is over is not', { ...alert, attempt: 0 }, 'assigned', false],
    ['of an attempt that is not known yet is not', { ...alert, attempt: 2 }, 'assigned', false],
    ['to a colleague is not', { ...alert, rep: 'ben' }, 'assigned', false],
    [
      'to a manager is due while somebody has the lead',
      { ...alert, rep: 'mia', purpose: 'tell-manager' },
      'accepted',
      true,
    ],
  ] as const)('%s', (_, reached, stage, isDue) => {
    expect(isCardDue(ownedLead({}, stage), reached, rules)).toBe(isDue);
  });
});
