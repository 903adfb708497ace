import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { askEarly } from "../platform/api/early.ts";
import { preferences, restorePreferences } from "../platform/i18n/preferences.ts";
import { styleUrl } from "../platform/map/style.ts";
import { startClock } from "../platform/ui/now.ts";
import { App } from "./App.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import "./styles/tokens.css";
import "./styles/base.css";
import "../platform/ui/side.css";
import "./styles/screen.css";
import "./styles/panels.css";
import "./styles/map.css";

restorePreferences();
askEarly("/api/place");
askEarly(styleUrl(preferences.getState()));
startClock();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <App />
    </ErrorBoundary>
  </StrictMode>,
);
