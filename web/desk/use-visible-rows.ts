import { useEffect, useState, type RefObject } from "react";

const spareRows = 12;
const askMoreBefore = 40;

/** Which rows are in sight as the page scrolls, and a few more on either side. */
export function useVisibleRows(
  body: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  more?: () => void,
) {
  const [top, setTop] = useState(0);
  const onScreen = Math.ceil(window.innerHeight / rowHeight);
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight) - spareRows, count - onScreen));
  const last = Math.min(count, first + onScreen + 2 * spareRows);

  useEffect(() => {
    const measure = (): void => setTop(rounded(-(body.current?.getBoundingClientRect().top ?? 0), rowHeight));
    measure();
    window.addEventListener("scroll", measure, { passive: true });
    window.addEventListener("resize", measure);
    return () => {
      window.removeEventListener("scroll", measure);
      window.removeEventListener("resize", measure);
    };
  }, [body, rowHeight]);

  useEffect(() => {
    if (more && last + askMoreBefore >= count) more();
  }, [last, count, more]);
  return { first, last };
}

/** Whole rows only, so that scrolling within one row draws nothing. */
function rounded(top: number, rowHeight: number): number {
  return Math.max(0, Math.floor(top / rowHeight) * rowHeight);
}
