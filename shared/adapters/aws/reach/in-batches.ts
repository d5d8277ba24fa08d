/** Asked at once. */
const AT_ONCE = 10;

/** Asks about each, ten at once, with a rest between ten and the next: AWS answers so many a second to all of the account. */
export const inBatches = async <T>(
  subjects: readonly T[],
  rest: () => Promise<void>,
  ask: (subject: T) => Promise<void>,
): Promise<void> => {
  for (let first = 0; first < subjects.length; first += AT_ONCE) {
    if (first > 0) await rest();
    await Promise.all(subjects.slice(first, first + AT_ONCE).map(ask));
  }
};
