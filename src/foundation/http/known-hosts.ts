import { isIP } from "node:net";
import { WrongHost } from "../errors.ts";
import type { App } from "./app.ts";
import { isLoopback, listensHereOnly } from "./near.ts";

/**
 * A page elsewhere can let its own name lead to this address, and would then be of one origin with us: DNS rebinding. So
 * only our names are answered to: localhost, those that were given, and, where other machines may come, any address in
 * numbers, which no page can let lead anywhere. Asked of the header as it came; a proxy's word for it can be forged.
 */
export function answerToKnownHosts(app: App, given: readonly string[]): void {
  const names = new Set(given);
  const isKnown = (name: string): boolean =>
    name === "localhost" || isLoopback(name) || names.has(name) || (isIP(name) > 0 && !listensHereOnly(app.server));
  app.addHook("onRequest", (request, _reply, done) => {
    const name = nameIn(request.headers.host);
    // Whatever keeps the server running asks by whatever name it has.
    if (isKnown(name) || request.routeOptions.url === "/healthz") return done();
    done(new WrongHost(refusal(request.headers.host)));
  });
}

/** "[::1]:4000" is ::1, "Shop.Example.:80" is shop.example. */
function nameIn(host: string | undefined): string {
  const [, numbers, name] = /^(?:\[([0-9a-f:.]+)\]|([^:/@[\]\s]+?)\.?)(?::\d+)?$/i.exec(host ?? "") ?? [];
  return (numbers ?? name ?? "").toLowerCase();
}

function refusal(host: string | undefined): string {
  const called = host === undefined ? "no name" : `“${host.slice(0, 100)}”`;
  return `This server does not answer to ${called}. Open it by its own address, or give the name in REGULARS_HOSTS and start it again.`;
}
