import { element } from './elements.js';

/** Tabs by their panels' ids: one is shown; arrows, Home and End move between them. */
export function tabs(ids: readonly string[], onShow: (id: string) => void): void {
  const buttons = ids.map((id) => element(`tab-${id}`, HTMLButtonElement));
  const show = (index: number): void => {
    for (const [at, button] of buttons.entries()) {
      button.setAttribute('aria-selected', String(at === index));
      button.tabIndex = at === index ? 0 : -1;
      element(ids[at] ?? '', HTMLDivElement).hidden = at !== index;
    }
    onShow(ids[index] ?? '');
  };
  for (const [index, button] of buttons.entries()) {
    button.addEventListener('click', () => show(index));
    button.addEventListener('keydown', ({ key }) => {
      const moves: Readonly<Record<string, number>> = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: buttons.length - 1 };
      const target = moves[key];
      if (target === undefined) return;
      const next = (target + buttons.length) % buttons.length;
      show(next);
      buttons[next]?.focus();
    });
  }
}
