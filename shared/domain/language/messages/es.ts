import type { HelpTexts, Messages } from './en.ts';

export const es: Messages = {
  purposes: {
    alert: {
      headline: (lead, owner) =>
        owner === undefined ? `Lead caliente: ${lead}` : `Lead caliente para ${owner}: ${lead}`,
      tight: (lead) => `Lead: ${lead}`,
      several: (count) => `${count} leads calientes`,
      severalInFull: 'Estos son leads calientes que ha recibido en poco tiempo. El que vence primero está arriba.',
    },
    remind: {
      headline: (lead, owner) =>
        owner === undefined ? `Recordatorio: ${lead}` : `Recordatorio para ${owner}: ${lead}`,
      tight: (lead) => `Recordatorio: ${lead}`,
      several: (count) => `Recordatorio: ${count} leads`,
      severalInFull: 'Le recordamos que estos leads aún esperan su respuesta. El que vence primero está arriba.',
    },
    'tell-manager': {
      headline: (lead, owner = 'La persona responsable') => `${owner} aún no ha actuado con ${lead}`,
      tight: (lead) => `Pide ayuda: ${lead}`,
      several: (count) => `${count} leads necesitan su ayuda`,
      severalInFull: 'Estos leads de su equipo necesitan su ayuda.',
    },
    'taken-away': {
      headline: (lead) => `${lead} ha pasado a otra persona del equipo`,
      tight: (lead) => `Reasignado: ${lead}`,
      several: (count) => `${count} leads han pasado a otras personas del equipo`,
      severalInFull:
        'Estos leads no recibieron respuesta en el plazo acordado y por eso han pasado a otras personas. Le puede pasar a cualquiera. No tiene que hacer nada más, y los enlaces de mensajes anteriores ya no funcionan.',
    },
    paused: {
      headline: () => 'No recibe leads por ahora: varios quedaron sin respuesta. ¿Ya volvió? Dígalo aquí:',
      tight: () => 'Sin leads por ahora. ¿Ya volvió? Dígalo aquí:',
      several: (count) => `Sin leads por ahora: ${count} sin respuesta`,
      severalInFull:
        'Estos leads no recibieron respuesta en el plazo acordado. No recibirá leads hasta que responda a uno o diga que ha vuelto.',
    },
    'rep-paused': {
      headline: (_lead, owner = 'Una persona') =>
        `${owner} no recibe leads por ahora: varios quedaron sin respuesta. Termina cuando responda a uno o vuelva.`,
      tight: (lead) => `En pausa: ${lead}`,
      several: (count) => `${count} personas no reciben leads por ahora`,
      severalInFull:
        'Como estos leads no recibieron respuesta en el plazo acordado, sus responsables no reciben leads hasta que respondan a uno o digan que han vuelto.',
    },
  },
  clauses: {
    accept: {
      ask: (time) => `Acepte antes del ${time}`,
      due: (time) => `Responda antes del ${time}`,
      missed: (owner, lead) => `${owner} aún no ha aceptado a ${lead}`,
      stillWaits: (lead) => `Le recordamos que ${lead} aún espera su respuesta.`,
      missedInFull: (owner, lead) => `Se necesita su ayuda: ${owner} no ha aceptado ni rechazado a ${lead}.`,
      task: 'aceptar o rechazar el lead',
    },
    contact: {
      ask: (time) => `Contacte antes del ${time}`,
      due: (time) => `Contacte antes del ${time}`,
      missed: (owner, lead) => `${owner} aún no ha contactado con ${lead}`,
      stillWaits: (lead) => `Le recordamos que, según nuestros datos, aún no se ha contactado con ${lead}.`,
      missedInFull: (owner, lead) => `Se necesita su ayuda: ${owner} aún no ha contactado con ${lead}.`,
      task: 'contactar con el lead y registrarlo',
    },
    verdict: {
      ask: (time) => `Decida antes del ${time}`,
      due: (time) => `Decida antes del ${time}`,
      missed: (owner, lead) => `${owner} aún no ha decidido sobre ${lead}`,
      stillWaits: (lead) => `Le recordamos que ${lead} aún espera su decisión.`,
      missedInFull: (owner, lead) => `Se necesita su ayuda: ${owner} aún no ha decidido sobre ${lead}.`,
      task: 'indicar el resultado: cualificado por ventas, ganado o perdido',
    },
  },
  details: {
    'person.title': 'Cargo',
    'company.name': 'Empresa',
    'company.domain': 'Dominio',
    'company.industry': 'Sector',
    'company.employees': 'Empleados',
    'company.annualRevenue': 'Facturación anual',
    'location.country': 'País',
    'location.region': 'Región',
    'location.postalCode': 'Código postal',
    'location.timeZone': 'Zona horaria',
    language: 'Idioma',
    interest: 'Interés',
    source: 'Origen',
    campaign: 'Campaña',
  },
  glance: {
    why: (reason, ago) => `${reason}, ${ago}`,
    justNow: 'ahora mismo',
    noName: 'un lead sin nombre',
    by: (time) => `Antes del ${time}`,
    due: (time) => `Vence: ${time}`,
    firstDue: (time) => `Primer plazo: ${time}`,
    more: (count) => `${count} más`,
    nothingToDo: 'No tiene que hacer nada más.',
    nobodyTook: (lead) => `Nadie se ha quedado aún con ${lead}`,
    howToAccept: 'Responda 1 para aceptar.',
  },
  email: {
    hello: (name) => `Hola, ${name}:`,
    of: (person, company) => `${person} (${company})`,
    hotLead: (lead) => `Tiene un lead caliente: ${lead}.`,
    stillWaits: (lead) => `Le recordamos que ${lead} aún espera su respuesta.`,
    notActed: (owner, lead) => `Se necesita su ayuda: ${owner} aún no ha actuado con ${lead}.`,
    nobodyTook: (lead) => `Se necesita su ayuda: nadie se ha quedado aún con ${lead}.`,
    paused: (lead) => [
      `Varios leads seguidos no recibieron respuesta en el plazo acordado; el último, ${lead}.`,
      'No recibirá leads hasta que responda a uno o diga que ha vuelto. Le puede pasar a cualquiera.',
    ],
    repPaused: (owner, lead) => [
      `Varios leads seguidos de ${owner} no recibieron respuesta en el plazo acordado; el último, ${lead}.`,
      `${owner} no recibe leads hasta que responda a uno o diga que ha vuelto. Ya se lo hemos dicho.`,
    ],
    instead: (owner) =>
      `No hemos podido localizar a ${owner}, responsable de este lead; por eso le escribimos a usted.`,
    takenAway: (lead) => [
      `Su lead ${lead} no recibió respuesta en el plazo acordado y por eso ha pasado a otra persona.`,
      'Le puede pasar a cualquiera. No tiene que hacer nada más, y los enlaces de mensajes anteriores ya no funcionan.',
    ],
    takenBy: (lead, taker) => [
      `Su lead ${lead} lo lleva ahora ${taker}.`,
      'No tiene que hacer nada más, y los enlaces de mensajes anteriores ya no funcionan.',
    ],
    allTaken:
      'Estos leads los llevan ahora otras personas. No tiene que hacer nada más, y los enlaces de mensajes anteriores ya no funcionan.',
    task: (what) => `Qué hacer: ${what}.`,
    askOwner: (owner) => `preguntar a ${owner} cuál es el problema, o buscar a alguien que pueda actuar ahora`,
    findSomebody: 'encontrar a alguien que pueda actuar ahora',
    due: (time) => `Plazo: ${time}`,
    on: (weekday, date) => `${weekday}, ${date}`,
    linked: (label, link) => `${label}: ${link}`,
    sayBack: 'Diga que ha vuelto',
    manage: 'Quedárselo, dárselo a alguien o dejarlo así',
    open: 'Abrir el lead',
    openAll: 'Todos los leads',
    known: (what) => `Datos: ${what}`,
    who: 'QUIÉN ES',
    whyHot: (score) => `POR QUÉ ESTÁ CALIENTE: ${score} PUNTOS`,
    noReason: 'No consta ningún motivo.',
    whatTheyDid: 'QUÉ HA LEÍDO Y HECHO, LO MÁS RECIENTE PRIMERO',
    nothingDone: 'No consta nada.',
    sendNext: 'QUÉ ENVIARLE AHORA',
    nothingToSend: 'No hay nada adecuado en la biblioteca, o ya lo ha leído todo.',
    whose: 'RESPONSABLE',
    owner: 'Responsable',
    nobodyYet: 'nadie todavía',
    pastOwners: 'Responsables anteriores',
    none: 'ninguno',
    territory: 'Territorio',
    name: 'Nombre',
    phone: 'Teléfono',
    address: 'Correo',
    consent: 'Consentimiento',
    refusals: { call: 'no llamar', sms: 'no enviar SMS', email: 'no enviar correos' },
    andMore: (count) => `y ${count} más`,
  },
};

