/** Packed bytes and how far they have been read. */
export type Reader = { readonly bytes: Uint8Array; at: number };

/** Every reading throws a RangeError when the bytes end in the middle. */
export function byte(from: Reader): number {
  const value = from.bytes[from.at++];
  if (value === undefined) throw new RangeError("Packed bytes end too soon");
  return value;
}

export function short(from: Reader): number {
  return byte(from) + byte(from) * 256;
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
export function varying(from: Reader): number {
  let value = 0;
  for (let unit = 1; ; unit *= 128) {
    const next = byte(from);
    value += (next & 127) * unit;
    if (next < 128) return value;
    if (unit > 2 ** 28) throw new RangeError("A packed number is too long");
  }
}

/** The same for a number whose sign is its lowest bit. */
export function signed(from: Reader): number {
  const value = varying(from);
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
