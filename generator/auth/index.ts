import type { Shaped } from '../shape.js';
import { apiKey } from './api-key.js';
import { bearer } from './bearer.js';
import { hook } from './hook.js';
import { httpBasic } from './http-basic.js';
import { oauth2ClientCredentials } from './oauth2-client-credentials.js';
import { oauth2RefreshToken } from './oauth2-refresh-token.js';
import { sessionToken } from './session-token.js';

/** Every auth scheme: a new one is a file and a line here. */
export const authSchemes = [apiKey, bearer, httpBasic, oauth2ClientCredentials, oauth2RefreshToken, sessionToken, hook] as const;

type Every = (typeof authSchemes)[number];

/** What a spec may say under `auth`. */
export type AuthSpec = Shaped<Every['shape']>;

/** An auth scheme with every default filled in. */
export type AuthModel = ReturnType<Every['build']>;
