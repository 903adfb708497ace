const grouped = new Intl.NumberFormat("en-US");
const oneDecimal = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

export function count(value: number): string {
  return grouped.format(value);
}

export function squareKilometers(squareMeters: number): string {
  return squareMeters < 1e5
    ? `${grouped.format(Math.round(squareMeters))} m²`
    : `${new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 }).format(squareMeters / 1e6)} km²`;
}

export function meters(value: number): string {
  return value >= 1000 ? `${oneDecimal.format(value / 1000)} km` : `${grouped.format(value)} m`;
}

export function speed(metersPerSecond: number): string {
  return `${oneDecimal.format(metersPerSecond * 3.6)} km/h`;
}
