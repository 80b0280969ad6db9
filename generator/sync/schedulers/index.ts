import { temporal } from './temporal/index.js';

/** Every scheduler that packages know: a new one is a folder and a line here. */
export const schedulers = [temporal] as const;
