import { airbyte } from './airbyte/index.js';
import { singer } from './singer/index.js';

/** Every protocol: a new one is a folder and a line here. */
export const protocols = [singer, airbyte] as const;
