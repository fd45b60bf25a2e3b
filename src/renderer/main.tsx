import '@fontsource-variable/inter/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/dialog.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ConsoleApp } from './app/console-app.tsx';
import { openCommandDesk, openStation } from './app/open-console.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the console');
const station = openStation(window);
createRoot(root).render(
  <StrictMode>
    <ConsoleApp station={station} desk={openCommandDesk(station)} />
  </StrictMode>,
);
