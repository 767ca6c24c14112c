import { ImageOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Person } from '../../../../main/contract/models/person.ts';
import { useText } from '../../i18n/index.ts';
import { useRemotePictures } from '../../remote-pictures.tsx';
import { nickHue } from '../feed/index.ts';

/**
 * A picture from an address that somebody sent. It is fetched when it comes near the viewport, without telling from
 * where; its box is as large before and after, and what stands in for it shows where it cannot be had.
 */
const Picture = (props: { readonly url: string; readonly alt: string; readonly otherwise: ReactNode }) => {
  const { url, alt } = props;
  const [broken, setBroken] = useState<string>();
  if (broken === url) return props.otherwise;
  return (
    <img
      src={url}
      alt={alt}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      draggable={false}
      onError={() => setBroken(url)}
    />
  );
};

const isHttps = (url: string | undefined): url is string => url?.startsWith('https://') === true;

/** A commenter's face, or the first sign of their name; nothing at all while remote pictures are off. */
export const Avatar = ({ person }: { readonly person: Person }) => {
  const allowed = useRemotePictures();
  if (!allowed) return null;
  const initial = [...(person.nick || person.userId)][0] ?? '?';
  return (
    <span className="avatar" data-hue={nickHue(person.userId)} aria-hidden="true">
      {isHttps(person.avatar) ? <Picture url={person.avatar} alt="" otherwise={initial} /> : initial}
    </span>
  );
};

/** The picture of a gift, in place of its sign. */
export const GiftPicture = (props: { readonly url: string | undefined; readonly sign: ReactNode }) => {
  const allowed = useRemotePictures();
  if (!allowed || !isHttps(props.url)) return props.sign;
  return (
    <span className="gift-picture">
      <Picture url={props.url} alt="" otherwise={props.sign} />
    </span>
  );
};

/** The picture that a message is. */
export const SentPicture = ({ url }: { readonly url: string | undefined }) => {
  const { t } = useText();
  const allowed = useRemotePictures();
  if (!allowed || !isHttps(url)) return null;
  const gone = (
    <span className="picture-gone">
      <ImageOff aria-hidden="true" />
      {t('feed.pictureGone')}
    </span>
  );
  return (
    <span className="sent-picture">
      <Picture url={url} alt={t('feed.picture')} otherwise={gone} />
    </span>
  );
};
