type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | EventListener>>;

/** An element with attributes (`onclick` and the like are listeners) and children; text is set as text, never as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * One tab stop for many marks: arrows, Home and End move among them in the order of the document, Enter and Space are a
 * click. Once for a container; see {@link setTabStop}.
 */
export function moveByArrows(container: Element, selector: string): void {
  const marks = () => [...container.querySelectorAll<SVGElement | HTMLElement>(selector)];
  container.addEventListener('keydown', (event) => {
    const { key, target } = event as KeyboardEvent;
    const now = marks();
    const at = now.indexOf(target as HTMLElement);
    if (at < 0) return;
    if (key === 'Enter' || key === ' ') {
      event.preventDefault();
      target?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      return;
    }
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const step = steps[key];
    const next = key === 'Home' ? 0 : key === 'End' ? now.length - 1 : step === undefined ? -1 : at + step;
    const mark = now[next];
    if (!mark) return;
    event.preventDefault();
    now[at]?.setAttribute('tabindex', '-1');
    mark.setAttribute('tabindex', '0');
    mark.focus();
  });
}

/** Makes one of the marks the tab stop, after they were drawn. */
export function setTabStop(container: Element, selector: string, stop = 0): void {
  container.querySelectorAll(selector).forEach((mark, at) => {
    mark.setAttribute('tabindex', at === stop ? '0' : '-1');
  });
}
