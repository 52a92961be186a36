import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from "node:crypto";

export type Cost = { readonly N: number; readonly r: number; readonly p: number };

// 32 MiB, three times over: what OWASP asks of scrypt at least, so that a stolen table is not worth guessing at.
const cost: Cost = { N: 2 ** 15, r: 8, p: 3 };
const bytes = 32;

/** scrypt with its cost and salt, as one line of text; a later, dearer cost leaves older lines readable. */
export async function hashPassword(password: string, { N, r, p } = cost): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, { N, r, p });
  return ["scrypt", N, r, p, salt.toString("base64"), hash.toString("base64")].join("$");
}

/** Takes as long for nobody's password as for a wrong one: the time does not tell who has an account. */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const [, N, r, p, salt, hash] = (stored ?? nobodys).split("$");
  const options = { N: Number(N), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt!, "base64"), options);
  return timingSafeEqual(derived, Buffer.from(hash!, "base64")) && Boolean(stored);
}

const nobodys = [
  "scrypt",
  cost.N,
  cost.r,
  cost.p,
  randomBytes(16).toString("base64"),
  randomBytes(bytes).toString("base64"),
].join("$");

/** The same characters typed on two keyboards are one password. */
function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, key: Buffer): void => (error ? reject(error) : resolve(key));
    scrypt(password.normalize("NFKC"), salt, bytes, { ...options, maxmem: 64 * 1024 * 1024 }, done);
  });
}
