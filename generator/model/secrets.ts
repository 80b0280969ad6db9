import type { ConnectorModel } from './connector-model.js';

/** Whether a package knows secrets: credentials, secret options. */
export function keepsSecrets({ auth }: Pick<ConnectorModel, 'auth'>): boolean {
  return auth.length > 0;
}
