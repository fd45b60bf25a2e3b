/** The station's mark, as in assets/icon.svg: a loop without an end, and the lamp that says it is on air. */
export function StationMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="100 256 824 512" fill="none" aria-hidden="true">
      <path stroke="#7b8591" strokeWidth="92" d="M 326 669 C 434 669 590 355 698 355" />
      <path stroke="#090b0d" strokeWidth="150" d="M 462 452 C 480 472 496 492 512 512 C 528 532 544 552 562 572" />
      <path stroke="#f1f3f5" strokeWidth="92" d="M 698 355 A 157 157 0 0 1 698 669 C 590 669 434 355 326 355 A 157 157 0 0 0 326 669" />
      <circle cx="698" cy="512" r="66" fill="#f0303b" />
    </svg>
  );
}
