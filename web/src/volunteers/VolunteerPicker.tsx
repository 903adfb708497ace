import { useEffect, useState } from "react";
import { findVolunteers } from "#documents/volunteers/FindVolunteers.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useText } from "#platform/i18n/text.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { Stars } from "./Stars.tsx";
import { volunteerText } from "./text.ts";

type Props = {
  readonly title: string;
  /** Those of one team; null for anybody. */
  readonly teamId: string | null;
  readonly confirm: string;
  readonly busy: boolean;
  readonly onChoose: (volunteerId: string) => void;
  readonly onBack: () => void;
};

/** Somebody by name, those with the most points first. */
export function VolunteerPicker({ title, teamId, confirm, busy, onChoose, onBack }: Props) {
  const text = useText(volunteerText);
  const [typed, setTyped] = useState("");
  const [name, setName] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setName(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const [remote, retry] = useQuery(findVolunteers, { text: name === "" ? null : name, teamId }, null);
  return (
    <section className="volunteer-picker" aria-label={title}>
      <h3>{title}</h3>
      <input
        type="search"
        className="field"
        aria-label={text.findVolunteer}
        placeholder={text.findVolunteer}
        maxLength={64}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <RemoteView remote={remote} onRetry={retry}>
        {({ volunteers }) =>
          volunteers.length === 0 ? (
            <p className="volunteer-quiet">{text.nobody}</p>
          ) : (
            <ul className="plain-list volunteer-choices">
              {volunteers.map((volunteer) => (
                <li key={volunteer.id}>
                  <span>
                    {volunteer.name} <Stars count={volunteer.stars} />
                    <small>{volunteer.team.name}</small>
                  </span>
                  <button type="button" className="button" disabled={busy} onClick={() => onChoose(volunteer.id)}>
                    {confirm}
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </RemoteView>
      <button type="button" className="button" onClick={onBack}>
        {text.back}
      </button>
    </section>
  );
}
