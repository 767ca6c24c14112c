export { StatusSign } from './status-sign.tsx';
