import { connect, type Socket } from "node:net";

export type Load = {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds, ascending. */
  readonly times: Float64Array;
  /** Of the machine's cores, what this generator used itself. */
  readonly cpuSeconds: number;
  readonly failed: number;
};

/**
 * Asks over so many connections, each waiting for its answer before it asks again. Plain sockets and a search for the end
 * of the answer: a full HTTP client would cost as much as the server that is measured.
 */
export async function load(port: number, connections: number, seconds: number, next: () => string): Promise<Load> {
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  const cpu = process.cpuUsage();
  const note = (milliseconds: number, isOk: boolean): void => {
    times.push(milliseconds);
    if (!isOk) failed += 1;
  };
  await Promise.all(Array.from({ length: connections }, () => oneAfterTheOther(port, until, next, note)));
  const used = process.cpuUsage(cpu);
  const sorted = Float64Array.from(times).sort();
  const elapsed = (performance.now() - began) / 1000;
  return {
    requests: times.length,
    seconds: elapsed,
    times: sorted,
    cpuSeconds: (used.user + used.system) / 1e6,
    failed,
  };
}

export function quantile(times: Float64Array, share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}

type Note = (milliseconds: number, isOk: boolean) => void;

function oneAfterTheOther(port: number, until: number, next: () => string, note: Note): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let asked = 0;
    const ask = (): void => {
      asked = performance.now();
      socket.write(next());
    };
    onAnswers(socket, (isOk) => {
      const now = performance.now();
      note(now - asked, isOk);
      if (now < until) ask();
      else socket.end(resolve);
    });
    socket.on("error", reject).on("connect", ask);
  });
}

function onAnswers(socket: Socket, answered: (isOk: boolean) => void): void {
  let waitingFor = 0;
  let isOk = false;
  socket.on("data", (chunk: Buffer) => {
    if (waitingFor === 0) {
      const head = chunk.indexOf("\r\n\r\n");
      const headers = chunk.subarray(0, head).toString("latin1");
      isOk = headers.startsWith("HTTP/1.1 200");
      waitingFor = head + 4 + Number(/content-length: (\d+)/i.exec(headers)![1]);
    }
    waitingFor -= chunk.length;
    if (waitingFor === 0) answered(isOk);
  });
}
