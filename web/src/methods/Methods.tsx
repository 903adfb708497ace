import { type ReactNode, useEffect } from "react";
import { useLanguage } from "#platform/i18n/preferences.ts";
import { useText } from "#platform/i18n/text.ts";
import { type Chapter, chapters } from "./chapters.ts";
import { methodsText } from "./text.ts";
import "./methods.css";

function Part({ chapter }: { readonly chapter: Chapter }) {
  const text = useText(methodsText);
  return (
    <section id={chapter.id} aria-labelledby={`${chapter.id}-title`}>
      <h2 id={`${chapter.id}-title`}>{chapter.title}</h2>
      <dl>
        {chapter.points.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {chapter.sources.length > 0 && (
        <>
          <h3>{text.sources}</h3>
          <ul>
            {chapter.sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** How the numbers come about, for the reader who doubts. */
export function Methods({ header }: { readonly header: ReactNode }) {
  const text = useText(methodsText);
  const parts = chapters[useLanguage()];
  useEffect(() => {
    document.title = `${text.title} · GridMap`;
    document.getElementById(globalThis.location.hash.slice(1))?.scrollIntoView();
  }, [text]);
  return (
    <div className="screen methods">
      {header}
      <main>
        <h1>{text.title}</h1>
        <p>{text.intro}</p>
        <nav aria-label={text.title}>
          {parts.map(({ id, title }) => (
            <a key={id} className="chip" href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
        {parts.map((chapter) => (
          <Part key={chapter.id} chapter={chapter} />
        ))}
      </main>
    </div>
  );
}
