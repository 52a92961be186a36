import fc from "fast-check";

type Schema = {
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema | readonly Schema[];
};

/** What breaks programs that trust what they are given. */
export const nastyText = fc.constantFrom(
  "",
  " ",
  "\u0000",
  "\ud800",
  "'; drop table touches; --",
  "<script>alert(1)</script>",
  "=1+1",
  "%00",
  "%",
  "../../etc/passwd",
  "null",
  "-1",
  "1e400",
  "NaN",
  "9223372036854775808",
  "\u202eabc",
  "\u{1F469}\u200D\u{1F373}",
  "á".repeat(300),
  "x".repeat(10_000),
  "2026-02-30T25:61:61Z",
  "2026-05-04T12:00:60Z",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999999999Z",
  "2026-05-04T12:00:00+23:59",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
);

const nastyNumber = fc.constantFrom(
  0,
  -0,
  -1,
  0.1,
  1e-320,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  Number.MAX_SAFE_INTEGER,
);
const anything = fc.oneof(
  nastyText,
  nastyNumber,
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>,
);

/** Mostly what the schema asks for, so that it passes the door and meets what is behind; now and then anything at all. */
export function fromSchema(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: fitting(schema), weight: 12 }, { arbitrary: anything, weight: 1 });
}

function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fromSchema));
  if (schema.type === "object") return object(schema);
  if (schema.type === "array") return list(schema.items ?? {});
  if (schema.type === "string") return text(schema.format);
  if (schema.type === "integer" || schema.type === "number")
    return fc.oneof(fc.integer({ min: 0, max: 1000 }), nastyNumber);
  if (schema.type === "boolean") return fc.boolean();
  if (schema.type === "null") return fc.constant(null);
  return anything;
}

function object({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, fromSchema(schema)]));
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
}

function list(items: Schema | readonly Schema[]): fc.Arbitrary<unknown> {
  return Array.isArray(items)
    ? fc.tuple(...(items as readonly Schema[]).map(fromSchema))
    : fc.array(fromSchema(items as Schema), { maxLength: 4 });
}

const times = [
  "2026-05-04T12:00:00Z",
  "2026-05-04T12:00:00.123+02:00",
  "1900-01-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "2026-05-04T23:59:60Z",
  "0000-01-01T00:00:00Z",
];

function text(format: string | undefined): fc.Arbitrary<string> {
  if (format === "uuid") return fc.oneof(fc.uuid(), fc.constant("00000000-0000-8000-8000-00000000beef"));
  if (format === "date-time")
    return fc.oneof({ arbitrary: fc.constantFrom(...times), weight: 4 }, { arbitrary: nastyText, weight: 1 });
  if (format === "email") return fc.constantFrom("maya@example.com", "MAYA@EXAMPLE.COM", "o'brien+x@example.co.uk");
  return fc.oneof(
    fc.string({ maxLength: 20, unit: "grapheme" }),
    fc.string({ minLength: 1, maxLength: 12 }),
    nastyText,
  );
}
