export { MarkedWords } from './comment-text.tsx';
export { FeedList } from './feed-list.tsx';
export { HiddenNote } from './hidden-note.tsx';
export { MutedMark, Nick, RoleBadge } from './nick.tsx';
export { Avatar } from './remote-picture.tsx';
export { RowMenu } from './row-menu.tsx';
