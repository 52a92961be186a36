/** What was typed into a field, without the spaces around it. */
export function textIn(form: FormData, name: string): string {
  return asTyped(form, name).trim();
}

/** The same to the letter: a password may begin with a space. */
export function asTyped(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
