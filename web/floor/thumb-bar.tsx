import { Search } from "lucide-react";

/** What a thumb reaches. Only what works: a button that promises nothing it cannot do. */
export function ThumbBar({ next }: { next: () => void }) {
  return (
    <div className="thumb-bar">
      <button type="button" className="button first" onClick={next}>
        <Search size={20} aria-hidden />
        Next person
        <kbd aria-hidden>Esc</kbd>
      </button>
    </div>
  );
}
