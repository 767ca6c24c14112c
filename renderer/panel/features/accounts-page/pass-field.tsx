import { type ClipboardEvent, type DragEvent, type RefObject, useRef, useState } from 'react';
import { PASS_TEXT_MAX } from '../../../../main/contract/models/pass.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { Field } from './field.tsx';
import { FileButton } from './file-button.tsx';
import type { FieldProblem } from './read-fields.ts';
import { pictureIn, readPassPicture } from './read-pass-picture.ts';

const isPicture = (file: File): boolean => file.type.startsWith('image/');

/** What was given as a file, and how that went. */
const useGivenFile = (field: RefObject<HTMLTextAreaElement | null>, onChanged: () => void) => {
  const { t } = useText();
  const { clock } = usePanel();
  const turn = useRef(0);
  const [state, setState] = useState<'nothing' | 'reading' | 'read'>('nothing');
  const [trouble, setTrouble] = useState<string>();

  const end = (text: string | undefined, problem?: string) => {
    if (text !== undefined && field.current !== null) field.current.value = text;
    setState(text === undefined ? 'nothing' : 'read');
    setTrouble(problem);
    onChanged();
  };
  const takePicture = async (file: File) => {
    turn.current += 1;
    const mine = turn.current;
    setState('reading');
    setTrouble(undefined);
    const read = await readPassPicture(file, clock);
    // A picture that was given meanwhile goes before this one.
    if (mine !== turn.current) return;
    end(read.ok ? read.text : undefined, read.ok ? undefined : t(`take.${read.problem}`));
  };
  const take = async (file: File) => {
    if (isPicture(file)) return takePicture(file);
    if (file.size > PASS_TEXT_MAX) return end(undefined, t('take.tooBig', { name: file.name }));
    return end((await file.text()).trim());
  };
  const forget = () => {
    turn.current += 1;
    setState('nothing');
    setTrouble(undefined);
  };
  return { state, trouble, take: (file: File) => void take(file), forget };
};

/** Takes a pass as text or link, as a file, or out of a picture of its QR code. */
export const PassField = (props: {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly problem: FieldProblem | undefined;
  readonly onChanged: () => void;
}) => {
  const { t } = useText();
  const app = useTopic('app');
  const given = useGivenFile(props.field, props.onChanged);
  const takeFrom = (event: ClipboardEvent | DragEvent, file: File | undefined) => {
    if (file === undefined) return;
    event.preventDefault();
    given.take(file);
  };
  return (
    <div className="pass-given">
      <Field
        label={t('take.field')}
        hint={t('take.hint')}
        problem={props.problem}
        problemText={given.trouble}
      >
        {(ids) => (
          <textarea
            {...ids}
            ref={props.field}
            className="field pass-text"
            rows={4}
            maxLength={PASS_TEXT_MAX}
            defaultValue={app?.offeredPass ?? ''}
            autoComplete="off"
            spellCheck={false}
            onInput={given.forget}
            onPaste={(event) => takeFrom(event, pictureIn(event.clipboardData))}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => takeFrom(event, event.dataTransfer.files[0])}
          />
        )}
      </Field>
      <div className="pass-tools">
        <FileButton accept=".livedeckpass,.txt,image/png,image/jpeg" onFile={given.take} />
        <span role="status" className="form-words">
          {given.state === 'nothing' ? null : t(`take.${given.state}`)}
        </span>
      </div>
    </div>
  );
};
