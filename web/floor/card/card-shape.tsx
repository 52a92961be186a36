/** The card before it answers: the same shape, and the name if it was just pressed. */
export function CardShape({ name }: { name: string | null }) {
  return (
    <article className="sheet card" aria-busy="true" aria-label="The card is on its way">
      <header className="who-is">
        {name ? (
          <h2 className="person" dir="auto">
            {name}
          </h2>
        ) : (
          <span className="shape person-shape" />
        )}
        <span className="shape line-shape" />
      </header>
      <div className="rows">
        {["Usual", "Knows them", "Don't ask"].map((label) => (
          <section className="row" key={label}>
            <h3 className="row-label">{label}</h3>
            <div className="row-body">
              <span className="shape line-shape" />
              <span className="shape line-shape short" />
            </div>
          </section>
        ))}
      </div>
    </article>
  );
}
