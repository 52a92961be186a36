import { Refusal } from "../errors.ts";
import { problemDetails, problemOfRefusal, type ProblemDetails } from "./problem.ts";

type Violation = {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
};
type HttpFault = {
  readonly statusCode?: number;
  readonly validation?: readonly Violation[];
  readonly code?: string;
  readonly message: string;
};

/** Whatever was thrown, as an answer; `ours` when it was a fault of ours, which is logged and never shown. */
export function problemOf(error: unknown): { readonly problem: ProblemDetails; readonly ours: boolean } {
  if (error instanceof Refusal) return { problem: problemOfRefusal(error), ours: false };
  const fault = error as HttpFault;
  if (fault.validation) return { problem: violated(fault.validation), ours: false };
  if (isHttpRefusal(fault))
    return { problem: problemDetails(codeOfStatus(fault.statusCode!), fault.message), ours: false };
  return problemOfDatabase(noConnection.test(fault.message ?? "") ? "ECONN" : (fault.code ?? ""));
}

function isHttpRefusal(fault: HttpFault): boolean {
  return fault.statusCode !== undefined && fault.statusCode >= 400 && fault.statusCode < 500;
}

function codeOfStatus(status: number): string {
  return statuses[status] ?? "invalid-input";
}
const statuses: Readonly<Record<number, string>> = {
  401: "not-signed-in",
  403: "not-allowed",
  404: "not-found",
  409: "conflict",
  413: "too-large",
  415: "unknown-media-type",
  429: "too-many-requests",
  431: "headers-too-large",
};

function violated(violations: readonly Violation[]): ProblemDetails {
  const problems = violations
    .slice(0, 20)
    .map((violation) => ({ pointer: pointerOf(violation), detail: detailOf(violation) }));
  const detail = problems.map(({ pointer, detail }) => `${pointer} ${detail}`).join("; ");
  return problemDetails("invalid-input", detail, problems);
}

/** A missing or unknown member is named itself, not the object it is missing from. */
function pointerOf({ instancePath, keyword, params }: Violation): string {
  const member = keyword === "required" ? params["missingProperty"] : params["additionalProperty"];
  return `#${instancePath}${typeof member === "string" ? `/${member}` : ""}`;
}

function detailOf({ keyword, message, params }: Violation): string {
  if (keyword === "required") return "is missing";
  if (keyword === "additionalProperties") return "is not known here";
  if (keyword === "enum") return `must be one of ${(params["allowedValues"] as readonly unknown[]).join(", ")}`;
  return message ?? "is not right";
}

// The driver gives these no code.
const noConnection = /^(timeout exceeded when trying to connect|Connection terminated|Cannot use a pool after)/;
const unreachable = /^(08|53|57P|25006|ECONN|EPIPE|ETIMEDOUT|ENOENT|EAI_)/;
// SQLSTATE class 22, "data exception": a value got past the schemas that the database cannot hold.
const unkeepable = /^22[0-9A-Z]{3}$/;

function problemOfDatabase(code: string): { readonly problem: ProblemDetails; readonly ours: boolean } {
  if (unreachable.test(code))
    return {
      problem: problemDetails("database-trouble", "The database does not answer. Try again shortly."),
      ours: true,
    };
  if (unkeepable.test(code))
    return { problem: problemDetails("invalid-input", "A value is outside what can be kept."), ours: true };
  return {
    problem: problemDetails("our-fault", "This is a fault of ours and has been logged. Tell us the request id."),
    ours: true,
  };
}
