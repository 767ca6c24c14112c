import './page.css';
import { createRoot } from 'react-dom/client';
import { PlainList } from './plain-list.tsx';
import { VirtuosoList } from './virtuoso-list.tsx';

const container = document.getElementById('list');
if (container === null) throw new Error('index.html has no element with the id "list".');
const plain = new URLSearchParams(window.location.search).get('list') === 'plain';
createRoot(container).render(plain ? <PlainList /> : <VirtuosoList />);
