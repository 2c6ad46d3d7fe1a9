// BOOK: what the rules of EPUB 3.3 find wrong with it, warnings too.
import { readFileSync } from 'node:fs';
import { EpubCheck } from '@likecoin/epubcheck-ts';

const result = await EpubCheck.validate(readFileSync(process.argv[2]),
  { version: '3.3' });
for (const { severity, id, message, location } of result.messages)
  if (severity !== 'info' && severity !== 'usage')
    console.log(severity, id, message, JSON.stringify(location));
process.exitCode = result.errorCount + result.warningCount > 0 ? 1 : 0;
