import { channels, type Channel } from "./touchpoint.ts";

const known: ReadonlySet<string> = new Set(channels);

// What tills, shops and telephone systems call them.
const otherWords: Readonly<Record<string, Channel>> = {
  store: "in person",
  "in store": "in person",
  shop: "in person",
  pos: "in person",
  till: "in person",
  branch: "in person",
  counter: "in person",
  retail: "in person",
  offline: "in person",
  telephone: "phone",
  call: "phone",
  voice: "phone",
  website: "web",
  online: "web",
  browser: "web",
  internet: "web",
  ecommerce: "web",
  mail: "email",
  newsletter: "email",
  sms: "chat",
  whatsapp: "chat",
  messenger: "chat",
  letter: "print",
  post: "print",
  app: "product use",
  mobile: "product use",
};

/** The channel that a system's own word for it means; undefined where we cannot tell. */
export function readChannel(written: string): Channel | undefined {
  const word = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ");
  if (known.has(word)) return word as Channel;
  return Object.hasOwn(otherWords, word) ? otherWords[word] : undefined;
}
