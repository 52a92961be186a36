import { useSingleKeys } from "../parts/shortcuts.ts";
import { Sheet } from "../parts/sheet.tsx";

const keys = [
  ["⌘K or Ctrl K", "Find anything: a customer, a page"],
  ["/", "The same; on the floor, the search"],
  ["?", "This page"],
  ["↑ ↓", "Move in a list"],
  ["Enter", "Open"],
  ["Esc", "Close; on the floor, the next person"],
] as const;

export function Help({ close }: { close: () => void }) {
  const [on, turn] = useSingleKeys();
  return (
    <Sheet title="Keys and help" as="card" close={close}>
      <dl className="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} />
        Single keys (<kbd>/</kbd> and <kbd>?</kbd>) act. Switch them off if you speak to this device.
      </label>
      <p className="soft">
        Every rate shows how far it can be trusted: the dot is what was seen, the line is where the truth may lie in 95
        of 100 cases, n is how many it rests on. Press it to see the rows.
      </p>
    </Sheet>
  );
}
