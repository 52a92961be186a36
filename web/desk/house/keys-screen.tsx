import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Key, MadeKey, NewKey } from "../../../src/staff/index.ts";
import { ask, Trouble } from "../../parts/ask.ts";
import { ChoiceField, Field } from "../../parts/field.tsx";
import { TroubleNotice } from "../../parts/notice.tsx";
import { sayExactly } from "../../parts/say-when.ts";
import { saySo } from "../../parts/say-so.ts";
import { Sheet } from "../../parts/sheet.tsx";
import { PageHead } from "../page-head.tsx";
import { Table, TableShape, type Column } from "../table.tsx";
import { keys } from "./key-questions.ts";

/** Programs come in by keys: a till writes, a report reads. */
export function KeysScreen() {
  const { data, error, refetch } = useQuery(keys);
  const [open, lay] = useState<Key | "new" | null>(null);
  return (
    <>
      <PageHead title="Which programs may come in?" lead="A write key brings events of one source; a read key looks customers up. A key is shown once.">
        <button type="button" className="button first" onClick={() => lay("new")}>
          <Plus size={18} aria-hidden /> Make a key
        </button>
      </PageHead>
      {error && !data && <TroubleNotice error={error} again={() => void refetch()} />}
      {!data && !error && <TableShape />}
      {data?.length === 0 && (
        <p className="empty">
          <strong>No key yet.</strong>
          Make a write key for your till or your website, and what happens there appears on the timeline.
        </p>
      )}
      {data && data.length > 0 && <Table caption="API keys" columns={columnsOf(lay)} rows={data} keyOf={(key) => key.name} />}
      {open === "new" && (
        <Sheet title="A new key" close={() => lay(null)}>
          <MakeKey />
        </Sheet>
      )}
      {open && open !== "new" && <Revoke of={open} close={() => lay(null)} />}
    </>
  );
}

function columnsOf(revoke: (key: Key) => void): readonly Column<Key>[] {
  return [
    { name: "Name", width: 1.4, cell: (key) => <strong>{key.name}</strong> },
    { name: "May", width: 0.7, cell: (key) => key.may },
    { name: "Source", width: 1, spare: true, cell: (key) => key.source ?? "" },
    { name: "Made", width: 1.3, spare: true, cell: (key) => sayExactly(key.madeAt) },
    {
      name: "",
      width: 1.2,
      align: "right",
      cell: (key) =>
        key.revokedAt ? (
          <span className="soft">revoked {sayExactly(key.revokedAt)}</span>
        ) : (
          <button type="button" className="button small" onClick={() => revoke(key)} aria-label={`Revoke ${key.name}`}>
            Revoke
          </button>
        ),
    },
  ];
}

function MakeKey() {
  const cache = useQueryClient();
  const make = useMutation({
    mutationFn: (key: NewKey) => ask<MadeKey>("/v1/keys", { method: "POST", body: key }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["keys"] }),
  });
  const wrong = make.error instanceof Trouble ? make.error.fields : {};
  if (make.data) return <Shown made={make.data} />;
  return (
    <form className="form" onSubmit={(event) => (event.preventDefault(), make.mutate(keyIn(new FormData(event.currentTarget))))}>
      {make.error && <TroubleNotice error={make.error} />}
      <Field label="Name" name="name" placeholder="till-harbour" pattern="[A-Za-z0-9][A-Za-z0-9._\-]*" maxLength={63} required autoFocus wrong={wrong["name"]} />
      <ChoiceField label="It may" name="may" wrong={wrong["may"]}>
        <option value="write">write: bring events in</option>
        <option value="read">read: look customers up</option>
      </ChoiceField>
      <Field label="Source" name="source" hint="For a write key: what its events are filed under. Empty: the key's name." wrong={wrong["source"]} />
      <div className="acts">
        <button type="submit" className="button first" aria-disabled={make.isPending}>
          Make the key
        </button>
      </div>
    </form>
  );
}

function keyIn(form: FormData): NewKey {
  const source = String(form.get("source") ?? "").trim();
  return { name: String(form.get("name")).trim(), may: form.get("may") === "read" ? "read" : "write", ...(source ? { source } : {}) };
}

function Shown({ made }: { made: MadeKey }) {
  return (
    <div className="form" role="status">
      <p>This is the key of {made.name}. It is shown only now: put it where the program finds it.</p>
      <code className="secret">{made.key}</code>
      <div className="acts">
        <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(made.key)}>
          Copy the key
        </button>
      </div>
    </div>
  );
}

/** There is no undo here, so it says what will stop. */
function Revoke({ of: key, close }: { of: Key; close: () => void }) {
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
        Whatever uses this key {key.may === "write" ? "can bring nothing more in" : "can look nobody up any more"} from this moment on, and the same key
        cannot be brought back. What it brought stays.
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
