import type { ReactNode } from "react";

type Props<T> = {
  readonly legend: ReactNode;
  readonly of: readonly T[];
  readonly name: (one: T) => ReactNode;
  readonly isChosen: (one: T) => boolean;
  readonly onChoose: (one: T) => void;
};

/** A few things to choose from; what is chosen stays pressed. */
export function Chips<T extends string | number | boolean | null>({ legend, of, name, isChosen, onChoose }: Props<T>) {
  return (
    <fieldset className="chips">
      {legend}
      {of.map((one) => (
        <button
          key={String(one)}
          type="button"
          className="chip"
          aria-pressed={isChosen(one)}
          onClick={() => onChoose(one)}
        >
          {name(one)}
        </button>
      ))}
    </fieldset>
  );
}
