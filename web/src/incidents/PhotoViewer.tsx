import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { IncidentDetailFragment } from "#documents/documents.ts";
import { toTime } from "#platform/api/convert.ts";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { serverNow } from "#platform/ui/now.ts";
import { momentOf } from "#platform/ui/time.ts";
import { photoText } from "./photoText.ts";

type Photo = IncidentDetailFragment["attachments"][number];

type Props = {
  readonly photos: readonly Photo[];
  /** The id of the photo that is shown. */
  readonly at: string;
  readonly onAt: (id: string) => void;
  readonly onClose: () => void;
  readonly timeZone: string;
};

function Full({ photo, label }: { readonly photo: Photo; readonly label: string }) {
  const text = useText(photoText);
  const [broken, setBroken] = useState(false);
  if (broken) return <p role="alert">{text.broken}</p>;
  const { url, thumbnailUrl, width, height } = photo;
  return (
    <img
      src={url}
      alt={label}
      width={width}
      height={height}
      style={{ backgroundImage: `url("${thumbnailUrl}")` }}
      onError={() => setBroken(true)}
    />
  );
}

/** A photo in full size over the screen until it is closed; the others by arrow keys. */
export function PhotoViewer({ photos, at, onAt, onClose, timeZone }: Props) {
  const text = useText(photoText);
  const language = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closing gives the focus back to the small photo.
    return () => shown?.close();
  }, []);
  const index = Math.max(
    0,
    photos.findIndex(({ id }) => id === at),
  );
  const photo = photos[index];
  if (photo === undefined) return null;
  const show = (place: number) => {
    const wanted = photos[place];
    if (wanted !== undefined) onAt(wanted.id);
  };
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    Home: 0,
    End: photos.length - 1,
  };
  const obey = (event: KeyboardEvent) => {
    // What is behind must not hear of it.
    event.stopPropagation();
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    show(place);
  };
  const label = text.viewer(index + 1, photos.length);
  const caption = text.taken(photo.uploadedBy, momentOf(toTime(photo.uploadedAt), serverNow(), timeZone, language));
  return (
    <dialog ref={dialog} className="photo-viewer" aria-label={label} onClose={onClose} onKeyDown={obey}>
      <header>
        <span role="status">{`${label} · ${caption}`}</span>
        <button type="button" className="icon-button" aria-label={text.close} title={text.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className="photo-full">
        <Full key={photo.id} photo={photo} label={`${label} · ${caption}`} />
      </div>
      <footer>
        <button
          type="button"
          className="icon-button"
          aria-label={text.previous}
          title={text.previous}
          aria-disabled={index === 0}
          onClick={() => show(index - 1)}
        >
          <Icon name="back" />
        </button>
        <span className="photo-keys">{text.keys}</span>
        <button
          type="button"
          className="icon-button photo-next"
          aria-label={text.next}
          title={text.next}
          aria-disabled={index === photos.length - 1}
          onClick={() => show(index + 1)}
        >
          <Icon name="back" />
        </button>
      </footer>
    </dialog>
  );
}
