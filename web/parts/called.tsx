type Person = { readonly name: string | null; readonly knownBy: string | null };

const nameless = "No name yet";

/** What a customer is called on a screen. Two without a name are told apart by what they are known by. */
export function Called({ name, knownBy }: Person) {
  if (name !== null || knownBy === null) return <span dir="auto">{name ?? nameless}</span>;
  return (
    <>
      <span className="nameless">{nameless}</span> <span className="soft small known-by">{knownBy}</span>
    </>
  );
}

/** The same where there is room for text only. */
export function calledInText({ name, knownBy }: Person): string {
  return name ?? (knownBy === null ? nameless : `${nameless}: ${knownBy}`);
}
