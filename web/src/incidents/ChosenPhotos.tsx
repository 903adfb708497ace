import { useEffect, useState } from "react";
import { useText } from "#platform/i18n/text.ts";
import { Icon } from "#platform/ui/Icon.tsx";
import { mostPhotos, photoTypes } from "./photo.ts";
import { photoText } from "./photoText.ts";
import "./photos.css";

function Preview({ of, onTakeOut }: { readonly of: File; readonly onTakeOut: () => void }) {
  const text = useText(photoText);
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(of);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [of]);
  return (
    <li className="photo">
      {url !== null && <img src={url} alt={of.name} />}
      <button type="button" className="icon-button photo-out" aria-label={text.takeOut(of.name)} onClick={onTakeOut}>
        <Icon name="close" size={14} />
      </button>
    </li>
  );
}

type Props = {
  readonly id: string;
  readonly photos: readonly File[];
  readonly onChange: (photos: readonly File[]) => void;
};

/** Photos chosen for a report that is not made yet; they are sent when it is. */
export function ChosenPhotos({ id, photos, onChange }: Props) {
  const text = useText(photoText);
  const [cut, setCut] = useState("");
  const add = (chosen: readonly File[]) => {
    const room = mostPhotos - photos.length;
    setCut(chosen.length > room ? text.room(room, chosen.length) : "");
    onChange([...photos, ...chosen.slice(0, room)]);
  };
  return (
    <>
      <label htmlFor={id}>{text.choose(mostPhotos)}</label>
      <label className="photo-add button">
        <Icon name="plus" size={16} /> {text.add}
        <input
          id={id}
          type="file"
          className="visually-hidden"
          multiple
          accept={photoTypes}
          onChange={({ currentTarget }) => {
            add([...(currentTarget.files ?? [])]);
            currentTarget.value = "";
          }}
        />
      </label>
      {cut !== "" && (
        <p className="photo-note" role="status">
          {cut}
        </p>
      )}
      <ul className="photo-list">
        {photos.map((photo, index) => (
          <Preview
            // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be chosen twice
            key={`${index}-${photo.name}-${photo.lastModified}`}
            of={photo}
            onTakeOut={() => onChange(photos.toSpliced(index, 1))}
          />
        ))}
      </ul>
    </>
  );
}
