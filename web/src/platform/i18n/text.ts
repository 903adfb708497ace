import { type Language, useLanguage } from "./preferences.ts";

type Entry = string | ((...values: never[]) => string);
type Table = Readonly<Record<string, Entry | Readonly<Record<string, string>>>>;
type Twin<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] };

export type Text<T> = { readonly zh: T; readonly en: Twin<T> };

/** The words of one subject in both languages; the second must have exactly the keys of the first. */
export function defineText<T extends Table>(zh: T, en: Twin<T>): Text<T> {
  return { zh, en };
}

export function inLanguage<T>(text: Text<T>, language: Language): Twin<T> {
  return language === "zh" ? (text.zh as Twin<T>) : text.en;
}

export function useText<T>(text: Text<T>): Twin<T> {
  return inLanguage(text, useLanguage());
}

/** The name in the reader's language where the data has one. */
export function named(language: Language, name: string, nameEn: string | null): string {
  return language === "en" && nameEn !== null && nameEn !== "" ? nameEn : name;
}

/** What the server says in every language, in the reader's. */
export function worded(language: Language, said: { readonly message: string; readonly messageZh: string }): string {
  return language === "zh" ? said.messageZh : said.message;
}
