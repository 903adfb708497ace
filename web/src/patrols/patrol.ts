import {
  flag,
  instant,
  key,
  list,
  number,
  oneOf,
  optional,
  type Parsed,
  position,
  shape,
  text,
} from "#platform/api/parse.ts";

const grid = optional(shape({ id: key, code: text, name: text }));

export const patrol = shape({
  id: key,
  name: text,
  kind: oneOf("grid_worker", "team", "vehicle"),
  employment: oneOf("full_time", "part_time", "auxiliary"),
  skills: list(text),
  grid,
  onDuty: flag,
  lastFix: optional(
    shape({
      at: instant,
      position,
      speedMps: optional(number),
      bearingDegrees: optional(number),
      accuracyMeters: optional(number),
      batteryPercent: optional(number),
    }),
  ),
  openAssignments: list(shape({ incidentId: key, number: text, className: text })),
});

export const patrolPoint = shape({
  id: key,
  code: text,
  name: text,
  kind: text,
  requiredVisits: number,
  requiredPer: oneOf("day", "week", "month"),
  visitsInPeriod: number,
  lastCheckIn: optional(shape({ at: instant, patrolName: text })),
  grid,
  position,
});

export type Patrol = Parsed<typeof patrol>;
export type PatrolPoint = Parsed<typeof patrolPoint>;
