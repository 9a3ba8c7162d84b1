// Quantiles of F and tails of χ², for intervals that are shown and decide nothing.

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const at = x - 1;
  const series = lanczos.reduce((sum, factor, index) => sum + factor / (at + index + 1), 0.9999999999998099);
  const t = at + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(series);
}

const away = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
/** Lentz's way through a continued fraction 1/(1 + a₁/(1 + a₂/(1 + …))). */
function continued(term: (step: number) => number): number {
  let [c, d, value] = [1, 0, 1];
  for (let step = 1; step < 500; step += 1) {
    const a = term(step);
    d = 1 / away(1 + a * d);
    c = away(1 + a / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return 1 / value;
}

/** The regularised incomplete beta function. */
function beta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - beta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a;
  const fraction = continued((step) => {
    const m = Math.floor(step / 2);
    return step % 2 === 0
      ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
      : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  });
  return front * fraction;
}

/** The value that F with these degrees of freedom, whole or not, stays below with the given probability. */
export function fQuantile(probability: number, d1: number, d2: number): number {
  let [low, high] = [0, 1];
  for (let turn = 0; turn < 100; turn += 1) {
    const middle = (low + high) / 2;
    if (beta(middle, d1 / 2, d2 / 2) < probability) low = middle;
    else high = middle;
  }
  const x = (low + high) / 2;
  return (d2 * x) / (d1 * (1 - x));
}

/** How likely χ² with these degrees of freedom exceeds the value. */
export function chiSquareTail(value: number, freedom: number): number {
  if (value <= 0) return 1;
  const [a, x] = [freedom / 2, value / 2];
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  let [term, sum] = [1 / a, 1 / a];
  for (let step = 1; step < 10_000 && term > sum * 1e-16; step += 1) {
    term *= x / (a + step);
    sum += term;
  }
  return Math.min(1, Math.max(0, 1 - front * sum));
}
