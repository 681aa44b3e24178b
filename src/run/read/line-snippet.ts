import type { CodeSpan, Snippet } from '../../model/snippet.js';

/** Lines that were decoded together, in both the forms that they are read in. */
export interface Piece {
  /** UTF-16 codes, and a line end: that of the last line, or one more. */
  readonly codes: Uint16Array;
  /** Codes of the text. */
  readonly length: number;
  /** The same memory. */
  readonly bytes: Buffer;
}

/** A line of a txt file. Its text becomes a string when it is asked for: who only looks at letters does without. */
export class LineSnippet implements Snippet, CodeSpan {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  private readonly piece: Piece;
  private readonly normal: boolean;
  private string: string | undefined;

  /** `normal`: no code of it asks for normalization. */
  constructor(file: string, line: number, piece: Piece, start: number, end: number, normal: boolean) {
    this.file = file;
    this.line = line;
    this.start = start;
    this.end = end;
    this.piece = piece;
    this.normal = normal;
    this.string = undefined;
  }

  get codes(): Uint16Array {
    return this.piece.codes;
  }

  get normalCodes(): CodeSpan | undefined {
    return this.normal ? this : undefined;
  }

  /** Not a slice of a longer string, which every look at a letter would have to go through. */
  get text(): string {
    this.string ??= this.piece.bytes.toString('utf16le', this.start * 2, this.end * 2);
    return this.string;
  }
}
