import { useEffect, useRef } from "react";

/*
 * A list below a search box that keeps the focus (the combobox pattern of WAI-ARIA): the box owns the keyboard and points
 * at an option by id, so options take no focus and no keys of their own, and no plain element has these roles with content like this.
 */
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */

type ListProps = {
  readonly id: string;
  readonly label: string;
  readonly className: string;
  readonly children: React.ReactNode;
};

export function OptionList({ id, label, className, children }: ListProps) {
  return (
    <div id={id} role="listbox" aria-label={label} className={className}>
      {children}
    </div>
  );
}

type OptionProps = {
  readonly id: string;
  readonly pointedAt: boolean;
  readonly pick: () => void;
  readonly point: () => void;
  readonly className?: string;
  readonly children: React.ReactNode;
};

export function Option({ id, pointedAt, pick, point, className, children }: OptionProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (pointedAt) option.current?.scrollIntoView({ block: "nearest" });
  }, [pointedAt]);
  return (
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={pointedAt}
      className={className}
      onClick={pick}
      onPointerMove={point}
    >
      {children}
    </div>
  );
}
