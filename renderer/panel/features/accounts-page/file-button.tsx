import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '../../i18n/index.ts';

/** Chooses one file. The browser's own field would say its words in the browser's language. */
export const FileButton = (props: { readonly accept: string; readonly onFile: (file: File) => void }) => {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        accept={props.accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) props.onFile(file);
        }}
      />
      <button type="button" className="btn small file-button" onClick={() => field.current?.click()}>
        <Upload aria-hidden="true" />
        {t('accounts.keyChoose')}
      </button>
    </>
  );
};
