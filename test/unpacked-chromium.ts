import { execFile } from "node:child_process";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createBrotliDecompress } from "node:zlib";

type Chromium = { readonly program: string; readonly env: Record<string, string> };

// The package's own unpacking goes to one place in the temporary folder, whoever asks: a second user could not run it.
const packageFolder = fileURLToPath(new URL("../../", import.meta.resolve("@sparticuz/chromium")));
// Chromium itself, libnss3 and its kin, the drawing of graphics without a graphics card, and one font.
const libraries = ["al2023", "swiftshader", "fonts"];

/** The Chromium that comes from npm, unpacked once per user and version: 190 MB, 3 s (2026-11). */
export async function unpackedChromium(): Promise<Chromium> {
  const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")) as { version: string };
  const { uid } = userInfo();
  const folder = join(tmpdir(), `regulars-chromium-${version}-${uid}`);
  const owner = await ownerOf(folder);
  if (owner === undefined) await unpackInto(folder);
  else if (owner !== uid)
    throw new Error(`${folder} belongs to somebody else: remove it, or set TMPDIR to a folder of yours`);
  const env = { LD_LIBRARY_PATH: join(folder, "lib"), FONTCONFIG_FILE: join(folder, "fonts.conf") };
  return { program: join(folder, "chromium"), env };
}

async function ownerOf(folder: string): Promise<number | undefined> {
  return (await stat(folder).catch(() => undefined))?.uid;
}

/** Aside, then renamed: of several that start at once, one wins and all find a whole folder. */
async function unpackInto(folder: string): Promise<void> {
  const aside = await mkdtemp(`${folder}-`);
  await unpack("chromium.br", join(aside, "chromium"));
  for (const library of libraries) {
    const archive = join(aside, `${library}.tar`);
    await unpack(`${library}.tar.br`, archive);
    await promisify(execFile)("tar", ["-xf", archive, "-C", aside]);
    await rm(archive);
  }
  await mkdir(join(aside, "cache"));
  await writeFile(join(aside, "fonts.conf"), fontsIn(folder));
  await rename(aside, folder).catch(() => rm(aside, { recursive: true }));
}

async function unpack(name: string, target: string): Promise<void> {
  const packed = createReadStream(join(packageFolder, "bin", name));
  await pipeline(packed, createBrotliDecompress(), createWriteStream(target, { mode: 0o700 }));
}

function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;
}
