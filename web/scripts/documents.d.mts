import type { DocumentNode } from "graphql";

export type Source = { readonly file: string; readonly document: DocumentNode };
export type Trusted = { readonly file: string; readonly name: string; readonly text: string; readonly id: string };

export const manifestFile: string;
export function trustedDocuments(sources: readonly Source[]): readonly Trusted[];
export function writeDocuments(): Promise<void>;
