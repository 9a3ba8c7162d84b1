// A filled form as it comes back: a Word document or a workbook, told apart by what is in it.
import { unzipSync } from 'fflate';
import { holdsAtMost } from '../zip-bounds.ts';
import type { ReadForm } from './form-places.ts';
import { readFormDocx } from './read-docx.ts';
import { readFormXlsx } from './read-xlsx.ts';

const mostUnpacked = 50_000_000;

/** What is wrong with a file that is no form; `what` goes on from "The file". */
export type NoForm = { fault: 'damaged' | 'foreign'; what: string };

export async function readForm(bytes: Buffer): Promise<ReadForm | NoForm> {
  if (bytes.length === 0) return { fault: 'damaged', what: 'is empty' };
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0')
    return {
      fault: 'foreign',
      what: 'is of an older Office program, or locked with a password: save it as .docx or .xlsx',
    };
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF')
    return { fault: 'foreign', what: 'is a PDF: upload the Word or Excel file that it was made from' };
  if (!holdsAtMost(bytes, mostUnpacked))
    return { fault: 'damaged', what: 'is neither a Word document (.docx) nor a workbook (.xlsx), or it is damaged' };
  try {
    const names = namesIn(bytes);
    const form = names.has('word/document.xml')
      ? readFormDocx(bytes)
      : names.has('xl/workbook.xml')
        ? await readFormXlsx(bytes)
        : undefined;
    if (form === undefined || form.texts.size === 0)
      return {
        fault: 'foreign',
        what: 'is no nomination form of this system: download the form and fill in that file',
      };
    return form;
  } catch (error) {
    // Whatever the readers stumble over, the file is none that an office program has written whole.
    return { fault: 'damaged', what: `is damaged (${error instanceof Error ? error.message : 'unknown'})` };
  }
}

function namesIn(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  unzipSync(bytes, {
    filter: ({ name }) => {
      names.add(name);
      return false;
    },
  });
  return names;
}
