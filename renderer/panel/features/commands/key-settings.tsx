import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { chordText } from '../../ui/index.ts';
import { keyGroups, namesCommand } from './find-commands.ts';
import { KeyRow } from './key-row.tsx';
import { reservedKeys } from './keymap.ts';
import { type Conflict, findConflicts } from './keys-in-force.ts';

/** Keys that two commands claim; only a file from elsewhere can bring such in. */
const Conflicts = ({ conflicts }: { readonly conflicts: readonly Conflict[] }) => {
  const { t } = useText();
  if (conflicts.length === 0) return null;
  const nameOf = (by: Conflict['commands'][number]) =>
    by === 'reserved' ? t('keys.ownButtons') : t(`command.${by}`);
  return (
    <ul className="key-conflicts" role="alert">
      {conflicts.map(({ key, commands }) => (
        <li key={key}>
          {t('keys.conflict', {
            key: chordText(key),
            commands: commands.map(nameOf).join(' · '),
            winner: nameOf(commands[0] ?? 'reserved'),
          })}
        </li>
      ))}
    </ul>
  );
};

/** Every command with its keys; `sought` shows only those that it names. */
export const KeySettings = ({ sought }: { readonly sought: string }) => {
  const { t } = useText();
  const { keymap } = usePanel();
  const table = useStore(keymap.state, (state) => state.table);
  const own = useTopic('settings')?.keys ?? {};
  const conflicts = findConflicts(table, reservedKeys);
  const shown = table.filter((row) => namesCommand(sought, row, t));
  return (
    <div className="key-settings">
      <Conflicts conflicts={conflicts} />
      {keyGroups.map((group) => {
        const rows = shown.filter((row) => row.group === group);
        if (rows.length === 0) return null;
        return (
          <section key={group} aria-label={t(`keys.${group}`)}>
            <h3>{t(`keys.${group}`)}</h3>
            <ul>
              {rows.map((row) => (
                <KeyRow
                  key={row.command}
                  row={row}
                  changed={own[row.command] !== undefined}
                  conflicts={conflicts}
                />
              ))}
            </ul>
          </section>
        );
      })}
      <div className="key-foot">
        <button
          type="button"
          className="btn small"
          disabled={Object.keys(own).length === 0}
          onClick={keymap.resetAll}
        >
          {t('keys.resetAll')}
        </button>
      </div>
    </div>
  );
};
