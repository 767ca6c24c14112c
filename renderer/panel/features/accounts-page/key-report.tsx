import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { z } from 'zod';
import type { keyReportSchema } from '../../../../main/contract/models/checks.ts';
import { useText } from '../../i18n/index.ts';
import { whenText } from './when-text.ts';

export type KeyReport = Readonly<z.infer<typeof keyReportSchema>>;

const signs = { ok: CircleCheck, warn: TriangleAlert, fail: CircleX } as const;

export const isGood = (report: KeyReport): boolean =>
  report.signsAndVerifies && report.findings.every(({ level }) => level !== 'fail');

const Facts = ({ report }: { readonly report: KeyReport }) => {
  const { t, language } = useText();
  const { kind, issuedAt, expiresAt } = report;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('check.app'), String(report.sdkAppId)],
    [t('check.user'), report.userId],
    [t('check.algorithm'), kind?.algorithm],
    [t('check.curve'), kind?.version === 'v1' ? kind.curve : undefined],
    [t('check.issued'), issuedAt === undefined ? undefined : whenText(issuedAt, language)],
    [t('check.expires'), expiresAt === undefined ? undefined : whenText(expiresAt, language)],
    [t('check.region'), t(`accounts.region.${report.region}`)],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ),
      )}
    </dl>
  );
};

/** What a key is, whether it works, and if not, what is wrong and what to do. */
export const KeyReportView = (props: {
  readonly report: KeyReport;
  /** Scrolls to it: it stands far above the button that was pressed. */
  readonly inSight?: boolean;
}) => {
  const { t, local } = useText();
  const { report, inSight } = props;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (inSight === true) place.current?.scrollIntoView({ block: 'center' });
  }, [inSight]);
  const good = isGood(report);
  return (
    <section ref={place} className="key-report" aria-label={t('check.report')} data-good={good}>
      <h2 role="status">{t(good ? 'check.good' : 'check.bad')}</h2>
      <ul className="check-list">
        {report.findings.map((finding) => {
          const Sign = signs[finding.level];
          return (
            <li key={finding.id} data-state={finding.level}>
              <Sign aria-hidden="true" />
              <div>
                <p>{local(finding.text)}</p>
                {finding.remedy === undefined ? null : <p className="quiet">{local(finding.remedy)}</p>}
              </div>
            </li>
          );
        })}
      </ul>
      <Facts report={report} />
    </section>
  );
};
