import { useEffect } from "react";
import { walkFrom } from "#documents/incidents/WalkFrom.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { useQuarterMinute } from "#platform/ui/now.ts";
import { meters } from "#platform/ui/numbers.ts";
import { moveText } from "./moveText.ts";
import { walkShown } from "./walk.ts";

/** How long and how far the chosen one has to walk; the way itself is on the map for as long as this is shown. */
export function WalkNote({ incident, patrol }: { readonly incident: string; readonly patrol: string }) {
  const text = useText(moveText);
  const [remote] = useQuery(walkFrom, { incident, patrol }, useQuarterMinute());
  const walk = remote.kind === "ready" ? (remote.value.incident?.walkFrom ?? null) : null;
  useEffect(() => walkShown.setState({ path: walk?.path ?? null }), [walk]);
  useEffect(() => () => walkShown.setState({ path: null }), []);
  if (remote.kind === "failed") return null;
  return (
    <p className="picker-walk" role="status">
      {remote.kind === "loading"
        ? text.findingWay
        : walk === null
          ? text.noWay
          : text.way(Math.max(1, Math.round(walk.seconds / 60)), meters(Math.round(walk.meters)))}
    </p>
  );
}
