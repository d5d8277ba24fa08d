import type { ManageTexts } from './en.ts';

export const de: ManageTexts = {
  title: (lead) => `Entscheiden: ${lead}`,
  nobodyHas: 'Niemand hat diesen Lead bisher',
  has: (owner) => `${owner} hat diesen Lead`,
  alertDue: 'Jemand muss benachrichtigt sein bis',
  due: {
    accept: 'Eine Antwort ist fällig',
    contact: 'Der erste Kontakt ist fällig',
    verdict: 'Ein Ergebnis ist fällig',
  },
  take: 'Ich übernehme ihn',
  takeHint: 'Er gehört sofort Ihnen und gilt als angenommen. Sie antworten auf dieser Seite.',
  leave: (owner) => `Bei ${owner} lassen`,
  leaveHint:
    'Bis zur Antwort wird er nicht weggenommen, und kein Manager wird noch einmal benachrichtigt. Erinnerungen gehen weiter.',
  left: (manager, owner) => `${manager} hat ihn bei ${owner} gelassen. Bis zur Antwort wird er nicht weggenommen.`,
  give: 'Weitergeben an …',
  giveHint: 'Die Person erfährt es sofort, ebenso, wer den Lead verliert.',
  whom: 'Wer bekommt ihn?',
  giveButton: 'Weitergeben',
  nobodyElse: 'In den Teams des Gebiets gibt es sonst niemanden.',
  openLeads: (count) => (count === 1 ? '1 offener Lead' : `${count} offene Leads`),
  atWork: 'arbeitet jetzt',
  until: (why, time) => `${why} bis ${time}`,
  busy: {
    'past-owner': 'hatte ihn schon',
    left: 'nicht mehr da',
    language: 'spricht die Sprache nicht',
    away: 'abwesend',
    paused: 'pausiert',
    'off-hours': 'arbeitet nicht',
    'starts-later': 'arbeitet nicht',
    full: 'hat so viele Leads wie erlaubt',
    'full-today': 'hat für heute genug Leads',
    'never-at-work': 'ohne Arbeitszeiten',
    'no-channel': 'nicht erreichbar',
  },
  nobody: 'niemand',
  list: (count) => (count === 1 ? 'Ein Lead braucht Ihre Entscheidung' : `${count} Leads brauchen Ihre Entscheidung`),
  more: (count) =>
    count === 1
      ? 'Ein weiterer erscheint hier, sobald Sie über diese entschieden haben.'
      : `${count} weitere erscheinen hier, sobald Sie über diese entschieden haben.`,
  problems: {
    'owner-changed':
      'Nichts wurde geändert: Der Lead ist weitergegangen, seit Sie die Seite geöffnet haben. So steht es jetzt.',
    'no-such-rep': 'Nichts wurde geändert: Diese Person gehört nicht mehr dazu. Bitte wählen Sie noch einmal.',
    'unknown-answer': 'Nichts wurde geändert: Das Formular kam nicht vollständig an. Bitte wählen Sie noch einmal.',
    'nobody-chosen': 'Nichts wurde geändert: Bitte wählen Sie, wer den Lead bekommt.',
  },
};
