import { CircleCheck, CircleDashed, CircleX, LoaderCircle, RotateCcw, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Account } from '../../../../main/contract/models/account.ts';
import type { TestItem } from '../../../../main/contract/models/checks.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { ErrorNote } from './error-note.tsx';

const signs = { ok: CircleCheck, warn: TriangleAlert, fail: CircleX, skipped: CircleDashed } as const;

/** The outcome in one line. */
export const testSummary = (items: readonly TestItem[], t: Translate): string => {
  const failed = items.filter(({ state }) => state === 'fail').length;
  if (failed > 0) return t('test.bad', { count: failed, all: items.length });
  if (items.every(({ state }) => state === 'ok')) return t('test.allGood', { count: items.length });
  return t('test.partly');
};

const TestLine = ({ item }: { readonly item: TestItem }) => {
  const { t, local } = useText();
  const Sign = signs[item.state];
  return (
    <li data-state={item.state}>
      <Sign aria-hidden="true" />
      <div className="test-line">
        <strong>
          {t(`test.item.${item.id}`)}
          <span className="unseen">: {t(`test.state.${item.state}`)}.</span>
        </strong>
        <div>
          <p>{local(item.text)}</p>
          {item.remedy === undefined ? null : <p>{local(item.remedy)}</p>}
        </div>
      </div>
      {item.vendor === undefined ? null : (
        <code title={item.vendor.info}>{t('toast.code', { code: item.vendor.code })}</code>
      )}
    </li>
  );
};

/** The connection test of one account, as a checklist. */
export const TestPart = ({ account }: { readonly account: Account }) => {
  const { t } = useText();
  const { accounts } = usePanel();
  const run = useStore(accounts.state, (state) => state.tests[account.id]);
  const open = Object.values(useTopic('rooms') ?? {}).filter((room) => room.accountId === account.id);
  const [roomId, setRoomId] = useState('');
  const running = run?.state === 'running';
  return (
    <section className="account-part" aria-label={t('test.title')} aria-busy={running}>
      <div className="part-head">
        <h3>{t('test.title')}</h3>
        {open.length < 2 ? null : (
          <select
            className="field"
            aria-label={t('test.room')}
            value={roomId}
            onChange={(event) => setRoomId(event.currentTarget.value)}
          >
            <option value="">{t('test.room')}</option>
            {open.map((room) => (
              <option key={room.key} value={room.roomId}>
                {room.name}
              </option>
            ))}
          </select>
        )}
        <button
          type="button"
          className="btn small"
          disabled={running}
          onClick={() => accounts.test(account.id, roomId || open[0]?.roomId)}
        >
          {running ? <LoaderCircle className="spin" aria-hidden="true" /> : <RotateCcw aria-hidden="true" />}
          {t(running ? 'test.running' : 'test.again')}
        </button>
      </div>
      <p className="test-summary" role="status">
        {run?.state === 'done' ? testSummary(run.items, t) : null}
        {running ? t('test.running') : null}
      </p>
      {run?.state === 'done' ? (
        <ul className="check-list">
          {run.items.map((item) => (
            <TestLine key={item.id} item={item} />
          ))}
        </ul>
      ) : null}
      <ErrorNote error={run?.state === 'failed' ? run.error : undefined} />
    </section>
  );
};
