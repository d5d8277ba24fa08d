import type { HelpTexts, Messages } from './en.ts';

export const de: Messages = {
  purposes: {
    alert: {
      headline: (lead, owner) => (owner === undefined ? `Heißer Lead: ${lead}` : `Heißer Lead für ${owner}: ${lead}`),
      tight: (lead) => `Heißer Lead: ${lead}`,
      several: (count) => `${count} heiße Leads`,
      severalInFull:
        'Hier sind heiße Leads, die Sie innerhalb kurzer Zeit erhalten haben. Der mit der frühesten Frist steht oben.',
    },
    remind: {
      headline: (lead, owner) => (owner === undefined ? `Erinnerung: ${lead}` : `Erinnerung für ${owner}: ${lead}`),
      tight: (lead) => `Erinnerung: ${lead}`,
      several: (count) => `Erinnerung: ${count} Leads`,
      severalInFull: 'Zur Erinnerung: Diese Leads warten noch auf Sie. Der mit der frühesten Frist steht oben.',
    },
    'tell-manager': {
      headline: (lead, owner = 'Die zuständige Person') => `${owner} ist bei ${lead} noch nicht aktiv geworden`,
      tight: (lead) => `Hilfe nötig: ${lead}`,
      several: (count) => `${count} Leads brauchen Ihre Hilfe`,
      severalInFull: 'Diese Leads Ihres Teams brauchen Ihre Hilfe.',
    },
    'taken-away': {
      headline: (lead) => `${lead} ist jetzt bei einem anderen Teammitglied`,
      tight: (lead) => `Abgegeben: ${lead}`,
      several: (count) => `${count} Leads sind jetzt bei anderen Teammitgliedern`,
      severalInFull:
        'Diese Leads wurden nicht innerhalb der vereinbarten Zeit beantwortet und sind deshalb jetzt bei jemand anderem. Das kann jedem passieren. Sie müssen nichts weiter tun, und Links aus früheren Nachrichten gelten nicht mehr.',
    },
    paused: {
      headline: () => 'Vorerst keine Leads: Mehrere blieben unbeantwortet. Wieder da? Hier melden:',
      tight: () => 'Vorerst keine Leads. Wieder da? Hier melden:',
      several: (count) => `Vorerst keine Leads: ${count} blieben unbeantwortet`,
      severalInFull:
        'Diese Leads wurden nicht innerhalb der vereinbarten Zeit beantwortet. Sie erhalten keine Leads, bis Sie einen beantworten oder sich zurückmelden.',
    },
    'rep-paused': {
      headline: (_lead, owner = 'Jemand im Team') =>
        `${owner} erhält vorerst keine Leads: Mehrere blieben unbeantwortet. Das endet mit der nächsten Antwort oder Rückmeldung.`,
      tight: (lead) => `Pausiert: ${lead}`,
      several: (count) => `${count} Personen erhalten vorerst keine Leads`,
      severalInFull:
        'Weil diese Leads nicht innerhalb der vereinbarten Zeit beantwortet wurden, erhalten die Zuständigen keine Leads, bis sie einen beantworten oder sich zurückmelden.',
    },
  },
  clauses: {
    accept: {
      ask: (time) => `Annehmen bis ${time}`,
      due: (time) => `Antwort fällig bis ${time}`,
      missed: (owner, lead) => `${owner} hat ${lead} noch nicht angenommen`,
      stillWaits: (lead) => `Zur Erinnerung: ${lead} wartet noch auf Ihre Antwort.`,
      missedInFull: (owner, lead) =>
        `Hier wird Ihre Hilfe gebraucht: ${owner} hat ${lead} weder angenommen noch abgelehnt.`,
      task: 'den Lead annehmen oder ablehnen',
    },
    contact: {
      ask: (time) => `Kontaktieren bis ${time}`,
      due: (time) => `Kontakt fällig bis ${time}`,
      missed: (owner, lead) => `${owner} hat ${lead} noch nicht kontaktiert`,
      stillWaits: (lead) => `Zur Erinnerung: ${lead} wurde unseres Wissens noch nicht kontaktiert.`,
      missedInFull: (owner, lead) => `Hier wird Ihre Hilfe gebraucht: ${owner} hat ${lead} noch nicht kontaktiert.`,
      task: 'den Lead kontaktieren und den Kontakt eintragen',
    },
    verdict: {
      ask: (time) => `Entscheiden bis ${time}`,
      due: (time) => `Entscheidung fällig bis ${time}`,
      missed: (owner, lead) => `${owner} hat über ${lead} noch nicht entschieden`,
      stillWaits: (lead) => `Zur Erinnerung: ${lead} wartet noch auf Ihre Entscheidung.`,
      missedInFull: (owner, lead) =>
        `Hier wird Ihre Hilfe gebraucht: ${owner} hat über ${lead} noch nicht entschieden.`,
      task: 'eintragen, was aus dem Lead geworden ist: vom Vertrieb qualifiziert, gewonnen oder verloren',
    },
  },
  details: {
    'person.title': 'Position',
    'company.name': 'Firma',
    'company.domain': 'Domain',
    'company.industry': 'Branche',
    'company.employees': 'Mitarbeitende',
    'company.annualRevenue': 'Jahresumsatz',
    'location.country': 'Land',
    'location.region': 'Region',
    'location.postalCode': 'Postleitzahl',
    'location.timeZone': 'Zeitzone',
    language: 'Sprache',
    interest: 'Interesse',
    source: 'Quelle',
    campaign: 'Kampagne',
  },
  glance: {
    why: (reason, ago) => `${reason}, ${ago}`,
    justNow: 'gerade eben',
    noName: 'ein Lead ohne Namen',
    by: (time) => `Bis ${time}`,
    due: (time) => `Fällig ${time}`,
    firstDue: (time) => `Erste Frist: ${time}`,
    more: (count) => (count === 1 ? '1 weiterer' : `${count} weitere`),
    nothingToDo: 'Sie müssen nichts weiter tun.',
    nobodyTook: (lead) => `Noch niemand hat ${lead} übernommen`,
    howToAccept: 'Zum Annehmen mit 1 antworten.',
  },
  email: {
    hello: (name) => `Guten Tag ${name},`,
    of: (person, company) => `${person} (${company})`,
    hotLead: (lead) => `Hier ist ein heißer Lead: ${lead}.`,
    stillWaits: (lead) => `Zur Erinnerung: ${lead} wartet noch auf Sie.`,
    notActed: (owner, lead) => `Hier wird Ihre Hilfe gebraucht: ${owner} ist bei ${lead} noch nicht aktiv geworden.`,
    nobodyTook: (lead) => `Hier wird Ihre Hilfe gebraucht: Noch niemand hat ${lead} übernommen.`,
    paused: (lead) => [
      `Mehrere Leads hintereinander wurden nicht innerhalb der vereinbarten Zeit beantwortet, zuletzt ${lead}.`,
      'Sie erhalten keine Leads, bis Sie einen beantworten oder sich zurückmelden. Das kann jedem passieren.',
    ],
    repPaused: (owner, lead) => [
      `Mehrere Leads von ${owner} hintereinander wurden nicht innerhalb der vereinbarten Zeit beantwortet, zuletzt ${lead}.`,
      `${owner} erhält keine Leads bis zur nächsten Antwort oder Rückmeldung. Das haben wir auch ${owner} mitgeteilt.`,
    ],
    instead: (owner) => `Wir konnten ${owner} nicht erreichen, deshalb geht diese Nachricht an Sie.`,
    takenAway: (lead) => [
      `Ihr Lead ${lead} wurde nicht innerhalb der vereinbarten Zeit beantwortet und ist deshalb jetzt bei jemand anderem.`,
      'Das kann jedem passieren. Sie müssen nichts weiter tun, und Links aus früheren Nachrichten gelten nicht mehr.',
    ],
    takenBy: (lead, taker) => [
      `Ihr Lead ${lead} ist jetzt bei ${taker}.`,
      'Sie müssen nichts weiter tun, und Links aus früheren Nachrichten gelten nicht mehr.',
    ],
    allTaken:
      'Diese Leads sind jetzt bei jemand anderem. Sie müssen nichts weiter tun, und Links aus früheren Nachrichten gelten nicht mehr.',
    task: (what) => `Was zu tun ist: ${what}.`,
    askOwner: (owner) => `bei ${owner} nachfragen, woran es liegt, oder jemanden finden, der sich jetzt kümmern kann`,
    findSomebody: 'jemanden finden, der sich jetzt kümmern kann',
    due: (time) => `Frist: ${time}`,
    on: (weekday, date) => `${weekday}, ${date}`,
    linked: (label, link) => `${label}: ${link}`,
    sayBack: 'Zurückmelden',
    manage: 'Übernehmen, weitergeben oder dabei belassen',
    open: 'Lead öffnen',
    openAll: 'Alle Leads',
    known: (what) => `Bekannt: ${what}`,
    who: 'WER',
    whyHot: (score) => `WARUM HEISS: ${score} PUNKTE`,
    noReason: 'Kein Grund vermerkt.',
    whatTheyDid: 'WAS GELESEN UND GETAN WURDE, NEUESTES ZUERST',
    nothingDone: 'Nichts vermerkt.',
    sendNext: 'WAS SIE ALS NÄCHSTES SENDEN KÖNNEN',
    nothingToSend: 'Nichts in der Bibliothek passt, oder es ist schon alles gelesen.',
    whose: 'ZUSTÄNDIG',
    owner: 'Zuständig',
    nobodyYet: 'noch niemand',
    pastOwners: 'Bisher zuständig',
    none: 'niemand',
    territory: 'Gebiet',
    name: 'Name',
    phone: 'Telefon',
    address: 'E-Mail',
    consent: 'Einwilligung',
    refusals: { call: 'nicht anrufen', sms: 'keine SMS senden', email: 'keine E-Mails senden' },
    andMore: (count) => `und ${count} weitere`,
  },
};

