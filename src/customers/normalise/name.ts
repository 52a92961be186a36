const longest = 300;
const titles = words(
  "mr mrs ms miss mx dr doctor prof professor sir madam dame lord lady hon rev reverend fr herr frau fraulein monsieur madame mme mlle " +
    "senor senora senorita sr sra srta dom dona signor signora signorina sig dott dottssa meneer mevrouw dhr mevr pan pani gospodin " +
    "dipl mag господин госпожа г-н г-жа",
);
// Only after a title: "Dr. med. dent. Anna Weber", "Dipl.-Ing. Weber".
const faculties = words("med dent vet jur phil rer nat habil mult hc ing theol pol oec");
const suffixes = words("jr sr jnr snr junior senior ii iii iv phd md dds dvm esq mba msc bsc cpa rn obe mbe");

/**
 * A person's name as one spelling in any script: case and Latin, Greek, Hebrew and Arabic marks folded, titles and
 * punctuation gone, "Weber, Anna" turned round. "" when nothing of a name is left. Never to be shown: for comparing only.
 */
export function normaliseName(text: string): string {
  const plain = text.toLowerCase();
  return isPlain.test(plain) ? withoutTitles(plain.split(" ")).join(" ") : normaliseAny(text);
}

// Most names are two words of a to z: there nothing is to be folded, and this is done a million times at a start.
const isPlain = /^[a-z]+(?: [a-z]+){0,9}$/;

function normaliseAny(text: string): string {
  const parts = fold(text).split(",").map(tokens);
  const named = parts.filter(isMoreThanTitles);
  const [surname = [], ...rest] = named.length > 0 ? named : [parts.flat()];
  return withoutTitles([...rest.flatMap(withoutTitles), ...withoutTitles(surname)]).join(" ");
}

const apostrophes = /['’‘ʼʻ`´′]/gu;
const foldedMarks = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}])\p{M}+/gu;
const others: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ς: "σ",
  ё: "е",
};

function fold(text: string): string {
  const plain = text.slice(0, longest).normalize("NFKC").toLowerCase().normalize("NFKC").replace(apostrophes, "");
  const unmarked = plain.normalize("NFD").replace(foldedMarks, "$1").normalize("NFC");
  return unmarked.replace(/[ßøłđðþæœıςё]/gu, (letter) => others[letter]!);
}

function tokens(part: string): string[] {
  return part.split(/[^\p{L}\p{M}\p{N}]+/u).filter((token) => token !== "");
}

function isMoreThanTitles(part: readonly string[]): boolean {
  return part.some((token) => !titles.has(token) && !suffixes.has(token));
}

/** Takes titles from the front and suffixes from the end, but never the last word: a Lord may be called Lord. */
function withoutTitles(name: readonly string[]): readonly string[] {
  let start = 0;
  let end = name.length;
  while (end - start > 1 && (titles.has(name[start]!) || (start > 0 && faculties.has(name[start]!)))) start++;
  while (end - start > 1 && suffixes.has(name[end - 1]!)) end--;
  return name.slice(start, end);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
