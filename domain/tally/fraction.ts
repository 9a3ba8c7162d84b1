// Exact fractions of big integers: what official figures are made of.

/** Always reduced, with a positive denominator. */
export type Fraction = { readonly n: bigint; readonly d: bigint };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

/** @throws RangeError for a denominator of zero. */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('A fraction needs a denominator other than zero.');
  const divisor = gcd(top, bottom) * (bottom < 0n ? -1n : 1n);
  return divisor === 0n ? { n: 0n, d: 1n } : { n: top / divisor, d: bottom / divisor };
}

export const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;
export const zero = fraction(0);
export const add = (a: Fraction, b: Fraction) =>
  a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Fraction, b: Fraction) => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Fraction, b: Fraction) => fraction(a.n * b.n, a.d * b.d);
export const divide = (a: Fraction, b: Fraction) => fraction(a.n * b.d, a.d * b.n);
export const sum = (all: readonly Fraction[]) => all.reduce(add, zero);
/** @throws RangeError for none. */
export const mean = (all: readonly Fraction[]) => divide(sum(all), fraction(all.length));

/** Below zero when a is the smaller: by cross-multiplication, never by doubles. */
export function compare(a: Fraction, b: Fraction): number {
  // Most are of one denominator: whole numbers, or means of equally many sheets.
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest double, to about eighteen places behind the point: for what is shown or measured, never to decide. */
export function toNumber({ n, d }: Fraction): number {
  const scale = 1n << 60n;
  return Number((n * scale) / d) / Number(scale);
}

/** `"n/d"`, or `"n"` for a whole number. */
export const format = ({ n, d }: Fraction): string => (d === 1n ? `${n}` : `${n}/${d}`);

/** @throws SyntaxError for what is neither `"n"` nor `"n/d"`. */
export function parse(text: string): Fraction {
  const match = /^(-?\d+)(?:\/(\d+))?$/.exec(text);
  if (match?.[1] === undefined) throw new SyntaxError(`${text} is no fraction.`);
  return fraction(BigInt(match[1]), BigInt(match[2] ?? 1));
}

/** Rounded half up to two places, for display only. */
export function display(value: Fraction): string {
  const scaled = value.n * 100n * 2n + value.d;
  const floor = (top: bigint, bottom: bigint) => (top >= 0n ? top / bottom : -((-top + bottom - 1n) / bottom));
  const cents = floor(scaled, value.d * 2n);
  const [sign, size] = cents < 0n ? ['-', -cents] : ['', cents];
  return `${sign}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}
