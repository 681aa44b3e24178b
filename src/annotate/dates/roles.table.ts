import { compileRoles } from './context-words.js';

export const ROLES = compileRoles();
