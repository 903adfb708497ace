import type { Language } from "#platform/i18n/preferences.ts";

const days: Readonly<Record<string, string>> = {
  Mo: "周一",
  Tu: "周二",
  We: "周三",
  Th: "周四",
  Fr: "周五",
  Sa: "周六",
  Su: "周日",
  PH: "节假日",
};

/** Opening hours in OpenStreetMap's notation, one line per rule, with the days in Chinese for Chinese readers. */
export function openingLines(hours: string, language: Language): readonly string[] {
  const lines = hours
    .split(";")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (language === "en") return lines;
  return lines.map((line) =>
    line
      .replace(/\b(Mo|Tu|We|Th|Fr|Sa|Su|PH)\b/g, (day) => days[day] ?? day)
      .replace(/(周.)-(周.)/g, "$1至$2")
      .replaceAll(",", "、")
      .replace(/\boff\b/, "休息")
      .replace("24/7", "全天开放"),
  );
}
