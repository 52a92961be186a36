/** A UUID as four 32-bit numbers, written into the first four places of `into`. */
export function readUuid(text: string, into: Uint32Array): Uint32Array {
  into[0] = Number.parseInt(text.slice(0, 8), 16);
  into[1] = Number.parseInt(text.slice(9, 13) + text.slice(14, 18), 16);
  into[2] = Number.parseInt(text.slice(19, 23) + text.slice(24, 28), 16);
  into[3] = Number.parseInt(text.slice(28, 36), 16);
  return into;
}

export function writeUuid(four: Uint32Array): string {
  const [a, b, c, d] = Array.from(four, (part) => part.toString(16).padStart(8, "0")) as [
    string,
    string,
    string,
    string,
  ];
  return `${a}-${b.slice(0, 4)}-${b.slice(4)}-${c.slice(0, 4)}-${c.slice(4)}${d}`;
}
