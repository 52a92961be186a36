import { factName } from "../../customers/index.ts";
import { delivered } from "./delivered.ts";
import { inWords } from "./in-words.ts";
import type { Circumstances, JudgedTouch, Judgement, PromiseRule } from "./rule.ts";

/** Was this promise kept at this touch? Pure: the same touch, rule and as-of time always give the same answer. */
export function judge(rule: PromiseRule, touch: JudgedTouch, circumstances: Circumstances): Judgement {
  switch (rule.kind) {
    case "delivered":
      return delivered(rule.by, touch, circumstances);
    case "served":
      return served(rule.withinSeconds, touch);
    case "asked nothing twice":
      return askedNothingTwice(touch, circumstances.knownBefore);
  }
}

function served(withinSeconds: number, touch: JudgedTouch): Judgement {
  const { actual, promised, perceived } = touch.waitSeconds;
  const figures = { withinSeconds, actualSeconds: actual, promisedSeconds: promised, perceivedSeconds: perceived };
  if (touch.cancelled) return undated("unknown", "it was cancelled", figures);
  if (actual === null) return undated("unknown", "nobody measured the wait", figures);
  const late = actual - withinSeconds;
  return late > 0
    ? undated("broken", `served after ${inWords(actual)}, ${inWords(late)} longer than promised`, figures)
    : undated("kept", `served after ${inWords(actual)}, within the promised ${inWords(withinSeconds)}`, figures);
}

function askedNothingTwice(touch: JudgedTouch, known: ReadonlySet<string> | undefined): Judgement {
  if (touch.asked === null) return undated("unknown", "nobody wrote down what was asked", {});
  const asked = [...new Set(touch.asked.map(factName))].sort();
  if (asked.length > 0 && !known) return undated("unknown", "what was known before was not looked up", { asked });
  const again = asked.filter((fact) => known?.has(fact));
  return again.length > 0
    ? undated("broken", `asked again for what was already known: ${again.join(", ")}`, { asked, again })
    : undated("kept", asked.length > 0 ? "asked for nothing that was already known" : "nothing was asked", {
        asked,
        again,
      });
}

function undated(verdict: Judgement["verdict"], says: string, figures: object): Judgement {
  return { verdict, dueAt: null, evidence: { says, ...figures } };
}
