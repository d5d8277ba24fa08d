import type { MessageLanguage } from '../message-language.ts';
import { de } from './de.ts';
import { en, type Messages } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** What reps are written, by language. */
export const MESSAGES: Readonly<Record<MessageLanguage, Messages>> = { en, de, fr, es };
