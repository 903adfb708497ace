import type { ReactNode } from "react";

/** Only what needs somebody has a colour. */
export type Tone = "plain" | "good" | "late" | "alarm";

export type Fact = { readonly label: string; readonly value: string; readonly tone?: Tone };

export type Row = {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  readonly value: string;
  /** Length of its bar, from 0 to 1; null for none. */
  readonly share: number | null;
  readonly mark?: ReactNode;
  readonly tone?: Tone;
};

/** What a scene tells: one number with what it is out of, a few beside it, and where to look first. */
export type SceneAnswer = {
  readonly value: string;
  /** What it is out of, with its unit. */
  readonly of: string;
  readonly caption: string;
  readonly tone: Tone;
  readonly facts: readonly Fact[];
  readonly list: string;
  readonly rows: readonly Row[];
  /** In place of rows. */
  readonly none: string;
  readonly note?: string | null;
};

export type SceneState =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly remedy: string }
  | { readonly kind: "forbidden" }
  | {
      readonly kind: "ready";
      readonly answer: SceneAnswer;
      /** When the page read it, by its own clock; null for what comes with the feed. */
      readonly readAt: number | null;
      /** As of when the server tells it; null for what comes with the feed. */
      readonly asOf: number | null;
    };

/** What the colours on the map stand for. */
export type Key = { readonly colour: string; readonly label: string; readonly shape?: "dot" | "fill" };
