import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Key } from "../../../src/staff/index.ts";
import { ask } from "../../parts/ask.ts";
import { TroubleNotice } from "../../parts/notice.tsx";
import { saySo } from "../../parts/say-so.ts";
import { Sheet } from "../../parts/sheet.tsx";

/** There is no undo here, so it says what will stop. */
export function RevokeKey({ of: key, close }: { of: Key; close: () => void }) {
  const cache = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => ask(`/v1/keys/${encodeURIComponent(key.name)}`, { method: "DELETE" }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ["keys"] });
      saySo({ text: `${key.name} is revoked.` });
      close();
    },
  });
  return (
    <Sheet title={`Revoke ${key.name}?`} as="card" close={close}>
      <p>
        Whatever uses this key {key.may === "write" ? "can bring nothing more in" : "can look nobody up any more"} from
        this moment on, and the same key cannot be brought back. What it brought stays.
      </p>
      {revoke.error && <TroubleNotice error={revoke.error} />}
      <div className="acts">
        <button type="button" className="button first" onClick={() => revoke.mutate()}>
          Revoke {key.name}
        </button>
        <button type="button" className="button" onClick={close}>
          Keep it
        </button>
      </div>
    </Sheet>
  );
}
