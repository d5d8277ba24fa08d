import type { ManageTexts } from './en.ts';

export const fr: ManageTexts = {
  title: (lead) => `Décider : ${lead}`,
  nobodyHas: 'Personne n’a encore ce prospect',
  has: (owner) => `${owner} a ce prospect`,
  alertDue: 'Quelqu’un doit être prévenu avant',
  due: {
    accept: 'Une réponse est attendue',
    contact: 'Le premier contact est attendu',
    verdict: 'Un résultat est attendu',
  },
  take: 'Je le prends',
  takeHint: 'Il est à vous tout de suite et compte comme accepté. Vous répondez sur cette page.',
  leave: (owner) => `Le laisser à ${owner}`,
  leaveHint:
    'Jusqu’à la réponse, il ne lui est pas retiré et aucun responsable n’est prévenu de nouveau. Les rappels continuent.',
  left: (manager, owner) => `${manager} l’a laissé à ${owner}. Jusqu’à la réponse, il ne lui est pas retiré.`,
  give: 'Le confier à …',
  giveHint: 'La personne est prévenue tout de suite, et celle qui le perd aussi.',
  whom: 'À qui le confier ?',
  giveButton: 'Confier',
  nobodyElse: 'Les équipes du territoire n’ont personne d’autre.',
  openLeads: (count) => (count < 2 ? `${count} prospect ouvert` : `${count} prospects ouverts`),
  atWork: 'au travail maintenant',
  until: (why, time) => `${why} jusqu’au ${time}`,
  busy: {
    'past-owner': 'l’a déjà eu',
    left: 'parti',
    language: 'ne parle pas la langue',
    away: 'absence',
    paused: 'en pause',
    'off-hours': 'hors service',
    'starts-later': 'hors service',
    full: 'a déjà tous ses prospects',
    'full-today': 'a déjà ses prospects du jour',
    'never-at-work': 'sans horaires de travail',
    'no-channel': 'injoignable',
  },
  nobody: 'personne',
  list: (count) => (count === 1 ? 'Un prospect attend votre décision' : `${count} prospects attendent votre décision`),
  more: (count) =>
    count === 1
      ? 'Un autre apparaîtra ici à mesure que vous décidez.'
      : `${count} autres apparaîtront ici à mesure que vous décidez.`,
  problems: {
    'owner-changed':
      'Rien n’a été changé : le prospect a évolué depuis que vous avez ouvert la page. Voici où il en est.',
    'no-such-rep': 'Rien n’a été changé : cette personne ne fait plus partie de l’accord. Veuillez choisir de nouveau.',
    'unknown-answer': 'Rien n’a été changé : le formulaire est incomplet. Veuillez choisir de nouveau.',
    'nobody-chosen': 'Rien n’a été changé : veuillez choisir à qui confier le prospect.',
  },
};
