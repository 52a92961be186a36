import { MapPin } from "lucide-react";
import { AccountMenu } from "../parts/account-menu.tsx";
import { useHere, usePlaces } from "../parts/places.ts";
import { Simulated } from "../parts/simulated.tsx";
import { useMe } from "../parts/use-me.ts";

export function FloorTop() {
  const simulated = useMe()?.simulated;
  return (
    <header className="floor-top">
      <PlaceSwitcher />
      {simulated && <Simulated />}
      <AccountMenu />
    </header>
  );
}

function PlaceSwitcher() {
  const all = usePlaces();
  const { here, choose } = useHere();
  return (
    <label className="place-switcher">
      <MapPin size={18} aria-hidden />
      <span className="unseen">Where are you?</span>
      <select value={here?.code ?? ""} onChange={(event) => choose(event.target.value)} disabled={all.length === 0}>
        {all.length === 0 && <option value="">No place yet</option>}
        {all.map((place) => (
          <option key={place.code} value={place.code}>
            {place.name}
          </option>
        ))}
      </select>
    </label>
  );
}
