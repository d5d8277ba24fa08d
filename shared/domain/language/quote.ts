/** Numbers that JSON cannot write, as YAML does. */
const oddNumber = (value: number): string => (Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf');

/** How a problem quotes what somebody wrote. */
export const quote = (value: unknown): string => {
  if (typeof value === 'number' && !Number.isFinite(value)) return oddNumber(value);
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};
