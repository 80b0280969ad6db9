import { made } from './elements.js';
import type { FileFact } from './protocol.js';

/** The files of a package, by folder. Where it has the same files as before, only what differs is touched: the focus stays. */
export function showTree(nav: HTMLElement, files: readonly FileFact[], current: string, onOpen: (path: string) => void): void {
  const buttons = new Map([...nav.querySelectorAll('button')].map((button) => [button.dataset['path'], button]));
  if (buttons.size === files.length && files.every(({ path }) => buttons.has(path))) {
    for (const file of files) decorate(buttons.get(file.path), file, current);
    return;
  }
  const folders = new Map<string, FileFact[]>();
  for (const file of files) {
    const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '';
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  nav.replaceChildren(
    ...[...folders].sort(byReading).map(([folder, inside]) => {
      const list = made('ul', '');
      for (const file of inside) {
        const button = made('button', '');
        button.type = 'button';
        button.dataset['path'] = file.path;
        button.append(made('span', '', file.path.slice(folder === '' ? 0 : folder.length + 1)), made('span', 'mark'));
        button.addEventListener('click', () => onOpen(file.path));
        decorate(button, file, current);
        list.append(made('li', '', button));
      }
      return made('div', '', ...(folder === '' ? [] : [made('h3', '', folder)]), list);
    }),
  );
}

function decorate(button: HTMLButtonElement | undefined, { path, state }: FileFact, current: string): void {
  if (button === undefined) return;
  if (path === current) button.setAttribute('aria-current', 'true');
  else button.removeAttribute('aria-current');
  const mark = button.lastElementChild;
  if (mark !== null) mark.textContent = state === 'same' ? '' : state;
}

/** What one reads first comes first: the sources, then what is beside them. */
function byReading([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  const rank = (folder: string): number =>
    ['src', 'src/resources', 'src/records'].indexOf(folder) + 1 || (folder.startsWith('src') ? 4 : 5);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
