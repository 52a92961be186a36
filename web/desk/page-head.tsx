import { useEffect } from "react";

/** The page's one question, and what to do about it. */
export function PageHead({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: React.ReactNode;
  children?: React.ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Regulars`;
    return () => void (document.title = "Regulars");
  }, [title]);
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {lead && <p className="page-lead">{lead}</p>}
      </div>
      {children && <div className="page-acts">{children}</div>}
    </header>
  );
}
