/** The station's mark: two half turns that run into each other without an end. */
export function StationMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <path
        d="M16 16c-2.6-3.6-4.8-5.6-7.6-5.6A5.6 5.6 0 0 0 2.8 16a5.6 5.6 0 0 0 5.6 5.6c2.8 0 5-2 7.6-5.6Z"
        stroke="#e8ebee"
        strokeWidth="2.6"
      />
      <path
        d="M16 16c2.6 3.6 4.8 5.6 7.6 5.6a5.6 5.6 0 0 0 5.6-5.6 5.6 5.6 0 0 0-5.6-5.6c-2.8 0-5 2-7.6 5.6Z"
        stroke="#e0303b"
        strokeWidth="2.6"
      />
      <path d="M13.4 12.9 18.6 19.1" stroke="#e0303b" strokeWidth="2.6" />
    </svg>
  );
}
