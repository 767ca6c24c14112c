import { AtSign, Highlighter } from 'lucide-react';
import { useText } from '../../i18n/index.ts';
import { useRoom } from '../../panel-context.tsx';
import { clippedText, type HighlightReason } from '../feed/index.ts';

const Why = ({ why }: { readonly why: HighlightReason }) => {
  const { t } = useText();
  // Somebody who is watched has the sign for that beside the name already.
  if (why.kind === 'watched') return null;
  const text =
    why.kind === 'mention' ? t('highlights.isMention') : t('highlights.isWord', { word: why.word });
  return (
    <span className="badge badge-why" title={text}>
      {why.kind === 'mention' ? <AtSign aria-hidden="true" /> : <Highlighter aria-hidden="true" />}
      <span className="unseen">{text}</span>
    </span>
  );
};

/** In a feed that gathers from several rooms: which room a row is of, and why it is here. */
export const Whence = (props: { readonly roomKey: string; readonly why: HighlightReason | undefined }) => {
  const room = useRoom(props.roomKey);
  return (
    <>
      <bdi className="whence" title={room?.roomId}>
        {clippedText(room?.name ?? props.roomKey, 24)}
      </bdi>
      {props.why === undefined ? null : <Why why={props.why} />}
    </>
  );
};
