import type { EntityType, GazetteerEntry, Mention } from '../../model/mention.js';
import type { CodeSpan } from '../../model/snippet.js';
import { spelled } from '../../text/codes.js';
import { lexemeKey } from './lexemes.js';
import { shapeOf } from './shape.js';
import { type UnitSpans, unitsOf } from './units.js';

interface UserName {
  readonly keys: readonly string[];
  /** The first letter as the user writes it: its case counts. */
  readonly initial: number;
  readonly type: EntityType;
}

/** The names of a user's gazetteer, found wherever their units stand in a text. */
export interface UserNames {
  /** Mentions of the names, with those of `found` that they leave room for; ascending, without overlap. */
  override(text: CodeSpan, units: UnitSpans, found: readonly Mention[]): readonly Mention[];
}

export function createUserNames(entries: readonly GazetteerEntry[]): UserNames {
  const byFirst = new Map<string, UserName[]>();
  for (const { name, type, aliases } of entries) {
    for (const spelling of [name, ...aliases]) {
      const text = spelling.normalize('NFC').trim();
      const keys = unitsOf(text).map(keyOf);
      if (keys.length === 0) continue;
      const list = byFirst.get(keys[0]!);
      const entry = { keys, initial: text.charCodeAt(0), type };
      if (list === undefined) byFirst.set(keys[0]!, [entry]);
      else list.push(entry);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.keys.length - a.keys.length);

  function nameAt({ codes, start }: CodeSpan, units: UnitSpans, keys: readonly string[], first: number): UserName | undefined {
    return byFirst
      .get(keys[first]!)
      ?.find(name => name.initial === codes[start + units.start[first]!] && name.keys.every((key, i) => keys[first + i] === key));
  }

  return {
    override(text, units, found) {
      const keys: string[] = [];
      for (let i = 0; i < units.length; i++)
        keys.push(keyOf(spelled(text.codes, text.start + units.start[i]!, text.start + units.end[i]!)));
      const own: Mention[] = [];
      for (let i = 0; i < units.length; i++) {
        const name = nameAt(text, units, keys, i);
        if (name === undefined) continue;
        const last = i + name.keys.length - 1;
        own.push({ start: units.start[i]!, end: units.end[last]!, type: name.type, nested: [] });
        i = last;
      }
      return own.length === 0 ? found : merge(own, found);
    },
  };
}

/** A place inside a longer organisation or work is nested in it; anything else that meets one of `own` gives way. */
function merge(own: readonly Mention[], found: readonly Mention[]): readonly Mention[] {
  const outer: Mention[] = [];
  const inner = new Set<Mention>();
  for (const mention of found) {
    const met = own.filter(name => name.start < mention.end && mention.start < name.end);
    const isHome = (mention.type === 'ORG' || mention.type === 'MISC') && met.every(name => isPlaceIn(name, mention));
    if (!isHome) continue;
    for (const name of met) inner.add(name);
    const kept = mention.nested.filter(nest => !met.some(name => name.start < nest.end && nest.start < name.end));
    const nested = [...kept, ...met.map(({ start, end, type }) => ({ start, end, type }))];
    outer.push({ ...mention, nested: nested.sort((a, b) => a.start - b.start || b.end - a.end) });
  }
  for (const mention of found) {
    if (!outer.some(home => home.start === mention.start) && !own.some(name => name.start < mention.end && mention.start < name.end)) {
      outer.push(mention);
    }
  }
  return [...outer, ...own.filter(name => !inner.has(name))].sort((a, b) => a.start - b.start);
}

function isPlaceIn(name: Mention, mention: Mention): boolean {
  return (
    name.type === 'LOC' && name.start >= mention.start && name.end <= mention.end && name.end - name.start < mention.end - mention.start
  );
}

function keyOf(unit: string): string {
  return lexemeKey(unit, shapeOf(unit));
}
