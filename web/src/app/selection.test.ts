import { expect, it } from "vitest";
import { entityKinds, parseSelection, pathOf } from "./selection.ts";

it("reads back every address it writes", () => {
  for (const kind of entityKinds) {
    for (const id of ["7", "20261121-000123", "a/b", "网格"]) {
      expect(parseSelection(pathOf({ kind, id }))).toEqual({ kind, id });
    }
  }
});

it("selects nothing for any other address", () => {
  for (const path of ["/", "", "/areas", "/areas/", "/unknown/7", "/areas/7/more", "/areas/%E0%A4%A"]) {
    expect(parseSelection(path)).toBeNull();
  }
});
