/** One row of a file, without its line break. Quotes where the delimiter, a quote or a line break asks for them. */
export function csvLine(fields: readonly string[], delimiter = ","): string {
  return fields.map((field) => quotedWhereNeeded(field, delimiter)).join(delimiter);
}

function quotedWhereNeeded(field: string, delimiter: string): string {
  const plain = !field.includes(delimiter) && !/["\r\n]/.test(field) && field === field.trim();
  return plain ? field : `"${field.replaceAll('"', '""')}"`;
}

/** A spreadsheet runs cells that begin like this; a plain number begins with a sign and is harmless. */
export function safeForSpreadsheet(field: string): string {
  if (!/^[=+\-@\t\r]/.test(field) || /^[+-]?\d+([.,]\d+)*$/.test(field)) return field;
  return `'${field}`;
}
