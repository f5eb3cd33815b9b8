import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { adapter } from '../adapter';
import { BookSession } from './BookSession';

function App() {
  const [isShown, setShown] = useState(true);
  const [said, setSaid] = useState('');
  return (
    <>
      <button id="toggle" onClick={() => setShown(!isShown)}>
        {isShown ? 'Hide' : 'Show'}
      </button>
      <output>{said}</output>
      {isShown && (
        <BookSession adapter={adapter} onBooked={({ attendee }) => setSaid(`Booked for ${attendee?.name ?? ''}`)} />
      )}
    </>
  );
}

createRoot(document.querySelector('#app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
