import { TroubleNotice } from "../parts/notice.tsx";
import { TableShape } from "./table.tsx";

type Props<Data> = {
  readonly query: { readonly data: Data | undefined; readonly error: Error | null; readonly refetch: () => unknown };
  readonly children: (data: Data) => React.ReactNode;
};

/** What the server answered; its shape until it does, and what to do when it cannot. What is there stays while it is asked again. */
export function Answered<Data>({ query: { data, error, refetch }, children }: Props<Data>) {
  if (data !== undefined) return children(data);
  return error ? <TroubleNotice error={error} again={() => void refetch()} /> : <TableShape />;
}
