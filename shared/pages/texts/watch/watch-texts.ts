import type { MessageLanguage } from '../../../domain/language/message-language.ts';
import { de } from './de.ts';
import { en, type WatchTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** What the pages say of watches, by language. */
export const WATCH_TEXTS: Readonly<Record<MessageLanguage, WatchTexts>> = { en, de, fr, es };
