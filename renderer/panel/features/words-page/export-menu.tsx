import { Menu } from '@base-ui/react/menu';
import { Download } from 'lucide-react';
import type { CallInput } from '../../../../main/contract/calls.ts';
import { useText } from '../../i18n/index.ts';
import { bytesOf } from './read-list.ts';
import { useAsk } from './use-ask.ts';

type Format = CallInput<'words:export'>['format'];

/** Gives the person a file. The address of its bytes is let go once the browser has taken it. */
const handOver = (name: string, base64: string) => {
  const address = URL.createObjectURL(new Blob([bytesOf(base64)]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** Writes the rules that are picked by group into a file. */
export const ExportMenu = ({ groupId }: { readonly groupId: string | null | undefined }) => {
  const { t } = useText();
  const ask = useAsk();
  const names = { txt: t('words.exportTxt'), csv: t('words.exportCsv'), json: t('words.exportJson') };
  const write = async (format: Format) => {
    const file = await ask('words:export', { format, ...(groupId !== undefined && { groupId }) });
    if (file !== undefined) handOver(file.name, file.data);
  };
  return (
    <Menu.Root>
      <Menu.Trigger className="btn">
        <Download aria-hidden="true" />
        {t('words.export')}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="layer" sideOffset={4} align="end">
          <Menu.Popup className="popup menu">
            <p className="menu-label">{t(groupId === undefined ? 'words.exportAll' : 'words.exportShown')}</p>
            {(['txt', 'csv', 'json'] as const).map((format) => (
              <Menu.Item key={format} className="menu-item" onClick={() => void write(format)}>
                {names[format]}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};
