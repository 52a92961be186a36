import { ana, erik, marta, rosa, type House } from "./open-house.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Rosa's first place. */
export const harbourStreet = { name: "Harbour Street", zone: "Europe/Lisbon", region: "PT", currency: "EUR" };

/** In Rosa's house: lets Ana, Marta and Erik in, and has the till tell what happened at Harbour Street so far. */
export async function furnish({ ask }: House) {
  const { email, password } = rosa;
  const owner = (await ask("/v1/sessions", { method: "POST", body: { email, password } })).session!;
  const asRosa = (path: string, method: string, body: unknown) => ask(path, { method, body, cookie: owner });
  await asRosa("/v1/touchpoints/counter", "PUT", counter);
  await asRosa("/v1/touchpoints/counter/promises", "POST", {
    wording: "Served within 5 minutes",
    rule: { kind: "served", withinSeconds: 300 },
    as: "correction",
  });
  const code = (await ask("/v1/places", { cookie: owner })).body.places[0].code as string;
  const join = async ({ name, email, password }: typeof marta, role: string): Promise<void> => {
    const { invitation } = (await asRosa("/v1/staff", "POST", { name, email, role })).body;
    await ask("/v1/invitations/accept", { method: "POST", body: { token: invitation.token, password } });
  };
  const invited = (
    await asRosa("/v1/staff", "POST", {
      name: ana.name,
      email: ana.email,
      role: "front line",
      place: code,
      perGestureMinor: 1200,
      perMonthMinor: 6000,
    })
  ).body;
  await join(marta, "manager");
  await join(erik, "executive");
  const startsAt = new Date(Date.now() - 2 * 60 * minute).toISOString();
  await asRosa("/v1/shifts", "POST", { staff: invited.staff.id, place: code, startsAt });
  const { key } = (await asRosa("/v1/keys", "POST", { name: "till", may: "write" })).body;
  const touches = history(code, invited.staff.code);
  const { verdicts } = (await ask("/v1/touches", { method: "POST", body: touches, key })).body;
  const refused = verdicts.find((verdict: { verdict: string }) => verdict.verdict !== "accepted");
  if (refused) throw new Error(`the till was refused: ${JSON.stringify(refused)}`);
  return { owner, invitation: invited.invitation.path as string, key: key as string, place: code };
}

const counter = {
  name: "Counter order",
  lens: "service",
  stage: "interact",
  element: "people",
  channel: "in person",
  visit: true,
  partner: null,
  as: "correction",
};

/** Amara comes most mornings and waited too long on the last; Tom came today for the first time; Siobhán has booked; two left a telephone number. */
function history(place: string, staff: string): object[] {
  const now = Date.now();
  const ago = (milliseconds: number): string => new Date(now - milliseconds).toISOString();
  const order = (messageId: string, at: string, more: object) => {
    return { messageId, at, touchpoint: "counter", place, staff, currency: "EUR", ...more };
  };
  const amara = { loyalty: "LC-204417", email: "amara@example.org", phone: "+351 912 345 678" };
  const mornings = Array.from({ length: 36 }, (_, n) =>
    order(`amara-${n}`, ago((n + 1) * 2 * day), {
      ids: amara,
      facts: { name: "Amara Oduya", allergies: "nuts", birthDate: "1984-03-02" },
      lines: [
        { item: "flat-white", name: "Flat white", quantity: 1, amountMinor: 380 },
        ...(n % 3 ? [{ item: "croissant", name: "Almond croissant", quantity: 1, amountMinor: 420 }] : []),
      ],
      waitSeconds: { actual: n === 0 ? 840 : 200 },
      asked: n % 9 === 4 ? ["allergies"] : [],
    }),
  );
  return [
    ...mornings,
    order("tom-1", ago(4 * minute), {
      ids: { card: "tok-tom" },
      facts: { name: "Tom Reyes" },
      lines: [{ item: "tea", name: "Tea", quantity: 1, amountMinor: 300 }],
      waitSeconds: { actual: 150 },
    }),
    order("bernd-1", ago(9 * day), {
      ids: { loyalty: "LC-881", phone: "+351 912 345 678" },
      facts: { name: "Bernd Oduya" },
      lines: [{ item: "espresso", name: "Espresso", quantity: 2, amountMinor: 240 }],
    }),
    order("nameless-1", ago(5 * day), { ids: { phone: "+351 934 567 890" } }),
    order("nameless-2", ago(6 * day), { ids: { phone: "+351 966 567 890" } }),
    order("siobhan-1", ago(30 * day), {
      ids: { email: "siobhan@example.org" },
      facts: { name: "Siobhán Ní Dhómhnaill" },
    }),
    {
      messageId: "siobhan-2",
      at: ago(2 * 60 * minute),
      touchpoint: "booking",
      place,
      ids: { email: "siobhan@example.org" },
      expectedAt: new Date(now + 20 * minute).toISOString(),
    },
  ];
}
