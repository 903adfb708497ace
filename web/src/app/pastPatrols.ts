import { openPlayback } from "#documents/patrols/OpenPlayback.ts";
import { loadSlice } from "../patrols/loadSlice.ts";
import { createPastTracks } from "../patrols/pastTracks.ts";
import { createPastTrails } from "../patrols/pastTrails.ts";
import type { PatrolPart } from "../patrols/patrolPart.ts";
import { createSliceStore, type SliceStore } from "../patrols/sliceStore.ts";
import { toTime } from "../platform/api/convert.ts";
import { query } from "../platform/api/query.ts";
import type { Period, Playhead } from "../replay/playhead.ts";
import type { TrackState } from "../replay/store.ts";

/** So long what was shown last stays while the next is on its way: a short wait is no flicker. */
const patience = 800;

export type PastPatrols = {
  /** Shows where patrols were at the playhead; tells whether that is still on its way, or why it cannot be had. */
  readonly show: (head: Playhead) => { readonly waiting: boolean; readonly failure: unknown; readonly count: number };
  readonly stop: () => void;
};

/** Asks for the tracks of a period, which leaves an entry in the audit trail. */
export async function openTracks(
  period: Period,
  part: PatrolPart,
  onChange: () => void,
  signal: AbortSignal,
): Promise<{ readonly state: TrackState; readonly patrols: PastPatrols | null }> {
  const input = { from: new Date(period.from).toISOString(), until: new Date(period.until).toISOString() };
  const { playback, gaps, refusal } = (await query(openPlayback, { input }, signal)).openPlayback;
  if (playback === null) {
    return {
      state: { kind: "refused", said: { message: refusal?.message ?? "", messageZh: refusal?.messageZh ?? "" } },
      patrols: null,
    };
  }
  const slices = createSliceStore({
    ...period,
    sliceSeconds: playback.sliceSeconds,
    load: (start, abort) => loadSlice(playback.id, start, abort),
    onChange,
  });
  return {
    state: { kind: "open", gaps: gaps.map(({ from, until }) => ({ from: toTime(from), until: toTime(until) })) },
    patrols: followTracks(period, part, slices),
  };
}

function followTracks({ from, until }: Period, part: PatrolPart, slices: SliceStore): PastPatrols {
  const tracks = createPastTracks(from);
  const trails = createPastTrails(from);
  let at = from;
  let missingSince: number | null = null;
  const shown = { tracks, trails, now: () => Math.round(at - from) };
  return {
    show: (head) => {
      at = head.at;
      const moment = Math.min(head.at, until - 1);
      const speed = head.playing ? head.speed : 0;
      slices.need({ at: moment, speed });
      tracks.setSpeed(speed);
      const slice = slices.at(moment);
      if (slice !== null) {
        missingSince = null;
        tracks.show(slice, moment - from);
        trails.show({ before: slices.before(moment), present: slice }, moment - from);
      } else {
        missingSince ??= performance.now();
        if (performance.now() - missingSince > patience) {
          tracks.show(null, 0);
          trails.show({ before: null, present: null }, 0);
        }
      }
      part.showPast(shown);
      return { waiting: slice === null, failure: slices.failureAt(moment), count: slice === null ? 0 : tracks.count() };
    },
    stop: () => slices.stop(),
  };
}
