import type { HelpTexts, Messages } from './en.ts';

export const fr: Messages = {
  purposes: {
    alert: {
      headline: (lead, owner) =>
        owner === undefined ? `Prospect chaud : ${lead}` : `Prospect chaud pour ${owner} : ${lead}`,
      tight: (lead) => `Prospect : ${lead}`,
      several: (count) => `${count} prospects chauds`,
      severalInFull:
        "Voici des prospects chauds qui vous ont été confiés en peu de temps, celui dont l'échéance est la plus proche en premier.",
    },
    remind: {
      headline: (lead, owner) => (owner === undefined ? `Rappel : ${lead}` : `Rappel pour ${owner} : ${lead}`),
      tight: (lead) => `Rappel : ${lead}`,
      several: (count) => `Rappel : ${count} prospects`,
      severalInFull:
        "Pour rappel : ces prospects vous attendent toujours, celui dont l'échéance est la plus proche en premier.",
    },
    'tell-manager': {
      headline: (lead, owner = 'La personne responsable') => `${owner} n'a pas encore agi pour ${lead}`,
      tight: (lead) => `Aide requise : ${lead}`,
      several: (count) => `${count} prospects ont besoin de votre aide`,
      severalInFull: 'Ces prospects de votre équipe ont besoin de votre aide.',
    },
    'taken-away': {
      headline: (lead) => `${lead} a été confié à une autre personne`,
      tight: (lead) => `Réattribué : ${lead}`,
      several: (count) => `${count} prospects ont été confiés à d'autres personnes`,
      severalInFull:
        "Ces prospects n'ont pas reçu de réponse dans le délai convenu et ont donc été confiés à d'autres personnes. Cela peut arriver à tout le monde. Vous n'avez plus rien à faire, et les liens des messages précédents ne fonctionnent plus.",
    },
    paused: {
      headline: () =>
        "Pas de prospects pour l'instant : plusieurs sont restés sans réponse. De retour ? Dites-le ici :",
      tight: () => 'Pas de prospects. De retour ? Dites-le ici :',
      several: (count) => `Pas de prospects pour l'instant : ${count} sans réponse`,
      severalInFull:
        "Ces prospects n'ont pas reçu de réponse dans le délai convenu. Vous n'en recevez plus jusqu'à ce que vous répondiez à l'un d'eux ou signaliez votre retour.",
    },
    'rep-paused': {
      headline: (_lead, owner = 'Une personne') =>
        `${owner} ne reçoit pas de prospects pour l'instant : plusieurs sont restés sans réponse. Cela prend fin à sa prochaine réponse ou à son retour.`,
      tight: (lead) => `En pause : ${lead}`,
      several: (count) => `${count} personnes ne reçoivent pas de prospects`,
      severalInFull:
        "Ces prospects n'ayant pas reçu de réponse dans le délai convenu, leurs responsables n'en reçoivent plus jusqu'à leur prochaine réponse ou leur retour.",
    },
  },
  clauses: {
    accept: {
      ask: (time) => `À accepter avant ${time}`,
      due: (time) => `Réponse attendue avant ${time}`,
      missed: (owner, lead) => `${owner} n'a pas encore accepté ${lead}`,
      stillWaits: (lead) => `Pour rappel : ${lead} attend toujours votre réponse.`,
      missedInFull: (owner, lead) => `Votre aide est requise : ${owner} n'a ni accepté ni refusé ${lead}.`,
      task: 'accepter ou refuser le prospect',
    },
    contact: {
      ask: (time) => `À contacter avant ${time}`,
      due: (time) => `Contact attendu avant ${time}`,
      missed: (owner, lead) => `${owner} n'a pas encore contacté ${lead}`,
      stillWaits: (lead) => `Pour rappel : ${lead} n'a pas encore été contacté, à notre connaissance.`,
      missedInFull: (owner, lead) => `Votre aide est requise : ${owner} n'a pas encore contacté ${lead}.`,
      task: 'contacter le prospect et enregistrer ce contact',
    },
    verdict: {
      ask: (time) => `À décider avant ${time}`,
      due: (time) => `Décision attendue avant ${time}`,
      missed: (owner, lead) => `${owner} n'a pas encore décidé pour ${lead}`,
      stillWaits: (lead) => `Pour rappel : ${lead} attend toujours votre décision.`,
      missedInFull: (owner, lead) => `Votre aide est requise : ${owner} n'a pas encore décidé pour ${lead}.`,
      task: "indiquer l'issue : qualifié par les ventes, gagné ou perdu",
    },
  },
  details: {
    'person.title': 'Fonction',
    'company.name': 'Entreprise',
    'company.domain': 'Domaine',
    'company.industry': 'Secteur',
    'company.employees': 'Effectif',
    'company.annualRevenue': "Chiffre d'affaires annuel",
    'location.country': 'Pays',
    'location.region': 'Région',
    'location.postalCode': 'Code postal',
    'location.timeZone': 'Fuseau horaire',
    language: 'Langue',
    interest: 'Intérêt',
    source: 'Source',
    campaign: 'Campagne',
  },
  glance: {
    why: (reason, ago) => `${reason}, ${ago}`,
    justNow: "à l'instant",
    noName: 'un prospect sans nom',
    by: (time) => `Avant ${time}`,
    due: (time) => `Échéance : ${time}`,
    firstDue: (time) => `Première échéance : ${time}`,
    more: (count) => (count === 1 ? '1 autre' : `${count} autres`),
    nothingToDo: "Vous n'avez plus rien à faire.",
    nobodyTook: (lead) => `Personne n'a encore pris ${lead}`,
    howToAccept: 'Répondez 1 pour accepter.',
  },
  email: {
    hello: (name) => `Bonjour ${name},`,
    of: (person, company) => `${person} (${company})`,
    hotLead: (lead) => `Voici un prospect chaud : ${lead}.`,
    stillWaits: (lead) => `Pour rappel : ${lead} vous attend toujours.`,
    notActed: (owner, lead) => `Votre aide est requise : ${owner} n'a pas encore agi pour ${lead}.`,
    nobodyTook: (lead) => `Votre aide est requise : personne n'a encore pris ${lead}.`,
    paused: (lead) => [
      `Plusieurs prospects de suite n'ont pas reçu de réponse dans le délai convenu, le dernier étant ${lead}.`,
      "Vous n'en recevez plus jusqu'à votre prochaine réponse ou votre retour. Cela peut arriver à tout le monde.",
    ],
    repPaused: (owner, lead) => [
      `Plusieurs prospects de ${owner} de suite n'ont pas reçu de réponse dans le délai convenu, le dernier étant ${lead}.`,
      `${owner} n'en reçoit plus jusqu'à sa prochaine réponse ou son retour. Nous l'en avons informé.`,
    ],
    instead: (owner) =>
      `Nous n'avons pas pu joindre ${owner}, responsable de ce prospect ; ce message vous est donc adressé.`,
    takenAway: (lead) => [
      `Votre prospect ${lead} n'a pas reçu de réponse dans le délai convenu et a donc été confié à une autre personne.`,
      "Cela peut arriver à tout le monde. Vous n'avez plus rien à faire, et les liens des messages précédents ne fonctionnent plus.",
    ],
    takenBy: (lead, taker) => [
      `Votre prospect ${lead} est maintenant suivi par ${taker}.`,
      "Vous n'avez plus rien à faire, et les liens des messages précédents ne fonctionnent plus.",
    ],
    allTaken:
      "Ces prospects sont maintenant suivis par d'autres personnes. Vous n'avez plus rien à faire, et les liens des messages précédents ne fonctionnent plus.",
    task: (what) => `À faire : ${what}.`,
    askOwner: (owner) => `demander à ${owner} ce qui bloque, ou trouver quelqu'un qui puisse agir maintenant`,
    findSomebody: "trouver quelqu'un qui peut agir maintenant",
    due: (time) => `Échéance : ${time}`,
    on: (weekday, date) => `${weekday} ${date}`,
    linked: (label, link) => `${label} : ${link}`,
    sayBack: 'Signaler votre retour',
    manage: 'Le prendre, le confier ou le laisser',
    open: 'Ouvrir le prospect',
    openAll: 'Tous les prospects',
    known: (what) => `Connu : ${what}`,
    who: 'QUI',
    whyHot: (score) => `POURQUOI IL EST CHAUD : ${score} POINTS`,
    noReason: "Aucune raison n'est enregistrée.",
    whatTheyDid: 'CE QUI A ÉTÉ LU ET FAIT, DU PLUS RÉCENT AU PLUS ANCIEN',
    nothingDone: "Rien n'est enregistré.",
    sendNext: 'QUE LUI ENVOYER ENSUITE',
    nothingToSend: 'Rien dans la bibliothèque ne convient, ou tout a déjà été lu.',
    whose: 'RESPONSABLE',
    owner: 'Responsable',
    nobodyYet: 'personne pour le moment',
    pastOwners: 'Responsables précédents',
    none: 'aucun',
    territory: 'Territoire',
    name: 'Nom',
    phone: 'Téléphone',
    address: 'E-mail',
    consent: 'Consentement',
    refusals: { call: 'ne pas appeler', sms: 'ne pas envoyer de SMS', email: "ne pas envoyer d'e-mail" },
    andMore: (count) => (count === 1 ? 'et 1 autre' : `et ${count} autres`),
  },
};

