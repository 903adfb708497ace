import { lazy, Suspense } from "react";
import { BoundaryScreen } from "../boundaries/BoundaryScreen.tsx";
import type { Place } from "../place/place.ts";
import { usePath } from "../platform/ui/location.ts";
import { DeskHeader } from "./DeskHeader.tsx";
import { Footer } from "./Footer.tsx";

const ImportScreen = lazy(() =>
  import("../boundaries/ImportScreen.tsx").then((module) => ({ default: module.ImportScreen })),
);
const PrintSheet = lazy(() =>
  import("../boundaries/PrintSheet.tsx").then((module) => ({ default: module.PrintSheet })),
);

/** Grid boundaries: plans, the editor of one, its print sheet, and the import of a division. */
export function BoundariesScreen({ place }: { readonly place: Place }) {
  const [, , id = "", view] = usePath().split("/");
  const header = <DeskHeader place={place} screen="boundaries" />;
  const footer = <Footer place={place} host={null} />;
  if (id === "import" || view === "print") {
    return (
      <Suspense>
        {view === "print" ? <PrintSheet id={id} /> : <ImportScreen place={place} header={header} footer={footer} />}
      </Suspense>
    );
  }
  return <BoundaryScreen place={place} header={header} footer={footer} />;
}
