/** One line of the card: what it is about on the left, the thing itself on the right. */
export function Row({ label, children, quiet = false }: { label: string; children: React.ReactNode; quiet?: boolean }) {
  return (
    <section className={quiet ? "row quiet" : "row"}>
      <h3 className="row-label">{label}</h3>
      <div className="row-body">{children}</div>
    </section>
  );
}
