const words: Record<string, string> = {
  name: "name",
  birthDate: "birthday",
  birth_date: "birthday",
  email: "e-mail",
  phone: "telephone",
  loyalty: "loyalty number",
  card: "payment card",
  booking: "booking",
};

/** A fact's name as it is said at the counter: "birthDate" → "birthday", "dietaryNeeds" → "dietary needs". */
export function factWord(fact: string): string {
  return (
    words[fact] ??
    fact
      .replace(/_/g, " ")
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase()
  );
}
