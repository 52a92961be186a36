import { HandHeart } from "lucide-react";

/** A newcomer is welcomed, not interviewed. */
export function SomeoneNew() {
  return (
    <article className="sheet newcomer">
      <HandHeart size={40} strokeWidth={1.4} aria-hidden />
      <h2 className="person">Someone new</h2>
      <p className="lead">First time here. Nothing is known, and nothing needs asking.</p>
      <p className="soft">
        Serve them as you would a friend of a friend. The receipt, the booking or the card they use will introduce them,
        and next time their usual stands here.
      </p>
    </article>
  );
}
