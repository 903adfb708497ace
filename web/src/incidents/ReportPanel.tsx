import { type FormEvent, type ReactNode, useId, useMemo, useState } from "react";
import type { ReportableClassesQuery } from "#documents/documents.ts";
import { reportableClasses } from "#documents/incidents/ReportableClasses.ts";
import type { Position } from "#platform/api/parse.ts";
import { useQuery } from "#platform/api/useQuery.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/Link.tsx";
import { navigate } from "#platform/ui/location.ts";
import { meters } from "#platform/ui/numbers.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { SidePanel } from "#platform/ui/SidePanel.tsx";
import { ChosenPhotos } from "./ChosenPhotos.tsx";
import { useIncidents } from "./incidentStore.ts";
import { openNearby } from "./nearby.ts";
import { reportText } from "./reportText.ts";
import { uploads } from "./uploads.ts";
import { useReport } from "./useReport.ts";
import "./report.css";

type Classes = ReportableClassesQuery["incidentClasses"];

function ClassOptions({ of }: { readonly of: Classes }) {
  const text = useText(reportText);
  const language = useLanguage();
  const groups = [...new Set(of.map(({ group }) => group))];
  return groups.map((group) => {
    const members = of.filter((one) => one.group === group);
    return (
      <optgroup key={group} label={named(language, group, members[0]?.groupEn ?? null)}>
        {members.map(({ code, name, nameEn, urgency }) => (
          <option key={code} value={code}>
            {named(language, name, nameEn)}
            {urgency === "URGENT" ? ` · ${text.urgent}` : ""}
          </option>
        ))}
      </optgroup>
    );
  });
}

/** What is open around the place already. */
function Nearby({ at, classCode }: { readonly at: Position; readonly classCode: string }) {
  const text = useText(reportText);
  const language = useLanguage();
  const open = useIncidents((state) => state.book.open);
  const near = useMemo(() => openNearby(open.values(), at, classCode), [open, at, classCode]);
  if (near.length === 0) return null;
  return (
    <section className="report-near" aria-label={text.nearby}>
      <strong>{text.nearby}</strong>
      <p>{text.nearbyHint}</p>
      <ul className="plain-list">
        {near.map(({ incident, meters: away, isSameClass }) => (
          <li key={incident.id}>
            <Link href={`/incidents/${incident.number}`}>
              {named(language, incident.className, incident.classNameEn)}
            </Link>{" "}
            {text.away(meters(Math.round(away)))}
            {isSameClass && <b> · {text.same}</b>}
          </li>
        ))}
      </ul>
    </section>
  );
}

type PlaceProps = {
  readonly at: Position | null;
  readonly onMiddle: () => void;
  readonly onShow: (at: Position) => void;
  /** Another way to name the place, put into the form. */
  readonly search: ReactNode;
};

function PlaceField({ at, onMiddle, onShow, search }: PlaceProps) {
  const text = useText(reportText);
  return (
    <fieldset className="report-place">
      <legend>{text.place}</legend>
      <p role="status">{at === null ? text.placeHint : text.placed(at[0].toFixed(5), at[1].toFixed(5))}</p>
      <div className="report-ends">
        <button type="button" className="button" onClick={onMiddle}>
          {text.middle}
        </button>
        {at !== null && (
          <button type="button" className="button" onClick={() => onShow(at)}>
            {text.show}
          </button>
        )}
      </div>
      {search}
    </fieldset>
  );
}

type Props = PlaceProps;

function Form({ of, ...place }: Props & { readonly of: Classes }) {
  const { at } = place;
  const text = useText(reportText);
  const id = useId();
  const [classCode, setClass] = useState("");
  const [description, setDescription] = useState("");
  const [address, setAddress] = useState("");
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const [missing, setMissing] = useState(false);
  const [state, send] = useReport((number) => {
    // They go on their way while the card is open, which tells how far they are.
    uploads.add(number, photos);
    navigate(`/incidents/${number}`);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(at === null);
    if (at === null) return;
    void send({ classCode, description: description.trim(), address: address.trim(), position: at });
  };
  return (
    <form className="report-form" onSubmit={submit}>
      <PlaceField {...place} />
      {missing && at === null && <p role="alert">{text.noPlace}</p>}
      <label htmlFor={`${id}-class`}>{text.kind}</label>
      <select
        id={`${id}-class`}
        className="field"
        required
        value={classCode}
        onChange={(event) => setClass(event.target.value)}
      >
        <option value="">{text.chooseKind}</option>
        <ClassOptions of={of} />
      </select>
      <label htmlFor={`${id}-words`}>{text.description}</label>
      <textarea
        id={`${id}-words`}
        className="field"
        required
        rows={3}
        maxLength={2000}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
      <label htmlFor={`${id}-address`}>{text.address}</label>
      <input
        id={`${id}-address`}
        className="field"
        maxLength={300}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <ChosenPhotos id={`${id}-photos`} photos={photos} onChange={setPhotos} />
      {at !== null && <Nearby at={at} classCode={classCode} />}
      {state.kind === "refused" && (
        <p className="report-note" role="alert">
          <strong>{text.refused}</strong> {state.words}
        </p>
      )}
      {state.kind === "sending" && <p role="status">{state.words}</p>}
      <div className="report-ends">
        <button type="submit" className="button button-strong" disabled={state.kind === "sending"}>
          {text.send}
        </button>
      </div>
    </form>
  );
}

/** Reports an incident from the desk: where, what, and what is open there already, before anything is sent. */
export function ReportPanel(place: Props) {
  const text = useText(reportText);
  const [remote, retry] = useQuery(reportableClasses, {}, null);
  return (
    <SidePanel className="report" title={text.title} close={text.close}>
      <RemoteView remote={remote} onRetry={retry}>
        {({ incidentClasses }) => <Form of={incidentClasses} {...place} />}
      </RemoteView>
    </SidePanel>
  );
}
