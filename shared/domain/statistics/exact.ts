/** A number that is never rounded: a fraction of whole numbers, whose denominator is above zero. */
export interface Exact {
  readonly over: bigint;
  readonly under: bigint;
}

export const ZERO: Exact = { over: 0n, under: 1n };

export const whole = (value: number | bigint): Exact => ({ over: BigInt(value), under: 1n });

/** As the number is written: 0.1 is a tenth. The number must be finite. */
export const exact = (value: number): Exact => {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const [before = '0', after = ''] = digits.split('.');
  const power = Number(exponent) - after.length;
  const over = BigInt(before + after);
  return power >= 0 ? { over: over * 10n ** BigInt(power), under: 1n } : { over, under: 10n ** BigInt(-power) };
};

export const plus = (a: Exact, b: Exact): Exact =>
  a.under === b.under
    ? { over: a.over + b.over, under: a.under }
    : { over: a.over * b.under + b.over * a.under, under: a.under * b.under };

export const minus = (a: Exact, b: Exact): Exact => plus(a, { over: -b.over, under: b.under });

export const times = (a: Exact, b: Exact): Exact => ({ over: a.over * b.over, under: a.under * b.under });

/** Undefined where the divisor is zero. */
export const dividedBy = (a: Exact, b: Exact): Exact | undefined => {
  if (b.over === 0n) return undefined;
  const sign = b.over < 0n ? -1n : 1n;
  return { over: a.over * b.under * sign, under: a.under * b.over * sign };
};

export const sumOf = (values: readonly Exact[]): Exact => values.reduce(plus, ZERO);

const floor = (over: bigint, under: bigint): bigint => {
  const towardsZero = over / under;
  return over < 0n && towardsZero * under !== over ? towardsZero - 1n : towardsZero;
};

/** To so many decimals, half up. */
export const rounded = ({ over, under }: Exact, decimals: number): number => {
  const scale = 10n ** BigInt(decimals);
  return Number(floor(2n * over * scale + under, 2n * under)) / Number(scale);
};

/** A quotient to so many decimals; null where the divisor is zero. */
export const quotient = (a: Exact, b: Exact, decimals: number): number | null => {
  const result = dividedBy(a, b);
  return result === undefined ? null : rounded(result, decimals);
};

/** The part that some are of all, to four decimals; null of none. */
export const rateOf = (part: number, all: number): number | null => quotient(whole(part), whole(all), 4);
