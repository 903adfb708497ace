import { useState } from "react";
import { findVolunteers } from "#documents/volunteers/FindVolunteers.ts";
import { lower, toTime } from "#platform/api/convert.ts";
import { type Remote, useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Chips } from "#platform/ui/Chips.tsx";
import { serverNow } from "#platform/ui/now.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { SidePanel } from "#platform/ui/SidePanel.tsx";
import { momentOf } from "#platform/ui/time.ts";
import { Entry, Rest, VolunteerEntry } from "./Entry.tsx";
import { Teams } from "./Teams.tsx";
import { volunteerText } from "./text.ts";
import { arrangeActivities, arrangeWishes, type Volunteering } from "./volunteering.ts";
import "./volunteers.css";

const tabs = ["wishes", "activities", "leaders", "teams"] as const;
type Tab = (typeof tabs)[number];

type ListProps = { readonly of: Volunteering; readonly timeZone: string };

function Wishes({ of: { wishes }, timeZone }: ListProps) {
  const text = useText(volunteerText);
  const language = useLanguage();
  if (wishes.nodes.length === 0) return <p className="volunteer-quiet">{text.noWishes}</p>;
  return (
    <>
      <ul className="plain-list volunteer-list">
        {arrangeWishes(wishes.nodes).map((wish) => (
          <Entry key={wish.id} href={`/wishes/${wish.id}`} title={wish.title}>
            <span>{text.wishState[lower(wish.state)]}</span>
            <span>{momentOf(toTime(wish.madeAt), serverNow(), timeZone, language)}</span>
          </Entry>
        ))}
      </ul>
      <Rest total={wishes.totalCount} shown={wishes.nodes.length} />
    </>
  );
}

function Activities({ of: { activities }, timeZone }: ListProps) {
  const text = useText(volunteerText);
  const language = useLanguage();
  if (activities.nodes.length === 0) return <p className="volunteer-quiet">{text.noActivities}</p>;
  return (
    <>
      <ul className="plain-list volunteer-list">
        {arrangeActivities(activities.nodes).map((activity) => (
          <Entry key={activity.id} href={`/activities/${activity.id}`} title={activity.title}>
            <span>
              {text.activityState[lower(activity.state)]} · {text.places(activity.signupCount, activity.capacity)}
            </span>
            <span>{momentOf(toTime(activity.startsAt), serverNow(), timeZone, language)}</span>
          </Entry>
        ))}
      </ul>
      <Rest total={activities.totalCount} shown={activities.nodes.length} />
    </>
  );
}

function Leaders() {
  const text = useText(volunteerText);
  const [remote, retry] = useQuery(findVolunteers, { text: null, teamId: null }, null);
  return (
    <RemoteView remote={remote} onRetry={retry}>
      {({ volunteers }) =>
        volunteers.length === 0 ? (
          <p className="volunteer-quiet">{text.nobody}</p>
        ) : (
          <ol className="plain-list volunteer-list">
            {volunteers.map((volunteer) => (
              <VolunteerEntry key={volunteer.id} of={volunteer}>
                <span>{volunteer.team.name}</span>
              </VolunteerEntry>
            ))}
          </ol>
        )
      }
    </RemoteView>
  );
}

type Props = {
  readonly remote: Remote<Volunteering>;
  readonly onRetry: () => void;
  readonly timeZone: string;
};

/** What volunteers are doing and what is wished for now, and who has earned most. */
export function VolunteerPanel({ remote, onRetry, timeZone }: Props) {
  const text = useText(volunteerText);
  const [tab, setTab] = useState<Tab>("wishes");
  return (
    <SidePanel className="volunteer-panel" title={text.title} close={text.close}>
      <Chips
        legend={<legend className="visually-hidden">{text.title}</legend>}
        of={tabs}
        name={(one) => text[one]}
        isChosen={(one) => one === tab}
        onChoose={setTab}
      />
      {tab === "leaders" && <Leaders />}
      {tab === "teams" && <Teams />}
      {(tab === "wishes" || tab === "activities") && (
        <RemoteView remote={remote} onRetry={onRetry}>
          {(of) =>
            tab === "wishes" ? <Wishes of={of} timeZone={timeZone} /> : <Activities of={of} timeZone={timeZone} />
          }
        </RemoteView>
      )}
    </SidePanel>
  );
}
