import type { Ids } from "../../customers/index.ts";
import { InvalidInput } from "../../foundation/errors.ts";
import type { ArrivingRecord } from "../../touchpoints/index.ts";
import type { Call } from "./call.ts";
import { isJson, listIn, textIn, type Json } from "./json.ts";

type Kind = keyof Ids;

// What senders call identifiers in context.externalIds, in small letters without signs.
const kindOfType: Readonly<Record<string, Kind>> = {
  userid: "userId",
  email: "email",
  phone: "phone",
  loyalty: "loyalty",
  loyaltyid: "loyalty",
  loyaltynumber: "loyalty",
  memberid: "loyalty",
  membernumber: "loyalty",
  card: "card",
  cardtoken: "card",
  booking: "booking",
  bookingcode: "booking",
  bookingreference: "booking",
  reservation: "booking",
  orderid: "booking",
  anonymousid: "device",
  device: "device",
  deviceid: "device",
};

/** The identifiers of one call: its own, those in context.externalIds by type, email and phone among the traits. */
export function whoIsMeant(call: Call, traits: Json): Ids {
  const { said, context } = call;
  const external = externalIds(context);
  const userId = textIn(said["userId"], "userId") ?? external.userId;
  const device = textIn(said["anonymousId"], "anonymousId") ?? external.device;
  if (userId === undefined && device === undefined) throw new InvalidInput("it names neither userId nor anonymousId");
  const email = several(textIn(traits["email"], "traits.email"), external.email);
  const phone = several(textIn(traits["phone"], "traits.phone"), external.phone);
  const { loyalty, card, booking } = external;
  return {
    ...(userId !== undefined && { userId }),
    ...(loyalty !== undefined && { loyalty }),
    ...(email.length > 0 && { email }),
    ...(phone.length > 0 && { phone }),
    ...(card !== undefined && { card }),
    ...(booking !== undefined && { booking }),
    ...(device !== undefined && { device }),
  };
}

type External = { [K in Exclude<Kind, "email" | "phone">]?: string } & { email: string[]; phone: string[] };

function externalIds(context: Json): External {
  const found: External = { email: [], phone: [] };
  for (const entry of listIn(context["externalIds"], "context.externalIds")) {
    if (!isJson(entry) || entry["collection"] === "accounts") continue;
    const kind =
      kindOfType[
        String(entry["type"])
          .toLowerCase()
          .replaceAll(/[^a-z]/g, "")
      ];
    const id = textIn(entry["id"], "context.externalIds[].id");
    if (kind === undefined || id === undefined) continue;
    if (kind === "email" || kind === "phone") found[kind].push(id);
    else found[kind] ??= id;
  }
  return found;
}

/** Each once, in one order: the order in which they were listed says nothing. */
function several(one: string | undefined, others: readonly string[]): readonly string[] {
  return [...new Set([...(one === undefined ? [] : [one]), ...others])].sort();
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Whom `alias` is about. previousId may be an anonymous id or an older user id, and the call does not say which. One that
 * is plainly anonymous is a device seen with its user: said to be one person with everybody who ever signed up on it, a
 * shared tablet would join them all. Any other is said to be the same, as either.
 */
export function whoIsAliased(call: Call, traits: Json): Pick<ArrivingRecord, "ids" | "sameAs"> {
  const previous = textIn(call.said["previousId"], "previousId");
  const userId = textIn(call.said["userId"], "userId");
  if (previous === undefined || userId === undefined) throw new InvalidInput("alias needs userId and previousId");
  const ids = whoIsMeant(call, traits);
  const isAnonymous = previous === ids.device || (uuid.test(previous) && !uuid.test(userId));
  if (isAnonymous) return { ids: { ...ids, device: previous } };
  return { ids, sameAs: { userId: previous, device: previous } };
}
