import { teams } from "#documents/volunteers/Teams.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { Entry } from "./Entry.tsx";
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
              <Entry key={team.id} href={`/teams/${team.id}`} title={team.name}>
                <span>
                  {team.kind} · {text.members(team.members)}
                </span>
                <b>{team.points}</b>
              </Entry>
            ))}
          </ol>
        )
      }
    </RemoteView>
  );
}
