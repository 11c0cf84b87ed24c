/** One row of a data sheet, as it was read. Empty strings are empty cells. */
export interface SheetRow {
  readonly id: string;
  readonly key: string;
  readonly value: string;
  readonly unit: string;
  /** The sentence that was exported, the placeholder in it marked 〖 〗. */
  readonly sentence: string;
  /** The draft it was exported from. */
  readonly draft: string;
  /** Who is to give the value; a format of keys and values alone does not say. */
  readonly department?: string;
  /** The file and row, for the reader. */
  readonly where: string;
}
