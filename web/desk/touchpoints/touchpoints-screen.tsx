import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { TouchpointEntry } from "../../../src/touchpoints/index.ts";
import { Sheet } from "../../parts/sheet.tsx";
import { Answered } from "../answered.tsx";
import { touchpoints } from "../catalogue-questions.ts";
import { PageHead } from "../page-head.tsx";
import { Stage } from "./stage.tsx";
import { TouchpointChanges } from "./touchpoint-changes.tsx";
import { TouchpointForm } from "./touchpoint-form.tsx";
import { TouchpointPromises } from "./touchpoint-promises.tsx";
import { stages } from "./words.ts";
import "./touchpoints.css";

/** Where customers meet us, in the order of their way, and what they may count on there. */
export function TouchpointsScreen() {
  const query = useQuery(touchpoints);
  const [open, lay] = useState<string | null>(null);
  const chosen = query.data?.find(({ code }) => code === open);
  return (
    <>
      <PageHead
        title="Where do customers meet us?"
        lead="Five stages of one loop. A touchpoint that a record names appears here by itself; say what is true of it, and what is promised there."
      >
        <button type="button" className="button first" onClick={() => lay("")}>
          <Plus size={18} aria-hidden /> Add a touchpoint
        </button>
      </PageHead>
      <Answered query={query}>
        {(all) =>
          stages.map((stage) => <Stage key={stage} stage={stage} touchpoints={ofStage(all, stage)} open={lay} />)
        }
      </Answered>
      {open !== null && (
        <Sheet title={chosen?.name ?? "A new touchpoint"} close={() => lay(null)}>
          <TouchpointForm key={open} touchpoint={chosen} saved={(code) => lay(code)} />
          {chosen && <TouchpointPromises touchpoint={chosen} />}
          {chosen && <TouchpointChanges code={chosen.code} />}
        </Sheet>
      )}
    </>
  );
}

function ofStage(all: readonly TouchpointEntry[], stage: string): TouchpointEntry[] {
  return all.filter((touchpoint) => touchpoint.stage === stage);
}
