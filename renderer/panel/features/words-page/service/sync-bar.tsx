import { Download, Trash2, Upload, X } from 'lucide-react';
import { useState } from 'react';
import {
  auditLabels,
  type ServiceList,
  type ServiceWords,
  type WordDeed,
} from '../../../../../main/contract/models/service-words.ts';
import { type RuleLevel, ruleLevels } from '../../../../../main/contract/models/word-rule.ts';
import { useText } from '../../../i18n/index.ts';
import { Segments } from '../../../ui/index.ts';
import { Select } from '../fields.tsx';
import { shortTime } from './short-time.ts';
import type { Service } from './use-service.ts';

const signs = { send: Upload, take: Download, remove: Trash2 } as const;
const deeds = ['send', 'take', 'remove'] as const;

/** What runs, how far it is, and the way to end it. */
const Progress = (props: {
  readonly job: NonNullable<ServiceWords['job']>;
  readonly onCancel: () => void;
}) => {
  const { t, number } = useText();
  const { kind, done, total, failed } = props.job;
  const text = () => {
    if (kind === 'ask') return t('service.asking');
    if (kind === 'read') return t('service.reading', { n: number(done) });
    return t(`service.progress.${kind}`, { done: number(done), total: number(total) });
  };
  return (
    <>
      <span>{text()}</span>
      {total === 0 ? null : <progress value={done} max={total} aria-label={text()} />}
      {failed === 0 ? null : (
        <span className="service-refused">{t('service.soFarRefused', { n: failed })}</span>
      )}
      <button type="button" className="btn small" onClick={props.onCancel}>
        <X aria-hidden="true" />
        {t('service.cancel')}
      </button>
    </>
  );
};

const Last = (props: {
  readonly last: NonNullable<ServiceWords['last']>;
  readonly list: ServiceList;
  readonly onShowRefused: () => void;
}) => {
  const { t, language } = useText();
  const { deed, done, failed, left, actsBy } = props.last;
  const acts =
    props.list.actsWithinMs === null
      ? t('service.actsAtLogin')
      : t('service.actsBy', { when: shortTime(actsBy ?? 0, language) });
  return (
    <>
      <span>{t(`service.done.${deed}`, { count: done })}</span>
      {done === 0 || deed === 'take' ? null : <span>{acts}</span>}
      {left === 0 ? null : <span>{t('service.left', { count: left })}</span>}
      {failed === 0 ? null : (
        <>
          <span className="service-refused">{t('service.refused', { count: failed })}</span>
          <button type="button" className="btn small" onClick={props.onShowRefused}>
            {t('service.showRefused')}
          </button>
        </>
      )}
    </>
  );
};

/** A deed for many words is asked once more, in place. */
const Confirm = (props: {
  readonly deed: WordDeed;
  readonly count: number;
  readonly onYes: (level: RuleLevel) => void;
  readonly onNo: () => void;
}) => {
  const { t } = useText();
  const { deed, count } = props;
  const [level, setLevel] = useState<RuleLevel>('block');
  return (
    <fieldset className="service-confirm">
      <legend>{t(`service.ask.${deed}`, { count })}</legend>
      {deed === 'take' ? (
        <Segments
          tight
          label={t('words.level')}
          value={level}
          choices={ruleLevels.map((value) => ({ value, text: t(`words.level.${value}`) }))}
          onChoose={setLevel}
        />
      ) : null}
      <button type="button" className="btn primary small" onClick={() => props.onYes(level)}>
        {t(`service.yes.${deed}`)}
      </button>
      <button type="button" className="btn small" onClick={props.onNo}>
        {t('service.no')}
      </button>
    </fieldset>
  );
};

/** The whole list at once: sent, taken in, taken off; with its progress and its end. */
export const SyncBar = (props: {
  readonly service: Service;
  readonly state: ServiceWords;
  readonly list: ServiceList;
}) => {
  const { t, number } = useText();
  const { service, state, list } = props;
  const [asked, setAsked] = useState<WordDeed | undefined>(undefined);
  const { job, last, ready } = state;
  return (
    <div className="service-sync">
      <div className="service-deeds">
        {deeds.map((deed) => {
          const Sign = signs[deed];
          return (
            <button
              key={deed}
              type="button"
              className="btn small"
              aria-pressed={asked === deed}
              disabled={job !== null || ready[deed] === 0}
              onClick={() => setAsked(asked === deed ? undefined : deed)}
            >
              <Sign aria-hidden="true" />
              {t(`service.${deed}All`, { n: number(ready[deed]) })}
            </button>
          );
        })}
        {list.kind !== 'cloud' ? null : (
          <Select
            label={t('service.label')}
            value={service.label}
            choices={auditLabels.map((value) => ({ value, text: t(`service.label.${value}`) }))}
            onChoose={service.setLabel}
          />
        )}
      </div>
      {asked === undefined || job !== null ? null : (
        <Confirm
          deed={asked}
          count={ready[asked]}
          onYes={(level) => {
            setAsked(undefined);
            service.sync(asked, undefined, level);
          }}
          onNo={() => setAsked(undefined)}
        />
      )}
      <div className="service-news" role="status">
        {job !== null ? <Progress job={job} onCancel={service.cancel} /> : null}
        {job === null && last !== null ? (
          <Last last={last} list={list} onShowRefused={() => service.setView('failed')} />
        ) : null}
      </div>
    </div>
  );
};
