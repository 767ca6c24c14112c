export { createSearch, SEARCH_FIELD, type Search } from './search.ts';
