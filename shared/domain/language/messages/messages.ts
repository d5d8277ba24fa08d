import { de } from './de.ts';
import { en, type Messages } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** What reps are written, by language. A language that is added here is asked for wherever else it has to be. */
export const MESSAGES = { en, de, fr, es } satisfies Readonly<Record<string, Messages>>;
