import { coverageUnlinkable } from "#documents/coverage/CoverageUnlinkable.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { count } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import type { Question } from "./question.ts";
import { coverageText } from "./text.ts";
import { inputOf } from "./useCoverage.ts";

type Props = {
  readonly question: Question;
  readonly revision: number;
  readonly onShow: (longitude: number, latitude: number) => void;
};

/** What no way leads to, by name and why: somebody has to go and look. */
export function Unlinkable({ question, revision, onShow }: Props) {
  const text = useText(coverageText);
  const [remote, retry] = useQuery(coverageUnlinkable, { input: { ...inputOf(question), changes: null } }, revision);
  return (
    <section aria-label={text.unlinkableList}>
      <RemoteView remote={remote} onRetry={retry}>
        {({ coverage: { facilitiesOff, unlinkable } }) => (
          <>
            <p className="coverage-quiet">
              {unlinkable.totalCount + facilitiesOff.length === 0
                ? text.allLinked
                : text.unlinkableOf(unlinkable.totalCount, facilitiesOff.length)}
            </p>
            <ol className="coverage-list">
              {facilitiesOff.map(({ facilityId, name, position }) => (
                <li key={`facility-${facilityId}`}>
                  <button type="button" onClick={() => onShow(position.longitude, position.latitude)}>
                    <span>
                      <b>{name}</b>
                      <small>{text.facilityOff}</small>
                    </span>
                  </button>
                </li>
              ))}
              {unlinkable.nodes.map(({ id, name, community, people, reason, position }) => (
                <li key={id}>
                  <button type="button" onClick={() => onShow(position.longitude, position.latitude)}>
                    <span>
                      <b>{name}</b>
                      <small>
                        {community ?? "—"} · {text.why[reason as keyof typeof text.why] ?? reason}
                      </small>
                    </span>
                    <strong>{count(people)}</strong>
                  </button>
                </li>
              ))}
            </ol>
          </>
        )}
      </RemoteView>
    </section>
  );
}
