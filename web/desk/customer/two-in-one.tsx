import { useState } from "react";
import type { Customer } from "../../../src/recognition/index.ts";
import { calledInText } from "../../parts/called.tsx";
import { ChoiceField } from "../../parts/field.tsx";
import { identifierLine } from "./identifier-line.ts";
import { SayIt } from "./say-it.tsx";

/** A wrong join taken asunder: one identifier of each person, and what stands with each of them goes along. */
export function TwoInOne({ customer, close }: { customer: Customer; close: () => void }) {
  const [two, part] = useState<[string, string] | null>(null);
  const { identifiers } = customer;
  if (identifiers.length < 2) return null;
  return (
    <section className="form" aria-labelledby="two-in-one">
      <h3 id="two-in-one" className="section-title">
        Is somebody else in here?
      </h3>
      {two ? (
        <SayIt
          say="apart"
          identities={two}
          about={new Map([[customer.id, calledInText(customer)]])}
          close={close}
          back={() => part(null)}
        />
      ) : (
        <Choose identifiers={identifiers} part={part} />
      )}
    </section>
  );
}

type ChooseProps = { identifiers: Customer["identifiers"]; part: (two: [string, string]) => void };

function Choose({ identifiers, part }: ChooseProps) {
  const [one, chooseOne] = useState(identifiers[0]!.identity);
  const others = identifiers.filter(({ identity }) => identity !== one);
  const [other, chooseOther] = useState(identifiers.at(-1)!.identity);
  const second = others.some(({ identity }) => identity === other) ? other : others[0]!.identity;
  return (
    <>
      <p className="soft">Choose an identifier of each. What came with it goes along.</p>
      <div className="form-row">
        <Identifier label="One person has" of={identifiers} value={one} choose={chooseOne} />
        <Identifier label="The other has" of={others} value={second} choose={chooseOther} />
      </div>
      <div className="acts">
        <button type="button" className="button" onClick={() => part([one, second])}>
          See what would follow
        </button>
      </div>
    </>
  );
}

type IdentifierProps = {
  label: string;
  of: Customer["identifiers"];
  value: string;
  choose: (identity: string) => void;
};

function Identifier({ label, of, value, choose }: IdentifierProps) {
  return (
    <ChoiceField label={label} value={value} onChange={(event) => choose(event.target.value)}>
      {of.map((identifier) => (
        <option key={identifier.identity} value={identifier.identity}>
          {identifierLine(identifier)}
        </option>
      ))}
    </ChoiceField>
  );
}
