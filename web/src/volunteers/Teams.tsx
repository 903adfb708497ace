import { teams } from "#documents/volunteers/Teams.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/Link.tsx";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { teamText } from "./teamText.ts";
import { volunteerText } from "./text.ts";

/** The teams with the most points. */
export function Teams() {
  const text = useText(volunteerText);
  const words = useText(teamText);
  const [remote, retry] = useQuery(teams, {}, null);
  return (
    <RemoteView remote={remote} onRetry={retry}>
      {({ volunteerTeams }) =>
        volunteerTeams.length === 0 ? (
          <p className="volunteer-quiet">{words.none}</p>
        ) : (
          <ol className="plain-list volunteer-list">
            {volunteerTeams.map((team) => (
              <li key={team.id}>
                <Link href={`/teams/${team.id}`} className="">
                  {team.name}
                  <small>
                    <span>
                      {team.kind} · {text.members(team.members)}
                    </span>
                    <b>{team.points}</b>
                  </small>
                </Link>
              </li>
            ))}
          </ol>
        )
      }
    </RemoteView>
  );
}
