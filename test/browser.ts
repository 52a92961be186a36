import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { unpackedChromium } from "./unpacked-chromium.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const onMac = "/Applications/Google Chrome.app/Contents/MacOS";
// Tests look at our own pages: nothing of the browser's own may go out or come in.
const quiet = [
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A page in a browser of its own, closed when the test that asked is finished. */
export async function pageForThisTest(options: BrowserContextOptions = {}): Promise<Page> {
  const browser = await browserForThisTest();
  return browser.newPage(options);
}

/** A browser with a profile of its own: several pages may look on as several people. */
async function browserForThisTest(): Promise<Browser> {
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  return browser;
}

/** The system's Chromium, or Chrome, if there is one; otherwise the one from npm. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const program = installed();
  const { program: executablePath, env } = program ? { program, env: {} } : await unpackedChromium();
  // Headless, without a sandbox (which root may not have) and with a temporary profile: playwright's own defaults.
  return chromium.launch({ executablePath, args: quiet, env: { ...environment(), ...env } });
}

function installed(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const programs = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    join(onMac, "Google Chrome"),
  ];
  return programs.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
