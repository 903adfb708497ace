import { useState } from "react";
import type { IndicatorListQuery } from "#documents/documents.ts";
import { indicatorList } from "#documents/indicators/IndicatorList.ts";
import { toTime } from "#platform/api/convert.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { Chips } from "#platform/ui/Chips.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { serverNow } from "#platform/ui/now.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { duration, momentOf } from "#platform/ui/time.ts";
import { type Asked, type Kind, kinds, type Period, pathOf } from "./address.ts";
import { indicatorText } from "./text.ts";

type Item = IndicatorListQuery["indicatorItems"]["nodes"][number];

type RowProps = { readonly of: Item; readonly kind: Kind; readonly timeZone: string };

function nameOf(item: Item, language: "zh" | "en", unknown: string) {
  const { incident, patrolPoint, grid } = item;
  if (incident !== null)
    return {
      href: `/incidents/${incident.number}`,
      words: named(language, incident.class.name, incident.class.nameEn),
      more: incident.number,
    };
  if (patrolPoint !== null) return { href: `/patrol-points/${patrolPoint.id}`, words: patrolPoint.name, more: null };
  if (grid !== null) return { href: `/areas/${grid.id}`, words: grid.name ?? grid.code, more: null };
  return { href: null, words: unknown, more: null };
}

/** How it counts: a word and a sign, and how much of it where that is more than yes or no. */
function Result({ of, kind }: Omit<RowProps, "timeZone">) {
  const text = useText(indicatorText);
  const language = useLanguage();
  const counts = of.numerator === of.denominator;
  const isGood = kind === "rework" ? !counts : counts;
  const words = counts ? text.counted[kind] : text.uncounted[kind];
  return (
    <b className={isGood ? "indicator-good" : "indicator-bad"}>
      {isGood ? "✓" : "▲"}{" "}
      {kind === "presence"
        ? text.minutes(of.numerator, of.denominator)
        : of.seconds === null
          ? words
          : duration(of.seconds * 1000, language)}
    </b>
  );
}

function Row({ of, kind, timeZone }: RowProps) {
  const text = useText(indicatorText);
  const language = useLanguage();
  const { href, words, more } = nameOf(of, language, text.unknown);
  const place = of.grid === null || of.incident === null ? null : (of.grid.name ?? of.grid.code);
  const inside = (
    <>
      <span>{words}</span>
      <Result of={of} kind={kind} />
      <small>
        <span>{[more, place].filter((part) => part !== null).join(" · ")}</span>
        <span>{momentOf(toTime(of.at), serverNow(), timeZone, language)}</span>
      </small>
    </>
  );
  return (
    <li>
      {href === null ? (
        <div className="indicator-item">{inside}</div>
      ) : (
        <Link href={href} className="indicator-item">
          {inside}
        </Link>
      )}
    </li>
  );
}

type PageProps = {
  readonly kind: Kind;
  readonly period: Period;
  readonly isCounted: boolean | null;
  readonly after: string | null;
  readonly isLast: boolean;
  readonly onMore: (after: string) => void;
  readonly timeZone: string;
};

function Page({ kind, period, isCounted, after, isLast, onMore, timeZone }: PageProps) {
  const text = useText(indicatorText);
  const [remote, retry] = useQuery(indicatorList, { indicator: kinds[kind], ...period, isCounted, after }, null);
  return (
    <RemoteView remote={remote} onRetry={retry}>
      {({ indicatorItems: { nodes, pageInfo } }) =>
        nodes.length === 0 && after === null ? (
          <p className="hint" role="status">
            {text.empty}
          </p>
        ) : (
          <>
            <ul className="plain-list indicator-list">
              {nodes.map((item, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a page is read once and does not change
                <Row key={index} of={item} kind={kind} timeZone={timeZone} />
              ))}
            </ul>
            {isLast && pageInfo.hasNextPage && (
              <button type="button" className="button" onClick={() => onMore(pageInfo.endCursor ?? "")}>
                {text.more}
              </button>
            )}
          </>
        )
      }
    </RemoteView>
  );
}

const choices = [null, true, false] as const;

type Props = {
  readonly asked: Asked & { readonly kind: Kind };
  readonly period: Period;
  readonly timeZone: string;
};

/** What stands behind a number, a page at a time: all of it, what counts, or what does not. */
export function IndicatorList({ asked: { days, kind }, period, timeZone }: Props) {
  const text = useText(indicatorText);
  const [isCounted, setCounted] = useState<boolean | null>(null);
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  const words = (choice: boolean | null) =>
    choice === null ? text.all : choice ? text.counted[kind] : text.uncounted[kind];
  return (
    <section aria-label={text.listOf(text.kind[kind])}>
      <Link href={pathOf({ days, kind: null })}>‹ {text.back}</Link>
      <h2>{text.kind[kind]}</h2>
      <p className="hint">{text.means[kind]}</p>
      <Chips
        legend={<legend className="visually-hidden">{text.show}</legend>}
        of={choices}
        name={words}
        isChosen={(choice) => choice === isCounted}
        onChoose={(choice) => {
          setCounted(choice);
          setPages([null]);
        }}
      />
      {pages.map((after, index) => (
        <Page
          key={`${isCounted}/${after}`}
          kind={kind}
          period={period}
          isCounted={isCounted}
          after={after}
          isLast={index === pages.length - 1}
          onMore={(next) => setPages([...pages, next])}
          timeZone={timeZone}
        />
      ))}
    </section>
  );
}