export const esHelp: HelpTexts = {
  onlyAccept: 'Responda 1 para aceptar o abra el enlace.',
  how: (rejections, all) =>
    `Responda 1 para aceptar. Para rechazar: ${rejections}${all ? '.' : '. Otros motivos: en el enlace.'}`,
  rejection: (number, reason) => `${number} = ${reason}`,
  whichOfSeveral: 'Puede haber varios leads a la espera de su respuesta: abra el enlace del que corresponda.',
  whichOf: (count) =>
    count === 1
      ? '1 lead de nuestro último SMS espera su respuesta, y no es seguro que se refiera a él: abra su enlace.'
      : `${count} leads de nuestro último SMS esperan su respuesta: abra el enlace del que corresponda.`,
  nothing:
    'Ningún lead de nuestro último SMS espera su respuesta: ya está registrada o el lead ha pasado a otra persona. Si llegó por correo, abra su enlace.',
  availability: {
    unclear:
      'No lo hemos entendido. Responda OFF (hoy), OFF UNTIL 17:00, OFF UNTIL 3 DEC o BACK. OFF GIVE BACK devuelve también los leads en espera.',
    sharedPhone: 'Varias personas tienen este teléfono. Dígalo en la página de uno de sus enlaces, en Ausencia.',
    back: 'Está de vuelta: vuelve a recibir leads en su horario de trabajo.',
    untilBack: 'Sin leads hasta que vuelva.',
    until: (time) => `Sin leads hasta el ${time}.`,
    given: (count) => (count === 1 ? '1 lead devuelto.' : `${count} leads devueltos.`),
    left: (count) => (count === 1 ? '1 lead aún le espera.' : `${count} leads aún le esperan.`),
    replyBack: 'Responda BACK para terminar.',
  },
};
