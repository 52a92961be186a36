import { useOnline } from "../parts/use-online.ts";
import { clock } from "../parts/say-when.ts";
import { Notice } from "../parts/notice.tsx";

/** The screen goes on showing what it knows, and says how old that is. */
export function NoConnection({ lastHeard }: { lastHeard: number }) {
  const online = useOnline();
  return (
    <output className="no-connection">
      {!online && (
        <Notice meaning="unknown" title="No connection">
          {lastHeard > 0 ? `You see what was known at ${clock(new Date(lastHeard))}. ` : ""}
          This goes on by itself when the network is back; what you typed is kept.
        </Notice>
      )}
    </output>
  );
}
