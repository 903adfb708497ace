import { useLanguage } from "#platform/i18n/preferences.ts";
import { useNow } from "#platform/ui/now.ts";
import { calendarDay, clockTime } from "#platform/ui/time.ts";

/** The time at the place, not at the desk. */
export function Clock({ timeZone }: { readonly timeZone: string }) {
  const now = useNow();
  const language = useLanguage();
  return (
    <time className="clock" dateTime={new Date(now).toISOString()} title={timeZone}>
      <b>{clockTime(now, timeZone)}</b>
      <span>{calendarDay(now, timeZone, language)}</span>
    </time>
  );
}
