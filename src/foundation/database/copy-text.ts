/** One row in COPY's text format. Dates are written as ISO 8601, arrays of ids in braces, objects as JSON. */
export function copyRow(values: readonly unknown[]): string {
  return `${values.map(copyValue).join("\t")}\n`;
}

function copyValue(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return value.toISOString();
  return escaped(typeof value === "string" ? value : JSON.stringify(value));
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character]!) : text;
}
