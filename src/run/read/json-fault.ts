/** Where a text stops being JSON. */
export interface JsonFault {
  readonly reason: string;
  /** 1-based, as is the column (in UTF-16 units). */
  readonly line: number;
  readonly column: number;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN = /[^"\\\0-\x1f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SPACE = /[ \t\n\r]*/y;
const WORDS = ['true', 'false', 'null'] as const;

/**
 * The first fault of a text that `JSON.parse` refused, in words that do not depend on the version of Node. It keeps its own stack:
 * a text of a million brackets is told too.
 */
export function jsonFault(text: string): JsonFault {
  const scan = new Scan(text);
  const reason = scan.fault() ?? 'something is behind its end';
  const before = text.slice(0, scan.at);
  const line = before.split('\n').length;
  const column = scan.at - (before.lastIndexOf('\n') + 1) + 1;
  return { reason: `${reason} at column ${column}`, line, column };
}

class Scan {
  at = 0;
  readonly #text: string;
  /** What closes the values that are open. */
  readonly #open: ('}' | ']')[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** What is wrong at `at`; `undefined` when one whole value was read. */
  fault(): string | undefined {
    for (;;) {
      const fault = this.#value();
      if (fault !== undefined) return fault;
      for (;;) {
        this.#skip(SPACE);
        const close = this.#open.at(-1);
        if (close === undefined) return this.at < this.#text.length ? 'something is behind its end' : undefined;
        if (this.#take(close)) {
          this.#open.pop();
          continue;
        }
        if (!this.#take(',')) return this.#missing(`"," or "${close}"`);
        break;
      }
      const key = this.#open.at(-1) === '}' ? this.#key() : undefined;
      if (key !== undefined) return key;
    }
  }

  /** Reads a value that is no list or object, or into the first value of one. */
  #value(): string | undefined {
    for (;;) {
      this.#skip(SPACE);
      if (this.#text[this.at] === '"') return this.#string();
      if (this.#skip(NUMBER) || WORDS.some(word => this.#take(word))) return undefined;
      if (this.#take('[')) {
        this.#skip(SPACE);
        if (this.#take(']')) return undefined;
        this.#open.push(']');
      } else if (this.#take('{')) {
        this.#skip(SPACE);
        if (this.#take('}')) return undefined;
        this.#open.push('}');
        const key = this.#key();
        if (key !== undefined) return key;
      } else return this.#missing('a value');
    }
  }

  #key(): string | undefined {
    this.#skip(SPACE);
    if (this.#text[this.at] !== '"') return this.#missing('a key in double quotes');
    const fault = this.#string();
    if (fault !== undefined) return fault;
    this.#skip(SPACE);
    return this.#take(':') ? undefined : this.#missing('":"');
  }

  #string(): string | undefined {
    this.at++;
    for (;;) {
      this.#skip(PLAIN);
      if (this.#take('"')) return undefined;
      if (this.at >= this.#text.length) return this.#missing('the end of a string');
      if (this.#text[this.at] !== '\\') return 'a control character in a string';
      if (!this.#skip(ESCAPE)) return 'a backslash that escapes nothing';
    }
  }

  #take(word: string): boolean {
    const there = this.#text.startsWith(word, this.at);
    if (there) this.at += word.length;
    return there;
  }

  /** `true` when it moved. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const length = pattern.exec(this.#text)?.[0].length ?? 0;
    this.at += length;
    return length > 0;
  }

  #missing(what: string): string {
    return this.at >= this.#text.length ? `it ends where ${what} is wanted` : `${what} is wanted`;
  }
}
