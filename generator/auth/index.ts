import type { Shaped } from '../shape.js';
import { apiKey } from './api-key.js';
import { bearer } from './bearer.js';
import { oauth2ClientCredentials } from './oauth2-client-credentials.js';

/** Every auth scheme: a new one is a file and a line here. */
export const authSchemes = [apiKey, bearer, oauth2ClientCredentials] as const;

type Every = (typeof authSchemes)[number];

/** What a spec may say under `auth`. */
export type AuthSpec = Shaped<Every['shape']>;

/** An auth scheme with every default filled in. */
export type AuthModel = ReturnType<Every['build']>;
