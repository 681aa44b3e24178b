/** The words of a list that commas part, over lines or not. */
export function wordsOf(list: string): string[] {
  return list.split(/,\s*/).map(word => word.trim());
}
