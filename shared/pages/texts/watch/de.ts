import type { WatchTexts } from './en.ts';

export const de: WatchTexts = {
  heading: 'Über Neues benachrichtigt werden',
  hint: 'Sie erhalten eine Nachricht, sobald sich etwas tut oder der Lead heiß wird, solange Sie ihn sehen dürfen. Nach einem Jahr endet das von selbst.',
  person: { start: 'Diese Person beobachten', stop: 'Diese Person nicht mehr beobachten' },
  company: {
    start: (domain) => `Alle bei ${domain} beobachten`,
    stop: (domain) => `${domain} nicht mehr beobachten`,
  },
  full: 'Mehr Leute können diese Person nicht beobachten. Bitten Sie jemanden, damit aufzuhören.',
  fullCompany: (domain) => `Mehr Leute können ${domain} nicht beobachten. Bitten Sie jemanden, damit aufzuhören.`,
  title: (lead) => `Beobachtet: ${lead}`,
  nobody: 'noch niemand',
  list: (count) => (count === 1 ? 'Neues von einem beobachteten Lead' : `Neues von ${count} beobachteten Leads`),
  more: (count) => `${count} weitere werden nicht gezeigt.`,
};
