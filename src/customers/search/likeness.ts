/** How a typed word and a word of a name are alike, the likelier first. */
export const likenesses = ["same", "initial", "begins", "nickname", "sound", "slip", "slips", "letter"] as const;

export type Likeness = (typeof likenesses)[number];

/** Of somebody's names, one is left out or another one typed this often. */
export const strangeWord = Math.log2(0.02);

/** A word that the name has and nobody typed: most people type two of three. */
export const untypedWord = Math.log2(0.8);

/**
 * log2 of how often somebody called `name` is typed as just this word. Chosen by judgement, not yet learned from anybody.
 * A slip of the finger happens to six words in a hundred, two to one; a slip that could have gone twenty-five other ways
 * says less for a name than one that could not: a letter left out or two swapped beat a wrong one.
 */
export function typedSo(likeness: Likeness, typed: string, name: string): number {
  switch (likeness) {
    case "same":
      return Math.log2(0.88);
    case "initial":
    case "begins":
      return Math.log2(0.02);
    case "nickname":
      return Math.log2(0.01);
    case "letter":
      return Math.log2(0.005);
    case "sound":
      return Math.log2(0.0000005);
    case "slip":
      return Math.log2(0.06) - bitsOfSlip(typed, name);
    case "slips":
      return Math.log2(0.01) - bitsOfSlips(typed, name);
  }
}

// One of four sorts of slip, at one of the places, with one of the letters.
function bitsOfSlip(typed: string, name: string): number {
  const letters = typed.length < name.length || (typed.length === name.length && areSwapped(typed, name)) ? 1 : 25;
  return Math.log2(4 * Math.max(typed.length, name.length) * letters);
}

function bitsOfSlips(typed: string, name: string): number {
  const longer = typed.length - name.length;
  const letters = longer <= -2 ? 1 : longer === -1 ? 25 : 25 ** 2;
  return Math.log2((4 * Math.max(typed.length, name.length)) ** 2 * letters) - 1;
}

function areSwapped(a: string, b: string): boolean {
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at];
}

/** log2 of how often a word is typed that nobody here is called by: about one in a hundred, 2.5 bits a letter. */
export function typedByStrangers(word: string): number {
  return Math.log2(0.01) - 2.5 * word.length;
}
