import type { VolunteerCardQuery } from "#documents/documents.ts";
import { volunteerCard } from "#documents/volunteers/VolunteerCard.ts";
import { toTime } from "#platform/api/convert.ts";
import { part, useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Facts } from "#platform/ui/Facts.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { serverNow } from "#platform/ui/now.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { momentOf } from "#platform/ui/time.ts";
import { Stars } from "./Stars.tsx";
import { volunteerText } from "./text.ts";
import "./volunteers.css";

type Volunteer = NonNullable<VolunteerCardQuery["volunteer"]>;

const volunteerOf = (answer: VolunteerCardQuery) => answer.volunteer;

function Ledger({ of, timeZone }: { readonly of: Volunteer["ledger"]; readonly timeZone: string }) {
  const text = useText(volunteerText);
  const language = useLanguage();
  if (of.length === 0) return <p className="volunteer-quiet">{text.noLedger}</p>;
  return (
    <ul className="plain-list volunteer-ledger">
      {of.map((entry) => (
        <li key={`${entry.at} ${entry.reason}`}>
          <b>
            {entry.points > 0 ? "+" : ""}
            {entry.points}
          </b>
          <span>{entry.reason}</span>
          <small>
            {momentOf(toTime(entry.at), serverNow(), timeZone, language)}
            {entry.ruleVersion !== null && ` · ${text.rule(entry.ruleVersion)}`}
          </small>
        </li>
      ))}
    </ul>
  );
}

type Props = { readonly id: string; readonly timeZone: string; readonly revision: number };

/** A volunteer: team, stars and points, and what the points are for. */
export function VolunteerCard({ id, timeZone, revision }: Props) {
  const text = useText(volunteerText);
  const [remote, retry] = useQuery(volunteerCard, { id }, revision);
  return (
    <RemoteView remote={part(remote, volunteerOf)} onRetry={retry}>
      {({ name, stars, points, serviceMinutes, team, ledger }) => (
        <>
          <header className="card-title">
            <h2>{name}</h2>
            <p className="card-code">
              {team.name} · {team.kind}
            </p>
          </header>
          <div className="card-status">
            <Stars count={stars} />
          </div>
          <Facts
            facts={[
              { name: text.points, value: <b>{points}</b> },
              { name: text.service, value: text.hours((serviceMinutes / 60).toFixed(1)) },
              {
                name: text.team,
                value: (
                  <>
                    <Link href={`/teams/${team.id}`}>{team.name}</Link> · {text.members(team.members)}
                  </>
                ),
              },
            ]}
          />
          <h3>{text.ledger}</h3>
          <Ledger of={ledger} timeZone={timeZone} />
        </>
      )}
    </RemoteView>
  );
}
