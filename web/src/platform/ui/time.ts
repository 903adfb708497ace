import type { Language } from "#platform/i18n/preferences.ts";

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language}|${zone}|${JSON.stringify(options)}`;
  const known = formatters.get(name);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    ...options,
  });
  formatters.set(name, made);
  return made;
}

export function clockTime(at: number, zone: string): string {
  return formatter(zone, "en", { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(at);
}

export function shortTime(at: number, zone: string): string {
  return formatter(zone, "en", { hour: "2-digit", minute: "2-digit" }).format(at);
}

export function calendarDay(at: number, zone: string, language: Language): string {
  return formatter(zone, language, { month: "short", day: "numeric", weekday: "short" }).format(at);
}

function dayKey(at: number, zone: string): string {
  return formatter(zone, "en", { year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** The time alone for today, with the day before it otherwise. */
export function momentOf(at: number, now: number, zone: string, language: Language): string {
  if (dayKey(at, zone) === dayKey(now, zone)) return shortTime(at, zone);
  const day = formatter(zone, language, { month: "numeric", day: "numeric" }).format(at);
  return `${day} ${shortTime(at, zone)}`;
}

type Units = { readonly day: string; readonly hour: string; readonly minute: string; readonly second: string };

const units: Readonly<Record<Language, Units>> = {
  zh: { day: "天", hour: "时", minute: "分", second: "秒" },
  en: { day: "d", hour: "h", minute: "m", second: "s" },
};

/** A length of time in its two largest units, e.g. `2时05分`. */
export function duration(milliseconds: number, language: Language): string {
  const { day, hour, minute, second } = units[language];
  const seconds = Math.floor(Math.max(0, milliseconds) / 1000);
  const gap = language === "zh" ? "" : " ";
  const two = (value: number) => String(value).padStart(2, "0");
  if (seconds < 60) return `${seconds}${second}`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}${minute}${gap}${two(seconds % 60)}${second}`;
  if (seconds < 86_400)
    return `${Math.floor(seconds / 3600)}${hour}${gap}${two(Math.floor((seconds % 3600) / 60))}${minute}`;
  return `${Math.floor(seconds / 86_400)}${day}${gap}${Math.floor((seconds % 86_400) / 3600)}${hour}`;
}

/** How long ago, without seconds: seconds are noise to a reader. */
export function ago(milliseconds: number, language: Language): string {
  if (milliseconds < 60_000) return language === "zh" ? "刚刚" : "just now";
  const { day, hour, minute } = units[language];
  const minutes = Math.floor(milliseconds / 60_000);
  const suffix = language === "zh" ? "前" : " ago";
  if (minutes < 60) return `${minutes}${language === "zh" ? "分钟" : minute}${suffix}`;
  if (minutes < 1440) return `${Math.floor(minutes / 60)}${language === "zh" ? "小时" : hour}${suffix}`;
  return `${Math.floor(minutes / 1440)}${day}${suffix}`;
}
