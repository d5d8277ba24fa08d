import type { WatchTexts } from './en.ts';

export const fr: WatchTexts = {
  heading: 'Être prévenu de ce qui se passe',
  hint: "Vous recevez un message dès que cette personne fait quelque chose ou que le prospect devient chaud, tant que vous pouvez le voir. Le suivi prend fin de lui-même au bout d'un an.",
  person: { start: 'Suivre cette personne', stop: 'Ne plus suivre cette personne' },
  company: {
    start: (domain) => `Suivre toutes les personnes de ${domain}`,
    stop: (domain) => `Ne plus suivre ${domain}`,
  },
  full: "Cette personne est déjà suivie par autant de collègues que possible : demandez à l'un d'eux d'arrêter.",
  fullCompany: (domain) =>
    `${domain} est déjà suivi par autant de collègues que possible : demandez à l'un d'eux d'arrêter.`,
  title: (lead) => `À suivre : ${lead}`,
  nobody: 'personne encore',
  list: (count) =>
    count === 1 ? 'Du nouveau sur un prospect que vous suivez' : `Du nouveau sur ${count} prospects que vous suivez`,
  more: (count) => `${count} autres ne sont pas affichés.`,
};
