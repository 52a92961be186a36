import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Key } from "../../../src/staff/index.ts";
import { sayExactly } from "../../parts/say-when.ts";
import { Sheet } from "../../parts/sheet.tsx";
import { Answered } from "../answered.tsx";
import { PageHead } from "../page-head.tsx";
import { Table, type Column } from "../table.tsx";
import { keys } from "./key-questions.ts";
import { MakeKey } from "./make-key.tsx";
import { RevokeKey } from "./revoke-key.tsx";

/** Programs come in by keys: a till writes, a report reads. */
export function KeysScreen() {
  const [open, lay] = useState<Key | "new" | null>(null);
  return (
    <>
      <PageHead
        title="Which programs may come in?"
        lead="A write key brings events of one source; a read key looks customers up. A key is shown once."
      >
        <button type="button" className="button first" onClick={() => lay("new")}>
          <Plus size={18} aria-hidden /> Make a key
        </button>
      </PageHead>
      <Answered query={useQuery(keys)}>
        {(all) =>
          all.length === 0 ? (
            <p className="empty">
              <strong>No key yet.</strong>
              Make a write key for your till or your website, and what happens there appears on the timeline.
            </p>
          ) : (
            <Table caption="API keys" columns={columnsOf(lay)} rows={all} keyOf={(key) => key.name} />
          )
        }
      </Answered>
      {open === "new" && (
        <Sheet title="A new key" close={() => lay(null)}>
          <MakeKey />
        </Sheet>
      )}
      {open && open !== "new" && <RevokeKey of={open} close={() => lay(null)} />}
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
      name: "Standing",
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
