import { useStore } from "zustand";
import { useText } from "#platform/i18n/text.ts";
import { liveBadge } from "#platform/live/client.ts";
import { clock, useNow } from "#platform/ui/now.ts";
import { clockTime } from "#platform/ui/time.ts";
import { type Freshness, freshnessOf } from "./freshness.ts";
import type { SceneName } from "./programme.ts";
import type { Fact, Row, SceneAnswer, SceneState } from "./scene.ts";
import { wallText } from "./text.ts";

function useFreshness(readAt: number | null): Freshness {
  useNow();
  const badge = useStore(liveBadge);
  const cutAt = badge.kind === "disconnected" ? badge.since : null;
  return freshnessOf({ cutAt, readAt, now: Date.now() });
}

/** As of when, for as long as it may be believed; in its place, that it may not. */
function Standing({ told, timeZone }: { readonly told: SceneState; readonly timeZone: string }) {
  const text = useText(wallText);
  const now = useNow();
  const offset = useStore(clock, (state) => state.offset);
  const isConnecting = useStore(liveBadge, ({ kind }) => kind === "connecting");
  const isReady = told.kind === "ready";
  const freshness = useFreshness(isReady ? told.readAt : null);
  if (freshness.kind === "stale") {
    const since = clockTime(freshness.since + offset, timeZone);
    return (
      <p className="wall-standing wall-stale" role="alert" data-stale="true">
        {freshness.why === "feed" ? text.staleFeed(since) : text.staleReading(since)}
      </p>
    );
  }
  const asOf = isReady ? (told.asOf ?? now) : now;
  return (
    <p className="wall-standing wall-as-of" data-stale="false">
      {isConnecting ? text.connecting : isReady ? text.asOf(clockTime(asOf, timeZone)) : ""}
    </p>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="wall-facts">
      {facts.map(({ label, value, tone }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd data-tone={tone ?? "plain"}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ol>
      {rows.map(({ key, name, detail, value, share, mark, tone }) => (
        <li key={key} data-tone={tone ?? "plain"}>
          <span className="wall-row-name">
            {mark}
            {name}
          </span>
          <b>{value}</b>
          <small>{detail}</small>
          {share !== null && (
            <i aria-hidden="true">
              <i style={{ width: `${Math.round(share * 100)}%` }} />
            </i>
          )}
        </li>
      ))}
    </ol>
  );
}

function Answer({ answer }: { readonly answer: SceneAnswer }) {
  const { value, of, caption, tone, facts, list, rows, none, note } = answer;
  return (
    <>
      <section className="wall-answer">
        <p className="wall-number">
          <strong data-testid="wall-value" data-tone={tone}>
            {value}
          </strong>{" "}
          <span data-testid="wall-of">{of}</span>
        </p>
        <p className="wall-caption">{caption}</p>
        <Facts facts={facts} />
        {note && <p className="wall-note">{note}</p>}
      </section>
      <section className="wall-list" aria-label={list}>
        <h2>{list}</h2>
        {rows.length > 0 ? <Rows rows={rows} /> : <p className="wall-none">{none}</p>}
      </section>
    </>
  );
}

function Instead({ told }: { readonly told: Exclude<SceneState, { kind: "ready" }> }) {
  const text = useText(wallText);
  if (told.kind === "loading") {
    return (
      <section className="wall-answer" aria-busy="true">
        <p className="wall-caption" role="status">
          {text.loading}
        </p>
      </section>
    );
  }
  const isForbidden = told.kind === "forbidden";
  return (
    <section className="wall-answer wall-instead" role="alert">
      <p className="wall-caption">{isForbidden ? text.forbidden : text.failed}</p>
      <p className="wall-note">{isForbidden ? text.forbiddenRemedy : told.remedy || text.failedRemedy}</p>
    </section>
  );
}

type Props = { readonly scene: SceneName; readonly told: SceneState; readonly timeZone: string };

/** What a scene says beside the map, in each of its states. */
export function SceneView({ scene, told, timeZone }: Props) {
  const text = useText(wallText);
  return (
    <>
      <h1 className="wall-scene">{text.scenes[scene]}</h1>
      <Standing told={told} timeZone={timeZone} />
      {told.kind === "ready" ? <Answer answer={told.answer} /> : <Instead told={told} />}
    </>
  );
}
