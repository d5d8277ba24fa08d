import type { MessageLanguage } from '../message-language.ts';

const en = {
  accept: 'Accept',
  reject: 'Reject',
  open: 'Open',
  openAll: 'Open them all',
  /** Before the choice of a reason counts. */
  sure: { title: 'Reject this lead?', text: 'It is given back with this reason.', no: 'Keep it' },
  /** To somebody who pressed a button that is not theirs. */
  theirs: (name: string) => `This lead is ${name}’s. Only ${name} can answer here.`,
  nobodys: 'Only the rep whom this message was written to can answer here.',
};

export type SlackTexts = typeof en;

const de: SlackTexts = {
  accept: 'Annehmen',
  reject: 'Ablehnen',
  open: 'Öffnen',
  openAll: 'Alle öffnen',
  sure: { title: 'Diesen Lead ablehnen?', text: 'Er wird mit diesem Grund zurückgegeben.', no: 'Behalten' },
  theirs: (name) => `Dieser Lead gehört ${name}. Nur ${name} kann hier antworten.`,
  nobodys: 'Nur wem diese Nachricht geschrieben wurde, kann hier antworten.',
};

const fr: SlackTexts = {
  accept: 'Accepter',
  reject: 'Refuser',
  open: 'Ouvrir',
  openAll: 'Tout ouvrir',
  sure: { title: 'Refuser ce prospect ?', text: 'Il est rendu avec ce motif.', no: 'Le garder' },
  theirs: (name) => `Ce prospect revient à ${name}, qui est seul à pouvoir répondre ici.`,
  nobodys: 'Seule la personne à qui ce message est adressé peut répondre ici.',
};

const es: SlackTexts = {
  accept: 'Aceptar',
  reject: 'Rechazar',
  open: 'Abrir',
  openAll: 'Abrir todos',
  sure: { title: '¿Rechazar este lead?', text: 'Se devuelve con este motivo.', no: 'Conservarlo' },
  theirs: (name) => `Este lead es de ${name}. Solo ${name} puede responder aquí.`,
  nobodys: 'Solo la persona a quien se escribió este mensaje puede responder aquí.',
};

/** What is said in Slack beside what every message says, by language. */
export const SLACK_TEXTS: Readonly<Record<MessageLanguage, SlackTexts>> = { en, de, fr, es };
