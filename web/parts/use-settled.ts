import { useEffect, useState } from "react";

/** The value once it has stood still for a moment; the first letter does not wait. */
export function useSettled(value: string, milliseconds: number): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), settled === "" ? 0 : milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds, settled]);
  return settled;
}
