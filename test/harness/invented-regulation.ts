/** A regulation that does not exist, for the tests. */
export interface InventedRegulation {
  readonly title: string;
  readonly kind: string;
  readonly names?: readonly string[];
  readonly repealed?: { readonly on: string; readonly by: string };
  readonly editions: readonly InventedEdition[];
}

export interface InventedEdition {
  readonly date: string;
  readonly effective?: string;
  /** False when articles are missing. */
  readonly complete?: false;
  /** Markdown as in the collections; null for an edition known by date alone. */
  readonly text: string | null;
}
