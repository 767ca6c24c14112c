import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { PaletteItems } from './palette-items.tsx';

/** Every command, page, room and setting by name, and what can be done about whoever is selected. */
export const Palette = () => {
  const { t } = useText();
  const { shell } = usePanel();
  const open = useStore(shell, (state) => state.over === 'palette');
  const setOpen = (next: boolean) => shell.setState({ over: next ? 'palette' : 'none' });
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="popup layer palette">
          <Dialog.Title className="unseen">{t('palette.title')}</Dialog.Title>
          <Command label={t('palette.title')} loop>
            <Command.Input className="palette-field" placeholder={t('palette.placeholder')} />
            <Command.List className="palette-list">
              <Command.Empty className="palette-none">{t('palette.none')}</Command.Empty>
              <PaletteItems done={() => setOpen(false)} />
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
