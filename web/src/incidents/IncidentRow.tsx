import { memo } from "react";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { Link } from "#platform/ui/Link.tsx";
import { serverNow, useQuarterMinute } from "#platform/ui/now.ts";
import { momentOf } from "#platform/ui/time.ts";
import { Deadline } from "./Deadline.tsx";
import { type Incident, severityOf } from "./incident.ts";
import { hoverIncident, markSeen, useIncidents } from "./incidentStore.ts";
import { SeverityMark } from "./Severity.tsx";
import { incidentText } from "./text.ts";

type Props = {
  readonly incident: Incident;
  readonly fresh: boolean;
  readonly selected: boolean;
  readonly timeZone: string;
};

function RowMark({ of }: { readonly of: Incident }) {
  return <SeverityMark severity={severityOf(of, useQuarterMinute())} size={18} />;
}

export const IncidentRow = memo(function IncidentRow({ incident, fresh, selected, timeZone }: Props) {
  const text = useText(incidentText);
  const language = useLanguage();
  const now = serverNow();
  const hovered = useIncidents((state) => state.hovered === incident.id);
  const look = (id: string | null) => () => {
    hoverIncident(id);
    if (id !== null && fresh) markSeen([id]);
  };
  const classes = ["row", fresh ? "row-fresh" : "", hovered ? "row-hovered" : "", selected ? "row-selected" : ""].join(
    " ",
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only highlights; the link inside is the control
    <div
      className={classes}
      onMouseEnter={look(incident.id)}
      onMouseLeave={look(null)}
      onFocus={look(incident.id)}
      onBlur={look(null)}
    >
      <Link href={`/incidents/${incident.number}`} className="row-link">
        <RowMark of={incident} />
        <span className="row-line">
          <span className="row-title">
            {fresh && <span className="row-new">{text.isNew}</span>}
            {named(language, incident.className, incident.classNameEn)}
          </span>
          <Deadline of={incident} />
        </span>
        <span className="row-line row-below">
          <span className="row-sub">{incident.address ?? incident.gridName ?? incident.description}</span>
          <span>
            {text.step[incident.step]} · {momentOf(incident.reportedAt, now, timeZone, language)}
          </span>
        </span>
      </Link>
    </div>
  );
});
