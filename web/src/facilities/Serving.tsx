import { lower } from "#platform/api/convert.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { named, useText } from "#platform/i18n/text.ts";
import { openingLines } from "./openingHours.ts";
import { facilityText } from "./text.ts";

type Named = {
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: { readonly name: string; readonly nameEn: string };
};

/** What it is called, what it is, and whether somebody is served there. */
export function Head({ of }: { readonly of: Named & Serving }) {
  const language = useLanguage();
  return (
    <>
      <header className="card-title">
        <h2>{named(language, of.name, of.nameEn)}</h2>
        <p className="card-code">{named(language, of.kind.name, of.kind.nameEn)}</p>
      </header>
      <div className="card-status">
        <OpenState of={of} />
      </div>
    </>
  );
}

type Serving = { readonly status: "OPEN" | "SUSPENDED" | "CLOSED"; readonly isOpen: boolean | null };

/** Whether somebody is served there at the moment that is shown. */
function OpenState({ of: { status, isOpen } }: { readonly of: Serving }) {
  const text = useText(facilityText);
  if (status !== "OPEN") return <span className="tag tag-off">✕ {text[lower(status)]}</span>;
  if (isOpen === null) return null;
  return isOpen ? (
    <span className="tag tag-on">● {text.openNow}</span>
  ) : (
    <span className="tag tag-off">○ {text.closedNow}</span>
  );
}

/** Opening hours, a line for each rule. */
export function Hours({ hours }: { readonly hours: string }) {
  const language = useLanguage();
  return (
    <>
      {openingLines(hours, language).map((line) => (
        <span key={line} className="line">
          {line}
        </span>
      ))}
    </>
  );
}

type Offered = {
  readonly service: { readonly code: string; readonly name: string; readonly nameEn: string };
  readonly openingHours: string | null;
};

/** What is offered, with the hours of those that have their own. */
export function Services({ offered }: { readonly offered: readonly Offered[] }) {
  const text = useText(facilityText);
  const language = useLanguage();
  return (
    <>
      <h3>{offered.length > 0 ? text.services(offered.length) : text.noServices}</h3>
      <ul className="services">
        {offered.map(({ service, openingHours }) => (
          <li key={service.code}>
            {named(language, service.name, service.nameEn)}
            {openingHours !== null && <small> {openingLines(openingHours, language).join("；")}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}
