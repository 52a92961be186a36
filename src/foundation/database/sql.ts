/** A statement with its binds. `text` has $1, $2, … in the order of `values`. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

const statements = new WeakSet<object>();

/**
 * Hand-written SQL: every `${}` is a bind, unless it is itself a statement made by this tag, which is spliced in.
 * Nothing else can become SQL text, so a value can never be mistaken for code.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly unknown[]): Statement {
  const values: unknown[] = [];
  let text = strings[0]!;
  parts.forEach((part, index) => {
    text += isStatement(part) ? splice(part, values) : `$${values.push(part)}`;
    text += strings[index + 1]!;
  });
  const statement = { text, values };
  statements.add(statement);
  return statement;
}

function isStatement(part: unknown): part is Statement {
  return typeof part === "object" && part !== null && statements.has(part);
}

function splice(fragment: Statement, values: unknown[]): string {
  const offset = values.length;
  values.push(...fragment.values);
  return fragment.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + offset}`);
}
