import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { Keys } from '../../ui/index.ts';
import { bindings, type KeyGroup } from './keymap.ts';

const groups: readonly KeyGroup[] = ['feed', 'act', 'room', 'app'];

/** All keys on one page. */
export const CheatSheet = () => {
  const { t } = useText();
  const { shell } = usePanel();
  const open = useStore(shell, (state) => state.over === 'cheat-sheet');
  return (
    <Dialog.Root open={open} onOpenChange={(next) => shell.setState({ over: next ? 'cheat-sheet' : 'none' })}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="popup layer cheat-sheet">
          <div className="page-head">
            <Dialog.Title>{t('keys.title')}</Dialog.Title>
            <Dialog.Close className="icon-btn small" aria-label={t('keys.close')}>
              <X aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div className="cheat-groups">
            {groups.map((group) => (
              <section key={group} aria-label={t(`keys.${group}`)}>
                <h3>{t(`keys.${group}`)}</h3>
                <dl>
                  {bindings
                    .filter((binding) => binding.group === group)
                    .map(({ command, keys }) => (
                      <div key={command}>
                        <dt>{t(`command.${command}`)}</dt>
                        <dd>
                          {keys.map((chord) => (
                            <Keys key={chord} chord={chord === ' ' ? 'Space' : chord} />
                          ))}
                        </dd>
                      </div>
                    ))}
                </dl>
              </section>
            ))}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
