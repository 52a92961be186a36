import type { Card, Match, Recognition } from "./card.ts";
import { when } from "./in-words.ts";

/** The card as text for a terminal, in the order a waiter needs it. */
export function printCard(card: Card, now: Date, zone = "UTC"): string {
  const day = (at: string): string => when(Date.parse(at), now.getTime(), zone);
  const parts = [
    heading(card),
    visitsLine(card, day),
    card.lastFailure &&
      `${card.lastFailure.healed ? "↻" : "✕"} ${ended(card.lastFailure.what)} ${capital(day(card.lastFailure.at))}.${card.lastFailure.healed ? " Put right." : " Not yet put right."}`,
    usualLines(card),
    facesLine(card),
    card.sayHello && line("Say hello", `${card.sayHello.who}: ${card.sayHello.reason}`),
    card.doNotAsk.length > 0 && line("Known", `don't ask: ${card.doNotAsk.map(({ fact }) => words(fact)).join(" · ")}`),
    card.worthAsking && line("Ask", `${words(card.worthAsking.fact)} (${card.worthAsking.reason})`),
    card.worthOffering && line("Offer", `${card.worthOffering.name} (${card.worthOffering.reason})`),
    card.allowance &&
      line(
        "Give",
        `up to ${money(card.allowance.perGestureMinor, card.allowance.currency)}, ${money(card.allowance.leftMinor, card.allowance.currency)} left this month`,
      ),
    ...card.openPromises.map(({ promise, dueAt }) =>
      line("Promised", dueAt === null ? promise : `${promise}, due ${day(dueAt)}`),
    ),
    ...card.household.map(({ name, knownBy, reason }) => line("Household", `${name ?? called(knownBy)} (${reason})`)),
  ];
  return framed(parts.filter((part): part is string => typeof part === "string").flatMap((part) => part.split("\n")));
}

/** The card, or who it may be. */
export function printRecognition({ matches, card }: Recognition, now: Date, zone?: string): string {
  if (card) return printCard(card, now, zone);
  if (matches.length === 0) return "Nobody is known by this: someone new.";
  return ["It may be:", ...matches.map(matchLine)].join("\n");
}

function called(knownBy: string | null): string {
  return knownBy === null ? "somebody without a name" : `somebody with the ${knownBy}`;
}

function matchLine({ name, knownBy, score, reasons, customer }: Match): string {
  return `  ${percent(score).padStart(5)}  ${name ?? called(knownBy)}  (${reasons.join("; ")})  ${customer}`;
}

function heading({ customer }: Card): string {
  return [customer.name ?? `No name yet: ${customer.knownBy}`, customer.sayIt].filter(Boolean).join("   ");
}

function visitsLine({ customer, lastVisit }: Card, day: (at: string) => string): string {
  if (customer.firstVisit) return "First time here";
  const since = customer.since ? `With us since ${customer.since.slice(0, 4)} · ` : "";
  const visits = `${customer.visits} ${customer.visits === 1 ? "visit" : "visits"}`;
  return `${since}${visits}${lastVisit ? ` · last ${day(lastVisit.at)}${lastVisit.place ? ` at ${lastVisit.place}` : ""}` : ""}`;
}

function usualLines({ usual }: Card): string {
  if (usual.abstained) return line("Usual", `no guess: ${usual.reason}`);
  return usual.items
    .map(({ name, probability }, index) => line(index === 0 ? "Usual" : "", `${name}  ${percent(probability)}`))
    .join("\n");
}

function facesLine({ familiarFaces }: Card): string | null {
  if (familiarFaces.length === 0) return null;
  return line(
    "Faces",
    familiarFaces.map(({ name, visits, onShift }) => `${name} (${visits}×${onShift ? ", here now" : ""})`).join(" · "),
  );
}

function line(label: string, text: string): string {
  return `${label.padEnd(10)}${text}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function money(minor: number, currency: string): string {
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** "birthDate" is a birth date to people. */
function words(fact: string): string {
  return fact.replace(/(\p{Lu})/gu, (letter) => ` ${letter.toLowerCase()}`);
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const widest = 96;

function framed(lines: readonly string[]): string {
  const cut = lines.map((text) => (text.length > widest ? `${text.slice(0, widest - 1)}…` : text));
  const width = Math.max(40, ...cut.map((text) => text.length));
  const [name, ...rest] = cut.map((text) => `│ ${text.padEnd(width)} │`);
  return [`┌${"─".repeat(width + 2)}┐`, name, `├${"─".repeat(width + 2)}┤`, ...rest, `└${"─".repeat(width + 2)}┘`].join(
    "\n",
  );
}
