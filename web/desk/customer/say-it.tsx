import { useQuery } from "@tanstack/react-query";
import type { Merge } from "../../../src/customers/contract.ts";
import { Field } from "../../parts/field.tsx";
import { TroubleNotice } from "../../parts/notice.tsx";
import { textIn } from "../../parts/text-in.ts";
import { foreseen, useSay } from "./saying-questions.ts";
import { WhatWouldFollow } from "./what-would-follow.tsx";

type Props = {
  readonly say: Merge["say"];
  readonly identities: [string, string];
  readonly about: ReadonlyMap<string, string>;
  readonly close: () => void;
  readonly back: () => void;
};

const words = {
  same: { act: "They are one person", done: "One person from now on." },
  apart: { act: "They are two people", done: "Two people from now on." },
} as const;

/** What would follow, the reason, and the word itself. */
export function SayIt({ say, identities, about, close, back }: Props) {
  const merge = { customers: identities, say };
  const { data, error, refetch } = useQuery(foreseen(merge));
  const saying = useSay(words[say].done, close);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const reason = textIn(new FormData(event.currentTarget), "reason");
        if (data && !saying.isPending) saying.mutate({ ...merge, ...(reason && { reason }) });
      }}
    >
      {error && !data && <TroubleNotice error={error} again={() => void refetch()} />}
      {!data && !error && <span className="shape said-shape" aria-label="What would follow is on its way" />}
      {data && <WhatWouldFollow foreseen={data} say={say} about={about} />}
      <Field
        label="What makes you sure?"
        name="reason"
        maxLength={500}
        hint="For whoever asks later; may stay empty."
      />
      {saying.error && <TroubleNotice error={saying.error} />}
      <div className="acts">
        <button type="submit" className="button first" aria-disabled={saying.isPending || !data}>
          {saying.isPending ? "One moment" : words[say].act}
        </button>
        <button type="button" className="button" onClick={back}>
          Choose another
        </button>
      </div>
    </form>
  );
}
