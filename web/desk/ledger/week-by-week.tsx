import { useQuery } from "@tanstack/react-query";
import { inPercent, sayShare } from "../../parts/figure.tsx";
import type { LedgerFilters } from "../filters.ts";
import { Trend } from "../trend.tsx";
import { ledgerOf } from "./ledger-questions.ts";
import { sharedScale } from "./scale.ts";

export function WeekByWeek({ filters, zone }: { filters: LedgerFilters; zone: string }) {
  const { data } = useQuery(ledgerOf({ ...filters, by: "week" }, zone));
  const figures = data?.by === "week" ? data.figures.toSorted((a, b) => a.key.localeCompare(b.key)) : [];
  const weeks = figures.map(({ key, share }) => ({ key, figure: share }));
  return (
    <Trend weeks={weeks} scale={sharedScale(figures.map(({ share }) => share))} say={inPercent} sayEnd={sayShare} />
  );
}
