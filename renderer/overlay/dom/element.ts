/** An element with a class and plain text; text never becomes markup. */
export const element = (tag: string, className: string, text = ''): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== '') made.textContent = text;
  return made;
};

/** Somebody's words: `<bdi>` keeps their writing direction from reaching the words around them. */
export const spoken = (className: string, text: string): HTMLElement => element('bdi', className, text);
