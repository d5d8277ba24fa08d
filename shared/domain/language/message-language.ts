/**
 * Languages in which reps are written to, and whose rules numbers, dates and relative times follow: the day before the
 * month, 24 hours. A language that is added here is asked for wherever else it has to be.
 */
export const LOCALES = { en: 'en-GB', de: 'de', fr: 'fr', es: 'es' } as const;

export type MessageLanguage = keyof typeof LOCALES;

export const isMessageLanguage = (language: string): language is MessageLanguage => Object.hasOwn(LOCALES, language);

export const MESSAGE_LANGUAGES: readonly MessageLanguage[] = Object.keys(LOCALES).filter(isMessageLanguage);

/** The first of these languages, each without script and region, that there is a catalogue for; else English. */
export const messageLanguageOf = (languages: readonly string[]): MessageLanguage =>
  languages.find(isMessageLanguage) ?? 'en';
