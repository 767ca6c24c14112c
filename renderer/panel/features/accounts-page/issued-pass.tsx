import { Download } from 'lucide-react';
import type { CallOutput } from '../../../../main/contract/calls.ts';
import { useText } from '../../i18n/index.ts';
import { CopyButton } from './copy-button.tsx';
import { whenText } from './when-text.ts';

type Failed = CallOutput<'pass:issue'>['failed'];

/** Rooms in which something about a pass did not work, with the reason of each. */
export const FailedRooms = (props: { readonly title: string; readonly failed: Failed }) => {
  const { local } = useText();
  if (props.failed.length === 0) return null;
  return (
    <div role="alert" className="failed-rooms">
      <p>{props.title}</p>
      <ul>
        {props.failed.map(({ roomId, reason }) => (
          <li key={roomId}>
            <bdi>{roomId}</bdi>: {local(reason)}
          </li>
        ))}
      </ul>
    </div>
  );
};

const fileOf = (text: string): string => `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;
const pictureOf = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** Phones read a code of this width across a desk, px. */
const QR_WIDTH = 300;

/** The width at which every module of a code has the same whole number of pixels. */
export const qrWidth = (svg: string): number => {
  const modules = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1] ?? QR_WIDTH);
  return modules * Math.max(2, Math.round(QR_WIDTH / modules));
};

/** A new pass, to hand over now: as text, as a file, and as a QR code. */
export const IssuedPassView = (props: {
  readonly pass: CallOutput<'pass:issue'>;
  readonly onDone: () => void;
}) => {
  const { t, language } = useText();
  const { pass } = props;
  return (
    <>
      <h3 role="status">{t('pass.ready')}</h3>
      <p className="part-text">
        {t('pass.readyText')} {t('accounts.passUntil', { when: whenText(pass.expiresAt, language) })}
      </p>
      <div className="issued">
        <div className="issued-text">
          <textarea
            className="field pass-text"
            readOnly
            rows={12}
            aria-label={t('pass.asText')}
            value={pass.text}
            onFocus={(event) => event.currentTarget.select()}
          />
          <div className="part-buttons">
            <CopyButton text={pass.text} what={t('pass.what')} withWords />
            <a className="btn" href={fileOf(pass.text)} download="moderator.livedeckpass">
              <Download aria-hidden="true" />
              {t('pass.asFile')}
            </a>
          </div>
        </div>
        {pass.qr === '' ? (
          <p className="form-note">{t('pass.tooLong')}</p>
        ) : (
          <img className="issued-qr" src={pictureOf(pass.qr)} width={qrWidth(pass.qr)} alt={t('pass.qr')} />
        )}
      </div>
      <FailedRooms title={t('pass.failedRooms')} failed={pass.failed} />
      <div className="part-buttons">
        <button type="button" className="btn primary" onClick={props.onDone}>
          {t('pass.done')}
        </button>
      </div>
    </>
  );
};
