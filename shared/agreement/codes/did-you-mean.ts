/** The end of a problem: what may be meant, or an example where nothing comes to mind or too much. */
export const didYouMean = (meant: readonly string[], example: string): string => {
  const [first, second, third, ...more] = meant;
  if (first === undefined || more.length > 0) return example;
  const list = third === undefined ? [first, second] : [`${first}, ${second}`, third];
  return `: did you mean ${list.filter((one) => one !== undefined).join(' or ')}?`;
};

/** What names are compared by: without regard to case, accents and signs. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
