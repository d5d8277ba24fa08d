import { MESSAGES } from './messages/messages.ts';

/** A language in which reps are written to. */
export type MessageLanguage = keyof typeof MESSAGES;

const isMessageLanguage = (language: string): language is MessageLanguage => Object.hasOwn(MESSAGES, language);

export const MESSAGE_LANGUAGES: readonly MessageLanguage[] = Object.keys(MESSAGES).filter(isMessageLanguage);

/** The first of these languages, each without script and region, that there is a catalogue for; else English. */
export const messageLanguageOf = (languages: readonly string[]): MessageLanguage =>
  languages.find(isMessageLanguage) ?? 'en';
