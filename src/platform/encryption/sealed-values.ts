/** Where sealed values stand, for the exchange of keys; names of tables and columns are ours, never a request's. */
export interface SealedValues {
  table: string;
  /** Columns of the primary key, and whatever else the purposes are made of. */
  key: readonly string[];
  /** Column of the sealed value. A generated column `key_id` beside it refers to `field_key`. */
  sealed: string;
  purposeOf: (key: Record<string, string>) => string;
  /** Column of the blind index, where there is one. */
  index?: string;
  indexPurposeOf?: (key: Record<string, string>) => string;
}
