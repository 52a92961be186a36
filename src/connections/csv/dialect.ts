/** How a file separates columns and rows. A line feed may have a carriage return before it; old files have that alone. */
export type Dialect = { readonly delimiter: string; readonly newline: "\n" | "\r" };