export const deHelp: HelpTexts = {
  onlyAccept: 'Antworten Sie mit 1, um anzunehmen, oder öffnen Sie den Link.',
  how: (rejections, all) =>
    `Zum Annehmen mit 1 antworten. Zum Ablehnen mit ${rejections}${all ? '.' : '. Weitere Gründe: über den Link.'}`,
  rejection: (number, reason) => `${number} = ${reason}`,
  whichOfSeveral: 'Mehrere Leads warten auf Ihre Antwort: Bitte öffnen Sie den Link des Leads, den Sie meinen.',
  whichOf: (count) =>
    count === 1
      ? '1 Lead unserer letzten SMS wartet auf Ihre Antwort. Es ist nicht sicher, ob Sie ihn meinen: Bitte öffnen Sie seinen Link.'
      : `${count} Leads unserer letzten SMS warten auf Ihre Antwort: Bitte öffnen Sie den Link des Leads, den Sie meinen.`,
  nothing:
    'Kein Lead unserer letzten SMS wartet auf Ihre Antwort: Er ist beantwortet oder bei jemand anderem. Für einen Lead aus einer E-Mail bitte dessen Link öffnen.',
  availability: {
    unclear:
      'Das haben wir nicht verstanden. Antworten Sie OFF (heute), OFF UNTIL 17:00, OFF UNTIL 3 DEC oder BACK. OFF GIVE BACK gibt auch wartende Leads zurück.',
    sharedPhone:
      'Mehrere Personen haben dieses Telefon. Bitte sagen Sie es auf der Seite hinter einem Ihrer Links, unter Abwesenheit.',
    back: 'Sie sind zurück: In Ihrer Arbeitszeit kommen wieder Leads.',
    untilBack: 'Keine Leads, bis Sie zurück sind.',
    until: (time) => `Keine Leads bis ${time}.`,
    given: (count) => (count === 1 ? '1 Lead zurückgegeben.' : `${count} Leads zurückgegeben.`),
    left: (count) => (count === 1 ? '1 Lead wartet noch auf Sie.' : `${count} Leads warten noch auf Sie.`),
    replyBack: 'Zum Beenden mit BACK antworten.',
  },
};
