/** Prints rows under a heading, numbers to the right. */
export const printTable = (heading: string, columns: readonly string[], rows: readonly (readonly string[])[]): void => {
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ');
  console.log(`\n${heading}`);
  console.log(`  ${line(columns)}`);
  for (const row of rows) console.log(`  ${line(row)}`);
};

export const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');

/** The least of the values that so large a part of them does not exceed. */
export const percentile = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
};
