/** `npm run soak` sets this: the tests that say how often they try, try as often as the long run asks. */
const soaking = process.env["REGULARS_SOAK"] === "1";

/** How many rounds: `short` in every run of the tests, `long` in `npm run soak`. Its tests live in `*.soak.test.ts`. */
export function rounds<T = number>(short: T, long: T): T {
  return soaking ? long : short;
}
