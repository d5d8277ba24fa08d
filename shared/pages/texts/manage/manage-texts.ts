import type { MessageLanguage } from '../../../domain/language/message-language.ts';
import { de } from './de.ts';
import { en, type ManageTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** What the page for managers says, by language. */
export const MANAGE_TEXTS: Readonly<Record<MessageLanguage, ManageTexts>> = { en, de, fr, es };
