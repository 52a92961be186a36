import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "./app.ts";
import { problemDetails, type ProblemDetails } from "./problem.ts";
import { problemOf } from "./problem-of.ts";

/** Every refusal and every fault leaves as problem details; a fault of ours is logged whole and shown not at all. */
export function answerProblems(app: App): void {
  app.setErrorHandler((error, request, reply) => {
    const { problem, ours } = problemOf(error);
    if (ours) request.log.error({ request: request.id, err: error as Error }, "a request failed");
    const wait = (error as { retryAfterSeconds?: number }).retryAfterSeconds;
    if (wait !== undefined) reply.header("retry-after", String(wait));
    return answer(request, reply, problem);
  });
  app.setNotFoundHandler((request, reply) =>
    answer(
      request,
      reply,
      problemDetails("not-found", `${request.method} has nothing at this address. GET /openapi.json lists all.`),
    ),
  );
}

export function answer(request: FastifyRequest, reply: FastifyReply, problem: ProblemDetails): FastifyReply {
  if (problem.status === 401) reply.header("www-authenticate", "Bearer");
  return reply
    .status(problem.status)
    .type("application/problem+json")
    .serializer(JSON.stringify)
    .send({ ...problem, instance: `urn:regulars:request:${request.id}` });
}
