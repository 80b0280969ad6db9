import type { Shaped } from '../shape.js';
import { apiKey } from './api-key.js';
import { awsSigV4 } from './aws-sigv4.js';
import { bearer } from './bearer.js';
import { hmac } from './hmac.js';
import { hook } from './hook.js';
import { httpBasic } from './http-basic.js';
import { oauth2ClientCredentials } from './oauth2-client-credentials.js';
import { oauth2JwtBearer } from './oauth2-jwt-bearer.js';
import { oauth2Password } from './oauth2-password.js';
import { oauth2RefreshToken } from './oauth2-refresh-token.js';
import { sessionToken } from './session-token.js';

/** Every auth scheme: a new one is a file and a line here. */
export const authSchemes = [
  apiKey,
  bearer,
  httpBasic,
  oauth2ClientCredentials,
  oauth2JwtBearer,
  oauth2Password,
  oauth2RefreshToken,
  sessionToken,
  awsSigV4,
  hmac,
  hook,
] as const;

type Every = (typeof authSchemes)[number];

/** What a spec may say under `auth`. */
export type AuthSpec = Shaped<Every['shape']>;

/** An auth scheme with every default filled in. */
export type AuthModel = ReturnType<Every['build']>;
