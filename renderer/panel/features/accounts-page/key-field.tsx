import { Eye, EyeOff, FileKey, X } from 'lucide-react';
import { type DragEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { KEY_INPUT_MAX } from '../../../../main/contract/calls/account-calls.ts';
import { useText } from '../../i18n/index.ts';
import { Field, type FieldIds } from './field.tsx';
import { FileButton } from './file-button.tsx';
import type { FieldProblem } from './read-fields.ts';
import { KEY_FILE_MAX, type KeyInput, readKey } from './read-key.ts';

export type KeyFieldHandle = {
  readonly read: () => Promise<KeyInput | undefined>;
  /** Takes the key off the page; also the browser's undo does not bring it back. */
  readonly clear: () => void;
};

const KeyText = (props: {
  readonly ids: FieldIds;
  readonly field: Ref<HTMLTextAreaElement>;
  readonly shown: boolean;
  readonly onTooLong: () => void;
}) => (
  <textarea
    {...props.ids}
    ref={props.field}
    className="field key-text"
    data-shown={props.shown}
    rows={3}
    autoComplete="off"
    spellCheck={false}
    onPaste={(event) => {
      if (event.clipboardData.getData('text').length <= KEY_INPUT_MAX) return;
      event.preventDefault();
      props.onTooLong();
    }}
  />
);

const KeyFile = (props: { readonly name: string; readonly onTakeAway: () => void }) => {
  const { t } = useText();
  return (
    <p className="key-file">
      <FileKey aria-hidden="true" />
      <bdi>{props.name}</bdi>
      <button
        type="button"
        className="icon-btn small"
        aria-label={t('accounts.keyDropFile')}
        onClick={props.onTakeAway}
      >
        <X aria-hidden="true" />
      </button>
    </p>
  );
};

const KeyTools = (props: {
  readonly shown: boolean;
  readonly onShow: () => void;
  readonly onFile: (file: File) => void;
}) => {
  const { t } = useText();
  const Sign = props.shown ? EyeOff : Eye;
  return (
    <div className="key-tools">
      <FileButton accept=".zip,.pem,.key,.txt" onFile={props.onFile} />
      <button
        type="button"
        className="icon-btn small"
        aria-label={t('accounts.reveal', { what: t('accounts.key') })}
        aria-pressed={props.shown}
        onClick={props.onShow}
      >
        <Sign aria-hidden="true" />
      </button>
    </div>
  );
};

/** Takes the signing key by paste or by file. The text stays in its field, hidden, until it is read once. */
export const KeyField = (props: {
  readonly handle: Ref<KeyFieldHandle>;
  readonly problem?: FieldProblem | undefined;
}) => {
  const { t } = useText();
  const text = useRef<HTMLTextAreaElement>(null);
  const file = useRef<File>(undefined);
  const [fileName, setFileName] = useState<string>();
  const [shown, setShown] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [over, setOver] = useState(false);

  const clearText = () => {
    if (text.current !== null) text.current.value = '';
  };
  const takeFile = (next: File | undefined) => {
    const tooBig = next !== undefined && next.size > KEY_FILE_MAX;
    file.current = tooBig ? undefined : next;
    setFileName(file.current?.name);
    setRefused(tooBig ? t('field.tooBig', { name: next.name }) : undefined);
    if (file.current !== undefined) clearText();
  };
  useImperativeHandle(props.handle, () => ({
    read: () => readKey(text.current?.value ?? '', file.current),
    clear: () => {
      clearText();
      takeFile(undefined);
      setShown(false);
    },
  }));
  const onDrag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };

  return (
    <Field
      label={t('accounts.key')}
      hint={t('accounts.keyHint')}
      problem={props.problem}
      problemText={refused}
    >
      {(ids) => (
        <fieldset
          className="key-drop"
          data-over={over}
          onDragOver={(event) => onDrag(event, true)}
          onDragLeave={(event) => onDrag(event, false)}
          onDrop={(event) => {
            onDrag(event, false);
            takeFile(event.dataTransfer.files[0]);
          }}
        >
          {fileName === undefined ? (
            <KeyText ids={ids} field={text} shown={shown} onTooLong={() => setRefused(t('field.tooLong'))} />
          ) : (
            <KeyFile name={fileName} onTakeAway={() => takeFile(undefined)} />
          )}
          <KeyTools shown={shown} onShow={() => setShown(!shown)} onFile={takeFile} />
        </fieldset>
      )}
    </Field>
  );
};
