import type { MessageLanguage } from '../../domain/language/message-language.ts';
import { de } from './de.ts';
import { en, type PageTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** What the pages say, by language. */
export const PAGE_TEXTS: Readonly<Record<MessageLanguage, PageTexts>> = { en, de, fr, es };
