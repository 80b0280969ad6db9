import { FRAMEWORKS } from './frameworks.js';
import { PLATFORMS } from './platforms.js';
import type { RealServer } from './server.js';

export const SERVERS: readonly RealServer[] = [...FRAMEWORKS, ...PLATFORMS];
