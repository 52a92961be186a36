/** How the text of a setting is read, and what to say when it cannot be. */
type Kind<Value> = { readonly wants: string; readonly read: (text: string) => Value | undefined };

export const text: Kind<string> = { wants: "must be text", read: (text) => text };

export function whole(least: number, most: number): Kind<number> {
  const read = (text: string): number | undefined => {
    const value = Number(text);
    return /^\d+$/.test(text) && value >= least && value <= most ? value : undefined;
  };
  return { wants: `must be a whole number from ${least} to ${most}`, read };
}

export function oneOf<Word extends string>(...words: readonly Word[]): Kind<Word> {
  return { wants: `must be one of ${words.join(", ")}`, read: (text) => words.find((word) => word === text) };
}

export const region: Kind<string> = {
  wants: "must be a country of two letters, such as GB",
  read: (text) => (/^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : undefined),
};

export const currency: Kind<string> = {
  wants: "must be a currency of three letters, such as EUR",
  read: (text) => Intl.supportedValuesOf("currency").find((code) => code === text.toUpperCase()),
};

export const zone: Kind<string> = {
  wants: "must be a time zone, such as Europe/Vienna or UTC",
  read: (text) => {
    try {
      return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone && text;
    } catch {
      return undefined;
    }
  },
};

export const databaseUrl: Kind<string> = {
  wants: "must be postgres://user:password@host:port/name",
  read: (text) => (/^postgres(ql)?:\/\/\S+$/.test(text) ? text : undefined),
};

export const webAddress: Kind<URL> = {
  wants: "must be an address such as https://regulars.example.com",
  read: (text) => (/^https?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : undefined),
};

export const hostNames: Kind<readonly string[]> = {
  wants: "must be names such as regulars.example.com, separated by commas, without https:// and port",
  read: (text) => {
    const names = text.split(",").map((name) => name.trim().toLowerCase());
    return names.every((name) => /^[\p{L}\p{N}]([\p{L}\p{N}._-]*[\p{L}\p{N}])?$/u.test(name)) ? names : undefined;
  },
};

/** 32 bytes or more, so that nobody finds the key by trying: an id is a hash of an e-mail address, which is easily guessed. */
export const secret: Kind<string> = {
  wants: "must be at least 32 bytes, as 64 hexadecimal digits or in base64",
  read: (text) => (/^([0-9a-f]{2}){32,}$/i.test(text) || Buffer.from(text, "base64").length >= 32 ? text : undefined),
};
