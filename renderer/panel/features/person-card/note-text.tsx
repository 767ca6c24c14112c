import Markdown, { type Components } from 'react-markdown';
import { useText } from '../../i18n/index.ts';

/** Links lead out of Livedeck over https alone; the host opens them in the system's browser. */
const httpsOnly = (url: string): string => {
  if (!URL.canParse(url)) return '';
  return new URL(url).protocol === 'https:' ? url : '';
};

/** A picture in a note would ask a stranger's machine for it; only its name is shown. */
const PictureName = ({ alt }: { readonly alt?: string | undefined }) => {
  const { t } = useText();
  return <span className="quiet">{t('note.image', { name: alt ?? '' })}</span>;
};

const parts: Components = {
  a: ({ href, children }) =>
    href === undefined || href === '' ? (
      <span>{children}</span>
    ) : (
      <a href={href} target="_blank" rel="noreferrer noopener">
        {children}
      </a>
    ),
  img: ({ alt }) => <PictureName alt={alt} />,
  // The card has headings of its own; those of a note stand below them.
  h1: ({ children }) => <h4>{children}</h4>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h4>{children}</h4>,
};

/** A note as its Markdown reads. HTML in it stays text. */
export const NoteText = ({ text }: { readonly text: string }) => (
  <Markdown components={parts} urlTransform={httpsOnly}>
    {text}
  </Markdown>
);
