import { isUtf8 } from "node:buffer";

export type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "Windows-1252";

/** By byte-order mark, by the zero bytes of UTF-16, by whether it is valid UTF-8; else the old Windows code page. */
export function encodingOf(sample: Buffer): Encoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return "UTF-16LE";
  if (sample[0] === 0xfe && sample[1] === 0xff) return "UTF-16BE";
  const zeros = zeroShares(sample);
  if (zeros.odd > 0.4 && zeros.even < 0.1) return "UTF-16LE";
  if (zeros.even > 0.4 && zeros.odd < 0.1) return "UTF-16BE";
  const complete = sample.subarray(0, completeUtf8(sample));
  return isUtf8(complete) || isMostlyUtf8(complete) ? "UTF-8" : "Windows-1252";
}

/** A few broken bytes do not make a Windows file of one that is otherwise UTF-8: there, accents hardly ever pair up. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const others = bytes.toString("utf8").match(/[^\0-\x7f]/gu) ?? [];
  return others.filter((one) => one === "\ufffd").length <= others.length / 2;
}

function zeroShares(sample: Buffer): { even: number; odd: number } {
  const counts = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) counts[at % 2]!++;
  const half = Math.max(1, sample.length / 2);
  return { even: counts[0]! / half, odd: counts[1]! / half };
}

export type TextReader = {
  /** The text of these bytes and of what was left over from the last ones. */
  read(bytes: Buffer): string;
  /** What is left at the end of the file. */
  end(): string;
  /** What a person should know: bytes that were no text in this encoding. */
  warning(): string | undefined;
};

export function textReader(encoding: Encoding): TextReader {
  if (encoding === "Windows-1252") return wholeUnits(1, windows1252);
  if (encoding === "UTF-16LE") return wholeUnits(2, wellFormed());
  if (encoding === "UTF-16BE") {
    const decode = wellFormed();
    return wholeUnits(2, (bytes) => decode(Buffer.from(bytes).swap16()));
  }
  return utf8Reader();
}

/** UTF-16 may hold half a surrogate pair, which is no character anywhere else: it is read as �. */
function wellFormed(): (bytes: Buffer) => string {
  let half = "";
  return (bytes) => {
    const text = half + bytes.toString("utf16le");
    half = /[\ud800-\udbff]$/.exec(text)?.[0] ?? "";
    return Buffer.from(text.slice(0, text.length - half.length)).toString("utf8");
  };
}

/** Encodings of fixed width. */
function wholeUnits(width: 1 | 2, decode: (bytes: Buffer) => string): TextReader {
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  const read = (bytes: Buffer): string => {
    const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    const complete = all.length - (all.length % width);
    rest = all.subarray(complete);
    const text = decode(all.subarray(0, complete));
    if (!first || text === "") return text;
    first = false;
    return withoutMark(text);
  };
  return { read, end: () => "", warning: () => (rest.length > 0 ? "the file ends in half a character" : undefined) };
}

/**
 * A file may look like UTF-8 for a long time because nothing but plain ASCII came. If the first other byte is no UTF-8,
 * the file is Windows-1252 from there on, and before it the two are the same.
 */
function utf8Reader(): TextReader {
  let rest: Buffer = Buffer.alloc(0);
  let sawUtf8 = false;
  let windows = false;
  let broken = false;
  let first = true;
  const decode = (bytes: Buffer): string => {
    if (windows) return windows1252(bytes);
    if (isUtf8(bytes)) {
      const text = bytes.toString("utf8");
      sawUtf8 ||= text.length !== bytes.length;
      return text;
    }
    if (!sawUtf8 && !isMostlyUtf8(bytes)) {
      windows = true;
      return windows1252(bytes);
    }
    broken = true;
    return bytes.toString("utf8");
  };
  const read = (bytes: Buffer): string => {
    const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    const complete = windows ? all.length : completeUtf8(all);
    rest = all.subarray(complete);
    const text = decode(all.subarray(0, complete));
    if (!first || text === "") return text;
    first = false;
    return withoutMark(text);
  };
  return {
    read,
    end: () => (rest.length > 0 ? decode(rest) : ""),
    warning: () =>
      broken
        ? "some bytes are no UTF-8, as the rest of the file is; they were read as �"
        : windows
          ? "read as Windows-1252"
          : undefined,
  };
}

/** How many bytes there are without the beginning of a character whose rest has not arrived. */
function completeUtf8(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

// 0x80 to 0x9f; five of them are not assigned and stay what they are.
const windowsOnly = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function windows1252(bytes: Buffer): string {
  return bytes.toString("latin1").replace(/[\x80-\x9f]/g, (one) => windowsOnly[one.charCodeAt(0) - 0x80]!);
}
