import { preferences, usePreferences } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { Icon } from "./Icon.tsx";
import { uiText } from "./text.ts";

/** Theme and language, to be changed with one press. */
export function PreferenceButtons() {
  const text = useText(uiText);
  const { theme, language } = usePreferences();
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={text.theme[theme]}
        title={text.theme[theme]}
        onClick={() => preferences.setState({ theme: theme === "dark" ? "light" : "dark" })}
      >
        <Icon name={theme === "dark" ? "sun" : "moon"} />
      </button>
      <button
        type="button"
        className="icon-button icon-button-word"
        aria-label={text.languageLabel}
        onClick={() => preferences.setState({ language: language === "zh" ? "en" : "zh" })}
      >
        {text.language}
      </button>
    </>
  );
}
