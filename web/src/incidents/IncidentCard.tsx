import { useEffect, useMemo, useState } from "react";
import type { IncidentCardQuery, IncidentDetailFragment } from "#documents/documents.ts";
import { incidentCard } from "#documents/incidents/IncidentCard.ts";
import type { Position } from "#platform/api/parse.ts";
import { part, useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { Facts } from "#platform/ui/Facts.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { serverNow } from "#platform/ui/now.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { momentOf } from "#platform/ui/time.ts";
import { Assignments } from "./Assignments.tsx";
import { Deadline } from "./Deadline.tsx";
import { IncidentActions } from "./IncidentActions.tsx";
import { isOpen, severityOf, toIncident } from "./incident.ts";
import { markSeen, useIncidents } from "./incidentStore.ts";
import { isAtOnce, later } from "./moves.ts";
import { Photos } from "./Photos.tsx";
import { SeverityMark } from "./Severity.tsx";
import { Timeline } from "./Timeline.tsx";
import { incidentText, sourceName } from "./text.ts";
import { useUploads } from "./uploads.ts";
import { useMove } from "./useMove.ts";

/** The key people use; links may name it or the id. */
const isNumber = /^\d{8}-\d+$/;

type Props = {
  readonly id: string;
  /** The action that the address names. */
  readonly action: string | null;
  readonly timeZone: string;
  readonly onLocated: (position: Position) => void;
};

const incidentOf = (answer: IncidentCardQuery) => answer.incident;

type BodyProps = { readonly read: IncidentDetailFragment } & Omit<Props, "id">;

function Body({ read, action, timeZone, onLocated }: BodyProps) {
  const text = useText(incidentText);
  const language = useLanguage();
  const [told, setTold] = useState<IncidentDetailFragment | null>(null);
  const known = later(read, told);
  const move = useMove(known, setTold);
  const { progress } = move;
  const foreseen = progress.kind === "sending" && isAtOnce(progress.offer) ? progress.offer.to : null;
  const stands = toIncident(known);
  const of = foreseen === null ? stands : { ...stands, step: foreseen };
  const [longitude, latitude] = of.position;
  const moment = (at: number | null) => (at === null ? "—" : momentOf(at, serverNow(), timeZone, language));
  useEffect(() => {
    onLocated([longitude, latitude]);
    markSeen([of.id]);
  }, [onLocated, longitude, latitude, of.id]);
  const severity = severityOf(of, serverNow());
  return (
    <>
      <header className="card-title">
        <h2>{named(language, of.className, of.classNameEn)}</h2>
        <p className="card-code">{of.number}</p>
      </header>
      <div className="card-status">
        <span className={`tag tag-${severity}`}>
          <SeverityMark severity={severity} size={13} /> {text.severity[severity]}
        </span>
        <span className="tag">{text.step[of.step]}</span>
        {isOpen(of.step) && <Deadline of={of} />}
      </div>
      <p className="card-text">{of.description}</p>
      <IncidentActions known={known} of={of} action={action} move={move} timeZone={timeZone} />
      <Facts
        facts={[
          { name: text.address, value: of.address ?? "—" },
          {
            name: text.grid,
            value:
              of.gridId === null ? (
                text.outside
              ) : (
                <Link href={`/areas/${of.gridId}`}>{of.gridName ?? of.gridCode}</Link>
              ),
          },
          { name: text.community, value: of.communityName ?? "—" },
          { name: text.reportedAt, value: moment(of.reportedAt) },
          { name: text.dueAt, value: moment(of.dueAt) },
          { name: text.from, value: sourceName(text.source, of.source) },
        ]}
      />
      <Photos incident={of.number} photos={known.attachments} timeZone={timeZone} />
      <h3>{text.timeline}</h3>
      <Timeline step={of.step} history={known.steps} timeZone={timeZone} />
      {known.assignments.length > 0 && <Assignments of={known.assignments} timeZone={timeZone} />}
    </>
  );
}

/** One incident: what, where, how urgent, and how far the six steps have come. It follows the live feed. */
export function IncidentCard({ id, action, timeZone, onLocated }: Props) {
  const live = useIncidents(
    ({ book }) => book.open.get(id) ?? [...book.open.values()].find((item) => item.number === id),
  );
  const key = isNumber.test(id) ? { number: id } : { id };
  const added = useUploads((state) => state.added);
  const revision = useMemo(() => ({ live, added }), [live, added]);
  const [remote, retry] = useQuery(incidentCard, key, revision);
  return (
    <RemoteView remote={part(remote, incidentOf)} onRetry={retry}>
      {(read) => <Body read={read} action={action} timeZone={timeZone} onLocated={onLocated} />}
    </RemoteView>
  );
}
