import { useEffect, useState } from "react";
import type { ActivityCardQuery } from "#documents/documents.ts";
import { activityCard } from "#documents/volunteers/ActivityCard.ts";
import { cancelActivity } from "#documents/volunteers/CancelActivity.ts";
import { checkInVolunteer } from "#documents/volunteers/CheckInVolunteer.ts";
import { finishActivity } from "#documents/volunteers/FinishActivity.ts";
import { signUp } from "#documents/volunteers/SignUp.ts";
import { useMay } from "#platform/access/access.ts";
import { lower, toPosition, toTime } from "#platform/api/convert.ts";
import type { Position } from "#platform/api/parse.ts";
import { query } from "#platform/api/query.ts";
import { type Perform, usePerform } from "#platform/api/usePerform.ts";
import { part } from "#platform/api/useQuery.ts";
import { useReread } from "#platform/api/useReread.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Facts } from "#platform/ui/Facts.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { serverNow } from "#platform/ui/now.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { momentOf, shortTime } from "#platform/ui/time.ts";
import { Complaint, Sure } from "./Complaint.tsx";
import { volunteerText } from "./text.ts";
import { VolunteerPicker } from "./VolunteerPicker.tsx";
import "./volunteers.css";

type Activity = NonNullable<ActivityCardQuery["activity"]>;

const activityOf = (answer: ActivityCardQuery) => answer.activity;

type SignupsProps = { readonly of: Activity; readonly deed: Perform | null; readonly busy: boolean };

function Signups({ of, deed, busy }: SignupsProps) {
  const text = useText(volunteerText);
  const canCheckIn = deed !== null && (of.state === "PUBLISHED" || of.state === "RUNNING");
  const checkIn = (volunteerId: string) =>
    void deed?.(() => query(checkInVolunteer, { input: { activityId: of.id, volunteerId, position: of.position } }));
  return (
    <>
      <h3>
        {text.signedUp} {text.places(of.signupCount, of.capacity)}
      </h3>
      {of.signups.length === 0 && <p className="volunteer-quiet">{text.noSignups}</p>}
      <ul className="plain-list volunteer-choices">
        {of.signups.map(({ volunteer, checkedInAt, minutes }) => (
          <li key={volunteer.id}>
            <Link href={`/volunteers/${volunteer.id}`}>{volunteer.name}</Link>
            {minutes !== null && <span>{text.minutes(minutes)}</span>}
            {minutes === null && checkedInAt !== null && <span className="volunteer-there">✓ {text.checkedIn}</span>}
            {canCheckIn && checkedInAt === null && (
              <button
                type="button"
                className="button"
                disabled={busy}
                aria-label={text.checkInOf(volunteer.name)}
                onClick={() => checkIn(volunteer.id)}
              >
                {text.checkIn}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

type BodyProps = {
  readonly of: Activity;
  readonly timeZone: string;
  readonly refresh: () => void;
  readonly onLocated: (position: Position) => void;
};

function Body({ of, timeZone, refresh, onLocated }: BodyProps) {
  const text = useText(volunteerText);
  const language = useLanguage();
  const may = useMay("manage_volunteers");
  const [deed, { busy, complaint }] = usePerform(refresh);
  const [choosing, setChoosing] = useState(false);
  const { longitude, latitude } = of.position;
  useEffect(() => onLocated(toPosition({ longitude, latitude })), [longitude, latitude, onLocated]);
  const open = of.state === "PUBLISHED" || of.state === "RUNNING";
  const starts = momentOf(toTime(of.startsAt), serverNow(), timeZone, language);
  const join = async (volunteerId: string) => {
    if (await deed(() => query(signUp, { input: { activityId: of.id, volunteerId } }))) setChoosing(false);
  };
  return (
    <>
      <header className="card-title">
        <h2>{of.title}</h2>
        <p className="card-code">{of.kind}</p>
      </header>
      <div className="card-status">
        <span className={open ? "tag tag-on" : "tag tag-off"}>{text.activityState[lower(of.state)]}</span>
        <span className="tag">{text.places(of.signupCount, of.capacity)}</span>
      </div>
      <Facts
        facts={[
          { name: text.time, value: `${starts} – ${shortTime(toTime(of.endsAt), timeZone)}` },
          { name: text.address, value: of.address },
          {
            name: text.team,
            value: (
              <>
                <Link href={`/teams/${of.team.id}`}>{of.team.name}</Link> · {text.members(of.team.members)}
              </>
            ),
          },
        ]}
      />
      <Complaint words={complaint} />
      {open && may && !choosing && (
        <div className="volunteer-deeds">
          {of.signupCount < of.capacity && (
            <button type="button" className="button button-strong" disabled={busy} onClick={() => setChoosing(true)}>
              {text.signUp}
            </button>
          )}
          {toTime(of.startsAt) <= serverNow() && (
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={() => void deed(() => query(finishActivity, { input: { id: of.id } }))}
            >
              {text.finish}
            </button>
          )}
          <Sure
            words={text.cancelActivity}
            busy={busy}
            onSure={() => void deed(() => query(cancelActivity, { input: { id: of.id } }))}
          />
        </div>
      )}
      {open && !may && <p className="volunteer-quiet">{text.lookOnly}</p>}
      {choosing && (
        <VolunteerPicker
          title={text.whoSigns}
          teamId={of.team.id}
          confirm={text.signUp}
          busy={busy}
          onChoose={(id) => void join(id)}
          onBack={() => setChoosing(false)}
        />
      )}
      <Signups of={of} deed={may ? deed : null} busy={busy} />
    </>
  );
}

type Props = Pick<BodyProps, "timeZone" | "onLocated"> & { readonly id: string; readonly revision: number };

/** An activity: when, where, whose, who has signed up and who is there; and what the reader may do with it. */
export function ActivityCard({ id, revision, ...shown }: Props) {
  const [remote, retry, refresh] = useReread(activityCard, { id }, revision);
  return (
    <RemoteView remote={part(remote, activityOf)} onRetry={retry}>
      {(of) => <Body of={of} refresh={refresh} {...shown} />}
    </RemoteView>
  );
}
