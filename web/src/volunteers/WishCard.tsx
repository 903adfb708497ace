import { useEffect, useState } from "react";
import type { WishCardQuery } from "#documents/documents.ts";
import { claimWish } from "#documents/volunteers/ClaimWish.ts";
import { dispatchWish } from "#documents/volunteers/DispatchWish.ts";
import { finishWish } from "#documents/volunteers/FinishWish.ts";
import { giveBackWish } from "#documents/volunteers/GiveBackWish.ts";
import { rateWish } from "#documents/volunteers/RateWish.ts";
import { wishCard } from "#documents/volunteers/WishCard.ts";
import { withdrawWish } from "#documents/volunteers/WithdrawWish.ts";
import { useMay } from "#platform/access/access.ts";
import { lower, toPosition, toTime } from "#platform/api/convert.ts";
import type { Position } from "#platform/api/parse.ts";
import { query } from "#platform/api/query.ts";
import { type Perform, usePerform } from "#platform/api/usePerform.ts";
import { part } from "#platform/api/useQuery.ts";
import { useReread } from "#platform/api/useReread.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { type Fact, Facts } from "#platform/ui/Facts.tsx";
import { Link } from "#platform/ui/Link.tsx";
import { serverNow } from "#platform/ui/now.ts";
import { RemoteView } from "#platform/ui/RemoteView.tsx";
import { momentOf } from "#platform/ui/time.ts";
import { Complaint, Sure } from "./Complaint.tsx";
import { Stars } from "./Stars.tsx";
import { volunteerText } from "./text.ts";
import { VolunteerPicker } from "./VolunteerPicker.tsx";
import "./volunteers.css";

type Wish = NonNullable<WishCardQuery["wish"]>;

const wishOf = (answer: WishCardQuery) => answer.wish;
const finished: ReadonlySet<Wish["state"]> = new Set(["RATED", "WITHDRAWN"]);

type DeedsProps = { readonly of: Wish; readonly deed: Perform; readonly busy: boolean; readonly onClaim: () => void };

/** The way forward first; what takes something back last. */
function Deeds({ of: { id, state }, deed, busy, onClaim }: DeedsProps) {
  const text = useText(volunteerText);
  const input = { input: { id } };
  const button = (words: string, onClick: () => void) => (
    <button type="button" className="button button-strong" disabled={busy} onClick={onClick}>
      {words}
    </button>
  );
  const withdraw = (
    <Sure words={text.withdraw} busy={busy} onSure={() => void deed(() => query(withdrawWish, input))} />
  );
  switch (state) {
    case "MADE":
      return (
        <>
          {button(text.dispatch, () => void deed(() => query(dispatchWish, input)))}
          {withdraw}
        </>
      );
    case "DISPATCHED":
      return (
        <>
          {button(text.claim, onClaim)}
          {withdraw}
        </>
      );
    case "CLAIMED":
      return (
        <>
          {button(text.fulfilled, () => void deed(() => query(finishWish, input)))}
          <Sure words={text.giveBack} busy={busy} onSure={() => void deed(() => query(giveBackWish, input))} />
        </>
      );
    case "DONE":
      return (
        <fieldset className="volunteer-rating">
          <legend>{text.rate}</legend>
          {[1, 2, 3, 4, 5].map((rating) => (
            <button
              key={rating}
              type="button"
              className="button"
              disabled={busy}
              aria-label={text.stars(rating)}
              onClick={() => void deed(() => query(rateWish, { input: { id, rating } }))}
            >
              {rating} ★
            </button>
          ))}
        </fieldset>
      );
    default:
      return null;
  }
}

type BodyProps = {
  readonly of: Wish;
  readonly timeZone: string;
  readonly refresh: () => void;
  readonly onLocated: (position: Position) => void;
};

function factsOf(of: Wish, text: ReturnType<typeof useText<typeof volunteerText.zh>>, made: string): readonly Fact[] {
  const { claim } = of;
  if (claim === null) return [{ name: text.made, value: made }];
  const { volunteer, rating } = claim;
  return [
    { name: text.made, value: made },
    {
      name: text.claimedBy,
      value: (
        <>
          <Link href={`/volunteers/${volunteer.id}`}>{volunteer.name}</Link> <Stars count={volunteer.stars} />
          <br />
          {volunteer.team.name}
        </>
      ),
    },
    ...(rating === null ? [] : [{ name: text.rating, value: <Stars count={rating} /> }]),
  ];
}

function Body({ of, timeZone, refresh, onLocated }: BodyProps) {
  const text = useText(volunteerText);
  const language = useLanguage();
  const may = useMay("manage_volunteers");
  const [deed, { busy, complaint }] = usePerform(refresh);
  const [choosing, setChoosing] = useState(false);
  const { longitude, latitude } = of.position;
  useEffect(() => onLocated(toPosition({ longitude, latitude })), [longitude, latitude, onLocated]);
  const open = !finished.has(of.state);
  const claim = async (volunteerId: string) => {
    if (await deed(() => query(claimWish, { input: { id: of.id, volunteerId } }))) setChoosing(false);
  };
  return (
    <>
      <header className="card-title">
        <h2>{of.title}</h2>
        <p className="card-code">
          {of.kind} · {of.number}
        </p>
      </header>
      <div className="card-status">
        <span className={open ? "tag tag-on" : "tag tag-off"}>{text.wishState[lower(of.state)]}</span>
      </div>
      <Facts facts={factsOf(of, text, momentOf(toTime(of.madeAt), serverNow(), timeZone, language))} />
      <Complaint words={complaint} />
      {open && may && !choosing && (
        <div className="volunteer-deeds">
          <Deeds of={of} deed={deed} busy={busy} onClaim={() => setChoosing(true)} />
        </div>
      )}
      {open && !may && <p className="volunteer-quiet">{text.lookOnly}</p>}
      {choosing && of.state === "DISPATCHED" && (
        <VolunteerPicker
          title={text.whoClaims}
          teamId={null}
          confirm={text.claim}
          busy={busy}
          onChoose={(id) => void claim(id)}
          onBack={() => setChoosing(false)}
        />
      )}
    </>
  );
}

type Props = Pick<BodyProps, "timeZone" | "onLocated"> & { readonly id: string; readonly revision: number };

/** A micro-wish: what is wished, how far it has come, who took it on; and what the reader may do with it. */
export function WishCard({ id, revision, ...shown }: Props) {
  const [remote, retry, refresh] = useReread(wishCard, { id }, revision);
  return (
    <RemoteView remote={part(remote, wishOf)} onRetry={retry}>
      {(of) => <Body of={of} refresh={refresh} {...shown} />}
    </RemoteView>
  );
}
