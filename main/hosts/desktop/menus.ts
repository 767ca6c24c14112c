import type { MenuItemConstructorOptions } from 'electron';
import { assertNever } from '../../contract/result.ts';
import type { DeskCommand, MenuItem } from '../../core/desktop/menu-item.ts';

/** The system's own menu of what the core wants in it. */
export const menuTemplate = (
  items: readonly MenuItem[],
  run: (command: DeskCommand) => void,
): MenuItemConstructorOptions[] =>
  items.map((item): MenuItemConstructorOptions => {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'note':
        return { label: item.label, enabled: false };
      case 'role':
        return { role: item.role, label: item.label, enabled: item.enabled ?? true };
      case 'command':
        return {
          label: item.label,
          click: () => run(item.command),
          ...(item.checked !== undefined && { type: 'checkbox', checked: item.checked }),
          ...(item.accelerator !== undefined && { accelerator: item.accelerator }),
        };
      case 'submenu':
        return {
          label: item.label,
          submenu: menuTemplate(item.items, run),
          ...(item.role !== undefined && { role: item.role }),
        };
      default:
        return assertNever(item);
    }
  });
