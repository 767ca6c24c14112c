/**
 * Lets elements leave gently. What still fades is no longer known to its layer, so any purge must `cut` it: nothing may
 * be seen after a receipt, not even on its way out.
 */
export const createFader = () => {
  const fading = new Set<Element>();

  const remove = (node: Element) => {
    fading.delete(node);
    node.remove();
  };

  return {
    fade: (node: Element): void => {
      node.classList.add('leaving');
      const [leaving] = node.getAnimations();
      if (!leaving) {
        node.remove();
        return;
      }
      fading.add(node);
      leaving.onfinish = () => remove(node);
      leaving.oncancel = () => remove(node);
    },
    cut: (): void => {
      for (const node of [...fading]) remove(node);
    },
  };
};
