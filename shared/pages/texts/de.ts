import type { PageTexts } from './en.ts';

export const de: PageTexts = {
  frame: {
    skip: 'Zum Inhalt springen',
    myLeads: 'Meine Leads',
    awayOrBack: 'Abwesenheit',
    back: 'Zurück',
    allLeads: 'Alle Leads dieser Nachricht',
    yoursAlone:
      'Dieser Link gehört nur Ihnen. Wer ihn hat, kann in Ihrem Namen antworten: Bitte geben Sie ihn nicht weiter.',
  },
  due: {
    accept: { by: 'Bitte antworten Sie bis', late: 'Ihre Antwort war fällig:' },
    contact: { by: 'Bitte nehmen Sie Kontakt auf bis', late: 'Der erste Kontakt war fällig:' },
    verdict: { by: 'Bitte tragen Sie das Ergebnis ein bis', late: 'Ihre Entscheidung war fällig:' },
  },
  time: {
    left: (length) => `Noch ${length}`,
    late: (length) => `${length} überfällig`,
    hardlyLeft: 'Noch weniger als eine Minute',
    hardlyLate: 'Gerade überfällig',
  },
  headings: {
    assigned: 'Übernehmen Sie diesen Lead?',
    accepted: 'Dieser Lead gehört Ihnen',
    contacted: 'Sie haben den Lead erreicht',
  },
  states: { assigned: 'Wartet auf Ihre Antwort', accepted: 'Angenommen', contacted: 'Kontakt hergestellt' },
  answers: {
    accept: { label: 'Annehmen' },
    contacted: { label: 'Kontakt hergestellt', hint: 'Sie haben gesprochen, oder es kam eine Antwort.' },
    'no-answer': { label: 'Angerufen, keine Antwort', hint: 'Sie haben es versucht. Wir erinnern Sie später.' },
    qualified: { label: 'Qualifiziert', hint: 'Eine echte Chance: Der Vertrieb macht damit weiter.' },
    'not-now': { label: 'Jetzt nicht', hint: 'Zurück ans Marketing, das in Kontakt bleibt.' },
  },
  follows: {
    reassign: 'Der Lead geht an jemand anderen.',
    recycle: 'Der Lead geht für später zurück ans Marketing.',
    'return-to-marketing': 'Der Lead geht zur Korrektur zurück ans Marketing.',
    close: 'Der Lead wird geschlossen.',
  },
  answer: {
    toForm: 'Zum Formular',
    stillYours: 'Der Lead gehört weiterhin Ihnen.',
    toReject: 'Mit Begründung ablehnen',
    reject: 'Ablehnen',
    why: 'Warum passt der Lead nicht zu Ihnen?',
    note: 'Notiz',
    noteHint: '(freiwillig, für das Marketing und wer als Nächstes kommt)',
  },
  problems: {
    'unknown-answer':
      'Es wurde nichts gespeichert: Das Formular kam nicht vollständig an. Bitte wählen Sie noch einmal.',
    'unknown-reason': 'Es wurde nichts gespeichert: Zum Ablehnen wählen Sie bitte unten einen der vereinbarten Gründe.',
    'unknown-content': 'Es wurde nichts gespeichert: Was Sie gesendet haben, ist nicht mehr in der Bibliothek.',
    'long-note': 'Es wurde nichts gespeichert: Die Notiz ist zu lang. Bitte kürzen Sie sie.',
    'owner-changed': 'Nichts wurde geändert: Der Lead gehört inzwischen Ihnen. Hier ist er.',
    'accepted-before':
      'Sie haben diesen Lead bereits angenommen, er lässt sich nicht mehr ablehnen. Mit „Jetzt nicht“ geben Sie ihn zurück.',
  },
  who: {
    noName: 'Ein Lead ohne Namen',
    call: 'Anrufen',
    extension: (digits) => `Durchwahl ${digits}`,
    mail: 'E-Mail',
    subjects: { about: (interest) => `Zu Ihrem Interesse: ${interest}`, enquiry: 'Ihre Anfrage' },
    copy: 'Kopieren',
    copied: 'Kopiert',
    theirTime: (clock, weekday) => `Dort ist es ${clock} Uhr, ${weekday}.`,
    heading: 'Wer das ist',
    phone: 'Telefon',
    email: 'E-Mail',
    consent: 'Einwilligung',
    unknown: 'nicht bekannt',
    more: (count) => `Und ${count} weitere im CRM.`,
    ways: {
      call: { label: 'Anrufe', refusal: 'Nicht anrufen' },
      sms: { label: 'SMS', refusal: 'Keine SMS senden' },
      email: { label: 'E-Mail', refusal: 'Keine E-Mails senden' },
    },
    yes: 'ja',
    no: 'nein',
    notAsked: 'nicht gefragt',
  },
  story: {
    whyHot: (score) => `Warum der Lead heiß ist: ${score} Punkte`,
    whatTheyDid: 'Was bisher geschah',
    sent: (name, title) => `${name} hat gesendet: ${title}`,
    markSent: 'Gesendet',
    markSentHint: 'Markieren Sie, was Sie gesendet haben: Es wird vermerkt und nicht noch einmal angeboten.',
    tried: (name) => `${name} hat versucht, den Lead zu erreichen`,
    nothingDone: 'Nichts vermerkt.',
    newestFirst: (zone) => `Neuestes zuerst; Zeiten in ${zone}`,
    sendNext: 'Was Sie als Nächstes senden können',
    nothingToSend: 'Nichts in der Bibliothek passt, oder der Lead hat schon alles.',
    whose: 'Wer zuständig ist',
    owner: 'Zuständig',
    pastOwners: 'Bisher zuständig',
    none: 'niemand',
    territory: 'Gebiet',
  },
  list: {
    title: (count) => (count === 1 ? 'Ein Lead wartet auf Sie' : `${count} Leads warten auf Sie`),
    more: (count) =>
      count === 1
        ? 'Ein weiterer erscheint hier, sobald Sie diese beantworten.'
        : `${count} weitere erscheinen hier, sobald Sie diese beantworten.`,
  },
  myLeads: {
    title: (count) =>
      count === 0 ? 'Sie haben keine offenen Leads' : count === 1 ? 'Ihr offener Lead' : `Ihre ${count} offenen Leads`,
    more: (count) => (count === 1 ? 'Ein weiterer wird nicht angezeigt.' : `${count} weitere werden nicht angezeigt.`),
  },
  absence: {
    title: 'Wann Sie Leads erhalten',
    come: 'Sie erhalten Leads',
    comeInHours: 'Sie kommen in Ihrer Arbeitszeit.',
    planned: 'Sie werden abwesend sein',
    none: 'Sie erhalten keine Leads',
    awayFrom: 'Abwesend ab',
    comeAgain: 'Leads kommen wieder in Ihrer Arbeitszeit, ab',
    untilBack: 'Sie erhalten keine Leads, bis Sie sich zurückmelden.',
    paused:
      'Mehrere Leads hintereinander blieben unbeantwortet. Sie erhalten keine, bis Sie einen beantworten oder sich zurückmelden.',
    back: 'Ich bin zurück',
    notAway: 'Ich bin doch nicht abwesend',
    today: 'Heute pausieren',
    todayHint: 'Bis Mitternacht kommt kein Lead.',
    away: 'Abwesend sein',
    zone: (zone) => `Die Zeiten gelten für ${zone}.`,
    from: 'Von',
    fromHint: '(leer: ab jetzt)',
    to: 'Bis',
    toHint: '(ab dann kommen wieder Leads)',
    set: 'Eintragen',
    giveBack: (count) =>
      count === 1
        ? 'Den Lead zurückgeben, der auf meine Antwort wartet'
        : `Die ${count} Leads zurückgeben, die auf meine Antwort warten`,
    giveBackHint: 'Sofort, an jemand anderen. Leads, die Sie angenommen haben, bleiben bei Ihnen.',
    problems: {
      'unknown-answer': 'Nichts wurde geändert: Das Formular kam nicht vollständig an. Bitte wählen Sie noch einmal.',
      'no-end': 'Nichts wurde geändert: Bitte geben Sie an, ab wann wieder Leads kommen.',
      over: 'Nichts wurde geändert: Der Zeitpunkt, ab dem wieder Leads kommen, ist vorbei.',
      'ends-before-it-begins': 'Nichts wurde geändert: Das Ende muss nach dem Beginn liegen.',
      'too-long': 'Nichts wurde geändert: Das liegt mehr als zwei Jahre in der Zukunft. Bitte prüfen Sie das Jahr.',
    },
  },
  answerLost: 'Ihre Antwort wurde nicht gespeichert.',
  notices: {
    unknown: {
      title: 'Dieser Link öffnet keinen Lead',
      text: 'Vielleicht ist unterwegs ein Teil verloren gegangen. Bitte öffnen Sie ihn noch einmal aus der neuesten Nachricht, die Sie erhalten haben.',
    },
    expired: {
      title: 'Dieser Link ist abgelaufen',
      text: 'Links gelten 30 Tage. Wenn der Lead noch Ihnen gehört, antworten Sie bitte im CRM.',
    },
    'given-back': {
      title: 'Sie haben diesen Lead zurückgegeben',
      text: 'Ihr Grund ist gespeichert und berücksichtigt. Sie müssen nichts weiter tun.',
    },
    'ran-out': {
      title: 'Dieser Lead wurde weitergegeben',
      text: 'Innerhalb der vereinbarten Zeit kam keine Antwort, deshalb wurde er weitergegeben. Das kann jedem passieren. Sie müssen nichts weiter tun.',
    },
    settled: {
      title: 'Dieser Lead ist abgeschlossen',
      text: 'Das Ergebnis ist gespeichert. Vielen Dank. Sie müssen hier nichts weiter tun.',
    },
    recycled: {
      title: 'Dieser Lead ist wieder beim Marketing',
      text: 'Das Marketing bleibt in Kontakt; der Lead kommt zum Vertrieb zurück, wenn es so weit ist. Sie müssen nichts weiter tun.',
    },
    'all-done': {
      title: 'Hier ist nichts mehr zu tun',
      text: 'Jeder dieser Leads ist beantwortet oder bei jemand anderem. Was als Nächstes zu Ihnen kommt, bringt einen neuen Link mit.',
    },
    'moved-on': {
      title: 'Dieser Lead gehört Ihnen nicht mehr',
      text: 'Er ist bei jemand anderem oder abgeschlossen. Wenn er wieder zu Ihnen kommt, erhalten Sie einen neuen Link.',
    },
    'cycle-over': {
      title: 'Hier ist nichts mehr zu entscheiden',
      text: 'Der Lead ist abgeschlossen, oder ein neuer Durchgang hat begonnen. Werden Sie wieder gebraucht, erhalten Sie einen neuen Link.',
    },
    'no-such-page': {
      title: 'Hier gibt es keine Seite',
      text: 'Bitte öffnen Sie den Link aus der Nachricht, die Sie erhalten haben.',
    },
    'wrong-method': {
      title: 'Das ist hier nicht möglich',
      text: 'Einen Lead können Sie ansehen und beantworten, mehr nicht. Bitte öffnen Sie den Link aus der Nachricht, die Sie erhalten haben.',
    },
    failure: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Bitte versuchen Sie es in einer Minute noch einmal. Wenn Sie gerade geantwortet haben, sagt die Seite dann, ob die Antwort gespeichert ist.',
    },
  },
};
