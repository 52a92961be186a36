import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PromiseRule, TouchpointEntry } from "../../../src/touchpoints/index.ts";
import { ask } from "../../parts/ask.ts";
import { TroubleNotice } from "../../parts/notice.tsx";
import { sayDay } from "../../parts/say-when.ts";
import { saySo } from "../../parts/say-so.ts";
import { PromiseForm } from "./promise-form.tsx";
import { sayRule } from "./words.ts";

type Promised = TouchpointEntry["promises"][number];
type Offer = { wording: string; rule: PromiseRule };

/** What a customer may count on here. A promise holds for what happens from now on; what was promised before stays judged as it was. */
export function TouchpointPromises({ touchpoint }: { touchpoint: TouchpointEntry }) {
  const path = `/v1/touchpoints/${encodeURIComponent(touchpoint.code)}/promises`;
  const cache = useQueryClient();
  const afterwards = (): Promise<void> => cache.invalidateQueries({ queryKey: ["touchpoints"] });
  const make = useMutation({
    mutationFn: (offer: Offer) => ask(path, { method: "POST", body: offer }),
    onSuccess: afterwards,
  });
  const retire = useMutation({
    mutationFn: (promise: Promised) => ask(`${path}/${promise.id}`, { method: "DELETE" }),
    onSuccess: async (_, { wording, rule }) => {
      await afterwards();
      saySo({ text: `“${wording}” is no longer promised.`, undo: () => make.mutate({ wording, rule }) });
    },
  });
  return (
    <section className="form" aria-labelledby="promised">
      <h3 id="promised" className="section-title">
        Promised here
      </h3>
      {touchpoint.promises.length === 0 && <p className="soft">Nothing yet. What may a customer count on?</p>}
      <ul className="promises">
        {touchpoint.promises.map((promise) => (
          <li key={`${promise.id} ${promise.validFrom}`} className={promise.validUntil ? "former" : ""}>
            <div>
              <p className="story">“{promise.wording}”</p>
              <p className="soft small">
                {sayRule(promise.rule)}; {sayValidity(promise)}
              </p>
            </div>
            {!promise.validUntil && (
              <button
                type="button"
                className="button small"
                onClick={() => retire.mutate(promise)}
                aria-label={`Stop promising: ${promise.wording}`}
              >
                Stop
              </button>
            )}
          </li>
        ))}
      </ul>
      {(make.error ?? retire.error) && <TroubleNotice error={make.error ?? retire.error} />}
      <PromiseForm make={(offer) => make.mutateAsync(offer)} />
    </section>
  );
}

/** A first row begins before all records, which is no date to show. */
function sayValidity({ validFrom, validUntil }: Promised): string {
  const now = new Date();
  const from = new Date(validFrom).getUTCFullYear() <= 1900 ? "from the beginning" : `since ${sayDay(validFrom, now)}`;
  return validUntil ? `${from}, until ${sayDay(validUntil, now)}` : from;
}
