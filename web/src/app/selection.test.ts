import { expect, it } from "vitest";
import { entityKinds, parseSelection, pathOf } from "./selection.ts";

it("reads back every address it writes", () => {
  for (const kind of entityKinds) {
    for (const id of ["7", "20261121-000123", "a/b", "网格"]) {
      expect(parseSelection(pathOf({ kind, id }))).toEqual({ kind, id, action: null });
    }
  }
});

it("reads what is being done to an incident, and to nothing else", () => {
  expect(parseSelection("/incidents/20261121-000123/assign")).toEqual({
    kind: "incidents",
    id: "20261121-000123",
    action: "assign",
  });
  for (const path of ["/incidents/7/", "/incidents/7/A%20b", "/incidents/7/assign/now", "/patrols/7/assign"]) {
    expect(parseSelection(path)).toBeNull();
  }
});

it("selects nothing for any other address", () => {
  for (const path of ["/", "", "/areas", "/areas/", "/unknown/7", "/areas/7/more", "/areas/%E0%A4%A"]) {
    expect(parseSelection(path)).toBeNull();
  }
});
