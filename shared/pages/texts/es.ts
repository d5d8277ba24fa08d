import type { PageTexts } from './en.ts';

export const es: PageTexts = {
  frame: {
    skip: 'Ir al contenido',
    awayOrBack: 'Ausente o de vuelta',
    back: 'Volver',
    allLeads: 'Todos los leads de este mensaje',
    yoursAlone:
      'Este enlace es solo para usted. Quien lo tenga puede responder en su nombre: le rogamos que no lo comparta.',
  },
  due: {
    accept: { by: 'Responda antes del', late: 'Su respuesta vencía el' },
    contact: { by: 'Póngase en contacto antes del', late: 'El primer contacto vencía el' },
    verdict: { by: 'Indique el resultado antes del', late: 'Su decisión vencía el' },
  },
  headings: {
    assigned: '¿Se queda con este lead?',
    accepted: 'Este lead es suyo',
    contacted: 'Ya ha contactado',
  },
  answers: {
    accept: { label: 'Aceptar' },
    contacted: { label: 'He contactado', hint: 'Han hablado o le han contestado.' },
    'no-answer': { label: 'Llamé, sin respuesta', hint: 'Lo ha intentado. Se lo recordaremos más tarde.' },
    qualified: { label: 'Cualificado', hint: 'Una oportunidad real: ventas sigue adelante.' },
    'not-now': { label: 'Ahora no', hint: 'Vuelve a marketing, que mantiene el contacto.' },
  },
  follows: {
    reassign: 'Pasa a otra persona.',
    recycle: 'Vuelve a marketing para más adelante.',
    'return-to-marketing': 'Vuelve a marketing para que lo corrija.',
    close: 'Se cierra.',
  },
  answer: {
    stillYours: 'El lead sigue siendo suyo.',
    toReject: 'Rechazar, con un motivo',
    reject: 'Rechazar',
    why: '¿Por qué no es para usted?',
    note: 'Nota',
    noteHint: '(opcional, para marketing y para quien venga después)',
  },
  problems: {
    'unknown-answer': 'No se ha guardado nada: el formulario llegó incompleto. Vuelva a elegir, por favor.',
    'unknown-reason': 'No se ha guardado nada: para rechazar el lead, elija abajo uno de los motivos acordados.',
    'long-note': 'No se ha guardado nada: la nota es demasiado larga. Acórtela, por favor.',
    'owner-changed': 'No se ha cambiado nada: entretanto, el lead ha pasado a ser suyo. Aquí está.',
    'accepted-before': 'Ya ha aceptado este lead, así que no puede rechazarlo. Con «Ahora no» lo devuelve.',
  },
  who: {
    noName: 'Un lead sin nombre',
    call: 'Llamar',
    mail: 'Escribir',
    heading: 'Quién es',
    phone: 'Teléfono',
    email: 'Correo',
    consent: 'Consentimiento',
    unknown: 'desconocido',
    more: (count) => `Y ${count} más en el CRM.`,
    ways: {
      call: { label: 'Llamadas', refusal: 'No llamar' },
      sms: { label: 'SMS', refusal: 'No enviar SMS' },
      email: { label: 'Correo', refusal: 'No enviar correos' },
    },
    yes: 'sí',
    no: 'no',
    notAsked: 'sin preguntar',
  },
  story: {
    whyHot: (score) => `Por qué está caliente: ${score} puntos`,
    whatTheyDid: 'Qué ha pasado',
    tried: (name) => `${name} ha intentado localizar al lead`,
    nothingDone: 'No consta nada.',
    newestFirst: (zone) => `Lo más reciente primero; horas de ${zone}`,
    sendNext: 'Qué enviarle ahora',
    nothingToSend: 'No hay nada adecuado en la biblioteca, o ya lo ha leído todo.',
    whose: 'De quién es',
    owner: 'Responsable',
    pastOwners: 'Responsables anteriores',
    none: 'ninguno',
    territory: 'Territorio',
  },
  list: {
    title: (count) => (count === 1 ? 'Le espera un lead' : `Le esperan ${count} leads`),
    more: (count) =>
      count === 1 ? 'Aparecerá 1 más cuando responda a estos.' : `Aparecerán ${count} más cuando responda a estos.`,
  },
  absence: {
    title: 'Cuándo recibe leads',
    come: 'Recibe leads',
    comeInHours: 'Llegan en su horario de trabajo.',
    planned: 'Estará ausente',
    none: 'No recibe leads',
    awayFrom: 'Ausente desde el',
    comeAgain: 'Volverá a recibir leads, en su horario de trabajo, desde el',
    untilBack: 'No recibe leads hasta que diga que ha vuelto.',
    paused:
      'Varios leads seguidos quedaron sin respuesta: no recibe ninguno hasta que responda a uno o diga que ha vuelto.',
    back: 'He vuelto',
    notAway: 'No estaré ausente',
    today: 'Pausa por hoy',
    todayHint: 'No llega ningún lead hasta medianoche.',
    away: 'Ausentarse',
    zone: (zone) => `Las horas son las de ${zone}.`,
    from: 'Desde',
    fromHint: '(vacío: desde ahora)',
    to: 'Hasta',
    toHint: '(desde entonces vuelven los leads)',
    set: 'Guardar',
    giveBack: (count) =>
      count === 1 ? 'Devolver el lead que espera mi respuesta' : `Devolver los ${count} leads que esperan mi respuesta`,
    giveBackHint: 'Enseguida, a otra persona. Los leads que ha aceptado siguen siendo suyos.',
    problems: {
      'unknown-answer': 'No se cambió nada: el formulario no llegó completo. Elija de nuevo.',
      'no-end': 'No se cambió nada: indique cuándo pueden volver los leads.',
      over: 'No se cambió nada: el momento en que vuelven los leads ya pasó.',
      'ends-before-it-begins': 'No se cambió nada: el final debe ser posterior al comienzo.',
      'too-long': 'No se cambió nada: faltan más de dos años. Revise el año.',
    },
  },
  answerLost: 'Su respuesta no se ha guardado.',
  notices: {
    unknown: {
      title: 'Este enlace no abre ningún lead',
      text: 'Puede que se haya perdido una parte. Ábralo de nuevo desde el último mensaje que recibió.',
    },
    expired: {
      title: 'Este enlace ha caducado',
      text: 'Los enlaces funcionan durante 30 días. Si el lead sigue siendo suyo, responda en el CRM.',
    },
    'given-back': {
      title: 'Ha devuelto este lead',
      text: 'Su motivo ha quedado registrado y se ha tenido en cuenta. No tiene que hacer nada más.',
    },
    'ran-out': {
      title: 'Este lead se ha reasignado',
      text: 'No hubo respuesta en el plazo acordado, así que pasó a otra persona. Le puede pasar a cualquiera. No tiene que hacer nada más.',
    },
    settled: {
      title: 'Este lead ya tiene resultado',
      text: 'El resultado ha quedado registrado. Gracias. No tiene que hacer nada más aquí.',
    },
    recycled: {
      title: 'Este lead ha vuelto a marketing',
      text: 'Marketing mantiene el contacto, y el lead volverá a ventas en el momento adecuado. No tiene que hacer nada más.',
    },
    'all-done': {
      title: 'Aquí no queda nada por hacer',
      text: 'Cada uno de estos leads tiene respuesta o ha pasado a otra persona. El próximo le llegará con un enlace nuevo.',
    },
    'moved-on': {
      title: 'Este lead ya no es suyo',
      text: 'Ha pasado a otra persona o ha terminado. Si vuelve a usted, recibirá un enlace nuevo.',
    },
    'cycle-over': {
      title: 'Aquí ya no queda nada por decidir',
      text: 'El lead ha llegado a su fin o ha empezado un nuevo ciclo. Si se le necesita de nuevo, recibirá un enlace nuevo.',
    },
    'no-such-page': {
      title: 'Aquí no hay ninguna página',
      text: 'Abra el enlace del mensaje que recibió.',
    },
    'wrong-method': {
      title: 'Eso no es posible aquí',
      text: 'Un lead se puede ver y responder, nada más. Abra el enlace del mensaje que recibió.',
    },
    failure: {
      title: 'Algo ha fallado por nuestra parte',
      text: 'Inténtelo de nuevo en un minuto. Si acaba de responder, la página le dirá entonces si la respuesta se ha guardado.',
    },
  },
};
