import { RefreshCw } from 'lucide-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import type { AppError } from '../../../../../main/contract/app-error.ts';
import {
  type ServiceList,
  type ServiceWords,
  wordViews,
} from '../../../../../main/contract/models/service-words.ts';
import { type Text, useText } from '../../../i18n/index.ts';
import { Segments } from '../../../ui/index.ts';
import { Select } from '../fields.tsx';
import { usePageKeys } from '../use-page-keys.ts';
import { shortTime } from './short-time.ts';
import { SyncBar } from './sync-bar.tsx';
import { type Service, useService } from './use-service.ts';
import { WordTable } from './word-table.tsx';

const nameOf = ({ kind, name }: ServiceList, t: Text['t']): string =>
  kind === 'cloud' ? t('service.cloudNamed', { name }) : t(`service.kind.${kind}`);

const Note = (props: { readonly title: string; readonly children: ReactNode }) => (
  <div className="rules-nothing">
    <strong>{props.title}</strong>
    {props.children}
  </div>
);

const Trouble = (props: { readonly error: AppError; readonly onAgain: () => void }) => {
  const { t, local } = useText();
  const { text, remedy, vendor } = props.error;
  return (
    <div className="service-trouble" role="alert">
      <strong>{local(text)}</strong>
      {remedy === undefined ? null : <span>{local(remedy)}</span>}
      {vendor === undefined ? null : (
        <small>
          {vendor.code} <bdi>{vendor.info}</bdi>
        </small>
      )}
      <button type="button" className="btn small" onClick={props.onAgain}>
        {t('words.again')}
      </button>
    </div>
  );
};

/** Which list, what it does, how full it is, and which kinds the service does not have. */
const Facts = (props: {
  readonly state: ServiceWords;
  readonly list: ServiceList;
  readonly service: Service;
}) => {
  const { t, number, language } = useText();
  const { state, list, service } = props;
  const used = state.counts.there + state.counts.both;
  const missing = state.missing.map(({ kind }) => t(`service.kind.${kind}`)).join(', ');
  return (
    <div className="service-facts">
      <Segments
        label={t('service.list')}
        value={list.id}
        choices={state.lists.map((one) => ({ value: one.id, text: nameOf(one, t) }))}
        onChoose={(id) => void service.open(id)}
      />
      <p>
        {t(`service.about.${list.kind}`)}{' '}
        <span>
          {list.capacity === null
            ? t('service.used', { count: used })
            : t('service.room', { used: number(used), most: number(list.capacity) })}
        </span>
        {missing === '' ? null : <span> {t('service.missing', { names: missing })}</span>}
      </p>
      <span className="service-read">
        {state.readAt === null ? null : t('service.readAt', { when: shortTime(state.readAt, language) })}
        <button
          type="button"
          className="icon-btn small"
          aria-label={t('service.readAgain')}
          title={t('service.readAgain')}
          disabled={state.job !== null}
          onClick={() => void service.open(list.id)}
        >
          <RefreshCw aria-hidden="true" />
        </button>
      </span>
    </div>
  );
};

const Filters = (props: {
  readonly service: Service;
  readonly state: ServiceWords;
  readonly search: RefObject<HTMLInputElement | null>;
}) => {
  const { t, number } = useText();
  const { service, state } = props;
  const views = wordViews.filter(
    (view) => view !== 'failed' || state.counts.failed > 0 || service.view === view,
  );
  return (
    <div className="rules-bar">
      <input
        ref={props.search}
        className="field"
        type="search"
        aria-label={t('service.search')}
        placeholder={t('service.search')}
        maxLength={200}
        value={service.text}
        onChange={(event) => service.setText(event.currentTarget.value)}
      />
      <Segments
        label={t('service.view')}
        value={service.view}
        choices={views.map((value) => ({
          value,
          text: t(`service.view.${value}`, { n: number(state.counts[value]) }),
        }))}
        onChoose={service.setView}
      />
    </div>
  );
};

const Lists = ({ service }: { readonly service: Service }) => {
  const { t, local } = useText();
  const search = useRef<HTMLInputElement>(null);
  usePageKeys({
    search: () => {
      search.current?.focus();
      return search.current !== null;
    },
    add: () => false,
    close: () => false,
  });
  const { state, error } = service;
  const list = state?.lists.find(({ id }) => id === state.listId);
  if (service.account === undefined)
    return (
      <Note title={t('service.noAccount')}>
        <p>{t('service.noAccountText')}</p>
      </Note>
    );
  if (list === undefined || state === undefined)
    return (
      <>
        {error === undefined ? null : <Trouble error={error} onAgain={() => void service.open()} />}
        <p className="service-news" role="status">
          {state?.job?.kind === 'ask' ? t('service.asking') : null}
        </p>
        {state !== undefined && state.job === null && error === undefined ? (
          <Note title={t('service.noLists')}>
            <p>{t('service.noListsText')}</p>
            {state.missing.map(({ kind, error: refusal }) => (
              <p key={kind}>
                {t(`service.kind.${kind}`)}: {local(refusal.text)} <small>{refusal.vendor?.code}</small>
              </p>
            ))}
            <button type="button" className="btn" onClick={() => void service.open()}>
              {t('service.readAgain')}
            </button>
          </Note>
        ) : null}
      </>
    );
  return (
    <>
      <Facts state={state} list={list} service={service} />
      {error === undefined ? null : <Trouble error={error} onAgain={() => void service.open(list.id)} />}
      <SyncBar service={service} state={state} list={list} />
      <Filters service={service} state={state} search={search} />
      <WordTable
        service={service}
        list={list}
        onDeed={(deed, row) => service.sync(deed, [row], deed === 'take' ? 'block' : undefined)}
      />
    </>
  );
};

/** The service's own word lists beside the rules here, for each account that holds its key. */
export const ServiceWordsView = () => {
  const { t } = useText();
  const service = useService();
  return (
    <section className="service-words" aria-label={t('service.title')}>
      {service.accounts.length < 2 ? null : (
        <div className="service-account">
          <Select
            label={t('service.account')}
            value={service.account?.id ?? ''}
            choices={service.accounts.map(({ id, label }) => ({ value: id, text: label }))}
            onChoose={service.choose}
          />
        </div>
      )}
      <Lists key={service.account?.id ?? ''} service={service} />
    </section>
  );
};
