import type { Asked, ReachAnswers, Recipient } from '../../domain/alert/reach/account.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { ReachQuestions } from '../../ports/reach-questions.ts';

/** Messages of AWS name whoever asked and what was missing; they can be long. */
const MOST_CHARACTERS = 240;

const reasonOf = (error: unknown): string => {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replace(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS);
};

/** The answer, or what was said instead: a question that is refused leaves the others alone. */
export const asked = async <T>(question: Promise<T>): Promise<Asked<T>> => {
  try {
    return { answer: await question };
  } catch (error) {
    return { refused: reasonOf(error) };
  }
};

export type ReachQuestion = keyof ReachAnswers;

/** Every question; `wanted` names those that matter, and the others are not asked. */
export const askAccount = async (
  questions: ReachQuestions,
  {
    recipients,
    members = [],
    now,
    wanted,
  }: {
    readonly recipients: readonly Recipient[];
    readonly members?: readonly string[];
    readonly now: Instant;
    readonly wanted?: ReadonlySet<ReachQuestion>;
  },
): Promise<ReachAnswers> => {
  const ask = async <T>(question: ReachQuestion, get: () => Promise<T>): Promise<Asked<T>> =>
    wanted?.has(question) === false ? { refused: 'not asked' } : asked(get());
  const [email, sandbox, optedOut, spending, origins, slack] = await Promise.all([
    ask('email', () => questions.email(recipients)),
    ask('sandbox', () => questions.sandbox()),
    ask('optedOut', () => questions.optedOut()),
    ask('spending', () => questions.spending(now)),
    ask('origins', () => questions.origins()),
    ask('slack', () => questions.slack(members)),
  ]);
  return { email, sandbox, optedOut, spending, origins, slack };
};
