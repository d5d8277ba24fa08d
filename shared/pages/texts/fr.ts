import type { PageTexts } from './en.ts';

export const fr: PageTexts = {
  frame: {
    skip: 'Aller au contenu',
    myLeads: 'Mes prospects',
    awayOrBack: 'Absence',
    back: 'Retour',
    allLeads: 'Tous les prospects de ce message',
    yoursAlone:
      'Ce lien est personnel. Toute personne qui l’a peut répondre à votre place : merci de ne pas le transmettre.',
  },
  due: {
    accept: { by: 'Merci de répondre avant', late: 'Votre réponse était attendue avant' },
    contact: { by: 'Merci de prendre contact avant', late: 'Le premier contact était attendu avant' },
    verdict: { by: 'Merci d’indiquer l’issue avant', late: 'Votre décision était attendue avant' },
  },
  time: {
    left: (length) => `Encore ${length}`,
    late: (length) => `${length} de retard`,
    hardlyLeft: 'Encore moins d’une minute',
    hardlyLate: 'Délai tout juste dépassé',
  },
  headings: {
    assigned: 'Prenez-vous ce prospect ?',
    accepted: 'Ce prospect est à vous',
    contacted: 'Le contact est établi',
  },
  states: { assigned: 'Attend votre réponse', accepted: 'Accepté', contacted: 'Contact établi' },
  answers: {
    accept: { label: 'Accepter' },
    contacted: { label: 'Contact établi', hint: 'Vous vous êtes parlé, ou vous avez reçu une réponse.' },
    'no-answer': { label: 'Appelé, sans réponse', hint: 'Vous avez essayé. Nous vous le rappellerons plus tard.' },
    qualified: { label: 'Qualifié', hint: 'Une vraie opportunité : les ventes poursuivent.' },
    'not-now': { label: 'Pas maintenant', hint: 'Retour au marketing, qui garde le contact.' },
  },
  follows: {
    reassign: 'Il sera confié à une autre personne.',
    recycle: 'Il retourne au marketing pour plus tard.',
    'return-to-marketing': 'Il retourne au marketing pour correction.',
    close: 'Il est clos.',
  },
  answer: {
    toForm: 'Aller au formulaire',
    stillYours: 'Le prospect est toujours à vous.',
    toReject: 'Refuser, avec un motif',
    reject: 'Refuser',
    why: 'Pourquoi n’est-il pas pour vous ?',
    note: 'Note',
    noteHint: '(facultative, pour le marketing et la personne suivante)',
  },
  problems: {
    'unknown-answer': 'Rien n’a été enregistré : le formulaire est arrivé incomplet. Merci de choisir à nouveau.',
    'unknown-reason':
      'Rien n’a été enregistré : pour refuser le prospect, choisissez l’un des motifs convenus ci-dessous.',
    'unknown-content': 'Rien n’a été enregistré : ce que vous avez envoyé n’est plus dans la bibliothèque.',
    'long-note': 'Rien n’a été enregistré : la note est trop longue. Merci de la raccourcir.',
    'owner-changed': 'Rien n’a été changé : entre-temps, le prospect est devenu le vôtre. Le voici.',
    'accepted-before':
      'Vous avez déjà accepté ce prospect, il ne peut plus être refusé. « Pas maintenant » permet de le rendre.',
  },
  who: {
    noName: 'Un prospect sans nom',
    call: 'Appeler',
    extension: (digits) => `poste ${digits}`,
    mail: 'Écrire',
    subjects: { about: (interest) => `À propos de : ${interest}`, enquiry: 'Votre demande' },
    copy: 'Copier',
    copied: 'Copié',
    theirTime: (clock, weekday) => `Il est ${clock} là-bas, ${weekday}.`,
    heading: 'Qui est-ce',
    phone: 'Téléphone',
    email: 'E-mail',
    consent: 'Consentement',
    unknown: 'inconnu',
    more: (count) => (count === 1 ? 'Et 1 autre dans le CRM.' : `Et ${count} autres dans le CRM.`),
    ways: {
      call: { label: 'Appels', refusal: 'Ne pas appeler' },
      sms: { label: 'SMS', refusal: 'Ne pas envoyer de SMS' },
      email: { label: 'E-mail', refusal: 'Ne pas envoyer d’e-mail' },
    },
    yes: 'oui',
    no: 'non',
    notAsked: 'non demandé',
  },
  story: {
    whyHot: (score) => `Pourquoi ce prospect est chaud : ${score} points`,
    whatTheyDid: 'Ce qui s’est passé',
    sent: (name, title) => `${name} a envoyé : ${title}`,
    markSent: 'Envoyé',
    markSentHint: 'Cochez ce que vous avez envoyé : c’est noté, et ce n’est plus proposé.',
    tried: (name) => `${name} a tenté de joindre ce prospect`,
    nothingDone: 'Rien n’est enregistré.',
    newestFirst: (zone) => `Du plus récent au plus ancien ; heures de ${zone}`,
    sendNext: 'Que lui envoyer ensuite',
    nothingToSend: 'Rien dans la bibliothèque ne convient, ou ce prospect a déjà tout.',
    whose: 'Qui en est responsable',
    owner: 'Responsable',
    pastOwners: 'Responsables précédents',
    none: 'aucun',
    territory: 'Territoire',
  },
  list: {
    title: (count) => (count === 1 ? 'Un prospect vous attend' : `${count} prospects vous attendent`),
    more: (count) =>
      count === 1
        ? 'Un autre apparaîtra ici lorsque vous aurez répondu à ceux-ci.'
        : `${count} autres apparaîtront ici lorsque vous aurez répondu à ceux-ci.`,
  },
  myLeads: {
    title: (count) =>
      count === 0
        ? 'Vous n’avez aucun prospect en cours'
        : count === 1
          ? 'Votre prospect en cours'
          : `Vos ${count} prospects en cours`,
    more: (count) => (count === 1 ? 'Un autre n’est pas affiché.' : `${count} autres ne sont pas affichés.`),
  },
  absence: {
    title: 'Quand vous recevez des prospects',
    come: 'Vous recevez des prospects',
    comeInHours: 'Ils arrivent pendant vos heures de travail.',
    planned: 'Vous serez absent',
    none: 'Vous ne recevez pas de prospects',
    awayFrom: 'Absence à partir du',
    comeAgain: 'Les prospects reviennent, pendant vos heures de travail, à partir du',
    untilBack: 'Vous ne recevez pas de prospects jusqu’à ce que vous signaliez votre retour.',
    paused:
      'Plusieurs prospects de suite sont restés sans réponse : vous n’en recevez plus jusqu’à votre prochaine réponse ou votre retour.',
    back: 'Je suis de retour',
    notAway: 'Je ne serai pas absent',
    today: 'Pause pour aujourd’hui',
    todayHint: 'Aucun prospect jusqu’à minuit.',
    away: 'S’absenter',
    zone: (zone) => `Les heures sont celles de ${zone}.`,
    from: 'Du',
    fromHint: '(vide : dès maintenant)',
    to: 'Au',
    toHint: '(les prospects reviennent à partir de là)',
    set: 'Enregistrer',
    giveBack: (count) =>
      count === 1
        ? 'Rendre le prospect qui attend ma réponse'
        : `Rendre les ${count} prospects qui attendent ma réponse`,
    giveBackHint: 'Tout de suite, à une autre personne. Les prospects acceptés restent à vous.',
    problems: {
      'unknown-answer': 'Rien n’a été modifié : le formulaire est arrivé incomplet. Merci de choisir à nouveau.',
      'no-end': 'Rien n’a été modifié : merci d’indiquer quand les prospects peuvent revenir.',
      over: 'Rien n’a été modifié : le moment du retour des prospects est passé.',
      'ends-before-it-begins': 'Rien n’a été modifié : la fin doit suivre le début.',
      'too-long': 'Rien n’a été modifié : c’est dans plus de deux ans. Merci de vérifier l’année.',
    },
  },
  answerLost: 'Votre réponse n’a pas été enregistrée.',
  notices: {
    unknown: {
      title: 'Ce lien n’ouvre aucun prospect',
      text: 'Une partie du lien s’est peut-être perdue. Merci de l’ouvrir à nouveau depuis le dernier message reçu.',
    },
    expired: {
      title: 'Ce lien a expiré',
      text: 'Les liens sont valables 30 jours. Si le prospect est toujours à vous, merci de répondre dans le CRM.',
    },
    'given-back': {
      title: 'Vous avez rendu ce prospect',
      text: 'Votre motif est enregistré et a été pris en compte. Vous n’avez plus rien à faire.',
    },
    'ran-out': {
      title: 'Ce prospect a été réattribué',
      text: 'Sans réponse dans le délai convenu, il a été confié à une autre personne. Cela peut arriver à tout le monde. Vous n’avez plus rien à faire.',
    },
    settled: {
      title: 'L’issue de ce prospect est connue',
      text: 'L’issue est enregistrée. Merci. Vous n’avez plus rien à faire ici.',
    },
    recycled: {
      title: 'Ce prospect est de retour au marketing',
      text: 'Le marketing garde le contact ; le prospect reviendra aux ventes le moment venu. Vous n’avez plus rien à faire.',
    },
    'all-done': {
      title: 'Il n’y a plus rien à faire ici',
      text: 'Chacun de ces prospects a reçu une réponse ou a été confié à une autre personne. Le prochain vous parviendra avec un nouveau lien.',
    },
    'moved-on': {
      title: 'Ce prospect n’est plus à vous',
      text: 'Il a été confié à une autre personne ou son suivi est terminé. S’il vous revient, vous recevrez un nouveau lien.',
    },
    'cycle-over': {
      title: 'Il n’y a plus rien à décider ici',
      text: 'Le prospect est arrivé à son terme, ou un nouveau cycle a commencé. Si l’on a de nouveau besoin de vous, vous recevrez un nouveau lien.',
    },
    'no-such-page': {
      title: 'Il n’y a pas de page ici',
      text: 'Merci d’ouvrir le lien du message que vous avez reçu.',
    },
    'wrong-method': {
      title: 'Ce n’est pas possible ici',
      text: 'Un prospect peut être consulté et recevoir une réponse, rien d’autre. Merci d’ouvrir le lien du message que vous avez reçu.',
    },
    failure: {
      title: 'Un problème est survenu de notre côté',
      text: 'Merci de réessayer dans une minute. Si vous venez de répondre, la page indiquera alors si la réponse est enregistrée.',
    },
  },
};
