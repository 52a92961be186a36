import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const tokens = tokensIn(readFileSync(new URL("tokens.css", import.meta.url), "utf8"));
const texts = ["ink", "ink-soft", "ink-faint", "accent", "kept", "broken", "unknown", "healing"];
const grounds = [
  "paper",
  "sheet",
  "raised",
  "well",
  "accent-wash",
  "kept-wash",
  "broken-wash",
  "unknown-wash",
  "healing-wash",
];

describe.each(["light", "dark"] as const)("in the %s", (theme) => {
  it("reads every text on every ground (WCAG 1.4.3: 4.5 to 1)", () => {
    const pairs = texts.flatMap((text) => grounds.map((ground) => [text, ground] as const));
    const weak = pairs.filter(([text, ground]) => contrast(tokens[text]![theme], tokens[ground]![theme]) < 4.5);
    expect(weak).toEqual([]);
  });

  it("reads what stands on the accent, pressed or not", () => {
    for (const ground of ["accent-ground", "accent-ground-press"]) {
      expect(contrast(tokens["on-accent"]![theme], tokens[ground]![theme])).toBeGreaterThan(4.5);
    }
  });

  it("sees the edge of every control (WCAG 1.4.11: 3 to 1)", () => {
    for (const ground of ["paper", "sheet", "raised"]) {
      expect(contrast(tokens["line-strong"]![theme], tokens[ground]![theme])).toBeGreaterThan(3);
    }
  });
});

function tokensIn(css: string): Record<string, { light: string; dark: string }> {
  const found = css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g);
  return Object.fromEntries([...found].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]));
}

function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(value: number): number {
  return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
