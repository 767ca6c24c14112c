import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { Keys } from '../../ui/index.ts';
import { keyGroups, namesCommand } from './find-commands.ts';

const Sheet = ({ sought }: { readonly sought: string }) => {
  const { t } = useText();
  const { keymap } = usePanel();
  const table = useStore(keymap.state, (state) => state.table);
  const shown = table.filter((row) => namesCommand(sought, row, t));
  if (shown.length === 0) return <p className="quiet">{t('palette.none')}</p>;
  return (
    <div className="cheat-groups">
      {keyGroups
        .filter((group) => shown.some((row) => row.group === group))
        .map((group) => (
          <section key={group} aria-label={t(`keys.${group}`)}>
            <h3>{t(`keys.${group}`)}</h3>
            <dl>
              {shown
                .filter((row) => row.group === group)
                .map(({ command, keys }) => (
                  <div key={command}>
                    <dt>{t(`command.${command}`)}</dt>
                    <dd>
                      {keys.map((chord) => (
                        <Keys key={chord} chord={chord} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
    </div>
  );
};

/** All keys in force on one page, to be searched by name or by key. */
export const CheatSheet = () => {
  const { t } = useText();
  const { shell, settings } = usePanel();
  const open = useStore(shell, (state) => state.over === 'cheat-sheet');
  const [sought, setSought] = useState('');
  const change = () => {
    settings.find('');
    shell.setState({ over: 'none', page: 'settings' });
  };
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => shell.setState({ over: next ? 'cheat-sheet' : 'none' })}
      onOpenChangeComplete={(next) => (next ? undefined : setSought(''))}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="popup layer cheat-sheet">
          <div className="page-head">
            <Dialog.Title>{t('keys.title')}</Dialog.Title>
            <span className="cheat-tools">
              <input
                className="field"
                type="search"
                aria-label={t('keys.find')}
                placeholder={t('keys.find')}
                value={sought}
                onChange={(event) => setSought(event.currentTarget.value)}
              />
              <button type="button" className="btn small" onClick={change}>
                {t('keys.change')}
              </button>
              <Dialog.Close className="icon-btn small" aria-label={t('keys.close')}>
                <X aria-hidden="true" />
              </Dialog.Close>
            </span>
          </div>
          <Sheet sought={sought} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
