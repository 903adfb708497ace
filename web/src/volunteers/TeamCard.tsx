import { teamCard } from "#documents/volunteers/TeamCard.ts";
import { lower, toTime } from "#platform/api/convert.ts";
import { part, useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Facts } from "#platform/ui/Facts.tsx";
import { serverNow } from "#platform/ui/now.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { momentOf } from "#platform/ui/time.ts";
import { Entry, Rest, VolunteerEntry } from "./Entry.tsx";
import { teamText } from "./teamText.ts";
import { volunteerText } from "./text.ts";
import "./volunteers.css";

type Props = { readonly id: string; readonly timeZone: string; readonly revision: number };

/** A team: who is in it, what all of them have earned and served, and what it does. */
export function TeamCard({ id, timeZone, revision }: Props) {
  const text = useText(volunteerText);
  const words = useText(teamText);
  const language = useLanguage();
  const [remote, retry] = useQuery(teamCard, { id }, revision);
  return (
    <RemoteView
      remote={part(remote, ({ volunteerTeam, ...rest }) =>
        volunteerTeam === null ? null : { team: volunteerTeam, ...rest },
      )}
      onRetry={retry}
    >
      {({ team, volunteers, activities }) => (
        <>
          <header className="card-title">
            <h2>{team.name}</h2>
            <p className="card-code">{team.kind}</p>
          </header>
          <Facts
            facts={[
              { name: words.members, value: text.members(team.members) },
              { name: text.points, value: <b>{team.points}</b> },
              { name: text.service, value: text.hours((team.serviceMinutes / 60).toFixed(1)) },
            ]}
          />
          <h3>{text.activities}</h3>
          {activities.nodes.length === 0 && <p className="volunteer-quiet">{words.noActivities}</p>}
          <ul className="plain-list volunteer-list">
            {activities.nodes.map((activity) => (
              <Entry key={activity.id} href={`/activities/${activity.id}`} title={activity.title}>
                <span>{text.activityState[lower(activity.state)]}</span>
                <span>{momentOf(toTime(activity.startsAt), serverNow(), timeZone, language)}</span>
              </Entry>
            ))}
          </ul>
          <Rest total={activities.totalCount} shown={activities.nodes.length} />
          <h3>{words.members}</h3>
          <ol className="plain-list volunteer-list">
            {volunteers.map((volunteer) => (
              <VolunteerEntry key={volunteer.id} of={volunteer} />
            ))}
          </ol>
          <Rest total={team.members} shown={volunteers.length} />
        </>
      )}
    </RemoteView>
  );
}
