import { useEffect, useLayoutEffect, useRef } from "react";
import { coverageBuildings } from "#documents/coverage/CoverageBuildings.ts";
import { coverageReach } from "#documents/coverage/CoverageReach.ts";
import { query } from "#platform/api/query.ts";
import type { CoveragePart } from "./coveragePart.ts";
import { reachKey } from "./Facilities.tsx";
import { addressOf, type Question } from "./question.ts";
import { type Answer, inputOf } from "./useCoverage.ts";

/** Buildings are put on the map once; then only those are coloured anew that have changed. */
export function useDrawing(part: CoveragePart | null, answer: Answer | null, question: Question, name: string): void {
  const drawn = useRef("");
  const latest = useRef(question);
  latest.current = question;
  const { population, within } = question;
  // With the number, not after it: both are to be seen in the same frame.
  useLayoutEffect(() => {
    if (part === null || answer === null) return;
    const placed = answer.catchments.map(({ facilityId, change, position, name: called }) => ({
      facilityId,
      change,
      name: called ?? name,
      longitude: position.longitude,
      latitude: position.latitude,
    }));
    // What could not be placed stays where the reader has put it, to be taken elsewhere.
    const unplaced = answer.unplaced.flatMap(({ change }) => {
      const { facilityId, position } = latest.current.changes[change] ?? { facilityId: null, position: null };
      return position === null ? [] : [{ facilityId, change, name, ...position }];
    });
    part.showPins([...placed, ...unplaced]);
    const wanted = `${answer.groundVersion}|${population}|${within}`;
    if (drawn.current === wanted) {
      part.showStates(answer.buildings.states);
      return;
    }
    drawn.current = wanted;
    query(coverageBuildings, { input: { ...inputOf(latest.current), changes: null } }).then(
      ({ coverage: { buildings } }) =>
        part.showBuildings(buildings.longitudes, buildings.latitudes, answer.buildings.states),
      () => {
        drawn.current = "";
      },
    );
  }, [part, answer, population, within, name]);
}

const bandsOf = [1 / 3, 2 / 3, 1] as const;

/** Draws the streets from which the chosen facilities are reached, in thirds of the standard. */
export function useReach(
  part: CoveragePart | null,
  answer: Answer | null,
  question: Question,
  reached: readonly string[],
): void {
  const chosen = answer?.catchments.filter((catchment) => reached.includes(reachKey(catchment))) ?? [];
  const latest = useRef({ question, chosen });
  latest.current = { question, chosen };
  const key = `${addressOf(question)}|${chosen.map(reachKey).join(",")}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is asked
  useEffect(() => {
    const { question: asked, chosen: facilities } = latest.current;
    if (part === null) return;
    if (facilities.length === 0) {
      part.showBands([]);
      return;
    }
    const abort = new AbortController();
    const standard = asked.meters ?? asked.minutes ?? 0;
    query(
      coverageReach,
      {
        input: inputOf(asked),
        limits: bandsOf.map((share) => standard * share),
        facilityIds: facilities.flatMap(({ facilityId }) => (facilityId === null ? [] : [facilityId])),
        positions: facilities.flatMap(({ facilityId, position }) => (facilityId === null ? [{ ...position }] : [])),
      },
      abort.signal,
    ).then(
      ({ coverageIsochrones }) => part.showBands(coverageIsochrones),
      () => undefined,
    );
    return () => abort.abort();
  }, [part, key]);
}
