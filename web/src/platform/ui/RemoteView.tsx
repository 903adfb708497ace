import { type ReactNode, useEffect } from "react";
import type { ReadError } from "#platform/api/readJson.ts";
import type { Remote } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { Icon } from "./Icon.tsx";
import { uiText } from "./text.ts";

function Skeleton() {
  const text = useText(uiText);
  return (
    <div className="skeleton" role="status" aria-label={text.loading}>
      <span style={{ width: "62%" }} />
      <span style={{ width: "88%" }} />
      <span style={{ width: "74%" }} />
      <span style={{ width: "40%" }} />
    </div>
  );
}

function Failure({ error, onRetry }: { readonly error: ReadError; readonly onRetry: () => void }) {
  const text = useText(uiText);
  const language = useLanguage();
  const away = error.status === 0;
  const pause = away ? 4 : error.retryAfter;
  useEffect(() => {
    if (pause === null) return;
    const timer = setInterval(onRetry, pause * 1000);
    return () => clearInterval(timer);
  }, [pause, onRetry]);
  const title = away ? text.unreachable : error.status === 404 ? text.notFound : text.failed;
  const said = worded(language, error);
  const remedy = away ? text.unreachableRemedy : error.status === 404 ? text.notFoundRemedy : said;
  return (
    <div className="failure" role="alert">
      <Icon name="alert" size={28} />
      <strong>{title}</strong>
      <p>{remedy}</p>
      {error.status !== 404 && (
        <button type="button" className="button" onClick={onRetry}>
          {text.retry}
        </button>
      )}
    </div>
  );
}

type Props<T> = {
  readonly remote: Remote<T>;
  readonly onRetry: () => void;
  readonly children: (value: T) => ReactNode;
};

/** Something read from the server, in each of its states. */
export function RemoteView<T>({ remote, onRetry, children }: Props<T>) {
  switch (remote.kind) {
    case "loading":
      return <Skeleton />;
    case "failed":
      return <Failure error={remote.error} onRetry={onRetry} />;
    case "ready":
      return children(remote.value);
  }
}
