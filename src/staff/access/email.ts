/** One spelling of an address to sign in with. */
export function emailAsKept(email: string): string {
  return email.trim().toLowerCase();
}
