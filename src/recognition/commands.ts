import type { Command } from "commander";
import type { CommandLine } from "../foundation/command-line.ts";
import { openMemory } from "./memory.ts";
import { printRecognition } from "./print-card.ts";
import { recognise } from "./recognise.ts";
import type { NameSearch } from "./recogniser.ts";
import type { Context } from "../foundation/context.ts";
import { readInstallation } from "../touchpoints/index.ts";

type Options = { readonly place?: string; readonly at?: string };

/** `searchOn` gives the search by name, which is in the memory of a server, for one question. */
export function recognitionCommands(program: Command, line: CommandLine, searchOn: (ctx: Context) => NameSearch): void {
  program
    .command("recognise <text>")
    .description("the card for an email, a phone number, a card, an id, a code or a name")
    .option("--place <code>", "where the customer appears")
    .option("--at <time>", "when, instead of now")
    .action((text: string, options: Options) =>
      line.withInstallation(async ({ ctx, key, config }) => {
        const { zone, region } = await readInstallation(ctx);
        const naming = { key, region: region === "ZZ" ? config.region : region };
        const house = { reader: ctx.db, memory: openMemory(ctx.db), naming, search: searchOn(ctx) };
        const recognition = await recognise(ctx, { q: text, ...options }, house);
        line.answer(recognition, printRecognition(recognition, options.at ? new Date(options.at) : ctx.now, zone));
      }),
    );
}
