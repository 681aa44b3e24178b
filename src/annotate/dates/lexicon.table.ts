import { compileLexicon } from './lexicon.js';

export const LEXICON = compileLexicon();
