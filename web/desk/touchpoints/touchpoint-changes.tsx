import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ChangeEntry } from "../../../src/touchpoints/index.ts";
import { TroubleNotice } from "../../parts/notice.tsx";
import { sayExactly } from "../../parts/say-when.ts";
import { changesOf } from "../catalogue-questions.ts";
import { differencesIn, isCorrection, type Difference } from "./what-changed.ts";

const firstShown = 5;

/** Who changed what here, and when: from what, to what. The figures of the ledger rest on it. */
export function TouchpointChanges({ code }: { code: string }) {
  const { data, error, refetch } = useQuery(changesOf(code));
  const [all, showAll] = useState(false);
  return (
    <section className="form" aria-labelledby="changed">
      <h3 id="changed" className="section-title">
        Who changed what
      </h3>
      {error && !data && <TroubleNotice error={error} again={() => void refetch()} />}
      {!data && !error && <span className="shape changes-shape" />}
      {data?.length === 0 && <p className="soft">Nobody yet: it stands as it was guessed from the first record.</p>}
      <ol className="changes">
        {data?.slice(0, all ? undefined : firstShown).map((change, index) => (
          <Change key={index} change={change} />
        ))}
      </ol>
      {data && data.length > firstShown && !all && (
        <div className="acts">
          <button type="button" className="button" onClick={() => showAll(true)}>
            Show earlier ones
          </button>
        </div>
      )}
    </section>
  );
}

function Change({ change }: { change: ChangeEntry }) {
  const differences = differencesIn(change);
  return (
    <li>
      <p>
        <strong>{change.by}</strong>{" "}
        <time className="soft" dateTime={change.at}>
          {sayExactly(change.at)}
        </time>{" "}
        <span className="chip">{isCorrection(change) ? "as it was all along" : "from then on"}</span>
      </p>
      {differences.length === 0 && <p className="soft">Said again what was so already.</p>}
      {differences.map((difference) => (
        <Differs key={difference.what} difference={difference} />
      ))}
    </li>
  );
}

function Differs({ difference: { what, from, to } }: { difference: Difference }) {
  return (
    <p className="small">
      {what}: {from === null ? "new, " : <del>{from}</del>} {from !== null && to !== null && "→ "}
      {to === null ? <span>no longer</span> : <ins>{to}</ins>}
    </p>
  );
}
