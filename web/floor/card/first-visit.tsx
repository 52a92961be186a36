import { HandHeart } from "lucide-react";

export function FirstVisit() {
  return (
    <div className="first-visit">
      <HandHeart size={26} strokeWidth={1.6} aria-hidden />
      <div>
        <p className="first-visit-what">First time here.</p>
        <p>Nothing needs asking. Just make it a good one.</p>
      </div>
    </div>
  );
}
