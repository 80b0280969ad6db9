import type { ConnectorModel } from '../model/connector-model.js';
import type { VirtualFile } from '../virtual-file.js';
import type { EmitContext } from './context.js';
import { renderTemplate } from './template.js';

/** Whether a package knows secrets: credentials, secret options. */
export function keepsSecrets({ auth }: ConnectorModel): boolean {
  return auth.length > 0;
}

/** `src/redact.ts`: how secrets are kept out of what leaves the client. Nothing where there are none. */
export function emitRedact({ model, header }: EmitContext): readonly VirtualFile[] {
  return keepsSecrets(model) ? [{ path: 'src/redact.ts', text: renderTemplate('src/redact.ts.hbs', { header }) }] : [];
}
