/** A statement with its binds. `text` has $1, $2, … in the order of `values`. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

const statements = new WeakSet<object>();
// The text of a statement without fragments is the same at every call; writing it anew took 30 µs for a long one (2026-11).
const plainTexts = new WeakMap<TemplateStringsArray, string>();

/**
 * Hand-written SQL: every `${}` is a bind, unless it is itself a statement made by this tag, which is spliced in.
 * Nothing else can become SQL text, so a value can never be mistaken for code.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly unknown[]): Statement {
  const statement = parts.some(isStatement) ? spliced(strings, parts) : { text: plainText(strings), values: parts };
  statements.add(statement);
  return statement;
}

function plainText(strings: TemplateStringsArray): string {
  const known = plainTexts.get(strings);
  if (known !== undefined) return known;
  const text = strings.reduce((text, next, index) => `${text}$${index}${next}`);
  plainTexts.set(strings, text);
  return text;
}

function spliced(strings: TemplateStringsArray, parts: readonly unknown[]): Statement {
  const values: unknown[] = [];
  const texts = parts.map((part, index) => {
    const text = isStatement(part) ? renumbered(part, values) : `$${values.push(part)}`;
    return text + strings[index + 1]!;
  });
  return { text: strings[0]! + texts.join(""), values };
}

function isStatement(part: unknown): part is Statement {
  return typeof part === "object" && part !== null && statements.has(part);
}

function renumbered(fragment: Statement, values: unknown[]): string {
  const offset = values.length;
  values.push(...fragment.values);
  return fragment.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + offset}`);
}
