export { createSearch, type Search } from './search.ts';
export { SEARCH_FIELD } from './search-fields.tsx';
export { SearchPage } from './search-page.tsx';
