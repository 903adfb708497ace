import { gridWatchHere } from "#documents/patrols/GridWatchHere.ts";
import { lower, toTime } from "#platform/api/convert.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { useNow } from "#platform/ui/now.ts";
import { ago, duration } from "#platform/ui/time.ts";
import { watchText } from "./watchText.ts";

type Props = { readonly gridId: string; readonly revision: number };

/** How a grid stands to its patrols; nothing for an area that is no grid. */
export function GridWatchNote({ gridId, revision }: Props) {
  const text = useText(watchText);
  const language = useLanguage();
  const now = useNow();
  const [remote] = useQuery(gridWatchHere, { grid: gridId }, revision);
  const watch = remote.kind === "ready" ? remote.value.gridWatch.find((found) => found.gridId === gridId) : undefined;
  if (watch === undefined) return null;
  const { state, absentSince, presentAt } = watch;
  const since =
    absentSince !== null
      ? text.absentFor(duration(Math.max(0, now - toTime(absentSince)), language))
      : presentAt !== null && state !== "PRESENT"
        ? text.lastThere(ago(now - toTime(presentAt), language))
        : "";
  return (
    <p className={state === "ABSENT" ? "card-text watch-absent" : "card-text"}>
      <strong>{text.state[lower(state)]}</strong> {since}
    </p>
  );
}
