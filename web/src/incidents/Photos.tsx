import { type ChangeEvent, useState } from "react";
import type { IncidentDetailFragment } from "#documents/documents.ts";
import { useMay } from "#platform/access/access.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText, worded } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { PhotoViewer } from "./PhotoViewer.tsx";
import { mostPhotos, photoTypes } from "./photo.ts";
import { photoText } from "./photoText.ts";
import { isWorthAgain, type Upload, uploads, useUploads } from "./uploads.ts";
import "./photos.css";

type Photo = IncidentDetailFragment["attachments"][number];

type TileProps = { readonly photo: Photo; readonly place: number; readonly all: number; readonly onOpen: () => void };

function Tile({ photo, place, all, onOpen }: TileProps) {
  const text = useText(photoText);
  const [broken, setBroken] = useState(false);
  return (
    <button type="button" className="photo" aria-label={text.view(place, all)} onClick={onOpen}>
      {broken ? (
        <Icon name="alert" size={24} />
      ) : (
        <img src={photo.thumbnailUrl} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} />
      )}
    </button>
  );
}

/** A photo on its way, as a tile in its place-to-be. */
function Sending({ of: { photo, state, share } }: { readonly of: Upload }) {
  const text = useText(photoText);
  const percent = Math.floor(share * 100);
  const words = state === "waiting" ? text.waiting : percent < 100 ? text.sending(percent) : text.making;
  return (
    <div className="photo photo-sending">
      <progress aria-label={text.progress(photo.name)} max={100} value={percent} />
      <span>{words}</span>
    </div>
  );
}

function Refused({ of: { key, photo, error } }: { readonly of: Upload }) {
  const text = useText(photoText);
  const language = useLanguage();
  if (error === null) return null;
  return (
    <li>
      <p role="alert">
        <strong>{text.refused(photo.name)}</strong> {worded(language, error) || text.unanswered}
      </p>
      {isWorthAgain(error) && (
        <button type="button" className="button" onClick={() => uploads.again(key)}>
          {text.again}
        </button>
      )}
      <button type="button" className="button" onClick={() => uploads.leave(key)}>
        {text.leave}
      </button>
    </li>
  );
}

type AddProps = { readonly room: number; readonly onChoose: (photos: readonly File[]) => void };

function Add({ room, onChoose }: AddProps) {
  const text = useText(photoText);
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    onChoose([...(currentTarget.files ?? [])]);
    // The same file may be chosen again.
    currentTarget.value = "";
  };
  if (room === 0) return <p className="photo-note">{text.full}</p>;
  return (
    <label className="photo-add button">
      <Icon name="plus" size={16} /> {text.add}
      <input type="file" className="visually-hidden" multiple accept={photoTypes} onChange={choose} />
    </label>
  );
}

type Props = { readonly incident: string; readonly photos: readonly Photo[]; readonly timeZone: string };

/** The photos of an incident: small here, in full size over the screen; and more of them by whoever may report there. */
export function Photos({ incident, photos, timeZone }: Props) {
  const text = useText(photoText);
  const mayAdd = useMay("report_incident");
  const list = useUploads((state) => state.list);
  const [open, setOpen] = useState<string | null>(null);
  const [cut, setCut] = useState("");
  const mine = list.filter((upload) => upload.incident === incident);
  const onTheirWay = mine.filter(({ state }) => state !== "failed");
  const room = Math.max(0, mostPhotos - photos.length - onTheirWay.length);
  const add = (chosen: readonly File[]) => {
    setCut(chosen.length > room ? text.room(room, chosen.length) : "");
    uploads.add(incident, chosen.slice(0, room));
  };
  return (
    <section className="photos" aria-label={text.photos}>
      <h3>
        {text.photos} <span>{text.of(photos.length, mostPhotos)}</span>
      </h3>
      {photos.length + onTheirWay.length === 0 && <p className="photo-note">{text.none}</p>}
      <ul className="photo-list">
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <Tile photo={photo} place={index + 1} all={photos.length} onOpen={() => setOpen(photo.id)} />
          </li>
        ))}
        {onTheirWay.map((upload) => (
          <li key={upload.key}>
            <Sending of={upload} />
          </li>
        ))}
      </ul>
      {cut !== "" && (
        <p className="photo-note" role="status">
          {cut}
        </p>
      )}
      <ul className="photo-refusals">
        {mine.map((upload) => (
          <Refused key={upload.key} of={upload} />
        ))}
      </ul>
      {mayAdd ? <Add room={room} onChoose={add} /> : <p className="photo-note">{text.lookOnly}</p>}
      {open !== null && (
        <PhotoViewer photos={photos} at={open} onAt={setOpen} onClose={() => setOpen(null)} timeZone={timeZone} />
      )}
    </section>
  );
}
