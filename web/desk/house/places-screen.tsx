import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { ask } from "../../parts/ask.ts";
import { places, type Place } from "../../parts/places.ts";
import { clock } from "../../parts/say-when.ts";
import { saySo } from "../../parts/say-so.ts";
import { Sheet } from "../../parts/sheet.tsx";
import { Answered } from "../answered.tsx";
import { PageHead } from "../page-head.tsx";
import { Table, type Column } from "../table.tsx";
import { PlaceForm } from "./place-form.tsx";

/** Places come by themselves with the first record that names them; here they get their name, clock and money. */
export function PlacesScreen() {
  const [open, lay] = useState<Place | "new" | null>(null);
  const cache = useQueryClient();
  const describe = useMutation({
    mutationFn: ({ code, ...traits }: Omit<Place, "simulated">) =>
      ask(`/v1/places/${encodeURIComponent(code)}`, { method: "PUT", body: traits }),
    onSuccess: async (_, place) => {
      await cache.invalidateQueries({ queryKey: ["places"] });
      lay(null);
      saySo({ text: `${place.name} is written down.` });
    },
  });
  return (
    <>
      <PageHead
        title="Where are we?"
        lead="A place has its own clock, its own money, and a country by which telephone numbers are read."
      >
        <button type="button" className="button first" onClick={() => lay("new")}>
          <Plus size={18} aria-hidden /> Add a place
        </button>
      </PageHead>
      <Answered query={useQuery(places)}>
        {(all) =>
          all.length === 0 ? (
            <p className="empty">
              <strong>No place yet.</strong>
              Add the first one, or let your till name it: a place in an event appears here by itself.
            </p>
          ) : (
            <Table caption="Places" columns={columnsOf(lay)} rows={all} keyOf={(place) => place.code} />
          )
        }
      </Answered>
      {open && (
        <Sheet title={open === "new" ? "A new place" : open.name} close={() => (lay(null), describe.reset())}>
          <PlaceForm
            place={open === "new" ? null : open}
            save={describe.mutate}
            error={describe.error}
            saving={describe.isPending}
          />
        </Sheet>
      )}
    </>
  );
}

function columnsOf(open: (place: Place) => void): readonly Column<Place>[] {
  return [
    {
      name: "Name",
      width: 2,
      cell: (place) => (
        <button type="button" className="link-button name" onClick={() => open(place)}>
          {place.name}
        </button>
      ),
    },
    { name: "Code", width: 1.2, spare: true, cell: (place) => <code>{place.code}</code> },
    {
      name: "Clock",
      width: 1.6,
      cell: (place) => (
        <>
          <span className="number">{clock(new Date(), place.zone)}</span>{" "}
          <span className="soft small">{place.zone}</span>
        </>
      ),
    },
    { name: "Country", width: 0.8, spare: true, cell: (place) => place.region },
    { name: "Money", width: 0.8, cell: (place) => place.currency },
  ];
}
