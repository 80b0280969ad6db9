import type { ConnectorModel } from './connector-model.js';

/** Whether a package knows secrets: credentials, secret options. */
export function keepsSecrets({ auth, config }: Pick<ConnectorModel, 'auth' | 'config'>): boolean {
  return auth.length > 0 || config.some(({ secret }) => secret);
}
