/**
 * The text that every annotator reads: NFC, zero-width characters removed, `Ð` typed for `Đ` mended, NBSP and its kin and a
 * sequence for terminals (`␛[31m`) turned into a space; case and tone placement as written. Offsets of annotators are offsets into `text`; `run/analyse.ts` maps them
 * back to the original line once, so that nothing above it sees them.
 */
export interface NormalText {
  readonly text: string;
  /**
   * Where each unit of `text` begins in the original (`text.length + 1` entries, the last is the original's length), never
   * decreasing; `undefined` when `text` and the original have the same offsets.
   */
  readonly origin: Int32Array | undefined;
  /** The original was not NFC. */
  readonly nonNfc: boolean;
  /** The original held zero-width characters. */
  readonly zeroWidth: boolean;
  /** The original held an eth (`Ð`, `ð`) that was typed for `Đ`. */
  readonly eth: boolean;
}
