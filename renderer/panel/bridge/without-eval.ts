import { z } from 'zod';

// The page's content security policy forbids `eval`. Without this zod tries it once and the browser logs a violation.
z.config({ jitless: true });
