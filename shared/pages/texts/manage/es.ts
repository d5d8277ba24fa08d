import type { ManageTexts } from './en.ts';

export const es: ManageTexts = {
  title: (lead) => `Decidir: ${lead}`,
  nobodyHas: 'Nadie tiene este lead todavía',
  has: (owner) => `${owner} tiene este lead`,
  alertDue: 'Hay que avisar a alguien antes del',
  due: {
    accept: 'Se espera una respuesta',
    contact: 'Se espera el primer contacto',
    verdict: 'Se espera un resultado',
  },
  take: 'Me lo quedo',
  takeHint: 'Es suyo en el acto y cuenta como aceptado. Usted responde en esta página.',
  leave: (owner) => `Dejárselo a ${owner}`,
  leaveHint:
    'Hasta que haya respuesta, no se le quita y no se avisa de nuevo a ningún responsable. Los recordatorios continúan.',
  left: (manager, owner) => `${manager} se lo ha dejado a ${owner}. Hasta que haya respuesta, no se le quita.`,
  give: 'Dárselo a …',
  giveHint: 'Se avisa en el acto a esa persona y también a quien lo pierde.',
  whom: '¿Quién lo recibe?',
  giveButton: 'Dar el lead',
  nobodyElse: 'Los equipos del territorio no tienen a nadie más.',
  openLeads: (count) => (count === 1 ? '1 lead abierto' : `${count} leads abiertos`),
  atWork: 'trabaja ahora',
  until: (why, time) => `${why} hasta el ${time}`,
  busy: {
    'past-owner': 'ya lo tuvo',
    left: 'ya no está',
    language: 'no habla el idioma',
    away: 'ausente',
    paused: 'en pausa',
    'off-hours': 'fuera de horario',
    'starts-later': 'fuera de horario',
    full: 'tiene todos los leads que puede tener',
    'full-today': 'ya tiene los leads de hoy',
    'never-at-work': 'sin horario de trabajo',
    'no-channel': 'no se le puede avisar',
  },
  nobody: 'nadie',
  list: (count) => (count === 1 ? 'Un lead espera su decisión' : `${count} leads esperan su decisión`),
  more: (count) =>
    count === 1
      ? 'Otro aparecerá aquí a medida que usted decida.'
      : `Otros ${count} aparecerán aquí a medida que usted decida.`,
  problems: {
    'owner-changed': 'No se ha cambiado nada: el lead ha avanzado desde que abrió la página. Así está ahora.',
    'no-such-rep': 'No se ha cambiado nada: esa persona ya no figura en el acuerdo. Elija de nuevo.',
    'unknown-answer': 'No se ha cambiado nada: el formulario no llegó completo. Elija de nuevo.',
    'nobody-chosen': 'No se ha cambiado nada: elija quién recibe el lead.',
  },
};
