/**
 * How late a frame is, against the fastest frame of the last minutes: the clocks of server and browser need not agree.
 * The fastest is forgotten slowly so that a corrected clock does not read as a delay for ever.
 */
export function createLagMeter(): (serverTime: number, receivedAt: number) => number {
  let fastest = Number.POSITIVE_INFINITY;
  return (serverTime, receivedAt) => {
    const underWay = receivedAt - serverTime;
    fastest = Math.min(fastest + 2, underWay);
    return underWay - fastest;
  };
}
