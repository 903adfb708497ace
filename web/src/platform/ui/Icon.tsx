const paths = {
  search:
    "M10.5 4a6.5 6.5 0 1 0 4 11.6l4.4 4.4 1.4-1.4-4.4-4.4A6.5 6.5 0 0 0 10.5 4m0 2a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9",
  layers: "m12 3 9 5-9 5-9-5zm-6.8 8.2L12 15l6.8-3.8L21 12.4 12 17.4 3 12.4zm0 4L12 19l6.8-3.8L21 16.4l-9 5-9-5z",
  close: "m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z",
  sun: "M12 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10m-1-5h2v3h-2zm0 17h2v3h-2zM2 11h3v2H2zm17 0h3v2h-3zM4.2 5.6l1.4-1.4 2.1 2.1-1.4 1.4zm12.1 12.1 1.4-1.4 2.1 2.1-1.4 1.4zM4.2 18.4l2.1-2.1 1.4 1.4-2.1 2.1zM16.3 6.3l2.1-2.1 1.4 1.4-2.1 2.1z",
  moon: "M20 14.6A8.5 8.5 0 0 1 9.4 4 8.5 8.5 0 1 0 20 14.600",
  target:
    "M11 2h2v3.1A7 7 0 0 1 18.900 11H22v2h-3.100A7 7 0 0 1 13 18.900V22h-2v-3.100A7 7 0 0 1 5.100 13H2v-2h3.100A7 7 0 0 1 11 5.100zm1 5a5 5 0 1 0 0 10 5 5 0 0 0 0-10m0 3a2 2 0 1 1 0 4 2 2 0 0 1 0-4",
  plus: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  minus: "M5 11h14v2H5z",
  check: "m9.500 16.200-4.200-4.200-1.400 1.400 5.600 5.600L20.600 7.900l-1.400-1.400z",
  alert: "M12 3 1.500 21h21zm-1 7h2v5h-2zm0 6.500h2v2h-2z",
  clock:
    "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18m0 2a7 7 0 1 0 0 14 7 7 0 0 0 0-14m-1 2h2v4.600l3.200 1.900-1 1.700L11 12.700z",
  list: "M4 6h2v2H4zm4 0h12v2H8zM4 11h2v2H4zm4 0h12v2H8zm-4 5h2v2H4zm4 0h12v2H8z",
  walker:
    "M13.500 5.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4M9.800 8.900 7 23h2.100l1.800-8 2.100 2v6h2v-7.500l-2.100-2 .6-3A7.300 7.300 0 0 0 19 13v-2c-1.900 0-3.500-1-4.300-2.400l-1-1.600a2 2 0 0 0-2.500-.8L6 8.300V13h2V9.600z",
  grid: "M4 4h7v7H4zm9 0h7v7h-7zm-9 9h7v7H4zm9 0h7v7h-7z",
  house: "M12 3 2 12h3v8h6v-6h2v6h6v-8h3z",
  person: "M12 3a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9M4 21c0-4.200 3.600-7 8-7s8 2.800 8 7z",
  pin: "M12 2a7 7 0 0 0-7 7c0 5.200 7 13 7 13s7-7.800 7-13a7 7 0 0 0-7-7m0 4.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5",
  road: "M11 4H8L4 20h7v-4h2v4h7L16 4h-3v3h-2zm0 5h2v4h-2z",
  up: "m12 7 7 7-1.400 1.400L12 9.800l-5.600 5.600L5 14z",
  back: "m14 5 1.400 1.400L9.800 12l5.600 5.600L14 19l-7-7z",
  refresh: "M17.700 6.300A8 8 0 1 0 19.700 14h-2.100A6 6 0 1 1 12 6c1.700 0 3.100.700 4.200 1.800L13 11h7V4z",
} as const;

export type IconName = keyof typeof paths;

/** A decorative sign of 24 units; the words beside it carry the meaning. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="currentColor" />
    </svg>
  );
}
