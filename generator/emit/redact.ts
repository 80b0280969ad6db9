import { keepsSecrets } from '../model/secrets.js';
import type { VirtualFile } from '../virtual-file.js';
import type { EmitContext } from './context.js';
import { renderTemplate } from './template.js';

/** `src/redact.ts`: how secrets are kept out of what leaves the client. Nothing where there are none. */
export function emitRedact({ model, header, resources }: EmitContext): readonly VirtualFile[] {
  return keepsSecrets(model)
    ? [
        {
          path: 'src/redact.ts',
          text: renderTemplate('src/redact.ts.hbs', { header, states: resources.some(({ hidesState }) => hidesState) }),
        },
      ]
    : [];
}
