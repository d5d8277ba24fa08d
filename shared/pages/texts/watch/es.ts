import type { WatchTexts } from './en.ts';

export const es: WatchTexts = {
  heading: 'Avisarme de lo que ocurra',
  hint: 'Recibirá un mensaje cuando esta persona haga algo o el lead pase a estar caliente, mientras pueda verlo. Termina por sí solo al cabo de un año.',
  person: { start: 'Seguir a esta persona', stop: 'Dejar de seguir a esta persona' },
  company: {
    start: (domain) => `Seguir a todas las personas de ${domain}`,
    stop: (domain) => `Dejar de seguir ${domain}`,
  },
  full: 'No pueden seguir a esta persona más compañeros: pida a alguno que deje de hacerlo.',
  fullCompany: (domain) => `No pueden seguir ${domain} más compañeros: pida a alguno que deje de hacerlo.`,
  title: (lead) => `En seguimiento: ${lead}`,
  nobody: 'nadie todavía',
  list: (count) => (count === 1 ? 'Novedades de un lead que sigue' : `Novedades de ${count} leads que sigue`),
  more: (count) => `${count} más no se muestran.`,
};
