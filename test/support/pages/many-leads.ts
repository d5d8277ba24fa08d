import type { Agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { MessageLanguage } from '../../../shared/domain/language/message-language.ts';
import { always, clause, MINUTE, rep, territory, withoutManager } from '../agreement/small-agreement.ts';
import { JANE, START, type Story, storyAgreement } from '../scenario/answer-story.ts';

const berlin = { schedule: always('Europe/Berlin') };

/** Ana has room for one lead. Mia, who reads the language, hears of the others, once in half an hour. */
export const manyIn = (language: MessageLanguage): Agreement =>
  storyAgreement({
    reps: [
      rep('ana', { name: 'Ana Ortiz', ...berlin, languages: [language], capacity: { open: 1 } }),
      withoutManager(rep('mia', { name: 'Mia Vogel', ...berlin, languages: [language], channels: ['sms'] })),
    ],
    territories: [territory('Everywhere', ['ana'])],
    sla: {
      alert: { withinMs: 60 * MINUTE, steps: [{ atMs: 20 * MINUTE, do: 'tell-manager' }] },
      accept: clause(240, [[10, 'tell-manager']], 'wall'),
      alerts: { throttle: { max: 1, perMs: 30 * MINUTE } },
    },
  });

/** Others than Jane, each with a company of their own. */
export const MANY = [
  ['Ada', 'Berg', 'Head of Retail', 'Nordlicht AG'],
  ['Grace', 'Moreau', 'Operations manager', 'Lumière SA'],
  ['Zoe', 'Kaplan', 'IT director', 'Wesermühle'],
].map(([firstName = '', lastName, title, name = '']) => ({
  ...JANE,
  person: { ...JANE.person, firstName, lastName, title, email: `${firstName.toLowerCase()}@mail.example` },
  company: { name, industry: 'Retail', employees: 900 },
}));

/** They are captured, and raise their hands. */
export const captureMany = async ({ tell }: Story): Promise<void> => {
  for (const lead of MANY) await tell('LeadCaptured', lead);
  for (const { person } of MANY) await tell('LeadActivityRecorded', { email: person.email, kind: 'demo-requested' });
};

/** Mia is told of the lead that Ana does not answer; then one message is about three that nobody has. */
export const tellOfMany = async (story: Story): Promise<void> => {
  await captureMany(story);
  await story.runtime.runThrough(START + 45 * MINUTE);
};