export const frHelp: HelpTexts = {
  onlyAccept: 'Répondez 1 pour accepter, ou ouvrez le lien.',
  how: (rejections, all) =>
    `Répondez 1 pour accepter. Pour refuser : ${rejections}${all ? '.' : '. Autres raisons : via le lien.'}`,
  rejection: (number, reason) => `${number} = ${reason}`,
  whichOfSeveral: 'Plusieurs prospects attendent votre réponse : ouvrez le lien de celui dont il est question.',
  whichOf: (count) =>
    count === 1
      ? "1 prospect de notre dernier SMS attend votre réponse. Il n'est pas sûr que ce soit celui dont vous parlez : ouvrez son lien."
      : `${count} prospects de notre dernier SMS attendent votre réponse : ouvrez le lien de celui dont il est question.`,
  nothing:
    "Aucun prospect de notre dernier SMS n'attend votre réponse : elle est enregistrée, ou il est chez un collègue. Pour un prospect d'un e-mail, ouvrez son lien.",
  availability: {
    unclear:
      "Message non compris. Répondez OFF (aujourd'hui), OFF UNTIL 17:00, OFF UNTIL 3 DEC ou BACK. OFF GIVE BACK rend aussi les prospects en attente.",
    sharedPhone:
      'Plusieurs personnes ont ce téléphone. Merci de le dire sur la page derrière un de vos liens, sous Absence.',
    back: 'Vous êtes de retour : les prospects reviennent pendant vos heures de travail.',
    untilBack: "Pas de prospects jusqu'à votre retour.",
    until: (time) => `Pas de prospects jusqu'au ${time}.`,
    given: (count) => (count === 1 ? '1 prospect rendu.' : `${count} prospects rendus.`),
    left: (count) => (count === 1 ? '1 prospect vous attend encore.' : `${count} prospects vous attendent encore.`),
    replyBack: 'Répondez BACK pour y mettre fin.',
  },
};
