import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { restorePreferences } from "../platform/i18n/preferences.ts";
import { startClock } from "../platform/ui/now.ts";
import { App } from "./App.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/screen.css";
import "./styles/panels.css";
import "./styles/map.css";

restorePreferences();
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
