// The shape of a laureate's photograph and of a talk's slides.
import { z } from 'zod';

export const LaureateFileView = z
  .object({
    fileId: z.string(),
    name: z.string(),
    size: z.int(),
    type: z.string(),
    sha256: z.string(),
    credit: z.string().describe('Of a photograph'),
    arrived: z.boolean().describe('Whether all of it has been uploaded'),
    registeredAt: z.string(),
  })
  .meta({ id: 'LaureateFile' });
