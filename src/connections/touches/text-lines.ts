/** One line of a body: its bytes, or null where it was too long to be kept. */
export type TextLine = Buffer | null;

const newline = 0x0a;

/** Lines of a stream as they come; of a line beyond `longest` bytes only its end is looked for. */
export async function* textLines(bytes: AsyncIterable<Buffer>, longest: number): AsyncGenerator<TextLine> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      yield lineOf([...parts, chunk.subarray(start, end)], length + end - start, longest);
      [parts, length, start] = [[], 0, end + 1];
    }
    length += chunk.length - start;
    parts = length > longest ? [] : [...parts, chunk.subarray(start)];
  }
  if (length > 0) yield lineOf(parts, length, longest);
}

function lineOf(parts: readonly Buffer[], length: number, longest: number): TextLine {
  return length > longest ? null : Buffer.concat(parts);
}
