type Kept<Value> = { readonly value: Value; readonly until: number };

/**
 * Remembers answers for a few seconds, so that the usual request waits for nothing. What is asked while it is being looked
 * up is looked up once; what is `forget`-ten while it is being looked up is not kept.
 */
export function remembered<Value>(
  look: (name: string) => Promise<Value>,
  seconds: number,
  clock: () => number = Date.now,
) {
  let kept = new Map<string, Kept<Value>>();
  let underWay = new Map<string, Promise<Value>>();

  function get(name: string): Value | Promise<Value> {
    const known = kept.get(name);
    if (known && known.until > clock()) return known.value;
    return underWay.get(name) ?? lookUp(name);
  }

  function lookUp(name: string): Promise<Value> {
    const [into, open] = [kept, underWay];
    const answer = look(name)
      .then((value) => {
        // Names are made up by whoever knocks: the memory stays small whatever they try.
        if (into.size >= mostKept) into.clear();
        into.set(name, { value, until: clock() + seconds * 1000 });
        return value;
      })
      .finally(() => open.delete(name));
    open.set(name, answer);
    return answer;
  }

  /** New maps: an answer that is under way goes into the old ones, where nobody looks. */
  function forget(): void {
    kept = new Map();
    underWay = new Map();
  }

  return { get, forget };
}

const mostKept = 10_000;
