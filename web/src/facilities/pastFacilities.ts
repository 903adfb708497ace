import type { Position } from "#platform/api/parse.ts";

export type FacilityStatus = "open" | "suspended" | "closed";

/** How a facility was, from one moment on and before another. */
export type FacilityState = {
  readonly from: number;
  readonly until: number;
  readonly kind: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly status: FacilityStatus;
  readonly position: Position;
};

/** A facility that was not always as it is now; without a state it was not there. */
export type PastFacility = { readonly id: string; readonly states: readonly FacilityState[] };

/** The facilities that were there at a moment, with how they were. */
export function facilitiesAt(
  facilities: readonly PastFacility[],
  at: number,
): readonly (FacilityState & { readonly id: string })[] {
  return facilities.flatMap(({ id, states }) => {
    const state = states.find(({ from, until }) => from <= at && at < until);
    return state === undefined ? [] : [{ ...state, id }];
  });
}
