import type { TouchpointEntry } from "../../../src/touchpoints/index.ts";

type Props = {
  readonly stage: string;
  readonly touchpoints: readonly TouchpointEntry[];
  readonly open: (code: string) => void;
};

/** One stage of the loop and who meets us there. */
export function Stage({ stage, touchpoints, open }: Props) {
  return (
    <section className="stage" aria-label={stage}>
      <h2 className="section-title stage-name">{stage}</h2>
      {touchpoints.length === 0 && <p className="soft small">Nothing here yet.</p>}
      <ul className="stage-list">
        {touchpoints.map((touchpoint) => (
          <li key={touchpoint.code}>
            <button type="button" className="touchpoint" onClick={() => open(touchpoint.code)}>
              <span className="touchpoint-name">{touchpoint.name}</span>
              <span className="touchpoint-traits">
                <span className="chip">{touchpoint.lens}</span>
                <span className="chip">{touchpoint.element}</span>
                <span className="chip">{touchpoint.channel}</span>
                {touchpoint.heals && <span className="chip">puts things right</span>}
                {touchpoint.partner && <span className="chip">partner: {touchpoint.partner}</span>}
              </span>
              <span className="touchpoint-promises">
                {inForce(touchpoint).length === 0 ? (
                  <span className="soft">Nothing promised</span>
                ) : (
                  inForce(touchpoint).map((promise) => <span key={promise.id}>“{promise.wording}”</span>)
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function inForce(touchpoint: TouchpointEntry) {
  return touchpoint.promises.filter((promise) => promise.validUntil === null);
}
