import { WEEKDAYS } from '../../shared/domain/vocabulary/weekdays.ts';

/** Days that are alike in one go, each with its text: `mon-thu`, `fri`; days without a text are left out. */
export const alikeDays = (texts: readonly string[]): readonly { readonly days: string; readonly text: string }[] => {
  const runs: { readonly from: number; to: number; readonly text: string }[] = [];
  texts.forEach((text, day) => {
    const last = runs.at(-1);
    if (last?.text === text) last.to = day;
    else runs.push({ from: day, to: day, text });
  });
  return runs
    .filter(({ text }) => text !== '')
    .map(({ from, to, text }) => ({
      days: from === to ? `${WEEKDAYS[from]}` : `${WEEKDAYS[from]}-${WEEKDAYS[to]}`,
      text,
    }));
};
