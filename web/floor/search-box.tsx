import { Search, X } from "lucide-react";
import type { RefObject } from "react";
import type { Choices } from "./use-choices.ts";

type Props = {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly choices: Choices;
  /** Is there a list below, or a card? */
  readonly listed: boolean;
};

/** Phone, last digits, name, card, e-mail, code: one box for all of them. */
export function SearchBox({ ref, text, setText, choices, listed }: Props) {
  const active = listed && choices.list.length > 0 ? `choice-${choices.active}` : undefined;
  return (
    <search className="search">
      <Search aria-hidden />
      <input
        ref={ref}
        className="search-input"
        type="text"
        inputMode="search"
        enterKeyHint="go"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        role="combobox"
        aria-label="Who is in front of you?"
        aria-expanded={listed}
        aria-controls="choices"
        aria-autocomplete="list"
        aria-activedescendant={active}
        placeholder="Phone, name, card…"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={listed ? choices.onKeyDown : undefined}
      />
      {text === "" ? (
        <kbd aria-hidden>/</kbd>
      ) : (
        <button
          type="button"
          className="search-clear"
          aria-label="Clear the search"
          onClick={() => (setText(""), ref.current?.focus())}
        >
          <X aria-hidden />
        </button>
      )}
    </search>
  );
}
