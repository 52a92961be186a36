import type { RouteOptions } from "fastify";

type Part = Record<string, unknown>;
type Turn = (values: Part) => void;

/**
 * Query strings and paths are text: what a schema calls a number, a boolean or a list becomes one here. Bodies have types
 * of their own and are never converted. Text that is no number stays text, and the schema refuses it.
 */
function turnerFor(schema: unknown): Turn | undefined {
  const properties = Object.entries((schema as { properties?: Record<string, object> } | undefined)?.properties ?? {});
  const turns = properties.flatMap(([name, property]) => {
    const turn = turnOf(property);
    return turn ? [{ name, turn }] : [];
  });
  if (turns.length === 0) return undefined;
  return (values) => {
    for (const { name, turn } of turns) if (values[name] !== undefined) values[name] = turn(values[name]);
  };
}

function turnOf(property: {
  type?: string;
  anyOf?: object[];
  items?: object;
}): ((value: unknown) => unknown) | undefined {
  if (property.type === "number" || property.type === "integer") return toNumber;
  if (property.type === "boolean") return toBoolean;
  if (property.type === "array") return listTurn(turnOf(property.items ?? {}));
  return property.anyOf?.map(turnOf).find((turn) => turn !== undefined);
}

function toNumber(value: unknown): unknown {
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

function toBoolean(value: unknown): unknown {
  return value === "true" ? true : value === "false" ? false : value;
}

function listTurn(turn: ((value: unknown) => unknown) | undefined): (value: unknown) => unknown {
  return (value) => {
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return turn ? list.map(turn) : list;
  };
}

export function turnText(route: RouteOptions): void {
  const query = turnerFor(route.schema?.querystring);
  const params = turnerFor(route.schema?.params);
  if (!query && !params) return;
  const before = [route.preValidation ?? []].flat();
  route.preValidation = [
    (request, _reply, done) => {
      query?.(request.query as Part);
      params?.(request.params as Part);
      done();
    },
    ...before,
  ];
}
