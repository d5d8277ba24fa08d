/** What the pages say of watches. This one says what each language has to have. */
export const en = {
  heading: 'Tell me what they do',
  hint: 'You get a message when they do something or become hot, for as long as you may see the lead. It ends by itself after a year.',
  person: { start: 'Watch this person', stop: 'Stop watching this person' },
  company: {
    start: (domain: string) => `Watch everybody at ${domain}`,
    stop: (domain: string) => `Stop watching ${domain}`,
  },
  full: 'As many people as can watch the person already: ask one of them to stop.',
  fullCompany: (domain: string) => `As many people as can watch ${domain} already: ask one of them to stop.`,
  title: (lead: string) => `Watched: ${lead}`,
  nobody: 'nobody yet',
  list: (count: number) => (count === 1 ? 'News of one lead that you watch' : `News of ${count} leads that you watch`),
  more: (count: number) => `${count} more are not shown.`,
};

export type WatchTexts = typeof en;
