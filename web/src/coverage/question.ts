/** One what-if: a facility moved or closed, or one added. */
export type Change = {
  readonly facilityId: string | null;
  readonly position: { readonly longitude: number; readonly latitude: number } | null;
  readonly closed: boolean | null;
  readonly openingHours: string | null;
};

/** What is asked, as the server takes it. */
export type Question = {
  readonly kind: string | null;
  readonly service: string | null;
  readonly minutes: number | null;
  readonly meters: number | null;
  readonly at: string | null;
  /** Facilities as they were at that time, and not as they are. */
  readonly asItWas: boolean;
  readonly population: "HOUSEHOLDS" | "ELDERS";
  readonly within: string | null;
  readonly changes: readonly Change[];
};

export const firstQuestion: Question = {
  kind: "party_service_station",
  service: null,
  minutes: 15,
  meters: null,
  at: null,
  asItWas: false,
  population: "HOUSEHOLDS",
  within: null,
  changes: [],
};

const degrees = (value: number) => Number(value.toFixed(6));

function changeText({ facilityId, position, closed, openingHours }: Change): string {
  const hours = openingHours === null ? "" : `~${encodeURIComponent(openingHours)}`;
  const at = position === null ? "" : `${degrees(position.longitude)},${degrees(position.latitude)}`;
  return `${facilityId ?? "new"}${closed === true ? "!" : closed === false ? "+" : ""}${at === "" ? "" : `@${at}`}${hours}`;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function changeOf(text: string): Change | null {
  const found = /^(new|\d+)([!+]?)(?:@(-?[\d.]+),(-?[\d.]+))?(?:~([^;~]{1,600}))?$/.exec(text);
  if (found === null) return null;
  const [, id, mark, longitude, latitude, hours] = found;
  const position =
    longitude === undefined || latitude === undefined
      ? null
      : { longitude: Number(longitude), latitude: Number(latitude) };
  if (position !== null && !(Math.abs(position.longitude) <= 180 && Math.abs(position.latitude) <= 90)) return null;
  const closed = mark === "!" ? true : mark === "+" ? false : null;
  const openingHours = hours === undefined ? null : decoded(hours);
  if (id === "new" ? position === null : position === null && closed === null && openingHours === null) return null;
  return { facilityId: id === "new" ? null : (id ?? null), position, closed, openingHours };
}

/** The question as the search part of an address; what is as at the beginning is left out. */
export function addressOf(question: Question): string {
  const search = new URLSearchParams();
  search.set("kind", question.kind ?? "");
  if (question.service !== null) search.set("service", question.service);
  if (question.meters !== null) search.set("meters", String(question.meters));
  else search.set("minutes", String(question.minutes));
  if (question.at !== null) search.set("at", question.at);
  if (question.asItWas) search.set("was", "");
  if (question.population === "ELDERS") search.set("who", "elders");
  if (question.within !== null) search.set("within", question.within);
  if (question.changes.length > 0) search.set("if", question.changes.map(changeText).join(";"));
  return `?${search}`;
}

function numberOf(text: string | null): number | null {
  const number = text === null || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}

/** The question of an address; whatever is not understood is as at the beginning. What cannot be asked is asked: the server says what to change. */
export function questionOf(address: string): Question {
  const search = new URLSearchParams(address);
  const meters = numberOf(search.get("meters"));
  const minutes = numberOf(search.get("minutes")) ?? firstQuestion.minutes;
  const at = search.get("at");
  return {
    kind: search.has("kind") ? search.get("kind") || null : firstQuestion.kind,
    service: search.get("service") || null,
    meters,
    minutes: meters === null ? minutes : null,
    at: at !== null && !Number.isNaN(Date.parse(at)) ? at : null,
    asItWas: search.has("was"),
    population: search.get("who") === "elders" ? "ELDERS" : "HOUSEHOLDS",
    within: search.get("within") || null,
    changes: (search.get("if") ?? "").split(";").flatMap((text) => changeOf(text) ?? []),
  };
}

/** What is supposed of a facility; null where nothing is. */
export function changeAt({ changes }: Question, pin: Pin): Change | null {
  return (
    changes.find((change, index) =>
      pin.facilityId === null ? index === pin.change : change.facilityId === pin.facilityId,
    ) ?? null
  );
}

/** The question with something more supposed of a facility; the other what-ifs stay. */
function supposed(question: Question, pin: Pin, more: Partial<Change>): Question {
  const before = changeAt(question, pin);
  const change: Change = {
    facilityId: pin.facilityId,
    position: null,
    closed: null,
    openingHours: null,
    ...before,
    ...more,
  };
  return {
    ...question,
    changes:
      before === null ? [...question.changes, change] : question.changes.with(question.changes.indexOf(before), change),
  };
}

/** The question with a facility elsewhere. */
export function moved(question: Question, pin: Pin, longitude: number, latitude: number): Question {
  return supposed(question, pin, { position: { longitude: degrees(longitude), latitude: degrees(latitude) } });
}

/** The question with other opening hours of a facility. */
export function withHours(question: Question, pin: Pin, openingHours: string): Question {
  return supposed(question, pin, { openingHours });
}

/** The question with a facility as it is; one that was added is no more. */
export function restored(question: Question, pin: Pin): Question {
  const before = changeAt(question, pin);
  return { ...question, changes: question.changes.filter((change) => change !== before) };
}

/** The question without a facility: one that was added is no more, another one is closed. */
export function closed(question: Question, pin: Pin): Question {
  const without = restored(question, pin);
  return pin.facilityId === null ? without : supposed(without, pin, { closed: true });
}

/** A facility on the map: an existing one by its id, an added one by its place among the what-ifs. */
export type Pin = { readonly facilityId: string | null; readonly change: number | null };
