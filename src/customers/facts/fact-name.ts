// Other systems' words for facts we name differently.
const synonyms: Readonly<Record<string, string>> = {
  fullname: "name",
  firstname: "forename",
  givenname: "forename",
  lastname: "surname",
  familyname: "surname",
  birthday: "birthDate",
  birthdate: "birthDate",
  dateofbirth: "birthDate",
  dob: "birthDate",
  mail: "email",
  emailaddress: "email",
  telephone: "phone",
  phonenumber: "phone",
  mobile: "phone",
  mobilenumber: "phone",
  companyname: "company",
  postalcode: "postcode",
  zip: "postcode",
  zipcode: "postcode",
};

const remembered = new Map<string, string>();
const most = 5_000;

/** One spelling for a fact's name: "Birth date", "birth_date", "birthDate" and "birthday" are the same question. */
export function factName(written: string): string {
  const known = remembered.get(written);
  if (known !== undefined) return known;
  if (remembered.size >= most) remembered.clear();
  const name = spelt(written);
  remembered.set(written, name);
  return name;
}

function spelt(written: string): string {
  const words = written
    .normalize("NFKC")
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
  const together = words.join("");
  return Object.hasOwn(synonyms, together) ? synonyms[together]! : camel(words);
}

function camel(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
}
