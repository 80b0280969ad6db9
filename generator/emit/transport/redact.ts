import { keepsSecrets } from '../../model/secrets.js';
import type { VirtualFile } from '../../virtual-file.js';
import { fetchesTokens } from '../client/auth-schemes.js';
import type { EmitContext } from '../context.js';
import { renderTemplate } from '../template.js';

/** `src/internal/redact.ts`: how secrets are kept out of what leaves the client. Nothing where there are none. */
export function emitRedact(context: EmitContext): readonly VirtualFile[] {
  const { model, header, resources } = context;
  const states = resources.some(({ hidesState }) => hidesState);
  // a program shows neither its settings nor the password of its destination
  return keepsSecrets(model) || model.outputs.length > 0
    ? [
        {
          path: 'src/internal/redact.ts',
          text: renderTemplate('src/internal/redact.ts.hbs', { header, states, fills: states && fetchesTokens(context) }),
        },
      ]
    : [];
}
