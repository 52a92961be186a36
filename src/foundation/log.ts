import pino, { type DestinationStream, type Logger } from "pino";

export type Log = Logger;

/** Never in a log, whatever is logged: credentials, bodies, addresses with their query. */
const secrets = [
  "req.headers",
  "headers",
  "body",
  "query",
  "password",
  "token",
  "key",
  "err.parameters",
  "err.detail",
  "err.where",
  "err.internalQuery",
  "err.config",
];

/** Structured lines, one JSON object each. */
export function openLog(level: string, destination: DestinationStream = pino.destination(1)): Log {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secrets, remove: true },
      serializers: { err: faultOf },
    },
    destination,
  );
}

/** The database quotes values in `detail`, and sometimes in the message: of its errors only the code and place are kept. */
function faultOf(error: Error & { code?: string; severity?: string; routine?: string }): object {
  if (error.severity === undefined) return pino.stdSerializers.err(error);
  return { type: "database error", code: error.code, routine: error.routine, stack: framesOf(error) };
}

function framesOf({ stack }: Error): string | undefined {
  return stack
    ?.split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .join("\n");
}
