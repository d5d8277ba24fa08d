/** `…` stands for whatever is left out of a line. */
const asPattern = (line: string): RegExp => {
  const parts = line.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
};

/** Those of the lines that a page shows which are not printed, or not in this order. Others may stand between them. */
export const notPrinted = (shown: readonly string[], output: string): readonly string[] => {
  const printed = output.split('\n');
  let from = 0;
  return shown.filter((line) => {
    const at = printed.findIndex((text, index) => index >= from && asPattern(line).test(text.trimEnd()));
    if (at >= 0) from = at + 1;
    return at < 0;
  });
};
