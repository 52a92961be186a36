/**
 * The gamma distribution with scale 1, which the intervals of counts are made of.
 *
 * `gammaShare(x, k)` is P(X ≤ x), by the series below the mean and the continued fraction above it (Abramowitz and Stegun
 * 6.5.29 and 6.5.31); `gammaQuantile(p, k)` turns it round by halving, in a bracket that grows until it holds the answer.
 * k > 0, x ≥ 0, 0 < p < 1; relative error below 1e-10 for k up to a million.
 */
export function gammaShare(x: number, k: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(k * Math.log(x) - x - logGamma(k));
  return x < k + 1 ? front * series(x, k) : 1 - front * fraction(x, k);
}

export function gammaQuantile(p: number, k: number): number {
  let [low, high] = [0, k + 10];
  while (gammaShare(high, k) < p) [low, high] = [high, high * 2];
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (gammaShare(middle, k) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const precise = 1e-16;

function series(x: number, k: number): number {
  let term = 1 / k;
  let sum = term;
  for (let n = 1; term > sum * precise; n++) {
    term *= x / (k + n);
    sum += term;
  }
  return sum;
}

/** Lentz's way of running through the fraction from the front. */
function fraction(x: number, k: number): number {
  const tiny = 1e-300;
  let b = x + 1 - k;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 100_000; n++) {
    const a = -n * (n - k);
    b += 2;
    d = 1 / notZero(a * d + b, tiny);
    c = notZero(b + a / c, tiny);
    value *= d * c;
    if (Math.abs(d * c - 1) < precise * 10) break;
  }
  return value;
}

function notZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** Stirling's series, after moving up to where five terms of it are exact to the last digit. */
function logGamma(k: number): number {
  let shift = 0;
  let z = k;
  for (; z < 12; z++) shift += Math.log(z);
  const y = 1 / (z * z);
  const terms = (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360_360))))) / z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + terms - shift;
}
