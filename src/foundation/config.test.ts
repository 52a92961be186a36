import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";
import { WrongSettings } from "./errors.ts";

describe("the settings", () => {
  it("have a value where nobody gave one", () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      host: "127.0.0.1",
      databaseUrl: null,
      zone: null,
      currency: null,
    });
  });

  it("take what is given, whatever its case", () => {
    const config = readConfig({
      PORT: "0",
      REGULARS_REGION: "at",
      REGULARS_CURRENCY: "usd",
      REGULARS_ZONE: "Europe/Vienna",
      REGULARS_HOME: "/srv/x",
    });
    expect(config).toMatchObject({ port: 0, region: "AT", currency: "USD", zone: "Europe/Vienna", home: "/srv/x" });
  });

  it("take names separated by commas, and refuse an address among them", () => {
    expect(readConfig({ REGULARS_HOSTS: "Till.lan, regulars.example.com" }).hosts).toEqual([
      "till.lan",
      "regulars.example.com",
    ]);
    expect(() => readConfig({ REGULARS_HOSTS: "https://till.lan" })).toThrow(WrongSettings);
  });

  it("take an empty setting for one that nobody gave", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: " " })).toMatchObject({ port: 4000, databaseUrl: null });
  });

  it("are refused with all that is wrong with them at once", () => {
    const wrong = {
      PORT: "70000",
      REGULARS_ZONE: "Mars/North",
      REGULARS_CURRENCY: "XQZ",
      DATABASE_URL: "mysql://x",
      REGULARS_KEY: "short",
      REGULARS_LOG: "loud",
    };
    expect(() => readConfig(wrong)).toThrow(WrongSettings);
    expect(problemsOf(wrong)).toEqual([
      "#/PORT",
      "#/DATABASE_URL",
      "#/REGULARS_KEY",
      "#/REGULARS_CURRENCY",
      "#/REGULARS_ZONE",
      "#/REGULARS_LOG",
    ]);
  });

  it("never say what a secret was", () => {
    expect(() => readConfig({ REGULARS_KEY: "hunter2" })).not.toThrow(/hunter2/);
    expect(() => readConfig({ DATABASE_URL: "mysql://maya:hunter2@x/y" })).not.toThrow(/hunter2/);
  });
});

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as WrongSettings).problems.map(({ pointer }) => pointer);
  }
}
